"""Figures of two happenings of one kind, and figures of one that stay a difference."""

import pytest
from tests.collate.findings.pairing import is_explained

TWO = [
    # One of a month, the other one of a day of the week.
    (
        "A blast in the Kolm mine on Tuesday killed 14 miners.",
        "In April, a blast in the Rova mine killed 31 miners.",
        "14",
        "31",
    ),
    # The sentence before tells when it was.
    (
        "A blast tore through the Kolm mine on Tuesday, killing 14 miners and injuring 40.",
        "A worse blast struck the Rova mine in 2004. It killed 31 miners and injured 90.",
        "40",
        "90",
    ),
    # No day is told, but a sentence opens with a month long before.
    (
        "Two pipes were cut after three ships were sunk in the strait.",
        "In January, five ships in the strait were sunk.",
        "three",
        "five",
    ),
    # Two hours of a day.
    (
        "More than 200 people set off from the square at 8:30 p.m. with candles.",
        "Starting at 7 p.m., nearly 100 people set off from the square for the port.",
        "200",
        "100",
    ),
]

ONE = [
    (
        "More than 200 people set off from the square at 8 p.m. with candles.",
        "Starting at about 8:10 p.m., nearly 100 people set off from the square for the port.",
        "200",
        "100",
    ),
    ("A blast in the Kolm mine on Tuesday killed 14 miners.", "The blast on Tuesday killed 31 miners.", "14", "31"),
    # The month holds the day.
    (
        "A blast in the Kolm mine on 4 April 2015 killed 14 miners.",
        "In April 2015, a blast in the Kolm mine killed 31 miners.",
        "14",
        "31",
    ),
    (
        ("", "Holm hurt his knee on Oct. 19 and missed four games."),
        ("", "Holm missed five games with a sore knee in October."),
        "four",
        "five",
    ),
    # Said on a day, of what the other one tells of a month.
    (
        "A blast in the Kolm mine killed 14 miners in April, police said on Tuesday.",
        "In April, a blast in the Kolm mine killed 31 miners.",
        "14",
        "31",
    ),
    # The sentence before tells of the same day.
    (
        "A blast tore through the Kolm mine on Tuesday, killing 14 miners.",
        "A blast struck the Kolm mine on Tuesday. It killed 31 miners.",
        "14",
        "31",
    ),
    # The sentence before tells of a year by the way; what has been is up to now.
    (
        "The firm said on Tuesday that it would shut. On Tuesday it fired 300 miners.",
        "The firm, which was founded in 1998, is in debt. It fired 400 miners.",
        "300",
        "400",
    ),
    (
        "A blast in the Kolm mine on Tuesday killed 14 miners.",
        "The inspectors passed the mine in April, and its blast on Tuesday killed 31 miners.",
        "14",
        "31",
    ),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), TWO)
def test_figures_of_two_happenings_are_explained(one, other, left, right):
    assert is_explained(one, other, left, right)
    assert is_explained(other, one, right, left)


@pytest.mark.parametrize(("one", "other", "left", "right"), ONE)
def test_figures_of_one_happening_stay_a_difference(one, other, left, right):
    assert not is_explained(one, other, left, right)
    assert not is_explained(other, one, right, left)
