"""The table of kinds that exclude each other, and where the words of its sides stand in a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from variorum.collate.points import Wording
from variorum.lang.tables import load_table

_LISTS = frozenset({"deeds", "links", "objects", "context"})


class Row(NamedTuple):
    """A row of the table; its head tells what each field means."""

    name: str
    owner: str
    sides: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    deeds: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    wide: Mapping[str, str] = {}
    each: bool = False
    any_deed: bool = False
    scene: bool = False
    hedged: bool = False
    single: bool = False
    named: bool = False
    settled: bool = True
    loose: bool = True


class Word(NamedTuple):
    """A word or phrase of a side of a row, by number (`end` exclusive); `side` is the first word of that side."""

    row: Row
    side: str
    first: int
    end: int


class _Phrase(NamedTuple):
    row: Row
    side: str
    lemmas: tuple[str, ...]


@cache
def rows() -> tuple[Row, ...]:
    """Return the rows of the table in its order."""
    table: Mapping[str, Mapping[str, Any]] = load_table("en", "means")["rows"]
    return tuple(Row(name, **_fields_of(row)) for name, row in table.items())


def _fields_of(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: frozenset(told.split()) if key in _LISTS else told for key, told in row.items()}


@cache
def acts() -> Mapping[str, Sequence[tuple[Row, str]]]:
    """Return the verbs that are themselves kinds, each with its rows and sides."""
    found: dict[str, list[tuple[Row, str]]] = defaultdict(list)
    for row in rows():
        for side in row.acts:
            verbs = side.split()
            for verb in verbs:
                found[verb].append((row, verbs[0]))
    return found


@cache
def _phrases() -> Mapping[str, Sequence[_Phrase]]:
    """The phrases of all sides by their last word, the longest first."""
    by_last: dict[str, list[_Phrase]] = defaultdict(list)
    for row in rows():
        for side in row.sides:
            for phrase in side.split():
                lemmas = tuple(phrase.split("_"))
                by_last[lemmas[-1]].append(_Phrase(row, side.split()[0], lemmas))
    return {last: sorted(found, key=lambda each: -len(each.lemmas)) for last, found in by_last.items()}


def words_of_sides(wording: Wording) -> Iterator[Word]:
    """Yield the words of a sentence that are of a side, of each row the longest phrase that ends in a word."""
    phrases = _phrases()
    for index in (index for index, lemma in enumerate(wording.lemma) if lemma in phrases):
        seen: set[str] = set()
        for phrase in phrases[wording.lemma[index]]:
            first = index + 1 - len(phrase.lemmas)
            is_there = first == index or (first >= 0 and _stands_at(wording, first, phrase.lemmas[:-1]))
            if phrase.row.name in seen or not is_there:
                continue
            seen.add(phrase.row.name)
            yield Word(phrase.row, phrase.side, first, index + 1)


def _stands_at(wording: Wording, first: int, words: Sequence[str]) -> bool:
    """Whether a phrase stands in a sentence, word by word as it is or by its lemma ("attempted murder")."""
    return all(
        word in (wording.lemma[index], wording.word(index).casefold()) for index, word in enumerate(words, start=first)
    )
