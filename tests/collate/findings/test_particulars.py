"""Values that are told alike in sentences which have nothing else in common."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.collate.build import storyline_of

from variorum.collate.findings.alike.particulars import find_particulars
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.points import Weights, read_wordings

DAY, WEEK_LATER = "2026-05-12", "2026-05-19"


def alike(*texts):
    """The words of the two values of each pair; texts are as `reports_of` takes them."""
    storyline = storyline_of(*texts)
    wordings = read_wordings(storyline)
    return [
        tuple(wordings[side.wording].words(side.unit.first, side.unit.end) for side in (pair.left, pair.right))
        for pair in find_particulars(Setting(storyline, wordings), Weights(wordings))
    ]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            "The dam is a wall of concrete 140 metres high.",
            "At 460ft it towers over Holm.",
            ("140 metres", "460ft"),
        ),
        (
            "The skipper was jailed for six years on Monday.",
            "Her lawyers called 72 months excessive.",
            ("six years", "72 months"),
        ),
        (
            "The skipper had spent 18 months in Kvam.",
            "He was there for a year and a half.",
            ("18 months", "a year and a half"),
        ),
        (
            "The ferry had left Kvam at 10.20am.",
            "At twenty past ten she cast off, bound for Bergen.",
            ("10.20am", "twenty past ten"),
        ),
        (
            "The storm took 88 houses in the valley.",
            "The final count of homes destroyed was 88.",
            ("88", "88"),
        ),
        ("The bridge cost $4.7 million.", "Critics mock the $4.7m crossing.", ("$4.7 million", "$4.7m")),
    ],
)
def test_particular_values_are_of_one_thing_in_whatever_words(one, other, words):
    assert words in alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Small and round counts, small lengths of time and full hours are of anything; so is a day of the story.
        ("Some 60,000 marched, said the unions.", "The yard has sold 60,000 boats."),
        ("Three boats sank off Kvam.", "Her three sons run a bakery."),
        ("The strike lasted six days.", "He was in Lund for six days."),
        ("The ferry left at 10 a.m.", "The shops open at 10 a.m."),
        ((DAY, "The ferry sank on Monday."), (DAY, "The council met on Monday.")),
        ((DAY, "The ferry sank on Monday evening."), (DAY, "The council met on Monday evening.")),
        # An amount that the other report gives otherwise in the same unit, and one of another person.
        ("The fire burned 12,900 acres.", "It has spread over 20 square miles, or 13,100 acres."),
        ("Jon Berg, 47, was hurt in the crash.", "Ole Dahl, 47, drove the bus."),
        ("Jon Berg scored 14 points for the Otters.", "Ole Dahl scored 14 points for the Bears."),
    ],
)
def test_what_stands_for_anything_or_is_of_another_is_not_told_alike(one, other):
    assert alike(one, other) == []


def test_a_day_far_from_the_reports_is_of_one_thing_and_one_of_theirs_is_not():
    far = alike((DAY, "The hearing is set for June 23."), (DAY, "The skipper will be back in court on June 23."))
    assert far == [("June 23", "June 23")]
    assert alike((DAY, "The hearing is set for May 14."), (WEEK_LATER, "The shop was robbed on May 14.")) == []


def test_a_year_long_past_needs_a_word_more_in_common():
    attack = (DAY, "It was the worst attack since 2011, when a bomb in the market killed nine.")
    assert ("2011", "15 years ago") in alike(attack, (DAY, "A bomb went off there 15 years ago, too."))
    assert alike(attack, (DAY, "He came to office in 2011.")) == []


@given(st.integers(min_value=13, max_value=9_999), st.integers(min_value=13, max_value=9_999))
def test_only_what_is_equal_is_told_alike(one, other):
    found = alike(f"The storm took {one} houses in the valley.", f"The final count of homes destroyed was {other}.")
    assert not found or one == other


def test_one_report_does_not_agree_with_itself():
    assert alike("The storm took 88 houses. In the end 88 homes were gone.") == []
