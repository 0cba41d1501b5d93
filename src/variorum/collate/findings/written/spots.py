"""Where findings get their readings: stretches of wordings in the reports that print them, and in whose mouth."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

import msgspec

from variorum.collate.differences import Unit
from variorum.collate.points import Home, Value, Wording
from variorum.collate.storyline import Storyline
from variorum.model.span import EntityId, Reading, ReportId, Span


class Spot(msgspec.Struct, frozen=True, order=True):
    """A place in one report, with the value that stands there."""

    report: ReportId
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The stretch of the report's text."""
        return Span(self.start, self.end)


class Mouths:
    """Who says what stands at a place, by the narrowest attribution whose content covers it."""

    def __init__(self, storyline: Storyline) -> None:
        self.storyline = storyline

    @cached_property
    def _contents(self) -> dict[ReportId, list[tuple[int, int, EntityId | None, bool]]]:
        found: dict[ReportId, list[tuple[int, int, EntityId | None, bool]]] = {}
        for report in self.storyline.reports:
            contents = [
                (content.start, content.end, self.storyline.speaker_of(report.id, each), each.direct)
                for each in self.storyline.speech_of(report.id)
                for content in each.content
            ]
            found[report.id] = sorted(contents, key=lambda each: each[:2])
        return found

    @cached_property
    def _starts(self) -> dict[ReportId, list[int]]:
        return {report: [each[0] for each in contents] for report, contents in self._contents.items()}

    def _covering(self, spot: Spot) -> tuple[EntityId | None, bool] | None:
        contents, starts = self._contents[spot.report], self._starts[spot.report]
        best: tuple[int, EntityId | None, bool] | None = None
        # Contents rarely nest deeper than a few; the window keeps this linear.
        for start, end, speaker, direct in contents[
            max(0, bisect_right(starts, spot.start) - 12) : bisect_right(starts, spot.start)
        ]:
            if end >= spot.end and (best is None or end - start < best[0]):
                best = (end - start, speaker, direct)
        return (best[1], best[2]) if best else None

    def speaker_of(self, spot: Spot) -> EntityId | None:
        """Return who says what stands there, or None where the report says it itself."""
        covering = self._covering(spot)
        return covering[0] if covering else None

    @cached_property
    def _cues(self) -> dict[ReportId, list[Span]]:
        return {
            report.id: sorted(each.cue for each in report.layers.attributions or () if each.cue is not None)
            for report in self.storyline.reports
        }

    def is_cue(self, spot: Spot) -> bool:
        """Return whether a place holds words that say only that somebody said so ("joked", "told reporters")."""
        cues = self._cues[spot.report]
        index = bisect_right(cues, Span(spot.end, 0)) - 1
        return any(cue.start < spot.end and spot.start < cue.end for cue in cues[max(0, index - 1) : index + 1])

    def reading(self, spot: Spot, value: str | float | None) -> Reading:
        """Return the reading of a place."""
        return Reading(
            report=spot.report, start=spot.start, end=spot.end, value=value, attributed_to=self.speaker_of(spot)
        )


def spots_of(wording: Wording, unit: Unit) -> list[Spot]:
    """Return the places of a unit in all reports that print its wording."""
    return [spot_at(wording, unit, home) for home in wording.homes]


def spot_at(wording: Wording, unit: Unit, home: Home) -> Spot:
    """Return the place of a unit in one report."""
    first, end = shown_words(wording, unit)
    return Spot(home.report, home.start + wording.start[first], home.start + wording.end[end - 1])


def shown_words(wording: Wording, unit: Unit) -> tuple[int, int]:
    """Return the words to mark for a unit (first, end exclusive): the whole value where it is one."""
    if unit.value is None:
        return unit.first, unit.end
    return unit.value.first, unit.value.end


def value_of(wording: Wording, unit: Unit) -> str | float:
    """Return what is compared: a number, a TIMEX3 value, or the words."""
    value: Value | None = unit.value
    if value is not None and value.quantity is not None and value.quantity.value is not None:
        return value.quantity.value
    if value is not None and value.time is not None:
        return value.time.value
    return " ".join(wording.words(*shown_words(wording, unit)).split())


def meet(one: Reading | Spot, other: Reading | Spot) -> bool:
    """Return whether two places share a stretch of one report."""
    return one.report == other.report and one.start < other.end and other.start < one.end
