"""How many witnesses stand behind some places: reports that copy one another are one, and so are shared passages.

Reports that are else their own may print one paragraph of an agency. Where all that a report has for a line of the
record stands in such a paragraph, it tells no more than the other report that prints it. What stands in quotation marks
is left out: two reporters who quote one speech have both heard it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol

import msgspec

from variorum.model.report import Report
from variorum.model.span import ReportId, Span
from variorum.text.passages import find_shared_passages

# A sentence may begin before the passage that it shares ("CAIRO (AP) -").
MOSTLY = 0.8


class Placed(Protocol):
    """Anything with a place in a report: a reading, a quotation, a sentence."""

    @property
    def report(self) -> ReportId:
        """The report."""

    @property
    def start(self) -> int:
        """The offset of the first character."""

    @property
    def end(self) -> int:
        """The offset behind the last character."""


class _Shared(msgspec.Struct, frozen=True):
    """A passage that two reports print, by where it stands in the one and in the other."""

    here: Span
    there: Span


class Witnesses:
    """The witnesses of one storyline: `roots` names for each report the first of its family of copies."""

    def __init__(self, reports: Sequence[Report], roots: Mapping[ReportId, ReportId]) -> None:
        self.roots = roots
        # By report, and by the report that it shares them with.
        self._shared: dict[ReportId, dict[ReportId, list[_Shared]]] = defaultdict(lambda: defaultdict(list))
        for passage in find_shared_passages(reports):
            one, other = passage.first, passage.second
            if not passage.quoted and roots[one.report] != roots[other.report]:
                here, there = Span(one.start, one.end), Span(other.start, other.end)
                self._shared[one.report][other.report].append(_Shared(here, there))
                self._shared[other.report][one.report].append(_Shared(there, here))

    def count(self, places: Sequence[Placed], told: Sequence[object] | None = None) -> int:
        """Count the witnesses behind `places`.

        `told` gives for each place what is told there, where that matters: who tells something else does not repeat.
        """
        says = told or [None] * len(places)
        families: dict[ReportId, list[int]] = defaultdict(list)
        for number, place in enumerate(places):
            families[self.roots[place.report]].append(number)
        if len(families) < 2 or not self._shared:
            return len(families)
        count = 0
        before: dict[ReportId, list[int]] = defaultdict(list)
        for root, members in sorted(families.items()):
            # What copies add to their original must change nothing.
            own = [number for number in members if places[number].report == root] or members
            count += not all(self._is_repeated(places, says, number, before) for number in own)
            for number in own:
                before[places[number].report].append(number)
        return count

    def _is_repeated(
        self, places: Sequence[Placed], says: Sequence[object], number: int, before: Mapping[ReportId, Sequence[int]]
    ) -> bool:
        """Whether one of the places `before` stands in a passage that the place of `number` stands in too."""
        place = places[number]
        return any(
            says[other] == says[number] and _covers(each.here, place) and _covers(each.there, places[other])
            for report, shared in self._shared.get(place.report, {}).items()
            for other in before.get(report, ())
            for each in shared
        )


def _covers(passage: Span, place: Placed) -> bool:
    return min(passage.end, place.end) - max(passage.start, place.start) >= MOSTLY * (place.end - place.start)
