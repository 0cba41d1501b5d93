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
    # A term that he was given before.
    (
        "The court in Kolm sentenced Jon Holm to three years in prison on Saturday.",
        "Earlier, he was handed a 20-year sentence over the deaths at the mine.",
        "three years",
        "20-year",
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
        "The court in Kolm sentenced Jon Holm to three years in prison on Saturday.",
        "On Saturday he was handed a 20-year sentence over the deaths at the mine.",
        "three years",
        "20-year",
    ),
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


NAMED_ONCE = [
    # Another act, which is told of a past year, and a town that lies in another state.
    (
        "The bear was born in Dallas, Texas, and was brought to the Kvam zoo in 2014.",
        "The bear was born at a zoo in Florida, its keeper said.",
        "Dallas",
        "Florida",
    ),
]
NAMED_TWICE = [
    (
        "In 2014 the bear was brought to Kvam from Dallas.",
        "The bear was brought to Kvam from Boston, its keeper said.",
        "Dallas",
        "Boston",
    ),
    (
        "The bear was born in Dallas, Texas, and was brought to the Kvam zoo in 2014.",
        "The bear was born at a zoo in Texas, its keeper said.",
        "Dallas",
        "Texas",
    ),
    ("The bear was born in Dallas.", "The bear was born at a zoo in Texas.", "Dallas", "Texas"),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), NAMED_ONCE)
def test_a_year_of_the_next_act_says_nothing_of_a_name(one, other, left, right):
    assert not is_explained(one, other, left, right)
    assert not is_explained(other, one, right, left)


@pytest.mark.parametrize(("one", "other", "left", "right"), NAMED_TWICE)
def test_names_of_a_past_year_and_wider_places_are_explained(one, other, left, right):
    assert is_explained(one, other, left, right)
    assert is_explained(other, one, right, left)


@pytest.mark.parametrize("compared", ["the lowest since 2009", "fewer than in 2009"])
def test_a_year_that_a_figure_is_compared_with_dates_no_figure(compared):
    one = ("2026-03-11T08:00:00Z", f"The town counted 312 births, {compared}.")
    other = ("2026-03-11T09:00:00Z", "The town counted 287 births.")
    assert not is_explained(one, other, "312", "287")


def test_a_year_that_dates_a_figure_makes_it_another():
    one = ("2026-03-11T08:00:00Z", "The town counted 312 births in 2009.")
    other = ("2026-03-11T09:00:00Z", "The town counted 287 births.")
    assert is_explained(one, other, "312", "287")


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        # The year is of another clause, or of what stands beside a noun.
        (
            "The tunnel of Kolm is 2.9 kilometres long.",
            "The tunnel of Kolm, whose gallery was finished in 2011, is 2.3 kilometres long.",
            "2.9 kilometres",
            "2.3 kilometres",
        ),
        (
            "The hall cost 128 million crowns.",
            "The hall, a former store from 1933, cost 82 million crowns.",
            "128 million crowns",
            "82 million crowns",
        ),
    ],
)
def test_a_year_of_something_else_explains_nothing(one, other, left, right):
    assert not is_explained(one, other, left, right)


def test_a_year_that_a_figure_is_compared_with_is_not_its_own():
    old = "An older treaty, from 2014, promised 350 cubic metres of water a second."
    new = "A floor of 480 cubic metres of water a second is a third above what the treaty of 2014 laid down."
    assert is_explained(old, new, "350", "480")
