"""Time expressions of a report: where they are, with type and value.

Linear in the length of the text: sentence by sentence, rules only where words of time stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from variorum.annotate.times.context import Context, make_context
from variorum.annotate.times.filters import Spot, is_no_time
from variorum.annotate.times.grammar import Grammar, compile_rules, match_rules
from variorum.annotate.times.meaning import Calendar, Clock, Meaning
from variorum.annotate.times.narrative import is_narrative
from variorum.annotate.times.phrases import match_phrases
from variorum.annotate.times.resolve import resolve_meaning
from variorum.annotate.times.rules import RULES
from variorum.annotate.times.tense import Side, find_side, is_modifier
from variorum.annotate.times.words import Token, load_lexicon, split_words
from variorum.model.annotations import Time
from variorum.model.report import Report
from variorum.model.span import Span
from variorum.text.split import split_sentences


class _Candidate(msgspec.Struct, frozen=True):
    first: int
    last: int  # index after the last word
    rank: int
    meaning: Meaning


def find_times(reports: Sequence[Report]) -> list[tuple[Time, ...]]:
    """Return the time expressions of each report, in text order."""
    return [find_times_in(report.text, report.published, report.layers.sentences) for report in reports]


def find_times_in(text: str, published: str | None = None, sentences: Sequence[Span] | None = None) -> tuple[Time, ...]:
    """Return the time expressions of a text, in text order.

    `published` is an ISO date as precise as is known; without it, what hangs on it is underspecified (XXXX-WXX-3).
    """
    context = make_context(published)
    context.is_narrative = is_narrative(text, context.year)
    spans = split_sentences(text) if sentences is None else sentences
    return tuple(time for span in spans for time in _in_sentence(text, span, context))


@cache
def _grammar() -> Grammar:
    return compile_rules(RULES, load_lexicon())


def _in_sentence(text: str, span: Span, context: Context) -> Iterator[Time]:
    tokens = split_words(text, span.start, span.end)
    for candidate in _choose(_candidates(tokens)):
        if is_no_time(Spot(text, tokens, candidate.first, candidate.last)):
            continue
        if isinstance(candidate.meaning, Clock) and candidate.last - candidate.first >= len(tokens) - 1:
            context.then = None  # a time that heads an entry ("2:14 p.m.") is of the day of publication
        side = _side(tokens, candidate)
        resolved = resolve_meaning(candidate.meaning, context, side)
        if resolved is None:
            continue
        context.remember(candidate.meaning, resolved.moment)
        start, end = tokens[candidate.first].start, tokens[candidate.last - 1].end
        yield Time(start=start, end=end, type=resolved.type, value=resolved.value)


def _side(tokens: Sequence[Token], candidate: _Candidate) -> Side:
    meaning = candidate.meaning
    is_month = isinstance(meaning, Calendar) and meaning.month is not None and meaning.day is None
    if is_month and is_modifier(tokens, candidate.first, candidate.last):
        return Side()
    return find_side(tokens, candidate.first, candidate.last)


def _candidates(tokens: Sequence[Token]) -> Iterator[_Candidate]:
    symbols = "".join(token.symbol for token in tokens)
    for found, rank in match_rules(_grammar(), symbols, tokens):
        meaning = RULES[rank].meaning(found)
        if meaning is not None:
            first = found.at + meaning.skip
            length = len(found.tokens) - meaning.skip if meaning.words is None else meaning.words
            yield _Candidate(first, first + length, rank, meaning)
    for matched in match_phrases(tokens):
        yield _Candidate(matched.first, matched.last, len(RULES), matched.meaning)


def _choose(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    """The longest of those that overlap, then the first rule's; in text order."""
    taken: list[_Candidate] = []
    used: set[int] = set()
    for candidate in sorted(candidates, key=lambda each: (each.first - each.last, each.rank, each.first)):
        places = range(candidate.first, candidate.last)
        if used.isdisjoint(places):
            used.update(places)
            taken.append(candidate)
    return sorted(taken, key=lambda each: each.first)
