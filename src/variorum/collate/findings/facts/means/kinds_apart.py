"""The table of kinds that exclude each other, and where the words of its sides stand in a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from variorum.collate.points import Wording
from variorum.lang.tables import load_table, load_words


class Row(NamedTuple):
    """A row of the table (its head tells what each field means)."""

    name: str
    deeds: frozenset[str]
    links: frozenset[str]
    owner: str
    objects: frozenset[str]
    each: bool
    loose: bool
    named: bool
    into: frozenset[str]
    scene: bool
    settled: bool
    hedged: bool
    single: bool
    context: frozenset[str]
    where: bool
    any_deed: bool
    befallen: bool
    wide: Mapping[str, str]


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
def rows() -> tuple[tuple[Row, Mapping[str, Any]], ...]:
    """Return the rows with the tables they are read from."""
    told: Mapping[str, Mapping[str, Any]] = load_table("en", "means")["rows"]
    table = {name: {**told[row["like"]], **row} if "like" in row else row for name, row in told.items()}
    return tuple(
        (
            Row(
                name=name,
                deeds=frozenset(row.get("deeds", "").split()),
                links=frozenset(row.get("links", "").split()),
                owner=row["owner"],
                objects=frozenset(row.get("objects", "").split()),
                each=row.get("each", False),
                loose=row.get("loose", True),
                named=row.get("named", False),
                into=_places(row),
                scene=row.get("scene", False),
                settled=row.get("settled", True),
                hedged=row.get("hedged", False),
                single=row.get("single", False),
                context=frozenset(row.get("context", "").split()),
                where=row.get("where", False),
                any_deed=row.get("any_deed", False),
                befallen=row.get("befallen", False),
                wide=row.get("wide", {}),
            ),
            row,
        )
        for name, row in table.items()
    )


def _places(row: Mapping[str, Any]) -> frozenset[str]:
    """The prepositions of the places that a deed is told of, none where it is told of none."""
    if not row.get("into", False):
        return frozenset()
    return frozenset(row["places"].split()) if "places" in row else load_words("en", "means", "words", "places")


@cache
def acts() -> Mapping[str, Sequence[tuple[Row, str]]]:
    """Return the verbs that are themselves kinds, each with its rows and sides."""
    found: dict[str, list[tuple[Row, str]]] = defaultdict(list)
    for row, table in rows():
        for side in table.get("acts", ()):
            verbs = side.split()
            for verb in verbs:
                found[verb].append((row, verbs[0]))
    return found


@cache
def naming() -> Mapping[str, Sequence[tuple[Row, str]]]:
    """Return the nouns and verbs that tell of a deed which is a kind, each with its rows and sides."""
    found = defaultdict(list, {verb: list(sides) for verb, sides in acts().items()})
    for row, table in rows():
        for verbs, nouns in zip(table.get("acts", ()), table.get("nouns", ()), strict=False):
            for noun in nouns.split():
                found[noun].append((row, verbs.split()[0]))
    return found


@cache
def _phrases() -> Mapping[str, Sequence[_Phrase]]:
    """The phrases of all sides by their last word, the longest first."""
    by_last: dict[str, list[_Phrase]] = defaultdict(list)
    for row, table in rows():
        for side in table.get("sides", ()):
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
            is_there = first == index or (first >= 0 and stands_at(wording, first, phrase.lemmas[:-1]))
            if phrase.row.name in seen or not is_there:
                continue
            seen.add(phrase.row.name)
            yield Word(phrase.row, phrase.side, first, index + 1)


def stands_at(wording: Wording, first: int, words: Sequence[str]) -> bool:
    """Return whether a phrase stands in a sentence, word by word as it is or by its lemma ("attempted murder")."""
    return all(
        word in (wording.lemma[index], wording.word(index).casefold()) for index, word in enumerate(words, start=first)
    )


@cache
def side_of(row: str, lemma: str) -> str | None:
    """Return the side of a row that a single word is of, None where it is of none."""
    return next(
        (each.side for each in _phrases().get(lemma, ()) if each.row.name == row and len(each.lemmas) == 1), None
    )
