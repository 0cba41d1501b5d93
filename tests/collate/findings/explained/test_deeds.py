"""Figures of two deeds or states, and figures of one that stay a difference."""

import pytest
from tests.collate.findings.pairing import is_explained

TWO = [
    # Asked and offered.
    (
        "The miners demand a raise of 12 percent.",
        "The company has offered five percent.",
        "12 percent",
        "five percent",
    ),
    # Asked about; what did not come about; days before.
    (
        "Should the Otters go higher than $25 million a season for Holm?",
        "Holm is seeking a contract for $20 million per season.",
        "$25 million",
        "$20 million",
    ),
    (
        "The two firms held talks over a deal that would have created a giant with a market value of $130 billion.",
        "The fund owns a stake in Norvik, which had a market value of $66 billion as of Friday.",
        "$130 billion",
        "$66 billion",
    ),
    (
        "With 25 carries Berg was the best of the team.",
        "It was his second long game, and came one week after he managed 10 yards on eight carries.",
        "25",
        "eight",
    ),
    # How late and how long.
    # Missed and played; befallen and aboard; served and given.
    (
        "At least one sailor was killed in the attack on the trawler.",
        "Sixteen sailors were aboard the trawler, its owner said.",
        "one",
        "Sixteen",
    ),
    (
        "He served four months in prison for obstructing justice.",
        "He was sentenced to three years for obstructing justice.",
        "four months",
        "three years",
    ),
    # One raid and all of them.
    # One post and the whole time; one game and the season.
]

ONE = [
    (
        "The miners demand a raise of 12 percent.",
        "The miners want a raise of five percent.",
        "12 percent",
        "five percent",
    ),
    (
        "The tunnel would have cost 30 million crowns.",
        "The council put the cost of the tunnel at 40 million crowns.",
        "30 million crowns",
        "40 million crowns",
    ),
    (
        "Holm died on Friday, a day after Berg died when he fell 200 feet in the same park.",
        "Berg died after he fell 150 metres in the park.",
        "200 feet",
        "150 metres",
    ),
    (
        "The plane took off 20 minutes late, the airline said.",
        "The plane was delayed by an hour, the airport said.",
        "20 minutes",
        "an hour",
    ),
    ("Berg hurt his knee in May and missed six games.", "Berg was hurt and missed nine games.", "six", "nine"),
    (
        "The crash killed all ten people aboard.",
        "There were 12 people aboard the plane, its owner said.",
        "ten",
        "12",
    ),
    (
        "He served four months in prison for obstructing justice.",
        "He served a reduced sentence of six months in federal prison.",
        "four months",
        "six months",
    ),
    (
        "Ten people were killed in the capital on Monday, police said.",
        "Twelve people were killed in three attacks on Monday.",
        "Ten",
        "Twelve",
    ),
    (
        "Berg spent four seasons as head of scouting for the club.",
        "Berg, the club said, spent six seasons as its head of scouting.",
        "four",
        "six",
    ),
    (
        "He had 55 yards on five catches against Voss.",
        "On Sunday he ran well against Voss, with seven catches in all.",
        "five",
        "seven",
    ),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), TWO)
def test_figures_of_two_deeds_are_no_conflict(one, other, left, right):
    assert is_explained(one, other, left, right)
    assert is_explained(other, one, right, left)


@pytest.mark.parametrize(("one", "other", "left", "right"), ONE)
def test_figures_of_one_deed_differ(one, other, left, right):
    assert not is_explained(one, other, left, right)
    assert not is_explained(other, one, right, left)
