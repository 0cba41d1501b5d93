"""At which stage somebody or something is told to be, where one excludes another: a table of scales (stages.toml).

A stage is told by a verb ("was arrested"), by what somebody is ("is at large") or is called ("the armed man"). Two
reports differ where they tell two stages of one scale, or where one denies the stage that the other tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Literal, NamedTuple

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.background import is_background, year_of
from variorum.collate.findings.facts.clauses import is_passive, subject_meant
from variorum.collate.findings.facts.conditions.denied_acts import clash, settings_of
from variorum.collate.findings.facts.conditions.moods import helping_of, mood_of
from variorum.collate.findings.facts.fact import Fact, Relation, Stated, always
from variorum.collate.findings.facts.persons.holders import Holders
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_table, load_words

_placing = partial(load_words, "en", "stages", "placing")
_weapons = partial(load_words, "en", "stages", "groups", "weapon")
# What hangs on a word of a phrase where the others stand, and how far below it.
_BELOW = frozenset({
    "prep", "pobj", "advmod", "prt", "dobj", "acomp", "oprd", "attr", "npadvmod", "amod", "pcomp", "agent", "compound",
    "xcomp", "ccomp", "relcl", "acl", "neg", "conj",
})  # fmt: skip
_DEEP = 3
# From what somebody is told to be up to the verb that tells it.
_CLIMBING = frozenset({"acomp", "oprd", "attr", "prep", "pobj", "pcomp", "advmod", "advcl"})
_STEPS = 4
_VERBS = ("VERB", "AUX")


class _Scale(NamedTuple):
    """What a scale is of, whether its stages pass, and whether they are of one plan."""

    of: Literal["person", "thing"]
    passing: bool
    planned: bool


class _Term(NamedTuple):
    """A phrase of a scale: its scale and side, how it is told ("does", "befalls", "is"), its other words in order."""

    scale: str
    side: int
    how: str
    beside: tuple[frozenset[str], ...]


class _At(NamedTuple):
    """A stage as a clause tells it: the verb, whom it is told of, and whether it is only what they are called."""

    verb: int
    holder: int | None
    attributive: bool = False


def find_stages(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the stages that sentences tell somebody or something to be at."""
    terms, holders, year = _terms(), Holders(wordings), year_of(wordings)
    for number, wording in enumerate(wordings):
        if is_background(wording, year):
            continue  # "when a boy fell in in 1996", another boy
        for index, lemma in enumerate(wording.lemma):
            for term in terms.get(lemma, ()):
                words = _matched(wording, index, term)
                at = _read(wording, index, term) if words else None
                key = None if at is None else holders.key_of(_scales()[term.scale].of, number, at.holder)
                if at is not None and key is not None and (value := _told(wording, term, at, index)) is not None:
                    side = Side(number, _stretch(wording, words, denied="denied" in value))
                    yield Fact(f"{term.scale} {key}", side, value)


def _told(wording: Wording, term: _Term, at: _At, index: int) -> str | None:
    """The side of a stage, how it is told and of what time; None where it is told as no fact."""
    mood = mood_of(wording, at.verb, at.verb if at.attributive else index)
    if mood.way == "soft":
        return None
    when = mood.when or _tense(wording, at.verb, index, lasting=_scales()[term.scale].passing)
    return f"{term.side} {'affirmed' if at.attributive else mood.way} {when}"


def _stretch(wording: Wording, words: Sequence[int], *, denied: bool) -> Unit:
    """The stretch that tells a stage, with what denies it before it: "has not withdrawn"."""
    first = min(words)
    while denied and first > 0 and wording.dep[first - 1] in ("aux", "auxpass", "neg"):
        first -= 1
    return Unit(first, max(words) + 1, None)


def _tense(wording: Wording, verb: int, word: int, *, lasting: bool) -> str:
    """The time of which a clause tells; of a stage that lasts "has left" tells how things are now."""
    perfect = [i for i in wording.children[verb] if wording.dep[i] == "aux" and wording.lemma[i] == "have"]
    if perfect and lasting:
        return "past" if wording.tag[perfect[0]] == "VBD" else "now"
    verbs = (word, verb, *helping_of(wording, verb))
    return "past" if perfect or any(wording.tag[i] == "VBD" for i in verbs) else "now"


def _read(wording: Wording, index: int, term: _Term) -> _At | None:
    """How a sentence tells the stage whose phrase hangs on a word."""
    if term.how == "is":
        has_object = wording.pos[index] == "ADP" and wording.children[index]  # "the talks are on Monday"
        return None if has_object or (term.beside and wording.pos[index] == "VERB") else _state(wording, index)
    if wording.pos[index] != "VERB":
        return None
    passive = is_passive(wording, index)
    if term.how == "does":
        return None if passive else _At(index, subject_meant(wording, index))
    if passive:
        return _At(index, subject_meant(wording, index))
    if wording.tag[index] == "VBN" and wording.dep[index] == "acl":
        return _At(index, wording.head[index])
    return _At(index, _object(wording, index))


def _state(wording: Wording, index: int) -> _At | None:
    """What somebody or something is told to be, or is called: "is unhurt", "found her dead", "the staged scene"."""
    head = wording.head[index]
    if wording.dep[index] == "amod" and wording.pos[head] == "NOUN":
        verb = wording.verb_above(head)
        told_to_be = wording.dep[head] in ("attr", "oprd") and wording.pos[verb] in _VERBS
        return _At(verb, wording.subject_of(verb) if told_to_be else head, attributive=not told_to_be)
    own = next((i for i in wording.children[index] if wording.dep[i] == "nsubj" and wording.pos[index] == "ADJ"), None)
    if own is not None:
        return _At(head, own)  # "found Voss guilty"
    verb = index
    for _ in range(_STEPS):
        if wording.pos[verb] in _VERBS and (verb != index or is_passive(wording, verb)):
            break
        at_large = wording.dep[verb] == "amod" and wording.pos[wording.head[verb]] == "ADP"
        if not (at_large or wording.dep[verb] in _CLIMBING or (verb == index and wording.pos[verb] == "VERB")):
            return None
        verb = wording.head[verb]
    if wording.pos[verb] not in _VERBS:
        return None
    thing = _object(wording, verb)
    return _At(verb, subject_meant(wording, verb) if thing in (None, index) else thing)


def _object(wording: Wording, verb: int) -> int | None:
    return next((i for i in wording.children[verb] if wording.dep[i] == "dobj"), None)


def _matched(wording: Wording, index: int, term: _Term) -> list[int]:
    """The words of a phrase around the one that it hangs on, which comes first; empty where one is not there."""
    found = [index]
    if not term.beside:
        return found
    near = _below(wording, index)
    if term.how == "befalls" and (subject := wording.subject_of(index)) is not None:
        near.append(subject)
    if term.how == "is":
        near += [wording.head[index], wording.head[wording.head[index]]]
    for group in term.beside:
        match = next((i for i in near if wording.lemma[i] in group), None)
        if match is None:
            return []
        found.append(match)
    return found


def _below(wording: Wording, index: int) -> list[int]:
    found, level = [], [index]
    for _ in range(_DEEP):
        level = [child for i in level for child in wording.children[i] if wording.dep[child] in _BELOW]
        found += level
    return found


@cache
def _scales() -> Mapping[str, _Scale]:
    rows = load_table("en", "stages")["scales"]
    return {
        name: _Scale(row["of"], passing=row.get("passing", False), planned=row.get("planned", False))
        for name, row in rows.items()
    }


@cache
def _terms() -> Mapping[str, Sequence[_Term]]:
    """The phrases of all scales by the word that each hangs on."""
    groups = {name: frozenset(words.split()) for name, words in load_table("en", "stages")["groups"].items()}
    found: dict[str, list[_Term]] = {}
    for scale, row in load_table("en", "stages")["scales"].items():
        for side, phrases in enumerate(row["sides"]):
            for phrase in phrases.split():
                how = {"=": "is", ">": "befalls"}.get(phrase[0], "does")
                parts = [
                    groups[each[1:]] if each[0] == "$" else frozenset({each}) for each in phrase.lstrip("=>").split("_")
                ]
                first, *beside = parts[::-1] if how == "is" else parts
                for word in sorted(first):
                    found.setdefault(word, []).append(_Term(scale, side, how, tuple(beside)))
    return found


def _exclude(one: Stated, other: Stated) -> bool:
    scale = _scales()[one.fact.about.split(" ", 1)[0]]
    (side, way, when), (side_other, way_other, when_other) = one.fact.value.split(), other.fact.value.split()
    ahead = "ahead" in (when, when_other)
    if when != when_other and (ahead or scale.passing) and not (ahead and scale.planned):
        return False
    moments = _moments(one), _moments(other)
    if scale.passing and all(moments) and moments[0].isdisjoint(moments[1]):
        return False  # "when he was found", "in hospital"
    if clash(_told_with(one), _told_with(other)):
        return False
    return (way == way_other == "affirmed" and side != side_other) or (way != way_other and side == side_other)


def _moments(stated: Stated) -> frozenset[str]:
    """When and where something is told to be so: "when rescuers came", "at the gate"."""
    wording = stated.wording
    verb, inside = wording.verb_above(stated.fact.side.unit.first), stated.fact.side.unit.range
    found = [i for i in wording.children[verb] if i not in inside]
    below = [i for i in found if wording.dep[i] in ("advcl", "npadvmod")]
    below += [j for i in found if wording.lemma[i] in _placing() for j in wording.children[i]]
    return frozenset(wording.key[i] for i in below)


def _told_with(stated: Stated) -> dict[str, str]:
    """What a stage is told with: "convicted of fraud", "had a knife"; a weapon of whatever kind fits them all."""
    wording, words = stated.wording, stated.fact.side.unit.range
    weapon = next((wording.lemma[i] for i in words if wording.lemma[i] in _weapons()), "weapon")
    return settings_of(wording, words) | ({"with": weapon} if weapon != "weapon" else {})


STAGE_RELATIONS: tuple[Relation, ...] = (Relation("stages", "status", find_stages, _exclude, is_telling=always),)
