"""Ages of two people, of one at two times, and of one that reports give otherwise."""

import pytest
from tests.collate.build import storyline_of
from tests.collate.findings.pairing import is_explained

from variorum.collate.findings.find import find_findings

TWO = [
    (
        "A 32-year-old Briton died on the mountain.",
        "A 36-year-old Australian climber died on the mountain.",
        "32",
        "36",
    ),
    ("A 32-year-old British climber fell.", "A 36-year-old Danish climber fell.", "32", "36"),
    ("Climber Ann Berg, 32, fell on the ridge.", "Climber Ole Dahl, 36, fell on the ridge.", "32", "36"),
    (
        ("2012-05-01", "Ann Berg, 27, crossed the bay alone."),
        ("2014-06-01", "Ann Berg, 29, crossed the bay alone."),
        "27",
        "29",
    ),
]
ONE = [
    (
        "Ole Berg's 15-year-old son told the court about the knife.",
        "Jens Berg, 17, told the court about the knife.",
        "15-year-old",
        "17",
    ),
    (
        "Berg's 15-year-old friend told the court about the knife.",
        "Berg's 17-year-old best friend told the court about the knife.",
        "15-year-old",
        "17-year-old",
    ),
    ("A 32-year-old Briton died on the mountain.", "A 36-year-old Briton died on the mountain.", "32", "36"),
    ("A 32-year-old British climber fell.", "A 36-year-old English climber fell.", "32", "36"),
    ("Climber Ann Berg, 32, fell on the ridge.", "Climber Ann Berg, 36, fell on the ridge.", "32", "36"),
    ("Climber Ann Berg, 32, fell on the ridge.", "Berg, 36, a climber, fell on the ridge.", "32", "36"),
    (
        ("2012-05-01", "Ann Berg, 27, crossed the bay alone."),
        ("2014-06-01", "Ann Berg, 37, crossed the bay alone."),
        "27",
        "37",
    ),
    (
        ("2012-05-01", "Ann Berg, 27, crossed the bay alone."),
        ("2012-06-01", "Ann Berg, 28, crossed the bay alone."),
        "27",
        "28",
    ),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), TWO)
def test_ages_of_two_people_or_times_are_explained(one, other, left, right):
    assert is_explained(one, other, left, right)
    assert is_explained(other, one, right, left)


@pytest.mark.parametrize(("one", "other", "left", "right"), ONE)
def test_ages_of_one_person_stay_a_difference(one, other, left, right):
    assert not is_explained(one, other, left, right)
    assert not is_explained(other, one, right, left)


COURT = "The jury gave its verdict. Karen Berg, 29, was found guilty of the theft from Jens Dahl."
DEED = "Police said that the thief was Karen Berg, 27, who ran away from Jens Dahl."
GROWN = [
    (("", DEED), ("", COURT)),
    (("", "Karen Berg, 26, wants to marry."), ("", "A friend told of 27-year-old Karen Berg.")),
    (("2012-05-01", "Karen Berg, 26, wants to marry."), ("2012-09-01", "A friend told of 27-year-old Karen Berg.")),
]
NOT_GROWN = [
    (("", DEED.replace("27", "29")), ("", COURT.replace("29", "27"))),
    (("", "Karen Berg, 26, fell on Sunday."), ("", "A friend told of 27-year-old Karen Berg on Sunday.")),
    (("2012-05-01", "Karen Berg, 26, wants to marry."), ("2012-05-02", "A friend told of 27-year-old Karen Berg.")),
    (("", "Karen Berg, 26, wants to marry."), ("", "A friend told of 37-year-old Karen Berg.")),
]


@pytest.mark.parametrize(("one", "other"), GROWN)
def test_an_age_may_have_grown_where_nothing_tells_of_one_day(one, other):
    assert figures(one, other) == figures(other, one) == []


@pytest.mark.parametrize(("one", "other"), NOT_GROWN)
def test_an_age_of_the_same_days_stays_a_conflict(one, other):
    assert figures(one, other) == ["conflict"]


def figures(*texts):
    return [each.kind for each in find_findings(storyline_of(*texts)) if each.kind == "conflict"]
