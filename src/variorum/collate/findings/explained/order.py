"""Which sentence stands before which, report by report."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from variorum.collate.points import Wording
from variorum.model.span import ReportId


class Order:
    """The sentences of all reports in their order."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self._starts: dict[ReportId, list[int]] = defaultdict(list)
        self._at: dict[tuple[ReportId, int], Wording] = {}
        for wording in wordings:
            for home in wording.homes:
                self._starts[home.report].append(home.start)
                self._at[home.report, home.start] = wording
        for starts in self._starts.values():
            starts.sort()

    def before(self, wording: Wording) -> Iterator[Wording]:
        """Yield the sentences right before a sentence in the reports that print it."""
        for home in wording.homes:
            index = bisect_left(self._starts[home.report], home.start) - 1
            if index >= 0:
                yield self._at[home.report, self._starts[home.report][index]]
