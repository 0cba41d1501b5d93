"""Two names that are right of one thing: of one entity, one short for the other, one place in the other.

Rules of `explainer.py` over names.
"""

from __future__ import annotations

from collections.abc import Callable, Set

from variorum.collate.findings.explained.bearers.whereabouts import (
    of_misspelled,
    of_other_middle_names,
    of_two_on_one_page,
)
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.explained.tight import is_tight
from variorum.collate.findings.explained.words.alike import VALUES_ALIKE, of_one_called, of_venue_and_town
from variorum.collate.findings.pairs import Pair
from variorum.text.fold import fold
from variorum.text.gazetteer import find_known


def of_one_entity(setting: Setting, pair: Pair) -> bool:
    """Two names of one bearer: "Chris" and "Christine", "Mo." and "Missouri"."""
    (left, one), (right, other) = setting.sides(pair)
    if one.mention is None or other.mention is None:
        return False
    known = find_known(left.words(one.first, one.end))
    if known is not None and known == find_known(right.words(other.first, other.end)):
        return True
    entities = setting.entities(left, one)
    if of_other_middle_names(left, right, pair) or of_misspelled(left, right, pair):
        return False
    return bool(entities) and entities == setting.entities(right, other)


def told_otherwise(setting: Setting, pair: Pair) -> bool:
    """Two names that can be right of one thing: a short one and what it stands for, a venue and its town."""
    (left, _), (right, _) = setting.sides(pair)
    if of_one_called(left, right, pair, setting.called) or of_venue_and_town(left, right, pair, setting.within):
        return True
    if of_two_on_one_page(left, right, pair, setting.named):
        return True
    return any(rule(left, right, pair) for rule in VALUES_ALIKE)


def in_the_other(setting: Setting, pair: Pair) -> bool:
    """A place in the other, by the reports' own words; a country or state beside a town is the wider one.

    Unless the reports put the town into another state.
    """
    (left, one), (right, other) = setting.sides(pair)
    if one.mention is None or other.mention is None:
        return False
    names = fold(left.words(one.first, one.end)), fold(right.words(other.first, other.end))
    lies_within = names in setting.within or names[::-1] in setting.within
    if lies_within:
        return True
    if _is_country(names[0]) != _is_country(names[1]):
        return not _lies_elsewhere(setting.within, *sorted(names, key=_is_country))
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


ONE_BEARER_RULES: tuple[Callable[[Setting, Pair], bool], ...] = (of_one_entity, told_otherwise, in_the_other)
