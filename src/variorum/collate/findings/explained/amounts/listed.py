"""Figures of two entries of a list: "Berg had 14 points and Holm 13", "seven rifles and three boats".

Rules of `explainer.py`; words are in `lang/en/listed.toml`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from variorum.collate.compare.names import compare_names, name_words
from variorum.collate.compare.words import are_opposites, relation_of_words
from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.counting.tally_acts import noun_of
from variorum.collate.findings.explained.amounts.ages import is_age
from variorum.collate.findings.explained.amounts.apart import (
    are_alike,
    can_be_one,
    is_borne,
    is_count,
    size_of,
    type_of,
)
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.explained.tight import is_tight
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words

# Governors of a figure that are looked at up to its verb, and words around one that tell whose it is.
_STEPS = 6
_REACH = 4
_OLDEST = 120
# Words of a record before a figure: "(52-3-1, ".
_RECORD = 8
_OPENING = frozenset({",", "("})
_CLOSING = frozenset({",", ")", ".", ";", ""})
_MAKING = frozenset({"dobj", "pobj", "prep", "npadvmod", "nummod", "compound", "conj", "quantmod", "amod", "advmod"})
_words = partial(load_words, "en", "listed", "words")


def of_two_named(setting: Setting, pair: Pair) -> bool:
    """Figures of two people, where a list tells whose each is: "Berg had 14 points and Holm 13", "Holm had 13"."""
    (left, one), (right, other) = setting.sides(pair)
    if not (is_borne(one) and is_borne(other)):
        return False
    records = _of_record(left, one), _of_record(right, other)
    if records[0] is not None and records[1] is not None:
        return are_two_people(setting, (left, records[0]), (right, records[1]))
    bearers = _bearer(left, one), _bearer(right, other)
    if bearers[0] is None or bearers[1] is None or can_be_one(setting, (left, bearers[0]), (right, bearers[1])):
        return False
    # The list gives the other one a figure of its own.
    return _is_listed(setting, (left, one), (right, bearers[1])) or _is_listed(
        setting, (right, other), (left, bearers[0])
    )


def _of_record(wording: Wording, value: Value) -> Value | None:
    """The person behind whose name a figure stands in a record: "Berg (52-3, 46 KOs)", "Holm, 43-1, 33 KOs"."""
    index, digits = value.first - 1, False
    while (
        index > 0 and (not wording.is_content[index] or wording.pos[index] == "NUM") and index >= value.first - _RECORD
    ):
        name = wording.value_at.get(index)
        if name is not None and type_of(name) == "PERSON":
            break
        if wording.pos[index] in ("VERB", "AUX", "CCONJ", "ADP", "DET", "PRON", "PART"):
            return None
        digits |= wording.pos[index] == "NUM"
        index -= 1
    name = wording.value_at.get(index)
    return name if digits and name is not None and type_of(name) == "PERSON" else None


def _is_listed(setting: Setting, told: tuple[Wording, Value], bearer: tuple[Wording, Value]) -> bool:
    """Whether a sentence gives a figure of the kind of one of its own to the bearer of another sentence's."""
    wording, value = told
    for each in wording.values:
        if each is value or not is_borne(each) or not _are_of_one_kind(value, each):
            continue
        name = _bearer(wording, each)
        if name is not None and can_be_one(setting, (wording, name), bearer):
            return True
    return False


def _are_of_one_kind(one: Value, other: Value) -> bool:
    """Whether two figures can measure the same; a bare number may take up a unit ("ran 226 yards and Holm 101")."""
    if one.quantity is None or other.quantity is None:
        return one.quantity is None and other.quantity is None
    if (one.quantity.kind, one.quantity.unit) == (other.quantity.kind, other.quantity.unit):
        return True
    bare = any(
        each.quantity is not None and each.quantity.of is None and each.quantity.kind == "count"
        for each in (one, other)
    )
    return bare and "measure" in (one.quantity.kind, other.quantity.kind)


def _bearer(wording: Wording, value: Value) -> Value | None:
    """The one person who made a figure: the subject of the verb that it completes; None where nobody is named alone."""
    index = top_of(wording, unit_of(value))
    for _ in range(_STEPS):
        if wording.pos[index] in ("VERB", "AUX") or wording.dep[index] not in _MAKING:
            break
        index = wording.head[index]
    if wording.pos[index] not in ("VERB", "AUX") or (wording.tag[index] == "VBN" and wording.dep[index] == "acl"):
        return None
    subject = wording.subject_of(index)
    if subject is None or any(wording.dep[i] == "conj" for i in wording.children[subject]):
        return None
    name = wording.value_at.get(subject)
    return name if name is not None and type_of(name) == "PERSON" else None


def of_two_ages_listed(setting: Setting, pair: Pair) -> bool:
    """Ages right behind two names ("Berg, 47, and Holm, 48"), or of one whom "and" sets beside another one's age.

    "The 80-year-old and his bride Anna Holm", "Anna Holm, 26".
    """
    sides = setting.sides(pair)
    aged = [_aged(wording, value) for wording, value in sides]
    if aged[0] is not None and aged[1] is not None:
        return are_two_people(setting, (sides[0][0], aged[0]), (sides[1][0], aged[1]))
    for (wording, value), partner, name in ((*sides[:1], sides[1][0], aged[1]), (*sides[1:], sides[0][0], aged[0])):
        beside = _set_beside(wording, value)
        if beside is not None and name is not None and can_be_one(setting, (wording, beside), (partner, name)):
            return True
    return False


def are_two_people(setting: Setting, left: tuple[Wording, Value], right: tuple[Wording, Value]) -> bool:
    """Return whether two names are of two people; those of one family have two first names and the same last one."""
    if not can_be_one(setting, left, right):
        return True
    names = [wording.words(value.first, value.end) for wording, value in (left, right)]
    words = [name_words(name) for name in names]
    full = all(len(each) > 1 for each in words)
    return full and words[0][0][:1] != words[1][0][:1] and compare_names(*names).outcome == "differs"


def _aged(wording: Wording, value: Value) -> Value | None:
    """The person right behind whose name an age stands between commas or in brackets."""
    if not (is_age(value) or (_is_bare(value) and 0 < size_of(value) < _OLDEST and float(size_of(value)).is_integer())):
        return None
    after = wording.word(value.end) if value.end < len(wording) else ""
    if value.first < 2 or wording.word(value.first - 1) not in _OPENING or after not in _CLOSING:
        return None
    name = wording.value_at.get(value.first - 2)
    return name if name is not None and type_of(name) == "PERSON" else None


def _is_bare(value: Value) -> bool:
    quantity = value.quantity
    return quantity is not None and quantity.kind == "count" and quantity.of is None and quantity.unit is None


def _set_beside(wording: Wording, value: Value) -> Value | None:
    """The person whom "and" joins to somebody told by an age alone: "the 80-year-old and his bride, Anna Holm"."""
    if not is_age(value) or value.end >= len(wording) or wording.lemma[value.end] != "and":
        return None
    near = (wording.value_at.get(i) for i in range(value.end + 1, min(len(wording), value.end + 2 * _REACH)))
    names = [each for each in near if each is not None and type_of(each) == "PERSON"]
    # Layers may part a name in two.
    together = [each for each in names if each.first <= names[0].end + 1]
    return together[-1] if together else None


def of_another_item(setting: Setting, pair: Pair) -> bool:
    """Counts of two things, of which one sentence counts both: "nine rifles", "seven rifles and three machine guns"."""
    (left, one), (right, other) = setting.sides(pair)
    if not (is_count(one) and is_count(other)) or is_tight(pair):
        return False
    things = _thing(left, one), _thing(right, other)
    if things[0] is None or things[1] is None:
        return False
    nouns = left.lemma[things[0]], right.lemma[things[1]]
    persons = load_words("en", "rows", "words", "persons")
    if nouns[0] == nouns[1] or persons & {*nouns} or relation_of_words(*nouns) == "same":
        return False
    return _counts_too(right, other, left, things[0]) or _counts_too(left, one, right, things[1])


def _counts_too(wording: Wording, value: Value, other: Wording, thing: int) -> bool:
    """Whether a sentence counts what another one does; the guns of "seven pistols and two other guns" are none."""
    for each in wording.values:
        if each is value or not is_count(each) or wording.lemma[min(each.end, len(wording) - 1)] in _words("rest"):
            continue
        noun = _thing(wording, each)
        if noun is not None and wording.lemma[noun] == other.lemma[thing]:
            kinds = _modifiers(wording, noun), _modifiers(other, thing)
            return not all(kinds) or bool(kinds[0] & kinds[1])  # "ambulance crews", "rescue crews"
    return False


def _thing(wording: Wording, value: Value) -> int | None:
    """The noun that a count stands before, the last of several: "rifles" of "seven Kvam-9 assault rifles"."""
    noun = noun_of(wording, unit_of(value))
    index = noun if noun is not None else top_of(wording, unit_of(value))
    for _ in range(_STEPS):
        if wording.dep[index] not in ("compound", "nmod", "nummod") or wording.head[index] < index:
            break
        index = wording.head[index]
    return index if wording.pos[index] in ("NOUN", "PROPN") and index not in range(value.first, value.end) else None


def _modifiers(wording: Wording, noun: int) -> set[str]:
    return {wording.lemma[i] for i in wording.children[noun] if wording.dep[i] in ("compound", "amod", "nmod")}


def of_two_towns(setting: Setting, pair: Pair) -> bool:
    """How many live in two places: "the island, home to 120,000 people", "Voss, a city of 500,000"."""
    (left, one), (right, other) = setting.sides(pair)
    if not (is_count(one) and is_count(other)) or is_tight(pair):
        return False
    places = _settled(left, one), _settled(right, other)
    if places[0] is None or places[1] is None:
        return False
    kinds, names = (
        [_kinds(left, places[0]), _kinds(right, places[1])],
        [_names(left, places[0]), _names(right, places[1])],
    )
    if all(names):
        return not names[0] & names[1]
    return all(kinds) and not kinds[0] & kinds[1]


def _settled(wording: Wording, value: Value) -> int | None:
    """The place whose people a count is: "a city of 500,000", "the island is home to 9,000"; None for others."""
    noun = noun_of(wording, unit_of(value))
    index = noun if noun is not None and noun >= value.end else top_of(wording, unit_of(value))
    above = wording.head[index]
    if wording.dep[index] != "pobj" or wording.lemma[above] not in ("of", "to"):
        return None
    place = wording.head[above]
    if wording.lemma[above] == "of" and wording.lemma[place] in _words("settled"):
        return place
    if wording.lemma[place] not in _words("dwelling"):
        return None
    if wording.lemma[wording.head[place]] == "be":
        return _told_of(wording, wording.head[place])
    # "The island, home to": what stands before the comma.
    return place - 2 if place > 1 and wording.word(place - 1) == "," else None


def _told_of(wording: Wording, verb: int) -> int | None:
    """The subject of a verb, in a relative clause (or in what "and" joins to one) what the clause is of."""
    for _ in range(_STEPS):
        if wording.dep[verb] == "relcl":
            return wording.head[verb]
        if wording.dep[verb] != "conj":
            break
        verb = wording.head[verb]
    return wording.subject_of(verb)


def _kinds(wording: Wording, place: int) -> set[str]:
    return {wording.lemma[place]} & _words("settled")


def _names(wording: Wording, place: int) -> set[str]:
    """The words of the name of a place: before it, or what it stands in apposition to."""
    near = {place, *(i for i in wording.children[place] if wording.dep[i] in ("compound", "appos", "nmod"))}
    near |= {wording.head[place]} if wording.dep[place] == "appos" else set()
    found = (wording.value_at.get(i) for i in near)
    return {
        wording.key[i]
        for each in found
        if each is not None and each.mention is not None
        for i in range(each.first, each.end)
    }


def of_two_kinds(setting: Setting, pair: Pair) -> bool:
    """Counts of two kinds that exclude each other: "four former members", "two current members"."""
    (left, one), (right, other) = setting.sides(pair)
    if not (is_count(one) and is_count(other)) or is_tight(pair):
        return False
    things = _thing(left, one), _thing(right, other)
    if things[0] is None or things[1] is None or not are_alike(left, things[0], right, things[1]):
        return False
    kinds, others = _kinds_of(left, things[0]), _kinds_of(right, things[1])
    return any(_exclude(a, b) for a in kinds for b in others)


def _kinds_of(wording: Wording, noun: int) -> list[str]:
    return [wording.lemma[i] for i in wording.children[noun] if wording.dep[i] == "amod" and i < noun]


def _exclude(one: str, other: str) -> bool:
    former, current = load_words("en", "progress", "words", "former"), _words("current")
    both = (one in former and other in current) or (other in former and one in current)
    return both or are_opposites(one, other)


def of_last_and_those_before(setting: Setting, pair: Pair) -> bool:
    """How many there are, and how many were before the last: "seven sons", "the seventh son, born after six boys"."""
    for (wording, value), (other, before) in (setting.sides(pair), setting.sides(pair)[::-1]):
        if not (is_count(value) and is_count(before)) or size_of(value) - size_of(before) != 1.0:
            continue
        if size_of(before) == 1.0:  # "second" is a length of time as well
            continue
        noun = noun_of(wording, unit_of(value))
        for each in other.values if noun is not None else ():
            last = other.head[top_of(other, unit_of(each))]
            if (
                each.kind == "ordinal"
                and size_of(each) == size_of(value)
                and are_alike(wording, noun or 0, other, last)
            ):
                return True
    return False


def of_the_rest(setting: Setting, pair: Pair) -> bool:
    """Some of those told before, and more of them: "the other two" or "its two other boats", "three boats"."""
    sides = setting.sides(pair)
    if not all(is_count(value) for _, value in sides) or is_tight(pair):
        return False
    rest = [_is_rest(wording, value) for wording, value in sides]
    sizes = [size_of(value) for _, value in sides]
    return (rest[0] and not rest[1] and sizes[0] < sizes[1]) or (rest[1] and not rest[0] and sizes[1] < sizes[0])


def _is_rest(wording: Wording, value: Value) -> bool:
    before = wording.lemma[max(0, value.first - 2) : value.first]
    if len(before) > 1 and before[0] == "the" and before[1] in _words("rest"):
        return True
    noun = value.end + 1
    return noun < len(wording) and wording.word(value.end).lower() in _words("rest") and wording.pos[noun] == "NOUN"


LISTED_RULES: tuple[Callable[[Setting, Pair], bool], ...] = (
    of_two_named,
    of_two_ages_listed,
    of_another_item,
    of_two_towns,
    of_two_kinds,
    of_the_rest,
    of_last_and_those_before,
)
