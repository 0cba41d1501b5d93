"""Who or what is at a stage: a person by name or role, a thing, the story's own; known in all reports by one key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from functools import lru_cache, partial
from typing import NamedTuple

from variorum.collate.findings.facts.conditions.predications import alike_name
from variorum.collate.findings.facts.means.kinds_told import is_background
from variorum.collate.findings.facts.means.means import year_of
from variorum.collate.findings.facts.persons.persons import Persons, persons_of
from variorum.collate.findings.facts.persons.roles import roles_of
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "stages", "words")
# Sentences at the start of a report that tell of its own happening.
_LEAD = 12


class Scale(NamedTuple):
    """What a scale is of, what that has, whether its nouns are all one, and how its stages exclude each other."""

    of: frozenset[str]
    parts: frozenset[str]
    fit: frozenset[str]
    one: bool
    passing: bool


class Holders:
    """By what those of whom the sentences tell are known in all reports."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self.persons: Persons = persons_of(wordings)
        self.roles = {(role.number, role.noun): role.about for role in roles_of(wordings)}
        self.leads = _leads(wordings)
        self.year = year_of(wordings)
        self.said = Counter(
            lemma
            for number in self.leads
            for lemma, tag in zip(wordings[number].lemma, wordings[number].tag, strict=True)
            if tag == "NN"
        )
        self.several = {lemma for w in wordings for lemma, tag in zip(w.lemma, w.tag, strict=True) if tag == "NNS"}

    def key_of(self, scale: Scale, number: int, wording: Wording, index: int) -> str | None:
        """Return by what the holder of a stage is known; None where it may be several or is none of the scale's."""
        if scale.of <= {"person", "any"} and ((key := self.person(number, wording, index)) or "any" not in scale.of):
            return key
        if number not in self.leads or is_background(wording, self.year):
            return None
        if scale.of <= {"thing", "any"}:
            return _thing(wording, index)
        return self._own(wording, index, scale)

    def person(self, number: int, wording: Wording, index: int) -> str | None:
        """Return by what a person is known: by name, by the role that nobody else has; None for others."""
        value = wording.value_at.get(index)
        if value is not None:
            return self.persons.key_of(wording, value) if value.mention and value.kind == "name" else None
        lemma = wording.lemma[index]
        if any(wording.dep[i] == "nummod" for i in wording.children[index]):
            return None  # "one officer"
        if lemma in _words("pronouns"):
            return self.persons.taken_up(number, index) or self._told_before(number, index)
        role = self.roles.get((number, index))
        if role is None and lemma in _words("anybody") and lemma not in self.several and _is_definite(wording, index):
            return f"the {lemma}"
        return role

    def _told_before(self, number: int, index: int) -> str | None:
        """The one of whose role a sentence speaks before a pronoun: "the boy was hurt but he recovered"."""
        before = {about for (at, noun), about in self.roles.items() if at == number and noun < index}
        return next(iter(before)) if len(before) == 1 else None

    def _own(self, wording: Wording, index: int, scale: Scale) -> str | None:
        """The story's own, of which its reports speak most, by its noun, by what it has ("its cause") or by "it"."""
        most = max(sorted(scale.of), key=lambda noun: self.said[noun])
        own = alike_name(most)
        lemma = wording.lemma[index]
        if lemma == "it":
            return own
        if lemma in scale.parts:
            of = [j for i in wording.children[index] if wording.dep[i] == "prep" for j in wording.children[i]]
            return own if all(wording.lemma[i] in scale.of for i in of) else None
        if (
            lemma not in scale.of
            or wording.tag[index] not in ("NN", "NNS")
            or not (scale.one or alike_name(lemma) == own)
        ):
            return None
        below = wording.children[index]
        return None if any(wording.lemma[i] in _words("another") for i in below) else own


@lru_cache(maxsize=1)
def _holders_of(wordings: tuple[Wording, ...]) -> Holders:
    return Holders(wordings)


def holders_of(wordings: Sequence[Wording]) -> Holders:
    """Return by what those of whom the sentences of a story tell are known."""
    return _holders_of(tuple(wordings))


def _leads(wordings: Sequence[Wording]) -> Set[int]:
    """The numbers of the sentences that stand among the first of their reports."""
    before: Counter[str] = Counter()
    found = set()
    for home, number in sorted((wording.homes[0], number) for number, wording in enumerate(wordings)):
        before[home.report] += 1
        if before[home.report] <= _LEAD:
            found.add(number)
    return found


def _thing(wording: Wording, index: int) -> str | None:
    """A thing by its noun, told with "the" and with nothing that narrows it."""
    if wording.tag[index] != "NN" or index in wording.value_at or not _is_definite(wording, index):
        return None
    narrowed = any(
        wording.dep[i] in ("amod", "nummod", "compound", "nmod") or wording.lemma[i] == "of"
        for i in wording.children[index]
    )
    return None if narrowed else alike_name(wording.lemma[index])


def _is_definite(wording: Wording, index: int) -> bool:
    return any(
        wording.dep[i] in ("det", "poss") and wording.lemma[i] in _words("definite") for i in wording.children[index]
    )
