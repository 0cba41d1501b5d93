"""Pairs of stretches of one point that reports tell differently: found, judged, kept where the judge is sure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from variorum.collate.align import Alignment
from variorum.collate.compare.verdict import Verdict
from variorum.collate.compare.words import are_opposites
from variorum.collate.differences import Difference, find_differences, top_of
from variorum.collate.findings.contradictions import judge_contradiction
from variorum.collate.findings.counterparts import Counterparts
from variorum.collate.findings.evidence import Vocabulary, aspect_of, compare_values, gather_evidence
from variorum.collate.findings.judge import VALUED, features_of, judge, mean_of_odds
from variorum.collate.findings.pairs import Pair, Side
from variorum.collate.findings.slots import judge_slots, slot_of
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


def find_disagreements(
    alignments: Sequence[Alignment],
    vocabulary: Vocabulary,
    counterparts: Counterparts,
    explains: Callable[[Pair], bool],
    least: Mapping[Aspect, float],
) -> list[Pair]:
    """Return the pairs that are of one point and differ, the surest first, each at least as sure as its aspect asks.

    What `explains` tells to be no disagreement, however sure, is left out before it is read.
    """
    numbers = {id(wording): number for number, wording in enumerate(vocabulary.wordings)}
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
        for pair, sure in _judge_all(pairs, features, counterparts, explains)
        if sure >= least[pair.aspect]
    ]
    return fill_once(sorted(found, key=lambda pair: (-(pair.sure or 0.0), pair.left.place, pair.right.place)))


def fill_once(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs, the surest first, without those that set a stretch against a second one of the same sentence.

    "Good" has one partner in a sentence: where that is "bad", it is not "clear" as well.
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


def _judge_all(
    pairs: Sequence[Pair],
    features: Sequence[Mapping[str, float]],
    counterparts: Counterparts,
    explains: Callable[[Pair], bool],
) -> Iterator[tuple[Pair, float]]:
    """Yield the pairs that stay likely with how sure they are, judged in three steps, each of fewer pairs.

    By the evidence, less those that rules explain; by the place that they fill too; by what is told of their
    contradiction and how far each value is the other's counterpart. The last two steps are two opinions, of networks
    taught on other things: their mean counts (in log odds).
    """
    for kind in ("values", "words"):
        mine = [i for i, pair in enumerate(pairs) if (pair.aspect in VALUED) == (kind == "values")]
        likely = [
            i
            for i in _those_above(LIKELY, mine, judge([features[i] for i in mine], kind))
            if not explains(msgspec.structs.replace(pairs[i], sure=1.0))
        ]
        placed = [{**features[i], "slot": judge_place(_difference_of(pairs[i]))} for i in likely]
        opinion = dict(zip(likely, judge(placed, f"{kind} in slots"), strict=True))
        open_ones = _those_above(DOUBTFUL, likely, list(opinion.values()))
        told = [msgspec.structs.asdict(judge_contradiction(_difference_of(pairs[i]))) for i in open_ones]
        ranks = counterparts.rank([(pairs[i].left, pairs[i].right) for i in open_ones])
        read = [{**features[i], **each, **rank} for i, each, rank in zip(open_ones, told, ranks, strict=True)]
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
