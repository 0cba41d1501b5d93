"""The places that a clause tells for its act: names and common nouns, each with the kind of place that it is.

Two places are set against each other only where they are of one kind: two streets, two hospitals, two rooms. Kinds and
the common places of which no two are one are in `lang/en/scenes.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import pairwise
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
# Words around a noun among which a number of it stands.
_NEAR = 4
_ROAD = re.compile(
    r"\b(?:(?:[Ii]nterstate|[Hh]ighway|[Rr]oute|[Mm]otorway|[Aa]utobahn|[Ff]reeway)[ -]|I-|[AM](?=\d))(\d{1,4})\b"
)
_FLOOR = re.compile(r"(?i)\b(\w+)[ -](?:floor|storey|story)\b")
_words = partial(load_words, "en", "scenes", "words")
# Begins the kinds of places that no table knows: a report that names the other one's as well may mean one scene.
LITTLE_KNOWN = "the "


class Place(NamedTuple):
    """A place told for an act: its kind, what is compared (a folded name or a side), where it stands, and how."""

    kind: str
    value: str
    unit: Unit
    way: str


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
                        yield from places_at(wording, noun, _way(wording, preposition))
                        yield from _little_known(wording, noun, preposition)
        level = below


def _leads(wording: Wording, preposition: int, allowed: frozenset[str]) -> bool:
    """Whether a preposition tells where, or stands in a phrase that does: "in the town of", "in front of"."""
    lemma = wording.lemma[preposition]
    if lemma == "of":
        return wording.lemma[wording.head[preposition]] in _words("area")
    return lemma in allowed


def _way(wording: Wording, preposition: int) -> str:
    lemma = wording.lemma[preposition]
    if lemma == "of":
        return "outside" if wording.lemma[wording.head[preposition]] == "front" else "in"
    return "inside" if lemma in _words("inside") else "outside" if lemma in _words("outside") else lemma


def _governed(wording: Wording, preposition: int) -> Iterator[int]:
    """The noun of a preposition; none where it has several: "in Oslo and Bergen"."""
    nouns = [i for i in wording.children[preposition] if wording.dep[i] == "pobj"]
    for noun in nouns:
        value = wording.value_at.get(noun)
        inside = range(value.first, value.end) if value is not None else range(noun, noun + 1)
        joined = any(wording.dep[i] == "conj" and i not in inside for i in wording.children[noun])
        if not joined and (value is None or value.kind in ("place", "name")):
            yield noun


def places_at(wording: Wording, noun: int, way: str) -> Iterator[Place]:
    """Yield the places that a noun names, with those that stand before it: "a Solheim hospital"."""
    yield from _numbered(wording, noun, way)
    named = wording.value_at.get(noun)
    if named is not None:
        yield from _named(wording, named, way)
        yield from _part(wording, named, way)
        return
    for index in wording.children[noun]:
        value = wording.value_at.get(index)
        if value is not None and wording.dep[index] in _MODIFYING and index < noun:
            yield from _named(wording, value, way)
    # The parser may take a rare noun for another word.
    if (wording.pos[noun] == "NOUN" and wording.tag[noun] == "NN") or _is_rare(wording, noun):
        in_part = wording.lemma[noun] in _words("parts") and noun and wording.dep[noun - 1] == "compound"
        for index in (noun, noun - 1) if in_part else (noun,):
            for kind, side in _common().get(wording.lemma[index], ()) if way not in _words("close") else ():
                first = index - (
                    index > 0 and wording.dep[index - 1] == "compound" and wording.pos[index - 1] == "NOUN"
                )
                yield Place(kind, side, Unit(first, noun + 1, None), way)
        if wording.lemma[noun] == "room" and noun and wording.lemma[noun - 1] in _words("rooms"):
            yield Place("rooms", wording.lemma[noun - 1], Unit(noun - 1, noun + 1, None), way)
        if way in ("inside", "outside"):
            building = load_table("en", "scenes")["rooms"].get(wording.lemma[noun], wording.lemma[noun])
            yield Place(f"in {building}", way, Unit(noun, noun + 1, None), way)


def _is_rare(wording: Wording, noun: int) -> bool:
    is_governed = wording.dep[noun] == "pobj" and wording.pos[noun] in ("ADJ", "ADV", "VERB")
    return is_governed and wording.word(noun) == wording.lemma[noun] and wording.lemma[noun] in _common()


def _little_known(wording: Wording, noun: int, preposition: int) -> Iterator[Place]:
    """A place that no table knows, told as a town or a district: "in the town of Solheim", "in Solheim district"."""
    area, value = noun, wording.value_at.get(noun)
    if value is not None and wording.lemma[preposition] == "of":
        area = wording.head[preposition]
    elif value is None:
        named = (
            wording.value_at.get(i) for i in wording.children[noun] if wording.dep[i] in _MODIFYING and i == noun - 1
        )
        value = next((each for each in named if each is not None), None)
    kind = _areas().get(wording.lemma[area], "")
    if value is None or value.mention is None or value.mention.type == "PERSON" or area == noun == value.first:
        return
    name = wording.words(value.first, value.end)
    if kind and not kind_of_name(name, is_place=True) and point_of(name) == "":
        yield Place(f"{LITTLE_KNOWN}{kind}", fold(name), unit_of(value), "in")


@cache
def _areas() -> Mapping[str, str]:
    return {word: row.split()[0] for row in load_table("en", "scenes")["areas"]["rows"] for word in row.split()}


def _numbered(wording: Wording, noun: int, way: str) -> Iterator[Place]:
    """The number of a road or a floor: "on Route 9", "in a third-floor flat"."""
    first, end = max(0, noun - _NEAR), min(len(wording), noun + _NEAR)
    for pattern, kind in ((_ROAD, "road number"), (_FLOOR, "floor")):
        for found in pattern.finditer(wording.words(first, end)):
            start = wording.start[first] + found.start()
            inside = [
                i for i in range(first, end) if start <= wording.start[i] and wording.end[i] <= start + len(found[0])
            ]
            if inside and (noun in inside or any(wording.head[i] == noun for i in inside)):
                yield Place(kind, _in_figures(found[1]), Unit(inside[0], inside[-1] + 1, None), way)


def _in_figures(ordinal: str) -> str:
    folded = fold(ordinal)
    return _ordinals().get(folded, folded.rstrip("stndrh"))


@cache
def _ordinals() -> Mapping[str, str]:
    return {word: str(number) for number, word in enumerate(load_table("en", "scenes")["ordinals"].split(), start=1)}


def _part(wording: Wording, value: Value, way: str) -> Iterator[Place]:
    """The part of a named place: "in northern Iraq"."""
    before = value.first - 1
    words = fold(wording.words(value.first, value.end)).split()
    if before >= 0 and (towards := _compass().get(fold(wording.word(before)))):
        yield Place(f"part of {' '.join(words)}", towards, Unit(before, value.end, None), way)
    elif len(words) > 1 and (towards := _compass().get(words[0])):
        yield Place(f"part of {' '.join(words[1:])}", towards, Unit(value.first, value.end, None), way)


_compass = partial(load_keys, "en", "scenes", "compass")


def point_of(word: str) -> str:
    """Return the letters of the point of the compass that a word names ("southeastern": "se"); empty where none."""
    return _compass().get(word.casefold(), "")


def _named(wording: Wording, value: Value, way: str) -> Iterator[Place]:
    name = wording.words(value.first, value.end)
    kind = kind_of_name(name, is_place=value.kind == "place")
    if kind and value.mention is not None and value.mention.type in ("PLACE", "ORG", "PRODUCT"):
        yield Place(kind, fold(name), unit_of(value), way)
        if kind == "city" and way in ("inside", "outside"):
            yield Place(f"in {fold(name)}", way, Unit(value.first - 1, value.end, None), way)


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


def companions(wordings: Sequence[Wording]) -> Mapping[str, frozenset[str]]:
    """Return, folded, the places of one kind that sentences name close to each other: they may be one scene."""
    found: dict[str, set[str]] = {}
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
