"""Which names of one report are one entity, and under which id.

An id is the fullest name as a slug, or the gazetteer's: the same in every report that gives the name in full.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from variorum.model.annotations import EntityType
from variorum.model.span import EntityId
from variorum.text.gazetteer import find_known
from variorum.text.names import acronyms_of, fold_name, is_acronym, name_words, parse_person, slug


class Named(msgspec.Struct, frozen=True):
    """A name as written in a report, in text order."""

    name: str
    type: EntityType


def resolve_names(named: Sequence[Named]) -> list[EntityId]:
    """Return the entity of each name of one report."""
    persons = _PersonLinker()
    acronyms = _acronyms(named)
    full = [persons.link(each.name) if each.type == "PERSON" else None for each in named]
    ids = []
    for each, person in zip(named, full, strict=True):
        if person is not None:
            ids.append(person)
            continue
        ids.append(_entity_of(each, acronyms))
    return ids


def _entity_of(each: Named, acronyms: dict[str, str]) -> EntityId:
    known = find_known(each.name)
    if is_acronym(each.name) and (full := acronyms.get(each.name.replace(".", "").casefold())):
        known = find_known(full) or known
        return known.id if known else EntityId(slug(full))
    if known is not None:
        return known.id
    return EntityId(slug(each.name) or fold_name(each.name) or "unnamed")


def _acronyms(named: Sequence[Named]) -> dict[str, str]:
    return {
        form: each.name
        for each in reversed(named)
        if each.type != "PERSON" and len(name_words(each.name)) > 1
        for form in acronyms_of(each.name)
    }


class _PersonLinker:
    """Links short names to the full ones before them, or else to the first after."""

    def __init__(self) -> None:
        self.by_last: dict[str, EntityId] = {}
        self.by_first: dict[str, EntityId] = {}

    def link(self, name: str) -> EntityId | None:
        person = parse_person(name)
        words = person.words
        if not words:
            return None
        if len(words) == 1:
            return self.by_last.get(words[0]) or self.by_first.get(words[0]) or EntityId(slug(words[0]))
        kept = tuple(word for at, word in enumerate(words) if len(word) > 1 or at == 0)
        id = EntityId(slug(" ".join(kept)) + (f"-{person.generation}" if person.generation else ""))
        self.by_last[words[-1]] = id
        self.by_first.setdefault(words[0], id)
        return id
