"""Quantities of a report: each number with what it measures, its bounds and its hedge.

Linear in the length of the text: each number is read once, with a bounded window of words around it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from variorum.annotate.quantities.amounts import Amount, read_amount
from variorum.annotate.quantities.counted import find_counted, is_label
from variorum.annotate.quantities.hedges import Hedge, hedge_before, hedge_behind
from variorum.annotate.quantities.kinds import Measured, money_before, unit_behind
from variorum.annotate.quantities.words import Words, split_words, word_set
from variorum.model.annotations import Quantity, QuantityKind, Time, Tokens
from variorum.model.report import Report
from variorum.model.span import Span
from variorum.text.split import split_sentences

# "126 trillion won ($91 billion)", "100 km, or 62 miles,", "60 miles (about 97 km)", "5m euros, equivalent to $5.4m".
_OPENS = re.compile(
    r"\s*(?:\(|\[|,? or |, (?:equal|equivalent) to |/\s*|, (?:worth|about) )(?:or |i\.e\. |equivalent to )?\s*"
)
_TO = frozenset({"to", "-", "–", "—", "or"})


class _Read(msgspec.Struct, frozen=True, kw_only=True):
    """An amount with its unit at words[first:last]; value and bounds are in units of `unit`."""

    amount: Amount
    first: int
    last: int
    value: float | None
    low: float | None = None
    high: float | None = None
    kind: QuantityKind | None = None
    unit: str | None = None


class _Taken:
    """The places of times, asked whether they hold a word."""

    def __init__(self, times: Sequence[Time]) -> None:
        self._starts = [time.start for time in times]
        self._times = list(times)

    def holds(self, start: int, end: int) -> bool:
        """Whether a time lies over text[start:end]."""
        index = bisect_right(self._starts, end - 1) - 1
        return index >= 0 and self._times[index].end > start


def find_quantities(reports: Sequence[Report]) -> list[tuple[Quantity, ...]]:
    """Return the quantities of each report, in text order."""
    return [
        find_quantities_in(
            report.text, sentences=report.layers.sentences, times=report.layers.times, tokens=report.layers.tokens
        )
        for report in reports
    ]


def find_quantities_in(
    text: str,
    *,
    sentences: Sequence[Span] | None = None,
    times: Sequence[Time] | None = None,
    tokens: Tokens | None = None,
) -> tuple[Quantity, ...]:
    """Return the quantities of a text, in text order.

    Numbers inside `times` are dates and lengths of time, and left out. `tokens`, the parse, finds what is counted;
    without it the nearest noun by its shape is taken.
    """
    spans = split_sentences(text) if sentences is None else sentences
    taken = _Taken(times or ())
    found: list[Quantity] = []
    for span in spans:
        found.extend(_mark_same(text, list(_in_sentence(split_words(text, span.start, span.end), taken, tokens))))
    return tuple(found)


def _in_sentence(words: Words, taken: _Taken, tokens: Tokens | None) -> Iterator[Quantity]:
    at = 0
    while at < len(words):
        amount = read_amount(words, at)
        if amount is None or taken.holds(words[amount.first].start, words[amount.last - 1].end):
            at = at + 1 if amount is None else amount.last
            continue
        read = _with_unit(words, amount)
        read = _range(words, read) or read
        quantity = _to_quantity(words, read, tokens)
        if quantity is not None:
            yield quantity
        at = max(read.last, amount.last)


def _with_unit(words: Words, amount: Amount) -> _Read:
    before, behind = money_before(words, amount.first), unit_behind(words, amount.last)
    if before is not None:
        # "$1.5 billion US dollars": the words repeat the sign.
        repeats = behind is not None and behind.kind == "money" and behind.times == 1.0
        unit, last = (behind.unit, behind.last) if behind is not None and repeats else (before.unit, amount.last)
        return _read(amount, Measured("money", unit, before.first, last))
    if behind is not None and _fits(amount, behind):
        return _read(amount, Measured(behind.kind, behind.unit, amount.first, behind.last, behind.times))
    return _Read(amount=amount, first=amount.first, last=amount.last, value=amount.value, low=amount.low)


def _read(amount: Amount, measured: Measured) -> _Read:
    def scaled(value: float | None) -> float | None:
        return None if value is None else float(f"{value * measured.times:.15g}")

    return _Read(
        amount=amount,
        first=measured.first,
        last=measured.last,
        value=scaled(amount.value),
        low=scaled(amount.low),
        kind=measured.kind,
        unit=measured.unit,
    )


def _fits(amount: Amount, behind: Measured) -> bool:
    """A fraction is of something ("half of", "a third of a mile"): only units follow it."""
    if amount.form == "ordinal":
        return False
    return amount.form != "fraction" or behind.kind in ("measure", "money")


def _range(words: Words, read: _Read) -> _Read | None:
    """Two amounts that bound one quantity: "10 to 15", "between 10 and 15 percent", "$10-15 million"."""
    between = words[read.first - 1].lower == "between"
    link = words[read.last].lower
    if not (link in _TO or (between and link == "and")) or read.amount.form in ("ordinal", "vague"):
        return None
    if link == "to" and words[read.first - 1].lower == "from":
        return None
    second = _second_amount(words, read.last + 1)
    if second is None:
        return None
    other = _with_unit(words, second)
    low, high = read.value, other.value
    if low is None or high is None or (read.unit and other.unit and read.unit != other.unit):
        return None
    if read.amount.scale == 1.0 and second.scale > 1.0 and low * second.scale < high:
        low *= second.scale  # "$10-15 million": the magnitude stands once, for both
    if low >= high or (link == "or" and high > low * 2):
        return None
    unit = other.unit or read.unit
    if link in ("-", "–", "—") and unit is None and not words[other.last].is_word:
        return None  # a score
    return _Read(
        amount=Amount(first=read.amount.first, last=second.last, value=None, in_figures=False),
        first=read.first - 1 if between else read.first,
        last=other.last,
        value=None,
        low=low,
        high=high,
        kind=other.kind or read.kind,
        unit=unit,
    )


def _second_amount(words: Words, at: int) -> Amount | None:
    for place in (at, at + 1, at + 2):
        if place > at and money_before(words, place) is None:
            continue
        amount = read_amount(words, place)
        if amount is not None:
            return None if amount.form in ("ordinal", "vague", "fraction") else amount
    return None


def _to_quantity(words: Words, read: _Read, tokens: Tokens | None) -> Quantity | None:
    amount = read.amount
    if read.kind is None and is_label(words, amount, read.last):
        return None
    if amount.form == "ordinal":
        return _ordinal(words, read, tokens)
    if amount.form == "fraction" and read.kind is None:
        return _fraction(words, read, tokens)
    behind = hedge_behind(words, read.last)
    counted = (
        find_counted(words, behind.last if behind else read.last, tokens) if read.kind in (None, "percent") else None
    )
    if read.kind is None and not _is_count(words, read, counted):
        return None
    return _hedged(words, read, counted, behind)


def _hedged(words: Words, read: _Read, counted: Span | None, behind: Hedge | None) -> Quantity:
    before = hedge_before(words, read.first)
    kinds = {hedge.kind for hedge in (before, behind) if hedge is not None}
    low, high = read.low, read.high
    if "LOW" in kinds or "ABOVE" in kinds:
        low = read.value if read.value is not None else low
    if "HIGH" in kinds or "BELOW" in kinds:
        high = read.value if read.value is not None else high
    return Quantity(
        start=words[read.first].start,
        end=words[read.last - 1].end,
        kind=read.kind or "count",
        value=read.value,
        low=low,
        high=high,
        unit=read.unit,
        approximate=read.amount.approximate or bool(kinds & {"ABOUT", "BELOW", "ABOVE"}),
        of=counted,
        hedge=_place(words, before or behind),
    )


def _place(words: Words, hedge: Hedge | None) -> Span | None:
    return None if hedge is None else Span(words[hedge.first].start, words[hedge.last - 1].end)


def _mark_same(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Tie a quantity in brackets to the one before it where it repeats it in another unit of the same kind."""
    marked: list[Quantity] = []
    for quantity in quantities:
        last = marked[-1] if marked else None
        if last is not None and _repeats(text, last, quantity):
            quantity = msgspec.structs.replace(quantity, same_as=Span(last.start, last.end))  # noqa: PLW2901
        marked.append(quantity)
    return marked


def _repeats(text: str, first: Quantity, second: Quantity) -> bool:
    if first.kind != second.kind or first.unit == second.unit or first.kind not in ("money", "measure"):
        return False
    between = text[first.end : second.hedge.start if second.hedge else second.start]
    return _OPENS.fullmatch(between) is not None


def _ordinal(words: Words, read: _Read, tokens: Tokens | None) -> Quantity | None:
    counted = find_counted(words, read.last, tokens)
    if counted is None or words[read.first - 1].lower in ("at", "from") or words[read.last].lower in ("lady", "of"):
        return None
    return Quantity(
        start=words[read.first].start,
        end=words[read.last - 1].end,
        kind="ordinal",
        value=read.value,
        of=counted,
    )


def _fraction(words: Words, read: _Read, tokens: Tokens | None) -> Quantity | None:
    counted = find_counted(words, read.last, tokens)
    if words[read.first - 1].lower in ("first", "second", "other", "last"):
        return None  # the first half of a match or a year
    as_percent = msgspec.structs.replace(
        read, value=None if read.value is None else read.value * 100, kind="percent", unit="percent"
    )
    return _hedged(words, as_percent, counted, None)


def _is_count(words: Words, read: _Read, counted: Span | None) -> bool:
    """Whether a number without a unit counts: "one" only before a noun."""
    first, last = words[read.first].lower, words[read.last].lower
    if first == "one" and read.last == read.first + 1:
        return (
            counted is not None
            and last not in word_set("never_one")
            and words[read.first - 1].lower not in ("no", "any", "every", "this", "that", "which", "each", "the", "-")
        )
    return counted is not None or read.amount.in_figures or read.amount.form == "vague" or (read.value or 0) > 1
