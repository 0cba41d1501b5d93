"""What counts of a sentence tally, and which counts tally nothing."""

from datetime import date

import pytest
from tests.collate.build import storyline_of

from variorum.collate.findings.counting.tallies import find_tallies
from variorum.collate.points import read_wordings

TALLIES = [
    ("The death toll from the earthquake has climbed to 38, officials said.", ["dead 38"]),
    ("Officials put the number of dead at 41.", ["dead 41"]),
    ("The confirmed death toll is now 36.", ["dead 36"]),
    ("At least 28 people were killed and 61 wounded in the blast, the governor said.", ["dead 28", "injured 61"]),
    ("The bombing left 28 dead and 61 injured.", ["dead 28", "injured 61"]),
    ("A car bomb killed 37 people and injured more than 120 in the capital.", ["dead 37", "injured 120"]),
    ("Three more bodies were found in the river, raising the toll to 34.", ["dead 34"]),
    ("The blast went off near a bus stop, killing 65 people and wounding 280 others.", ["dead 65", "injured 280"]),
    ("The storm has claimed the lives of 72 people.", ["dead 72"]),
    ("The boat sank with the loss of 12 lives.", ["dead 12"]),
    (
        "State television said that 43 people had died and 130 were being treated in hospitals.",
        ["dead 43", "injured 130"],
    ),
    ("Forty of the 52 passengers were killed.", ["dead 40"]),
    ("Authorities said 116 people were missing.", ["missing 116"]),
    ("More than 100 people remain unaccounted for.", ["missing 100"]),
    ("Rescuers have pulled 210 people alive from the rubble.", ["rescued 210"]),
    ("Police have made 12 arrests.", ["arrested 12"]),
    ("The storm left 1.2 million homes without power.", ["powerless 1200000"]),
    ("Some 88,000 people were evacuated from the city.", ["evacuated 88000"]),
    ("The fire destroyed 50 homes.", ["destroyed 50"]),
    ("The petition has drawn 1.2 million signatures.", ["signed 1200000"]),
    ("Hackers stole the data of 57 million customers.", ["affected 57000000"]),
    ("The personal records of 57 million customers were exposed.", ["affected 57000000"]),
    ("Airlines cancelled 1,200 flights on Tuesday.", ["cancelled 1200"]),
    ("The death toll from the fever has reached thirty-one.", ["dead 31"]),
    ("A fifth passenger died, bringing to five the number of people killed.", ["dead 5", "dead 5"]),
    ("Smith has become the third person to lose his life.", ["dead 3"]),
    ("The dead are twenty-one.", ["dead 21"]),
    ("Nineteen bodies have been found.", ["dead 19"]),
    ("Seventeen of the injured were still in hospital.", ["hospitalized 17"]),
    ("Sixteen are still being looked for.", ["missing 16"]),
    ("Four suspects are now in custody.", ["arrested 4"]),
    ("Some 3,800 customers lacked power.", ["powerless 3800"]),
]
NONE = [
    "Ten of them were children.",
    "Two of the wounded have died.",
    "A woman of 60 died.",
    "His wife, thirty-nine, was dead.",
    "The second victim died on the way.",
    "He died by his own hand; the time was twenty to nine.",
    "The bomb killed nobody.",
    "An additional 20 people were injured.",
    "Police fear that as many as 80 people may have died.",
    "The road kills 30 people every year.",
    "The quake was the worst since 2003, when 26 people were killed.",
    "The wounded include 12 children.",
    "Two rescue crews came by boat.",
    "No deaths were reported.",
]


def read(text):
    wordings = read_wordings(storyline_of(text))
    return find_tallies(wordings, date(2026, 3, 11))


@pytest.mark.parametrize(("text", "told"), TALLIES)
def test_a_tally_is_read_however_it_is_worded(text, told):
    assert [f"{each.act} {each.value.quantity.value:.0f}" for each in read(text) if each.known] == told


@pytest.mark.parametrize("text", NONE)
def test_parts_rates_additions_and_other_times_are_no_tallies(text):
    assert [each for each in read(text) if each.known] == []


def test_a_tally_is_narrowed_by_the_countries_beside_it():
    scopes = [each.scope for each in read("The breach affected 40,000 British customers and 90,000 people in Canada.")]
    assert scopes == [{"GB"}, {"CA"}]


@pytest.mark.parametrize("text", ["", "word" * 1000, "🙂 12 🙂", "TWELVE DEAD", "12", "Am Montag starben 12 Menschen."])
def test_odd_texts_break_nothing(text):
    assert isinstance(read(text or "x"), list)
