"""Two names that are right of one thing: of one entity, one short for the other, one place in the other.

Rules of `explainer.py` over names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Set
from itertools import pairwise
from typing import TYPE_CHECKING

from variorum.collate.findings.explained.alike import VALUES_ALIKE, of_one_called, of_venue_and_town
from variorum.collate.findings.explained.tight import is_tight
from variorum.collate.findings.explained.whereabouts import of_misspelled, of_other_middle_names, of_two_on_one_page
from variorum.collate.points import Wording
from variorum.text.fold import fold
from variorum.text.gazetteer import find_known

if TYPE_CHECKING:
    from variorum.collate.findings.explained.explainer import Explainer
    from variorum.collate.findings.pairs import Pair

_OWNING = frozenset({"'s", "’s"})
_PLACED_IN = re.compile(r",? ?(?:in |near )?(?:the )?(?:south|north|east|west|central)?(?:ern)? ?$")


def told_within(wordings: Iterable[Wording]) -> frozenset[tuple[str, str]]:
    """Return the pairs of names, folded, of which a report tells that the first lies in the second.

    "Voss, western Norway"; "Solheim's East Quay".
    """
    found = set()
    for wording in wordings:
        values = [value for value in wording.values if value.mention is not None]
        for one, other in pairwise(values):
            between = wording.text[wording.end[one.end - 1] : wording.start[other.first]]
            names = fold(wording.words(one.first, one.end)), fold(wording.words(other.first, other.end))
            if between.strip() and _PLACED_IN.match(between):
                found.add(names)
            elif between.strip() in _OWNING and one.kind == other.kind == "place":
                found.add(names[::-1])
    return frozenset(found)


def of_one_entity(explainer: Explainer, pair: Pair) -> bool:
    """Two names of one bearer: "Chris" and "Christine", "Mo." and "Missouri"."""
    (left, one), (right, other) = explainer.sides(pair)
    if one.mention is None or other.mention is None:
        return False
    known = find_known(left.words(one.first, one.end))
    if known is not None and known == find_known(right.words(other.first, other.end)):
        return True
    entities = explainer.entities(left, one)
    if of_other_middle_names(left, right, pair) or of_misspelled(left, right, pair):
        return False
    return bool(entities) and entities == explainer.entities(right, other)


def told_otherwise(explainer: Explainer, pair: Pair) -> bool:
    """Two names that can be right of one thing: a short one and what it stands for, a venue and its town."""
    (left, _), (right, _) = explainer.sides(pair)
    if of_one_called(left, right, pair, explainer.called) or of_venue_and_town(left, right, pair, explainer.within):
        return True
    if of_two_on_one_page(left, right, pair, explainer.named):
        return True
    return any(rule(left, right, pair) for rule in VALUES_ALIKE)


def in_the_other(explainer: Explainer, pair: Pair) -> bool:
    """A place in the other, by the reports' own words; a country or state beside a town is the wider one.

    Unless the reports put the town into another state.
    """
    (left, one), (right, other) = explainer.sides(pair)
    if one.mention is None or other.mention is None:
        return False
    names = fold(left.words(one.first, one.end)), fold(right.words(other.first, other.end))
    lies_within = names in explainer.within or names[::-1] in explainer.within
    if lies_within:
        return True
    if _is_country(names[0]) != _is_country(names[1]):
        return not _lies_elsewhere(explainer.within, *sorted(names, key=_is_country))
    # Of a city that is known and a place that is not, the one is mostly a street or a square of the other.
    return not is_tight(pair) and _is_city(names[0]) != _is_city(names[1])


def _lies_elsewhere(within: Set[tuple[str, str]], place: str, area: str) -> bool:
    """Whether the reports put a place into areas of the same kind as this one, and never into it."""
    known = find_known(area)
    around = [found for inner, outer in within if inner == place and (found := find_known(outer)) is not None]
    return known is not None and known not in around and any(found.kind == known.kind for found in around)


def _is_country(name: str) -> bool:
    known = find_known(name)
    return known is not None and known.kind in ("country", "state")


def _is_city(name: str) -> bool:
    known = find_known(name)
    return known is not None and known.kind in ("city", "capital")


ONE_BEARER_RULES: tuple[Callable[[Explainer, Pair], bool], ...] = (of_one_entity, told_otherwise, in_the_other)
