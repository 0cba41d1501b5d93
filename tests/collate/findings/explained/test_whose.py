"""Figures of two people told by pronoun or by role, and figures of one that stay a difference."""

import pytest
from tests.collate.findings.pairing import is_explained

TWO = [
    (
        "Anna Berg joined the Otters in May. She has scored six goals in the league.",
        "Petra Holm left the Otters in May. She had scored four goals for the club.",
        "six",
        "four",
    ),
    (
        "Anna Berg joined the Otters in May. She has spent 11 seasons in the league.",
        "Petra Holm has spent 19 seasons with the Otters.",
        "11",
        "19",
    ),
    (
        "Anna Berg led the team in runs. She had 793 yards in her first season.",
        "Petra Holm will start on Sunday. The rookie finished with 716 yards and five touchdowns.",
        "793 yards",
        "716 yards",
    ),
    # One, and the head of a family that has the name.
    (
        "Ole Berg ran his gang while serving a 15-year sentence in Oslo.",
        "Jens Holm died on Friday, officials said. The head of the Berg family was serving a 12-year sentence in Oslo.",
        "15-year",
        "12-year",
    ),
    # Sales of two things.
    (
        "For the Nimbus it is 12 million units in the quarter.",
        "Stratus sales will touch six million units in the quarter.",
        "12 million",
        "six million",
    ),
]

ONE = [
    (
        "Ole Berg ran his gang while serving a 15-year sentence in Oslo.",
        "The head of the Berg family was serving a 12-year sentence at a prison in Oslo.",
        "15-year",
        "12-year",
    ),
    (
        "Anna Berg led the team in runs. She had 793 yards in her first season.",
        "Anna Berg will start on Sunday. The rookie finished with 716 yards and five touchdowns.",
        "793 yards",
        "716 yards",
    ),
    (
        "Ole Berg ran his gang while serving a 15-year sentence in Oslo.",
        "Berg, the head of a family, was serving a 12-year sentence at a prison in Oslo.",
        "15-year",
        "12-year",
    ),
    (
        "Nimbus sales will touch 12 million units in the quarter.",
        "Sales of 9 million units were told, and Nimbus shipments will reach six million units.",
        "12 million",
        "six million",
    ),
    (
        "Anna Berg joined the Otters in May. She has scored six goals in the league.",
        "Anna Berg left the Herons in May. She has scored four goals in the league.",
        "six",
        "four",
    ),
    (
        "Anna Berg joined the Otters in May. She has scored six goals in the league.",
        "The striker Berg has scored four goals for the Herons.",
        "six",
        "four",
    ),
    # Both take part in what is told.
    (
        "Anna Berg joined the Otters in May. She beat Holm in six sets.",
        "Petra Holm lost to Berg in four sets.",
        "six",
        "four",
    ),
    ("It has scored six goals in the league.", "She has scored four goals in the league.", "six", "four"),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), TWO)
def test_figures_of_two_people_are_explained(one, other, left, right):
    assert is_explained(one, other, left, right)
    assert is_explained(other, one, right, left)


@pytest.mark.parametrize(("one", "other", "left", "right"), ONE)
def test_figures_of_one_person_stay_a_difference(one, other, left, right):
    assert not is_explained(one, other, left, right)
    assert not is_explained(other, one, right, left)
