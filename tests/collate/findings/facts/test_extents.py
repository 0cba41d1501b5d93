"""Sizes of things, and shares of something, and which two of them exclude each other."""

import pytest
from tests.collate.build import storyline_of

from variorum.collate.findings.facts.differ import differ_in_facts
from variorum.collate.findings.facts.measures.extents import EXTENT_RELATIONS
from variorum.collate.points import Weights, read_wordings


def told(*texts: str) -> set[frozenset[str]]:
    wordings = read_wordings(storyline_of(*texts))
    pairs = differ_in_facts(wordings, Weights(wordings), EXTENT_RELATIONS)
    return {
        frozenset(wordings[side.wording].words(side.unit.first, side.unit.end) for side in (pair.left, pair.right))
        for pair in pairs
    }


DIFFERENT = [
    ("The 8.5-tonne station fell into the sea.", "A 20-tonne station broke up.", "8.5-tonne", "20-tonne"),
    (
        "Nearly 35 percent of all seaborne oil goes this way.",
        "The strait carries 48 percent of the world's sea-borne oil exports.",
        "35 percent",
        "48 percent",
    ),
]


@pytest.mark.parametrize(("one", "other", "value", "partner"), DIFFERENT)
def test_two_extents_of_one_thing_are_told(one: str, other: str, value: str, partner: str) -> None:
    assert told(one, other) == {frozenset({value, partner})}
    assert told(other, one) == {frozenset({value, partner})}


ALIKE = [
    # Two things; two that have names.
    ("The 8.5-tonne station fell into the sea.", "A 20-tonne ship went to look for it."),
    ("The 8.5-tonne Tiangong station fell.", "The 77-tonne Skylab station fell as well."),
    ("A 6-foot man ran away.", "A 5-foot man with a bag was seen."),
    # Shares of two lands, and of people asked.
    ("Some 35 percent of voice traffic in Norway was lost.", "Some 80 percent of voice traffic in Peru was lost."),
    (
        "Some 55 percent of voice traffic in Norway and 82 percent in Peru was lost.",
        "Peru lost 82 percent of its voice traffic to Norway.",
    ),
    ("Some 35 percent of Liberal voters like Berg.", "Some 60 percent of Liberal voters like Holm."),
    ("Some 35 percent of all oil goes this way.", "Some 60 percent of the oil comes from there."),
    # What a play gained.
    ("A 20-yard run tied the game.", "A 40-yard run followed."),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_extents_of_two_things_are_not_told(one: str, other: str) -> None:
    assert told(one, other) == set()
    assert told(other, one) == set()
