"""What reports measure of one thing: the sentence somebody got, the height of a fall, the price of a firm.

A frame (`lang/en/measures.toml`) tells by the word that a value hangs on what it measures; `owners.py` whose it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

import msgspec

from variorum.collate.compare.dates import compare_dates
from variorum.collate.compare.names import compare_names
from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.evidence import compare_units
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.owners import Owners
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
_CLIMB = 3
# A date among so many first words is of the whole sentence.
_FRONT = 4
_LONG_AGO = re.compile(r"\d{4}(-\d\d|-Q\d|-[A-Z]{2})?$")
_CALIBRE = re.compile(r"\.\d\d\b")
_DATED = re.compile(r"[\dX]{4}-")


class Frame(msgspec.Struct, frozen=True):
    """What a value measures by the word it hangs on: noun, adjective, or verb with prepositions ("-": its object)."""

    name: str
    kinds: frozenset[str]
    nouns: frozenset[str]
    verbs: frozenset[str]
    by: frozenset[str]
    adjectives: frozenset[str]
    beside: frozenset[str]
    under: frozenset[str]
    without: frozenset[str]
    even: frozenset[str]
    whose: str


class _Both(NamedTuple):
    """Two wordings, not aligned."""

    left: Wording
    right: Wording


@cache
def _frames() -> Mapping[str, Sequence[Frame]]:
    """The frames by the kinds of value that they take."""
    names = ("kinds", "nouns", "verbs", "by", "adjectives", "beside", "under", "without", "even")
    frames: dict[str, list[Frame]] = defaultdict(list)
    for name, row in load_table("en", "measures")["frames"].items():
        frame = Frame(
            name=row.get("as", name),
            whose=row["whose"],
            **{each: frozenset(row.get(each, "").split()) for each in names},
        )
        for kind in sorted(frame.kinds):
            frames[kind].append(frame)
    return frames


def _find(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield what sentences measure, in their order; `about` is a frame and whose the value is in it."""
    owners = Owners(wordings)
    for number, wording in enumerate(wordings):
        found: dict[str, list[Fact]] = defaultdict(list)
        for value in wording.values:
            for about in _told_of(owners, number, value):
                found[about].append(Fact(about, Side(number, unit_of(value))))
        for facts in found.values():
            # A sentence with two values tells parts of one, or two of them.
            if all(_agree(wording, facts[0], each) for each in facts[1:]):
                yield facts[0]


def _told_of(owners: Owners, number: int, value: Value) -> list[str]:
    """What a value is told of by the first frame that it belongs to and in which somebody or something has it."""
    wording = owners.wordings[number]
    kind = "calibre" if _is_calibre(wording, value) else kind_of_value(value)
    for frame in _frames().get(kind, ()):
        governor = _governor(frame, wording, value)
        if governor is not None:
            found = [f"{frame.name} {owner}" for owner in owners.of(number, governor, value, frame.whose)]
            if found:
                return found
    return []


def _agree(wording: Wording, one: Fact, other: Fact) -> bool:
    verdict = compare_units(_Both(wording, wording), one.side.unit, other.side.unit)
    return verdict is not None and verdict.outcome in ("same", "fits")


def kind_of_value(value: Value) -> str:
    """Return what kind of measure a typed value is: duration, money, percent, length, …; empty for what is none."""
    if value.kind == "duration":
        return "duration" if value.time is not None and "X" not in value.time.value else ""
    quantity = value.quantity
    if quantity is None or quantity.unit is None or quantity.value is None:
        return ""
    if quantity.kind == "measure":
        if quantity.unit == "yard":
            return "yards"
        based = to_base_unit(1.0, quantity.unit)
        return _DIMENSIONS.get(based.unit if based is not None else quantity.unit, quantity.unit)
    return quantity.kind if quantity.unit != "point" else ""


def _governor(frame: Frame, wording: Wording, value: Value) -> int | None:
    """The word by which a value belongs to a frame, None where it does not."""
    if not frame.without.isdisjoint(wording.lemma):
        return None
    if (frame.beside and frame.beside.isdisjoint(wording.lemma)) or _is_piece(wording, value):
        return None
    for index, link in _links(wording, unit_of(value)):
        lemma = wording.lemma[index]
        if link == "adjective" and lemma in frame.adjectives:
            return _settled(frame, wording, index, value)
        if link == "noun" and lemma in frame.nouns and _is_under(frame, wording, index):
            return _settled(frame, wording, index, value)
        if link in frame.by and lemma in frame.verbs and wording.pos[index] in ("VERB", "AUX", "NOUN", "ADJ"):
            return _settled(frame, wording, index, value)
    return None


def _is_under(frame: Frame, wording: Wording, noun: int) -> bool:
    return not frame.under or wording.lemma[wording.verb_above(noun)] in frame.under


def _is_calibre(wording: Wording, value: Value) -> bool:
    return value.quantity is not None and _CALIBRE.match(wording.words(value.first, value.end)) is not None


def _is_rate(wording: Wording, value: Value) -> bool:
    """Whether a value is told for each of something: "$5 million a year", "$60 per share"."""
    end = value.end
    if end + 1 >= len(wording) or wording.lemma[end] not in ("a", "an", "per", "each"):
        return False
    return wording.pos[end + 1] == "NOUN" and "ago" not in wording.lemma[end + 1 : end + 3]


def _is_piece(wording: Wording, value: Value) -> bool:
    """Whether a number goes on before what was read of it: "2-1/2 year"."""
    before = wording.words(max(0, value.first - 2), value.first) if value.first else ""
    return before[-1:] == "-" and before[-2:-1].isdigit()


def _settled(frame: Frame, wording: Wording, governor: int, value: Value) -> int | None:
    """A governor whose value is told as what is so: neither open, denied, of another time nor at most so much."""
    verb = governor if _is_beside(wording, governor, value) else wording.verb_above(governor)
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
    if (
        ("up" in words and "to" in words and "up" not in frame.even)
        or wording.is_denied(verb)
        or wording.is_denied(governor)
    ):
        return None
    return governor


def _is_beside(wording: Wording, governor: int, value: Value) -> bool:
    """Whether a value stands in what goes before or along with what the verb tells: "after ten hours of talks"."""
    if wording.pos[governor] not in _NOMINAL:
        return False
    near = (*wording.above(governor, 2), *wording.above(top_of(wording, unit_of(value)), 2))
    return any(wording.dep[i] == "prep" and wording.lemma[i] in _words("beside") for i in near)


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
    if label == "conj" and head in wording.value_at:
        yield from _links(wording, unit_of(wording.value_at[head]))
    if label in (*_MODIFYING, "advmod", "dep") and wording.lemma[head] == "after":
        yield from ((i, "after") for i in wording.children[head] if wording.dep[i] == "pobj")
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
        yield from _said_of(wording, governor) if wording.lemma[head] in ("at", "to") else ()


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


def _said_of(wording: Wording, verb: int) -> Iterator[tuple[int, str]]:
    """The subject of a verb that tells how much it was."""
    if wording.pos[verb] in ("VERB", "AUX") and wording.lemma[verb] in _words("reaching"):
        subject = wording.subject_of(verb)
        if subject is not None:
            yield subject, "noun"


def exclude_measures(one: Stated, other: Stated) -> bool:
    """Whether two values of one thing cannot both be right, and nothing tells of two moments, places or currencies."""
    left, right = one.fact.side.unit.value, other.fact.side.unit.value
    if left is None or right is None or not _are_of_one_unit(left, right):
        return False
    verdict = compare_units(_Both(one.wording, other.wording), one.fact.side.unit, other.fact.side.unit)
    if verdict is None or verdict.outcome != "differs":
        return False
    return not are_apart(one, other)


def _are_of_one_unit(left: Value, right: Value) -> bool:
    if left.time is not None and right.time is not None:
        # Days of deliberating hold fewer hours than they have.
        return left.time.value[-1:] == right.time.value[-1:] or "Y" in left.time.value + right.time.value
    if left.quantity is None or right.quantity is None:
        return False
    return left.quantity.kind != "money" or left.quantity.unit == right.quantity.unit


def are_apart(one: Stated, other: Stated) -> bool:
    """Whether two sentences tell of two times, or of two places where the fact is the story's."""
    times, others = _times(one), _times(other)
    if bool(times) != bool(others) and any(_LONG_AGO.match(each) for each in times + others):
        return True
    if times and others and not any(compare_dates(a, b).outcome in ("same", "fits") for a in times for b in others):
        return True
    if not one.fact.about.endswith(" "):
        return False
    return any(
        bool(names and others) and not any(_may_be_one(a, b) for a in names for b in others)
        for names, others in ((_places(one), _places(other)), (_actors(one), _actors(other)))
    )


def _may_be_one(name: str, other: str) -> bool:
    return compare_names(name, other).outcome in ("same", "fits")


def _actors(stated: Stated) -> list[str]:
    """The name of who does what a value belongs to."""
    wording = stated.wording
    subject = wording.subject_of(wording.verb_above(top_of(wording, stated.fact.side.unit)))
    value = wording.value_at.get(subject) if subject is not None else None
    return [wording.words(value.first, value.end)] if value is not None and value.mention is not None else []


def _times(stated: Stated) -> list[str]:
    """The dates of the clause that tells a value, and of what stands before it in its sentence."""
    wording = stated.wording
    verb = wording.verb_above(top_of(wording, stated.fact.side.unit))
    dates = (value for value in wording.values if value.time is not None and value.kind == "date")
    near = (
        each.time.value
        for each in dates
        if each.time is not None and (each.first < _FRONT or wording.verb_above(top_of(wording, unit_of(each))) == verb)
    )
    return [each for each in near if _DATED.match(each) or _LONG_AGO.match(each)]


def _places(stated: Stated) -> list[str]:
    return [stated.wording.words(value.first, value.end) for value in stated.wording.values if value.kind == "place"]


MEASURE_RELATIONS: tuple[Relation, ...] = (Relation("measure", "figure", _find, exclude_measures),)
