"""All kinds of facts that are compared, in the order in which they are looked for."""

from __future__ import annotations

from variorum.collate.findings.facts.bids import BID_RELATIONS
from variorum.collate.findings.facts.clocked import CLOCKED_RELATIONS
from variorum.collate.findings.facts.conditions import CONDITION_RELATIONS
from variorum.collate.findings.facts.counts import COUNT_RELATIONS
from variorum.collate.findings.facts.dialled import DIALLED_RELATIONS
from variorum.collate.findings.facts.extents import EXTENT_RELATIONS
from variorum.collate.findings.facts.fact import Relation
from variorum.collate.findings.facts.heeding import HEEDING_RELATIONS
from variorum.collate.findings.facts.lacking import LACKING_RELATIONS
from variorum.collate.findings.facts.long_ago import LONG_AGO_RELATIONS
from variorum.collate.findings.facts.means import MEANS_RELATIONS
from variorum.collate.findings.facts.measures import MEASURE_RELATIONS
from variorum.collate.findings.facts.occasions import OCCASIONS_RELATIONS
from variorum.collate.findings.facts.personal import PERSON_RELATIONS
from variorum.collate.findings.facts.plays import PLAY_RELATIONS
from variorum.collate.findings.facts.posts import POST_RELATIONS
from variorum.collate.findings.facts.purchases import PURCHASE_RELATIONS
from variorum.collate.findings.facts.qualities import QUALITY_RELATIONS
from variorum.collate.findings.facts.ranked import RANKED_RELATIONS
from variorum.collate.findings.facts.scenes import SCENE_RELATIONS
from variorum.collate.findings.facts.seats import SEAT_RELATIONS
from variorum.collate.findings.facts.siblings import SIBLING_RELATIONS
from variorum.collate.findings.facts.standings import STANDING_RELATIONS
from variorum.collate.findings.facts.successions import SUCCESSION_RELATIONS
from variorum.collate.findings.facts.tenures import TENURE_RELATIONS

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
