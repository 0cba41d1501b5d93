"""What the other times of a sentence tell of one that says too little: its year, or the day it was said on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from variorum.annotate.times.calendar import Moment, holiday_in, make_date, shift
from variorum.annotate.times.meaning import Calendar, Meaning, Shift
from variorum.annotate.times.tense import Side


def with_year_beside(
    meaning: Meaning, before: Meaning | None, others: Sequence[Meaning], now: date | None, side: Side
) -> Meaning:
    """Return a meaning with the year that other times of its sentence tell, where it is a holiday without one.

    `before` is what stands right before it ("the 2015 New Year's Eve"). Else a full date that falls on the holiday
    tells the year ("New Year's Eve, on Dec. 31, 2016"), or so many years ago ("on New Year's Eve two years ago").
    """
    if not isinstance(meaning, Calendar) or meaning.holiday is None or meaning.year is not None:
        return meaning
    year = _only_year(before) or _year_of_day(meaning.holiday, others)
    if year is None and side.direction == "past" and now is not None:
        year = _year_ago(meaning.holiday, others, now)
    return meaning if year is None else msgspec.structs.replace(meaning, year=year)


def until_beside(meaning: Meaning, before: Meaning, then: Moment) -> Meaning:
    """Return the end of a stretch of months, in the year of its beginning or the next: "between May and July".

    `then` is what `before`, its beginning, has been resolved to.
    """
    if not (isinstance(before, Calendar) and isinstance(meaning, Calendar)) or before.month is None:
        return meaning
    is_then = then.day == make_date(then.day.year, before.month, before.day or 1) and then.grain in ("M", "D")
    if not is_then or meaning.month is None or not _lacks_year(meaning):
        return meaning
    return msgspec.structs.replace(meaning, year=then.day.year + (meaning.month < before.month))


def _lacks_year(meaning: Calendar) -> bool:
    return meaning.year is None and meaning.year_shift is None and meaning.relative is None


def _only_year(meaning: Meaning | None) -> int | None:
    """The year of a meaning that names nothing else."""
    if not isinstance(meaning, Calendar) or meaning.year is None:
        return None
    return meaning.year if meaning == Calendar(year=meaning.year, words=meaning.words, skip=meaning.skip) else None


def _year_of_day(holiday: str, others: Sequence[Meaning]) -> int | None:
    """The year of the first full date among `others` that is the day of a holiday."""
    days = [each for each in others if isinstance(each, Calendar)]
    told = [(each.year, each.month, each.day) for each in days]
    years = (year for year, month, day in told if year and month and day and _is_day(holiday, year, month, day))
    return next(years, None)


def _is_day(holiday: str, year: int, month: int, day: int) -> bool:
    return 1 <= year <= 9999 and holiday_in(holiday, year) == make_date(year, month, day)


def _year_ago(holiday: str, others: Sequence[Meaning], now: date) -> int | None:
    """The year of the holiday that lies nearest to the day so many years ago, where `others` count them once."""
    counted = [
        each
        for each in others
        if isinstance(each, Shift) and each.counted and each.past and each.anchor == "now" and each.unit == "Y"
    ]
    amount = counted[0].amount if len(counted) == 1 else None
    then = None if amount is None or amount != int(amount) else shift(now, -int(amount), "Y")
    if then is None:
        return None
    days = {year: holiday_in(holiday, year) for year in (then.year, then.year - 1, then.year + 1)}
    return min((year for year, day in days.items() if day), key=lambda year: _away(days[year], then), default=None)


def _away(day: date | None, then: date) -> int:
    return abs((day - then).days) if day else 10**6


def counts_from_today(meaning: Meaning) -> bool:
    """Return whether a meaning counts days from the one it is said on: "tomorrow", "last night", "this morning"."""
    return isinstance(meaning, Calendar) and meaning.day_shift is not None


def is_weekday(meaning: Meaning) -> bool:
    """Return whether a meaning is a day of the week and no more."""
    return isinstance(meaning, Calendar) and meaning.weekday is not None and meaning.month is None


def is_day(meaning: Meaning) -> bool:
    """Return whether a meaning is a day of the week or of a month."""
    return isinstance(meaning, Calendar) and (meaning.weekday is not None or meaning.day is not None)
