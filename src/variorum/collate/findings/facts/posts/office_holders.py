"""Whose name a post has: one bearer whom reports name differently ("Chief Ann Berg", "Chief Eva Berg").

Two people can have had one post, and two of one family can be named. Told apart are first names of one last name, and
last names of one first name, of a bearer of the same post and body, where no report names both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.compare.names import compare_names, name_words
from variorum.collate.differences import unit_of
from variorum.collate.findings.facts.fact import Fact, Stated
from variorum.collate.findings.facts.persons.persons import words_of
from variorum.collate.findings.facts.posts.affiliations import TOLD
from variorum.collate.findings.facts.posts.post_reading import Held
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_words
from variorum.text.names import given_names
from variorum.text.spelling import given_alike, spell_alike

_words = partial(load_words, "en", "posts", "words")
# A first name of fewer letters is an initial.
_LEAST = 3
# A first name and a last name.
_FULL = 2
FIRST, LAST, HOLDER = "first name", "last name", "holder"


def find_holders(wordings: Sequence[Wording], posts: Sequence[Held]) -> Iterator[Fact]:
    """Yield who has which post, told of the post with the last name, of that with the first, and of that with its body.

    The kinds of facts are `first name`, `last name` and `holder`; each begins what a fact is of.
    """
    for held in posts:
        words = words_of(wordings[held.wording], held.person)
        if len(words) < _FULL or not words[-1].isalpha():
            continue
        head = held.post.head
        if len(words[0]) >= _LEAST:
            yield _fact(held, f"{FIRST}:{head} {words[-1]}", words[0])
        if _is_of_one(held):
            yield _fact(held, f"{LAST}:{head} {words[0].replace('.', '')}", words[-1])
            of = sorted({*held.post.field, *(word for body in held.post.bodies for word in name_words(body))} - {head})
            if set(of) - _words("leading"):
                yield _fact(held, f"{HOLDER}:{head} {' '.join(of)}", TOLD)


def _is_of_one(held: Held) -> bool:
    """Whether one person has a post at a time: a mayor, the general manager, the police chief."""
    single = held.post.head in _words("single") or bool(held.post.field & _words("leading"))
    return single and not held.post.rank and held.post.head not in _words("many")


def _fact(held: Held, about: str, name: str) -> Fact:
    return Fact(about, Side(held.wording, unit_of(held.person)), name)


def are_other_first_names(one: Stated, other: Stated) -> bool:
    """Return whether two first names are of two names, no spellings, pet forms or initials of one."""
    first, second = one.fact.value, other.fact.value
    if given_alike(first, second) or spell_alike(first, second) or _name(one) == _name(other):
        return False
    known = {first, second} & given_names()
    return bool(known) and compare_names(_name(one), _name(other)).outcome == "differs"


def are_other_last_names(one: Stated, other: Stated) -> bool:
    """Return whether two last names are of two names, no spellings of one, and neither a part of the other."""
    last, second = one.fact.value, other.fact.value
    if spell_alike(last, second) or last in second or second in last:
        return False
    return compare_names(_name(one), _name(other)).outcome == "differs"


def _name(stated: Stated) -> str:
    unit = stated.fact.side.unit
    return stated.wording.words(unit.first, unit.end)
