"""All kinds of facts that are compared, in the order in which they are looked for."""

from __future__ import annotations

from variorum.collate.findings.facts.conditions import CONDITION_RELATIONS
from variorum.collate.findings.facts.counts import COUNT_RELATIONS
from variorum.collate.findings.facts.extents import EXTENT_RELATIONS
from variorum.collate.findings.facts.fact import Relation
from variorum.collate.findings.facts.means import MEANS_RELATIONS
from variorum.collate.findings.facts.measures import MEASURE_RELATIONS
from variorum.collate.findings.facts.occasions import OCCASIONS_RELATIONS
from variorum.collate.findings.facts.personal import PERSON_RELATIONS
from variorum.collate.findings.facts.plays import PLAY_RELATIONS
from variorum.collate.findings.facts.posts import POST_RELATIONS
from variorum.collate.findings.facts.scenes import SCENE_RELATIONS
from variorum.collate.findings.facts.standings import STANDING_RELATIONS
from variorum.collate.findings.facts.tenures import TENURE_RELATIONS

RELATIONS: tuple[Relation, ...] = (
    *COUNT_RELATIONS,
    *MEASURE_RELATIONS,
    *POST_RELATIONS,
    *STANDING_RELATIONS,
    *EXTENT_RELATIONS,
    *TENURE_RELATIONS,
    *PERSON_RELATIONS,
    *OCCASIONS_RELATIONS,
    *PLAY_RELATIONS,
    *MEANS_RELATIONS,
    *SCENE_RELATIONS,
    *CONDITION_RELATIONS,
)
