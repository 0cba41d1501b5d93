"""How many children persons have: "a mother of three", "is survived by three children"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.differences import Unit, unit_of
from variorum.collate.findings.facts.fact import Fact, Relation, have_other_values
from variorum.collate.findings.facts.named import persons_in
from variorum.collate.findings.facts.persons.beside_names import Spot
from variorum.collate.findings.facts.persons.told_beside import (
    HYPHENS,
    Reading,
    Told,
    find_stated,
    number_at,
    phrase_before,
    phrase_from,
)
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "persons")
# Two mothers of one story seldom have nearly as many children; one is often told to have more or fewer by so many.
_MISCOUNTED = 2
# Words in which all who are left behind are told.
_LEFT = 14


def _children_beside(wording: Wording, spot: Spot) -> Told | None:
    at = spot.at + (wording.lemma[spot.at] == "who")
    if at + 2 < len(wording) and wording.lemma[at] == "have" and wording.tag[at] in ("VBZ", "VBD"):
        number = number_at(wording, at + 1)
        if number is not None and wording.lemma[at + 2] in _words("children"):
            return Told(at + 1, at + 2, str(number))
    if (spot.how == "is" and wording.lemma[spot.at : spot.at + 2] == ["survive", "by"]) or wording.lemma[at] == "leave":
        return _children_left(wording, spot.at)
    if spot.how == "direct":
        return None
    return next((told for at in phrase_from(wording, spot.at) if (told := _parent_of(wording, at)) is not None), None)


def _children_left(wording: Wording, at: int) -> Told | None:
    """The children of somebody who "is survived by his wife, Ann, and three children"."""
    for index in range(at, min(at + _LEFT, len(wording) - 1)):
        number = number_at(wording, index)
        if number is not None and wording.lemma[index + 1] in _words("children"):
            return Told(index, index + 1, str(number))
    return None


def _parent_of(wording: Wording, at: int) -> Told | None:
    """How many children "a mother of three" has."""
    if wording.lemma[at] not in _words("parents"):
        return None
    after = [i for i in range(at + 1, min(at + 6, len(wording))) if wording.word(i) not in HYPHENS]
    if len(after) < 2 or wording.lemma[after[0]] != "of":
        return None
    number = number_at(wording, after[1])
    # "Of two boys" and "of three young children" may be some of them.
    of_some = len(after) > 2 and wording.pos[after[2]] in ("NOUN", "ADJ", "NUM")
    if number is None or (of_some and wording.lemma[after[2]] not in _words("children")):
        return None
    return Told(after[1], after[1] + 1, str(number))


def _children_before(wording: Wording, name: Value) -> Told | None:
    told = (_parent_of(wording, index) for index in phrase_before(wording, name))
    return next((each for each in told if each is not None), None)


_CHILDREN = Reading(
    _children_beside, _children_before, _children_beside, of_aged=True, of_role=True, cues=("parents", "children")
)


def _find_children(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield how many children persons have; "a mother of 12" without a name is the one mother whom the story names."""
    facts = list(find_stated(_CHILDREN, wordings))
    yield from facts
    if len({fact.about for fact in facts}) != 1:
        return
    taken = {(fact.side.wording, fact.side.unit.first) for fact in facts}
    parents = {lemma for fact in facts for lemma in _parent_before(wordings[fact.side.wording], fact.side.unit.first)}
    for number, wording in enumerate(wordings):
        for at, lemma in enumerate(wording.lemma):
            told = _parent_of(wording, at) if lemma in parents and not any(persons_in(wording)) else None
            if told is None or (number, told.first) in taken:
                continue
            if any(abs(int(told.value) - int(fact.value)) <= _MISCOUNTED for fact in facts):
                value = wording.value_at.get(told.first)
                unit = unit_of(value) if value is not None else Unit(told.first, told.end, None)
                yield Fact(facts[0].about, Side(number, unit), told.value)


def _parent_before(wording: Wording, at: int) -> Iterator[str]:
    """The "mother" of "mother of three", by the place of the number."""
    for index in range(max(0, at - 4), at):
        if wording.lemma[index] in _words("parents"):
            yield wording.lemma[index]


FAMILY_RELATIONS: tuple[Relation, ...] = (Relation("children", "figure", _find_children, have_other_values),)
