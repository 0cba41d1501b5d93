"""Dates of a record for people, and as days on an axis.

Values are ISO 8601 as precise as is known, or TIMEX3 (`2025-W44`, `2025-Q3`, `2025-FA`, `2025-10-29TMO`); a `/` parts
the ends of an interval. What is none of these is shown as it stands and has no place on an axis.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

import msgspec

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_CLOCK = re.compile(r"T(\d\d:\d\d)")
_PART_OF_DAY = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "MI": "midday", "DT": "daytime"}
_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:T.*)?")
_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)")
_WEEK = re.compile(r"(?P<year>\d{4})-W(?P<week>\d\d)(?:-(?P<weekend>WE))?")
_SEASON = re.compile(r"(?P<year>\d{4})-(?P<part>SP|SU|FA|AU|WI|Q[1-4]|H[12])")
_YEAR = re.compile(r"\d{4}")
_DECADE = re.compile(r"\d{3}")
_SEASONS = {
    "SP": ("spring", 3, 5), "SU": ("summer", 6, 8), "FA": ("autumn", 9, 11), "AU": ("autumn", 9, 11),
    "WI": ("winter", 12, 12), "Q1": ("first quarter", 1, 3), "Q2": ("second quarter", 4, 6),
    "Q3": ("third quarter", 7, 9), "Q4": ("fourth quarter", 10, 12), "H1": ("first half", 1, 6),
    "H2": ("second half", 7, 12),
}  # fmt: skip


class Days(msgspec.Struct, frozen=True, order=True):
    """The first and the last day that a date can mean."""

    first: date
    last: date


def find_days(value: str | None) -> Days | None:
    """Return the days that a value covers; None where it names none (a duration, "PRESENT_REF", nothing)."""
    if not value:
        return None
    ends = [_days(part) for part in value.split("/")]
    if ends[0] is None or ends[-1] is None or ends[-1].last < ends[0].first:
        return None
    return Days(ends[0].first, ends[-1].last)


def _days(value: str) -> Days | None:
    try:
        return _read_days(value)
    except ValueError:  # a month 13, a 30 February
        return None


def _read_days(value: str) -> Days | None:
    if match := _DAY.fullmatch(value):
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
        return Days(day, day)
    if match := _MONTH.fullmatch(value):
        return _months(int(match["year"]), int(match["month"]), int(match["month"]))
    if match := _WEEK.fullmatch(value):
        first = date.fromisocalendar(int(match["year"]), int(match["week"]), 6 if match["weekend"] else 1)
        return Days(first, first + timedelta(days=1 if match["weekend"] else 6))
    if match := _SEASON.fullmatch(value):
        return _months(int(match["year"]), *_SEASONS[match["part"]][1:])
    if _YEAR.fullmatch(value):
        return _months(int(value), 1, 12)
    if _DECADE.fullmatch(value) and int(value) > 0:
        return Days(date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31))
    return None


def _months(year: int, first: int, last: int) -> Days:
    return Days(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def day_in_words(day: date) -> str:
    """Return "29 October 2025"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def date_in_words(value: str | None) -> str:
    """Return a date as people write it ("29 October 2025, 14:00"); "no date" for None, other values as they stand."""
    if not value:
        return "no date"
    parts = value.split("/")
    if len(parts) == 2 and all(_days(part) for part in parts):
        return f"{date_in_words(parts[0])} to {date_in_words(parts[1])}"
    days = _days(value)
    return value if days is None else _in_words(value, days)


def _in_words(value: str, days: Days) -> str:
    year = days.first.year
    if _DAY.fullmatch(value):
        clock = _CLOCK.search(value)
        part = _PART_OF_DAY.get(value.partition("T")[2])
        return day_in_words(days.first) + (f", {clock[1]}" if clock else f", {part}" if part else "")
    if _MONTH.fullmatch(value):
        return f"{MONTHS[days.first.month - 1]} {year}"
    if match := _WEEK.fullmatch(value):
        return f"{'weekend' if match['weekend'] else 'week'} of {day_in_words(days.first)}"
    if match := _SEASON.fullmatch(value):
        return f"{_SEASONS[match['part']][0]} {'of ' if match['part'][0] in 'QH' else ''}{year}"
    return f"{year}s" if _DECADE.fullmatch(value) else value


def span_in_words(first: str | None, last: str | None) -> str:
    """Return "3 to 12 March 2026", or one date where both are the same or one is unknown; "" where both are."""
    ends = [find_days(first), find_days(last)]
    if ends[0] is None or ends[1] is None or (first or "")[:10] == (last or "")[:10]:
        known = first or last
        return date_in_words(known[:10]) if known else ""
    start, end = date_in_words((first or "")[:10]), date_in_words((last or "")[:10])
    shared = start.split(" ")[1:] == end.split(" ")[1:] and len(start.split(" ")) == 3
    return f"{start.split(' ')[0]} to {end}" if shared else f"{_without_year(start, end)} to {end}"


def _without_year(start: str, end: str) -> str:
    year = f" {end[-4:]}"
    return start.removesuffix(year) if end[-4:].isdigit() else start
