"""Figures of two wholes, and figures of one that stay a difference."""

import pytest
from tests.collate.build import storyline_of
from tests.collate.findings.pairing import is_explained, kind_told, pair_in

from variorum.collate.findings.explained.amounts.wholes import of_part_and_whole
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.points import read_wordings

TWO = [
    # A margin; some of a row; what must be; the whole way and what was gone of it.
    (
        "Berg beat Holm four rounds sooner than in their first fight.",
        "Berg beat Holm in seven rounds on Friday.",
        "four",
        "seven",
    ),
    (
        "A yacht, the Second Wind, was bought with £410,000 of it, the lawyer said.",
        "Holm stole £2.1 million in six years and bought a yacht, the Second Wind, with part of it.",
        "£410,000",
        "£2.1 million",
    ),
    ("Holm has 13 more points than Berg in the league.", "Holm has 240 points in the league.", "13", "240"),
    (
        "Holm will miss the team's final two games with a sore knee.",
        "Holm had surgery on his knee and missed four games in the autumn.",
        "two",
        "four",
    ),
    (
        "By the old rule a star would have to be 40 miles away from the moon.",
        "The star was 52 miles away from the moon on Monday.",
        "40 miles",
        "52 miles",
    ),
    (
        "The plane turned back three hours into a nine-hour flight to Oslo.",
        "The passengers were home again after six hours of flying.",
        "nine-hour",
        "six hours",
    ),
    # What lasts and what passed; what was before it grows.
    (
        "The craft rounds the moon with a cycle of 94 minutes and 20 seconds.",
        "The craft was in its orbit nine minutes and 40 seconds after its start.",
        "94 minutes and 20 seconds",
        "nine minutes and 40 seconds",
    ),
    (
        "Oslo may get a team if the league grows beyond the seven clubs of today.",
        "The league would have 34 teams, including nine clubs of the north.",
        "seven",
        "nine",
    ),
    # A birthday that bounds and one that is a day.
    (
        "The boy turns into a bear on his 12th birthday.",
        "The boy is given bread and milk until his 20th birthday.",
        "12th",
        "20th",
    ),
    # Shares of two countries.
    (
        "Some 55 percent of the calls in Norway and 82 percent in Peru were lost.",
        "About 65 percent of the calls to Peru were lost.",
        "55 percent",
        "65 percent",
    ),
    # What a house is made of and who was in it.
    (
        "Smoke came out of the back of the three-storey building.",
        "Two children were in the back of the hall.",
        "three",
        "Two",
    ),
    # A sum and its parts, told far from each other; ordinals in two rows.
    (
        "The papers tell of 140 ministers and officials.",
        "The papers name 12 ministers and tell of the affairs of 128 other ministers and officials.",
        "140",
        "128",
    ),
    (
        "Berg is the fifth NBA head coach who was fired this season.",
        "Berg is the third Eastern Conference head coach who was let go this season.",
        "fifth",
        "third",
    ),
    (
        "It gave each of them a scholarship until their 20th birthday.",
        "A son turns into a bear on the first Friday after his 12th birthday.",
        "20th",
        "12th",
    ),
]

ONE = [
    ("Berg beat Holm in six rounds.", "Berg beat Holm in seven rounds on Friday.", "six", "seven"),
    ("Holm will miss the final two games.", "Holm misses the last four games in May.", "two", "four"),
    ("More than 40 people were hurt.", "Some 60 people were hurt in the crash.", "40", "60"),
    ("Drivers must be 18 years old.", "The age at which one may drive is 21 years.", "18 years", "21 years"),
    ("They saved 200 people from Peru.", "They saved 250 people in Norway.", "200", "250"),
    ("Holm has 2,129 points, 13 more than Berg.", "Holm ended the year with 2,229 points.", "2,129", "2,229"),
    ("The star was 40 miles away.", "The star was 52 miles away from the moon on Monday.", "40 miles", "52 miles"),
    ("The plane landed after four hours.", "The plane came down after six hours.", "four hours", "six hours"),
    ("It fell four minutes after its start.", "It fell six minutes before the end.", "four minutes", "six minutes"),
    ("He may stay until his 12th birthday.", "He may live there until his 20th birthday.", "12th", "20th"),
    (
        "Some 55 percent of the calls in Peru were lost.",
        "About 65 percent of the calls to Peru were lost.",
        "55 percent",
        "65 percent",
    ),
    (
        "They found six rifles, 14 magazines, two rockets and a radio.",
        "They found six rifles, 14 magazines, three rockets and a radio.",
        "two",
        "three",
    ),
    ("A five-man crew was saved.", "Seven men were saved.", "five", "Seven"),
    ("Sixty-three people were saved.", "Some 84 people were saved at sea.", "Sixty-three", "84"),
    (
        "Berg is the fifth NBA head coach who was fired.",
        "Berg is the third NBA head coach who was let go.",
        "fifth",
        "third",
    ),
    (
        "Turnout reached 83.9 percent in the election for 20 seats.",
        "The board said that turnout was almost 70 percent.",
        "83.9 percent",
        "almost 70 percent",
    ),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), TWO)
def test_figures_of_two_wholes_are_explained(one, other, left, right):
    assert is_explained(one, other, left, right)
    assert is_explained(other, one, right, left)


@pytest.mark.parametrize(("one", "other", "left", "right"), ONE)
def test_figures_of_one_whole_stay_a_difference(one, other, left, right):
    assert not is_explained(one, other, left, right)
    assert not is_explained(other, one, right, left)


def test_what_came_on_top_is_another_scope():
    assert kind_told("Ada married three times.", "Ada married two more times.", "three", "two") == "variant"
    assert kind_told("Ada married three times.", "Ada married more than five times.", "three", "five") == "conflict"


@pytest.mark.parametrize(
    ("one", "other", "some", "all_", "told"),
    [
        ("The fire killed Captain Ola Holm and three other sailors.", "Four sailors died.", "three", "Four", True),
        ("The fire killed Ola Holm, and three others.", "Four sailors died in the fire.", "three", "Four", True),
        ("The fire killed Ola Holm, Anna Berg and two others.", "Four sailors died in the fire.", "two", "Four", True),
        ("The fire killed Ola Holm and three others.", "The fire killed six sailors.", "three", "six", False),
        ("Ola Holm said the fire killed three sailors.", "The fire killed four sailors.", "three", "four", False),
    ],
)
def test_those_named_count_too(one, other, some, all_, told):
    assert is_explained(one, other, some, all_, sure=0.9) == told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Berg waited in the rain for six hours.", "Berg slept for nine hours.", True),
        ("Berg stole the money over six years, a jury heard.", "Berg had been director for nine years.", True),
        (
            "Berg lived in Oslo for six years, friends said.",
            "Friends say Berg had lived in Oslo for nine years.",
            False,
        ),
        ("Berg was director for six years.", "Holm said Berg had been a director of it for nine years.", False),
    ],
)
def test_how_long_two_things_went_on(one, other, told):
    lengths = [next(each for each in ("six", "nine") if each in text) for text in (one, other)]
    assert is_explained(one, other, *lengths) == told


PART = ("Thirty of the boarders had been taken.", "Gunmen kidnapped 27 pupils at the school.", "Thirty", "27")
SMALL_PART = ("Twenty of the boarders had been taken.", "Gunmen kidnapped 27 pupils at the school.", "Twenty", "27")


def test_a_part_may_be_more_than_another_whole_where_the_place_is_not_sure():
    assert is_explained(*PART)
    assert not is_explained(*PART, sure=0.9)


def test_a_part_that_is_less_than_the_whole_is_a_part():
    assert is_explained(*SMALL_PART)
    assert is_explained(*SMALL_PART, sure=0.9)


def test_a_share_of_a_vote_is_no_part_of_another_share():
    assert not is_explained(
        "The mayor won with 54 percent of the vote.", "He won with 61 percent on Sunday.", "54 percent", "61 percent"
    )


@pytest.mark.parametrize(
    ("one", "other", "left", "right", "told"),
    [
        (
            "The song had a billion listeners in all.",
            "In its first month the song found 34 million listeners.",
            "a billion",
            "34 million",
            True,
        ),
        (
            "The song had 90 million listeners in all.",
            "In its first month the song found 34 million listeners.",
            "90 million",
            "34 million",
            False,
        ),
    ],
)
def test_figures_of_another_order_are_of_two_times(one, other, left, right, told):
    assert is_explained(one, other, left, right) == told


def test_what_passed_before_something_and_how_long_something_lasted():
    one, other = "Radio contact came back after a silence of 19 hours.", "Contact was lost two days after the landing."
    assert is_explained(one, other, "19 hours", "two days")
    assert not is_explained(one, "Contact came back after a silence of two days.", "19 hours", "two days")


@pytest.mark.parametrize(
    ("one", "other", "left", "right", "explained"),
    [
        # Two parts, of those in one state; of the injured put first.
        (
            "Twelve were hurt, three of them seriously.",
            "Twelve were hurt; five were seriously hurt.",
            "three",
            "five",
            0,
        ),
        (
            "Three of the wounded are in critical condition.",
            "Of the injured, five are in critical condition, the clinic said.",
            "Three",
            "five",
            0,
        ),
        # All of them; a share of as many.
        (
            "The attackers, about 40 of them, fled in two trucks.",
            "The 70 or so attackers fled in two trucks.",
            "40",
            "70",
            0,
        ),
        # A part, and what befell others.
        ("Twelve were hurt, three of them seriously.", "Ten people were hurt in the crash.", "three", "Ten", 1),
    ],
)
def test_parts_of_one_state_are_no_part_and_whole(one, other, left, right, explained):
    _, pair = pair_in(one, other, left, right)
    storyline = storyline_of(one, other)
    assert of_part_and_whole(Setting(storyline, read_wordings(storyline)), pair) == bool(explained)
