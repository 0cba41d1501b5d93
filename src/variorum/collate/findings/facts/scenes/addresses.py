"""Where houses stand: the number or the block of a named street, the town of a named house.

"The 2200 block of Mill Road", "at 12 Mill Road"; "the Solheim Clinic in Voss", "Voss's Solheim Clinic".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.compare.names import name_words
from variorum.collate.differences import Unit, unit_of
from variorum.collate.findings.facts.fact import Fact, Relation, Stated, always, have_other_values
from variorum.collate.findings.facts.scenes.scene_places import are_two, kind_of_name
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words
from variorum.text.fold import fold

_STREET = r"((?:[A-Z0-9][\w.]* ){0,3}[A-Z0-9][\w.]*)"
_NUMBERS = (
    ("block", re.compile(rf"\b(\d{{1,3}}(?:,\d{{3}})+|\d{{2,6}})(?:th|st|nd|rd)?[ -]block (?:of|on|along) {_STREET}")),
    ("house", re.compile(rf"\b(?:at|outside|inside|in|of) (\d{{1,5}}) {_STREET}")),
)
_DIGIT = re.compile(r"\d")
# Words of a street's name that some leave out.
_SMALL = frozenset({"of", "the", "east", "west", "north", "south", "e", "w", "n", "s"})
_words = partial(load_words, "en", "scenes", "houses")


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


def are_two_places(one: Stated, other: Stated) -> bool:
    """Return whether two names are of two places."""
    return are_two(one.fact.value, other.fact.value)


ADDRESS_RELATIONS: tuple[Relation, ...] = (
    Relation("house number", "place", find_numbers, have_other_values),
    Relation("town of a house", "place", find_towns, are_two_places, is_telling=always),
)
