"""Quantities of a report: each number with what it measures, its bounds and its hedge.

Linear in the length of the text: each number is read once, with a bounded window of words around it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from variorum.annotate.quantities.ages import find_age
from variorum.annotate.quantities.compounds import read_compound
from variorum.annotate.quantities.counted import find_counted, find_whole, is_in_code, is_label, is_named
from variorum.annotate.quantities.equals import mark_equals
from variorum.annotate.quantities.hedges import Hedge, hedge_before, hedge_behind
from variorum.annotate.quantities.reads import Read, read_quantity
from variorum.annotate.quantities.words import Words, split_words, word_set
from variorum.model.annotations import Quantity, Time, Tokens
from variorum.model.report import Report
from variorum.model.span import Span
from variorum.text.split import split_sentences


class _Taken:
    """The places of times, asked whether they hold a word."""

    def __init__(self, times: Sequence[Time]) -> None:
        self._starts = [time.start for time in times]
        self._times = list(times)

    def holds(self, start: int, end: int) -> bool:
        """Whether a time lies over text[start:end]."""
        index = bisect_right(self._starts, end - 1) - 1
        return index >= 0 and self._times[index].end > start


# "six-figure", "one-off", "one-on-one", "two-time": the word as a whole tells something else.
_NO_COUNTS = frozenset({"figure", "year", "hour", "day", "time", "off", "on", "sided", "way", "piece", "step"})


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
        found.extend(mark_equals(text, list(_in_sentence(split_words(text, span.start, span.end), taken, tokens))))
    return tuple(found)


def _in_sentence(words: Words, taken: _Taken, tokens: Tokens | None) -> Iterator[Quantity]:
    at = 0
    while at < len(words):
        read = read_compound(words, at) or read_quantity(words, at)
        if read is None or taken.holds(words[read.amount.first].start, words[read.amount.last - 1].end):
            at = at + 1 if read is None else read.amount.last
            continue
        quantity = _to_quantity(words, read, tokens)
        if quantity is not None:
            yield quantity
        at = max(read.last, read.amount.last)


def _to_quantity(words: Words, read: Read, tokens: Tokens | None) -> Quantity | None:
    amount = read.amount
    if amount.in_figures and read.first == amount.first and is_in_code(words, amount.first):
        return None
    if read.kind is None:
        age = find_age(words, read)
        if age is not None:
            return age
        if is_label(words, amount, read.last) or is_named(words, amount, tokens):
            return None
    if amount.form == "ordinal":
        return _ordinal(words, read, tokens)
    if amount.form in ("fraction", "share") and read.kind is None:
        return _fraction(words, read, tokens)
    behind = hedge_behind(words, read.last)
    counted = _counted(words, read, behind.last if behind else read.last, tokens)
    if read.kind is None and not _is_count(words, read, counted):
        return None
    return _hedged(words, read, counted, behind)


def _counted(words: Words, read: Read, last: int, tokens: Tokens | None) -> Span | None:
    if read.kind == "percent":
        return find_whole(words, last, tokens)
    if read.kind is not None:
        return None
    if words[read.first - 1].lower == ":" and words[last].is_capital:
        return None  # "Boosters: 2 Cores: 3"
    # "Hundreds marched": a plural alone counts nothing that follows, but for "of".
    alone = read.amount.form == "vague" and read.high is None and read.amount.last == read.amount.first + 1
    if alone and words[read.first].lower.endswith("s") and words[last].lower not in ("of", "more"):
        return None
    return find_counted(words, last, tokens)


def _hedged(words: Words, read: Read, counted: Span | None, behind: Hedge | None) -> Quantity:
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


def _ordinal(words: Words, read: Read, tokens: Tokens | None) -> Quantity | None:
    counted = find_counted(words, read.last, tokens)
    if words[read.last].is_capital and words[read.first].is_capital:
        return None  # the Second Amendment
    if counted is None or words[read.first - 1].lower in ("at", "from") or words[read.last].lower in ("lady", "of"):
        return None
    return Quantity(
        start=words[read.first].start,
        end=words[read.last - 1].end,
        kind="ordinal",
        value=read.value,
        of=counted,
    )


def _fraction(words: Words, read: Read, tokens: Tokens | None) -> Quantity | None:
    seek = find_counted if read.amount.form == "share" else find_whole  # "one in five children", "a fifth of them"
    counted = seek(words, read.last, tokens)
    if words[read.first - 1].lower in ("first", "second", "other", "last"):
        return None  # the first half of a match or a year
    as_percent = msgspec.structs.replace(
        read,
        value=_hundredfold(read.value),
        low=_hundredfold(read.low),
        high=_hundredfold(read.high),
        kind="percent",
        unit="percent",
    )
    return _hedged(words, as_percent, counted, None)


def _hundredfold(share: float | None) -> float | None:
    return None if share is None else float(f"{share * 100:.12g}")


def _is_count(words: Words, read: Read, counted: Span | None) -> bool:
    """Whether a number without a unit counts: "one" only before a noun."""
    first, last = words[read.first].lower, words[read.last].lower
    if last == "-" and words[read.last + 1].lower in _NO_COUNTS:
        return False
    if first == "one" and read.last == read.first + 1:
        return (
            counted is not None
            and last not in word_set("never_one")
            and words[read.first - 1].lower not in ("no", "any", "every", "this", "that", "which", "each", "the", "-")
        )
    return counted is not None or read.amount.in_figures or read.amount.form == "vague" or (read.value or 0) > 1
