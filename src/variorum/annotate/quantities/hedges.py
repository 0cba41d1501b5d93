"""Words that hedge or bound a number: "nearly", "at least", "or more"."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from variorum.annotate.quantities.words import Words, split_words, word_table

HedgeKind = Literal["ABOUT", "BELOW", "ABOVE", "LOW", "HIGH"]


class Hedge(msgspec.Struct, frozen=True):
    """What a hedge does to its number, and where its words are: words[first:last]."""

    kind: HedgeKind
    first: int
    last: int


@cache
def _phrases(table: str) -> dict[str, list[tuple[tuple[str, ...], HedgeKind]]]:
    """Phrases by the word nearest to the number, the longest first."""
    phrases: dict[str, list[tuple[tuple[str, ...], HedgeKind]]] = {}
    for kind, listed in word_table()[table].items():
        for phrase in listed:
            words = tuple(word.lower for word in split_words(phrase, 0, len(phrase)).items)
            key = words[-1] if table == "hedges" else words[0]
            phrases.setdefault(key, []).append((words, kind))
    return {key: sorted(each, key=lambda item: -len(item[0])) for key, each in phrases.items()}


def hedge_before(words: Words, first: int) -> Hedge | None:
    """Return the hedge that ends right before the number at `first` (articles between them are passed over)."""
    end = first
    if words[end - 1].lower in ("a", "an"):
        end -= 1
    for last in dict.fromkeys((first, end)):
        for phrase, kind in _phrases("hedges").get(words[last - 1].lower, ()):
            start = last - len(phrase)
            if start >= 0 and tuple(words.lowers(start, last)) == phrase and not _is_place(words, start, last):
                return Hedge(kind, start, last)
    return None


def _is_place(words: Words, start: int, last: int) -> bool:
    """ "Handed over 12 prisoners": the word belongs to the verb."""
    return words[start].lower == "over" and words[start - 1].lower in ("handed", "took", "take", "taking", "hand")


def hedge_behind(words: Words, last: int) -> Hedge | None:
    """Return the hedge that begins right behind the number."""
    for phrase, kind in _phrases("hedges_behind").get(words[last].lower, ()):
        if tuple(words.lowers(last, last + len(phrase))) == phrase:
            return Hedge(kind, last, last + len(phrase))
    return None
