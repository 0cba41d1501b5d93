"""All kinds of facts that are compared, in the order in which they are looked for."""

from __future__ import annotations

from variorum.collate.findings.facts.fact import Relation

RELATIONS: tuple[Relation, ...] = ()
