"""Who or what a sentence tells of: a person by name or role, or a thing; known in all reports by one key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Literal

from variorum.collate.compare.names import name_words
from variorum.collate.findings.facts.named import alike_name, is_person, last_word
from variorum.collate.findings.facts.persons.persons import persons_of
from variorum.collate.findings.facts.persons.roles import roles_of
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "persons", "holders")


class Holders:
    """By what those of whom the sentences tell are known in all reports."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self.wordings = wordings
        self.persons = persons_of(wordings)
        self.roles = {(role.number, role.noun): role.about for role in roles_of(wordings)}
        self.several = {lemma for w in wordings for lemma, tag in zip(w.lemma, w.tag, strict=True) if tag == "NNS"}

    def key_of(self, kind: Literal["person", "thing"], number: int, index: int | None) -> str | None:
        """Return by what a word's person or thing is known; None where it may be several or is of another kind."""
        if index is None:
            return None
        return self._person(number, index) if kind == "person" else _thing(self.wordings[number], index)

    def _person(self, number: int, index: int) -> str | None:
        """By what a person is known: by name, by the role that nobody else has; None for others."""
        wording = self.wordings[number]
        lemma, value = wording.lemma[index], wording.value_at.get(index)
        if value is not None:
            known = self.persons.key_of(wording, value) if value.mention and value.kind == "name" else None
            return last_word(wording, value) if known is None and is_person(value) else known
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


def _thing(wording: Wording, index: int) -> str | None:
    """A thing by its name, or by its noun told with "the" or as one of a kind: "the left door", "a second debate"."""
    value = wording.value_at.get(index)
    if value is not None:
        return " ".join(name_words(wording.words(value.first, value.end))) if value.mention is not None else None
    if wording.tag[index] != "NN":
        return None
    kind = sorted(_words("narrowed").intersection(wording.lemma[i] for i in wording.children[index]))
    return " ".join((*kind, alike_name(wording.lemma[index]))) if kind or _is_definite(wording, index) else None


def _is_definite(wording: Wording, index: int) -> bool:
    return any(
        wording.dep[i] in ("det", "poss") and wording.lemma[i] in _words("definite") for i in wording.children[index]
    )
