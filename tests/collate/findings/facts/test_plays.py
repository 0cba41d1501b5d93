"""When in a game something was done: clocks of one play that two reports tell otherwise."""

import pytest
from tests.collate.build import storyline_of

from variorum.collate.findings.explained.explainer import explains
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.facts.differ import differ_in_facts, state_facts
from variorum.collate.findings.facts.occasions.plays import PLAY_RELATIONS
from variorum.collate.points import Weights, read_wordings

DIFFERENT = [
    (
        "Brantford tied the game at 10-10 with 9:03 to play in the third quarter.",
        "The Foxes came out and tied the game with 5:20 left in the third quarter.",
    ),
    ("With 6:31 left in the first half, Joren Malk scored.", "Joren Malk set the record with 6:30 to go."),
]
# One clock, two parts of the game, two ties, two plays, a report that tells both, an hour of the day.
ALIKE = [
    ("With 6:31 left in the first half, Joren Malk scored.", "Joren Malk set the record with 6:31 remaining."),
    ("Joren Malk scored with 6:31 left in the first half.", "Joren Malk scored with 6:30 left in the second half."),
    ("Joren Malk scored with 6:31 left.", "Joren Malk scored with 5:02 left."),
    (
        "Brantford tied the game at 7-7 with 9:03 to play in the third quarter.",
        "The Foxes tied the game at 10-10 with 5:20 left in the third quarter.",
    ),
    ("Brantford tied the game with 9:03 to play.", "The Foxes tied the game with 5:20 left."),
    (
        "Joren Malk scored with 6:31 left. The clock showed Joren Malk scoring with 6:30 left.",
        "Joren Malk scored with 6:30 left.",
    ),
    ("Joren Malk left at 6:31.", "Joren Malk left at 6:30."),
]


def told_in(*texts: str) -> list[bool]:
    """For each pair whether it is explained away."""
    storyline = storyline_of(*((None, text) for text in texts))
    wordings = read_wordings(storyline)
    setting = Setting(storyline, wordings)
    return [
        explains(setting, pair) for pair in differ_in_facts(state_facts(wordings, PLAY_RELATIONS), Weights(wordings))
    ]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_clocks_of_one_play_are_told(one: str, other: str) -> None:
    assert told_in(one, other)
    assert not any(told_in(one, other))
    assert not any(told_in(other, one))


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_two_plays_and_one_clock_are_not_told(one: str, other: str) -> None:
    assert told_in(one, other) == []
    assert told_in(other, one) == []
