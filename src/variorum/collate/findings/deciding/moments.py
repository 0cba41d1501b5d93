"""When reports were published and what times they look back to; what is not known is not guessed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import msgspec

from variorum.collate.points import Wording
from variorum.model.report import Report

_DECADE = 3
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


def first_day(reports: Iterable[Report]) -> date | None:
    """Return the day on which the first of some reports was published, None if none tells."""
    days = [moment.start.date() for report in reports if (moment := moment_of(report)) is not None]
    return min(days, default=None)


def looks_back(wording: Wording, index: int, since: date | None, most: timedelta) -> bool:
    """Return whether what a word tells befell more than `most` before a day, by the times that its sentence names.

    "Since 2004, when seven people died" looks back; "61 percent, the highest since 1998" does not.
    """
    if since is None:
        return False
    for value in wording.values:
        day = last_day(value.time.value) if value.time is not None else None
        if day is not None and since - day > most:
            after = index < value.first and value.first > 0 and wording.lemma[value.first - 1] == "since"
            if not after:
                return True
    return False


def last_day(time: str) -> date | None:
    """Return the last day of a TIMEX3 value ("2004", "2016-11", "2016-W44", "195"); None where it names none."""
    digits = time[:4]
    try:
        if not digits.isdigit():
            return date(int(digits[:3]) * 10 + 9, 12, 31) if len(time) == _DECADE and time.isdigit() else None
        if time[4:6] == "-W":
            return date.fromisocalendar(int(digits), int(time[6:8]), 7)
        if time[4:5] == "-" and time[5:7].isdigit():
            month = int(time[5:7])
            if time[7:8] == "-" and time[8:10].isdigit():
                return date(int(digits), month, int(time[8:10]))
            return date(int(digits) + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return date(int(digits), 12, 31)
    except ValueError:
        return None
