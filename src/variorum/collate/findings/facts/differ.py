"""Which facts reports state differently: one relation, one thing, two values that exclude each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations

from variorum.collate.align import Alignment
from variorum.collate.compare.verdict import Verdict
from variorum.collate.differences import measure
from variorum.collate.findings.facts.fact import Relation, Stated
from variorum.collate.findings.judged.evidence import compare_values
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Weights, Wording
from variorum.model.span import ReportId

# Two values that one relation has of one thing: how sure it is that they are of one point (the judge's scale, 0 to 1).
STATED = 0.9
# Of one thing no more facts than these are compared, so that many reports of one story cost little.
_MOST = 40

# Of each relation what is stated of each thing.
Facts = Sequence[tuple[Relation, Sequence[Sequence[Stated]]]]


def state_facts(wordings: Sequence[Wording], relations: Sequence[Relation]) -> Facts:
    """Return what sentences state under each relation: of each thing, in their order, at most `_MOST` facts."""
    return [(relation, _by_thing(wordings, relation)) for relation in relations]


def _by_thing(wordings: Sequence[Wording], relation: Relation) -> list[list[Stated]]:
    told: dict[str, list[Stated]] = defaultdict(list)
    for fact in relation.find(wordings):
        told[fact.about].append(Stated(fact, wordings[fact.side.wording]))
    return [stated[:_MOST] for _, stated in sorted(told.items())]


def differ_in_facts(facts: Facts, weights: Weights) -> Iterator[Pair]:
    """Yield the pairs of stretches that state a fact differently, by relation and in the order of the sentences."""
    for relation, things in facts:
        for stated in things:
            for one, other in _differing(relation, stated):
                yield _pair_of(relation, one, other, weights)


def _differing(relation: Relation, stated: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """The facts of two reports that exclude each other, unless either report states what fits the other as well.

    A report that states both contradicts itself, and says nothing against two others of which each states one.
    """
    by_report: dict[ReportId, list[Stated]] = defaultdict(list)
    for each in stated:
        for report in each.wording.reports:
            by_report[report].append(each)
    for one, other in combinations(stated, 2):
        both = one.wording.reports & other.wording.reports
        reports, others = one.wording.reports - both, other.wording.reports - both
        if not (reports and others and relation.excludes(one, other)):
            continue
        if _alone(relation, by_report, reports, other) and _alone(relation, by_report, others, one):
            yield one, other


def _alone(
    relation: Relation, by_report: Mapping[ReportId, Sequence[Stated]], reports: Set[ReportId], partner: Stated
) -> bool:
    """Whether one of some reports states nothing of the thing but what a fact of another report excludes."""
    return any(all(relation.excludes(each, partner) for each in by_report[report]) for report in sorted(reports))


def _pair_of(relation: Relation, one: Stated, other: Stated, weights: Weights) -> Pair:
    alignment = Alignment(one.wording, other.wording, weights)
    difference = measure(alignment, one.fact.side.unit, other.fact.side.unit)
    return Pair(
        left=one.fact.side,
        right=other.fact.side,
        aspect=relation.aspect,
        verdict=Verdict("differs", relation.why) if relation.why else compare_values(difference),
        shared=alignment.shared.low,
        weight=alignment.shared.weight,
        sure=STATED,
        related=True,
        opposed=True,
        difference=difference,
        apart=True,
        stated=True,
    )
