"""Amounts with the unit that they are amounts of, single and in ranges."""

from __future__ import annotations

import msgspec

from variorum.annotate.quantities.amounts import Amount, Form, read_amount
from variorum.annotate.quantities.kinds import Measured, money_before, unit_behind
from variorum.annotate.quantities.words import Words, word_set
from variorum.model.annotations import QuantityKind

_NO_BOUNDS = frozenset({"ordinal", "vague", "share"})
_TO = frozenset({"to", "-", "–", "—", "or"})


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """An amount with its unit at words[first:last]; value and bounds are in units of `unit`.

    `times` is what they were multiplied by for that (0.01 for cents).
    """

    amount: Amount
    first: int
    last: int
    value: float | None
    low: float | None = None
    high: float | None = None
    kind: QuantityKind | None = None
    unit: str | None = None
    times: float = 1.0


def read_quantity(words: Words, at: int) -> Read | None:
    """Return the amount with its unit, or the range of two, that begins at a word; None if none does."""
    amount = read_amount(words, at)
    if amount is None:
        return None
    single = with_unit(words, amount)
    return _range(words, single) or _borrowed(words, single) or single


def with_unit(words: Words, amount: Amount) -> Read:
    """Return an amount with the unit beside it; `kind` is None where there is none."""
    before, behind = money_before(words, amount.first), unit_behind(words, amount.last)
    if amount.form == "fraction" and behind is None and words[amount.last].lower in ("a", "an", "of"):
        behind = _unit_of_fraction(words, amount.last)
    if before is not None:
        # "$1.5 billion US dollars": the words repeat the sign.
        repeats = behind is not None and behind.kind == "money" and behind.times == 1.0
        unit, last = (behind.unit, behind.last) if behind is not None and repeats else (before.unit, amount.last)
        return _read(amount, Measured("money", unit, before.first, last))
    if amount.in_figures and (_is_magnitude(words, amount.first) or _is_on_scale(words, amount.last)):
        return _read(amount, Measured("measure", "magnitude", amount.first, amount.last))
    if behind is not None and _fits(amount, behind):
        return _read(amount, Measured(behind.kind, behind.unit, amount.first, behind.last, behind.times))
    return Read(amount=amount, first=amount.first, last=amount.last, value=amount.value, low=amount.low)


def _is_magnitude(words: Words, first: int) -> bool:
    """Whether the word before a number is the strength's own: "magnitude 6.2", "a magnitude-6.2 quake"."""
    hyphened = words[first - 1].lower == "-" and words.glued(first) and words.glued(first - 1)
    return words[first - 2 if hyphened else first - 1].lower == "magnitude"


def _is_on_scale(words: Words, last: int) -> bool:
    """Whether a bare number is the strength of an earthquake: "6.2 on the Richter scale"."""
    behind = words.lowers(last, last + _SCALE_REACH)
    return behind[:1] == ["on"] and "scale" in behind and not {"richter", "magnitude"}.isdisjoint(behind)


_SCALE_REACH = 6  # "on the open-ended Richter scale"


def _unit_of_fraction(words: Words, last: int) -> Measured | None:
    """Half a percentage point, a third of a mile."""
    place = last + 1 if words[last].lower != "of" or words[last + 1].lower not in ("a", "an") else last + 2
    return unit_behind(words, place) if words[place - 1].lower in ("a", "an") else None


def _read(amount: Amount, measured: Measured) -> Read:
    def scaled(value: float | None) -> float | None:
        return None if value is None else float(f"{value * measured.times:.15g}")

    return Read(
        amount=amount,
        first=measured.first,
        last=measured.last,
        value=scaled(amount.value),
        low=scaled(amount.low),
        kind=measured.kind,
        unit=measured.unit,
        times=measured.times,
    )


def _fits(amount: Amount, behind: Measured) -> bool:
    """A fraction is of something ("half of", "a third of a mile"): only units follow it."""
    if amount.form == "ordinal":
        return False
    return amount.form not in ("fraction", "share") or behind.unit != "percent"


def _borrowed(words: Words, read: Read) -> Read | None:
    """The first of two amounts whose unit stands once: "from 25 to 15 percent", "50 to 48 percent"."""
    if read.kind is not None or read.amount.form != "cardinal" or words[read.last].lower not in ("to", "-", "–"):
        return None
    second = _second_amount(words, read.last + 1)
    other = with_unit(words, second) if second is not None else None
    if other is None or other.kind is None or other.unit is None or other.first != read.last + 1:
        return None
    unit = Measured(other.kind, other.unit, read.first, read.last, other.times)
    scale = other.amount.scale if read.amount.scale == 1.0 and (read.value or 0) < _BELOW_SCALES else 1.0
    return _read(msgspec.structs.replace(read.amount, value=_product(read.value, scale)), unit)


_BELOW_SCALES = 1_000  # "from 20 to 15 million dollars" speaks of millions twice


def _product(value: float | None, scale: float) -> float | None:
    return None if value is None else float(f"{value * scale:.15g}")


def _range(words: Words, read: Read) -> Read | None:
    """Two amounts that bound one quantity: "10 to 15", "between 10 and 15 percent", "$10-15 million"."""
    between = words[read.first - 1].lower == "between"
    hangs = words[read.last].lower == "-" and words[read.last + 1].lower in ("to", "and")  # "16- to 18-year-olds"
    place = read.last + 1 if hangs else read.last
    link = words[place].lower
    if not (link in _TO or (between and link == "and")) or read.amount.form in _NO_BOUNDS:
        return None
    if link == "to" and _is_change(words, read):
        return None
    second = _second_amount(words, place + 1)
    if second is None or (read.amount.form == "fraction") != (second.form == "fraction"):
        return None
    other = with_unit(words, second)
    bounds = _bounds(read, other)
    if bounds is None or (link == "or" and bounds.high > bounds.low * 2):
        return None
    unit = other.unit or read.unit
    if link in ("-", "–", "—") and unit is None and not words[other.last].is_word:
        return None  # a score
    form: Form = "fraction" if second.form == "fraction" else "vague"
    return Read(
        amount=Amount(first=read.amount.first, last=second.last, value=None, form=form),
        first=read.first - 1 if between else read.first,
        last=other.last,
        value=None,
        low=bounds.low,
        high=bounds.high,
        kind=other.kind or read.kind,
        unit=unit,
    )


class _Bounds(msgspec.Struct, frozen=True):
    low: float
    high: float


def _bounds(read: Read, other: Read) -> _Bounds | None:
    """The two values where they are of one unit and rise; None else."""
    low, high, scale = read.value, other.value, other.amount.scale
    if low is None or high is None or read.times != other.times:
        return None
    if read.unit and other.unit and read.unit != other.unit:
        return None
    if read.amount.scale == 1.0 and scale > 1.0 and low * scale < high:
        low *= scale  # "$10-15 million": the magnitude stands once, for both
    return _Bounds(low, high) if low < high else None


def _is_change(words: Words, read: Read) -> bool:
    """ "from 25% to 15%", "fell $3 to $45": what was and what is, or by how much and to what."""
    before = words[read.first - 1].lower
    return before == "from" or (read.kind is not None and before in word_set("changes"))


def _second_amount(words: Words, at: int) -> Amount | None:
    for place in (at, at + 1, at + 2):
        if place > at and money_before(words, place) is None:
            continue
        amount = read_amount(words, place)
        if amount is not None:
            return None if amount.form in _NO_BOUNDS else amount
    return None
