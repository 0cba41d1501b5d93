"""Persons whom reports name differently: one last name, and one role or age, with two first names.

Two of one family share a last name, and a report names both. Where none does, and a role or an age is the same, it is
one person, and one of the first names is wrong. So it is where one of a first and a last name is the same and the other
one a letter or two off ("Priya Nathan", "Priya Nathwani"), other than two ways of writing one sound.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from variorum.collate.differences import unit_of
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.named import persons_in
from variorum.collate.findings.facts.persons.persons import words_of
from variorum.collate.findings.facts.persons.told_beside import number_at
from variorum.collate.findings.facts.posts.office_holders import are_other_first_names
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_keys, load_words
from variorum.text.spelling import are_near

# A first name of fewer letters is an initial.
_LEAST = 3
_YOUNGEST, _OLDEST = 10, 115
_SINGLE = frozenset({"NN", "NNP"})
_BESIDE, _BEHIND = frozenset({",", "("}), frozenset({",", ")", ".", ";", "of", "from", "who", "and"})


def _find_first_names(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield first names, of the last name and what else tells who it is, but for families."""
    families = _families(wordings)
    for number, wording in enumerate(wordings):
        for name in persons_in(wording):
            words = words_of(wording, name)
            if len(words) > 1 and len(words[0]) >= _LEAST and words[-1] not in families:
                for mark in sorted(_marks(wording, name)):
                    yield Fact(f"{words[-1]} {mark}", Side(number, unit_of(name)), words[0])


def _families(wordings: Sequence[Wording]) -> Set[str]:
    """The last names that one report gives with two first names."""
    first: dict[tuple[str, str], set[str]] = defaultdict(set)
    for wording in wordings:
        for name in persons_in(wording):
            words = words_of(wording, name)
            for report in wording.reports if len(words) > 1 else ():
                first[report, words[-1]].add(words[0])
    return {last for (_, last), names in first.items() if len(names) > 1}


def _marks(wording: Wording, name: Value) -> Set[str]:
    """By what somebody is known beside the name: an age, roles that a story has once."""
    roles = {wording.lemma[i] for i in wording.role_words(name) if wording.tag[i] in _SINGLE}
    # Of relatives a last name says nothing.
    roles -= load_words("en", "persons", "no_roles") | load_keys("en", "persons", "kin").keys()
    age = _age_behind(wording, name)
    return roles if age is None else roles | {str(age)}


def _age_behind(wording: Wording, name: Value) -> int | None:
    """The age that stands right behind a name: "Ann Berg, 34,", "Ann Berg (34)"."""
    at = name.end + 1
    if at >= len(wording) or wording.word(name.end) not in _BESIDE:
        return None
    age = number_at(wording, at)
    ends = at + 1 == len(wording) or wording.lemma[at + 1] in _BEHIND
    return age if age is not None and ends and _YOUNGEST <= age <= _OLDEST else None


def _find_misspelled(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the first name of each last name, but for families, and the last name of each first name."""
    families = _families(wordings)
    for number, wording in enumerate(wordings):
        for name in persons_in(wording):
            words = words_of(wording, name)
            if len(words) > 1 and min(len(words[0]), len(words[-1])) >= _LEAST:
                yield Fact(f"first {words[0]}", Side(number, unit_of(name)), words[-1])
                if words[-1] not in families:
                    yield Fact(f"last {words[-1]}", Side(number, unit_of(name)), words[0])


def _are_misspelled(one: Stated, other: Stated) -> bool:
    return are_near(one.fact.value, other.fact.value)


OTHER_NAME_RELATIONS: tuple[Relation, ...] = (
    Relation("first name", "name", _find_first_names, are_other_first_names),
    Relation("misspelled name", "name", _find_misspelled, _are_misspelled),
)
