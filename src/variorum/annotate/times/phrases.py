"""Time expressions that are fixed phrases: the vague ones ("these days"), and holidays by their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from variorum.annotate.times.meaning import Calendar, Fixed, Meaning, NoTime
from variorum.annotate.times.words import Token, split_words
from variorum.lang.tables import load_table


class Phrase(msgspec.Struct, frozen=True):
    """The words of a phrase; a `value` for a vague one, the rule of its day for a holiday (empty: no time)."""

    words: tuple[str, ...]
    value: str
    is_holiday: bool = False


class Matched(msgspec.Struct, frozen=True):
    """A phrase at tokens[first:last]."""

    first: int
    last: int
    meaning: Meaning


@cache
def _phrases() -> dict[str, list[Phrase]]:
    table = load_table("en", "times")
    phrases = [Phrase(_words_of(text), value) for value, texts in table["vague"].items() for text in texts]
    phrases += [Phrase(_words_of(name), rule, is_holiday=True) for name, rule in table["holidays"].items()]
    by_first: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        by_first.setdefault(phrase.words[0], []).append(phrase)
    return by_first


def _words_of(text: str) -> tuple[str, ...]:
    return tuple(token.word for token in split_words(text, 0, len(text)))


def match_phrases(tokens: Sequence[Token]) -> Iterator[Matched]:
    """Yield every phrase among `tokens`; a year behind a holiday belongs to it ("Christmas 2024")."""
    phrases = _phrases()
    for index, token in enumerate(tokens):
        for phrase in phrases.get(token.word, ()):
            last = index + len(phrase.words)
            if tuple(each.word for each in tokens[index:last]) == phrase.words:
                yield _matched(tokens, phrase, index, last)


def _matched(tokens: Sequence[Token], phrase: Phrase, first: int, last: int) -> Matched:
    if not phrase.is_holiday:
        return Matched(first, last, Fixed(value=phrase.value))
    if not phrase.value or not tokens[first].is_capital:
        return Matched(first, last, NoTime())
    year = tokens[last] if last < len(tokens) else None
    if year is not None and year.word.isdigit() and len(year.word) == 4 and 1800 <= (year.value or 0) < 2200:
        return Matched(first, last + 1, Calendar(holiday=phrase.value, year=int(year.word)))
    return Matched(first, last, Calendar(holiday=phrase.value))
