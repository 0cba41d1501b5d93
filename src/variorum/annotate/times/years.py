"""The year of a date that is named without one."""

from __future__ import annotations

from datetime import date

from variorum.annotate.times.calendar import Grain, Moment, holiday_in, make_date, quarter_of
from variorum.annotate.times.context import Context
from variorum.annotate.times.meaning import Calendar
from variorum.annotate.times.tense import Side

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def in_year(meaning: Calendar, year: int) -> Moment | None:
    """Return the stretch of a year that the named parts name, None where it has no such day."""
    if meaning.holiday is not None:
        day = holiday_in(meaning.holiday, year) if 1 <= year <= 9999 else None
        grain: Grain = "D"
    elif meaning.month is not None:
        day, grain = make_date(year, meaning.month, meaning.day or 1), "M" if meaning.day is None else "D"
    elif meaning.quarter is not None:
        day, grain = make_date(year, meaning.quarter * 3 - 2, 1), "Q"
    elif meaning.half is not None:
        day, grain = make_date(year, meaning.half * 6 - 5, 1), "H"
    elif meaning.season is not None:
        day, grain = make_date(year, _SEASON_MONTHS[meaning.season], 1), "S"
    else:
        day, grain = make_date(year, 1, 1), "Y"
    return Moment(day, grain, meaning.season) if day else None


def choose_year(meaning: Calendar, context: Context, side: Side) -> int | None:
    """Return the year of a month, quarter or season named without one, None where nothing tells it.

    By the words before it, by tense, by nearness.
    """
    now = context.now
    if context.then is not None and (context.is_narrative or meaning.relative in ("that", "previous", "following")):
        return _year_near(meaning, context.then)
    if now is None:
        return context.year if meaning.relative == "this" else None
    here = in_year(meaning, now.year)
    if here is None:
        return None
    order = _order(here, now)
    if meaning.relative == "last":
        # Of the month just past one says "last month": in March "last February" is a year ago.
        is_last_month = here.grain == "M" and now.month - here.day.month == 1
        return now.year if order < 0 and not is_last_month else now.year - 1
    if meaning.relative in ("next", "following"):
        return now.year if order > 0 else now.year + 1
    if meaning.relative == "this":
        return now.year
    if meaning.quarter is not None:
        return _year_of_quarter(meaning.quarter, now, side)
    years = (now.year, now.year - 1, now.year + 1)
    return min(years, key=lambda year: _distance(meaning, year, now, side))


def _year_near(meaning: Calendar, then: Moment) -> int | None:
    """A story goes on: the year of `then`, or the next one where the month comes round again."""
    here = in_year(meaning, then.day.year)
    if here is None:
        return None
    back = (then.day - here.day).days
    if meaning.relative == "that":
        return then.day.year
    if meaning.relative == "following":
        return then.day.year if back < 0 else then.day.year + 1
    if meaning.relative == "previous":
        return then.day.year if back > 0 else then.day.year - 1
    return then.day.year + 1 if back > 240 and then.grain in ("D", "M") else then.day.year


def _order(moment: Moment, now: date) -> int:
    """-1 where a moment lies before today, 0 where it holds today, 1 where it lies ahead."""
    if moment.grain == "D":
        return (moment.day > now) - (moment.day < now)
    size = {"M": 1, "Q": 3, "H": 6, "S": 3}.get(moment.grain, 12)
    months = (now.year - moment.day.year) * 12 + now.month - moment.day.month
    if months < 0:
        return 1
    return 0 if months < size else -1


def _year_of_quarter(quarter: int, now: date, side: Side) -> int:
    """Companies report on quarters that have ended: the last one of that number, or the running one."""
    running = quarter_of(now)
    if side.direction == "future" and quarter < running - 1:
        return now.year + 1
    return now.year if quarter <= running else now.year - 1


# How many days nearer a date on the wrong side of today must be to be meant: companies "declared" dividends for dates
# to come, and what was said "since" a date stands beside a "will". Flat between 30 and 180 for
# days and between 150 and 330 for months, on either half of the dev set;
# a past verb makes a month ahead very unlikely, so months take the top.
_WRONG_SIDE = {"D": 60, "M": 330, "S": 220, "H": 220}


_UNTOLD = 60  # "the March event", no verb near: news names more months past than to come


def _distance(meaning: Calendar, year: int, now: date, side: Side) -> int:
    moment = in_year(meaning, year)
    if moment is None:
        return 10**6
    order = _order(moment, now)
    is_wrong = (side.direction == "past" and order > 0) or (side.direction == "future" and order < 0)
    wrong = 10**4 if side.is_certain else _WRONG_SIDE.get(moment.grain, 0)
    doubt = _UNTOLD if side.direction in (None, "present") and order > 0 else 0
    return abs((moment.day - now).days) + (wrong if is_wrong else doubt)
