"""One type for one entity: what a report takes for a person is a firm where the others, or its full name, say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from variorum.collate.entities.resolve import LocalEntity, Resolved, told_by
from variorum.model.annotations import EntityType, Mention
from variorum.model.report import Report
from variorum.text.gazetteer import find_city, find_known
from variorum.text.names import name_words

# What a report takes for these it hardly takes for them by mistake; a town is rarely a body that bears its name.
_TOLD = frozenset({"WORK", "EVENT"})
_FOR_PLACES = frozenset({"PERSON"})


def with_one_type(reports: Sequence[Report], resolved: Resolved) -> tuple[Report, ...]:
    """Return `reports`, each mention with the type of its entity, where that is sure; a "he" of what is nobody goes."""
    return tuple(_settled(report, resolved) for report in reports)


def _settled(report: Report, resolved: Resolved) -> Report:
    mentions = tuple(_of_type(report, resolved))
    if mentions == (report.layers.mentions or ()):
        return report
    return msgspec.structs.replace(report, annotations=msgspec.structs.replace(report.layers, mentions=mentions))


def _of_type(report: Report, resolved: Resolved) -> Iterator[Mention]:
    for mention in report.layers.mentions or ():
        across = resolved.entity_of.get(LocalEntity(report.id, mention.entity))
        kind = resolved.sure_types.get(across, mention.type) if across is not None else mention.type
        if kind == mention.type or not _may_become(mention.type, kind, report.text[mention.start : mention.end]):
            yield mention
        elif mention.form != "pronoun":
            yield msgspec.structs.replace(mention, type=kind)


def _may_become(one: EntityType, other: EntityType, name: str) -> bool:
    """Whether a mention of a type may be of the other: not one that is known, or whose own words tell its type."""
    if one in _TOLD or (one == "PLACE" and other not in _FOR_PLACES):
        return False
    return told_by(name_words(name)) != one and (find_known(name) or find_city(name)) is None
