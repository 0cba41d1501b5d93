"""Whom somebody succeeded, and by whom: "Ann Berg succeeded Ole Moe", "Ole Moe was replaced by Ann Berg"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.compare.names import compare_names
from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.facts.clauses import is_passive
from variorum.collate.findings.facts.conditions.moods import mood_of
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.named import is_person
from variorum.collate.findings.facts.persons.persons import Persons, persons_of
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words
from variorum.text.fold import fold
from variorum.text.spelling import spell_alike

_words = partial(load_words, "en", "posts", "words")
_FORMER, _LATTER = "whom", "by whom"


def find_successions(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield for each who succeeded somebody whom, and for each who was succeeded by whom."""
    persons: Persons | None = None
    for number, wording in enumerate(wordings):
        for at, lemma in enumerate(wording.lemma):
            if lemma not in _words("succeeding") or wording.pos[at] not in ("VERB", "NOUN"):
                continue
            # "Had hoped to succeed Berg" tells nobody's successor.
            if wording.pos[at] == "NOUN" or mood_of(wording, at, at).way == "affirmed":
                persons = persons or persons_of(wordings)
                yield from _facts(number, wording, at, persons)


def _facts(number: int, wording: Wording, at: int, persons: Persons) -> Iterator[Fact]:
    former, latter = _of_verb(wording, at) if wording.pos[at] == "VERB" else _of_noun(wording, at)
    if former is None or latter is None:
        return
    keys = persons.key_of(wording, former), persons.key_of(wording, latter)
    if keys[0] is not None and keys[1] is not None and keys[0] != keys[1]:
        yield Fact(f"{_FORMER} {keys[1]}", Side(number, unit_of(former)), keys[0])
        yield Fact(f"{_LATTER} {keys[0]}", Side(number, unit_of(latter)), keys[1])


def _of_verb(wording: Wording, verb: int) -> tuple[Value | None, Value | None]:
    """Who is succeeded by a verb, and who succeeds: its object and subject, or its subject and whom "by" names."""
    passive = is_passive(wording, verb)
    subject = _alone(wording, wording.subject_of(verb))
    if passive or wording.tag[verb] == "VBN":
        by = next((i for i in wording.children[verb] if wording.lemma[i] == "by"), None)
        below = wording.children[by] if by is not None else ()
        return subject, _alone(wording, next((i for i in below if wording.dep[i] == "pobj"), None))
    objects = [i for i in wording.children[verb] if wording.dep[i] == "dobj"]
    return _alone(wording, objects[0] if objects else None), subject


def _of_noun(wording: Wording, noun: int) -> tuple[Value | None, Value | None]:
    """Both in "Berg's successor, Moe" and in "Moe, the successor of Berg", where the noun is no predecessor."""
    owner = next((i for i in wording.children[noun] if wording.dep[i] == "poss"), None)
    if owner is None:
        of = next((i for i in wording.children[noun] if wording.lemma[i] in ("of", "to")), None)
        owner = next((i for i in wording.children[of] if wording.dep[i] == "pobj"), None) if of is not None else None
    beside = [i for i in wording.children[noun] if wording.dep[i] == "appos"]
    beside += [wording.head[noun]] if wording.dep[noun] == "appos" else []
    one, other = _alone(wording, owner), _alone(wording, beside[0] if beside else None)
    return (other, one) if wording.lemma[noun] == "predecessor" else (one, other)


def _alone(wording: Wording, index: int | None) -> Value | None:
    """The person whom a word names, no one of several."""
    value = wording.value_at.get(index) if index is not None else None
    if value is None or not is_person(value):
        return None
    joined = any(wording.dep[i] == "conj" for i in wording.children[top_of(wording, unit_of(value))])
    return None if joined else value


def are_two_people(one: Stated, other: Stated) -> bool:
    """Return whether two names are of two people, none of them a spelling of the other."""
    names = [each.wording.words(each.fact.side.unit.first, each.fact.side.unit.end) for each in (one, other)]
    if one.fact.value == other.fact.value or compare_names(*names).outcome != "differs":
        return False
    last, partner = (fold(name).split()[-1] for name in names)
    return not spell_alike(last, partner)


SUCCESSION_RELATIONS: tuple[Relation, ...] = (Relation("succession", "name", find_successions, are_two_people),)
