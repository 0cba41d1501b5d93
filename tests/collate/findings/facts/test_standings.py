"""Records of teams, magnitudes of quakes, and for which time something was done."""

import pytest
from tests.collate.build import storyline_of

from variorum.collate.findings.explained import Explainer
from variorum.collate.findings.facts.differ import differ_in_facts
from variorum.collate.findings.facts.measures.in_a_row import IN_A_ROW_RELATIONS
from variorum.collate.findings.facts.measures.magnitudes import MAGNITUDE_RELATIONS
from variorum.collate.findings.facts.measures.scores import SCORE_RELATIONS
from variorum.collate.points import Weights, read_wordings


RELATIONS = (*SCORE_RELATIONS, *MAGNITUDE_RELATIONS, *IN_A_ROW_RELATIONS)


def told(*texts: str) -> set[frozenset[str]]:
    wordings = read_wordings(storyline_of(*texts))
    pairs = differ_in_facts(wordings, Weights(wordings), RELATIONS)
    return {
        frozenset(wordings[side.wording].words(side.unit.first, side.unit.end) for side in (pair.left, pair.right))
        for pair in pairs
    }


DIFFERENT = [
    ("The Bears (9-5) beat the Lions in Oslo.", "Jonas Berg scored twice for the Bears (10-5).", "9-5", "10-5"),
    ("Jonas Berg, 21-3, 12 KOs, won in Oslo.", "Jonas Berg (22-3) won in Oslo.", "21-3", "22-3"),
    ("With the win the Bears improved to 9-5.", "The Bears' record rose to 10-5.", "9-5", "10-5"),
    (
        "A magnitude-6.1 quake struck the island.",
        "The 5.8-magnitude earthquake was felt in Oslo.",
        "magnitude-6.1",
        "5.8-magnitude",
    ),
    (
        "The tremor had a magnitude of 5.2, but Norvik Survey put the quake's magnitude at 5.9.",
        "Norvik Survey said that the quake had a magnitude of 6.3.",
        "5.9",
        "6.3",
    ),
    ("Berg won her fourth title on Sunday.", "Sunday saw Anna Berg win her sixth title.", "fourth", "sixth"),
    ("Berg was married for the third time.", "Anna Berg was married for the fifth time.", "third", "fifth"),
]


@pytest.mark.parametrize(("one", "other", "value", "partner"), DIFFERENT)
def test_two_standings_of_one_thing_are_told(one: str, other: str, value: str, partner: str) -> None:
    assert told(one, other) == {frozenset({value, partner})}


ALIKE = [
    ("The Bears (9-5) beat the Lions.", "The Lions (10-5) lost to the Bears."),
    ("The Bears improved to 9-5.", "The Bears improved to 5-2 at home."),
    ("The Bears entered the game (8-5) as the better team.", "The Bears (9-5) beat the Lions."),
    ("A magnitude-6.1 quake struck the island.", "A magnitude-6 earthquake struck the island."),
    ("A magnitude-6.1 quake struck the island.", "A magnitude-4.7 aftershock followed the quake."),
    ("A magnitude-6.1 quake struck the island.", "In 2003 a magnitude-7.4 earthquake killed many there."),
    ("A magnitude-6.1 quake struck the island.", "A magnitude-5.5 quake can cause damage."),
    ("A magnitude-6.1 quake struck the island.", "A quake of magnitude 4.2 was measured at dawn."),
    ("A magnitude-6.1 quake struck the island.", "A second quake of magnitude 5.4 shook Oslo."),
    ("A magnitude-6.1 quake struck the island.", "A quake of at least magnitude 5.9 shook Oslo."),
    ("A magnitude-6.1 quake struck the island.", "The last quake, of magnitude 6.4, was in February."),
    ("A magnitude-6.1 quake struck the island.", "Earthquakes of magnitude 5.5 are seldom felt."),
    ("The Bears (9-5) beat the Lions.", "The Bears (4-1) go to Oslo."),
    ("She beat Anna Berg, 6-3, 6-4, in Oslo.", "She beat Anna Berg, 6-4, 6-4, in Oslo."),
    ("The Bears beat the Lions 20-13.", "The Bears beat the Wolves 24-13."),
    ("The Bears beat the Lions 20-13.", "The Bears beat the Lions 24-10 last season."),
    ("Berg was the fourth coach since Holm took over.", "Anna Berg was the fifth coach fired this year."),
    ("Berg won her fourth national title.", "Anna Berg won her sixth title."),
    ("Berg was married for the third time.", "Anna Berg was arrested for the fifth time."),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_standings_of_two_things_are_not_told(one: str, other: str) -> None:
    assert told(one, other) == set()
    assert told(other, one) == set()


def test_records_of_one_team_are_not_explained_away() -> None:
    storyline = storyline_of("The Bears (9-5) beat the Lions in Oslo.", "Jonas Berg scored twice for the Bears (10-5).")
    wordings = read_wordings(storyline)
    (pair,) = differ_in_facts(wordings, Weights(wordings), RELATIONS)
    assert not Explainer(storyline, wordings).explains(pair)
