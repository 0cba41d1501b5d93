"""When a report was published, as far as it tells: a stretch of time, so that what is not known is not guessed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec

from variorum.model.report import Report

_DAY = 10
_MINUTE = 16
# Tallies are corrected within the hour; two reports nearer than this are of one moment.
APART = timedelta(minutes=30)


class Stretch(msgspec.Struct, frozen=True):
    """The earliest and the latest moment at which a report can have been published."""

    start: datetime
    end: datetime

    def is_before(self, other: Stretch) -> bool:
        """Return whether a report was surely published before another, and not at the same moment."""
        return other.start - self.end >= (APART if self.start == self.end and other.start == other.end else timedelta())


def moment_of(report: Report) -> Stretch | None:
    """Return when a report was published: a day as the whole day; None where not even the day is known."""
    published = report.published
    if published is None or len(published) < _DAY:
        return None
    moment = datetime.fromisoformat(published.replace("Z", "+00:00"))
    start = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return Stretch(start, start if len(published) >= _MINUTE else start + timedelta(days=1))
