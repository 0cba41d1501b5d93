"""Can two predicates or descriptions hold of one thing? Told by meaning, negation and opposed sides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import msgspec

from variorum.lang.senses import load_senses, near_words, relation_of
from variorum.lang.tables import load_table

# What joins the parts of a compound ("sea-to-surface") and tells nothing itself.
_LINKS = frozenset({"to", "of", "and", "the", "in", "on", "by", "a"})


_PAIR = 2
# Whoever bears an office: spokesman, spokeswoman, spokesperson. "Man" and "woman" by themselves stay apart.
_PERSON = re.compile(r"(?<=\w{3})(?:wo)?man$|(?<=\w{3})person$")


class Meaning(msgspec.Struct, frozen=True):
    """What the words of two stretches have to do with one another: shares (0 to 1) of the shorter side's words.

    `denied` is true where exactly one side is negated.
    """

    same: float
    wider: float
    sibling: float
    opposed: float
    denied: bool


def compare_words(left: Sequence[str], right: Sequence[str], *, denied: bool) -> Meaning:
    """Return the meaning relation of two lists of content lemmas."""
    counts = dict.fromkeys(("same", "wider", "sibling", "opposed"), 0)
    shorter, longer = sorted((list(left), list(right)), key=len)
    for word in shorter:
        relations = {relation_of_words(word, other) for other in longer}
        for name in ("opposed", "same", "wider", "sibling"):
            if name in relations:
                counts[name] += 1
                break
    size = max(1, len(shorter))
    return Meaning(
        same=counts["same"] / size,
        wider=counts["wider"] / size,
        sibling=counts["sibling"] / size,
        opposed=counts["opposed"] / size,
        denied=denied,
    )


@lru_cache(maxsize=200_000)
def relation_of_words(one: str, other: str) -> str | None:
    """Return how two lemmas are related, by the table of sides, by prefixes that deny, or by the word table."""
    sides = _sides()
    for row, side in sides.get(one, ()):
        for row_other, side_other in sides.get(other, ()):
            if row == row_other:
                return "opposed" if side != side_other else "same"
    if (office := _PERSON.sub("", one)) != one and office == _PERSON.sub("", other):
        return "same"
    if one.count("-") > 1 and other.count("-") > 1 and set(one.split("-")) & set(other.split("-")) - _LINKS:
        return "sibling"
    if _undone(one) == other or _undone(other) == one:
        return "opposed"
    return relation_of(one, other)


def are_opposed(one: str, other: str) -> bool:
    """Return whether the relation of two lemmas is "opposed", sooner than `relation_of_words` tells it."""
    sides = _sides()
    if one in sides and other in sides and relation_of_words(one, other) == "opposed":
        return True
    if one[-4:] == other[-4:] and relation_of_words(one, other) == "opposed":
        return True
    return not load_senses().against(one).isdisjoint(near_words(other)) and relation_of_words(one, other) == "opposed"


def are_opposites(one: str, other: str) -> bool:
    """Return whether two lemmas are opposites outright, not only through words near to them."""
    sides = dict(_sides().get(one, ()))
    if any(sides.get(row, side) != side for row, side in _sides().get(other, ())):
        return True
    return _undone(one) == other or _undone(other) == one or other in load_senses().word(one).opposed


def says_the_same(one: str, other: str) -> bool:
    """Return whether two compounds say the same but for how a number or a part is written ("12-year", "twelve-year").

    Compounds of two parts must differ in words that exclude each other; of others the build tells that they do.
    """
    parts, others = one.split("-"), other.split("-")
    if len(parts) != len(others):
        return False
    differing = [(a, b) for a, b in zip(parts, others, strict=True) if in_figures(a) != in_figures(b)]
    if not differing:
        return True
    numbered = all(in_figures(a).isdigit() and in_figures(b).isdigit() for a, b in differing)
    if len(parts) == _PAIR and not numbered:
        return not any(relation_of_words(a, b) in ("opposed", "sibling") for a, b in differing)
    return False


def in_figures(word: str) -> str:
    """Return a small number in figures; any other word as it is."""
    table = load_table("en", "numbers")
    for name in ("ones", "teens", "tens"):
        if word in table[name]:
            return str(table[name][word])
    return word


def _undone(word: str) -> str | None:
    """Return what a word denies by its form (un-, in-, non-, dis-), or None."""
    for prefix in ("un", "non-", "non", "dis", "in", "im", "il", "ir"):
        if word.startswith(prefix) and len(word) > len(prefix) + 3:
            return word[len(prefix) :].lstrip("-")
    return None


@cache
def _sides() -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    table = load_table("en", "relations")
    for row, sides in enumerate([*table["opposed"], *([words] for words in table["alike"])]):
        for side, words in enumerate(sides):
            for word in words.split():
                found.setdefault(word, []).append((row, side))
    return found
