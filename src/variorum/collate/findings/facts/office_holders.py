"""Whose name a post has: one bearer whom reports name differently ("Chief Ann Berg", "Chief Eva Berg").

Two people can have had one post, and two of one family can be named. Told apart are first names of one last name, and
last names of one first name, of a bearer of the same post and body, where no report names both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.compare.names import compare_names
from variorum.collate.differences import unit_of
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.persons import words_of
from variorum.collate.findings.facts.post_reading import Held, find_posts
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_words
from variorum.text.names import given_names
from variorum.text.spelling import given_alike, spell_alike

_words = partial(load_words, "en", "posts", "words")
# A first name of fewer letters is an initial.
_LEAST = 3
_JOINED = " -'’"


def _of_last_names(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """The first names of those of one last name who have one post."""
    for held, words in _named_in_full(wordings):
        if len(words[0]) >= _LEAST:
            yield _fact(held, f"{held.post.head} {words[-1]}", words[0])


def _of_first_names(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """The last names of those of one first name who have one post that one person has."""
    for held, words in _named_in_full(wordings):
        single = held.post.head in _words("single") or bool(held.post.field & _words("leading"))
        if single and not held.post.rank and held.post.head not in _words("many"):
            yield _fact(held, f"{held.post.head} {words[0].replace('.', '')}", words[-1])


def _named_in_full(wordings: Sequence[Wording]) -> Iterator[tuple[Held, tuple[str, ...]]]:
    for held in find_posts(wordings):
        words = words_of(wordings[held.wording].words(held.person.first, held.person.end))
        if len(words) > 1 and words[-1].isalpha():
            yield held, words


def _fact(held: Held, about: str, name: str) -> Fact:
    return Fact(about, Side(held.wording, unit_of(held.person)), name)


def _are_other_first_names(one: Stated, other: Stated) -> bool:
    """Whether two first names are of two names, no spellings, pet forms or initials of one."""
    first, second = one.fact.value, other.fact.value
    if given_alike(first, second) or spell_alike(first, second) or _name(one) == _name(other):
        return False
    known = {first, second} & given_names()
    return bool(known) and compare_names(_name(one), _name(other)).outcome == "differs"


def _are_other_last_names(one: Stated, other: Stated) -> bool:
    """Whether two last names are of two names, no spellings of one, and neither a part of the other."""
    last, second = one.fact.value, other.fact.value
    if spell_alike(last, second) or last in second or second in last:
        return False
    return compare_names(_name(one), _name(other)).outcome == "differs"


def _name(stated: Stated) -> str:
    unit = stated.fact.side.unit
    return stated.wording.words(unit.first, unit.end)


HOLDER_RELATIONS: tuple[Relation, ...] = (
    Relation("first name", "name", _of_last_names, _are_other_first_names),
    Relation("last name", "name", _of_first_names, _are_other_last_names),
)
