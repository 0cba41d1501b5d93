"""Where else the reports tell what a finding rests on: the same value or words again, of the same thing.

A finding is made of the stretches that were set against each other. Its readers want every place: all outlets that give
the one figure, and all that give the other, wherever in their reports they do.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.counting.tally_acts import counted_act, noun_of
from variorum.collate.findings.explained.of_two import are_of_two, set_side_by_side
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.facts.counts.counted_acts import class_of
from variorum.collate.findings.pairs import SMALL, Side
from variorum.collate.findings.written.spots import Mouths, Spot, meet, spots_of, value_of
from variorum.collate.points import Weights, Wording
from variorum.model.span import Reading, ReportId
from variorum.text.gazetteer import find_known

# A name this telling, of no town or land, is of one place wherever it stands.
_RARE = 0.8
# Words above a stretch that tell what it is of.
_ABOVE = 2


class Echoes:
    """The stretches of a storyline, to be looked up by what they say."""

    def __init__(self, setting: Setting, weights: Weights, mouths: Mouths) -> None:
        self._setting, self._weights, self._mouths = setting, weights, mouths
        self._wordings = setting.wordings
        self._typed: dict[Hashable, list[Side]] = defaultdict(list)
        for number, wording in enumerate(self._wordings):
            for value in wording.values:
                self._typed[_said(wording, unit_of(value))].append(Side(number, unit_of(value)))
        self._homes = _homes(self._wordings)

    def add_to(self, readings: Sequence[Reading], most: int) -> list[Reading]:
        """Return readings with those of the other places that tell what these do, at most so many."""
        found = list(readings)
        for each in readings:
            for spot, value in self._of(Spot(each.report, each.start, each.end)):
                if len(found) == most:
                    return found
                reading = self._mouths.reading(spot, value)
                if not any(meet(reading, old) for old in found):
                    found.append(reading)
        return found

    def _of(self, spot: Spot) -> Iterator[tuple[Spot, str | float]]:
        """The other places that tell what one place tells, with what they say, in the order of the sentences."""
        side = self._side_at(spot)
        if side is None:
            return
        for other in self._alike(side):
            if other != side and self._tell_one_thing(side, other):
                wording = self._wordings[other.wording]
                for place in spots_of(wording, other.unit):
                    yield place, value_of(wording, other.unit)

    def _side_at(self, spot: Spot) -> Side | None:
        """The typed value, or else the words, that stand at a place."""
        homes = self._homes.get(spot.report, [])
        index = bisect_right(homes, spot.start, key=lambda home: home[0]) - 1
        if index < 0:
            return None
        start, number = homes[index]
        wording = self._wordings[number]
        first, end = spot.start - start, spot.end - start
        words = [i for i in range(len(wording)) if wording.start[i] < end and first < wording.end[i]]
        if not words:
            return None
        value = wording.value_at.get(words[0])
        if value is not None and (value.first, value.end) == (words[0], words[-1] + 1):
            return Side(number, unit_of(value))
        return Side(number, Unit(words[0], words[-1] + 1, None))

    def _alike(self, side: Side) -> Iterator[Side]:
        """The stretches that say the same."""
        wording, unit = self._wordings[side.wording], side.unit
        if unit.value is not None:
            yield from self._typed[_said(wording, unit)]
            return
        content = [wording.key[i] for i in unit.range if wording.is_content[i]]
        if not content:
            return
        rarest = max(content, key=self._weights.of)
        for number in self._weights.posted.get(rarest, ()):
            other = self._wordings[number]
            length = len(unit.range)
            for first in range(len(other) - length + 1):
                if other.key[first : first + length] == wording.key[unit.first : unit.end]:
                    yield Side(number, Unit(first, first + length, None))

    def _tell_one_thing(self, side: Side, other: Side) -> bool:
        left, right = self._wordings[side.wording], self._wordings[other.wording]
        value = side.unit.value
        quantity = value.quantity if value is not None else None
        if quantity is not None and quantity.kind == "count":
            alike = _count_one_thing(left, side.unit, right, other.unit)
        else:
            alike = self._is_of_itself(left, side.unit) or bool(_around(left, side.unit) & _around(right, other.unit))
        if not alike or value is None or other.unit.value is None:
            return alike
        return not are_of_two(self._setting, set_side_by_side(self._setting, self._weights, side, other))

    def _is_of_itself(self, wording: Wording, unit: Unit) -> bool:
        """Whether a name is of one place whatever is told of it: a street, no town."""
        if unit.value is None or unit.value.kind != "place":
            return False
        known = find_known(wording.words(unit.first, unit.end))
        return known is None and any(self._weights.of(wording.key[i]) >= _RARE for i in unit.range)


def _homes(wordings: Sequence[Wording]) -> Mapping[ReportId, list[tuple[int, int]]]:
    """Where the sentences of each report begin, with their numbers, in text order."""
    found: dict[ReportId, list[tuple[int, int]]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        for home in wording.homes:
            found[home.report].append((home.start, number))
    return {report: sorted(homes) for report, homes in found.items()}


def _said(wording: Wording, unit: Unit) -> Hashable:
    """What a typed value says; the same for two that say the same."""
    value = unit.value
    if value is not None and value.quantity is not None and value.quantity.value is not None:
        return value.kind, value.quantity.kind, value.quantity.unit, value.quantity.value
    if value is not None and value.time is not None:
        return value.kind, value.time.value
    return tuple(wording.key[i] for i in unit.range if wording.is_content[i])


def _around(wording: Wording, unit: Unit) -> set[str]:
    """The keys of what a stretch hangs on, with its verb, and of what hangs on it."""
    top = top_of(wording, unit)
    words = {*wording.above(top, _ABOVE), wording.verb_above(top), *wording.children[top]}
    return {wording.key[i] for i in words if wording.is_content[i] and i not in unit.range}


def _count_one_thing(left: Wording, one: Unit, right: Wording, other: Unit) -> bool:
    """Whether two equal counts are of one tally, or else of things of one class; small ones under one verb."""
    sides = ((left, one.value), (right, other.value))
    acts = [counted_act(wording, value) for wording, value in sides if value is not None]
    if any(acts):
        return acts[0] == acts[-1]
    noun, partner = noun_of(left, one), noun_of(right, other)
    if noun is None or partner is None or class_of(left, noun) != class_of(right, partner):
        return False
    quantity = one.value.quantity if one.value is not None else None
    small = quantity is not None and (quantity.value or 0.0) <= SMALL
    return not small or bool(_around(left, one) & _around(right, other) - {left.key[noun], right.key[partner]})
