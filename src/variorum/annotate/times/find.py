"""Time expressions of a report: where they are, with type and value.

Linear in the length of the text: sentence by sentence, rules only where words of time stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from variorum.annotate.times.beside import counts_from_today, is_day, is_weekday, until_beside, with_year_beside
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
    context.text = text
    context.is_narrative = is_narrative(text, context.year)
    spans = split_sentences(text) if sentences is None else sentences
    return tuple(time for span in spans for time in _in_sentence(text, span, context))


@cache
def _grammar() -> Grammar:
    return compile_rules(RULES, load_lexicon())


class _Line(msgspec.Struct, frozen=True):
    """A sentence: its words and quotations, and the times chosen in it."""

    tokens: Sequence[Token]
    quotes: Sequence[range]
    chosen: Sequence[_Candidate]

    def is_quoted(self, candidate: _Candidate) -> bool:
        """Whether a time stands in quotation marks."""
        return any(self.tokens[candidate.first].start in quote for quote in self.quotes)


_STRETCHES = frozenset({("between", "and"), ("from", "to"), ("from", "through"), ("from", "until"), ("from", "till")})
_NEAR = 12  # words between a time of day and its day
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")


def _read_line(text: str, span: Span) -> _Line:
    tokens = split_words(text, span.start, span.end)
    chosen = [
        each for each in _choose(_candidates(tokens)) if not is_no_time(Spot(text, tokens, each.first, each.last))
    ]
    quotes = [range(*match.span()) for match in _QUOTED.finditer(text, span.start, span.end)] if chosen else []
    return _Line(tokens, quotes, chosen)


def _in_sentence(text: str, span: Span, context: Context) -> Iterator[Time]:
    line = _read_line(text, span)
    tokens = line.tokens
    for index, candidate in enumerate(line.chosen):
        if isinstance(candidate.meaning, Clock) and candidate.last - candidate.first >= len(tokens) - 1:
            context.then = None  # a time that heads an entry ("2:14 p.m.") is of the day of publication
        side = _side(tokens, candidate)
        meaning = _with_year(line, index, context, side)
        resolved = resolve_meaning(meaning, _as_told(line, index, context), side)
        if resolved is None:
            continue
        context.remember(meaning, resolved.moment)
        start, end = tokens[candidate.first].start, tokens[candidate.last - 1].end
        yield Time(start=start, end=end, type=resolved.type, value=resolved.value)


def _with_year(line: _Line, index: int, context: Context, side: Side) -> Meaning:
    """The meaning of a candidate with the year that the others of its sentence tell."""
    this, before = line.chosen[index], line.chosen[index - 1] if index else None
    beside = before.meaning if before is not None and before.last == this.first else None
    if before is not None and _is_stretch(line.tokens, before, this) and context.then is not None:
        return until_beside(this.meaning, before.meaning, context.then)
    others = [each.meaning for each in line.chosen if each is not this]
    return with_year_beside(this.meaning, beside, others, context.now, side)


def _is_stretch(tokens: Sequence[Token], one: _Candidate, other: _Candidate) -> bool:
    """Whether two times stand as "between one and other" or "from one to other"."""
    if one.first == 0 or other.first - one.last != 1:
        return False
    return (tokens[one.first - 1].word, tokens[one.last].word) in _STRETCHES


def _as_told(line: _Line, index: int, context: Context) -> Context:
    """The context of a candidate, with the day that its sentence says it is of or was said on."""
    candidate = line.chosen[index]
    if isinstance(candidate.meaning, Clock):
        return _on_day_behind(line, index, context)
    return _as_said(line, candidate, context)


def _on_day_behind(line: _Line, index: int, context: Context) -> Context:
    """The context of a time of day: "before dawn in the south-east on 13 January" is of that day."""
    this, following = line.chosen[index], line.chosen[index + 1 : index + 2]
    if not following or not is_day(following[0].meaning) or any(is_day(each.meaning) for each in line.chosen[:index]):
        return context
    between = [token.word for token in line.tokens[this.last : following[0].first]]
    if len(between) > _NEAR or between[-1:] != ["on"] or not all(word.isalpha() for word in between):
        return context
    day = resolve_meaning(following[0].meaning, msgspec.structs.replace(context), _side(line.tokens, following[0]))
    if day is None or day.moment is None or day.moment.grain != "D":
        return context
    return msgspec.structs.replace(context, then=day.moment)


def _as_said(line: _Line, candidate: _Candidate, context: Context) -> Context:
    """The context of a candidate: in a quotation "tomorrow" is counted from the one weekday that the sentence names."""
    if context.now is None or not counts_from_today(candidate.meaning) or not line.is_quoted(candidate):
        return context
    days = [each for each in line.chosen if is_weekday(each.meaning)]
    if len(days) != 1 or line.is_quoted(days[0]):
        return context
    said = resolve_meaning(days[0].meaning, msgspec.structs.replace(context), _side(line.tokens, days[0]))
    if said is None or said.moment is None or said.moment.day > context.now:
        return context
    return msgspec.structs.replace(context, now=said.moment.day, then=None)


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
