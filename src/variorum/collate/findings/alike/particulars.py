"""Values so particular that two reports which give them alike tell of one thing, however else they word it.

"At twenty past ten" and "at 10.20am", "460ft" and "140 metres", "72 months" and "six years": sentences that tell so may
have no other word in common, and hardly two things of one story have such a value by chance. What stands for anything,
as small counts and days of the story do, is left to sentences that run alike.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple

from variorum.collate.compare.dates import seconds_of
from variorum.collate.compare.hours import DAY, read_hours
from variorum.collate.differences import unit_of
from variorum.collate.findings.deciding.moments import last_day, moment_of
from variorum.collate.findings.explained.of_two import are_of_two, set_side_by_side
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.pairs import SMALL, Pair, Side
from variorum.collate.points import Value, Weights, Wording
from variorum.model.annotations import Quantity
from variorum.text.units import to_base_unit

# Of the sentences that give one amount so many are compared; echoes find the others.
_MOST = 12
# Round numbers are of anything too, less than this.
_LARGE = 100_000
_HOUR = 60
# Reports that convert a measure round it; two that round it one way are no further apart than this share.
_ROUNDED = 0.02
# Days and years so far from both reports are those of something else than what they report.
_FAR, _YEARS_FAR = 7, 2
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"\d{4}$")
_ONE_NUMBER = re.compile(r"PT?([\d.]+)([A-Z])$")
_UNITS = re.compile(r"[A-SU-Z](?=[\dT]|$)")


class Particular(NamedTuple):
    """What a value says: of what kind, how much, and in which unit its report says so (empty where that is all one).

    Where it is not `alone` particular, only what says the same in another unit makes it so.
    """

    kind: tuple[str, str]
    amount: float
    unit: str = ""
    alone: bool = True


def find_particulars(setting: Setting, weights: Weights) -> Iterator[Pair]:
    """Yield the pairs of particular values that two reports give alike, in the order of their sentences."""
    sides = (sorted(each, key=lambda side: side.place) for each in _equal(_told(setting.wordings)))
    found = filter(None, (_pair_of(setting, weights, one, other) for one, other in sides))
    yield from sorted(found, key=lambda pair: (pair.left.place, pair.right.place))


def _told(wordings: Sequence[Wording]) -> Mapping[tuple[str, str], list[tuple[Particular, Side]]]:
    """What each kind of particular value is told of, by kind."""
    told: dict[tuple[str, str], list[tuple[Particular, Side]]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        for value in wording.values:
            each = _particular(value)
            if each is not None:
                told[each.kind].append((each, Side(number, unit_of(value))))
    return told


def _equal(told: Mapping[tuple[str, str], Sequence[tuple[Particular, Side]]]) -> Iterator[tuple[Side, Side]]:
    """Yield the sides of one amount; of measures in two units also those of nearly one."""
    for each in told.values():
        amounts: dict[tuple[float, str], list[Side]] = defaultdict(list)
        for particular, side in each:
            amounts[particular.amount, particular.unit].append(side)
        alone = {(particular.amount, particular.unit) for particular, _ in each if particular.alone}
        for key in sorted(alone):
            yield from combinations(amounts[key][:_MOST], 2)
        order = sorted(amounts)
        for place, (amount, unit) in enumerate(order):
            for near, unit_near in order[place + 1 :]:
                if near > amount * (1 + _ROUNDED):
                    break
                if unit != unit_near:
                    yield from product(amounts[amount, unit][:_MOST], amounts[near, unit_near][:_MOST])


def _particular(value: Value) -> Particular | None:
    """What a value says; None where it may stand for anything."""
    if value.quantity is not None:
        return _of_quantity(value.quantity) if value.kind == "figure" else None
    time = value.time.value if value.time is not None else ""
    return _of_length(time) if value.kind == "duration" else _of_time(time)


def _of_time(time: str) -> Particular | None:
    """A clock that is no full hour, a day, a year."""
    hours = read_hours(time)
    if hours is not None and hours.part is None:
        # "A quarter to four" may be that of the afternoon: what the other one says decides.
        return Particular(("clock", ""), hours.first % (DAY // 2)) if hours.first % _HOUR else None
    day = last_day(time[:10]) if _DAY.match(time) else None
    if day is not None:
        return Particular(("day", ""), day.toordinal())
    return Particular(("year", ""), int(time)) if _YEAR.match(time) else None


def _of_quantity(quantity: Quantity) -> Particular | None:
    if quantity.value is None or quantity.value <= 0:
        return None
    amount, unit = quantity.value, quantity.unit or ""
    if quantity.kind == "measure":
        based = to_base_unit(amount, unit)
        if based is not None:
            return Particular(("measure", based.unit), based.value, unit)
    elif quantity.kind == "money":
        return Particular(("money", unit), amount)
    if amount >= _LARGE or (amount > SMALL and _digits(amount) > 1):
        return Particular((quantity.kind, unit), amount)
    return None


def _of_length(time: str) -> Particular | None:
    """A length of time: "72 months", "six years", "a year and a half"; alone "75 days", not the others or "a day"."""
    seconds, told = seconds_of(time), _ONE_NUMBER.match(time)
    if not seconds or (told is not None and float(told[1]) == 1):
        return None
    if told is None:
        return Particular(("length", ""), seconds, "".join(_UNITS.findall(time[1:])), alone=False)
    return Particular(("length", ""), seconds, told[2], alone=float(told[1]) > SMALL)


def _digits(amount: float) -> int:
    return len(f"{amount:.10g}".replace(".", "").strip("0"))


def _pair_of(setting: Setting, weights: Weights, one: Side, other: Side) -> Pair | None:
    left, right = setting.wordings[one.wording], setting.wordings[other.wording]
    if not left.reports.isdisjoint(right.reports) or not _is_of_something_else(setting, one, other):
        return None
    if _is_converted_otherwise(left, one, right, other):
        return None
    pair = set_side_by_side(setting, weights, one, other)
    particular = _particular_of(one)
    # Much else may have been in a year: more must be told alike.
    if pair.weight == 0 and particular is not None and particular.kind[0] == "year":
        return None
    alike = pair.verdict is not None and pair.verdict.outcome in ("same", "fits")
    return pair if alike and not are_of_two(setting, pair) else None


def _particular_of(side: Side) -> Particular | None:
    return _particular(side.unit.value) if side.unit.value is not None else None


def _is_of_something_else(setting: Setting, one: Side, other: Side) -> bool:
    """Whether a day or a year, if it is one, is far from both reports, and not of what all of the story is of."""
    particular = _particular_of(one)
    if particular is None or particular.kind[0] not in ("day", "year"):
        return True
    by_id = setting.storyline.by_id
    reports = [by_id[each] for side in (one, other) for each in setting.wordings[side.wording].reports]
    days = [moment.start.date() for report in reports if (moment := moment_of(report)) is not None]
    if particular.kind[0] == "day":
        return bool(days) and all(abs(particular.amount - each.toordinal()) >= _FAR for each in days)
    return bool(days) and all(abs(particular.amount - each.year) >= _YEARS_FAR for each in days)


def _is_converted_otherwise(left: Wording, one: Side, right: Wording, other: Side) -> bool:
    """Whether a sentence gives its measure in the unit of the other one too, and as another amount there."""
    for told, wording, side in ((one, right, other), (other, left, one)):
        mine, partner = (each.unit.value.quantity if each.unit.value is not None else None for each in (told, side))
        if mine is None or partner is None or mine.unit == partner.unit:
            continue
        again = (value.quantity for value in wording.values if value.quantity is not None)
        if any(each.unit == mine.unit and each.value != mine.value for each in again):
            return True
    return False
