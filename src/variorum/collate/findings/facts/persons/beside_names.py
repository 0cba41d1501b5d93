"""The names of persons in one sentence, and the spots beside a name where a fact of its bearer stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.facts.named import is_person
from variorum.collate.points import Value, Wording
from variorum.lang.senses import is_kind_of

# Stretches set off by commas after a name, and the words that each of them has at most.
_STRETCHES = 4
_LONGEST = 10
_ENDING = frozenset({"and", "or", "but"})
PRONOUNS = frozenset({"he", "she"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PLURAL = frozenset({"are", "were"})


class Spot(NamedTuple):
    """Where a stretch that tells something of a named person begins, and in which way it hangs on the name.

    `direct`: right after the name; `apposed`: after a comma, the first of them of `order` 0; `is`, `was`: after the
    verb of which the name is the subject.
    """

    at: int
    how: Literal["direct", "apposed", "is", "was"]
    order: int = 0


def pronouns_in(wording: Wording) -> Iterator[int]:
    """Yield the words "he" and "she" that are subjects."""
    if PRONOUNS.isdisjoint(wording.lemma):
        return
    for index, role in enumerate(wording.dep):
        if role in SUBJECTS and wording.lemma[index] in PRONOUNS:
            yield index


def is_in_apposition(wording: Wording, name: Value) -> bool:
    """Return whether a name is set beside a noun before it: "his brother, Ole Berg, fled", not "a boy, Berg said"."""
    return wording.dep[top_of(wording, unit_of(name))] == "appos"


def is_of_another(wording: Wording, name: Value) -> bool:
    """Return whether what stands after a name may be told of somebody else: "a friend of Berg, 34, said"."""
    at = name.first - 1
    return at > 0 and wording.lemma[at] == "of" and is_kind_of(wording.lemma[at - 1], "person")


def spots_after(wording: Wording, end: int) -> Iterator[Spot]:
    """Yield where something is told of whom the words before `end` name: next, between commas, after "is" and "was"."""
    at = end
    if at >= len(wording):
        return
    yield Spot(at, "direct")
    yield from _copula(wording, at)
    for order in range(_STRETCHES):
        if at >= len(wording) - 1 or wording.word(at) != ",":
            return
        at += 1
        if is_person(wording.value_at.get(at)) or wording.lemma[at] in _ENDING:
            return
        verb = at + 1 if wording.lemma[at] == "who" and at + 1 < len(wording) else at
        predicated = list(_copula(wording, verb))
        yield Spot(at, "apposed", order)
        yield from predicated
        comma = _end_of_stretch(wording, at)
        if comma is None or verb > at or predicated:
            return
        at = comma


def _copula(wording: Wording, at: int) -> Iterator[Spot]:
    if wording.lemma[at] != "be" or wording.pos[at] != "AUX" or wording.word(at).lower() in _PLURAL:
        return
    after = at + 1
    while after < len(wording) and wording.pos[after] == "ADV":
        after += 1
    if after < len(wording) and wording.lemma[after] != "not":
        yield Spot(after, "was" if wording.tag[at] == "VBD" else "is")


def _end_of_stretch(wording: Wording, at: int) -> int | None:
    """The comma that ends a stretch which is no clause and names nobody else; None where there is none."""
    for index in range(at, min(at + _LONGEST, len(wording))):
        if wording.word(index) == ",":
            return index
        if wording.pos[index] in ("VERB", "AUX") or is_person(wording.value_at.get(index)):
            return None
    return None
