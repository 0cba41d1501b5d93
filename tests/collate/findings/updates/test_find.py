"""What went on between reports is an update; what only looks so is none."""

import msgspec
import pytest
from tests.collate.build import reports_of, storyline_of

from variorum.collate.findings.find import find_findings
from variorum.collate.findings.updates import find_updates
from variorum.collate.points import read_wordings
from variorum.collate.storyline import Storyline

QUAKE = [
    (
        "2026-03-11T09:10",
        "At least 12 people were killed when an earthquake struck the Orvan valley on Wednesday, the governor said. "
        "Hospitals in the valley took in 80 injured. It was the worst quake since 2003, when 31 people were killed.",
    ),
    (
        "2026-03-11T18:30",
        "The death toll from the earthquake in the Orvan valley rose to 27 by evening. "
        "More than 140 people were hurt, among them 20 children of a school in Tessen.",
    ),
    (
        "2026-03-12T08:00",
        "Rescuers dug for a second day in the Orvan valley, where an earthquake has claimed the lives of 34 people. "
        "The governor said that 160 were being treated in hospitals.",
    ),
]
BREACH = [
    (
        "2026-03-02T10:00",
        "Hackers stole the data of 40,000 British customers of the lender Corvane, it said on Monday. "
        "“We are sorry,” said the chief executive, Dara Quill.",
    ),
    (
        "2026-03-09T10:00",
        "The breach at Corvane exposed 2.1 million British customers, the lender admitted. "
        "In Canada, 9,000 people were affected.",
    ),
    (
        "2026-03-11T10:00",
        "Dara Quill, who stepped down as chief executive of Corvane on Tuesday, will speak before parliament.",
    ),
]
FIRE = [
    (
        "2026-03-10T08:00",
        "A boy started the fire in the Halden mill on Monday night, police said. They did not identify the boy. "
        "The mill's owner said the boy had climbed over a fence. The watchman has not been charged.",
    ),
    (
        "2026-03-10T12:00",
        "The boy climbed over a fence before the fire in the Halden mill broke out. "
        "The fire brigade was called at 6 a.m.",
    ),
    (
        "2026-03-12T08:00",
        "Jonas Ridley climbed over a fence of the Halden mill with two matches, his mother said. "
        "Police arrested the watchman on Wednesday. Earlier reports had put the start of the fire at 5 a.m.",
    ),
]


def updates_of(*reports):
    storyline = storyline_of(*reports)
    return find_updates(storyline, read_wordings(storyline))


def told(update):
    return [value for _, value in sorted(update.spots, key=lambda each: each[0])]


def test_tallies_that_later_reports_give_higher():
    assert [(each.aspect, told(each)) for each in updates_of(*QUAKE)] == [
        ("figure", [12.0, 27.0, 34.0]),
        ("figure", [80.0, 140.0, 160.0]),
    ]


def test_a_rise_is_one_finding_with_its_reason():
    found = [each for each in find_findings(storyline_of(*QUAKE)) if each.kind in ("update", "conflict")]
    assert [each.kind for each in found] == ["update", "update"]
    assert "rose from “12” to “34”" in found[0].why


def test_countries_are_told_apart_and_an_office_is_left():
    figure, status = updates_of(*BREACH)
    assert told(figure) == [40_000.0, 2_100_000.0]
    assert status.aspect == "status"
    assert any("stepped down" in str(value) for value in told(status))


def test_who_was_not_named_is_named_and_who_was_not_charged_is_arrested():
    found = {each.aspect: told(each) for each in updates_of(*FIRE)}
    assert found["name"] == ["identify the boy", "Jonas Ridley"]
    assert found["status"] == ["watchman has not been charged", "arrested the watchman"]


PLEA = (
    ("2026-03-10T08:00", "Tarik Osman, 40, pleaded not guilty to theft at the court in Tessen."),
    ("2026-03-12T08:00", "Tarik Osman admitted the theft on Thursday."),
)


def test_a_plea_that_changed():
    (update,) = updates_of(*PLEA)
    assert update.aspect == "status"


AGES = (
    ("2026-03-11T10:00", "A six-year-old girl was pulled from the river Sorn on Tuesday."),
    (None, "The girl had previously been reported to be six years old, but police said later that she is five."),
)


def test_nobody_is_what_was_not_identified():
    early = (
        ("2026-03-11T08:00", "An unidentified missile flew over Skarn. The missile flew for an hour."),
        ("2026-03-11T09:00", "The missile flew over the harbour."),
    )
    assert updates_of(*early, ("2026-03-13T08:00", "Anna Lund flew to Skarn.")) == []
    boys = [(day, text.replace("missile", "boy")) for day, text in early]
    (update,) = updates_of(*boys, ("2026-03-13T08:00", "Anna Lund flew to Skarn."))
    assert "Anna Lund" in told(update)


def test_one_of_several_who_is_not_named_is_nobody_who_is():
    named = ("2026-03-13T08:00", "“I vote as I like,” said delegate Ana Ridley of Tessen.")
    for told_of in ("A delegate has not been named.", "A fifth delegate has not been named."):
        early = ("2026-03-11T08:00", f"Four delegates will vote for the plan. {told_of}")
        assert len(updates_of(early, named)) == (told_of.startswith("A delegate"))
    both = (named[0], f"{named[1]} The mayor thanked delegate Tom Quill.")
    assert updates_of(("2026-03-11T08:00", "A delegate has not been named."), both) == []


BLAST = "A bomb killed nine people at the market in Tessen. "


@pytest.mark.parametrize(
    ("early", "late", "words"),
    [
        (
            "No group has claimed responsibility.",
            "The Orvan Front claimed responsibility on Thursday.",
            ["claimed responsibility", "claimed responsibility"],
        ),
        (
            "Nobody is under arrest, the mayor said.",
            "Police arrested two brothers on Thursday.",
            ["Nobody is under arrest", "arrested two brothers"],
        ),
        (
            "An appeal was being considered.",
            "The owners lodged an appeal on Thursday.",
            ["appeal was being considered", "lodged an appeal"],
        ),
    ],
)
def test_what_a_story_has_once_goes_on_whoever_does_it(early, late, words):
    dated = ("2026-03-11T08:00", BLAST + early), ("2026-03-13T08:00", BLAST + late)
    assert [told(each) for each in updates_of(*dated)] == [words]
    assert updates_of((dated[1][0], dated[0][1]), (dated[0][0], dated[1][1])) == []


@pytest.mark.parametrize(
    ("early", "late", "words"),
    [
        (
            "Quill will be sentenced on Thursday.",
            "Dara Quill was sentenced to a year.",
            ["will be sentenced", "was sentenced"],
        ),
        (
            "The council will demolish the mill.",
            "The council demolished the mill in the spring.",
            ["will demolish", "demolished"],
        ),
        ("The council has not demolished the mill.", "Crews demolished the mill.", []),
        ("The council will demolish the mill.", "The council demolished the school.", []),
    ],
)
def test_what_was_to_come_has_come_about(early, late, words):
    first = "Dara Quill, the owner of the mill in Halden, was found guilty. "
    dated = ("2026-03-10T08:00", first + early), ("2026-03-13T08:00", late)
    assert [told(each) for each in updates_of(*dated) if "come about" in each.reason] == ([words] if words else [])


def test_what_is_undone_comes_later_though_reports_of_one_day_do_not_tell():
    lost = ("2026-03-11", "The office has lost contact with its lander, officials said early on Wednesday.")
    found = ("2026-03-11", "Contact with the lander was restored on Wednesday after a silence of 19 hours.")
    assert [told(each) for each in updates_of(lost, found)] == [
        ["lost contact", "Contact with the lander was restored"]
    ]
    assert updates_of(("2026-03-12", lost[1]), ("2026-03-10", found[1])) == []


def test_what_stood_lies_on_its_side():
    stands = ("2026-03-11", "The lander stands upright on its four legs.")
    lies = ("2026-03-12", "The lander is lying on its side and will not drill.")
    assert [told(each) for each in updates_of(stands, lies)] == [
        ["lander stands upright", "lander is lying on its side"]
    ]


def test_a_report_that_corrects_itself_decides_without_dates():
    (update,) = updates_of(*AGES)
    assert sorted(str(value) for value in told(update)) == ["5.0", "6.0", "6.0"]


def test_a_correction_covers_every_place_of_a_value_and_shows_one_a_report():
    again = (AGES[0][0], AGES[0][1] + " The six-year-old girl had slipped on the ice.")
    (update,) = updates_of(again, AGES[1])
    assert len(update.spots) == 3
    assert len(update.covers) == 4


SHARES = (
    ("2026-03-11T11:00", "Shares of Corvane Group rose 2 percent before the opening bell."),
    ("2026-03-11T13:00", "Shares of Corvane Group fell 3 percent in early trading."),
)


def test_a_price_that_turned_within_the_day():
    (update,) = updates_of(*SHARES)
    assert "hours of trading" in update.reason


@pytest.mark.parametrize(
    ("early", "late", "values"),
    [
        ("Nine migrants died in a lorry.", "Ten of those who climbed in are dead.", [9.0, 10.0]),
        ("Seven guests were killed.", "An eighth person has died.", [7.0, 8.0]),
        ("At least 16 campers died.", "Twenty campers lost their lives.", [16.0, 20.0]),
        ("Nineteen people are missing.", "Sixteen are still being looked for.", [19.0, 16.0]),
        ("The fire blackened 3,200 acres.", "The blaze grew to 17.8 square miles.", None),
        ("The fire was 5 percent contained.", "The fire is 60 percent contained.", [5.0, 60.0]),
    ],
)
def test_what_was_counted_on_the_day_before(early, late, values):
    (update,) = updates_of(("2026-03-11", early), ("2026-03-12", late))
    assert update.aspect == "figure"
    assert values is None or told(update) == values
    flat = "now" not in late and "grew" not in late and "least" not in early
    assert not flat or updates_of(("2026-03-11T23:40", early), ("2026-03-12T00:20", late)) == []


def test_those_who_are_still_missing_are_fewer():
    (update,) = updates_of(("2026-03-11", "Nine people are missing."), ("2026-03-12", "Three people are missing."))
    assert update.reason.startswith("the count fell from “Nine” to “Three”")


def test_a_day_that_follows_from_the_text_makes_no_count_fall():
    dated = [("2026-03-11", "A quake killed 11 people."), ("2026-03-14", "The quake killed 38 people.")]
    late = (None, "The quake killed 41 people.")
    storyline = storyline_of(*dated, late)
    guessed = [
        msgspec.structs.replace(report, published="2026-03-11", published_basis="text")
        if report.published is None
        else report
        for report in storyline.reports
    ]
    (update,) = find_updates(Storyline(guessed), read_wordings(Storyline(guessed)))
    assert told(update) == [11.0, 38.0, 41.0]


@pytest.mark.parametrize(
    ("early", "late", "words"),
    [
        (
            "A motorway beside the base was closed.",
            "The highway has reopened.",
            ["motorway beside the base was closed", "highway has reopened"],
        ),
        (
            "A spectator is in intensive care.",
            "The man was moved to an ordinary ward.",
            ["spectator is in intensive care", "man was moved to an ordinary ward"],
        ),
        (
            "The commander, Captain Modibo Diarra, is missing.",
            "The body of Captain Diarra was identified.",
            ["Diarra, is missing", "identified"],
        ),
        ("A man of 57 is in a serious condition.", "The women went home.", None),
        ("Highway 1 was shut.", "The coast road stayed open.", None),
    ],
)
def test_whom_and_what_a_state_is_of(early, late, words):
    found = [told(each) for each in updates_of(("2026-03-11", early), ("2026-03-13", late)) if each.aspect == "status"]
    assert (words is None) == (not found)
    assert words is None or [each[-1].endswith(words[-1].split()[-1]) for each in found] == [True]


@pytest.mark.parametrize(
    ("early", "late", "moved"),
    [
        ("The line will stay shut until Wednesday.", "The line will not reopen before 23 March.", True),
        ("A vote is scheduled for March 14.", "The vote has been moved from Saturday to Sunday.", True),
        ("Members will debate the plan on March 16.", "The speaker set the debate of members for March 20.", True),
        ("A vote is scheduled for March 14.", "A match is scheduled for March 20.", False),
        ("A vote is set for March 14.", "Members put their vote on record on Wednesday.", False),
        ("The vote was held on March 9.", "A vote is scheduled for March 20.", False),
        ("A vote is set for March 14 and a second vote for March 20.", "A vote is scheduled for March 20.", False),
    ],
)
def test_what_was_planned_for_another_day(early, late, moved):
    found = updates_of(("2026-03-10T08:00", early), ("2026-03-12T08:00", late))
    assert any("was moved" in each.reason for each in found) == moved


FLAT = "The fire in the Halden mill killed {} people on Monday, police said."
NO_UPDATES = {
    "two flat counts of one morning may be a mistake": [
        ("2026-03-11T08:00", FLAT.format(7)),
        ("2026-03-11T10:00", FLAT.format(9)),
    ],
    "the same moment": [
        ("2026-03-11T08:00", "At least seven people were killed in the fire."),
        ("2026-03-11T08:10", "At least nine people were killed in the fire."),
    ],
    "no moment": [(None, "At least seven people were killed."), (None, "The toll rose to nine.")],
    "a fall": [
        ("2026-03-10T08:00", "At least nine people were killed in the fire."),
        ("2026-03-12T08:00", "At least seven people were killed in the fire."),
    ],
    "a part and the whole": [
        ("2026-03-10T08:00", "Four of them were killed in a car."),
        ("2026-03-12T08:00", "At least seven people were killed in the storm."),
    ],
    "other people": [
        ("2026-03-10T08:00", "At least four soldiers were killed in the fighting."),
        ("2026-03-12T08:00", "At least seven people were killed in the fighting."),
    ],
    "another year": [
        ("2026-03-10T08:00", "In 2019, at least four people were killed in a fire in the same mill."),
        ("2026-03-12T08:00", "At least seven people were killed in the fire."),
    ],
    "other countries": [
        ("2026-03-10T08:00", "The breach affected at least 4,000 British customers."),
        ("2026-03-12T08:00", "The breach affected at least 9,000 customers in Canada."),
    ],
    "he had left before": [
        ("2026-03-10T08:00", "The former chief executive, Dara Quill, was not at the meeting."),
        ("2026-03-12T08:00", "Dara Quill, who resigned as chief executive, was seen in Tessen."),
    ],
    "he is asked to leave": [
        ("2026-03-10T08:00", "The chief executive, Dara Quill, was at the meeting."),
        ("2026-03-12T08:00", "Workers demanded that chief executive Dara Quill resign."),
    ],
    "what may come": [
        ("2026-03-10T08:00", "The watchman has not been charged."),
        ("2026-03-12T08:00", "The watchman could be charged with arson."),
    ],
    "two occasions": [
        ("2026-03-02T08:00", "The north fired two missiles over the sea."),
        ("2026-03-12T08:00", "The north fired three missiles over the sea."),
    ],
    "shares of two owners": [
        ("2026-03-11T11:00", "Shares of Corvane Group rose 2 percent before the opening bell."),
        ("2026-03-11T13:00", "Shares of Norvik Bank fell 3 percent in early trading."),
    ],
    "a named witness": [
        ("2026-03-10T08:00", "Police did not identify the driver."),
        ("2026-03-12T08:00", "Mila Orsen saw the crash from her window."),
    ],
}


@pytest.mark.parametrize("why", NO_UPDATES)
def test_what_is_no_update(why):
    assert updates_of(*NO_UPDATES[why]) == []


@pytest.mark.parametrize("story", [QUAKE, BREACH, FIRE])
def test_the_order_of_reports_changes_nothing_and_a_copy_neither(story):
    reports = reports_of(*story)
    one, other = (Storyline(each) for each in (reports, reports[::-1]))
    found = find_updates(one, read_wordings(one))
    assert found == find_updates(other, read_wordings(other))


@pytest.mark.parametrize("story", [QUAKE, BREACH, FIRE])
def test_nothing_goes_on_within_one_report(story):
    day, _ = story[0]
    assert updates_of((day, " ".join(text for _, text in story))) == []


def test_who_is_dismissed_as_something_keeps_the_office():
    held = ("2026-03-10T08:00", "President Karin Berg ran for the seat again, as she had in Tessen.")
    spurned = ("2026-03-12T08:00", "Liberals dismissed Karin Berg as a film actor, but she won.")
    put_out = ("2026-03-12T08:00", "The board dismissed Karin Berg as president on Wednesday.")
    assert not updates_of(held, spurned)
    assert updates_of(held, put_out)


def test_an_undated_report_that_repeats_a_count_of_a_rise_is_no_conflict():
    told_of = "{} people died when the roof of the Halden mill fell in."
    dated = [("2026-03-10T08:00", told_of.format(38)), ("2026-03-14T08:00", told_of.format(41))]
    magazine = ("", "Years later people in Halden speak of the day. " + told_of.format(41))
    found = [each for each in find_findings(storyline_of(*dated, magazine)) if each.kind in ("update", "conflict")]
    assert [each.kind for each in found] == ["update"]


def test_what_repeats_the_values_of_a_rise_is_told_once():
    caption = "The mill in Halden, where the roof fell in and hurt another 40 workers. "
    story = (
        ("2026-03-10T08:00", "At least 40 workers were hurt when the roof of the Halden mill fell in. " + caption),
        ("2026-03-12T08:00", "More than 50 workers were hurt when the roof of the Halden mill fell in."),
    )
    found = [each for each in find_findings(storyline_of(*story)) if each.kind in ("update", "conflict")]
    assert [each.kind for each in found] == ["update"]
