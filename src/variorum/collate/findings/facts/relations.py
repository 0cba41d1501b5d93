"""All kinds of facts that are compared, in the order in which they are looked for."""

from __future__ import annotations

from variorum.collate.findings.facts.conditions.comments import COMMENT_RELATIONS
from variorum.collate.findings.facts.conditions.denied_acts import ACT_RELATIONS
from variorum.collate.findings.facts.conditions.heeding import HEEDING_RELATIONS
from variorum.collate.findings.facts.conditions.stages import STAGE_RELATIONS
from variorum.collate.findings.facts.counts.counts import COUNT_RELATIONS
from variorum.collate.findings.facts.counts.things import THING_RELATIONS
from variorum.collate.findings.facts.fact import Relation
from variorum.collate.findings.facts.means.means import MEANS_RELATIONS
from variorum.collate.findings.facts.measures.measures import MEASURE_RELATIONS
from variorum.collate.findings.facts.occasions.alarms import ALARM_RELATIONS
from variorum.collate.findings.facts.occasions.chains import CHAIN_RELATIONS
from variorum.collate.findings.facts.occasions.long_ago import LONG_AGO_RELATIONS
from variorum.collate.findings.facts.occasions.occasions import OCCASIONS_RELATIONS
from variorum.collate.findings.facts.occasions.plays import PLAY_RELATIONS
from variorum.collate.findings.facts.persons.other_names import OTHER_NAME_RELATIONS
from variorum.collate.findings.facts.persons.personal import PERSON_RELATIONS
from variorum.collate.findings.facts.posts.bodies import BODY_RELATIONS
from variorum.collate.findings.facts.posts.posts import POST_RELATIONS
from variorum.collate.findings.facts.posts.slips import SLIP_RELATIONS
from variorum.collate.findings.facts.scenes.scenes import SCENE_RELATIONS

RELATIONS: tuple[Relation, ...] = (
    *COUNT_RELATIONS,
    *THING_RELATIONS,
    *MEASURE_RELATIONS,
    *POST_RELATIONS,
    *BODY_RELATIONS,
    *SLIP_RELATIONS,
    *LONG_AGO_RELATIONS,
    *PERSON_RELATIONS,
    *OTHER_NAME_RELATIONS,
    *OCCASIONS_RELATIONS,
    *CHAIN_RELATIONS,
    *ALARM_RELATIONS,
    *PLAY_RELATIONS,
    *MEANS_RELATIONS,
    *SCENE_RELATIONS,
    *ACT_RELATIONS,
    *COMMENT_RELATIONS,
    *HEEDING_RELATIONS,
    *STAGE_RELATIONS,
)
