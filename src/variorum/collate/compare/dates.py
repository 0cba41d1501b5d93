"""Do two datings agree? A month holds its days, a week its days, a year its months; hours are compared (`hours.py`).

Values are those of TIMEX3. A value may carry its mod, the part of its time that the words name: "2011~END" is late
2011, "2025-03-07~START" early that day. A part and a time that it overlaps agree; the two ends of one time do not.
"2015-04~BEFORE" is any time before that April, "~AFTER" any after it.
"""

from __future__ import annotations

import re
from datetime import date

from variorum.collate.compare.hours import compare_hours, read_hours
from variorum.collate.compare.verdict import Verdict

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_YEAR = re.compile(r"\d{4}(?:~[A-Z]+)?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_YEARLESS = re.compile(r"XXXX-(?=\d\d)")
_SEASON = re.compile(r"(\d{4}|XXXX)-(SP|SU|FA|WI)$")
_OF_MONTH = re.compile(r"(\d{4}|XXXX)-(\d\d)(?:-\d\d)?(?:T|$)")
# Months, and those half a year later, in which it is such a season nowhere, not even by loose talk.
_NEVER = {"SP": frozenset({1}), "SU": frozenset({4}), "FA": frozenset({1, 2}), "WI": frozenset({4})}
_DECADE = re.compile(r"(\d{3})(?:~[A-Z]+)?$")
_HALF_YEAR = 6  # months; of two without a known year the other way round the turn of the year is the shorter one
_WEEKDAY = re.compile(r"(?:XXXX|\d{4})-WXX-([1-7])")
_NO_DAY = re.compile(r"(?:XXXX-XX-XX)?T|XXXX-XX-XX~")
_BOUND = re.compile(r"~(BEFORE|AFTER)$")
_MOD = re.compile(r"~([A-Z]+)$")
# The share of a time that its beginning, middle and end may take; they overlap, since nobody draws the line between.
_OF_SPAN = {"START": (0.0, 0.6), "MID": (0.2, 0.8), "END": (0.4, 1.0)}
_ENDS_OF = {"START", "END"}
_DURATION = re.compile(r"P(?=.)((?:\d+(?:\.\d+)?[YMWD])*)(?:T((?:\d+(?:\.\d+)?[HMS])+))?$")
_PIECE = re.compile(r"(\d+(?:\.\d+)?)([YMWDHS])")
_TWO = 2
_MIDWEEK = 3  # days that one day of the week lies before or after another at most
_SECONDS = {"TS": 1.0, "TM": 60.0, "TH": 3600.0, "D": 86400.0, "W": 604800.0, "M": 2629800.0, "Y": 31557600.0}
LONGER_BY = 0.12
# "A week" is said of eight days, "a year" of eleven months, without "about".
COARSER_BY = 0.13
# "An hour" is said of about 50 minutes.
COARSER_BY_HEDGED = 0.17
_FEW = 10


def compare_dates(one: str, other: str, *, hedged: bool = False, exact: bool = False) -> Verdict:
    """Return what two TIMEX3 values have to do with one another.

    `hedged` where one of them is said to be about, `exact` where one is said to be exactly so long.
    """
    bound, bound_other = _BOUND.search(one), _BOUND.search(other)
    one, other = _BOUND.sub("", one), _BOUND.sub("", other)
    if one == other:
        return Verdict("same", "the same length of time" if one.startswith("P") else "the same time")
    if one.startswith("P") and other.startswith("P"):
        return _compare_durations(one, other, hedged=hedged, exact=exact)
    if _are_untied(one, other) or _are_untied(other, one):
        return Verdict("unlike", "nothing ties a day of the week to a day of the month without a year")
    if _are_of_two_seasons(one, other):
        return Verdict("differs", "the seasons differ", 0.25)
    one, other = _in_one_year(one, other)
    if _NO_DAY.match(one) or _NO_DAY.match(other):
        return _compare_without_day(one, other, hedged)
    # Two bounds are compared as what they name: "before May" and "before June" are two limits.
    if bound is not None and bound_other is None and _is_within(other, one, bound[1]):
        return Verdict("fits", "one lies on the side of a day that the other names")
    if bound_other is not None and bound is None and _is_within(one, other, bound_other[1]):
        return Verdict("fits", "one lies on the side of a day that the other names")
    weekdays = _weekdays(one, other)
    return _compare_days(one, other, hedged) if weekdays is None else _compare_weekdays(one, other, weekdays, hedged)


def _compare_without_day(one: str, other: str, hedged: bool) -> Verdict:
    """Compare times of day of which one is of any day: a night ("overnight") also as that before the other's day."""
    verdict = _compare_times_of_day(one, other, 0, hedged)
    if verdict is None:
        return Verdict("unlike", "one of them names no day")
    before = [days for value, days in ((one, 1), (other, -1)) if _NO_DAY.match(value) and value.endswith("TNI")]
    others = (_compare_times_of_day(one, other, days, hedged) for days in before)
    return next((each for each in others if each is not None and each.outcome == "fits"), verdict)


def _are_untied(one: str, other: str) -> bool:
    """Whether one value is a weekday of no known week, the other a day of no known year: any of both may meet."""
    return one.startswith("XXXX-WXX-") and _YEARLESS.match(other) is not None


def _is_within(value: str, limit: str, side: str) -> bool:
    """Whether some of a time lies before or after another."""
    span, span_limit = _days(value), _days(limit)
    if span is None or span_limit is None:
        return False
    return span[0] < span_limit[0] if side == "BEFORE" else span[1] > span_limit[1]


def _compare_weekdays(one: str, other: str, weekdays: tuple[int, int], hedged: bool) -> Verdict:
    days = (weekdays[1] - weekdays[0] + _MIDWEEK) % 7 - _MIDWEEK
    if abs(days) > 1:
        return Verdict("differs", "the days of the week differ", 1 / 365)
    hours = _compare_times_of_day(one, other, days, hedged)
    if days == 0:
        return hours or Verdict("fits", "the same day of the week")
    if hours is not None and hours.outcome == "fits":
        return hours
    return Verdict("differs", "the days of the week differ", 1 / 365)


def _compare_days(one: str, other: str, hedged: bool) -> Verdict:
    span, span_other = _days(one), _days(other)
    if span is None or span_other is None:
        return Verdict("unlike", "one of them names no day, month or year")
    if span[0] == span[1] and span_other[0] == span_other[1]:
        days = (span_other[0] - span[0]).days
        hours = _compare_times_of_day(one, other, days, hedged) if abs(days) <= 1 else None
        if hours is not None and (days == 0 or hours.outcome == "fits"):
            return hours
    gap = max((span_other[0] - span[1]).days, (span[0] - span_other[1]).days)
    if gap == 1 and (_opens_week(one, span, span_other) or _opens_week(other, span_other, span)):
        return Verdict("fits", "one is the Sunday with which many open the week of the other")
    if gap > 0:
        return Verdict("differs", "the dates differ", min(1.0, gap / 365))
    if span == span_other and {_mod(one), _mod(other)} == _ENDS_OF:
        length = (span[1] - span[0]).days
        return Verdict("differs", "one is early and the other late in the same time", min(1.0, length / 730))
    return _compare_parts_of(one, other, span, span_other)


def _opens_week(week: str, span: tuple[date, date], day: tuple[date, date]) -> bool:
    """Whether a day is the Sunday before a week that is told from its Monday on, as TIMEX3 counts."""
    found = _WEEK.match(week)
    return found is not None and not found[3] and day[0] == day[1] and (span[0] - day[1]).days == 1


def _mod(value: str) -> str:
    found = _MOD.search(value)
    return found[1] if found else ""


def _compare_times_of_day(one: str, other: str, days: int, hedged: bool) -> Verdict | None:
    """The verdict on the hours of two values, the other one's so many days later; None where one of them has none."""
    hours, hours_other = read_hours(one), read_hours(other)
    if hours is None or hours_other is None:
        return None
    return compare_hours(hours, hours_other, days=days, hedged=hedged)


def _compare_parts_of(one: str, other: str, span: tuple[date, date], span_other: tuple[date, date]) -> Verdict:
    """Compare two times that share days, where one of them may be no more than the beginning or end of its own."""
    (first, last), (first_other, last_other) = _narrowed(span, _mod(one)), _narrowed(span_other, _mod(other))
    if first > last_other or first_other > last:
        gap = max(first - last_other, first_other - last)
        return Verdict("differs", "one lies outside the part of the time that the other names", min(1.0, gap / 365))
    return Verdict("fits", "one dating is more exact than the other")


def _narrowed(span: tuple[date, date], mod: str) -> tuple[float, float]:
    """The first and last day of the part of a span that its mod names, as ordinals."""
    first, length = float(span[0].toordinal()), (span[1] - span[0]).days
    start, end = _OF_SPAN.get(mod, (0.0, 1.0))
    return (first + start * length, first + end * length)


def _are_of_two_seasons(one: str, other: str) -> bool:
    """Whether a season is told against another one of its year, or a month that is far from it in both hemispheres.

    A season that is early or late may meet the next one.
    """
    found, found_other = _SEASON.match(one), _SEASON.match(other)
    if found is None or found_other is None:
        season, dating = (found, other) if found is not None else (found_other, one)
        month = _OF_MONTH.match(dating)
        if season is None or month is None or not _may_be_one_year(season[1], month[1]):
            return False
        return int(month[2]) % _HALF_YEAR in _NEVER[season[2]]
    return found[2] != found_other[2] and "WI" not in (found[2], found_other[2]) and found[1] == found_other[1]


def _may_be_one_year(year: str, other: str) -> bool:
    return "XXXX" in (year, other) or year == other


def _in_one_year(one: str, other: str) -> tuple[str, str]:
    """Give a day of an unknown year ("XXXX-10-02") the year nearest to the other, or a leap year to both."""
    if not (_YEARLESS.match(one) or _YEARLESS.match(other)):
        return one, other
    if _YEARLESS.match(one) and _YEARLESS.match(other):
        one = _YEARLESS.sub("2000-", one)
    if _YEARLESS.match(one):
        return _year_beside(other, one), other
    return one, _year_beside(one, other)


def _year_beside(known: str, yearless: str) -> str:
    """A day or month of no known year in that of another dating: a December beside a January in the year before."""
    year, month = known[:4], known[5:7]
    if not year.isdigit():
        return _YEARLESS.sub("2000-", yearless)
    apart = int(yearless[5:7]) - int(month) if month.isdigit() else 0
    turned = int(year) - (apart > _HALF_YEAR) + (apart < -_HALF_YEAR)
    return _YEARLESS.sub(f"{turned:04}-", yearless)


def _weekdays(one: str, other: str) -> tuple[int, int] | None:
    """Return the days of the week (1 to 7) where one value is a weekday of no known week, and both tell one."""
    if not (_WEEKDAY.match(one) or _WEEKDAY.match(other)):
        return None
    days = [int(found[1]) if (found := _WEEKDAY.match(each)) else _isoweekday(each) for each in (one, other)]
    return (days[0], days[1]) if days[0] and days[1] else None


def _isoweekday(value: str) -> int:
    span = _days(value)
    return span[0].isoweekday() if span is not None and span[0] == span[1] else 0


def _compare_durations(one: str, other: str, *, hedged: bool, exact: bool) -> Verdict:
    lengths, others = ([seconds_of(each) for each in value.split("/")] for value in (one, other))
    ends, ends_other = ([each for each in found if each is not None] for found in (lengths, others))
    if not ends or not ends_other:
        return Verdict("unlike", "one of them is no exact length of time")
    if len(ends) + len(ends_other) > _TWO and min(ends) <= max(ends_other) and min(ends_other) <= max(ends):
        return Verdict("fits", "one length of time lies between the ends of the other")
    length, length_other = (max(ends), min(ends_other)) if max(ends) < min(ends_other) else (min(ends), max(ends_other))
    apart = abs(length - length_other) / max(length, length_other, 1e-9)
    if apart <= 0.01:
        return Verdict("same", "the same length of time")
    if apart <= LONGER_BY and hedged:
        return Verdict("fits", "one length of time is rounded", apart)
    if apart <= (COARSER_BY_HEDGED if hedged else COARSER_BY) and not exact and _is_told_coarsely(one, other):
        return Verdict("fits", "one length of time is the other in coarser units", apart)
    return Verdict("differs", "the lengths of time differ", apart)


def _is_told_coarsely(one: str, other: str) -> bool:
    """Whether one length is a small number of a larger unit than any of the other's: "a week" beside "eight days"."""
    for coarse, fine in ((one, other), (other, one)):
        piece, pieces = _pieces(coarse), _pieces(fine)
        if len(piece) == 1 and piece[0][0] <= _FEW and piece[0][0].is_integer() and pieces:
            unit = piece[0][1]
            if min(each for _, each in pieces) < unit and round(sum(n * u for n, u in pieces) / unit) == piece[0][0]:
                return True
    return False


def _pieces(value: str) -> list[tuple[float, float]]:
    """The numbers of a length of time, each with the seconds of its unit."""
    match = _DURATION.match(value)
    if match is None:
        return []
    parts = [*_PIECE.findall(match[1]), *((number, f"T{unit}") for number, unit in _PIECE.findall(match[2] or ""))]
    return [(float(number), _SECONDS[unit]) for number, unit in parts]


def seconds_of(value: str) -> float | None:
    """Return the seconds of "P1Y6M", "PT1H30M", "P1DT12H"; None where a part of it is unknown."""
    pieces = _pieces(value)
    return sum(number * unit for number, unit in pieces) if pieces else None


def _days(value: str) -> tuple[date, date] | None:
    """Return the first and last day that a value covers."""
    try:
        if week := _WEEK.match(value):
            year, number = int(week[1]), int(week[2])
            first = 6 if week[3] else 1  # a weekend is Saturday and Sunday
            return (date.fromisocalendar(year, number, first), date.fromisocalendar(year, number, 7))
        if decade := _DECADE.match(value):
            return (date(int(decade[1]) * 10, 1, 1), date(int(decade[1]) * 10 + 9, 12, 31))
        day = _DAY.match(value)
        if day is None:
            return None
        year, month = int(day[1]), int(day[2]) if day[2] else None
        if month is None:
            return (date(year, 1, 1), date(year, 12, 31)) if _YEAR.match(value) else _season(value, year)
        if day[3]:
            return (date(year, month, int(day[3])), date(year, month, int(day[3])))
        last = date(year + month // 12, month % 12 + 1, 1).toordinal() - 1
        return (date(year, month, 1), date.fromordinal(last))
    except ValueError:
        return None


def _season(value: str, year: int) -> tuple[date, date] | None:
    """Quarters, halves and seasons: only the first two have sharp ends."""
    if match := re.match(r"\d{4}-Q([1-4])(?:~[A-Z]+)?$", value):
        quarter = int(match[1])
        last = date(year + quarter // 4, quarter * 3 % 12 + 1, 1).toordinal() - 1
        return (date(year, quarter * 3 - 2, 1), date.fromordinal(last))
    if match := re.match(r"\d{4}-H([12])(?:~[A-Z]+)?$", value):
        return (date(year, 1, 1), date(year, 6, 30)) if match[1] == "1" else (date(year, 7, 1), date(year, 12, 31))
    return None
