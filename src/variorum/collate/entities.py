"""One entity across the reports of a storyline."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from variorum.model.annotations import EntityType
from variorum.model.record import Entity
from variorum.model.report import Report
from variorum.model.span import EntityId, Place, ReportId


class LocalEntity(msgspec.Struct, frozen=True, order=True):
    """An entity as one report knows it."""

    report: ReportId
    entity: EntityId


class Resolved(msgspec.Struct, frozen=True):
    """The entities of a storyline, by id, and which of them each report's own entities are."""

    entities: tuple[Entity, ...]
    entity_of: Mapping[LocalEntity, EntityId]


def resolve_entities(reports: Sequence[Report]) -> Resolved:
    """Return the entities of `reports`, which must be annotated; the same whatever their order."""
    places: dict[EntityId, list[Place]] = defaultdict(list)
    names: dict[EntityId, Counter[str]] = defaultdict(Counter)
    types: dict[EntityId, Counter[EntityType]] = defaultdict(Counter)
    entity_of: dict[LocalEntity, EntityId] = {}
    for report in sorted(reports, key=lambda report: report.id):
        for mention in report.layers.mentions or ():
            entity_of[LocalEntity(report.id, mention.entity)] = mention.entity
            places[mention.entity].append(Place(report=report.id, start=mention.start, end=mention.end))
            types[mention.entity][mention.type] += 1
            if mention.form == "name":
                names[mention.entity][report.text[mention.start : mention.end]] += 1
    entities = tuple(_entity(each, names[each], types[each], places[each]) for each in sorted(places))
    return Resolved(entities, entity_of)


def _entity(id: EntityId, names: Counter[str], types: Counter[EntityType], places: Sequence[Place]) -> Entity:
    ranked = sorted(names, key=lambda name: (-names[name], -len(name), name)) or [str(id)]
    kind = min(types, key=lambda each: (-types[each], each))
    return Entity(id=id, name=ranked[0], type=kind, aliases=tuple(ranked[1:]), mentions=tuple(places))
