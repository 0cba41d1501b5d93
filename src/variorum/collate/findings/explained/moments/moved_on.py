"""Days, places, sums and shares told by reports that were published days apart: the story has moved on between them.

Of what lies further back ("born in 1958") and of counts and measures later reports tell still, or tell a change.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from variorum.collate.differences import top_of
from variorum.collate.findings.counting.tally_acts import counted_act
from variorum.collate.findings.deciding.moments import Stretch
from variorum.collate.findings.explained.amounts.apart import are_alike, is_count
from variorum.collate.findings.explained.amounts.whose import people_bearing
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.explained.tight import is_tight
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording
from variorum.text.gazetteer import find_known

# Reports so far apart tell mostly of other days; a day, or a month, so near to its report is news there.
_APART = timedelta(days=4)
_NEWS, _NEWS_OF_MONTHS = timedelta(days=21), timedelta(days=365)
# Sentences that agree on more than this tell of one happening still.
_OF_ONE = 0.35
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WEEK = re.compile(r"(\d{4})-W(\d\d)$")
_MONTH = re.compile(r"\d{4}-\d\d$")
_AMOUNTS = frozenset({"money", "percent"})
# Counts change from day to day, so that two reports of one day may well tell of one count, whatever else they name.
_DAYS = timedelta(days=2)
_REGIONS = ("country", "state")
# Sentences before one that tell where it is.
_BEFORE = 3


def of_reports_days_apart(setting: Setting, pair: Pair) -> bool:
    """What is told as news by reports days apart, in sentences that do not run alike: "on Monday", "on Friday"."""
    sides = setting.sides(pair)
    if is_tight(pair) or pair.shared > _OF_ONE or not all(_passes_on(setting, *side) for side in sides):
        return False
    return _are_apart(setting, sides)


def of_two_doings(setting: Setting, pair: Pair) -> bool:
    """Counts by reports days apart of those who do two things: "3,200 work there", "3,800 joined the march"."""
    sides = setting.sides(pair)
    (left, one), (right, other) = sides
    if is_tight(pair) or pair.shared > _OF_ONE or not all(is_count(value) for _, value in sides):
        return False
    if None not in (counted_act(left, one), counted_act(right, other)):
        return False
    verbs = left.verb_above(top_of(left, pair.left.unit)), right.verb_above(top_of(right, pair.right.unit))
    told = left.is_content[verbs[0]] and right.is_content[verbs[1]]
    return told and not are_alike(left, verbs[0], right, verbs[1]) and _are_apart(setting, sides)


def _are_apart(setting: Setting, sides: Sequence[tuple[Wording, Value]]) -> bool:
    """Whether the reports of two sentences were all published so many days apart that the story has moved on."""
    (early, late) = (setting.moments(wording) for wording, _ in sides)
    return bool(early and late) and all(_gap(one, other) >= _APART for one in early for other in late)


def of_two_regions(setting: Setting, pair: Pair) -> bool:
    """Figures of which reports of different days name other states or countries: "99 delegates in Florida".

    A sentence that names none is of those that the sentences before it name, but for figures of one person: whoever
    wins here and there has one tally.
    """
    sides = setting.sides(pair)
    if is_tight(pair) or any(value.quantity is None for _, value in sides):
        return False
    bearers, others = ({each.id for each in people_bearing(setting, *side)} for side in sides)
    told = _regions if bearers & others else partial(_regions_told, setting)
    one, other = (told(wording) for wording, _ in sides)
    named = any(one.get(kind) and other.get(kind) and not one[kind] & other[kind] for kind in _REGIONS)
    (early, late) = (setting.moments(wording) for wording, _ in sides)
    return named and bool(early and late) and all(_gap(a, b) >= _DAYS for a in early for b in late)


def _regions_told(setting: Setting, wording: Wording) -> dict[str, set[str]]:
    """The regions that a sentence names, of either kind those of the nearest sentence before it where it names none."""
    found, before = _regions(wording), wording
    for _ in range(_BEFORE):
        above = next(setting.order.before(before), None)
        if above is None or len(found) == len(_REGIONS):
            break
        before = above
        found = {**_regions(before), **found}
    return found


def _regions(wording: Wording) -> dict[str, set[str]]:
    """The countries and the states that a sentence names, by the one and the other."""
    found: dict[str, set[str]] = {}
    for value in wording.values:
        known = find_known(wording.words(value.first, value.end)) if value.mention is not None else None
        if known is not None and known.kind in _REGIONS:
            found.setdefault(known.kind, set()).add(known.id)
    return found


def _passes_on(setting: Setting, wording: Wording, value: Value) -> bool:
    """Whether a value is of the kind that reports of other days tell of other happenings."""
    if value.quantity is not None:
        return value.quantity.kind in _AMOUNTS
    if value.time is None:
        return value.kind == "place"
    day = _day_of(value.time.value)
    moments = setting.moments(wording)
    near = _NEWS_OF_MONTHS if _MONTH.match(value.time.value) else _NEWS
    return day is not None and all(abs(day - moment.start.date()) <= near for moment in moments)


def _day_of(value: str) -> date | None:
    """The day of a dating, the first of a week or a month; None for years and what has no day."""
    try:
        if _MONTH.match(value):
            return date.fromisoformat(f"{value}-01")
        if _DAY.match(value):
            return date.fromisoformat(value[:10])
        week = _WEEK.match(value)
        return date.fromisocalendar(int(week[1]), int(week[2]), 1) if week else None
    except ValueError:
        return None


def _gap(one: Stretch, other: Stretch) -> timedelta:
    return abs(one.start - other.start)
