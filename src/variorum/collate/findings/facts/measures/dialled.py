"""Telephone numbers that differ by one slip: a digit too few, another digit, two of them turned round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from rapidfuzz.distance import OSA

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "measures", "dialling")
# Digits of a number as reports print it, with its area or without.
_LEAST, _MOST = 7, 15
# Two numbers that begin otherwise are of two lines.
_SAME_START = 3
_BETWEEN = frozenset("-‐‑–.()+ ")


def _find(wordings: Sequence[Wording]) -> Iterator[Fact]:
    for number, wording in enumerate(wordings):
        if not _words("calling").isdisjoint(wording.lemma):
            for unit, digits in _numbers(wording):
                yield Fact(digits[:_SAME_START], Side(number, unit), digits)


def _numbers(wording: Wording) -> Iterator[tuple[Unit, str]]:
    """The runs of digits that are long enough, with the digits alone."""
    index = 0
    while index < len(wording):
        end, digits, groups = index, "", 0
        while end < len(wording) and (found := _digits(wording.word(end))) is not None:
            digits, groups, end = digits + found, groups + bool(found), end + 1
        while end > index and not wording.word(end - 1)[-1:].isdigit():
            end -= 1
        # One group alone is a number of something else unless it is written as only telephone numbers are.
        if _LEAST <= len(digits) <= _MOST and (groups > 1 or digits[0] == "0" or "-" in wording.word(index)):
            yield Unit(index, end, None), digits
        index = max(end, index + 1)


def _digits(word: str) -> str | None:
    """The digits of a word that is nothing but digits and what stands between them; None for other words."""
    digits = "".join(char for char in word if char.isdigit() and char.isascii())
    return digits if all(char in _BETWEEN or char in digits for char in word) else None


def _is_slip(one: Stated, other: Stated) -> bool:
    return OSA.distance(one.fact.value, other.fact.value) == 1


DIALLED_RELATIONS: tuple[Relation, ...] = (Relation("telephone", "figure", _find, _is_slip),)
