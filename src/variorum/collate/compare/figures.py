"""Do two figures agree? Formats, units, hedges and bounds, rounding, ranges.

A table of named verdicts, tried in order; the first that applies decides. What each wording of a figure of 100 allows
the other one to be ("a figure lies within what the other allows"):

    100                     itself, and a figure of more digits that rounds to it, at most a twentieth away
    about 100               90 to 110 (about 360: 355 to 365)
    nearly, almost 100      90 to 102
    just over 100           98 to 110
    more than, at least     100 to 130
    up to, fewer than       70 to 100
    between 90 and 110      90 to 110

Two hedged figures are compared by the middle of one and the margin of the other, so that two hedges allow no more than
one: about 850 and about 1,000 differ, as do 12 and 15, 25 and 30; 29 and 30, 145 and 150, 990 and 1,000 agree. A lower
and an upper bound agree where what they allow has a value in common, unless they are bounds of one figure: no figure is
both "more than" and "almost" 300.
"""

from __future__ import annotations

from math import isclose, log10

import msgspec

from variorum.collate.compare.verdict import Verdict
from variorum.model.annotations import Quantity
from variorum.text.units import to_base_unit

# "About 60" may stand for anything within a tenth; what two units of measure are converted into agrees within 7 %,
# since reports round after converting (10 feet are "3 metres", 35 miles "60 km").
APPROXIMATE = 0.1
CONVERTED = 0.07
# A ton is short, long or metric, and few reports say which: between them lie 12 %.
TONS = 0.12
# Who rounds a figure without a word of hedging moves it by no more than this: 58 to 60, not 65 to 60 or 11 to 10.
ROUNDED = 0.055
# "More than 50" is said of 51 or 60, not of 80: beyond this share the report would have said more.
MORE_THAN = 0.3
# "Nearly 300" is said of 297, at times of 303, never of 330.
BEYOND = 0.02
# Degrees Celsius that two temperatures may lie apart once one was converted, since both are told in whole degrees.
DEGREES = 1.0
# Figures that end in a five or are so many dozens are as round as tens.
_FIVE = 5
_DOZENS = frozenset({12.0, 24.0, 36.0, 48.0})
_TEMPERATURES = frozenset({"celsius", "fahrenheit", "degree"})
# Ranges that share one end differ where one of the other ends is this many times the other.
ENDS_APART = 1.5


def compare_figures(one: Quantity, other: Quantity) -> Verdict:
    """Return what two quantities have to do with one another."""
    one, other = _as_degrees(one, other), _as_degrees(other, one)
    if one.kind != other.kind:
        return Verdict("unlike", "they are figures of different kinds")
    if "degree" in (one.unit, other.unit) and one.unit != other.unit:
        return _compare_degrees(one, other)
    units = {one.unit, other.unit} - {None}
    if len(units) > 1:
        return _compare_converted(one, other)
    middle, middle_other = _middle(one), _middle(other)
    if middle is None or middle_other is None:
        return Verdict("unlike", "one of them is no exact figure")
    if isclose(middle, middle_other, rel_tol=1e-9):
        return _compare_hedges(one, other)
    distance = abs(log10(max(abs(middle), 1e-9) / max(abs(middle_other), 1e-9))) if middle * middle_other > 0 else 1.0
    reason = _why_they_fit(one, other)
    if reason is not None:
        return Verdict("fits", reason, min(1.0, distance))
    if _both_bounded(one, other):
        return Verdict("differs", "the bounds that they give differ", min(1.0, distance))
    return Verdict("differs", "the figures differ by more than rounding or hedging explains", min(1.0, distance))


def _compare_hedges(one: Quantity, other: Quantity) -> Verdict:
    """Compare two quantities of one figure by what hedges it: "more than 300" and "nearly 300" exclude each other.

    "At least 300" and "up to 300" do not: both allow 300 itself.
    """
    if _are_opposite_bounds(one, other) and (one.approximate or other.approximate):
        return Verdict("differs", "the one is more than the figure, the other less", 0.0)
    hedged = (one.low, one.high, one.approximate) != (other.low, other.high, other.approximate)
    return Verdict("same", "the same figure, one of them hedged" if hedged else "the same figure")


def _compare_converted(one: Quantity, other: Quantity) -> Verdict:
    """Compare measures in two units, both taken into the base unit of their kind."""
    left, right = _in_base_unit(one), _in_base_unit(other)
    if left is None or right is None or left.unit != right.unit:
        return Verdict("unlike", "they are measured in different units")
    middle, middle_other = _middle(left), _middle(right)
    if middle is not None and middle_other is not None:
        margin = TONS if "ton" in (one.unit, other.unit) else CONVERTED
        margin *= max(abs(middle), abs(middle_other))
        if _gap(left, right, middle, middle_other) <= (DEGREES if left.unit == "celsius" else margin):
            return Verdict("fits", "the same amount in other units")
    return compare_figures(left, right)


def _gap(one: Quantity, other: Quantity, middle: float, middle_other: float) -> float:
    """How far two figures are apart; a range ("10 to 12 feet") reaches from end to end."""
    (low, high), (low_other, high_other) = (
        (each.low, each.high) if each.value is None and each.low is not None and each.high is not None else (told, told)
        for each, told in ((one, middle), (other, middle_other))
    )
    return max(0.0, low - high_other, low_other - high)


def _as_degrees(one: Quantity, other: Quantity) -> Quantity:
    """A count below zero beside a temperature is one: "minus 20", "minus 17 degrees"."""
    if one.kind != "count" or other.unit not in _TEMPERATURES or (_middle(one) or 0.0) >= 0:
        return one
    return msgspec.structs.replace(one, kind=other.kind, unit="degree")


def _compare_degrees(one: Quantity, other: Quantity) -> Verdict:
    """Degrees of no scale may be of either: they fit where they do by one of the two."""
    scale = other.unit if one.unit == "degree" else one.unit
    if scale not in _TEMPERATURES:
        return Verdict("unlike", "they are measured in different units")
    of_scale, of_other = ("celsius", "fahrenheit") if scale == "celsius" else ("fahrenheit", "celsius")
    verdicts = [
        compare_figures(
            *(msgspec.structs.replace(each, unit=name) if each.unit == "degree" else each for each in (one, other))
        )
        for name in (of_scale, of_other)
    ]
    return next((each for each in verdicts if each.outcome in ("same", "fits")), verdicts[0])


def _in_base_unit(quantity: Quantity) -> Quantity | None:
    """Return a quantity in the base unit of its kind; None where its unit has none."""
    fields = {"value": quantity.value, "low": quantity.low, "high": quantity.high}
    based = {name: to_base_unit(each, quantity.unit or "") for name, each in fields.items() if each is not None}
    units = {each.unit for each in based.values() if each is not None}
    if None in based.values() or not units:
        return None
    values = {name: each.value for name, each in based.items() if each is not None}
    return msgspec.structs.replace(quantity, unit=units.pop(), **values)


def _why_they_fit(one: Quantity, other: Quantity) -> str | None:
    """Return why two figures that are not equal can both be right, or None."""
    middle, middle_other = _middle(one) or 0.0, _middle(other) or 0.0
    if _both_bounded(one, other) or _one_end_apart(one, other):
        return None
    low, high = _bounds(one)
    low_other, high_other = _bounds(other)
    if low <= middle_other <= high or low_other <= middle <= high_other:
        return "one figure lies within what the other allows"
    if _are_opposite_bounds(one, other):
        return "both bounds allow the same figures" if low <= high_other and low_other <= high else None
    # "Nearly 400" and "at least 400" tell on which side the exact figure lies: 440 is not rounded to the first.
    if not (_is_one_sided(one) or _is_one_sided(other)) and (
        _rounds_to(middle, middle_other) or _rounds_to(middle_other, middle)
    ):
        return "one figure is the other one rounded"
    return None


def _both_bounded(one: Quantity, other: Quantity) -> bool:
    """'At least two' and 'at least six': two tallies, although both can be right as they are worded."""
    return (one.low is not None and one.high is None and other.low is not None and other.high is None) or (
        one.high is not None and one.low is None and other.high is not None and other.low is None
    )


def _is_one_sided(quantity: Quantity) -> bool:
    """Whether a figure is bounded on one side alone: "nearly", "just over", "at least"."""
    return (quantity.low is None) != (quantity.high is None)


def _are_opposite_bounds(one: Quantity, other: Quantity) -> bool:
    """'More than 300' and 'nearly 400': one bounds from below, the other from above."""
    ends = [(each.low is not None) - (each.high is not None) for each in (one, other)]
    return ends[0] * ends[1] < 0


def _one_end_apart(one: Quantity, other: Quantity) -> bool:
    """'Seven to 10 million' and 'seven to 40 million': two ranges that agree in one end and not at all in the other."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return False
    lows, highs = (one.low, other.low), (one.high, other.high)
    for agreed, apart in ((lows, highs), (highs, lows)):
        if isclose(*agreed, rel_tol=1e-9) and max(apart) > ENDS_APART * min(apart):
            return True
    return False


def _middle(quantity: Quantity) -> float | None:
    if quantity.value is not None:
        return quantity.value
    # "Several" and "dozens" have a lower bound alone: no figure that another could contradict.
    if quantity.low is None or quantity.high is None:
        return None
    return (quantity.low + quantity.high) / 2


def _bounds(quantity: Quantity) -> tuple[float, float]:
    middle = _middle(quantity)
    if middle is None:
        return (0.0, 0.0)
    low, high, size = quantity.low, quantity.high, abs(middle)
    if (low is None) != (high is None):
        # "More than 50" is said of 51 at the least; "just over 50" of 49 as well.
        beyond, reach = (BEYOND, APPROXIMATE) if quantity.approximate else (0.0, MORE_THAN)
        if low is not None:
            return (low - size * beyond, low + (size * reach if quantity.approximate else max(1.0, size * reach)))
        return ((high or 0.0) - size * reach, (high or 0.0) + size * beyond)
    margin = _hedge(size) if quantity.approximate else 0.0
    return (
        min(low if low is not None else middle, middle) - margin,
        max(high if high is not None else middle, middle) + margin,
    )


def _hedge(size: float) -> float:
    """How far from a figure "about" it may lie: half of what its last digit is worth, but no more than a tenth.

    Fives are told for want of a rounder figure, so that "about 35" may stand for 33; dozens are as round as tens.
    """
    step = _last_digit(size)
    digit = round(size / step) % 10
    if digit == _FIVE or size in _DOZENS:
        step *= _FIVE
    return min(size * APPROXIMATE, step / 2)


def _rounds_to(exact: float, rounded: float) -> bool:
    """Whether `rounded`, which must show fewer digits, is `exact` to the digits that it shows."""
    step = _last_digit(rounded)
    return (
        step > _last_digit(exact)
        and abs(exact - rounded) <= step / 2
        and step >= 10 * _last_digit(exact) * 0.999
        and abs(exact - rounded) <= ROUNDED * abs(exact)
    )


def _last_digit(value: float) -> float:
    """Return the worth of the last digit that is not a zero: 10 for 130, 0.1 for 2.5."""
    if value == 0:
        return 1.0
    digits = f"{abs(value):.9e}"
    mantissa, exponent = digits.split("e")
    shown = len(mantissa.replace(".", "").rstrip("0")) or 1
    return 10.0 ** (int(exponent) - shown + 1)
