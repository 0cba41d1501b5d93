"""Dates as pages print them: on a line of their own, or at the head of a text: in numbers, and with names of months.

These are only candidates: `dateline.py` weighs them against what the text itself says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from variorum.lang.tables import load_table

_ENGLISH = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip


def _month_numbers() -> dict[str, int]:
    """The number of each name of a month; English goes before the others ("mar" is March)."""
    numbers = {
        name: number for number, names in load_table("any", "months")["months"].items() for name in names.split()
    }
    english = {name: number for number, names in enumerate(_ENGLISH, start=1) for name in names.split()}
    return {name: int(number) for name, number in {**numbers, **english}.items()}


_NUMBERS = _month_numbers()
_MONTH = rf"(?P<{{0}}>{'|'.join(sorted(_NUMBERS, key=lambda name: (-len(name), name)))})\.?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_FORMS = "|".join(
    (
        rf"{_YEAR.format('y1')}[-/.](?P<n1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}})(?:T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?",
        rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er|º|ª)?[\s./-]+(?:(?:of|de|di)\s+)?{_MONTH.format('m2')}[\s,./-]+(?:de\s+)?{_YEAR.format('y2')}",
        rf"{_MONTH.format('m3')}\s*(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?[\s,.]+{_YEAR.format('y3')}",
        rf"(?P<d4>\d{{1,2}})[./-](?P<n4>\d{{1,2}})[./-]{_YEAR.format('y4')}",
        rf"{_YEAR.format('y5')}\s*年\s*(?P<n5>\d{{1,2}})\s*月\s*(?P<d5>\d{{1,2}})\s*日",
        rf"{_YEAR.format('y6')}\s*년\s*(?P<n6>\d{{1,2}})\s*월\s*(?P<d6>\d{{1,2}})\s*일",
    )
)
_MOMENT = re.compile(rf"(?<![\w.])(?:{_FORMS})(?!\w)", re.IGNORECASE)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(r"\b(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?", re.IGNORECASE)
# All that may stand beside a date on a line that is only a date: its label, the hour, the zone.
_BESIDE = re.compile(
    r"\b(?:published|posted|updated|modified|last|first|created|date|on|at|by|and|time|am|pm|a\.m\.|p\.m\.|gmt|utc|bst|"
    r"[ecmp][sd]t|ist|kst|jst|cest|hrs?|issued|edited|min(?:ute)?s?|read|ago)\b|\d{1,2}[:.h]\d\d(?::\d\d)?|\d{1,2}(?=\s*[ap]\.?m)",
    re.IGNORECASE,
)
_TWO_NAMES = re.compile(r"\b[A-Z][\w.'’-]* [A-Z]")
_UPDATED = re.compile(r"\b(?:updated|modified|edited)\b", re.IGNORECASE)


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """A date as printed: its place in the text searched, its ISO value, and what stands with it.

    `fits` tells whether a weekday printed with it is that date's; None where there is none. `updated` is true where its
    label says that it is the last change.
    """

    start: int
    end: int
    value: str
    fits: bool | None = None
    updated: bool = False


def find_moments(text: str) -> Iterator[Moment]:
    """Yield the full dates in `text`, in order. Days before months in numbers (29.10.2025) unless that cannot be."""
    for match in _MOMENT.finditer(text):
        day = _day_of(match)
        if day is None:
            continue
        before = text[max(0, match.start() - 24) : match.start()]
        weekdays = _WEEKDAY.findall(before)
        fits = _WEEKDAYS[day.weekday()] == weekdays[-1][:3].lower() if weekdays else None
        yield Moment(
            start=match.start(),
            end=match.end(),
            value=day.isoformat(),
            fits=fits,
            updated=_UPDATED.search(before) is not None,
        )


def _day_of(match: re.Match[str]) -> date | None:
    found = {name[0]: value for name, value in match.groupdict().items() if value is not None}
    month = int(found["n"]) if "n" in found else _NUMBERS[found["m"].lower()]
    day = int(found["d"])
    if month > 12 and match.group("y4"):
        month, day = day, month
    try:
        return date(int(found["y"]), month, day)
    except ValueError:
        return None


def is_moment(text: str) -> bool:
    """Whether `text` is a date and no more than a label, a weekday, an hour beside it: at most two short words."""
    if not any(char.isdigit() for char in text):
        return False
    rest = without_moments(text)
    if rest == text:
        return False
    words = [word for word in rest.split() if any(char.isalnum() for char in word)]
    return len(words) <= 2 and sum(map(len, words)) <= 22 and not _TWO_NAMES.search(rest)


def without_moments(text: str) -> str:
    """Return `text` without its dates, and without the labels, weekdays and hours beside them."""
    moments = list(find_moments(text))
    if not moments:
        return text
    starts = [0, *(moment.end for moment in moments)]
    ends = [*(moment.start for moment in moments), len(text)]
    rest = " ".join(text[start:end] for start, end in zip(starts, ends, strict=True))
    return _BESIDE.sub(" ", _WEEKDAY.sub(" ", rest))
