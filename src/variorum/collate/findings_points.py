"""Differences and agreements between wordings, judged and brought together into points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from variorum.collate.align import Alignment
from variorum.collate.align_differences import Difference, Unit, find_differences
from variorum.collate.compare.verdict import Verdict
from variorum.collate.findings_evidence import Vocabulary, aspect_of, compare_units, compare_values, gather_evidence
from variorum.collate.findings_judge import VALUED, features_of, judge
from variorum.collate.points import Value, Wording
from variorum.model.record import Aspect

# A pair must be this sure to be of one point and to differ; what is less sure is left out (wrong is worse than missing).
SURE: dict[Aspect, float] = {
    "figure": 0.5,
    "date": 0.5,
    "name": 0.5,
    "place": 0.5,
    "status": 0.5,
    "description": 0.5,
}


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

    `shared` is how much of the weight of their sentences agrees (0 to 1), `weight` that weight itself.
    """

    left: Side
    right: Side
    aspect: Aspect
    verdict: Verdict | None
    shared: float
    weight: float
    sure: float | None = None
    difference: Difference | None = None


def find_disagreements(alignments: Sequence[Alignment], numbers: dict[int, int], vocabulary: Vocabulary) -> list[Pair]:
    """Return the pairs that are surely of one point and differ, the surest first; `numbers` gives wordings theirs by id."""
    pairs: list[Pair] = []
    features = []
    for alignment in alignments:
        for difference in find_differences(alignment):
            verdict = compare_values(difference)
            if verdict is not None and verdict.outcome != "differs":
                continue
            aspect = aspect_of(difference)
            evidence = gather_evidence(difference, vocabulary)
            left = Side(numbers[id(alignment.left)], difference.left)
            right = Side(numbers[id(alignment.right)], difference.right)
            shared, weight = evidence["shared_low"], 8 * evidence["shared_weight"]
            pairs.append(Pair(left, right, aspect, verdict, shared, weight, 0.0, difference))
            features.append(features_of(evidence, aspect))
    judged = _judge_all(pairs, features)
    found = [
        msgspec.structs.replace(pair, sure=sure)
        for pair, sure in zip(pairs, judged, strict=True)
        if sure >= SURE[pair.aspect]
    ]
    return sorted(found, key=lambda pair: (-(pair.sure or 0.0), pair.left.place, pair.right.place))


def _judge_all(pairs: Sequence[Pair], features: Sequence[dict[str, float]]) -> list[float]:
    judged = [0.0] * len(pairs)
    for kind in ("values", "words"):
        mine = [i for i, pair in enumerate(pairs) if (pair.aspect in VALUED) == (kind == "values")]
        for index, sure in zip(mine, judge([features[i] for i in mine], kind), strict=True):
            judged[index] = sure
    return judged


def find_agreements(alignments: Sequence[Alignment], numbers: dict[int, int]) -> Iterator[Pair]:
    """Yield the pairs of typed values that say the same and are linked in sentences laid side by side."""
    for alignment in alignments:
        for value in alignment.left.values:
            for other in _partners(alignment, value):
                left, right = Unit(value.first, value.end, value), Unit(other.first, other.end, other)
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


# How much of two sentences must agree for an equal value in both to be one point: names stand in many sentences.
TELLING: dict[Aspect, float] = {"figure": 0.25, "date": 0.4, "name": 0.5, "place": 0.5}


def is_telling(pair: Pair) -> bool:
    """Return whether an equal value in two sentences is surely one point told alike."""
    return pair.shared >= TELLING.get(pair.aspect, 1.0)


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
