"""Pairs of reports worth comparing, found by the rare words that they share.

Each report is filed under its heaviest words; a word's file keeps the latest reports only. So finding candidates takes
a time that does not grow with the archive, and old reports fall out of reach of common words first.
"""

from __future__ import annotations

from array import array
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.group.profile import Profile

HEAVIEST = 40  # words that a report is filed and looked for under
LONGEST = 384  # reports kept under one word
CANDIDATES = 48  # reports given back at most
# Weights as whole numbers, so that sums do not hang on their order: what two reports share is 1 at most.
_BITS, _WEIGHT, _ONE = np.uint64(32), np.uint64(0xFFFFFFFF), float(1 << 30)


class Candidates:
    """An index of reports, by their number of arrival."""

    def __init__(self) -> None:
        self._files: dict[int, _File] = {}

    def add(self, number: int, filed: Filed) -> None:
        """File a report under its heaviest words."""
        for term, weight in zip(filed.terms, filed.weights, strict=True):
            file = self._files.get(term)
            if file is None:
                file = self._files[term] = _File()
            file.append(number, weight)

    def find(self, filed: Filed) -> list[int]:
        """Return the numbers of the reports that share most weight with a report, at most CANDIDATES, in order."""
        held = [(file, weight) for term, weight in zip(*filed, strict=True) if (file := self._files.get(term))]
        if not held:
            return []
        # A key is a report's number with the weight shared under one word behind it: one sort brings those together.
        keys = np.concatenate([file.keys(weight) for file, weight in held])
        keys.sort()
        numbers = keys >> _BITS
        firsts = np.concatenate([[0], np.flatnonzero(numbers[1:] != numbers[:-1]) + 1])
        found = numbers[firsts]
        if len(found) > CANDIDATES:
            shared = np.add.reduceat(keys & _WEIGHT, firsts)
            # Of equals the earlier report.
            ranks = (shared << _BITS) | (_WEIGHT - found)
            ranks.partition(len(ranks) - CANDIDATES)
            found = np.sort(_WEIGHT - (ranks[-CANDIDATES:] & _WEIGHT))
        return [int(number) for number in found]


class Filed(NamedTuple):
    """The words that a report is filed under, and its weight under each."""

    terms: list[int]
    weights: list[float]


def choose_words(profile: Profile) -> Filed:
    """Return the words that a report is filed and looked for under."""
    body = profile.weights[:, 0]
    if len(body) > HEAVIEST:
        chosen = np.lexsort((profile.terms, -body))[:HEAVIEST]
        return Filed(profile.terms[chosen].tolist(), body[chosen].tolist())
    return Filed(profile.terms.tolist(), body.tolist())


class _File:
    """The latest reports under one word, with the word's weight in each."""

    __slots__ = ("_numbers", "_weights")

    def __init__(self) -> None:
        self._numbers = array("I")
        self._weights = array("f")

    def append(self, number: int, weight: float) -> None:
        if len(self._numbers) == 2 * LONGEST:
            del self._numbers[:LONGEST], self._weights[:LONGEST]
        self._numbers.append(number)
        self._weights.append(weight)

    def keys(self, weight: float) -> NDArray[np.uint64]:
        numbers = np.frombuffer(self._numbers, dtype=np.uint32)[-LONGEST:].astype(np.uint64)
        weights = np.frombuffer(self._weights, dtype=np.float32)[-LONGEST:].astype(np.float64)
        return (numbers << _BITS) | (weights * (weight * _ONE)).astype(np.uint64)
