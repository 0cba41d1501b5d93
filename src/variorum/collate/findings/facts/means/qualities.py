"""What something is told to be like, where one quality excludes the other: the loaded or the unloaded gun."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any, NamedTuple

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.conditions.moods import is_open, mood_of
from variorum.collate.findings.facts.conditions.predications import act_name
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.means.bearing import (
    ANYBODY,
    among_persons,
    bearer_at,
    differ_among_persons,
    is_named,
    two_of_a_name,
)
from variorum.collate.findings.facts.means.kinds_apart import stands_at
from variorum.collate.findings.facts.means.kinds_told import is_background
from variorum.collate.findings.facts.means.means import year_of
from variorum.collate.findings.facts.named import is_person, name_at
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_table, load_words
from variorum.model.span import ReportId

_words = partial(load_words, "en", "qualities", "words")
_MODIFYING = ("amod", "compound", "nmod", "nummod", "advmod", "npadvmod")
_COMPLEMENTS = ("acomp", "attr", "oprd", "prep", "advmod")
_STEPS = 3


class _Row(NamedTuple):
    name: str
    nouns: frozenset[str]
    several: bool
    each: bool
    named: bool
    one: bool


class _Phrase(NamedTuple):
    row: _Row
    side: str
    words: tuple[str, ...]


class _Told(NamedTuple):
    """A quality as a sentence tells it: of which noun, and whether it is affirmed or denied."""

    row: _Row
    side: str
    noun: int
    way: str
    at: Side


def find_qualities(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the qualities that sentences tell, each with what else its reports tell of the row."""
    year, doubled = year_of(wordings), two_of_a_name(wordings)
    beside: dict[tuple[str, ReportId], set[str]] = defaultdict(set)
    found: list[_Told] = []
    for number, wording in enumerate(wordings):
        for phrase, first in _phrases_in(wording):
            for report in wording.reports:
                beside[phrase.row.name, report].add(phrase.side)
            told = _read(wording, number, phrase, first, first + len(phrase.words))
            if told is not None and not is_background(wording, year):
                found.append(told)
    for each in found:
        wording = wordings[each.at.wording]
        holder = _holder(wording, each)
        if holder is None or each.at.wording in doubled.get(holder, ()):
            continue
        others = set().union(*(beside[each.row.name, report] for report in wording.reports)) - {each.side}
        yield Fact(f"{each.row.name} {holder}", each.at, "|".join((each.side, each.way, *sorted(others))))


def _phrases_in(wording: Wording) -> Iterator[tuple[_Phrase, int]]:
    """The phrases of all rows in a sentence, each with its first word."""
    phrases = _phrases()
    for index, lemma in enumerate(wording.lemma):
        word = wording.word(index).casefold()
        known = phrases.get(lemma, ()) if word == lemma else (*phrases.get(lemma, ()), *phrases.get(word, ()))
        for phrase in known:
            first = index + 1 - len(phrase.words)
            if first >= 0 and stands_at(wording, first, phrase.words):
                yield phrase, first


def _read(wording: Wording, number: int, phrase: _Phrase, first: int, end: int) -> _Told | None:
    """The quality that a phrase tells of a noun of its row, None where it stands at none."""
    top = next((i for i in range(first, end) if not first <= wording.head[i] < end), first)
    told = _before_noun(wording, top, phrase.row) or _behind_verb(wording, top, phrase.row)
    if told is None:
        return None
    noun, way = told
    if wording.pos[noun] not in ("NOUN", "PROPN") or _is_of_another(wording, noun, top):
        return None
    if wording.tag[noun] in ("NNS", "NNPS") and not phrase.row.several:
        return None
    return _Told(phrase.row, phrase.side, noun, way, Side(number, Unit(first, end, None)))


def _before_noun(wording: Wording, top: int, row: _Row) -> tuple[int, str] | None:
    """The noun that a quality stands before: "tense talks"."""
    noun = wording.head[top]
    if wording.dep[top] not in _MODIFYING or noun == top or wording.lemma[noun] not in row.nouns:
        return None
    is_open = wording.is_denied(noun) or "?" in wording.text or _is_no_fact(wording, noun)
    return None if is_open else (noun, "affirmed")


def _behind_verb(wording: Wording, top: int, row: _Row) -> tuple[int, str] | None:
    """Of what a quality is told behind "be": "the talks were tense", "the gun was loaded"; and whether it is denied."""
    verb = wording.head[top]
    if wording.tag[top] == "VBN" and any(wording.dep[i] == "auxpass" for i in wording.children[top]):
        verb = top
    elif wording.dep[top] not in _COMPLEMENTS or wording.lemma[verb] not in _words("linking") | _words("looking"):
        return None
    subject = wording.subject_of(verb)
    if subject is None:
        return None
    if wording.dep[verb] == "relcl" and wording.lemma[subject] in ("who", "which", "that"):
        subject = wording.head[verb]
    way = mood_of(wording, verb, top).way
    if way == "soft" and wording.lemma[wording.head[verb]] in _words("looking") and "?" not in wording.text:
        way = "affirmed"
    return (subject, way) if way != "soft" and _may_have(wording, subject, row) else None


def _is_of_another(wording: Wording, noun: int, top: int) -> bool:
    """Whether a noun is set beside others of its kind: "the previous talks", "talks on the first film"."""
    below = [*wording.children[noun], *wording.children[top]]
    below.extend(i for prep in below if wording.dep[prep] == "prep" for i in wording.children[prep])
    beside = {wording.lemma[i] for at in below for i in (at, *wording.children[at])}
    return not beside.isdisjoint(_words("comparing"))


def _may_have(wording: Wording, index: int, row: _Row) -> bool:
    """Whether a word is one of a row's nouns, or a person's name where the row is told of these too."""
    return wording.lemma[index] in row.nouns or (row.one and is_person(wording.value_at.get(index)))


def _is_no_fact(wording: Wording, noun: int) -> bool:
    """Whether what a noun is part of is told as what may be."""
    verb = wording.verb_above(noun)
    return wording.pos[verb] in ("VERB", "AUX") and mood_of(wording, verb, verb).way != "affirmed"


def _holder(wording: Wording, told: _Told) -> str | None:
    """Whose quality it is: a name where the noun has one, else the noun, or the row's one thing."""
    if told.row.one:
        return ANYBODY
    around = [i for i in wording.children[told.noun] if wording.dep[i] == "appos"]
    if wording.dep[told.noun] in ("appos", "compound", "nmod"):
        around.append(wording.head[told.noun])
    elif wording.dep[told.noun] == "attr":
        subject = wording.subject_of(wording.head[told.noun])
        around.extend([subject] if subject is not None else [])
    for index in around:
        name = name_at(wording, index)
        if name is not None:
            bearer = bearer_at(wording, index)
            return bearer if bearer is not None and is_named(bearer) else wording.words(name.first, name.end).casefold()
    if told.row.named:
        return None
    return wording.lemma[told.noun] if told.row.each else ANYBODY


@cache
def _phrases() -> Mapping[str, Sequence[_Phrase]]:
    """The phrases of all sides by their last word."""
    table: Mapping[str, Mapping[str, Any]] = load_table("en", "qualities")["rows"]
    by_last: dict[str, list[_Phrase]] = defaultdict(list)
    for name, row in table.items():
        known = _Row(
            name,
            frozenset(row["nouns"].split()),
            row.get("several", False),
            row.get("each", False),
            row.get("named", False),
            row.get("one", False),
        )
        for side in row["sides"]:
            for phrase in side.split():
                words = tuple(phrase.split("_"))
                by_last[words[-1]].append(_Phrase(known, side.split()[0], words))
    return by_last


def _exclude(one: Stated, other: Stated) -> bool:
    """Whether one has a side that the other denies or another one, neither in a report that tells of the other's."""
    side, way, *beside = one.fact.value.split("|")
    partner, way_other, *beside_partner = other.fact.value.split("|")
    if side == partner:
        return way != way_other
    return way == way_other == "affirmed" and side not in beside_partner and partner not in beside


def find_manners(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield how sentences tell that an act was done, or how often, each with the persons whom they name."""
    manners = _manners()
    for number, wording in enumerate(wordings):
        for index, lemma in enumerate(wording.lemma):
            for row, side in manners.get(lemma, ()):
                verb = _act_of(wording, index)
                if verb is None or _may_be(wording, verb):
                    continue
                value = among_persons(side, wording)
                yield Fact(f"{row} {act_name(wording.lemma[verb])}", Side(number, Unit(index, index + 1, None)), value)


def _act_of(wording: Wording, index: int) -> int | None:
    """The act of which a word tells the way: "fired accidentally", "fired by accident"."""
    above = wording.head[index]
    if wording.dep[index] == "pobj" and wording.lemma[above] in _words("ways"):
        above = wording.head[above]
    elif wording.dep[index] != "advmod":
        return None
    return above if wording.pos[above] == "VERB" and wording.lemma[above] not in _words("vague") else None


def _may_be(wording: Wording, verb: int) -> bool:
    """Whether an act is denied, asked about, or may not be."""
    return "?" in wording.text or is_open(wording, verb) or wording.is_denied(verb)


@cache
def _manners() -> Mapping[str, Sequence[tuple[str, str]]]:
    """The rows that a word is of, each with the first word of its side."""
    table: Mapping[str, Sequence[str]] = load_table("en", "qualities")["manners"]
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row, sides in table.items():
        for side in sides:
            for word in side.split():
                found[word].append((row, side.split()[0]))
    return found


QUALITY_RELATIONS: tuple[Relation, ...] = (
    Relation("qualities", "description", find_qualities, _exclude),
    Relation("manners", "description", find_manners, differ_among_persons),
)
