"""Whose name a post has: one bearer whom reports name differently ("Chief Ann Berg", "Chief Eva Berg").

Two people can have had one post, and two of one family can be named. Told apart are first names of one last name, last
names of one first name, and two holders of a post that one person has at a time, where no report names both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.compare.names import compare_names, name_words
from variorum.collate.differences import unit_of
from variorum.collate.findings.facts.fact import Fact, Stated
from variorum.collate.findings.facts.persons.persons import words_of
from variorum.collate.findings.facts.posts.post_reading import Held
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_words
from variorum.model.span import ReportId
from variorum.text.names import given_names
from variorum.text.spelling import given_alike, spell_alike

_words = partial(load_words, "en", "posts", "words")
# A first name of fewer letters is an initial.
_LEAST = 3
# A first name and a last name.
_FULL = 2
FIRST, LAST, HOLDER = "first name", "last name", "holder"


def find_holders(wordings: Sequence[Wording], posts: Sequence[Held]) -> Iterator[Fact]:
    """Yield who has which post: first names, of the post and the last name, and last names, of the first or a body.

    `FIRST`, `LAST` or `HOLDER` begins what a fact is of.
    """
    holders: dict[str, list[Fact]] = defaultdict(list)
    for held in posts:
        words = words_of(wordings[held.wording], held.person)
        if len(words) < _FULL or not words[-1].isalpha():
            continue
        side, head = Side(held.wording, unit_of(held.person)), held.post.head
        if len(words[0]) >= _LEAST:
            yield Fact(f"{FIRST}:{head} {words[-1]}", side, words[0])
        if _is_of_one(held):
            of = sorted({*held.post.field, *(word for body in held.post.bodies for word in name_words(body))} - {head})
            abouts = [f"{LAST}:{head} {words[0]}", f"{HOLDER}:{head} {' '.join(of)}"]
            for about in abouts if set(of) - _words("leading") else abouts[:1]:
                holders[about].append(Fact(about, side, words[-1]))
    for _, facts in sorted(holders.items()):
        if not _are_named_together(wordings, {fact.value for fact in facts}):
            yield from facts


def _is_of_one(held: Held) -> bool:
    """Whether one person has a post at a time: a mayor, the general manager, the police chief."""
    single = held.post.head in _words("single") or bool(held.post.field & _words("leading"))
    return single and not held.post.rank and held.post.head not in _words("many")


def _are_named_together(wordings: Sequence[Wording], names: set[str]) -> bool:
    """Whether a report names two of some holders, who may be predecessor and successor, or of two places then."""
    if len(names) < 2:
        return False
    named: dict[ReportId, set[str]] = defaultdict(set)
    for wording in wordings:
        for report in wording.reports:
            named[report] |= names.intersection(wording.key)
    return any(len(found) > 1 for found in named.values())


def are_other_first_names(one: Stated, other: Stated) -> bool:
    """Return whether two first names are of two names, no spellings, pet forms or initials of one."""
    first, second = one.fact.value, other.fact.value
    if given_alike(first, second) or spell_alike(first, second) or _name(one) == _name(other):
        return False
    known = {first, second} & given_names()
    return bool(known) and compare_names(_name(one), _name(other)).outcome == "differs"


def are_other_holders(one: Stated, other: Stated) -> bool:
    """Return whether two holders have two last names, no spellings of one, and neither a part of the other."""
    last, second = one.fact.value, other.fact.value
    if spell_alike(last, second) or last in second or second in last:
        return False
    return compare_names(_name(one), _name(other)).outcome == "differs"


def _name(stated: Stated) -> str:
    unit = stated.fact.side.unit
    return stated.wording.words(unit.first, unit.end)
