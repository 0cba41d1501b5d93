"""The places that a clause tells for its act: names and common nouns, each with the kind of place that it is.

Two places are set against each other only where they are of one kind: two streets, two hospitals, two rooms. Kinds and
the common places of which no two are one are in `lang/en/scenes.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain, pairwise
from typing import NamedTuple

from variorum.collate.compare.names import compare_names, name_words
from variorum.collate.differences import Unit, unit_of
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_keys, load_table, load_words
from variorum.text.fold import fold
from variorum.text.gazetteer import find_city, find_known

# Steps down a chain of places: "in a flat on Mill Road in the North End of Solheim".
_STEPS = 4
_MODIFYING = ("compound", "nmod", "poss", "amod")
_KNOWN = {"country": "country", "state": "state", "capital": "city", "city": "city"}
# Words between two names that tell that one place is at or in the other: "on Mill Road near Quay Street".
_BETWEEN = 6
# Rows of places that may lie in one another.
_NESTED = frozenset({"buildings", "rooms"})
# Words around a noun among which a number of it stands.
_NEAR = 4
_ROAD = re.compile(
    r"\b(?:(?:[Ii]nterstate|[Hh]ighway|[Rr]oute|[Mm]otorway|[Aa]utobahn|[Ff]reeway)[ -]|I-|[AM](?=\d))(\d{1,4})\b"
)
_FLOOR = re.compile(r"(?i)\b(\w+)[ -](?:floor|storey|story)\b")
_words = partial(load_words, "en", "scenes", "words")


class Place(NamedTuple):
    """A place told for an act: its kind, what is compared (a folded name or a side), and where it stands."""

    kind: str
    value: str
    unit: Unit


def places_of(wording: Wording, roots: Sequence[int], ways: frozenset[str]) -> Iterator[Place]:
    """Yield the places that prepositional phrases below some words tell, the nearest first; `ways` are prepositions."""
    level = list(roots)
    for step in range(_STEPS):
        allowed = ways if step == 0 else _words("where")
        below: list[int] = []
        for root in level:
            for preposition in wording.children[root]:
                behind = preposition > root or wording.pos[root] == "VERB"  # "In Voss, a bomb exploded"
                if wording.dep[preposition] == "prep" and behind and _leads(wording, preposition, allowed):
                    for noun in _governed(wording, preposition):
                        below.append(noun)
                        yield from _places_at(wording, noun, is_close=_is_close(wording, preposition))
        level = below


def _leads(wording: Wording, preposition: int, allowed: frozenset[str]) -> bool:
    """Whether a preposition tells where, or stands in a phrase that does: "in the town of", "in front of"."""
    lemma = wording.lemma[preposition]
    if lemma == "of":
        return wording.lemma[wording.head[preposition]] in _words("area")
    return lemma in allowed


def _is_close(wording: Wording, preposition: int) -> bool:
    """Whether a preposition only tells what a place is close to: "near the hotel", "in front of the hotel"."""
    before = wording.lemma[wording.head[preposition]]
    return wording.lemma[preposition] in _words("close") or (wording.lemma[preposition] == "of" and before == "front")


def _governed(wording: Wording, preposition: int) -> Iterator[int]:
    """The noun of a preposition; none where it has several: "in Oslo and Bergen"."""
    nouns = [i for i in wording.children[preposition] if wording.dep[i] == "pobj"]
    for noun in nouns:
        value = wording.value_at.get(noun)
        inside = range(value.first, value.end) if value is not None else range(noun, noun + 1)
        joined = any(wording.dep[i] == "conj" and i not in inside for i in wording.children[noun])
        if not joined and (value is None or value.kind in ("place", "name")):
            yield noun


def _places_at(wording: Wording, noun: int, *, is_close: bool) -> Iterator[Place]:
    """The places that a noun names, with those that stand before it: "a Solheim hospital"."""
    yield from _numbered(wording, noun)
    named = wording.value_at.get(noun)
    if named is not None:
        yield from _named(wording, named)
        yield from _side_of(wording, named)
        return
    for index in wording.children[noun]:
        value = wording.value_at.get(index)
        if value is not None and wording.dep[index] in _MODIFYING and index < noun:
            yield from _named(wording, value)  # "outside a Voss school" is in Voss
    is_one = wording.tag[noun] == "NN" or _common_word(wording, noun) == wording.word(noun)  # "woods"
    if wording.pos[noun] == "NOUN" and is_one and not is_close:
        yield from _common_at(wording, noun)


def _common_at(wording: Wording, noun: int) -> Iterator[Place]:
    """The sides of rows on which a common noun stands, then those of the noun before it ("a hotel bar")."""
    own, first = _common_word(wording, noun), noun
    told = [own]
    if noun and wording.pos[noun - 1] == "NOUN" and wording.dep[noun - 1] == "compound":
        first = noun - 1
        told += [_common_word(wording, first)] if "_" not in own else []
    for word in told:
        for kind, side in _common().get(word, ()):
            if word == own or kind in _NESTED or wording.lemma[noun] in _words("parts"):
                yield Place(kind, side, Unit(noun - 1 if "_" in own else first, noun + 1, None))


def _common_word(wording: Wording, index: int) -> str:
    """A common noun as the rows list it: with the word before it ("gas_station"), as it stands ("woods"), its lemma."""
    pair = f"{wording.lemma[index - 1]}_{wording.lemma[index]}" if index else ""
    return next((word for word in (pair, wording.word(index)) if word in _common()), wording.lemma[index])


def _numbered(wording: Wording, noun: int) -> Iterator[Place]:
    """The number of a road or a floor: "on Route 9", "in a third-floor flat"."""
    first, end = max(0, noun - _NEAR), min(len(wording), noun + _NEAR)
    for pattern, kind in ((_ROAD, "road number"), (_FLOOR, "floor")):
        for found in pattern.finditer(wording.words(first, end)):
            start = wording.start[first] + found.start()
            inside = [
                i for i in range(first, end) if start <= wording.start[i] and wording.end[i] <= start + len(found[0])
            ]
            if inside and (noun in inside or any(wording.head[i] == noun for i in inside)):
                yield Place(kind, _in_figures(found[1]), Unit(inside[0], inside[-1] + 1, None))


def _in_figures(ordinal: str) -> str:
    folded = fold(ordinal)
    return _ordinals().get(folded, folded.rstrip("stndrh"))


@cache
def _ordinals() -> Mapping[str, str]:
    return {word: str(number) for number, word in enumerate(load_table("en", "scenes")["ordinals"].split(), start=1)}


def _named(wording: Wording, value: Value) -> Iterator[Place]:
    name, kind = wording.words(value.first, value.end), kind_of_place(wording, value)
    if kind and value.mention is not None and value.mention.type in ("PLACE", "ORG", "PRODUCT"):
        yield Place(kind, fold(name), unit_of(value))


def kind_of_place(wording: Wording, value: Value) -> str:
    """Return the kind of a named place; a town is what its state or country stands behind, though no table knows it."""
    name = wording.words(value.first, value.end)
    return "city" if _is_placed(wording, value) else kind_of_name(name, is_place=value.kind == "place")


def _side_of(wording: Wording, value: Value) -> Iterator[Place]:
    """The side of a named land: "in northern Norway"."""
    first = value.first if fold(wording.word(value.first)) in points_of_compass() else max(0, value.first - 1)
    side, land = points_of_compass().get(fold(wording.word(first)), ""), fold(wording.words(first + 1, value.end))
    known = find_known(land) if side else None
    if known is not None and known.kind in ("country", "state"):
        yield Place(f"part of {land}", side, Unit(first, value.end, None))


points_of_compass = partial(load_keys, "en", "scenes", "compass")


def _is_placed(wording: Wording, value: Value) -> bool:
    """Whether the name of a state or country stands behind the name of a place: it is a town then."""
    after = (
        wording.value_at.get(value.end + 1) if value.end + 1 < len(wording) and wording.word(value.end) == "," else None
    )
    known = find_known(wording.words(after.first, after.end)) if after is not None else None
    own = find_known(wording.words(value.first, value.end))
    return (
        value.kind in ("place", "name")
        and known is not None
        and known.kind in ("state", "country")
        and (own is None or own.kind not in ("state", "country"))
    )


def kind_of_name(name: str, *, is_place: bool) -> str:
    """Return the kind of place that a name is of; empty where it is not known."""
    words = [word.strip(".,'") for word in fold(name).split()]
    known = find_known(name)
    if known is not None and known.kind in _KNOWN:
        return _KNOWN[known.kind] if is_place else ""
    if len(words) > 1 and words[-1] in _kinds():
        return _kinds()[words[-1]]
    return "city" if is_place and find_city(name) is not None else ""


_kinds = partial(load_keys, "en", "scenes", "kinds")


@cache
def _common() -> Mapping[str, list[tuple[str, str]]]:
    """The rows in which a common noun stands, each with its side."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row, sides in load_table("en", "scenes")["scenes"].items():
        for side in sides:
            for word in side.split():
                found.setdefault(word, []).append((row, side.split()[0]))
    return found


def _kind_of(wording: Wording, value: Value) -> str:
    return kind_of_name(wording.words(value.first, value.end), is_place=value.kind == "place")


def _nested(wording: Wording) -> Iterator[tuple[str, str]]:
    """The sides of common places of which one may lie in the other: "the bar of the hotel", "a hotel bar"."""
    nouns = [i for i, lemma in enumerate(wording.lemma) if lemma in _common()]
    for one, other in pairwise(nouns):
        between = range(one + 1, other)
        near = len(between) <= _NEAR and all(wording.pos[i] in ("ADP", "DET", "ADJ", "PRON", "PART") for i in between)
        if near and not any(wording.lemma[i] in ("to", "from", "into") for i in between):
            sides = dict(_common()[wording.lemma[other]])
            yield from (
                (side, sides[row])
                for row, side in _common()[wording.lemma[one]]
                if row in _NESTED and sides.get(row, side) != side
            )


def companions(wordings: Sequence[Wording]) -> Mapping[str, frozenset[str]]:
    """Return, folded, the places of one kind that sentences name close to each other: they may be one scene."""
    found: dict[str, set[str]] = {}
    for side, partner in chain.from_iterable(map(_nested, wordings)):
        found.setdefault(side, set()).add(partner)
        found.setdefault(partner, set()).add(side)
    for wording in wordings:
        named = [value for value in wording.values if value.mention is not None]
        kinds = [(value, kind) for value in named if (kind := _kind_of(wording, value))] if len(named) > 1 else []
        for (one, kind), (other, partner_kind) in pairwise(kinds):
            if kind == partner_kind and other.first - one.end <= _BETWEEN:
                name, partner = (fold(wording.words(each.first, each.end)) for each in (one, other))
                found.setdefault(name, set()).add(partner)
                found.setdefault(partner, set()).add(name)
    return {name: frozenset(beside) for name, beside in found.items()}


def are_two(one: str, other: str) -> bool:
    """Return whether two names, folded, are of two places."""
    if name_words(one)[:1] == name_words(other)[:1] and min(len(one.split()), len(other.split())) == 1:
        return False
    known = find_known(one) or find_city(one), find_known(other) or find_city(other)
    if known[0] is not None and known[0] == known[1]:
        return False
    return compare_names(one, other).outcome == "differs"
