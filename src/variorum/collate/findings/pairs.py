"""Pairs of stretches that are of one point, how equal values make some, and how pairs come together into points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from variorum.collate.align import Alignment
from variorum.collate.compare.verdict import Verdict
from variorum.collate.differences import Difference, Unit, unit_of
from variorum.collate.findings.judged.evidence import compare_units
from variorum.collate.points import Value, Weights, Wording
from variorum.model.record import Aspect

# How much of two sentences must agree for an equal value in both to be one point: names stand in many sentences.
TELLING: dict[Aspect, float] = {"figure": 0.05, "date": 0.3, "name": 0.45, "place": 0.55}
# A date or a name tells something where few sentences have it.
RARE = 0.8
# "One" and "two" stand in many sentences too.
SMALL_SHARED = 0.5
# Counts up to here stand in many sentences, of anything.
SMALL = 12


class Side(msgspec.Struct, frozen=True):
    """A stretch of a wording, by the number of the wording."""

    wording: int
    unit: Unit

    @property
    def place(self) -> tuple[int, int, int]:
        """What orders and identifies the stretch."""
        return self.wording, self.unit.first, self.unit.end


class Pair(msgspec.Struct, frozen=True):
    """Two stretches of one point. `sure` (0 to 1) is how sure they differ; None where they say the same.

    `shared` is how much of the weight of their sentences agrees (0 to 1), `weight` that weight itself. `apart` is true
    of stretches in sentences that were not laid side by side: values that are each other's counterparts, and facts.
    `stated` is true of facts alone: both sentences are known to state one relation of one thing.
    """

    left: Side
    right: Side
    aspect: Aspect
    verdict: Verdict | None
    shared: float
    weight: float
    sure: float | None = None
    related: bool = False
    opposed: bool = False
    difference: Difference | None = None
    apart: bool = False
    stated: bool = False


def find_agreements(alignments: Sequence[Alignment], numbers: dict[int, int]) -> Iterator[Pair]:
    """Yield the pairs of typed values that say the same and are linked in sentences laid side by side."""
    for alignment in alignments:
        for value in alignment.left.values:
            for other in _partners(alignment, value):
                left, right = unit_of(value), unit_of(other)
                verdict = compare_units(alignment, left, right)
                if verdict is None or verdict.outcome not in ("same", "fits"):
                    continue
                shares = alignment.shared_without(left.range, right.range)
                yield Pair(
                    Side(numbers[id(alignment.left)], left),
                    Side(numbers[id(alignment.right)], right),
                    aspect_of_value(value.kind),
                    verdict,
                    min(shares.left, shares.right),
                    shares.weight,
                )


def is_telling(pair: Pair, wordings: Sequence[Wording], weights: Weights) -> bool:
    """Return whether an equal value in two sentences is surely one point told alike."""
    value = pair.left.unit.value
    if value is None or pair.shared < TELLING.get(pair.aspect, 1.0) or value.kind == "ordinal":
        return False
    if pair.aspect == "figure":
        wording = wordings[pair.left.wording]
        quantity = value.quantity
        small = quantity is not None and quantity.kind == "count" and quantity.value in (None, 1.0, 2.0)
        return not (small and pair.shared < SMALL_SHARED) and "/" not in wording.words(value.first, value.end)
    if value.time is not None and not any(char.isdigit() for char in value.time.value[:4]):
        return False
    return rarity(pair, wordings, weights) >= RARE


def rarity(pair: Pair, wordings: Sequence[Wording], weights: Weights) -> float:
    """Return how telling the rarest word of a pair is (0.2 to 1)."""
    wording, unit = wordings[pair.left.wording], pair.left.unit
    return max((weights.of(wording.key[i]) for i in unit.range if wording.is_content[i]), default=0.0)


def join_amounts(groups: Sequence[list[Pair]]) -> list[list[Pair]]:
    """Return the groups with those of one amount of money joined: reports come back to the same sum."""
    joined: dict[tuple[float, str | None], list[Pair]] = {}
    kept = []
    for group in groups:
        value = group[0].left.unit.value
        quantity = value.quantity if value is not None else None
        if quantity is None or quantity.kind != "money" or quantity.value is None:
            kept.append(group)
        elif (quantity.value, quantity.unit) in joined:
            joined[(quantity.value, quantity.unit)].extend(group)
        else:
            joined[(quantity.value, quantity.unit)] = group
            kept.append(group)
    return kept


def aspect_of_value(kind: str) -> Aspect:
    """Return the aspect that a kind of value belongs to."""
    aspects: dict[str, Aspect] = {"date": "date", "place": "place", "name": "name"}
    return aspects.get(kind, "figure")


def _partners(alignment: Alignment, value: Value) -> Iterator[Value]:
    seen = set()
    for index in range(value.first, value.end):
        other = alignment.right_of[index]
        partner = alignment.right.value_at.get(other) if other >= 0 else None
        if partner is not None and partner.first not in seen:
            seen.add(partner.first)
            yield partner


def gather_points(pairs: Sequence[Pair], wordings: Sequence[Wording]) -> list[list[Pair]]:
    """Return the pairs in groups that speak of one point: those that share a telling word of a wording."""
    above = list(range(len(pairs)))

    def root(each: int) -> int:
        while above[each] != each:
            above[each] = above[above[each]]
            each = above[each]
        return each

    at: dict[tuple[int, int], int] = {}
    for number, pair in enumerate(pairs):
        for side in (pair.left, pair.right):
            wording = wordings[side.wording]
            for index in side.unit.range:
                if not wording.is_content[index] and side.unit.value is None:
                    continue
                first = at.setdefault((side.wording, index), number)
                one, other = sorted((root(first), root(number)))
                above[other] = one
    groups: dict[int, list[Pair]] = defaultdict(list)
    for number, pair in enumerate(pairs):
        groups[root(number)].append(pair)
    return [groups[each] for each in sorted(groups)]
