"""Who has a role in a story's own happening, by name: the driver, the gunman."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.collate.differences import unit_of
from variorum.collate.findings.facts.fact import Fact, Relation
from variorum.collate.findings.facts.persons.persons import words_of
from variorum.collate.findings.facts.persons.roles import roles_of
from variorum.collate.findings.facts.posts.affiliations import TOLD, are_two_bodies, with_all_named
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

# A first name and a last name.
_FULL = 2


def _find_names(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the full names of those who have a role, and of each the sentences in which other reports name them."""
    named = (role for role in roles_of(wordings) if role.role.split()[-1] in load_words("en", "persons", "held_by_one"))
    facts = (
        Fact(role.role, Side(role.number, unit_of(role.name)), TOLD)
        for role in named
        if role.name is not None and len(words_of(wordings[role.number], role.name)) >= _FULL
    )
    yield from with_all_named(facts, wordings)


ROLE_RELATIONS: tuple[Relation, ...] = (Relation("role holder", "name", _find_names, are_two_bodies),)
