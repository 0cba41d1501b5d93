"""All kinds of facts that reports state of persons.

Only what stands beside a name, or beside "he" and "she" where one person alone was named before, counts: set off by
commas, right before the name, or after "is" and "was".
"""

from __future__ import annotations

from variorum.collate.findings.facts.fact import Relation
from variorum.collate.findings.facts.persons.ages import AGE_RELATIONS
from variorum.collate.findings.facts.persons.families import FAMILY_RELATIONS
from variorum.collate.findings.facts.persons.homes import HOME_RELATIONS
from variorum.collate.findings.facts.persons.kin import KIN_RELATIONS
from variorum.collate.findings.facts.persons.middle_names import MIDDLE_NAME_RELATIONS

PERSON_RELATIONS: tuple[Relation, ...] = (
    *AGE_RELATIONS,
    *FAMILY_RELATIONS,
    *HOME_RELATIONS,
    *KIN_RELATIONS,
    *MIDDLE_NAME_RELATIONS,
)
