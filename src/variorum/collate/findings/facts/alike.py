"""Which facts reports state alike: one relation, one thing, one value, in whatever words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import log10

from variorum.collate.align import Alignment
from variorum.collate.compare.figures import ROUNDED
from variorum.collate.compare.verdict import Verdict
from variorum.collate.differences import top_of
from variorum.collate.findings.facts.compared import compare_stated
from variorum.collate.findings.facts.differ import Facts
from variorum.collate.findings.facts.fact import Relation, Stated
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Weights

_TYPED = ("figure", "date")
# Figures further apart than rounding moves one are not told alike, though both may hold.
_NEAR = log10(1 + ROUNDED)
_ALIKE = Verdict("same", "of one thing, each in its own words")


def agree_in_facts(facts: Facts, weights: Weights) -> Iterator[Pair]:
    """Yield the pairs of stretches that state a fact alike, of the relations of which that is worth telling."""
    for relation, things in facts:
        for stated in things if relation.is_telling is not None else ():
            for one, other in combinations(stated, 2):
                verdict = _agree(relation, one, other)
                if verdict is not None:
                    yield _pair_of(relation, one, other, verdict, weights)


def _agree(relation: Relation, one: Stated, other: Stated) -> Verdict | None:
    """How the facts of two reports agree; None where they do not."""
    apart = one.wording.reports.isdisjoint(other.wording.reports)
    telling = apart and relation.is_telling is not None and relation.is_telling(one, other)
    if not telling or relation.excludes(one, other):
        return None
    verdict = compare_stated(one, other)
    if verdict is None:
        worded = relation.aspect not in _TYPED and one.fact.value and one.fact.value == other.fact.value
        return _ALIKE if worded and _is_denied(one) == _is_denied(other) else None
    # "At least one" and "two" fit, but the one who counted two knew more.
    near = verdict.outcome == "fits" and (relation.aspect != "figure" or verdict.distance <= _NEAR)
    return verdict if verdict.outcome == "same" or near else None


def _pair_of(relation: Relation, one: Stated, other: Stated, verdict: Verdict, weights: Weights) -> Pair:
    shared = Alignment(one.wording, other.wording, weights).shared
    left, right = one.fact.side, other.fact.side
    return Pair(left, right, relation.aspect, verdict, shared.low, shared.weight, apart=True, stated=True)


def _is_denied(stated: Stated) -> bool:
    return stated.wording.is_denied(top_of(stated.wording, stated.fact.side.unit))
