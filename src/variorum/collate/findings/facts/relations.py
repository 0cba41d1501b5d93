"""All kinds of facts that are compared, in the order in which they are looked for."""

from __future__ import annotations

from variorum.collate.findings.facts.conditions.conditions import CONDITION_RELATIONS
from variorum.collate.findings.facts.conditions.heeding import HEEDING_RELATIONS
from variorum.collate.findings.facts.conditions.lacking import LACKING_RELATIONS
from variorum.collate.findings.facts.counts.counts import COUNT_RELATIONS
from variorum.collate.findings.facts.fact import Relation
from variorum.collate.findings.facts.means.means import MEANS_RELATIONS
from variorum.collate.findings.facts.means.qualities import QUALITY_RELATIONS
from variorum.collate.findings.facts.measures.bids import BID_RELATIONS
from variorum.collate.findings.facts.measures.clocked import CLOCKED_RELATIONS
from variorum.collate.findings.facts.measures.dialled import DIALLED_RELATIONS
from variorum.collate.findings.facts.measures.extents import EXTENT_RELATIONS
from variorum.collate.findings.facts.measures.measures import MEASURE_RELATIONS
from variorum.collate.findings.facts.measures.purchases import PURCHASE_RELATIONS
from variorum.collate.findings.facts.measures.ranked import RANKED_RELATIONS
from variorum.collate.findings.facts.measures.standings import STANDING_RELATIONS
from variorum.collate.findings.facts.measures.tenures import TENURE_RELATIONS
from variorum.collate.findings.facts.occasions.long_ago import LONG_AGO_RELATIONS
from variorum.collate.findings.facts.occasions.occasions import OCCASIONS_RELATIONS
from variorum.collate.findings.facts.occasions.plays import PLAY_RELATIONS
from variorum.collate.findings.facts.persons.personal import PERSON_RELATIONS
from variorum.collate.findings.facts.posts.posts import POST_RELATIONS
from variorum.collate.findings.facts.posts.siblings import SIBLING_RELATIONS
from variorum.collate.findings.facts.posts.successions import SUCCESSION_RELATIONS
from variorum.collate.findings.facts.scenes.scenes import SCENE_RELATIONS
from variorum.collate.findings.facts.scenes.seats import SEAT_RELATIONS

RELATIONS: tuple[Relation, ...] = (
    *COUNT_RELATIONS,
    *MEASURE_RELATIONS,
    *POST_RELATIONS,
    *STANDING_RELATIONS,
    *EXTENT_RELATIONS,
    *CLOCKED_RELATIONS,
    *DIALLED_RELATIONS,
    *BID_RELATIONS,
    *PURCHASE_RELATIONS,
    *LONG_AGO_RELATIONS,
    *RANKED_RELATIONS,
    *TENURE_RELATIONS,
    *PERSON_RELATIONS,
    *OCCASIONS_RELATIONS,
    *PLAY_RELATIONS,
    *MEANS_RELATIONS,
    *SCENE_RELATIONS,
    *SIBLING_RELATIONS,
    *SEAT_RELATIONS,
    *SUCCESSION_RELATIONS,
    *CONDITION_RELATIONS,
    *HEEDING_RELATIONS,
    *LACKING_RELATIONS,
    *QUALITY_RELATIONS,
)
