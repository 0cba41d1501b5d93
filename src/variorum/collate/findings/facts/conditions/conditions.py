"""States of one person or thing that exclude each other, and acts that one report tells and another denies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.conditions.comments import find_comments
from variorum.collate.findings.facts.conditions.denied_acts import (
    acts_exclude,
    clash,
    find_acts,
    settings_of,
    side_of,
)
from variorum.collate.findings.facts.conditions.nobody import NOBODY_RELATIONS
from variorum.collate.findings.facts.conditions.predications import (
    ANY,
    Predication,
    find_predications,
    named_at,
)
from variorum.collate.findings.facts.conditions.stage_holders import holders_of
from variorum.collate.findings.facts.conditions.stages import settings_at
from variorum.collate.findings.facts.fact import Fact, Relation, Stated, have_other_values
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.senses import is_kind_of, load_senses
from variorum.lang.tables import load_keys, load_table, load_words

# Words from a noun to the figure that tells which one it is.
_REACH = 4
_words = partial(load_words, "en", "conditions", "words")
_grades = partial(load_keys, "en", "conditions", "grades")


def _find(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the acts, the states and the grades of what sentences tell, which are read but once."""
    told = list(find_predications(wordings))
    yield from find_acts(wordings, told)
    yield from _find_states(wordings, told)
    yield from _find_grades(wordings, told)
    yield from find_comments(wordings, told, partial(side_of, wordings))


def _exclude(one: Stated, other: Stated) -> bool:
    """Whether two facts of one thing exclude each other, by what they are of."""
    kind = one.fact.about.split(" ", 1)[0]
    return _EXCLUDING[kind](one, other)


def _find_states(wordings: Sequence[Wording], all_told: Sequence[Predication]) -> Iterator[Fact]:
    for told in all_told:
        known = _states().get(told.name)
        if known is None or told.way == "soft":
            continue
        who, (row, side) = whose_state(wordings[told.wording], told), known.split()
        if row in _words("passing") and _is_a_step(wordings[told.wording], told.verb):
            continue
        # A gun is fired too.
        if who is not None and (row != "leaving" or _may_be_person(who)):
            yield Fact(f"state {row} {who}", side_of(wordings, told), f"{side} {told.way} {told.when}")


def _is_a_step(wording: Wording, verb: int) -> bool:
    """Whether a sentence tells what came next, so that another moment's state may be another: "soon after, ..."."""
    adverbs = [i for i in wording.children[verb] if wording.dep[i] == "advmod"]
    return any(wording.lemma[i] in _words("next") for above in adverbs for i in (above, *wording.children[above]))


def whose_state(wording: Wording, told: Predication) -> str | None:
    """Return whose state it is: of a verb that befalls one its object, else its subject; None where not known."""
    does = told.is_state or told.name in _words("own")
    if does and told.passive:
        return None
    key, word = (told.agent, told.subject) if does else (told.patient, told.subject if told.passive else told.thing)
    if word is None or key == "":
        return None
    person = holders_of(told.of.people.wordings).person(told.wording, wording, word)
    return person if person is not None or key == ANY else _known_as(wording, word, key)


def _known_as(wording: Wording, word: int, key: str) -> str | None:
    """By what a word that is no one person's role is known; None where it may stand for several."""
    if (named := named_at(wording, word)) is not None:
        return key if named.first <= word < named.end else key.rsplit(maxsplit=1)[-1]
    if wording.pos[word] == "PRON" and word not in wording.value_at:
        return key
    if word in wording.value_at or wording.tag[word] != "NN" or key in _words("anybody"):
        return None
    beside = [wording.lemma[i] for i in wording.children[word]]
    if narrowed := _words("narrowed").intersection(beside):
        return " ".join((*sorted(narrowed), key))  # "the left door"
    if _words("definite").isdisjoint(beside):
        figures = [wording.key[i] for i in range(word, min(len(wording), word + _REACH)) if wording.key[i][:1] == "#"]
        return f"{key} {figures[0]}" if figures else None  # "an offer of 5.2 percent"
    return key


def _may_be_person(key: str) -> bool:
    """Whether a key is no thing's: a common noun for a person, or a word that is no common noun."""
    return is_kind_of(key, "person") or not load_senses().word(key).senses


@cache
def _states() -> Mapping[str, str]:
    return {
        word: f"{row} {number}"
        for row, sides in load_table("en", "conditions")["states"].items()
        for number, words in enumerate(sides)
        for word in words.split()
    }


def _states_exclude(one: Stated, other: Stated) -> bool:
    (side, way, when), (side_other, way_other, when_other) = one.fact.value.split(), other.fact.value.split()
    row = one.fact.about.split()[1]
    ahead = "ahead" in (when, when_other)
    if when != when_other and not (ahead and row in _words("planned")) and (ahead or row in _words("passing")):
        return False
    moments = settings_at(one), settings_at(other)
    if row in _words("passing") and all(moments) and moments[0].isdisjoint(moments[1]):
        return False  # "when he was found", "in hospital"
    if clash(*(settings_of(each.wording, each.fact.side.unit.range) | _weapon(each) for each in (one, other))):
        return False
    if way == way_other:
        return way == "affirmed" and side != side_other
    return side == side_other


def _weapon(stated: Stated) -> dict[str, str]:
    """What somebody has in hand, told like "with a gun"; a weapon of whatever kind fits them all."""
    wording, unit = stated.wording, stated.fact.side.unit
    found = next((wording.lemma[i] for i in unit.range if wording.lemma[i] in _words("weapon")), "weapon")
    return {"with": found} if found != "weapon" else {}


def _find_grades(wordings: Sequence[Wording], all_told: Sequence[Predication]) -> Iterator[Fact]:
    """Yield the grades of the condition that a patient is in: "critical", "serious but stable"."""
    for told in all_told:
        if told.name != "in_condition" or told.way != "affirmed":
            continue
        wording = wordings[told.wording]
        grades = sorted({known for i in range(told.verb, told.word) if (known := _grades().get(wording.lemma[i]))})
        who = whose_state(wording, told)
        if who is not None and grades:
            first = next(i for i in range(told.verb, told.word) if wording.lemma[i] in _grades())
            yield Fact(f"condition {who}", Side(told.wording, Unit(first, told.word, None)), " ".join(grades))


def _grades_exclude(one: Stated, other: Stated) -> bool:
    grades = set(one.fact.value.split()), set(other.fact.value.split())
    return grades[0].isdisjoint(grades[1])


_EXCLUDING = {
    "act": acts_exclude,
    "state": _states_exclude,
    "condition": _grades_exclude,
    "comment": have_other_values,
}

CONDITION_RELATIONS: tuple[Relation, ...] = (
    Relation("states and acts", "status", _find, _exclude),
    *NOBODY_RELATIONS,
)
