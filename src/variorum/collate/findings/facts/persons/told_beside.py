"""What stretches beside persons tell: how a kind of fact is read at a name, before one, and at "he" and "she"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.fact import Fact
from variorum.collate.findings.facts.named import is_person
from variorum.collate.findings.facts.persons.beside_names import Spot, is_in_apposition
from variorum.collate.findings.facts.persons.persons import persons_of
from variorum.collate.findings.facts.persons.roles import roles_of
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words

# Words between an article and what it belongs to: "a devoted single mother of three"; before a name, a few more.
REACH = 5
_BACK = 9
_PREMODIFYING = frozenset({"NOUN", "ADJ", "PROPN", "NUM"})
HYPHENS = frozenset("-‐‑–")


class Told(NamedTuple):
    """A value that a stretch tells: its words, and what of them is compared."""

    first: int
    end: int
    value: str


Reader = Callable[[Wording, Spot], Told | None]
ReaderBefore = Callable[[Wording, Value], Told | None]


class Reading(NamedTuple):
    """How a fact is read: at a spot beside a name or role, right before one, and at a spot beside "he" and "she"."""

    beside: Reader
    before: ReaderBefore
    of_pronoun: Reader | None = None


def find_stated(reading: Reading, wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the facts that are told beside persons: by name, by pronoun and by role ("the driver, 52")."""
    persons = persons_of(wordings)
    seen: set[tuple[int, int]] = set()
    for number, name, spots in persons.named:
        wording = wordings[number]
        told = reading.before(wording, name) or _first_told(reading.beside, wording, spots)
        if told is not None:
            seen.add((number, told.first))
            yield from _fact(persons.key_of(wording, name), number, wording, told)
    for number, pronoun, spots in persons.pronouns if reading.of_pronoun is not None else ():
        told = _first_told(reading.of_pronoun or reading.beside, wordings[number], spots)
        if told is not None:
            yield from _fact(persons.taken_up(number, pronoun.first), number, wordings[number], told)
    for role in roles_of(wordings):
        wording, end = wordings[role.number], role.noun + 1
        told = reading.before(wording, Value(end, end, "name")) or _first_told(reading.beside, wording, role.spots)
        if told is not None and (role.number, told.first) not in seen:
            yield from _fact(role.about, role.number, wording, told)


def _fact(about: str | None, number: int, wording: Wording, told: Told) -> Iterator[Fact]:
    if about is not None:
        yield Fact(about, Side(number, _unit(wording, told)), told.value)


def _first_told(beside: Reader, wording: Wording, spots: Iterable[Spot]) -> Told | None:
    for spot in spots:
        told = beside(wording, spot)
        if told is not None:
            return told
    return None


def _unit(wording: Wording, told: Told) -> Unit:
    value = wording.value_at.get(told.first)
    if value is not None and value.time is not None and not told.value[:4].isdigit():
        # "In his 40s" is no decade of the century.
        value = None
    return Unit(value.first, value.end, value) if value is not None else Unit(told.first, told.end, None)


def number_at(wording: Wording, at: int) -> int | None:
    """The whole number that a word is, in figures or words; None for others."""
    key = wording.key[at] if at < len(wording) else ""
    return int(key[1:]) if key.startswith("#") and key[1:].isdigit() else None


def phrase_from(wording: Wording, at: int) -> Iterator[int]:
    """The words of the noun phrase that begins at a word, up to some words on."""
    for index in range(at, min(at + REACH + 1, len(wording))):
        yield index
        if wording.pos[index] not in (*_PREMODIFYING, "DET", "ADV", "PUNCT") or wording.word(index) == ",":
            return


def phrase_before(wording: Wording, name: Value) -> Iterator[int]:
    """The words of the noun phrase before a name, from the name backwards: "the 34-year-old bus driver NAME"."""
    index = name.first - 1
    if index > 0 and wording.word(index) == "," and is_in_apposition(wording, name):
        index -= 1
    while index >= 0 and wording.lemma[index] in load_words("en", "persons", "naming"):
        index -= 1
    for at in range(index, max(-1, index - _BACK), -1):
        value = wording.value_at.get(at)
        fits = wording.pos[at] in _PREMODIFYING or wording.word(at) in HYPHENS or wording.lemma[at] == "of"
        if is_person(value) or not (fits or (value is not None and value.quantity is not None)):
            return
        yield at
