"""Names that are known beforehand: countries, their peoples and capitals, regions, institutions.

A gazetteer is evidence, not proof: it knows what a name mostly stands for. Names that only look like acronyms keep
their case ("US" is not "us").
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

import msgspec

from variorum.lang.tables import load_table, load_words
from variorum.model.annotations import EntityType
from variorum.model.span import EntityId
from variorum.text.names import fold_name, is_acronym, slug
from variorum.text.spelling import slip_apart

KnownKind = Literal[
    "country", "people", "capital", "region", "state", "place", "institution", "seat", "person", "team", "city"
]


class Known(msgspec.Struct, frozen=True):
    """An entity of the gazetteer.

    `country` is the ISO 3166 code that it belongs to, where that is known; `thousands` the people of a city.
    """

    id: EntityId
    name: str
    type: EntityType
    kind: KnownKind
    country: str | None = None
    thousands: int = 0


def name_key(name: str) -> str:
    """Return what two writings of a name share: folded words, or the bare capitals of an acronym."""
    bare = name.strip()
    if bare[:4].casefold() == "the ":
        bare = bare[4:]
    if is_acronym(bare) and bare.replace(".", "").isupper():
        return "=" + bare.replace(".", "")
    return fold_name(bare)


def find_known(name: str) -> Known | None:
    """Return what the gazetteer knows a name to stand for, or None."""
    return _names().get(name_key(name))


@cache
def shared_names(language: str = "en") -> frozenset[str]:
    """Return, folded, the names that bodies of many countries bear: "Supreme Court"."""
    table = load_table(language, "gazetteer")
    return frozenset(fold_name(name) for line in table["shared_names"].splitlines() for name in _listed(line))


@cache
def _names() -> dict[str, Known]:
    names: dict[str, Known] = {}
    for written, known in (*_countries(), *_others()):
        names.setdefault(name_key(written), known)
    return names


def _listed(cell: str) -> list[str]:
    return [name.strip() for name in cell.split(";") if name.strip()]


def _rows(table: str, language: str = "en") -> Iterator[list[str]]:
    rows = (
        load_table(language, "countries")["rows"] if table == "countries" else load_table(language, "gazetteer")[table]
    )
    for line in rows.splitlines():
        if line.strip():
            yield [cell.strip() for cell in line.split("|")]


def _countries() -> Iterator[tuple[str, Known]]:
    for code, name, others, peoples, capitals in _rows("countries"):
        country = Known(EntityId(slug(name)), name, "PLACE", "country", code)
        for written in (name, *_listed(others)):
            yield written, country
        listed = _listed(peoples)
        if listed:
            plural = next((each for each in listed[1:] if each.endswith("s")), listed[0])
            people = Known(EntityId(slug(plural)), plural, "GROUP", "people", code)
            for written in listed:
                yield written, people
        cities = _listed(capitals)
        for written in cities:
            yield written, Known(EntityId(slug(cities[0])), cities[0], "PLACE", "capital", code)


def _others() -> Iterator[tuple[str, Known]]:
    yield from _listed_with_type("places", "place")
    yield from _listed_with_type("seats", "seat")
    yield from _listed_with_type("institutions", "institution")
    for row in _rows("us_states"):
        name = row[0]
        bare = name.replace(" (US state)", "").replace(" state", "")
        state = Known(EntityId(slug(bare if "(" not in name else "georgia us")), bare, "PLACE", "state", "US")
        for written in (bare, *_listed(row[1])):
            yield written, state
    for code, names in _rows("regions"):
        for name in _listed(names):
            yield name, Known(EntityId(slug(name)), name, "PLACE", "region", None if code == "-" else code)
    for name, others in _rows("people"):
        person = Known(EntityId(slug(name)), name, "PERSON", "person")
        for written in (name, *_listed(others)):
            yield written, person
    for name in _teams():
        yield name, Known(EntityId(slug(name)), name, "ORG", "team")
    for name, others in _rows("team_aliases"):
        for written in _listed(others):
            yield written, Known(EntityId(slug(name)), name, "ORG", "team")


def _teams() -> Iterator[str]:
    for line in load_table("en", "gazetteer")["teams"].splitlines():
        yield from _listed(line)


@cache
def _short_teams() -> dict[str, Known]:
    ends: dict[str, list[str]] = {}
    for name in _teams():
        words = fold_name(name).split()
        for size in (1, 2):
            if size < len(words):
                ends.setdefault(" ".join(words[-size:]), []).append(name)
    return {
        end: Known(EntityId(slug(names[0])), names[0], "ORG", "team") for end, names in ends.items() if len(names) == 1
    }


def find_team(name: str) -> Known | None:
    """Return the team that a name without its city ("Colts") mostly stands for in a report on sport, or None."""
    return _short_teams().get(fold_name(name))


_LEAGUES = frozenset(
    {"national-football-league", "national-basketball-association", "national-hockey-league", "major-league-baseball"}
)


def is_of_sport(name: str) -> bool:
    """Whether a name is a team's in full, or a league's: a report that has one may call teams by half their name."""
    known = find_known(name)
    return known is not None and (known.kind == "team" or known.id in _LEAGUES)


@cache
def _cities() -> tuple[dict[str, Known], frozenset[str]]:
    """The largest city of each name, and the folded names that two or more large ones bear."""
    packed = resources.files("variorum.lang").joinpath("en", "cities.tsv.gz").read_bytes()
    found: dict[str, Known] = {}
    largest: dict[str, int] = {}
    shared: set[str] = set()
    lines = [line.split("\t") for line in gzip.decompress(packed).decode().splitlines()]
    for name, id, folded, country, thousands, _ in lines:
        if folded not in found:
            found[folded] = Known(EntityId(id), name, "PLACE", "city", country, int(thousands))
            largest[folded] = int(thousands)
        elif int(thousands) * _NAMESAKE_SHARE > largest[folded]:
            shared.add(folded)
    plain = load_words("en", "gazetteer", "plain_words")
    for _, _, folded, _, _, others in lines:
        for other in others.split(";") if others else ():
            if other not in plain:
                found.setdefault(other, found[folded])
    for written, city in list(found.items()):
        base = written.removesuffix(" city")
        if base != written and base not in plain and base not in found and _is_of_name(base, city):
            found[base] = city
    return found, frozenset(shared)


def _is_of_name(base: str, city: Known) -> bool:
    """Whether what stands before "City" is short for the city's own name: "Jeju", "Saint Louis" for St. Louis.

    "Kansas" is not, as it names something else, nor "Apple" of the nickname Apple City.
    """
    own = fold_name(city.name).removesuffix(" city").split()
    alike = base.split() == own or (" " in base and base.rsplit(maxsplit=1)[-1] == own[-1])
    return alike and find_known(base) is None


# A namesake city with less than a tenth of the largest one's people needs more than its name to be meant.
_NAMESAKE_SHARE = 10


@lru_cache(maxsize=8192)
def find_misspelt(name: str) -> Known | None:
    """Return the one country, capital or region that a name is a slip of the pen from, or None.

    Only for names of seven letters or more that are known as nothing else; an ending ("African") is no slip.
    """
    folded = fold_name(name)
    if len(folded) < 7 or find_known(name) is not None or find_city(name) is not None:
        return None
    near = {known.id: known for other, known in _country_names() if _is_slip(folded, other)}
    return next(iter(near.values())) if len(near) == 1 else None


def _is_slip(folded: str, other: str) -> bool:
    return slip_apart(folded, other) and not folded.startswith(other) and not other.startswith(folded)


@cache
def _country_names() -> tuple[tuple[str, Known], ...]:
    places = ("country", "capital", "region", "state")
    return tuple(
        (key, known) for key, known in _names().items() if known.kind in places and len(key) >= 6 and key[0] != "="
    )


def find_city(name: str) -> Known | None:
    """Return the largest city that bears a name, in English or in another tongue; None where no large one does.

    Only for names that are known to be places: many a surname is a city's name too.
    """
    return _cities()[0].get(fold_name(name))


def is_shared_place(name: str) -> bool:
    """Whether several large cities, or a state and a country, bear a name."""
    return fold_name(name) in _cities()[1] or fold_name(name) == "georgia"


def _listed_with_type(table: str, kind: KnownKind) -> Iterator[tuple[str, Known]]:
    for row in _rows(table):
        kind_of: EntityType = "PLACE" if row[1] == "PLACE" else "ORG"
        known = Known(EntityId(slug(row[0])), row[0], kind_of, kind, row[3] if len(row) > 3 else None)
        for written in (row[0], *(_listed(row[2]) if len(row) > 2 else ())):
            yield written, known
