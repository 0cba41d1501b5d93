"""What is known at a place in a report: when it was published, and which times it has spoken of."""

from __future__ import annotations

from datetime import date

import msgspec

from variorum.annotate.times.calendar import Moment, make_date
from variorum.annotate.times.meaning import Meaning, Same, Shift


class Context(msgspec.Struct):
    """What is known while a report is read from its first time to its last.

    `now` is the day of publication, None where unknown; `year` and `month` stand for a publication known less exactly.
    `then` is the date spoken of last, `quarter` the last quarter; `speaks_of_quarter` is true until a longer period is
    named. `is_ahead` tells whether the weekdays of the report say that the day after `now` had begun where it was
    written, None before one says so or gainsays it. A narrative tells of times long past by their years: its months are
    near `then`, not near `now`. `text` is the report's.
    """

    now: date | None = None
    year: int | None = None
    month: int | None = None
    clock: str | None = None
    then: Moment | None = None
    quarter: Moment | None = None
    speaks_of_quarter: bool = False
    is_ahead: bool | None = None
    is_narrative: bool = False
    text: str = ""

    def remember(self, meaning: Meaning, moment: Moment | None) -> None:
        """Take note of a date that was spoken of; what it is compared with ("a year earlier") is not the topic."""
        is_compared = (isinstance(meaning, Shift) and meaning.counted and meaning.past) or (
            isinstance(meaning, Same) and meaning.years != 0
        )
        if moment is not None and not is_compared:
            self.then = moment


def make_context(published: str | None) -> Context:
    """Return the context at the top of a report; `published` is an ISO date as precise as is known."""
    if not published:
        return Context()
    parts = published[:10].split("-")
    year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else None
    now = make_date(year, month or 1, int(parts[2])) if len(parts) > 2 else None
    return Context(now=now, year=year, month=month, clock=published[11:16] or None)
