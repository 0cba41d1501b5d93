"""What reports tell of whoever has a role: the name, and whether it is a man or a woman."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.compare.names import compare_names, name_words
from variorum.collate.differences import Unit, unit_of
from variorum.collate.findings.facts.fact import Fact, Relation, Stated, have_other_values
from variorum.collate.findings.facts.persons.persons import can_be_one, words_of
from variorum.collate.findings.facts.persons.roles import roles_of
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_keys, load_words
from variorum.model.span import ReportId

_words = partial(load_words, "en", "persons")
# A first name and a last name.
_FULL = 2


def _find_names(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the names of those who have a role, and of each the sentences in which the other reports name them."""
    facts: dict[str, list[Fact]] = defaultdict(list)
    for role in roles_of(wordings):
        if role.name is None or role.role.split()[-1] not in _words("held_by_one"):
            continue
        words = words_of(wordings[role.number], role.name)
        if len(words) >= _FULL:
            facts[role.role].append(Fact(role.role, Side(role.number, unit_of(role.name)), " ".join(words)))
    for about, told in sorted(facts.items()):
        names = sorted({fact.value for fact in told})
        if len(names) > 1:
            yield from told
            yield from (fact for name in names for fact in _named_elsewhere(wordings, about, name, told))


def _named_elsewhere(wordings: Sequence[Wording], about: str, name: str, told: Sequence[Fact]) -> Iterator[Fact]:
    """A sentence of each report that names somebody by the last name, though not with the role."""
    last = name.rsplit(maxsplit=1)[-1]
    seen: set[ReportId] = set()
    for fact in told:
        if fact.value == name:
            seen |= wordings[fact.side.wording].reports
    for number, wording in enumerate(wordings):
        if not wording.reports <= seen and last in wording.key:
            seen |= wording.reports
            yield Fact(about, Side(number, Unit(0, 1, None)), name)


def _are_two(one: Stated, other: Stated) -> bool:
    """Whether two names are of two people: they share no word, or the last name alone."""
    names = [name_words(each.fact.value) for each in (one, other)]
    if one.fact.side.unit.value is None or other.fact.side.unit.value is None:
        return False
    if compare_names(one.fact.value, other.fact.value).outcome != "differs" or can_be_one(names[0][0], names[1][0]):
        return False
    return not set(names[0]) & set(names[1])


def _find_sexes(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield whether who has a role is told to be a man or a woman: "the doctor himself", "the female doctor"."""
    for role in roles_of(wordings):
        wording = wordings[role.number]
        for index in (*wording.children[role.noun], *_own(wording, role.noun)):
            sex = load_keys("en", "persons", "sexes").get(wording.word(index).lower())
            if sex is not None:
                yield Fact(role.role, Side(role.number, Unit(index, index + 1, None)), sex)


def _own(wording: Wording, noun: int) -> Iterator[int]:
    """The words "himself" and "herself", and "his" and "her" before "own", after the subject that they stand for."""
    verb = wording.head[noun]
    if wording.subject_of(verb) != noun:
        return
    for index in range(noun + 1, len(wording)):
        if wording.dep[index] in ("nsubj", "nsubjpass") and wording.lemma[index] not in ("who", "that"):
            return
        own = index + 1 < len(wording) and wording.lemma[index + 1] == "own"
        if wording.word(index).lower() in ("himself", "herself") or own:
            yield index


ROLE_RELATIONS: tuple[Relation, ...] = (
    Relation("role holder", "name", _find_names, _are_two),
    Relation("sex", "description", _find_sexes, have_other_values),
)
