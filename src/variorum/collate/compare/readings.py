"""What the words of a dating can mean beside the value that annotating gave it, for comparing it with another.

TIMEX3 values drop what the words still tell: "late 2011" is 2011, "early on Friday" that Friday, and an hour without a
day got one from elsewhere in its report. The readings put it back in the notation that `compare_dates` takes.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, lru_cache

from variorum.collate.compare.words import in_figures
from variorum.lang.tables import load_table, load_words

_LENGTH = re.compile(r"P(T?)(?:X|\d+)([YMWDHS])$")
_ENDS = re.compile(r"(?i)\b(\w+)\s*(?:to|or|and|-|–)\s*(\w+)[\s-]+(?:second|minute|hour|day|week|month|year)s?\b")
_LAST_WEEKDAY = re.compile(r"(?i)(?:last|this past|past)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
_YEARS_AGO = re.compile(r"(?i)\byears?\s+(?:ago|earlier|before|later)\b")
# "The past week" reaches up to today: it is the one before and this one.
_UP_TO_NOW = re.compile(r"(?i)\b(?:the (?:past|last)|this past) (?:week|month)$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)$")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_OVERNIGHT = re.compile(r"(?i)\bovernight\b")
_YEAR = re.compile(r"\d{4}$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
# Values of which the beginning, middle or end can be named; and hours of a day.
_HAS_ENDS = re.compile(r"(?:\d{4}|XXXX)(?:-W?\d\d|-WXX-\d|-\d\d-\d\d)?$")
_HOUR = re.compile(r"(?P<day>\d{4}-\d\d-\d\d|XXXX-XX-XX)T(?P<hour>\d\d)?(?P<rest>.*)$")
_MODS = {
    "START": "early|beginning|start",
    "MID": "mid|middle",
    "END": "late|end|close",
}
_INSIDE = re.compile("(?i)" + "|".join(rf"\b(?P<{mod}>{words})\b" for mod, words in _MODS.items()))
_BEFORE = re.compile(r"(?i)\b(?:(?P<START>early)|(?P<END>late)|(?P<MID>mid))[\s-]+(?:(?:on|in|the|last|this)\s+)*$")
# "Sometime before April" may be any time before it; "shortly before" and "the day before" tell how long before.
_BOUND = re.compile(
    r"(?i)(?<!\w)(?P<nearer>\w+ )?(?:(?P<BEFORE>before|prior to)|(?P<AFTER>after)) (?:the |this |next |last )?$"
)
_HOW_FAR = re.compile(
    r"(?i)(?:shortly|soon|just|right|directly|immediately"
    r"|\w*(?:second|minute|hour|day|night|week|month|year|moment)s?) $"
)
_HAS_SIDES = re.compile(r"(?:\d{4}|XXXX)(?:-\d\d(?:-\d\d)?|-W\d\d|-Q\d)?$")
_SMALL_HOURS = re.compile(r"(?i)\b(?:early|small|wee) hours\b|\bearly\b.*\bmorning\b")
# "Half past ten", "ten o'clock", "quarter to nine": of the morning or the evening, unless more is said.
_SPOKEN = re.compile(r"(?i)o[\'’]clock|\b(?:past|to|before|after)\b")
_HALF_OF_DAY = re.compile(r"(?i)[ap]\.?\s?m\b|noon|midday|midnight|morning|afternoon|evening|night|\d:\d\d|\b\d{4}\b")
_NAMED_DAY = re.compile(
    r"(?i)\d{4}-\d\d|\d/\d|\d(?:st|nd|rd|th)\b|\b(?:this|that|last|next|same|previous|following|the day)\b"
)
_NOON = 12


# The same few datings meet again and again in the sentences of a story.
@lru_cache(maxsize=50_000)
def readings_of(value: str, words: str, before: str = "", *, is_limit: bool = True) -> tuple[str, ...]:
    """Return what the words of a dating can mean: `value`, as it was resolved, with what it drops, then its neighbours.

    "Last Wednesday" is the one before or that of last week; "42 years ago" is rounded to whole years, by counting. Of
    a length of time that is given from least to most ("between" `before` "10 and 15 minutes") both: "PT10M/PT15M".
    "Late 2011" is "2011~END"; an hour whose words name no day is of any day ("XXXX-XX-XXT06:15") as well as of that
    which the report told last, "half past ten" of both halves of the day; "06:15 GMT" keeps its zone.
    "Before April" is "2011-04~BEFORE" where the dating `is_limit`: not in "before April's vote".
    """
    try:
        if (length := _LENGTH.match(value)) and (ends := _ENDS.search(f"{before} {words}")):
            numbers = [in_figures(ends[1].lower()), in_figures(ends[2].lower())]
            if all(each.isdecimal() for each in numbers):
                return ("/".join(f"P{length[1]}{each}{length[2]}" for each in numbers),)
        if hour := _HOUR.match(value):
            return _with_neighbours(_hours_meant(hour, words), words)
        if _HAS_ENDS.match(value) and (mod := _mod_of(words, before)):
            return _with_neighbours((f"{value}~{mod}",), words)
        if is_limit and _HAS_SIDES.match(value) and (bound := _bound_of(before)):
            return _with_neighbours((f"{value}~{bound}",), words)
        return _with_neighbours((value,), words)
    except (ValueError, OverflowError):
        return (value,)


def _with_neighbours(values: tuple[str, ...], words: str) -> tuple[str, ...]:
    """Add the days and years beside a value that its words may mean as well."""
    value = values[0]
    if _LAST_WEEKDAY.match(words) and _DAY.match(value[:10]):
        day = date.fromisoformat(value[:10])
        return (*values, *(f"{day + timedelta(days=shift)}{value[10:]}" for shift in (-7, 7)))
    # The night over which something happened is told by the day before it or the day after.
    if _OVERNIGHT.search(words) and _DAY.match(value[:10]) and value[10:] == "TNI":
        return (*values, f"{date.fromisoformat(value[:10]) - timedelta(days=1)}TNI")
    if _UP_TO_NOW.search(words) and (later := _next_of(value)):
        return (*values, later)
    if _YEARS_AGO.search(words) and _YEAR.match(value):
        return (*values, *(f"{int(value) + shift:04}" for shift in (-1, 1)))
    return values


def _next_of(value: str) -> str | None:
    """The week or month after another, with what it is marked by; None for other values."""
    plain, mark, side = value.partition("~")
    if week := _WEEK.match(plain):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1) + timedelta(weeks=1)
        return f"{monday.isocalendar().year}-W{monday.isocalendar().week:02}{mark}{side}"
    if month := _MONTH.match(plain):
        year, number = int(month[1]), int(month[2])
        return f"{year + number // 12:04}-{number % 12 + 1:02}{mark}{side}"
    return None


def _bound_of(before: str) -> str:
    """The side of a time on which another lies by the words right before it: BEFORE, AFTER; empty for none."""
    found = _BOUND.search(f"{before.rstrip()} ")
    if found is None or (found["nearer"] and _HOW_FAR.match(found["nearer"])):
        return ""
    return "BEFORE" if found["BEFORE"] else "AFTER"


def _mod_of(words: str, before: str) -> str:
    """The part of a time that its words name, or the word right before them: START, MID, END; empty for the whole."""
    found = _INSIDE.search(words) or _BEFORE.search(before)
    return next((name for name, each in found.groupdict().items() if each), "") if found else ""


def _hours_meant(hour: re.Match[str], words: str) -> tuple[str, ...]:
    days = [hour["day"]]
    if hour["day"].isascii() and not _names_day(words) and not hour["day"].startswith("X"):
        days.append("XXXX-XX-XX")
    hours = [f"{hour['hour'] or ''}{hour['rest']}"]
    if hour["hour"] and _SPOKEN.search(words) and not _HALF_OF_DAY.search(words):
        hours.append(f"{(int(hour['hour']) + _NOON) % 24:02}{hour['rest']}")
    zone = f"[{named}]" if (named := zone_named(words)) else ""
    mod = "~START" if hours[0] == "MO" and _SMALL_HOURS.search(words) else ""
    return tuple(f"{day}T{each}{zone}{mod}" for day in days for each in hours)


def zone_named(words: str) -> str:
    """Return the word for a time zone among some words ("gmt" of "06:15 GMT"), empty without one."""
    return next((word for word in _words(words) if word in _zones()), "")


def _names_day(words: str) -> bool:
    return bool(_NAMED_DAY.search(words)) or not _day_words().isdisjoint(_words(words))


def _words(words: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", words.lower())


@cache
def _zones() -> frozenset[str]:
    """Words that name a time zone; "local time" is what a report tells that names none."""
    zones, local = (load_words("en", "times", "plain", name) for name in ("zone", "local"))
    return zones | local - {"local"}


@cache
def _day_words() -> frozenset[str]:
    """Words that say of which day an hour is: days, months, feasts, today and its neighbours."""
    table = load_table("en", "times")
    valued = table["valued"]
    named = {word for name in ("weekday", "month", "deictic") for word in valued[name]}
    feasts = {word for name in table["holidays"] for word in re.findall(r"[a-z]{4,}", name)}
    return frozenset(named | feasts | {"tonight", "overnight"})
