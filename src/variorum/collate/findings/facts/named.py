"""The name that a word is part of, and the words by which every report knows whoever or whatever has it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from variorum.collate.compare.names import name_words
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_table


def name_at(wording: Wording, index: int | None) -> Value | None:
    """Return the name that a word is part of; None for a word of no name, and for no word."""
    value = wording.value_at.get(index) if index is not None else None
    return value if value is not None and value.mention is not None else None


def last_word(wording: Wording, name: Value) -> str:
    """Return the last word of a name as names are compared: a person's last name; empty for a name without a word."""
    return " ".join(name_words(wording.words(name.first, name.end))[-1:])


def is_person(value: Value | None) -> bool:
    """Return whether a value is the name of a person."""
    return value is not None and value.mention is not None and value.mention.type == "PERSON"


def persons_in(wording: Wording) -> list[Value]:
    """Return the names of persons in a sentence, in their order."""
    return [value for value in wording.values if is_person(value)]


def alike_name(lemma: str) -> str:
    """Return a noun's name, one for all nouns that the news uses for one another."""
    return _alike().get(lemma, lemma)


@cache
def _alike() -> Mapping[str, str]:
    return {word: row.split()[0] for row in load_table("en", "relations")["alike"] for word in row.split()}
