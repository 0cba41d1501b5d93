"""How strong the quake of a story was, and by whose measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.compare.names import name_words
from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.measures.measured_apart import are_apart
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "measures", "quakes")
_MAGNITUDE = re.compile(r"(?:magnitude-)?(\d(?:\.\d)?)(?:-magnitude)?$", re.IGNORECASE)
_MONTH = re.compile(r"(\d{4}|XXXX)(-\d\d)?$")
_QUAKES_APART, _STRONGEST = 1.0, 10
# Words before a strength among which "magnitude" stands.
_BEHIND = 4


def _find_magnitudes(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the magnitudes of the quake that a story is of, one a sentence that gives no other, and by who gives them.

    Where reports tell several that is no conflict, unless they have two of one observatory.
    """
    for number, wording in enumerate(wordings):
        shakes = not _words("quakes").isdisjoint(wording.lemma)
        if not (shakes or "magnitude" in wording.lemma) or not _words("other").isdisjoint(wording.lemma):
            continue
        if _is_of_any_quake(wording) or any(_is_of_a_month(value) for value in wording.values):
            continue
        found = list(_strengths(wording))
        for unit in found:
            match = re.search(r"\d(?:\.\d)?", wording.words(unit.first, unit.end))
            if match is not None:
                # Without a word for a quake a sentence may tell of anything that has a magnitude, but for whose it is.
                abouts = ["", *_givers(wording, unit)] if shakes and len(found) == 1 else _givers(wording, unit)
                yield from (Fact(about, Side(number, unit), match[0]) for about in abouts)


def _givers(wording: Wording, unit: Unit) -> list[str]:
    """Who measured a strength, as far as the clause and what governs it name them: "the survey and Norvik said"."""
    verb = wording.verb_above(top_of(wording, unit))
    for each in (verb, wording.head[verb]):
        subject = wording.subject_of(each)
        told = [subject, *(i for i in wording.children[subject] if wording.dep[i] == "conj")] if subject else []
        named = [wording.value_at.get(i) for i in told]
        names = [
            name_words(wording.words(value.first, value.end))
            for value in named
            if value is not None and value.mention is not None and value.mention.type == "ORG"
        ]
        if names:
            return sorted({"geological" if "geological" in name else _usual(name[-1]) for name in names if name})
    return []


def _usual(name: str) -> str:
    return "geological" if name == "usgs" else name


def _is_of_any_quake(wording: Wording) -> bool:
    """Whether a sentence tells what quakes of a strength are and do: "a quake of magnitude 6 can cause damage"."""
    for index, lemma in enumerate(wording.lemma):
        if lemma in _words("quakes") and wording.tag[index] == "NNS":
            return True
        if lemma in _words("quakes") and wording.dep[index] == "nsubj":
            auxiliaries = [wording.lemma[i] for i in wording.children[wording.head[index]] if wording.dep[i] == "aux"]
            if not _words("general").isdisjoint(auxiliaries):
                return True
    return False


def _is_of_a_month(value: Value) -> bool:
    """Whether a time is a year or a month, without a day: that of a quake of the past."""
    return value.time is not None and _MONTH.match(value.time.value) is not None


def _strengths(wording: Wording) -> Iterator[Unit]:
    for value in wording.values:
        quantity = value.quantity
        if quantity is None:
            continue
        # "A magnitude of 5.9", "put the magnitude at 5.9, but the survey said it was 6.1".
        before = wording.lemma[max(0, value.first - _BEHIND) : value.first]
        named = "magnitude" in before and before[-1] in ("of", "at")
        named = named or (before[-1:] == ["be"] and "magnitude" in wording.lemma)
        if quantity.unit == "magnitude" or (named and quantity.kind == "count" and _is_strength(quantity.value)):
            yield unit_of(value)
    for index in range(len(wording)):
        word = wording.word(index)
        if index not in wording.value_at and "agnitude" in word and _MAGNITUDE.match(word):
            yield Unit(index, index + 1, None)


def _is_strength(number: float | None) -> bool:
    return number is not None and 0 < number < _STRONGEST


def _exclude_strengths(one: Stated, other: Stated) -> bool:
    """Magnitudes that differ by more than rounding to a whole."""
    left, right = float(one.fact.value), float(other.fact.value)
    # Stations measure one quake alike but for less than this; what lies further apart are two quakes.
    if abs(left - right) >= _QUAKES_APART:
        return False
    low = one if left < right else other
    at = low.fact.side.unit.first
    if {"least", "than", "over"} & {*low.wording.lemma[max(0, at - _BEHIND) : at]}:
        return False
    if left == right or (left.is_integer() != right.is_integer() and abs(left - right) <= 0.5):
        return False
    return not are_apart(one, other)


MAGNITUDE_RELATIONS: tuple[Relation, ...] = (Relation("magnitude", "figure", _find_magnitudes, _exclude_strengths),)
