"""A record with only what was asked for: by kind, outlet, day, entity, or how many independent reports stand behind.

A statement stays whole or goes: a conflict with one of its sides taken away would be none. Reports, stories and
entities all stay, so that the record's laws still hold. Who asks for kinds of finding gets findings alone; the rest
sifts every statement. In the voices each quotation is a statement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from datetime import date
from typing import TypeVar

import msgspec

from variorum.errors import WrongUse
from variorum.model.record import Commitment, FindingKind, Quote, Record, UnnamedVoice, Voice
from variorum.model.span import EntityId, Place
from variorum.publish.dates import find_days
from variorum.publish.edition import Edition
from variorum.text.fold import fold

_Speaking = TypeVar("_Speaking", Voice, UnnamedVoice)


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """What is wanted; an empty field asks for nothing.

    `outlets` and `entities` hold names, or parts of names, in any case; entities also ids. `since` and `until` (ISO
    dates, as precise as wanted, both included) are about the publication of a report; a report without a date fits
    neither. One reading that fits is enough.
    """

    kinds: frozenset[FindingKind] = frozenset()
    outlets: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    entities: tuple[str, ...] = ()
    min_independent: int = 1


def check_filter(wanted: Filter) -> None:
    """Raise WrongUse where `since` or `until` is no date, or where they leave no day between them."""
    for name, value in (("since", wanted.since), ("until", wanted.until)):
        if value is not None and find_days(value) is None:
            raise WrongUse(f"{name}: {value!r} is no date; write it like 2025-10-29, 2025-10 or 2025")
    since, until = find_days(wanted.since), find_days(wanted.until)
    if since and until and until.last < since.first:
        raise WrongUse(f"nothing is both since {wanted.since} and until {wanted.until}")


def filter_records(records: Sequence[Record], wanted: Filter) -> list[Record]:
    """Return `records` with the statements that fit; a record of which nothing is left is left out."""
    if wanted == Filter():
        return list(records)
    sifted = [filter_record(record, wanted) for record in records]
    return [
        each
        for each in sifted
        if each.findings or each.events or each.voices or each.unnamed or each.ledger or each.brief
    ]


def filter_record(record: Record, wanted: Filter) -> Record:
    """Return `record` with the statements that fit `wanted`."""
    if wanted == Filter():
        return record
    fits = _Fit(record, wanted)
    if wanted.kinds:
        record = msgspec.structs.replace(record, events=(), voices=(), unnamed=(), ledger=(), brief=())
    return msgspec.structs.replace(
        record,
        findings=tuple(
            finding
            for finding in record.findings
            if (not wanted.kinds or finding.kind in wanted.kinds)
            and fits(finding.readings, {reading.attributed_to for reading in finding.readings})
        ),
        events=tuple(event for event in record.events if fits(event.readings)),
        voices=tuple(voice for each in record.voices if (voice := _sifted(each, fits)).quotes),
        unnamed=tuple(sifted for each in record.unnamed if (sifted := _sifted(each, fits)).quotes),
        ledger=tuple(each for each in record.ledger if fits(each.readings, _named_in(each))),
        brief=tuple(line for line in record.brief if fits(line.readings)),
    )


def _named_in(each: Commitment) -> set[EntityId | None]:
    return {each.party, each.counterparty, *(reading.attributed_to for reading in each.readings)}


def _sifted(voice: _Speaking, fits: _Fit) -> _Speaking:
    """`voice` with what fits; the same words in several reports are one statement."""
    by_words: dict[str, list[Quote]] = defaultdict(list)
    for quote in voice.quotes:
        by_words[" ".join(fits.edition.words(quote).split())].append(quote)
    named = {voice.speaker} if isinstance(voice, Voice) else set[EntityId | None]()
    kept = {id(quote) for quotes in by_words.values() if fits(quotes, named) for quote in quotes}
    return msgspec.structs.replace(voice, quotes=tuple(quote for quote in voice.quotes if id(quote) in kept))


class _Fit:
    """Whether a statement, by its readings and the entities it names itself, fits a filter."""

    def __init__(self, record: Record, wanted: Filter) -> None:
        self.edition, self.wanted = Edition(record), wanted
        self.entities = find_entities(record, wanted.entities)
        self.outlets = [fold(outlet) for outlet in wanted.outlets]
        since, until = find_days(wanted.since), find_days(wanted.until)
        self.since = since.first if since else date.min
        self.until = until.last if until else date.max
        self.reports = {report.id for report in record.reports if self._fits_report(report.outlet, report.published)}

    def _fits_report(self, outlet: str | None, published: str | None) -> bool:
        if self.outlets and not any(part in fold(outlet or "") for part in self.outlets):
            return False
        if not self.wanted.since and not self.wanted.until:
            return True
        days = find_days(published)
        return days is not None and days.last >= self.since and days.first <= self.until

    def __call__(self, places: Sequence[Place], named: Set[EntityId | None] = frozenset()) -> bool:
        if not any(place.report in self.reports for place in places):
            return False
        if self.edition.count_independent(places) < self.wanted.min_independent:
            return False
        if not self.wanted.entities:
            return True
        return not self.entities.isdisjoint(named) or not self.entities.isdisjoint(self.edition.entities_near(places))


def find_entities(record: Record, names: Sequence[str]) -> set[EntityId]:
    """Return the entities that one of `names` names: by id, or by a name of theirs that holds all its words."""
    wanted = [(name, set(fold(name).split())) for name in names]
    return {
        entity.id
        for entity in record.entities
        for name, words in wanted
        if entity.id == name
        or any(words and words <= set(fold(called).split()) for called in (entity.name, *entity.aliases))
    }
