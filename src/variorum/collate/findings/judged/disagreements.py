"""Pairs of stretches of one point that reports tell differently: found, judged, kept where the judge is sure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, filterfalse
from typing import NamedTuple

import msgspec

from variorum.collate.align import Alignment
from variorum.collate.compare.verdict import Verdict
from variorum.collate.compare.words import are_opposites
from variorum.collate.differences import Difference, find_differences, measure, top_of
from variorum.collate.findings.explained.tight import is_tight
from variorum.collate.findings.judged.contradictions import judge_contradiction
from variorum.collate.findings.judged.counterparts import Counterparts, Place
from variorum.collate.findings.judged.evidence import Vocabulary, aspect_of, compare_values, gather_evidence, is_loose
from variorum.collate.findings.judged.judge import VALUED, features_of, judge, mean_of_odds
from variorum.collate.findings.judged.slots import judge_slots, slot_of
from variorum.collate.findings.pairs import Pair, Side
from variorum.model.record import Aspect

# Pairs that the evidence alone finds less likely are not read by a network (docs/decisions/0079: what that costs).
LIKELY: dict[Aspect, float] = {
    "figure": 0.07,
    "date": 0.07,
    "name": 0.13,
    "place": 0.07,
    "status": 0.07,
    "description": 0.1,
}
# Of values that are each other's counterparts, wherever they stand, the sentences share less; few are so.
LIKELY_APART = 0.03
# Pairs that are less likely once their places are compared are not read by the second network: hardly one gets sure.
DOUBTFUL: dict[Aspect, float] = {
    "figure": 0.05,
    "date": 0.05,
    "name": 0.1,
    "place": 0.1,
    "status": 0.1,
    "description": 0.1,
}
# A pair must be this sure to be of one point and to differ; the rest is left out (wrong is worse than missing).
# Chosen on folds by event, so that each aspect costs about as many unexplained conflicts (docs/collating.md).
SURE: dict[Aspect, float] = {
    "figure": 0.35,
    "date": 0.25,
    "name": 0.6,
    "place": 0.25,
    "status": 0.5,
    "description": 0.35,
}
# Counterparts in sentences that share little must be this sure.
SURE_APART = 0.5
# Figures in sentences laid side by side that agree on less than this, and do not run alike, must be surer.
LITTLE_SHARED, SURE_LOOSE = 0.26, 0.4


class _Candidate(NamedTuple):
    """A pair that is to be judged, its features, and how likely these alone must make it."""

    pair: Pair
    features: Mapping[str, float]
    likely: float

    @property
    def places(self) -> frozenset[Place]:
        """The two stretches, whichever comes first."""
        return frozenset((self.pair.left.place, self.pair.right.place))


def _candidate(pair: Pair, evidence: Mapping[str, float]) -> _Candidate:
    return _Candidate(pair, features_of(evidence, pair.aspect), LIKELY[pair.aspect])


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
    found: dict[frozenset[Place], _Candidate] = {}
    for difference, verdict, evidence in weigh(differ_beside(alignments), vocabulary):
        each = _candidate(_pair_of(difference, verdict, evidence, numbers), evidence)
        found.setdefault(each.places, each)
    for difference, verdict, evidence in weigh(differ_apart(counterparts), vocabulary):
        pair = msgspec.structs.replace(_pair_of(difference, verdict, evidence, numbers), apart=True)
        each = _candidate(pair, evidence)
        found[each.places] = found.get(each.places, each)._replace(likely=LIKELY_APART)
    sure = [each for each in _judge_all(list(found.values()), counterparts, explains) if _is_sure(each, least)]
    return fill_once(sure)


def _is_sure(pair: Pair, least: Mapping[Aspect, float]) -> bool:
    asked = least[pair.aspect]
    if pair.apart:
        return (pair.sure or 0.0) >= max(asked, SURE_APART)
    loose = pair.aspect == "figure" and pair.shared < LITTLE_SHARED and not is_tight(pair)
    return (pair.sure or 0.0) >= (max(asked, SURE_LOOSE) if loose else asked)


def _pair_of(
    difference: Difference, verdict: Verdict | None, evidence: Mapping[str, float], numbers: Mapping[int, int]
) -> Pair:
    left, right = difference.alignment.left, difference.alignment.right
    return Pair(
        left=Side(numbers[id(left)], difference.left),
        right=Side(numbers[id(right)], difference.right),
        aspect=aspect_of(difference),
        verdict=verdict,
        shared=evidence["shared_low"],
        weight=8 * evidence["shared_weight"],
        sure=0.0,
        related=evidence["opposed"] + evidence["sibling"] + evidence["denied"] > 0,
        opposed=_are_opposed(difference),
        difference=difference,
    )


def fill_once(pairs: Iterable[Pair]) -> list[Pair]:
    """Return the pairs, the surest first, without those that set a stretch against a second one of the same sentence.

    "Good" has one partner in a sentence: where that is "bad", it is not "clear" as well.
    """
    kept: list[Pair] = []
    beside: dict[tuple[int, int], list[Pair]] = defaultdict(list)
    for pair in sorted(pairs, key=lambda pair: (-(pair.sure or 0.0), pair.left.place, pair.right.place)):
        sentences = beside[pair.left.wording, pair.right.wording]
        if all(_meet(pair.left, other.left) == _meet(pair.right, other.right) for other in sentences):
            kept.append(pair)
            sentences.append(pair)
    return kept


def _meet(one: Side, other: Side) -> bool:
    return one.unit.first < other.unit.end and other.unit.first < one.unit.end


def differ_beside(alignments: Iterable[Alignment]) -> Iterator[Difference]:
    """Yield what sentences laid side by side tell differently, less what stands too loosely in them."""
    return filterfalse(is_loose, chain.from_iterable(map(find_differences, alignments)))


def differ_apart(counterparts: Counterparts) -> Iterator[Difference]:
    """Yield the values that are each other's counterparts, in sentences that need not share enough to be aligned."""
    for one, other in counterparts.nearest():
        left, right = counterparts.wordings[one.wording], counterparts.wordings[other.wording]
        if _is_amount(one) or _is_amount(other):
            continue
        # "Monday" and "Monday" of reports of two weeks are told alike.
        if [left.key[i] for i in one.unit.range] != [right.key[i] for i in other.unit.range]:
            yield measure(Alignment(left, right, counterparts.weights), one.unit, other.unit)


def _is_amount(side: Side) -> bool:
    """Whether a stretch is a sum or a share: those of two deals and two moments are told in much the same words."""
    quantity = side.unit.value.quantity if side.unit.value is not None else None
    return quantity is not None and quantity.kind in ("money", "percent")


def weigh(
    differences: Iterable[Difference], vocabulary: Vocabulary
) -> Iterator[tuple[Difference, Verdict | None, dict[str, float]]]:
    """Yield the differences of meaning, with the verdict on their values (None: words) and their evidence."""
    for difference in differences:
        verdict = compare_values(difference)
        if verdict is not None and verdict.outcome != "differs":
            continue
        yield difference, verdict, gather_evidence(difference, verdict, vocabulary)


def _are_opposed(difference: Difference) -> bool:
    """Whether the words that head two stretches exclude each other."""
    left, right = difference.alignment.left, difference.alignment.right
    one, other = top_of(left, difference.left), top_of(right, difference.right)
    return are_opposites(left.lemma[one], right.lemma[other])


def _judge_all(
    found: Sequence[_Candidate], counterparts: Counterparts, explains: Callable[[Pair], bool]
) -> Iterator[Pair]:
    """Yield the pairs that stay likely with how sure they are, judged in three steps, each of fewer pairs.

    By the evidence, less those that rules explain; by the place that they fill too; by what is told of their
    contradiction and how far each value is the other's counterpart. The last two steps are two opinions, of networks
    taught on other things: their mean counts (in log odds).
    """
    for kind in ("values", "words"):
        mine = [each for each in found if (each.pair.aspect in VALUED) == (kind == "values")]
        first = zip(mine, judge([each.features for each in mine], kind), strict=True)
        likely = [
            each
            for each, sure in first
            if sure >= each.likely and not explains(msgspec.structs.replace(each.pair, sure=1.0))
        ]
        placed = [{**each.features, "slot": judge_place(_difference_of(each.pair))} for each in likely]
        opinions = zip(likely, judge(placed, f"{kind} in slots"), strict=True)
        doubted = [(each, opinion) for each, opinion in opinions if opinion >= DOUBTFUL[each.pair.aspect]]
        told = [msgspec.structs.asdict(judge_contradiction(_difference_of(each.pair))) for each, _ in doubted]
        ranks = counterparts.rank([(each.pair.left, each.pair.right) for each, _ in doubted])
        read = [{**each.features, **said, **rank} for (each, _), said, rank in zip(doubted, told, ranks, strict=True)]
        for (each, opinion), second in zip(doubted, judge(read, f"{kind} read"), strict=True):
            yield msgspec.structs.replace(each.pair, sure=mean_of_odds(opinion, second))


def _difference_of(pair: Pair) -> Difference:
    if pair.difference is None:
        raise ValueError("a pair of words that agree has no slots to compare")
    return pair.difference


def judge_place(difference: Difference) -> float:
    """Return how sure the network is (0 to 1) that the stretches of a difference fill one place of one point."""
    left, right = difference.alignment.left, difference.alignment.right
    return judge_slots(slot_of(left, difference.left), slot_of(right, difference.right))
