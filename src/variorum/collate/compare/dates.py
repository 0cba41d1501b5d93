"""Do two datings agree? A month holds its days, a week its days, a year its months; clocks are compared."""

from __future__ import annotations

import re
from datetime import date, timedelta

from variorum.collate.compare.verdict import Verdict
from variorum.collate.compare.words import in_figures

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_YEARLESS = re.compile(r"XXXX-(?=\d\d)")
_WEEKDAY = re.compile(r"(?:XXXX|\d{4})-WXX-([1-7])")
_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?")
_DURATION = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])$")
_TWO = 2
_LENGTH = re.compile(r"P(T?)(?:X|\d+)([YMWDHS])$")
_ENDS = re.compile(r"(?i)\b(\w+)\s*(?:to|or|and|-|–)\s*(\w+)[\s-]+(?:second|minute|hour|day|week|month|year)s?\b")
_LAST_WEEKDAY = re.compile(r"(?i)(?:last|this past|past)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
_YEARS_AGO = re.compile(r"(?i)\byears?\s+(?:ago|earlier|before|later)\b")
_SECONDS = {"S": 1.0, "TM": 60.0, "TH": 3600.0, "D": 86400.0, "W": 604800.0, "M": 2629800.0, "Y": 31557600.0}
# "About six" and "ten past six" are one dating; half an hour apart are two.
NEAR_MINUTES = 15
LONGER_BY = 0.12


def compare_dates(one: str, other: str, *, hedged: bool = False) -> Verdict:
    """Return what two TIMEX3 values have to do with one another; `hedged` where one of them is said to be about."""
    if one == other:
        return Verdict("same", "the same time")
    if one.startswith("P") and other.startswith("P"):
        return _compare_durations(one, other, hedged)
    one, other = _in_one_year(one, other)
    if (weekdays := _weekdays(one, other)) is not None:
        if weekdays[0] == weekdays[1]:
            return Verdict("fits", "the same day of the week")
        return Verdict("differs", "the days of the week differ", 1 / 365)
    span, span_other = _days(one), _days(other)
    if span is None or span_other is None:
        return Verdict("unlike", "one of them names no day, month or year")
    if span[1] < span_other[0] or span_other[1] < span[0]:
        gap = max((span_other[0] - span[1]).days, (span[0] - span_other[1]).days)
        return Verdict("differs", "the dates differ", min(1.0, gap / 365))
    clock, clock_other = _minutes(one), _minutes(other)
    if clock is not None and clock_other is not None and span == span_other:
        return _compare_clocks(clock, clock_other, hedged)
    return Verdict("fits", "one dating is more exact than the other")


def readings_of(value: str, words: str, before: str = "") -> tuple[str, ...]:
    """Return the TIMEX3 values that the words of a dating can mean: `value`, as it was resolved, and its neighbours.

    "Last Wednesday" is the one before or that of last week; "42 years ago" is rounded to whole years, by counting. Of
    a length of time that is given from least to most ("between" `before` "10 and 15 minutes") both: "PT10M/PT15M".
    """
    try:
        if (length := _LENGTH.match(value)) and (ends := _ENDS.search(f"{before} {words}")):
            numbers = [in_figures(ends[1].lower()), in_figures(ends[2].lower())]
            if all(each.isdecimal() for each in numbers):
                return ("/".join(f"P{length[1]}{each}{length[2]}" for each in numbers),)
        if _LAST_WEEKDAY.match(words) and _DAY.fullmatch(value[:10]):
            day = date.fromisoformat(value[:10])
            return (value, *(f"{day + timedelta(days=shift)}{value[10:]}" for shift in (-7, 7)))
        if _YEARS_AGO.search(words) and re.fullmatch(r"\d{4}", value):
            return (value, *(f"{int(value) + shift:04}" for shift in (-1, 1)))
    except (ValueError, OverflowError):
        return (value,)
    return (value,)


def _in_one_year(one: str, other: str) -> tuple[str, str]:
    """Give a day of an unknown year ("XXXX-10-02") the year of the other, or a leap year to both."""
    if not (_YEARLESS.match(one) or _YEARLESS.match(other)):
        return one, other
    year = next((each[:4] for each in (one, other) if each[:4].isdigit()), "2000")
    return _YEARLESS.sub(f"{year}-", one), _YEARLESS.sub(f"{year}-", other)


def _weekdays(one: str, other: str) -> tuple[int, int] | None:
    """Return the days of the week (1 to 7) where one value is a weekday of no known week, and both tell one."""
    if not (_WEEKDAY.match(one) or _WEEKDAY.match(other)):
        return None
    days = [int(found[1]) if (found := _WEEKDAY.match(each)) else _isoweekday(each) for each in (one, other)]
    return (days[0], days[1]) if days[0] and days[1] else None


def _isoweekday(value: str) -> int:
    span = _days(value)
    return span[0].isoweekday() if span is not None and span[0] == span[1] else 0


def _compare_clocks(one: int, other: int, hedged: bool) -> Verdict:
    apart = min(abs(one - other), 1440 - abs(one - other))
    if apart == 0:
        return Verdict("same", "the same time of day")
    if apart <= NEAR_MINUTES and (hedged or one % 60 == 0 or other % 60 == 0):
        return Verdict("fits", "the times of day lie close, and one of them is rounded", apart / 1440)
    return Verdict("differs", "the times of day differ", min(1.0, apart / 720))


def _compare_durations(one: str, other: str, hedged: bool) -> Verdict:
    lengths, others = ([_seconds(each) for each in value.split("/")] for value in (one, other))
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
    return Verdict("differs", "the lengths of time differ", apart)


def _seconds(value: str) -> float | None:
    match = _DURATION.match(value)
    if match is None:
        return None
    unit = match[1] + match[3] if match[3] in "MH" and match[1] else match[3]
    return float(match[2]) * _SECONDS[unit] if unit in _SECONDS else None


def _days(value: str) -> tuple[date, date] | None:
    """Return the first and last day that a value covers."""
    try:
        if week := _WEEK.match(value):
            return (
                date.fromisocalendar(int(week[1]), int(week[2]), 1),
                date.fromisocalendar(int(week[1]), int(week[2]), 7),
            )
        day = _DAY.match(value)
        if day is None:
            return None
        year, month = int(day[1]), int(day[2]) if day[2] else None
        if month is None:
            return (date(year, 1, 1), date(year, 12, 31)) if re.match(r"\d{4}$", value) else _season(value, year)
        if day[3]:
            return (date(year, month, int(day[3])), date(year, month, int(day[3])))
        last = date(year + month // 12, month % 12 + 1, 1).toordinal() - 1
        return (date(year, month, 1), date.fromordinal(last))
    except ValueError:
        return None


def _season(value: str, year: int) -> tuple[date, date] | None:
    """Quarters, halves and seasons: only the first two have sharp ends."""
    if match := re.match(r"\d{4}-Q([1-4])$", value):
        quarter = int(match[1])
        last = date(year + quarter // 4, quarter * 3 % 12 + 1, 1).toordinal() - 1
        return (date(year, quarter * 3 - 2, 1), date.fromordinal(last))
    if match := re.match(r"\d{4}-H([12])$", value):
        return (date(year, 1, 1), date(year, 6, 30)) if match[1] == "1" else (date(year, 7, 1), date(year, 12, 31))
    return None


def _minutes(value: str) -> int | None:
    match = _CLOCK.search(value)
    return int(match[1]) * 60 + int(match[2] or 0) if match else None
