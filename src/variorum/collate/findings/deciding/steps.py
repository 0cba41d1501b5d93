"""How things go on, step by step, by the words that tell it (`lang/en/progress.toml`): arrested, charged, convicted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

from variorum.lang.tables import load_table

OFFICE = "office"


class Step(msgspec.Struct, frozen=True):
    """A step of a ladder: how far up."""

    ladder: str
    rank: int


@cache
def steps_told() -> Mapping[str, tuple[Step, ...]]:
    """Return the steps that each word or pair of words tells."""
    found: dict[str, list[Step]] = {}
    for ladder, steps in (*load_table("en", "progress")["ladders"].items(), *of_stories().items()):
        for rank, words in enumerate(steps):
            for word in words.split("|"):
                found.setdefault(word, []).append(Step(ladder, rank + 1))
    words = load_table("en", "progress")["words"]
    for word in (*words["leaving"].split("|"), *words["removed"].split("|")):
        found.setdefault(word, []).append(Step(OFFICE, 1))
    return {word: tuple(steps) for word, steps in found.items()}


def are_two_steps(one: Iterable[str], other: Iterable[str]) -> bool:
    """Return whether words tell two steps of one thing that goes on, of which one follows the other."""
    steps, others = ({step for word in words for step in steps_told().get(word, ())} for words in (one, other))
    return not {step.ladder for step in steps}.isdisjoint(step.ladder for step in others) and not steps & others


def of_stories() -> Mapping[str, list[str]]:
    """Return the ladders that a story goes up, whoever does what they tell."""
    ladders: Mapping[str, list[str]] = load_table("en", "progress")["story"]
    return ladders
