"""Values of time expressions, as of the report's publication and of the times spoken of before.

Where neither tells, the value is underspecified (XXXX-07, XXXX-WXX-3): never a guess.
"""

from __future__ import annotations

import re
from datetime import date
from math import nan

import msgspec

from variorum.annotate.times.calendar import (
    Grain,
    Moment,
    add_days,
    add_months,
    make_date,
    shift,
    write_moment,
)
from variorum.annotate.times.context import Context
from variorum.annotate.times.meaning import Calendar, Clock, Fixed, Length, Meaning, Same, Shift, length_value
from variorum.annotate.times.tense import Side
from variorum.annotate.times.years import choose_year, in_year
from variorum.lang.tables import load_table
from variorum.model.annotations import TimeType

_GRAINS: dict[str, Grain] = {"Y": "Y", "M": "M", "W": "W", "2W": "W", "D": "D", "Q": "Q", "DE": "DE", "CE": "CE"} | {
    "WE": "WE", "NI": "D", "H": "H"
}  # type: ignore[assignment]  # fmt: skip


class Resolved(msgspec.Struct, frozen=True):
    """A TIMEX3 type and value, and the stretch of the calendar it names, None where it names none."""

    type: TimeType
    value: str
    moment: Moment | None = None


def resolve_meaning(meaning: Meaning, context: Context, side: Side) -> Resolved | None:
    """Return type and value of a meaning in its context, None if it turns out to be no time."""
    match meaning:
        case Fixed():
            return Resolved(meaning.type, meaning.value)
        case Length():
            if meaning.unit == "M" and (meaning.amount or 0) >= 6:
                context.speaks_of_quarter = False  # results of nine months: what came "a year earlier" is no quarter
            return Resolved("DURATION", length_value(meaning.unit, meaning.amount))
        case Clock():
            return _resolve_clock(meaning, context, side)
        case Shift():
            return _resolve_shift(meaning, context)
        case Same():
            return _resolve_same(meaning, context, side)
        case Calendar():
            return _resolve_calendar(meaning, context, side)
    return None


def _dated(moment: Moment, part: str | None = None) -> Resolved:
    value = write_moment(moment)
    return Resolved("TIME", f"{value}T{part}", moment) if part else Resolved("DATE", value, moment)


# What happened at a time of day so much later than the report's own was on the day before, whatever zone either is of.
_LATER = 12


def _resolve_clock(meaning: Clock, context: Context, side: Side) -> Resolved:
    if context.then is not None and context.then.grain == "D":
        return _dated(context.then, meaning.part)
    if context.now is not None:
        is_over = side.direction == "past" and _hours(meaning.part) - _hours(context.clock) > _LATER
        return _on_day(context.now, -1 if is_over else 0, meaning.part)
    return Resolved("TIME", f"XXXX-XX-XXT{meaning.part}")


def _hours(clock: str | None) -> float:
    """The hours of a time of day since midnight; nan where it is none ("EV"), which is no later than anything."""
    hour, _, minute = (clock or "").partition(":")
    return int(hour) + int(minute) / 60 if hour.isdigit() and minute.isdigit() else nan


# Shifts


def _resolve_shift(meaning: Shift, context: Context) -> Resolved | None:
    if meaning.amount is None:
        return Resolved("DATE", "PAST_REF" if meaning.past else "FUTURE_REF")
    if _is_year_before(meaning) and context.quarter is not None and context.speaks_of_quarter:
        moved = add_months(context.quarter.day, -12)
        return _dated(Moment(moved, context.quarter.grain)) if moved else None
    if meaning.unit in ("TH", "TM", "TS"):
        return Resolved("DURATION", length_value(meaning.unit, meaning.amount))
    start, then = context.now, None
    if meaning.anchor == "then" and context.then is not None:
        start, then = context.then.day, context.then
    unit, amount = meaning.unit, meaning.amount
    if amount != int(amount):
        unit, amount = ("M", round(amount * 12)) if unit == "Y" else (unit, round(amount))
    amount = -int(amount) if meaning.past else int(amount)
    grain = _GRAINS.get(unit)
    if grain is None:
        return Resolved("DATE", "PAST_REF" if meaning.past else "FUTURE_REF")  # a millennium ago
    if start is None:
        return _shift_without_day(grain, amount, context)
    if then is not None and _is_finer(grain, then.grain):
        return Resolved("DATE", _within(then, grain))
    moved = shift(start, amount, unit)
    return _dated(Moment(moved, grain), meaning.part) if moved else None


def _is_year_before(meaning: Shift) -> bool:
    """ "a year ago", "a year earlier": beside a quarter, the same quarter of the year before."""
    return meaning.counted and meaning.past and meaning.unit == "Y" and meaning.amount == 1


def _shift_without_day(grain: Grain, amount: int, context: Context) -> Resolved:
    if context.year is not None:
        if grain == "Y":
            first = make_date(context.year + amount, 1, 1)
            return _dated(Moment(first, "Y")) if first else Resolved("DATE", "XXXX")
        if grain == "M" and context.month is not None:
            moved = add_months(date(context.year, context.month, 1), amount)
            if moved:
                return _dated(Moment(moved, "M"))
    return Resolved("DATE", _UNKNOWN[grain])


_FINENESS: tuple[Grain, ...] = ("D", "WE", "W", "M", "Q", "QX", "S", "H", "Y", "DE", "CE")


def _is_finer(grain: Grain, than: Grain) -> bool:
    return _FINENESS.index(grain) < _FINENESS.index(than)


def _within(then: Moment, grain: Grain) -> str:
    """Some day, week or month of a longer time: "that day", when only its month or year was told."""
    if grain == "D" and then.grain == "M":
        return f"{write_moment(then)}-XX"
    head = write_moment(then)[:4].ljust(4, "X")
    return head + {"D": "-XX-XX", "WE": "-WXX-WE", "W": "-WXX", "M": "-XX", "Q": "-QX"}.get(grain, "")


_UNKNOWN: dict[Grain, str] = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "H": "XXXX-HX",
    "S": "XXXX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
}


# The same unit


def _resolve_same(meaning: Same, context: Context, side: Side) -> Resolved | None:
    if meaning.ended and context.now is not None and context.quarter is None:
        context.quarter, context.speaks_of_quarter = Moment(context.now, "QX"), True
        return _dated(context.quarter)
    if meaning.unit == "Q" and context.quarter is not None:
        context.speaks_of_quarter = True
    if meaning.unit in ("period", "Q") and context.quarter is not None and context.speaks_of_quarter:
        day = make_date(meaning.year or context.quarter.day.year + meaning.years, context.quarter.day.month, 1)
        return _dated(Moment(day, context.quarter.grain)) if day else None
    if meaning.year:
        first = make_date(meaning.year, 1, 1)
        return _dated(Moment(first, "Y")) if first else None
    if meaning.unit == "period":
        return _resolve_shift(Shift(unit="Y", amount=-meaning.years), context) if meaning.years else None
    return _same_unit(meaning, context, side) if meaning.unit in _GRAINS else None


def _same_unit(meaning: Same, context: Context, side: Side) -> Resolved:
    """The day, week, month or year of now, or of the date spoken of last."""
    then = context.then if meaning.anchored else None
    start = then.day if then else context.now
    grain = _GRAINS[meaning.unit]
    if then is not None and _is_finer(grain, then.grain):
        return Resolved("DATE", _within(then, grain))
    if start is None:
        return _shift_without_day(grain, 0, context)
    if grain == "WE" and not meaning.anchored and side.direction != "future" and start.isoweekday() < 5:
        start = add_days(start, -7) or start  # "over the weekend", said on a Monday
    return _dated(Moment(start, "QX" if grain == "Q" else grain))


# Dates by their parts


def _resolve_calendar(meaning: Calendar, context: Context, side: Side) -> Resolved | None:
    if meaning.week_shift is not None:
        return _by_week(meaning, context)
    if meaning.day_shift is not None or meaning.night:
        return _by_day_shift(meaning, context, side)
    if meaning.of_month:
        return _day_of_month(meaning.day or 1, context, side)
    year = _told_year(meaning, context)
    if year is not None and not 1 <= year <= 9999:
        return None
    if meaning.weekday is not None and meaning.month is None:
        return _by_weekday(meaning, context, side)
    if year is None:
        year = choose_year(meaning, context, side)
    if year is None:
        return _without_year(meaning)
    moment = in_year(_unswapped(meaning, year, context), year)
    if moment is not None and moment.grain == "Q":
        context.quarter, context.speaks_of_quarter = moment, True
    return _dated(moment, meaning.part if moment.grain == "D" else None) if moment else None


def _day_of_month(day: int, context: Context, side: Side) -> Resolved | None:
    """The day of that number in the month spoken of last, else the nearest one by the verbs."""
    then = context.then
    if then is not None and then.grain in ("D", "M") and (context.is_narrative or context.now is None):
        in_month = make_date(then.day.year, then.day.month, day)
        return _dated(Moment(in_month, "D")) if in_month else None
    if context.now is None:
        return Resolved("DATE", f"XXXX-XX-{day:02d}")
    if context.now.day >= day or side.direction != "future":
        back = 0 if context.now.day >= day else -1
        month = add_months(
            context.now.replace(day=1), back if side.direction != "future" or day == context.now.day else 1
        )
    else:
        month = context.now
    found = make_date(month.year, month.month, day) if month else None
    return _dated(Moment(found, "D")) if found else None


def _unswapped(meaning: Calendar, year: int, context: Context) -> Calendar:
    """A date in figures that may be day first is so where that lies near the publication and month first does not."""
    if meaning.swapped is None or context.now is None:
        return meaning
    other = msgspec.structs.replace(meaning, month=meaning.day, day=meaning.swapped, swapped=None)
    moments = [in_year(each, year) for each in (meaning, other)]
    months_first, days_first = (abs((each.day - context.now).days) if each else 10**6 for each in moments)
    return other if days_first <= _NEAR < months_first else meaning


_NEAR = 45  # days


def _by_day_shift(meaning: Calendar, context: Context, side: Side) -> Resolved:
    days = meaning.day_shift or 0
    if meaning.night:
        days = 0 if side.direction == "future" else -1
    if context.now is None:
        value = "XXXX-XX-XX"
        return Resolved("TIME", f"{value}T{meaning.part}") if meaning.part else Resolved("DATE", value)
    return _on_day(context.now, days, meaning.part)


def _told_year(meaning: Calendar, context: Context) -> int | None:
    """The year that the words say, outright or counted from this one; the second of two days has the first one's."""
    if meaning.year is not None:
        return meaning.year
    if meaning.year_shift is not None:
        base = context.now.year if context.now else context.year
        return base + meaning.year_shift if base is not None else None
    if meaning.skip and context.then is not None and context.then.day.month == meaning.month:
        return context.then.day.year
    return None


def _by_week(meaning: Calendar, context: Context) -> Resolved | None:
    weekday = meaning.weekday or 1
    if context.now is None:
        return Resolved("DATE", f"XXXX-WXX-{weekday}")
    days = weekday - context.now.isoweekday() + 7 * (meaning.week_shift or 0)
    return _on_day(context.now, days)


def _on_day(start: date, days: int, part: str | None = None) -> Resolved:
    moved = add_days(start, days)
    return _dated(Moment(moved, "D"), part) if moved else Resolved("DATE", "XXXX-XX-XX")


# A report that bears Monday's date and tells of "Tuesday" was written where Tuesday had begun: of six days ago it would
# say "last Tuesday". It tells the day of its news with the hour ("early Tuesday morning") or more than once. One that
# named Sunday before tells what was new on Monday. (All of 20 such weekdays in 864 public reports were the morrow's.)
_MORROW = 6


def _days_back(back: int, meaning: Calendar, context: Context) -> int:
    """How many days back a bare weekday of the past lies that came last `back` days ago; -1 is the morrow."""
    if context.is_ahead is None and back == 1:
        context.is_ahead = False
    if context.is_ahead is None and back == _MORROW:
        context.is_ahead = meaning.part is not None or _is_told_again(meaning.weekday or 1, context.text)
    return -1 if back == _MORROW and context.is_ahead else back


def _is_told_again(weekday: int, text: str) -> bool:
    """Whether a text names a day of the week more than once."""
    names = {word for word, number in load_table("en", "times")["valued"]["weekday"].items() if number == weekday}
    return sum(word in names for word in _WORD.findall(text.casefold())) > 1


_WORD = re.compile(r"[^\W\d_]+")


def _by_weekday(meaning: Calendar, context: Context, side: Side) -> Resolved | None:
    weekday = meaning.weekday or 1
    start = context.now
    if context.then is not None and context.then.grain == "D":
        if meaning.relative in ("previous", "following"):
            start = context.then.day
        elif context.is_narrative and meaning.relative is None:
            start, side = context.then.day, Side("future")
    if start is None:
        value = f"XXXX-WXX-{weekday}"
        return Resolved("TIME", f"{value}T{meaning.part}") if meaning.part else Resolved("DATE", value)
    back = (start.isoweekday() - weekday) % 7
    forth = (weekday - start.isoweekday()) % 7
    if meaning.relative in ("last", "previous"):
        days = -(back or 7)
    elif meaning.relative in ("next", "following"):
        days = forth or 7
    elif meaning.relative == "this" or (side.direction == "future" and not (side.is_weak and back == 1)):
        days = forth  # "came to celebrate the victory on Sunday", said on Monday, was yesterday
    else:
        days = -_days_back(back, meaning, context) if start == context.now else -back
    return _on_day(start, days, meaning.part)


def _without_year(meaning: Calendar) -> Resolved | None:
    moment = in_year(meaning, 2000)
    if moment is None:
        return None
    value = "XXXX" if moment.grain == "Y" else "XXXX" + write_moment(moment)[4:]
    if meaning.part and moment.grain == "D":
        return Resolved("TIME", f"{value}T{meaning.part}")
    return Resolved("DATE", value)
