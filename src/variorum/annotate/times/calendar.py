"""Days, weeks, months and years counted: the arithmetic under time values."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import cache
from typing import Literal

import msgspec

# How fine a moment is known: day, week, weekend, month, quarter (QX: which one is not told), half, season, year,
# decade, century.
Grain = Literal["D", "W", "WE", "M", "Q", "QX", "H", "S", "Y", "DE", "CE"]


class Moment(msgspec.Struct, frozen=True):
    """A stretch of the calendar: the one of size `grain` that holds `day`."""

    day: date
    grain: Grain
    season: str | None = None


def write_moment(moment: Moment) -> str:
    """Return the TIMEX3 value of a moment: 2025-10-29, 2025-W44, 2025-W44-WE, 2025-10, 2025-Q4, 2025-FA, 2025, 202."""
    day, grain = moment.day, moment.grain
    week = day.isocalendar()
    match grain:
        case "D":
            return day.isoformat()
        case "W" | "WE":
            return f"{week.year:04d}-W{week.week:02d}" + ("-WE" if grain == "WE" else "")
        case "M":
            return f"{day.year:04d}-{day.month:02d}"
        case "Q" | "QX":
            return f"{day.year:04d}-Q{quarter_of(day) if grain == 'Q' else 'X'}"
        case "H":
            return f"{day.year:04d}-H{1 if day.month <= 6 else 2}"
        case "S":
            return f"{day.year:04d}-{moment.season}"
    return f"{day.year:04d}"[: {"Y": 4, "DE": 3, "CE": 2}[grain]]


def quarter_of(day: date) -> int:
    """Return the quarter of the year that holds `day`, 1 to 4."""
    return (day.month + 2) // 3


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the day, None if there is no such one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_months(day: date, months: int) -> date | None:
    """Return the same day some months on, the last of the month where it is shorter; None outside years 1 to 9999."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_days(day: date, days: int) -> date | None:
    """Return the day some days on; None outside years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


MONTHS_IN = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200, "ME": 12000}
DAYS_IN = {"D": 1, "W": 7, "WE": 7, "2W": 14, "NI": 1}


def shift(day: date, amount: int, unit: str) -> date | None:
    """Return `day` moved by `amount` units of a day or more; None if that leaves the calendar."""
    if unit in MONTHS_IN:
        return add_months(day, amount * MONTHS_IN[unit])
    return add_days(day, amount * DAYS_IN[unit])


def easter(year: int) -> date:
    """Return Easter Sunday (Gregorian; the algorithm of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * el) // 433
    month = (h + el - 7 * m + 90) // 25
    return date(year, month, (h + el - 7 * m + 33 * month + 19) % 32)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the nth `weekday` (Monday is 1) of a month; nth -1 is the last."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year, month, calendar.monthrange(year, month)[1])
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def holiday_in(rule: str, year: int) -> date | None:
    """Return the day of a holiday in a year, None where it has none (or the library does not reach).

    The rule is a month and day ("12-25"), days from Easter ("easter -2"), the nth weekday of a month and days added
    ("nth 11 4 4 1"), or a country and a name in the library `holidays` ("library KR Chuseok").
    """
    kind, _, rest = rule.partition(" ")
    if kind == "easter":
        return easter(year) + timedelta(days=int(rest))
    if kind == "nth":
        month, weekday, nth, days = (int(part) for part in rest.split())
        return nth_weekday(year, month, weekday, nth) + timedelta(days=days)
    if kind == "library":
        country, _, name = rest.partition(" ")
        return _library_holidays(country, year).get(name)
    month_text, _, day = kind.partition("-")
    return make_date(year, int(month_text), int(day))


@cache
def _library_holidays(country: str, year: int) -> dict[str, date]:
    """First day of each holiday of a country and year, by its English name; those told as estimates too."""
    import holidays  # noqa: PLC0415 - 0.1 s of CPU, only for those that name a feast of the moon

    days: dict[str, date] = {}
    for day, names in sorted(holidays.country_holidays(country, years=year, language="en_US").items()):
        for name in names.split("; "):
            days.setdefault(name.removesuffix(" (estimated)"), day)
    return days
