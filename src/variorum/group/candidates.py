"""Pairs of reports worth comparing, found by the rare words that they share.

Each report is filed under its heaviest words; a word's file keeps the latest reports only. So finding candidates takes
a time that does not grow with the archive, and old reports fall out of reach of common words first.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from variorum.group.profile import Profile

HEAVIEST = 40  # words that a report is filed and looked for under
LONGEST = 384  # reports kept under one word
CANDIDATES = 48  # reports given back at most


class Candidates:
    """An index of reports, by their number of arrival."""

    def __init__(self) -> None:
        self._files: dict[int, _File] = {}

    def add(self, number: int, profile: Profile) -> None:
        """File a report under its heaviest words."""
        for term, weight in _heaviest(profile):
            file = self._files.get(term)
            if file is None:
                file = self._files[term] = _File()
            file.append(number, weight)

    def find(self, profile: Profile) -> NDArray[np.int64]:
        """Return the numbers of the reports that share most weight with `profile`, at most CANDIDATES, in order."""
        files = [(self._files[term], weight) for term, weight in _heaviest(profile) if term in self._files]
        if not files:
            return np.empty(0, dtype=np.int64)
        numbers = np.concatenate([file.numbers() for file, _ in files])
        products = np.concatenate([file.weights() * weight for file, weight in files])
        found, whose = np.unique(numbers, return_inverse=True)
        if len(found) <= CANDIDATES:
            return found
        shared = np.bincount(whose, products)
        # Of equals the earlier report, so that the choice does not hang on how a library sorts.
        return np.sort(found[np.lexsort((found, -shared))[:CANDIDATES]])


class _File:
    """The latest reports under one word, with the word's weight in each."""

    __slots__ = ("_numbers", "_size", "_weights")

    def __init__(self) -> None:
        self._numbers = np.empty(2, dtype=np.int64)
        self._weights = np.empty(2, dtype=np.float32)
        self._size = 0

    def append(self, number: int, weight: float) -> None:
        if self._size == len(self._numbers):
            kept = slice(self._size // 2 if self._size >= 2 * LONGEST else 0, self._size)
            self._size = kept.stop - kept.start
            room = max(2 * self._size, 2) if kept.start == 0 else 2 * LONGEST
            self._numbers = np.concatenate([self._numbers[kept], np.empty(room - self._size, dtype=np.int64)])
            self._weights = np.concatenate([self._weights[kept], np.empty(room - self._size, dtype=np.float32)])
        self._numbers[self._size], self._weights[self._size] = number, weight
        self._size += 1

    def numbers(self) -> NDArray[np.int64]:
        return self._numbers[max(0, self._size - LONGEST) : self._size]

    def weights(self) -> NDArray[np.float32]:
        return self._weights[max(0, self._size - LONGEST) : self._size]


def _heaviest(profile: Profile) -> Iterable[tuple[int, float]]:
    body = profile.weights[:, 0]
    if len(body) > HEAVIEST:
        chosen = np.lexsort((profile.terms, -body))[:HEAVIEST]
        return zip(profile.terms[chosen].tolist(), body[chosen].tolist(), strict=True)
    return zip(profile.terms.tolist(), body.tolist(), strict=True)
