"""Measures told in more than a number and its unit: "a mile and a half", "5ft 8in", "20 degrees below zero"."""

from __future__ import annotations

from functools import cache

import msgspec

from variorum.annotate.quantities.amounts import Amount, read_amount, read_amount_plain, read_part
from variorum.annotate.quantities.kinds import Measured, unit_behind
from variorum.annotate.quantities.reads import Read, with_unit
from variorum.annotate.quantities.words import Words, word_set
from variorum.lang.tables import load_table
from variorum.model.annotations import QuantityKind

_FEET = "'’′"
_INCHES = '"”″'
_INCHES_IN_FOOT = 12
_TALLEST = 9  # feet of a person: "5 foot 11" needs no inches
_DEGREES = frozenset({"degree", "celsius", "fahrenheit"})


def read_compound(words: Words, at: int) -> Read | None:
    """Return the measure of several parts that begins at a word, in units of the largest; None if none does."""
    word = words[at]
    if word.lower in ("a", "an"):
        unit = unit_behind(words, at + 1)
        return _with_part(words, at, 1.0, unit) if unit is not None and unit.first == at + 1 else None
    if word.value is not None and words[at + 1].text in _FEET and words.glued(at + 1):
        return _in_marks(words, at)
    amount = read_amount(words, at)
    if amount is None or amount.form != "cardinal" or amount.value is None:
        return None
    single = with_unit(words, amount)
    return _below_zero(words, single) or _and_part(words, single) or _and_smaller(words, single)


def _made(first: int, last: int, value: float, kind: QuantityKind, unit: str) -> Read:
    amount = Amount(first=first, last=last, value=value)
    return Read(amount=amount, first=first, last=last, value=float(f"{value:.6g}"), kind=kind, unit=unit)


def _in_marks(words: Words, at: int) -> Read | None:
    """6'2": feet and inches in marks."""
    feet, inches = words[at].value or 0.0, words[at + 2].value
    is_marked = words.glued(at + 2) and words[at + 3].text in _INCHES and words.glued(at + 3)
    if not is_marked or inches is None or inches >= _INCHES_IN_FOOT or feet == 0:
        return None
    return _made(at, at + 4, feet + inches / _INCHES_IN_FOOT, "measure", "foot")


def _and_part(words: Words, single: Read) -> Read | None:
    """Two miles and a half."""
    if single.kind is None or single.unit is None or single.first != single.amount.first or single.value is None:
        return None
    unit = Measured(single.kind, single.unit, single.amount.last, single.last, single.times)
    return _with_part(words, single.first, single.value / single.times, unit)


def _with_part(words: Words, first: int, count: float, unit: Measured) -> Read | None:
    if unit.kind == "percent" and unit.unit != "point":
        return None  # "50 percent and a quarter of the others"
    part = read_part(words, unit.last)
    if part is None or (words[part.next - 1].lower != "half" and words[part.next].lower == "of"):
        return None
    return _made(first, part.next, (count + part.value) * unit.times, unit.kind, unit.unit)


def _below_zero(words: Words, single: Read) -> Read | None:
    """20 degrees below zero; 20 below zero."""
    if words.lowers(single.last, single.last + 2) != ["below", "zero"] or (single.value or 0.0) <= 0:
        return None
    if single.kind is not None and single.unit not in _DEGREES:
        return None
    return _made(single.first, single.last + 2, -(single.value or 0.0), "measure", single.unit or "degree")


class _Smaller(msgspec.Struct, frozen=True):
    """The unit that is added to one, and how many of it make one."""

    unit: str
    times: float


@cache
def _smaller_units() -> dict[str, _Smaller]:
    units = {unit["name"]: unit for kind in load_table("en", "units").values() for unit in kind["units"]}
    return {
        name: _Smaller(unit["smaller"], unit["worth"] / units[unit["smaller"]]["worth"])
        for name, unit in units.items()
        if "smaller" in unit
    }


def _and_smaller(words: Words, single: Read) -> Read | None:
    """5ft 8in; 5-foot-8; 7 pounds, 3 ounces; six feet and two inches."""
    larger = _unit_of(words, single.last, single.unit)
    smaller = _smaller_units().get(larger)
    if smaller is None or single.value is None or single.first != single.amount.first:
        return None
    place = single.last + 1 if words[single.last].lower in ("and", ",", "-") else single.last
    number = read_amount_plain(words, place)
    if number is None or not number.value < smaller.times:
        return None
    last = _end_of_smaller(words, number.next, smaller.unit)
    if last is None and not _is_height(words, single, number.value, place, number.next):
        return None
    value = single.value + number.value / smaller.times
    return _made(single.first, last or number.next, value, "measure", larger)


def _unit_of(words: Words, last: int, unit: str | None) -> str:
    """The unit that ends before a word; pounds beside ounces or stones weigh, whatever they were taken for."""
    return "pound" if words[last - 1].lower in ("pound", "pounds") else unit or ""


def _end_of_smaller(words: Words, at: int, unit: str) -> int | None:
    """The place after the smaller unit that stands at a place, None where none does."""
    behind = unit_behind(words, at)
    if behind is not None and _unit_of(words, behind.last, behind.unit) == unit:
        return behind.last
    return at + 1 if unit == "inch" and words[at].lower == "in" and not words[at + 1].is_capital else None


def _is_height(words: Words, single: Read, inches: float, place: int, last: int) -> bool:
    """Whether a number behind feet is of inches although they are not named: "5-foot-8", "5 foot 11"."""
    if words[single.last - 1].lower not in ("foot", "ft") or inches != int(inches) or (single.value or 0) > _TALLEST:
        return False
    following = words[last]
    if words[single.last].lower == "-" and words.glued(single.last):
        return following.lower != "-"
    ends = not following.is_word or following.lower in word_set("stops") or following.lower == "tall"
    return place == single.last and following.lower not in ("-", "%") and ends
