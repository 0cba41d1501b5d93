"""Full dates as pages and texts write them, in many languages: "29. Oktober 2025", "Oct 29, 2025", "2025年10月29日".

Only dates with a year are read; "Monday" and "last week" are the text's own affair (annotate/times). They are
candidates: `dateline.py` weighs them.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache
from typing import Literal

import msgspec

from variorum.lang.tables import load_table

EARLIEST = 1990  # years before are not days on which a page was published
_SHORT_YEARS = 69  # two-digit years up to this are of this century, as POSIX has it
_BEFORE = 40  # characters before a date in which its label stands
_LEAST_NAME = 3  # letters of a weekday's name; shorter ones stand in other words

Order = Literal["dmy", "mdy"]
Said = Literal["published", "updated"]


class WrittenDate(msgspec.Struct, frozen=True):
    """A date at `start` to `end` of a text. `value` is ISO 8601, with the time (and zone) where one follows.

    `unsure` marks one whose day and month might be the other way round ("03/04/2020"). `fits` tells whether the weekday
    printed beside it is that day's; None where there is none. `said` is what the words before it call it. `ranged`
    marks the first or last of several days ("14. - 20. Januar 2022"): days of an event.
    """

    start: int
    end: int
    value: str
    unsure: bool = False
    fits: bool | None = None
    said: Said | None = None
    ranged: bool = False


def find_dates(text: str, order: Order = "dmy", language: str | None = None) -> list[WrittenDate]:
    """Return the dates in `text`, in their order. `order` decides where "03/04/2020" leaves it open."""
    plain = _with_plain_digits(text)
    if not _ANY_YEAR.search(plain):
        return []
    found: list[WrittenDate] = []
    end = 0
    for match in _pattern().finditer(plain):
        if match.start() >= end and (written := _read(match, order, language)):
            found.append(written)
            end = written.end
    return found


def is_date_line(text: str) -> bool:
    """Say whether `text` is a date and no more than a label, a weekday, an hour beside it: at most two short words."""
    rest = without_dates(text)
    if rest == text:
        return False
    words = [word for word in rest.split() if any(char.isalnum() for char in word)]
    return len(words) <= 2 and sum(map(len, words)) <= 22 and not _TWO_NAMES.search(rest)


def without_dates(text: str) -> str:
    """Return `text` without its dates, and without the labels, weekdays and hours beside them."""
    dates = find_dates(text)
    if not dates:
        return text
    starts = [0, *(each.end for each in dates)]
    ends = [*(each.start for each in dates), len(text)]
    rest = " ".join(text[start:end] for start, end in zip(starts, ends, strict=True))
    for pattern in (_weekday(), _label("published"), _label("updated"), _label("beside"), _HOUR):
        rest = pattern.sub(" ", rest)
    return rest


# A year, or three numbers with dots or strokes between: without either no date is there, and most blocks have none.
_ANY_YEAR = re.compile(
    r"(?:19|20)\d\d|\d\s?[./|-]\s?\d{1,2}\s?[./|-]\s?\d\d|\d\.?\s[^\W\d_]{3,12}\.?\s['’]?[012]\d(?=\s*[)\]|]|\s*$)"
)
_TIME = re.compile(
    r"(?:\s*[,|•·–—-]?\s*(?:um|at|à|a las|alle|às|o|kl\.?|om|T)?\s*|T)"
    r"([01]?\d|2[0-3])[:.h]([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?"
    r"\s*(?:([ap])\.?\s?m\b\.?)?\s*(Z\b|UTC|GMT|[+-]\d\d:?\d\d\b)?",
    re.I,
)
_HOUR = re.compile(r"\d{1,2}[:.h]\d\d(?::\d\d)?|\d{1,2}(?=\s*[ap]\.?m)")
_TWO_NAMES = re.compile(r"\b[A-Z][\w.'’-]* [A-Z]")
_RANGE_AFTER = re.compile(r"\s?[-–]\s?(?:\d{1,2}(?:\D|$)|[^\W\d_]{3,12}\.? \d{1,2}\b)")
_RANGE_BEFORE = re.compile(r"(?<!\d)\d{1,2}\.?\s?(?:[-–]|bis|to|au|al|a|al)\s?$")
_AFTER = re.compile(r"\s?[(（]([^\W\d_]{1,12})\.?[)）]")


def _with_plain_digits(text: str) -> str:
    """Return `text` with the digits of all scripts as 0 to 9, each at its place."""
    if text.isascii() or max(text) < _FIRST_DIGIT:
        return text
    return _OTHER_DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), text)


_FIRST_DIGIT = "\u0660"  # of Arabic, the first script with digits of its own
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")


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
def weekdays() -> dict[str, frozenset[int]]:
    """Return the days (Monday is 0) that a name, in lower case, means in any of the languages known."""
    found: dict[str, set[int]] = {}
    for language in load_table("mul", "weekdays")["weekdays"]:
        for name, number in weekdays_of(language).items():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(days) for name, days in found.items()}


@cache
def weekdays_of(language: str) -> dict[str, int]:
    """Return the number (Monday is 0) of each name of a day in one language, in lower case."""
    days = load_table("mul", "weekdays")["weekdays"][language].split("|")
    return {name: number for number, names in enumerate(days) for name in names.split()}


@cache
def _weekday() -> re.Pattern[str]:
    names = sorted((name for name in weekdays() if len(name) >= _LEAST_NAME), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})\.?(?!\w)", re.I)


@cache
def _label(kind: str) -> re.Pattern[str]:
    """The words of `lang/mul/datelines.toml` under `kind`, at bounds of words where their script has spaces."""
    words = sorted(
        (word.strip() for word in load_table("mul", "datelines")[kind].split("|")), key=lambda word: -len(word)
    )
    spaced = [re.escape(word).replace(r"\*", r"\w*") for word in words if word[0] < "\u2e80"]
    other = [re.escape(word) for word in words if word[0] >= "\u2e80"]
    forms = [rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", *(["|".join(other)] if other else [])]
    return re.compile("|".join(forms), re.I)


def said_before(before: str) -> Said | None:
    """Return what the words before a date call it: the later of its labels counts; None where there is no label."""
    changed, issued = (max((found.end() for found in _label(kind).finditer(before)), default=-1) for kind in _SAID)
    if max(changed, issued) < 0:
        return None
    return "updated" if changed >= issued else "published"


_SAID = ("updated", "published")


@cache
def _pattern() -> re.Pattern[str]:
    # The vowel signs of Indian scripts are no letters to Python.
    name = r"(?P<{0}>(?:[^\W\d_]|[\u0900-\u0dff\u200c\u200d]){{3,14}})"
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
        rf"(?<!\d){day.format('d7')}\.?\s{name.format('n7')}\.?\s['’]?(?P<y7>[012]\d)(?=\s*[)\]|]|\s*$)",
    )
    return re.compile("|".join(forms), re.I)


def _read(match: re.Match[str], order: Order, language: str | None) -> WrittenDate | None:
    got = match.groupdict()
    kind = next(number for number in "1234567" if got[f"y{number}"])
    year, day = int(got[f"y{kind}"]), int(got[f"d{kind}"])
    unsure = False
    if f"n{kind}" in got:
        name = unicodedata.normalize("NFC", got[f"n{kind}"].lower())
        month = _months_of(language or "").get(name) or months().get(name, 0)
    else:
        month = int(got[f"m{kind}"])
    if year < 100:
        year += 2000 if year <= _SHORT_YEARS else 1900
    if kind == "3":
        unsure = got["s"] in "/-" and day <= 12 and month <= 12 and day != month
        if month > 12 or (order == "mdy" and day <= 12 and got["s"] in "/-"):
            day, month = month, day
    if not is_day(year, month, day):
        return None
    return _in_its_place(match, date(year, month, day), unsure)


def _in_its_place(match: re.Match[str], day: date, unsure: bool) -> WrittenDate:
    """Return the date of a match with the time behind it, and with what the weekday and the words before it say."""
    text, end, value = match.string, match.end(), day.isoformat()
    clock = _TIME.match(text, end)
    if clock and (time := _clock(clock)):
        value, end = value + time, clock.end()
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    return WrittenDate(
        match.start(),
        end,
        value,
        unsure,
        fits=_fits(day, before, text[match.end() : match.end() + 16]),
        said=said_before(before),
        ranged=bool(_RANGE_BEFORE.search(before) or (end == match.end() and _RANGE_AFTER.match(text, end))),
    )


def _fits(day: date, before: str, after: str) -> bool | None:
    """Say whether the weekday just before a date or in brackets behind it is the day's; None where there is none."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", before[-16:])
    last = words[-1].lower() if words and before.rstrip(" ,.-–(|").endswith(words[-1]) else ""
    behind = _AFTER.match(after)
    for name in (last, behind[1].lower() if behind else ""):
        if days := weekdays().get(name):
            if day.weekday() in days:
                return True
            if len(name) >= _LEAST_NAME or not name.isascii():
                return False
    return None


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
