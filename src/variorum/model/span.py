"""Places in a report's text.

Offsets count Unicode code points of `Report.text`, start inclusive, end exclusive. The words of a place are always
`text[start:end]` and are never stored a second time.
"""

from __future__ import annotations

from typing import NewType

import msgspec

ReportId = NewType("ReportId", str)
EntityId = NewType("EntityId", str)
StoryId = NewType("StoryId", str)
StorylineId = NewType("StorylineId", str)


class Span(msgspec.Struct, frozen=True, array_like=True, order=True):
    """A stretch of one text, written `[start, end]`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of one report: what a line of a record rests on."""

    report: ReportId
    start: int
    end: int


class Reading(Place, frozen=True, kw_only=True):
    """What one report says about a point, and in whose mouth.

    `value` is what was compared (a number in base units, an ISO date, a name, a status); the words stay in the report.
    `attributed_to` is None where the report says it in its own voice.
    """

    value: str | float | None = None
    attributed_to: EntityId | None = None
