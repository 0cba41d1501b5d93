"""All kinds of facts that are compared, in the order in which they are looked for."""

from __future__ import annotations

from variorum.collate.findings.facts.conditions.conditions import CONDITION_RELATIONS
from variorum.collate.findings.facts.conditions.heeding import HEEDING_RELATIONS
from variorum.collate.findings.facts.conditions.lacking import LACKING_RELATIONS
from variorum.collate.findings.facts.conditions.stages import STAGE_RELATIONS
from variorum.collate.findings.facts.counts.counts import COUNT_RELATIONS
from variorum.collate.findings.facts.counts.holders import HOLDER_RELATIONS
from variorum.collate.findings.facts.counts.populations import POPULATION_RELATIONS
from variorum.collate.findings.facts.counts.things import THING_RELATIONS
from variorum.collate.findings.facts.counts.turnouts import TURNOUT_RELATIONS
from variorum.collate.findings.facts.fact import Relation
from variorum.collate.findings.facts.means.means import MEANS_RELATIONS
from variorum.collate.findings.facts.means.peoples import PEOPLE_RELATIONS
from variorum.collate.findings.facts.means.qualities import QUALITY_RELATIONS
from variorum.collate.findings.facts.measures.bids import BID_RELATIONS
from variorum.collate.findings.facts.measures.clocked import CLOCKED_RELATIONS
from variorum.collate.findings.facts.measures.dialled import DIALLED_RELATIONS
from variorum.collate.findings.facts.measures.extents import EXTENT_RELATIONS
from variorum.collate.findings.facts.measures.in_a_row import IN_A_ROW_RELATIONS
from variorum.collate.findings.facts.measures.magnitudes import MAGNITUDE_RELATIONS
from variorum.collate.findings.facts.measures.measures import MEASURE_RELATIONS
from variorum.collate.findings.facts.measures.purchases import PURCHASE_RELATIONS
from variorum.collate.findings.facts.measures.ranked import RANKED_RELATIONS
from variorum.collate.findings.facts.measures.scores import SCORE_RELATIONS
from variorum.collate.findings.facts.measures.tenures import TENURE_RELATIONS
from variorum.collate.findings.facts.occasions.alarms import ALARM_RELATIONS
from variorum.collate.findings.facts.occasions.chains import CHAIN_RELATIONS
from variorum.collate.findings.facts.occasions.long_ago import LONG_AGO_RELATIONS
from variorum.collate.findings.facts.occasions.occasions import OCCASIONS_RELATIONS
from variorum.collate.findings.facts.occasions.plays import PLAY_RELATIONS
from variorum.collate.findings.facts.occasions.ways import WAY_RELATIONS
from variorum.collate.findings.facts.persons.personal import PERSON_RELATIONS
from variorum.collate.findings.facts.posts.posts import POST_RELATIONS
from variorum.collate.findings.facts.posts.sibling_names import SIBLING_RELATIONS
from variorum.collate.findings.facts.scenes.scenes import SCENE_RELATIONS
from variorum.collate.findings.facts.scenes.seats import SEAT_RELATIONS

RELATIONS: tuple[Relation, ...] = (
    *COUNT_RELATIONS,
    *THING_RELATIONS,
    *TURNOUT_RELATIONS,
    *HOLDER_RELATIONS,
    *POPULATION_RELATIONS,
    *MEASURE_RELATIONS,
    *POST_RELATIONS,
    *SCORE_RELATIONS,
    *MAGNITUDE_RELATIONS,
    *IN_A_ROW_RELATIONS,
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
    *CHAIN_RELATIONS,
    *ALARM_RELATIONS,
    *PLAY_RELATIONS,
    *WAY_RELATIONS,
    *MEANS_RELATIONS,
    *SCENE_RELATIONS,
    *SIBLING_RELATIONS,
    *SEAT_RELATIONS,
    *CONDITION_RELATIONS,
    *HEEDING_RELATIONS,
    *LACKING_RELATIONS,
    *STAGE_RELATIONS,
    *QUALITY_RELATIONS,
    *PEOPLE_RELATIONS,
)
