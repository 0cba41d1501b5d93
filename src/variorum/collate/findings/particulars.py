"""Values so particular that two reports which give them alike tell of one thing, however else they word it.

"At twenty past ten" and "at 10.20am", "460ft" and "140 metres", "72 months" and "six years": sentences that tell so may
have no other word in common, and hardly two things of one story have such a value by chance. What stands for anything,
as small counts and days of the story do, is left to sentences that run alike.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations
from typing import NamedTuple

from variorum.collate.align import Alignment
from variorum.collate.compare.dates import seconds_of
from variorum.collate.differences import measure, unit_of
from variorum.collate.findings.echoes import are_of_two
from variorum.collate.findings.evidence import aspect_of, compare_values
from variorum.collate.findings.explained.explainer import Explainer
from variorum.collate.findings.moments import Stretch, last_day, moment_of
from variorum.collate.findings.pairs import Pair, Side
from variorum.collate.points import Value, Weights, Wording
from variorum.model.annotations import Quantity
from variorum.text.units import to_base_unit

# Numbers up to here stand in many sentences, of anything; so does what so many sentences give.
_SMALL, _MOST = 12, 12
# Round numbers are of anything too, less than this.
_LARGE = 100_000
_HALF_A_DAY = 12 * 60
# Reports that convert a measure round it; two that round it one way are no further apart than this share.
_ROUNDED = 0.02
# Days and years so far from all reports are those of something else than what they report.
_FAR, _YEARS_FAR = timedelta(days=7), 2
_YEAR = re.compile(r"\d{4}$")
_ONE_NUMBER = re.compile(r"PT?([\d.]+)([A-Z])$")


class Particular(NamedTuple):
    """What a value says: of what kind, how much, and in which unit its report says so (empty where that is all one).

    Where it is not `alone` particular, only what says the same in another unit makes it so.
    """

    kind: tuple[str, str]
    amount: float
    unit: str = ""
    alone: bool = True


def find_particulars(explainer: Explainer, weights: Weights) -> Iterator[Pair]:
    """Yield the pairs of particular values that two reports give alike, in the order of their sentences."""
    found: dict[tuple[tuple[int, int, int], tuple[int, int, int]], Pair] = {}
    for one, other in _equal(_told(explainer)):
        pair = _pair_of(explainer, weights, *sorted((one, other), key=lambda side: side.place))
        if pair is not None:
            found[pair.left.place, pair.right.place] = pair
    yield from (found[key] for key in sorted(found))


def _told(explainer: Explainer) -> Mapping[tuple[str, str], list[tuple[Particular, Side]]]:
    """What each kind of particular value is told of, by kind."""
    moments = [moment for report in explainer.storyline.reports if (moment := moment_of(report)) is not None]
    told: dict[tuple[str, str], list[tuple[Particular, Side]]] = defaultdict(list)
    for number, wording in enumerate(explainer.wordings):
        for value in wording.values:
            each = _particular(value, moments)
            if each is not None:
                told[each.kind].append((each, Side(number, unit_of(value))))
    return told


def _equal(told: Mapping[tuple[str, str], Sequence[tuple[Particular, Side]]]) -> Iterator[tuple[Side, Side]]:
    """Yield the sides of one amount; of measures in two units also those of nearly one."""
    for each in told.values():
        amounts: dict[tuple[float, str], list[Side]] = defaultdict(list)
        for particular, side in each:
            amounts[particular.amount, particular.unit].append(side)
        few = {key: sides for key, sides in amounts.items() if len(sides) <= _MOST}
        alone = {(particular.amount, particular.unit) for particular, _ in each if particular.alone}
        for key in sorted(few.keys() & alone):
            yield from combinations(few[key], 2)
        order = sorted(few)
        for place, (amount, unit) in enumerate(order):
            for near, unit_near in order[place + 1 :]:
                if near > amount * (1 + _ROUNDED):
                    break
                if unit != unit_near:
                    yield from ((one, other) for one in few[amount, unit] for other in few[near, unit_near])


def _particular(value: Value, moments: Sequence[Stretch]) -> Particular | None:
    """What a value says; None where it may stand for anything."""
    if value.quantity is not None:
        return _of_quantity(value.quantity) if value.kind == "figure" else None
    time = value.time.value if value.time is not None else ""
    if value.kind == "duration":
        return _of_length(time)
    clock = time.partition("T")[2][:5]
    if ":" in clock and not clock.endswith(":00"):
        hours, minutes = clock.split(":")
        # "A quarter to four" may be that of the afternoon: what the other one says decides.
        return Particular(("clock", ""), (int(hours) * 60 + int(minutes)) % _HALF_A_DAY)
    return _of_year(time, moments) if _YEAR.match(time) else _of_day(time, moments)


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
    if amount >= _LARGE or (amount > _SMALL and _digits(amount) > 1):
        return Particular((quantity.kind, unit), amount)
    return None


def _of_length(time: str) -> Particular | None:
    """A length of time: "72 months", "six years"; alone "75 days", not "six years" or "a day"."""
    seconds, told = seconds_of(time), _ONE_NUMBER.match(time)
    if not seconds or told is None or float(told[1]) == 1:
        return None
    return Particular(("length", ""), seconds, told[2], alone=float(told[1]) > _SMALL)


def _of_day(time: str, moments: Sequence[Stretch]) -> Particular | None:
    """A day far from those of the reports, when those are known."""
    day = last_day(time[:10]) if len(time) >= len("2026-05-12") else None
    if day is None or not moments or any(abs(day - each.start.date()) < _FAR for each in moments):
        return None
    return Particular(("day", ""), day.toordinal())


def _of_year(time: str, moments: Sequence[Stretch]) -> Particular | None:
    """A year far from those of the reports; much else may have been in it, so that more must be told alike."""
    year = int(time)
    if not moments or any(abs(year - each.start.year) < _YEARS_FAR for each in moments):
        return None
    return Particular(("year", ""), year)


def _digits(amount: float) -> int:
    return len(f"{amount:.10g}".replace(".", "").strip("0"))


def _pair_of(explainer: Explainer, weights: Weights, one: Side, other: Side) -> Pair | None:
    left, right = explainer.wordings[one.wording], explainer.wordings[other.wording]
    apart = left.reports.isdisjoint(right.reports) and not (_is_converted_otherwise(left, one, right, other))
    if not apart or are_of_two(explainer, weights, one, other):
        return None
    difference = measure(Alignment(left, right, weights), one.unit, other.unit)
    verdict = compare_values(difference)
    if verdict is None or verdict.outcome not in ("same", "fits"):
        return None
    shared = difference.alignment.shared_without(one.unit.range, other.unit.range)
    if shared.weight == 0 and _is_year(one.unit.value):
        return None
    return Pair(one, other, aspect_of(difference), verdict, min(shared.left, shared.right), shared.weight, apart=True)


def _is_year(value: Value | None) -> bool:
    return value is not None and value.time is not None and bool(_YEAR.match(value.time.value))


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
