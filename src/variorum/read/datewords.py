"""Full dates as they are written on pages, in many languages: "29. Oktober 2025", "Oct 29, 2025", "2025年10月29日".

Only dates with a year are read; "Monday" and "last week" are the text's own affair (annotate/times).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Literal

import msgspec

from variorum.lang.tables import load_table

EARLIEST = 1990  # years before are not days on which a page was published
_SHORT_YEARS = 69  # two-digit years up to this are of this century, as POSIX has it

Order = Literal["dmy", "mdy"]


class WrittenDate(msgspec.Struct, frozen=True):
    """A date at `start` to `end` of a text. `value` is ISO 8601, with the time (and zone) where one follows.

    `unsure` marks one whose day and month might be the other way round ("03/04/2020").
    """

    start: int
    end: int
    value: str
    unsure: bool = False


def find_dates(text: str, order: Order = "dmy", language: str | None = None) -> list[WrittenDate]:
    """Return the dates in `text`, in their order. `order` decides where "03/04/2020" leaves it open."""
    if not _ANY_YEAR.search(text):
        return []
    found: list[WrittenDate] = []
    end = 0
    for match in _pattern().finditer(text):
        if match.start() >= end and (written := _read(match, order, language)):
            found.append(written)
            end = written.end
    return found


# A year, or three numbers with dots or strokes between: without either no date is there, and most blocks have none.
_ANY_YEAR = re.compile(r"(?:19|20)\d\d|\d\s?[./|-]\s?\d{1,2}\s?[./|-]\s?\d\d")
_TIME = re.compile(
    r"(?:\s*[,|•·–—-]?\s*(?:um|at|à|a las|alle|às|o|kl\.?|om|T)?\s*|T)"
    r"([01]?\d|2[0-3])[:.h]([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?"
    r"\s*(?:([ap])\.?\s?m\b\.?)?\s*(Z\b|UTC|GMT|[+-]\d\d:?\d\d\b)?",
    re.I,
)


@cache
def months() -> dict[str, int]:
    """Return the number of each name of a month, in lower case, in any of the languages known."""
    table = load_table("mul", "months")["months"]
    return {name: int(number) for number, names in table.items() for name in names.split()}


@cache
def _months_of(language: str) -> dict[str, int]:
    other: dict[str, int] = load_table("mul", "months")["by_language"].get(language, {})
    return other


@cache
def _pattern() -> re.Pattern[str]:
    name = r"(?P<{0}>[^\W\d_]{{3,12}})"
    day = r"(?P<{0}>0?[1-9]|[12]\d|3[01])"
    year = r"(?P<{0}>(?:19|20)\d\d)"
    forms = (
        rf"(?<!\d){year.format('y1')}-(?P<m1>0[1-9]|1[0-2])-(?P<d1>0[1-9]|[12]\d|3[01])(?!\d)",
        rf"(?<!\d){year.format('y2')}\s?[./年년]\s?(?P<m2>0?[1-9]|1[0-2])\s?[./月월]\s?{day.format('d2')}(?!\d)[日일]?",
        rf"(?<![\d.,/-]){day.format('d3')}\s?(?P<s>[./|-])\s?(?P<m3>0?[1-9]|[12]\d|3[01])\s?(?P=s)\s?"
        r"(?P<y3>(?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)",
        rf"(?<!\d){day.format('d4')}(?:\.|st|nd|rd|th|º|er|\.?-)?[\s/-]{{0,2}}(?:de\s|of\s|d['’])?{name.format('n4')}\.?,?"
        rf"[\s/-]{{1,2}}(?:de\s|del\s)?{year.format('y4')}(?!\d)",
        rf"\b{name.format('n5')}\.?\s{day.format('d5')}(?:st|nd|rd|th)?,?\s{year.format('y5')}(?!\d)",
        rf"(?<!\d){year.format('y6')}[.,]?\s{name.format('n6')}\s{day.format('d6')}\.?(?!\d)",
    )
    return re.compile("|".join(forms), re.I)


def _read(match: re.Match[str], order: Order, language: str | None) -> WrittenDate | None:
    got = match.groupdict()
    kind = next(number for number in "123456" if got[f"y{number}"])
    year, day = int(got[f"y{kind}"]), int(got[f"d{kind}"])
    unsure = False
    if f"n{kind}" in got:
        name = got[f"n{kind}"].lower()
        month = _months_of(language or "").get(name) or months().get(name, 0)
    else:
        month = int(got[f"m{kind}"])
    if kind == "3":
        year += (2000 if year <= _SHORT_YEARS else 1900) if year < 100 else 0
        unsure = got["s"] in "/-" and day <= 12 and month <= 12 and day != month
        if month > 12 or (order == "mdy" and day <= 12 and got["s"] in "/-"):
            day, month = month, day
    if not is_day(year, month, day):
        return None
    clock = _TIME.match(match.string, match.end())
    value = f"{year:04}-{month:02}-{day:02}"
    end = match.end()
    if clock and (time := _clock(clock)):
        value, end = value + time, clock.end()
    return WrittenDate(match.start(), end, value, unsure)


def _clock(match: re.Match[str]) -> str:
    hour, half = int(match[1]), (match[4] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + 12 * (half == "p")
    zone = match[5] or ""
    if zone.upper() in ("UTC", "GMT", "Z"):
        zone = "Z"
    elif zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    seconds = f":{match[3]}" if match[3] else ""
    return f"T{hour:02}:{match[2]}{seconds}{zone}"


def is_day(year: int, month: int, day: int) -> bool:
    """Say whether the numbers are a day of the calendar on which a page may have been published."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return year >= EARLIEST


_ISO = re.compile(
    r"\s*((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?"
    r"\s*(Z|[+-]\d\d:?\d\d|UTC|GMT)?)?"
)
_EPOCH = re.compile(r"\s*1\d{9}(?:\d{3})?\s*$")


def read_stamp(text: str, order: Order = "dmy", language: str | None = None) -> str | None:
    """Return the ISO 8601 value of a stamp made for machines, or of the first date in it; None if there is none."""
    if _EPOCH.match(text):
        day = date.fromordinal(date(1970, 1, 1).toordinal() + int(text.strip()[:10]) // 86_400)
        return day.isoformat()
    if match := _ISO.match(text):
        year, month, day_number, hour, minute, second, zone = match.groups()
        if is_day(int(year), int(month), int(day_number)):
            value = f"{year}-{month}-{day_number}"
            if hour and int(hour) < 24 and int(minute) < 60:
                zone = "Z" if zone in ("UTC", "GMT", "Z") else (zone or "")
                zone = f"{zone[:3]}:{zone[3:]}" if zone not in ("", "Z") and ":" not in zone else zone
                value += f"T{hour}:{minute}" + (f":{second}" if second and int(second) < 60 else "") + zone
            return value
        return None
    return next(iter(each.value for each in find_dates(text, order, language)), None)
