"""Where things happened: the place of one act, known by whom or what it befell, however the sentences are worded."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from variorum.collate.findings.facts.fact import Fact, Relation, Stated, always
from variorum.collate.findings.facts.persons.persons import persons_of
from variorum.collate.findings.facts.scenes.addresses import ADDRESS_RELATIONS
from variorum.collate.findings.facts.scenes.bound import BOUND_RELATIONS
from variorum.collate.findings.facts.scenes.scene_acts import THE, Act, acts_of, befallen, first_of_rows
from variorum.collate.findings.facts.scenes.scene_places import Place, are_two, companions, places_of
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_table, load_words

_words = partial(load_words, "en", "scenes", "words")
# What parts the name of a place from the names that stand beside it.
_BESIDE = "|"
_YEAR, _DAY = len("2016"), len("2016-11-05")


class _Scene(NamedTuple):
    """An act with whom or what it befell, and a place of it; `also` are further ones of the kind: "a hotel bar"."""

    act: str
    about: str
    place: Place
    wording: int
    also: frozenset[str] = frozenset()


def find_scenes(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield where something befell somebody or something, in the order of the sentences."""
    scenes, beside = list(_read(wordings)), companions(wordings)
    named: dict[str, set[str]] = defaultdict(set)
    for scene in scenes:
        if scene.about.startswith("@"):
            named[scene.act].add(scene.about)
    for scene in scenes:
        about = scene.about.removeprefix(THE)
        if about != scene.about and len(named[scene.act]) == 1:
            about = min(named[scene.act])  # "the driver" who is named elsewhere
        key = f"{scene.act}_{about}"
        others = beside.get(scene.place.value, frozenset())
        value = _BESIDE.join((scene.place.value, *sorted((others | scene.also) - {scene.place.value})))
        told = first_of_rows("same").get(key, key).replace("_", " ", 1)
        yield Fact(f"{told} {scene.place.kind}", Side(scene.wording, scene.place.unit), value)


def _read(wordings: Sequence[Wording]) -> Iterator[_Scene]:
    """The scenes, in the order of the sentences."""
    persons, year = persons_of(wordings), _year(wordings)
    for number, wording in enumerate(wordings):
        for act in acts_of(wording) if wording.has_verb else ():
            about = befallen(number, wording, act, persons)
            if about and (act.name in _words("once") or not _is_of_another_year(wording, year)):
                for first, *further in _places(wording, act):
                    also = frozenset(each.value for each in further)
                    yield _Scene(act.name, about, first, number, also)


def _places(wording: Wording, act: Act) -> Iterator[Sequence[Place]]:
    """The places that are told for an act, those of one kind together in the order in which they are found."""
    ways = _words("where") | {"from"} if act.name in _words("from") else _words("where")
    ways = ways | _words("onto") if act.name in _words("into") else ways
    kinds: dict[str, list[Place]] = {}
    for place in places_of(wording, act.roots, frozenset({"to"}) if act.name == "take" else ways):
        if _may_tell(act.name, place.kind):
            kinds.setdefault(place.kind, []).append(place)
    yield from kinds.values()


def _may_tell(act: str, kind: str) -> bool:
    """Whether a kind of place is told of an act once and for all: who speaks here speaks there as well."""
    told, own = (load_table("en", "scenes")[each] for each in ("told", "alone"))
    if act == "happen" and kind == "country":
        return False  # what happened in another country is another happening
    return (act not in told or kind in told[act].split()) and act in own.get(kind, act).split()


def are_two_scenes(one: Stated, other: Stated) -> bool:
    """Return whether two places of one kind cannot both be where something happened."""
    value, *beside = one.fact.value.split(_BESIDE)
    partner, *others = other.fact.value.split(_BESIDE)
    if value == partner or value in others or partner in beside:
        return False
    if " part of " in one.fact.about:
        return set(value).isdisjoint(partner)  # the south and the southeast
    is_named = one.fact.side.unit.value is not None and other.fact.side.unit.value is not None
    return are_two(value, partner) if is_named else True


def _year(wordings: Sequence[Wording]) -> str:
    """The year of most days that the sentences name."""
    days = (value.time.value for wording in wordings for value in wording.values if value.time is not None)
    years = Counter(day[:4] for day in days if day[:4].isdigit() and len(day) >= _DAY)
    return max(sorted(years), key=lambda year: years[year], default="")


def _is_of_another_year(wording: Wording, year: str) -> bool:
    """Whether a sentence names a year, or a day of another year than the story's, or a time long past: "last year"."""
    if any(phrase in wording.text for phrase in load_table("en", "scenes")["past"]):
        return True
    times = (value.time.value for value in wording.values if value.time is not None)
    return any(each[:4].isdigit() and (each[:4] != year or len(each) == _YEAR) for each in times)


SCENE_RELATIONS: tuple[Relation, ...] = (
    Relation("scene", "place", find_scenes, are_two_scenes, is_telling=always),
    *BOUND_RELATIONS,
    *ADDRESS_RELATIONS,
)
