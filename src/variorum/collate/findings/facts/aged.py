"""Ages of persons whom reports tell by a noun alone: "the five-year-old boy"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from variorum.collate.differences import unit_of
from variorum.collate.findings.facts.beside_names import aged_noun
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.model.span import ReportId

# Ages of one child lie no further apart than this; of two children they mostly do.
_NEAR = 3


def _find_unnamed(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the ages of whom reports tell by a noun alone, one of the kind in each report: "the five-year-old boy"."""
    told: dict[str, list[tuple[Side, float]]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        for value in wording.values:
            noun = aged_noun(wording, value)
            if noun is not None and value.quantity is not None and value.quantity.value is not None:
                told[wording.lemma[noun]].append((Side(number, unit_of(value)), value.quantity.value))
    for lemma, found in sorted(told.items()):
        ages: dict[ReportId, set[float]] = defaultdict(set)
        for side, age in found:
            for report in wordings[side.wording].reports:
                ages[report].add(age)
        if all(len(each) == 1 for each in ages.values()):
            for side, age in found:
                yield Fact(lemma, side, f"{age:g}")


def _near_age(one: Stated, other: Stated) -> bool:
    ages = [float(each.fact.value) for each in (one, other)]
    return 0 < abs(ages[0] - ages[1]) <= _NEAR


AGED_RELATIONS: tuple[Relation, ...] = (Relation("unnamed age", "figure", _find_unnamed, _near_age),)
