"""Differences and agreements between wordings, judged and brought together into points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from variorum.collate.align import Alignment
from variorum.collate.compare.verdict import Verdict
from variorum.collate.compare.words import are_opposites
from variorum.collate.differences import Difference, Unit, find_differences, top_of, unit_of
from variorum.collate.findings.contradictions import judge_contradiction
from variorum.collate.findings.evidence import Vocabulary, aspect_of, compare_units, compare_values, gather_evidence
from variorum.collate.findings.judge import VALUED, features_of, judge, mean_of_odds
from variorum.collate.findings.slots import judge_slots, slot_of
from variorum.collate.points import Value, Weights, Wording
from variorum.model.record import Aspect

# Pairs that the evidence alone finds less likely are not read by the network (docs/collating.md: what that costs).
LIKELY = 0.07
# Pairs that are less sure once their places are compared are not read by the second network.
DOUBTFUL = 0.02
# A pair must be this sure to be of one point and to differ; the rest is left out (wrong is worse than missing).
# Chosen on folds by event, so that each aspect costs about as many unexplained conflicts (docs/collating.md).
SURE: dict[Aspect, float] = {
    "figure": 0.13,
    "date": 0.20,
    "name": 0.50,
    "place": 0.22,
    "status": 0.27,
    "description": 0.32,
}
# How much of two sentences must agree for an equal value in both to be one point: names stand in many sentences.
TELLING: dict[Aspect, float] = {"figure": 0.05, "date": 0.3, "name": 0.45, "place": 0.55}
# A date or a name tells something where few sentences have it.
RARE = 0.8
# "One" and "two" stand in many sentences too.
SMALL_SHARED = 0.5


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
    related: bool = False
    opposed: bool = False
    difference: Difference | None = None


def find_disagreements(
    alignments: Sequence[Alignment], numbers: dict[int, int], vocabulary: Vocabulary, least: Mapping[Aspect, float]
) -> list[Pair]:
    """Return the pairs that are of one point and differ, the surest first, each at least as sure as its aspect asks.

    `numbers` gives each wording its number by its id.
    """
    pairs: list[Pair] = []
    features = []
    for difference, verdict, evidence in gather_differences(alignments, vocabulary):
        alignment, aspect = difference.alignment, aspect_of(difference)
        left = Side(numbers[id(alignment.left)], difference.left)
        right = Side(numbers[id(alignment.right)], difference.right)
        shared, weight = evidence["shared_low"], 8 * evidence["shared_weight"]
        opposed = _are_opposed(difference)
        related = evidence["opposed"] + evidence["sibling"] + evidence["denied"] > 0
        pairs.append(Pair(left, right, aspect, verdict, shared, weight, 0.0, related, opposed, difference))
        features.append(features_of(evidence, aspect))
    found = [
        msgspec.structs.replace(pair, sure=sure)
        for pair, sure in _judge_all(pairs, features)
        if sure >= least[pair.aspect]
    ]
    return fill_once(sorted(found, key=lambda pair: (-(pair.sure or 0.0), pair.left.place, pair.right.place)))


def fill_once(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs, the surest first, without those that set a stretch against a second one of the same sentence.

    "Good" has one partner in a sentence: where that is "bad", it is not "clear" as well. Done before rules explain
    pairs: where what is surest is explained, the next one is still not the partner.
    """
    kept: list[Pair] = []
    beside: dict[tuple[int, int], list[Pair]] = defaultdict(list)
    for pair in pairs:
        sentences = beside[pair.left.wording, pair.right.wording]
        if all(_meet(pair.left, other.left) == _meet(pair.right, other.right) for other in sentences):
            kept.append(pair)
            sentences.append(pair)
    return kept


def _meet(one: Side, other: Side) -> bool:
    return one.unit.first < other.unit.end and other.unit.first < one.unit.end


def gather_differences(
    alignments: Sequence[Alignment], vocabulary: Vocabulary
) -> Iterator[tuple[Difference, Verdict | None, dict[str, float]]]:
    """Yield the differences that can be judged, with the verdict on their values (None: words) and their evidence."""
    for alignment in alignments:
        for difference in find_differences(alignment):
            verdict = compare_values(difference)
            if verdict is not None and verdict.outcome != "differs":
                continue
            evidence = gather_evidence(difference, vocabulary)
            if evidence is not None:
                yield difference, verdict, evidence


def _are_opposed(difference: Difference) -> bool:
    """Whether the words that head two stretches exclude each other."""
    left, right = difference.alignment.left, difference.alignment.right
    one, other = top_of(left, difference.left), top_of(right, difference.right)
    return are_opposites(left.lemma[one], right.lemma[other])


def _judge_all(pairs: Sequence[Pair], features: Sequence[Mapping[str, float]]) -> Iterator[tuple[Pair, float]]:
    """Yield the pairs that stay likely with how sure they are, judged in three steps, each of fewer pairs.

    By the evidence; by the place that they fill too; by what is told of their contradiction. The last two steps are two
    opinions, of networks taught on other things: their mean counts (in log odds).
    """
    for kind in ("values", "words"):
        mine = [i for i, pair in enumerate(pairs) if (pair.aspect in VALUED) == (kind == "values")]
        likely = _those_above(LIKELY, mine, judge([features[i] for i in mine], kind))
        placed = [{**features[i], "slot": judge_place(_difference_of(pairs[i]))} for i in likely]
        opinion = dict(zip(likely, judge(placed, f"{kind} in slots"), strict=True))
        open_ones = _those_above(DOUBTFUL, likely, list(opinion.values()))
        told = [judge_contradiction(_difference_of(pairs[i])) for i in open_ones]
        read = [{**features[i], **msgspec.structs.asdict(each)} for i, each in zip(open_ones, told, strict=True)]
        for index, second in zip(open_ones, judge(read, f"{kind} read"), strict=True):
            yield pairs[index], mean_of_odds(opinion[index], second)


def _those_above(least: float, numbers: Sequence[int], scores: Sequence[float]) -> list[int]:
    return [number for number, score in zip(numbers, scores, strict=True) if score >= least]


def _difference_of(pair: Pair) -> Difference:
    if pair.difference is None:
        raise ValueError("a pair of words that agree has no slots to compare")
    return pair.difference


def judge_place(difference: Difference) -> float:
    """Return how sure the network is (0 to 1) that the stretches of a difference fill one place of one point."""
    left, right = difference.alignment.left, difference.alignment.right
    return judge_slots(slot_of(left, difference.left), slot_of(right, difference.right))


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
