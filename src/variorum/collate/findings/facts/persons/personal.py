"""What reports state outright of a person: age, children, brothers and sisters, people; where from and whose kin.

Only what stands beside a name, or beside "he" and "she" where one person alone was named before, counts: set off by
commas, right before the name, or after "is" and "was".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.differences import Unit, unit_of
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.persons.aged import AGED_RELATIONS
from variorum.collate.findings.facts.persons.beside_names import Spot, is_person, persons_in
from variorum.collate.findings.facts.persons.homes import HOME_RELATIONS, KINGDOM, place_at
from variorum.collate.findings.facts.persons.kin import KIN_RELATIONS
from variorum.collate.findings.facts.persons.told_beside import (
    HYPHENS,
    Reading,
    Told,
    find_stated,
    number_at,
    phrase_before,
    phrase_from,
    relation_of,
)
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words
from variorum.text.gazetteer import find_known

_words = partial(load_words, "en", "persons")
_OLDEST, _GROWN = 115, 10
_ENDS = frozenset({",", ".", ";", "and", "of", "from", "who"})
_LISTING, _WHENCE = frozenset({";", "—"}), frozenset({"of", "from"})
# Two mothers of one story seldom have nearly as many children; one is often told to have more or fewer by so many.
_MISCOUNTED = 2
# Words in which all who are left behind are told.
_LEFT = 14


# Age


def _age_beside(wording: Wording, spot: Spot) -> Told | None:
    at = spot.at
    if wording.lemma[at] == "who" and at + 1 < len(wording):
        at += 1
    if at + 1 < len(wording) and wording.word(at).lower() in ("aged", "age", "turned"):
        return _bare_age(wording, at + 1, is_told=True)
    if spot.how == "direct" and wording.lemma[at] in _words("dying"):
        return _age_at_death(wording, at)
    if spot.how == "apposed" and spot.order == 0 and at == spot.at and (told := _bare_age(wording, at)):
        return told
    if spot.how in ("is", "was"):
        told = _age_at(wording, at) or _bare_age(wording, at)
        return None if told and spot.how == "was" and _is_of_once(wording, told.end) else told
    if wording.pos[at] == "DET" and spot.how == "apposed":
        ages = (_age_at(wording, index) or _rough_age_at(wording, index) for index in phrase_from(wording, at))
        return next((told for told in ages if told is not None), None)
    return _rough_age_at(wording, at) if spot.how in ("apposed", "is") else None


def _rough_age_at(wording: Wording, at: int) -> Told | None:
    """The years between which somebody is who is told as "a teenager" or "in her 40s"."""
    if wording.lemma[at] in _words("teenagers"):
        # A "teen star" may be of any age, and a "former teenage champion" is.
        noun = at + 1 < len(wording) and wording.pos[at + 1] in ("NOUN", "PROPN", "ADJ")
        alone = not noun or is_person(wording.value_at.get(at + 1)) or wording.lemma[at + 1] in _words("unnamed")
        once = at > 0 and wording.lemma[at - 1] in ("former", "then", "onetime", "one-time")
        return Told(at, at + 1, "13-19") if alone and not once else None
    decade = wording.word(at + 2) if at + 2 < len(wording) else ""
    if wording.lemma[at] != "in" or wording.word(at + 1).lower() not in ("his", "her") or decade[1:] != "0s":
        return None
    return Told(at + 2, at + 3, f"{decade[:2]}-{decade[0]}9") if decade[0].isdigit() else None


def _age_of_dead(wording: Wording, spot: Spot) -> Told | None:
    """What "he was 84." and "she died at 84" tell. Other ages told of "he" are mostly those of another day."""
    if spot.how == "direct" and wording.lemma[spot.at] in _words("dying"):
        return _age_at_death(wording, spot.at)
    ends = wording.word(spot.at + 1) == "." if spot.at + 1 < len(wording) else True
    return _bare_age(wording, spot.at, is_told=True) if spot.how == "was" and ends else None


def _age_at_death(wording: Wording, at: int) -> Told | None:
    """What "died on Friday at the age of 84", "died at 84" and "died, aged 84" tell."""
    for index in range(at + 1, min(at + _LEFT, len(wording) - 1)):
        if wording.pos[index] == "VERB" or is_person(wording.value_at.get(index)):
            return None
        word, after = wording.word(index).lower(), index + 1
        if word in ("aged", "age"):
            return _bare_age(wording, after + (wording.lemma[after] == "of"), is_told=True)
        if word == "at" and (told := _bare_age(wording, after)) is not None:
            return told
    return None


def _bare_age(wording: Wording, at: int, *, is_told: bool = False) -> Told | None:
    """An age that is no more than a number: after "aged", or between commas."""
    number = number_at(wording, at)
    if number is None or not 0 < number <= _OLDEST or _is_of_once(wording, at + 1):
        return None
    value = wording.value_at.get(at)
    after = wording.lemma[at + 1] if at + 1 < len(wording) else "."
    if after == "and" and number_at(wording, at + 2) is not None:
        # "Ann Berg and Ole Dahl, 34 and 36".
        return None
    read_so = value is not None and value.quantity is not None and value.quantity.unit == "year"
    if value is not None and value.quantity is not None and value.quantity.approximate:
        return None
    # A bare count may be a score or a number of anything, but "Berg, 34 of Bergen;".
    in_list = number >= _GROWN and (after in _LISTING or (after in _WHENCE and place_at(wording, at + 2) is not None))
    return Told(at, at + 1, str(number)) if is_told or in_list or (read_so and after in _ENDS) else None


def _age_at(wording: Wording, at: int) -> Told | None:
    """An age that says so: "34-year-old", "34 years old"."""
    value = wording.value_at.get(at)
    quantity = value.quantity if value is not None else None
    if value is None or quantity is None or quantity.unit != "year" or value.first != at or quantity.value is None:
        return None
    if not any(wording.lemma[i] == "old" for i in range(value.first, min(value.end + 1, len(wording)))):
        return None
    unsure = any(wording.word(i).lower().split("-")[0] in _words("unsure") for i in range(max(0, at - 2), at + 1))
    if quantity.approximate or unsure or not quantity.value.is_integer():
        return None
    return Told(value.first, value.end, f"{quantity.value:g}")


def _is_of_once(wording: Wording, at: int) -> bool:
    """Whether an age is one of an earlier day: "was 17 when", "was 17 at the time"."""
    return at < len(wording) and wording.lemma[at] in _words("once")


def _age_before(wording: Wording, name: Value) -> Told | None:
    for index in phrase_before(wording, name):
        value = wording.value_at.get(index)
        if value is not None and value.quantity is not None and value.quantity.unit == "year":
            return _age_at(wording, value.first)
        if (told := _rough_age_at(wording, index)) is not None:
            return told
    return None


# Children and siblings


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


_CHILDREN = Reading(_children_beside, _children_before, _children_beside, of_aged=True, cues=("parents", "children"))


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


def _siblings_beside(wording: Wording, spot: Spot) -> Told | None:
    for at in phrase_from(wording, spot.at):
        if wording.word(at).lower() in _words("ranked") and at + 3 < len(wording) and wording.lemma[at + 1] == "of":
            number = number_at(wording, at + 2)
            if number is not None and wording.lemma[at + 3] in _words("siblings"):
                return Told(at + 2, at + 3, str(number))
    return None


_SIBLINGS = Reading(_siblings_beside, None, _siblings_beside, cues=("siblings",))


# People


def _nation_beside(wording: Wording, spot: Spot) -> Told | None:
    """What "a Norwegian" and "a Norwegian fisherman" tell."""
    at = spot.at
    if spot.how == "direct" or wording.pos[at] != "DET" or at + 2 >= len(wording):
        return None
    ends = wording.pos[at + 2] == "PUNCT" and wording.word(at + 2) not in HYPHENS
    return _people_at(wording, at + 1) if ends or wording.lemma[at + 2] in _words("nationals") else None


def _nation_before(wording: Wording, name: Value) -> Told | None:
    at = name.first - 1
    return _people_at(wording, at - 1) if at >= 1 and wording.lemma[at] in _words("nationals") else None


def _people_at(wording: Wording, at: int) -> Told | None:
    known = find_known(wording.word(at))
    if known is None or known.kind != "people" or not known.country or (at and wording.word(at - 1) in HYPHENS):
        return None
    return Told(at, at + 1, "GB" if known.country in KINGDOM else known.country)


def _other_age(one: Stated, other: Stated) -> bool:
    """Whether two ages, or the years between which one lies, have none in common."""
    (low, high), (low_other, high_other) = (
        (int(years[0]), int(years[-1])) for years in (each.fact.value.split("-") for each in (one, other))
    )
    return max(low, low_other) > min(high, high_other)


def _other_value(one: Stated, other: Stated) -> bool:
    return one.fact.value != other.fact.value


PERSON_RELATIONS: tuple[Relation, ...] = (
    relation_of("age", "figure", Reading(_age_beside, _age_before, _age_of_dead), _other_age),
    Relation("children", "figure", _find_children, _other_value),
    relation_of("siblings", "figure", _SIBLINGS, _other_value),
    relation_of("nation", "description", Reading(_nation_beside, _nation_before, of_aged=True), _other_value),
    *HOME_RELATIONS,
    *KIN_RELATIONS,
    *AGED_RELATIONS,
)
