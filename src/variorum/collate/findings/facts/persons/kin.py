"""How two persons whom reports name are related: "his brother NAME", "NAME, a cousin of Berg"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.fact import Fact, Relation, have_other_values
from variorum.collate.findings.facts.named import is_person
from variorum.collate.findings.facts.persons.persons import Persons, persons_of
from variorum.collate.findings.facts.persons.told_beside import HYPHENS
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_keys, load_table, load_words

_words = partial(load_words, "en", "persons")
_OWNING = frozenset({"'s", "’s", "'", "’"})
_THIRD = frozenset({"his", "her"})


class Kin(NamedTuple):
    """A noun of kinship: its words, and the relation that it names."""

    first: int
    end: int
    relation: str


_relations = partial(load_keys, "en", "persons")


def _find_kinships(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield what named persons are to one another, by the two names in alphabetical order."""
    persons = persons_of(wordings)
    for number, name, _ in persons.named:
        wording = wordings[number]
        for kin in _kin_beside(wording, name):
            owner = _owner(persons, number, kin, name)
            other = persons.key_of(wording, name)
            if owner is None or other is None or owner == other:
                continue
            back: str = load_table("en", "persons")["kin_back"].get(kin.relation, kin.relation)
            about = "|".join(sorted((owner, other)))
            value = kin.relation if owner < other else back
            yield Fact(about, Side(number, Unit(kin.first, kin.end, None)), value)


def _kin_beside(wording: Wording, name: Value) -> Iterator[Kin]:
    """The nouns of kinship before a name ("his brother NAME") and after it ("NAME, a cousin of Berg")."""
    at = name.first - 1
    if at >= 0 and wording.word(at) == ",":
        at -= 1
    if at >= 0 and (kin := _kin_ending(wording, at)) is not None:
        yield kin
    at = name.end
    if at < len(wording) and wording.word(at) == ",":
        for index in range(at + 1, min(at + 7, len(wording))):
            if wording.word(index) == "," or wording.pos[index] in ("VERB", "AUX", "ADP"):
                return
            kin = _kin_starting(wording, index)
            if kin is not None and not (kin.end < len(wording) and wording.word(kin.end) in _OWNING):
                yield kin
                return


def _kin_ending(wording: Wording, at: int) -> Kin | None:
    """The noun of kinship that ends with a word: "half-brother", "brother-in-law"."""
    first = at
    while first >= 2 and wording.word(first - 1) in HYPHENS:
        first -= 2
    word = "-".join(wording.lemma[i] for i in range(first, at + 1, 2))
    relation = _relations("kin").get(word)
    return Kin(first, at + 1, relation) if relation is not None and wording.tag[at] != "NNS" else None


def _kin_starting(wording: Wording, at: int) -> Kin | None:
    end = at
    while end + 2 < len(wording) and wording.word(end + 1) in HYPHENS:
        end += 2
    return _kin_ending(wording, end)


def _owner(persons: Persons, number: int, kin: Kin, name: Value) -> str | None:
    """Whose kin somebody is told to be: "Berg's", "of Berg", or "his" where one other person was named before."""
    wording = persons.wordings[number]
    if any(wording.lemma[i] in _words("not_only") for i in range(max(0, kin.first - 2), kin.first)):
        return None
    if kin.end < len(wording) and wording.lemma[kin.end] == "of":
        at = kin.end + 1 + (wording.pos[kin.end + 1] == "DET" if kin.end + 1 < len(wording) else 0)
        return _one_who_has(persons, wording, at, name)
    for index in range(kin.first - 1, max(-1, kin.first - 6), -1):
        if wording.word(index) in _OWNING:
            return _one_who_has(persons, wording, index - 1, name)
        if wording.lemma[index] in _THIRD or wording.word(index).lower() in _THIRD:
            return persons.owner(number, index, name)
        if wording.pos[index] not in ("ADJ", "NOUN", "NUM", "PUNCT", "DET", "CCONJ") or wording.word(index) == ",":
            return None
    return None


def _one_who_has(persons: Persons, wording: Wording, at: int, but: Value) -> str | None:
    """The key of the person named at a word, or the noun there: "the gunman's father"."""
    value = wording.value_at.get(at)
    if is_person(value):
        return persons.key_of(wording, value) if value is not None and value != but else None
    return wording.lemma[at] if at < len(wording) and wording.lemma[at] in _words("owners") else None


KIN_RELATIONS: tuple[Relation, ...] = (Relation("kinship", "description", _find_kinships, have_other_values),)
