"""How places lie: a number in a street, the part or the state of a land, the town of a house, the ends of a voyage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from variorum.collate.compare.names import name_words
from variorum.collate.differences import Unit, unit_of
from variorum.collate.findings.facts.clauses import subject_meant
from variorum.collate.findings.facts.fact import Fact, Relation, Stated, have_other_values
from variorum.collate.findings.facts.means.bearing import among_persons, differ_among_persons
from variorum.collate.findings.facts.named import is_person
from variorum.collate.findings.facts.scenes.distances import DISTANCE_RELATIONS, place_key, point_apart
from variorum.collate.findings.facts.scenes.scene_places import are_two, kind_of_name, point_of
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words
from variorum.text.fold import fold
from variorum.text.gazetteer import find_known

_STREET = r"((?:[A-Z0-9][\w.]* ){0,3}[A-Z0-9][\w.]*)"
_NUMBERS = (
    ("block", re.compile(rf"\b(\d{{1,3}}(?:,\d{{3}})+|\d{{2,6}})(?:th|st|nd|rd)?[ -]block (?:of|on|along) {_STREET}")),
    ("house", re.compile(rf"\b(?:at|outside|inside|in|of) (\d{{1,5}}) {_STREET}")),
)
_DIGIT = re.compile(r"\d")
_SMALL = frozenset({"of", "the", "east", "west", "north", "south", "e", "w", "n", "s"})
_ENDS = ("from", "to")
# Words in which both ends of a way are told, and in which a house and its town are.
_WAY, _HOUSE = 20, 8
_AREAS = frozenset({"country", "state", "province", "county", "district", "island"})
_LANDS = frozenset({"country", "state"})
_words = partial(load_words, "en", "scenes", "surroundings")


def find_numbers(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the block or the number of houses in named streets: "the 2200 block of Mill Road", "at 12 Mill Road"."""
    for number, wording in enumerate(wordings):
        for what, pattern in _NUMBERS if _DIGIT.search(wording.text) else ():
            for found in pattern.finditer(wording.text):
                street = _core_of(found[2], what)
                words = range(len(wording))
                inside = [i for i in words if found.start(1) <= wording.start[i] and wording.end[i] <= found.end()]
                if street and inside:
                    unit = Unit(inside[0], inside[-1] + 1, None)
                    yield Fact(f"{what} {street}", Side(number, unit), found[1].replace(",", ""))


def _core_of(name: str, what: str) -> str:
    """The first word of a street's name that tells it from others; empty for a house in what is no street."""
    words = [word.strip(".,") for word in fold(name).split()]
    kinds = load_words("en", "scenes", "kinds", "street")
    if what == "house" and not set(words) & kinds:
        return ""
    return next((word for word in words if word not in _SMALL and word not in kinds), "")


def find_crossings(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield which street meets another where something is: "at Mill Road and Quay Street", "Mill Road at …"."""
    for number, wording in enumerate(wordings):
        streets = [value for value in wording.values if _is_street(wording, value)]
        for one, other in pairwise(streets):
            between = [wording.lemma[i] for i in range(one.end, other.first) if wording.word(i) != ","]
            before = wording.lemma[one.first - 1] if one.first else ""
            if between == ["at"] or (between in (["and"], ["&"]) and before in ("at", "of", "near")):
                for own, beyond in ((one, other), (other, one)):
                    street, told = (fold(wording.words(each.first, each.end)) for each in (beyond, own))
                    yield Fact(_core_of(street, "house"), Side(number, unit_of(own)), told)


def _is_street(wording: Wording, value: Value) -> bool:
    name = wording.words(value.first, value.end)
    return value.mention is not None and kind_of_name(name, is_place=value.kind == "place") == "street"


def find_parts(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield in which part of its land a named place lies: "the southern port of Voss", "Voss in southern Norway"."""
    for number, wording in enumerate(wordings):
        for value in wording.values:
            if value.kind == "place" and value.mention is not None:
                for unit, towards in (_told_before(wording, value), _told_after(wording, value)):
                    if towards:
                        yield Fact(f"@{place_key(wording, value)}", Side(number, unit), towards)


def _told_before(wording: Wording, value: Value) -> tuple[Unit, str]:
    """The part told by "the southern port of" before a name."""
    first = value.first - 3
    told = first >= 0 and wording.lemma[first + 2] == "of" and wording.lemma[first + 1] in _words("areas")
    return Unit(max(0, first), value.first, None), point_of(wording.word(first)) if told else ""


def _told_after(wording: Wording, value: Value) -> tuple[Unit, str]:
    """The part told by "in southern Norway" behind a name."""
    index = value.end + (value.end < len(wording) and wording.word(value.end) == ",")
    land = wording.value_at.get(index + 2)
    known = find_known(wording.words(land.first, land.end)) if land is not None else None
    if land is None or known is None or known.kind != "country" or wording.lemma[index] != "in":
        return Unit(value.first, value.end, None), ""
    return Unit(index + 1, land.end, None), point_of(wording.word(index + 1))


def find_towns(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the town in which a named house stands: "the Solheim Clinic in Voss", "Voss's Solheim Clinic"."""
    for number, wording in enumerate(wordings):
        for value in wording.values:
            words = fold(wording.words(value.first, value.end)).split()
            if value.mention is None or len(words) < 2 or words[-1] not in _words("institutions"):
                continue
            left_out = _words("institutions") | _words("generic")
            core = [word for word in name_words(" ".join(words)) if word not in left_out]
            town = _town_of(wording, value)
            if town is not None and core:
                yield Fact(" ".join(core), Side(number, unit_of(town)), fold(wording.words(town.first, town.end)))


def _town_of(wording: Wording, value: Value) -> Value | None:
    """The town that stands behind a name ("in Voss", ", Voss", ", a Voss hospital") or owns it ("Voss's")."""
    after = value.end
    found = None
    if after + 1 < len(wording) and wording.lemma[after] in ("in", ","):
        found = wording.value_at.get(after + 1)
    if found is None and value.first >= 2 and wording.word(value.first - 1) in ("'s", "’s"):
        found = wording.value_at.get(value.first - 2)
    if found is None and after + 3 < len(wording) and wording.lemma[after] == "," and wording.pos[after + 1] == "DET":
        found = wording.value_at.get(after + 2)  # "the Solheim Clinic, a Voss hospital"
        if found is not None and wording.pos[found.end : found.end + 1] != ["NOUN"]:
            return None
    if found is None or found.kind != "place" or found.mention is None:
        return None
    return found if kind_of_name(wording.words(found.first, found.end), is_place=True) in ("city", "") else None


def find_areas(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the land, state, province or county in which a named place lies: "Voss, Norway", "Voss in Hord County"."""
    for number, wording in enumerate(wordings):
        for value in wording.values:
            after = value.end
            if value.kind != "place" or value.mention is None or after + 1 >= len(wording):
                continue
            area = wording.value_at.get(after + 1) if wording.lemma[after] in (",", "in") else None
            if area is None or area.kind != "place" or area.first != after + 1:
                continue
            name, told = (wording.words(each.first, each.end) for each in (value, area))
            kind, own = kind_of_name(told, is_place=True), kind_of_name(name, is_place=True)
            if kind in _AREAS and own != kind and own not in _LANDS:
                yield Fact(f"@{' '.join(name_words(name))} in {kind}", Side(number, unit_of(area)), fold(told))


def find_voyages(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield whence and whither a flight, a train or a ship goes, each with the other end of its way."""
    told_by = _words("voyages") | _words("travelling")
    for number, wording in enumerate(wordings):
        for index in [at for at, lemma in enumerate(wording.lemma) if lemma in told_by]:
            ends = _ends(wording, index) if _is_voyage(wording, index) else {}
            if len(ends) == len(_ENDS):
                for own, beyond in (_ENDS, _ENDS[::-1]):
                    told = fold(wording.words(ends[own].first, ends[own].end))
                    about = f"{beyond} {place_key(wording, ends[beyond])}"
                    yield Fact(about, Side(number, unit_of(ends[own])), told)


def find_destinations(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield whither a ship, a plane or a train goes, wherever it comes from: "the flight bound for Voss"."""
    for number, wording in enumerate(wordings):
        for index in [at for at, lemma in enumerate(wording.lemma[:-2]) if lemma in _words("bound")]:
            if wording.lemma[index + 1] not in ("to", "for") or not _is_vessel(wording, index):
                continue
            place = wording.value_at.get(index + 2 + (wording.pos[index + 2] == "DET"))
            if place is not None and place.kind == "place":
                name = wording.words(place.first, place.end)
                kind = kind_of_name(name, is_place=True)
                if kind:
                    yield Fact(f"to {kind}", Side(number, unit_of(place)), fold(name))


def _is_vessel(wording: Wording, index: int) -> bool:
    """Whether what is on its way carries people: the noun that "bound for" stands behind, or the subject."""
    verb = wording.verb_above(index)
    if any(wording.lemma[i] in _words("voyages") and wording.tag[i] == "NN" for i in range(max(0, index - 3), index)):
        return True
    subject = subject_meant(wording, verb)
    return subject is not None and (
        wording.lemma[subject] in _words("voyages")
        or (subject in wording.value_at and not is_person(wording.value_at[subject]) and wording.lemma[verb] == "be")
    )


def _ends(wording: Wording, index: int) -> dict[str, Value]:
    """The places behind "from" and "to" below a word."""
    found: dict[str, Value] = {}
    level = [index]
    for _ in range(2):
        below = [child for each in level for child in wording.children[each] if child > index]
        for child in below:
            value = wording.value_at.get(child)
            preposition = wording.lemma[wording.head[child]]
            if value is not None and value.kind == "place" and preposition in _ENDS:
                found.setdefault(preposition, value)
        level = [child for child in below if wording.dep[child] == "prep"]
    return found


def find_transfers(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield whence and whither somebody was moved: "his transfer from Bergen to Voss", "en route from … to …"."""
    moving = _words("moving")
    for number, wording in enumerate(wordings):
        for index in [at for at, lemma in enumerate(wording.lemma) if lemma in moving]:
            ends = _ends_behind(wording, index) if _is_transfer(wording, index) else None
            if ends is not None:
                for own, beyond in (ends, ends[::-1]):
                    told = fold(wording.words(own.first, own.end))
                    way = "to" if own is ends[1] else "from"
                    value = among_persons(told, wording)
                    yield Fact(f"{way} {place_key(wording, beyond)}", Side(number, unit_of(own)), value)


def _is_transfer(wording: Wording, index: int) -> bool:
    lemma = wording.lemma[index]
    if wording.pos[index] == "NOUN":
        return wording.lemma[index - 1] == "en" if lemma == "route" else wording.tag[index] == "NN"
    beside = wording.children[index]
    is_done = any(wording.dep[i] in ("auxpass", "dobj") for i in beside)
    moved = [i for i in beside if wording.dep[i] in ("dobj", "nsubjpass")]
    return (
        wording.pos[index] == "VERB"
        and is_done
        and not wording.is_denied(index)
        and all(wording.lemma[i] in _words("moved") or is_person(wording.value_at.get(i)) for i in moved)
    )


def _ends_behind(wording: Wording, index: int) -> tuple[Value, Value] | None:
    """The first places behind "from" and "to", in which the houses named there may stand."""
    end = min(len(wording), index + _WAY)
    start = next((i for i in range(index + 1, end) if wording.lemma[i] == "from"), end)
    first = _place_behind(wording, start, end)
    way = next((i for i in range(first.end, end) if wording.lemma[i] == "to"), end) if first is not None else end
    last = _place_behind(wording, way, min(len(wording), way + _HOUSE))
    return (first, last) if first is not None and last is not None else None


def _place_behind(wording: Wording, at: int, end: int) -> Value | None:
    for index in range(at + 1, end):
        if wording.lemma[index] in _ENDS:
            return None
        value = wording.value_at.get(index)
        if (
            value is not None
            and value.kind == "place"
            and wording.lemma[value.first - 1] in (*_ENDS, "in", "at", "near")
        ):
            return value
    return None


def _is_voyage(wording: Wording, index: int) -> bool:
    lemma = wording.lemma[index]
    if lemma in _words("voyages") and wording.tag[index] == "NN":
        return True
    subject = wording.subject_of(index) if lemma in _words("travelling") else None
    return subject is not None and wording.lemma[subject] in _words("voyages") and wording.tag[subject] == "NN"


def are_two_places(one: Stated, other: Stated) -> bool:
    """Return whether two names are of two places."""
    return are_two(one.fact.value, other.fact.value)


def _are_two_ways(one: Stated, other: Stated) -> bool:
    """Whether somebody was moved to two places, or from two: not one person to the one and another to the other."""
    places = (each.fact.value.split("|")[0] for each in (one, other))
    return differ_among_persons(one, other) and are_two(*places)


SURROUNDING_RELATIONS: tuple[Relation, ...] = (
    Relation("house number", "place", find_numbers, have_other_values),
    Relation("crossing", "place", find_crossings, are_two_places),
    Relation("part of a land", "place", find_parts, point_apart),
    Relation("town of a house", "place", find_towns, are_two_places),
    Relation("area of a place", "place", find_areas, are_two_places),
    Relation("voyage", "place", find_voyages, are_two_places),
    Relation("destination", "place", find_destinations, are_two_places),
    Relation("transfer", "place", find_transfers, _are_two_ways),
    *DISTANCE_RELATIONS,
)
