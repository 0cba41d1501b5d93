"""All kinds of facts that are compared, in the order in which they are looked for."""

from __future__ import annotations

from variorum.collate.findings.facts.fact import Relation
from variorum.collate.findings.facts.measures import MEASURE_RELATIONS
from variorum.collate.findings.facts.personal import PERSON_RELATIONS
from variorum.collate.findings.facts.standings import STANDING_RELATIONS

RELATIONS: tuple[Relation, ...] = (
    *MEASURE_RELATIONS,
    *STANDING_RELATIONS,
    *PERSON_RELATIONS,
)
