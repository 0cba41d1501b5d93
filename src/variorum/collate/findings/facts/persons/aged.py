"""Ages of persons whom reports tell by a noun alone: "the five-year-old boy"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from variorum.collate.differences import unit_of
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.persons.persons import persons_of
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_words
from variorum.model.span import ReportId

# Ages of one child lie no further apart than this; of two children they mostly do.
_NEAR = 3


def _find_unnamed(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the ages of whom reports tell by a noun alone, one of the kind in each report: "the five-year-old boy".

    Children are one kind: where a report tells of a boy and a girl, another one may tell of a third.
    """
    told: dict[str, list[tuple[Fact, float]]] = defaultdict(list)
    young, many = (load_words("en", "persons", name) for name in ("young", "many"))
    for aged in persons_of(wordings).aged:
        lemma = wordings[aged.number].lemma[aged.noun]
        if lemma not in many:
            fact = Fact(lemma, Side(aged.number, unit_of(aged.age)), f"{aged.years:g}")
            told["young" if lemma in young else lemma].append((fact, aged.years))
    for _, found in sorted(told.items()):
        ages: dict[ReportId, set[float]] = defaultdict(set)
        for fact, age in found:
            for report in wordings[fact.side.wording].reports:
                ages[report].add(age)
        if all(len(each) == 1 for each in ages.values()):
            yield from (fact for fact, _ in found)


def _near_age(one: Stated, other: Stated) -> bool:
    ages = [float(each.fact.value) for each in (one, other)]
    return 0 < abs(ages[0] - ages[1]) <= _NEAR


AGED_RELATIONS: tuple[Relation, ...] = (Relation("unnamed age", "figure", _find_unnamed, _near_age),)
