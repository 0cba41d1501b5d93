"""What reports measure of one thing: the sentence somebody got, the height of a fall, the price of a firm.

A frame (`lang/en/measures.toml`) tells by the word that a value hangs on what it measures; `owners.py` whose it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

import msgspec

from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.facts.fact import Fact, Relation, always
from variorum.collate.findings.facts.measures.measured_apart import agree, exclude_measures
from variorum.collate.findings.facts.measures.owners import Owners
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_table, load_words
from variorum.text.units import to_base_unit

_words = partial(load_words, "en", "measures", "words")
_DIMENSIONS = {"m": "length", "m2": "area", "kg": "mass", "km/h": "speed", "celsius": "temperature"}
_MODIFYING = frozenset({"nummod", "amod", "compound", "nmod", "quantmod", "npadvmod", "appos"})
_OBJECTS = frozenset({"dobj", "attr", "npadvmod", "oprd", "appos", "advmod", "dative", "acomp", "dep"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_DEPENDENT = frozenset({"xcomp", "ccomp", "pcomp", "acl"})
# Steps from a value up to a noun that it modifies, and words of a rate: "a year".
_CLIMB, _RATE = 3, 2
# Words before a number among which "magnitude" stands.
_NEAR = 4
_CALIBRE = re.compile(r"\.\d\d\d?\b")


class Frame(msgspec.Struct, frozen=True):
    """What a value measures by the word it hangs on: noun, adjective, or verb with prepositions ("-": its object)."""

    name: str
    kinds: frozenset[str]
    nouns: frozenset[str]
    verbs: frozenset[str]
    by: frozenset[str]
    adjectives: frozenset[str]
    under: frozenset[str]
    beside: frozenset[str]
    even: frozenset[str]
    whose: str


@cache
def _frames() -> Mapping[str, Sequence[Frame]]:
    """The frames by the kinds of value that they take."""
    words = ("kinds", "nouns", "verbs", "by", "adjectives", "under", "beside", "even")
    frames: dict[str, list[Frame]] = defaultdict(list)
    table = load_table("en", "measures")["frames"]
    for name, row in ((name, row) for name, rows in table.items() for row in rows):
        read = {each: frozenset(row.get(each, "").split()) for each in words}
        frame = Frame(name=name, whose=row["whose"], **read)
        for kind in sorted(frame.kinds):
            frames[kind].append(frame)
    return frames


def find_measures(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield what sentences measure, in their order; a fact's `about` is a frame and whose the value is in it."""
    owners = Owners(wordings)
    for number, wording in enumerate(wordings):
        found: dict[str, list[Fact]] = defaultdict(list)
        for value in wording.values:
            for about in _told_of(owners, number, value):
                found[about].append(_measured(about, number, wording, value))
        for facts in found.values():
            # A sentence with two values tells parts of one, or two of them.
            if all(agree(wording, facts[0], each) for each in facts[1:]):
                yield facts[0]


def _measured(about: str, number: int, wording: Wording, value: Value) -> Fact:
    """A fact; of a calibre and a magnitude the bare number is compared: ".45", "45-calibre", "6.1-magnitude"."""
    kind, untyped = _kind_of(wording, value), Unit(value.first, value.end, None)
    if kind == "calibre":
        digits = "".join(char for char in wording.words(value.first, value.end) if char.isdigit())
        return Fact(about, Side(number, untyped), digits)
    if kind == "magnitude" and value.quantity is not None:
        return Fact(about, Side(number, untyped), f"{value.quantity.value}")
    return Fact(about, Side(number, unit_of(value)))


def _told_of(owners: Owners, number: int, value: Value) -> list[str]:
    """What a value is told of by the first frame that it belongs to and in which somebody or something has it."""
    wording = owners.wordings[number]
    for frame in _frames().get(_kind_of(wording, value), ()):
        governor = _governor(frame, wording, value)
        if governor is not None:
            found = [f"{frame.name} {owner}" for owner in owners.of(number, governor, value, frame.whose)]
            if found:
                return found
    return []


def _kind_of(wording: Wording, value: Value) -> str:
    """Return what kind of measure a typed value is: duration, money, percent, length, …; empty for what is none."""
    if _is_calibre(wording, value):
        return "calibre"
    if value.kind == "duration":
        return "duration" if value.time is not None and "X" not in value.time.value else ""
    quantity = value.quantity
    if _is_strength(wording, value):
        return "magnitude"
    if quantity is None or quantity.unit is None or quantity.value is None:
        return ""
    if quantity.kind == "measure":
        based = to_base_unit(1.0, quantity.unit)
        return _DIMENSIONS.get(based.unit if based is not None else quantity.unit, quantity.unit)
    return quantity.kind if quantity.unit != "point" else ""


def _is_strength(wording: Wording, value: Value) -> bool:
    """Whether a bare number is of a magnitude: "a magnitude of 6.1"."""
    quantity = value.quantity
    bare = quantity is not None and quantity.kind == "count" and quantity.value is not None
    return bare and "magnitude" in wording.lemma[max(0, value.first - _NEAR) : value.first]


def _governor(frame: Frame, wording: Wording, value: Value) -> int | None:
    """The word by which a value belongs to a frame, None where it does not."""
    if frame.beside and frame.beside.isdisjoint(wording.lemma):
        return None
    for index, link in _links(wording, unit_of(value)):
        lemma = wording.lemma[index]
        if link == "adjective" and lemma in frame.adjectives:
            return _settled(frame, wording, index, value)
        if link == "noun" and lemma in frame.nouns and _is_under(frame, wording, index):
            return _settled(frame, wording, index, value)
        verbs = frame.verbs & {lemma, "_".join(wording.lemma[index : index + 2])}
        if verbs and link in frame.by and wording.pos[index] in ("VERB", "AUX", "NOUN", "ADJ"):
            return _settled(frame, wording, index, value)
    return None


def _is_under(frame: Frame, wording: Wording, noun: int) -> bool:
    return not frame.under or wording.lemma[wording.verb_above(noun)] in frame.under


def _is_calibre(wording: Wording, value: Value) -> bool:
    if value.quantity is None:
        return False
    behind = [word for word in wording.lemma[value.end : value.end + 2] if word not in ("-", "‑")]
    named = behind[:1] in (["caliber"], ["calibre"]) and value.quantity.kind == "count"
    return named or _CALIBRE.match(wording.words(value.first, value.end)) is not None


def _is_rate(wording: Wording, value: Value) -> bool:
    """Whether a value is told for each of something: "$5 million a year", "$60-a-share"."""
    behind = [i for i in range(value.end, min(len(wording), value.end + 4)) if wording.word(i) not in ("-", "‑")]
    if len(behind) < _RATE or wording.lemma[behind[0]] not in ("a", "an", "per", "each"):
        return False
    return wording.pos[behind[1]] == "NOUN" and wording.lemma[behind[1] + 1 : behind[1] + 2] != ["ago"]


def _settled(frame: Frame, wording: Wording, governor: int, value: Value) -> int | None:
    """A governor whose value is told as what is so: neither open, denied, of another time nor at most so much."""
    verb = wording.verb_above(governor)
    above = [verb, wording.head[verb]] if wording.dep[verb] in _DEPENDENT else [verb]
    around = [governor, *above, *wording.children[governor], *(i for each in above for i in wording.children[each])]
    near = range(max(0, value.first - 3), min(len(wording), value.end + 2))
    if _is_rate(wording, value):
        return None
    open_words = _words("open") - frame.even
    if any(wording.lemma[i] in open_words for i in around if i not in range(value.first, value.end)):
        return None
    if any(wording.lemma[i] in _words("another") for i in (*around, *near)):
        return None
    words = [wording.lemma[i] for i in range(max(0, value.first - 3), value.end)]
    if "up" in words and "to" in words and "up" not in frame.even:
        return None
    return None if wording.is_denied(verb) or wording.is_denied(governor) else governor


def _links(wording: Wording, unit: Unit) -> Iterator[tuple[int, str]]:
    """The words that a value hangs on or has below it, each with how: "noun", "adjective", "-", a preposition."""
    top = top_of(wording, unit)
    label, head = wording.dep[top], wording.head[top]
    # "Spent nine months in jail": what follows may hang on the verb as well.
    after = [*wording.children[top], *(i for i in wording.children[head] if i == unit.end and label in _OBJECTS)]
    below = [i for i in dict.fromkeys(after) if wording.lemma[i] in ("of", "in", "worth") and i >= unit.end]
    for each in below:
        # "Nine months of a sentence" is a part of it, "nine hours of talks" the whole.
        yield from (
            (i, "noun") for i in wording.children[each] if wording.dep[i] == "pobj" and _is_whole(wording, unit, i)
        )
    if head == top:
        return
    if wording.lemma[unit.end : unit.end + 1] in (["after"], ["into"]):
        # "Ten minutes after takeoff", "after it took off", "two hours into the flight".
        inner = [i for i in wording.children[unit.end] if wording.dep[i] in ("pobj", "pcomp")]
        yield from ((i, wording.lemma[unit.end]) for i in inner or (wording.head[unit.end],))
    if label == "conj" and head in wording.value_at:
        yield from _links(wording, unit_of(wording.value_at[head]))
    if label in (*_MODIFYING, "poss"):
        yield from _modified(wording, head)
    if label in _OBJECTS:
        yield head, "-"
        yield from _said_of(wording, head)
    if label == "pobj":
        governor = wording.head[wording.head[head] if wording.dep[head] == "conj" else head]
        yield governor, wording.lemma[head]
        if wording.lemma[head] in ("of", "at") and wording.pos[governor] in _NOMINAL:
            yield governor, "noun"
        yield from _said_of(wording, governor, wording.lemma[head]) if wording.lemma[head] in ("at", "to") else ()


def _is_whole(wording: Wording, unit: Unit, noun: int) -> bool:
    part = unit.value is not None and unit.value.kind == "duration"
    return not part or not any(wording.dep[i] in ("det", "poss") for i in wording.children[noun])


def _modified(wording: Wording, head: int) -> Iterator[tuple[int, str]]:
    for _ in range(_CLIMB):
        if wording.pos[head] in ("ADJ", "ADV"):
            yield head, "adjective"
        if wording.lemma[head] == "worth" or wording.pos[head] in (*_NOMINAL, "NUM", "SYM"):
            yield head, "noun"
        if wording.dep[head] not in (*_MODIFYING, "amod", "conj") or wording.head[head] == head:
            return
        head = wording.head[head]


def _said_of(wording: Wording, verb: int, by: str = "") -> Iterator[tuple[int, str]]:
    """The subject of a verb that tells how much it was, and what somebody puts at a value: "set bail at"."""
    if by == "at" and wording.pos[verb] == "VERB":
        yield from ((i, "noun") for i in wording.children[verb] if wording.dep[i] in ("dobj", "nsubjpass"))
    reaching = _words("reaching") | _words("moving") if by == "to" else _words("reaching")
    if wording.pos[verb] in ("VERB", "AUX") and wording.lemma[verb] in reaching:
        subject = wording.subject_of(verb)
        if subject is not None:
            yield subject, "noun"


MEASURE_RELATIONS: tuple[Relation, ...] = (
    Relation("measure", "figure", find_measures, exclude_measures, is_telling=always),
)
