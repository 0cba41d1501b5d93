"""Which second first name somebody bears: "Ida Marie Holm" and "Ida Sofie Holm" are not both right of one person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.persons.persons import can_be_one, persons_of, words_of
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.text.names import given_names

# "Ida Marie Holm": a first, a second and a last name.
_NAMES = 3


def find_middle_names(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the second first names of persons, by first and last name; a maiden name in its place is none."""
    for number, name, _ in persons_of(wordings).named:
        wording = wordings[number]
        words = words_of(wording, name)
        if len(words) == _NAMES and len(words[1]) > 1 and words[1] in given_names():
            yield Fact(f"{words[0]} {words[-1]}", Side(number, Unit(name.first, name.end, None)), words[1])


def _are_two(one: Stated, other: Stated) -> bool:
    """Whether two such names are no spellings or short forms of one."""
    return not can_be_one(one.fact.value, other.fact.value)


MIDDLE_NAME_RELATIONS: tuple[Relation, ...] = (Relation("middle name", "name", find_middle_names, _are_two),)
