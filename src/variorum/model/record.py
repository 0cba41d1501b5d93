"""The record: everything the reports of one storyline say, each line with the places it rests on.

Nothing stands without a reading. Text is verbatim or built from fields that were read.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from variorum.model.annotations import EntityType
from variorum.model.report import IsoDate, PublishedBasis
from variorum.model.span import EntityId, Place, Reading, ReportId, Span, StoryId, StorylineId

FindingKind = Literal["agreement", "conflict", "update", "variant", "single"]
BriefPart = Literal["happened", "settled", "disputed", "new"]
Wording = Literal["full", "part", "other"]
Aspect = Literal["figure", "date", "place", "name", "status", "description"]


class Story(msgspec.Struct, frozen=True, kw_only=True, rename={"first": "from", "last": "to"}):
    """One happening. `first` and `last` (written `from` and `to`) are the days its reports were published between."""

    id: StoryId
    title: str
    first: IsoDate | None = None
    last: IsoDate | None = None


class RecordReport(msgspec.Struct, frozen=True, kw_only=True):
    """A report as the record shows it, with its whole text, so that every reading can be opened."""

    id: ReportId
    story: StoryId
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: IsoDate | None = None
    published_basis: PublishedBasis | None = None
    language: str | None = None
    copy_of: ReportId | None = None
    text: str


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """One person, organisation, place or thing across the reports; `aliases` are the other names they use for it."""

    id: EntityId
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    mentions: tuple[Place, ...]


class EventReading(Place, frozen=True, kw_only=True):
    """Where one report dates a happening, and the date that it gives."""

    date: str | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A dated happening of the timeline; `text` is one of its readings, word for word.

    `date` is that of most witnesses (`/` parts the ends of a stretch of time); a reading may give another one.
    """

    id: str
    date: str
    text: str
    readings: tuple[EventReading, ...]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What readings about one point have to do with one another (CONTRACT: the kinds of finding).

    `why` gives the reason in plain words. `independent` counts the witnesses behind the readings: reports that are not
    copies of one another, those whose readings all stand in one passage that they share (an agency's) as one.
    """

    id: str
    kind: FindingKind
    aspect: Aspect
    topic: str
    why: str
    stories: tuple[StoryId, ...]
    independent: int
    readings: tuple[Reading, ...]


class Quote(Place, frozen=True, kw_only=True):
    """Something a speaker said; `direct` where it stands in quotation marks.

    Quotes of one speaker with one `saying` print the same words, the fullest first: the others in `full`, in `part`, or
    in `other` words. `within` is the sentence around words that say little without it, None where they stand alone.
    """

    direct: bool
    saying: int | None = None
    wording: Wording = "full"
    within: Span | None = None


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker, and all that the reports have them say: sayings that most witnesses print first, a quote a report."""

    speaker: EntityId
    quotes: tuple[Quote, ...]


class UnnamedVoice(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker whom the reports describe and do not name ("a spokesman for the port"), and what they have them say.

    `described` is the place of such a description, the most telling one.
    """

    described: Place
    quotes: tuple[Quote, ...]


class Amount(msgspec.Struct, frozen=True, kw_only=True):
    """How much was undertaken; as in `Quantity`."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None


class LedgerReading(Place, frozen=True, kw_only=True):
    """Where one report says that a commitment stands, as of when, and in whose mouth (None: in its own voice)."""

    status: str
    date: str | None = None
    attributed_to: EntityId | None = None


class Commitment(msgspec.Struct, frozen=True, kw_only=True):
    """What one party undertook towards another. `status` is the latest by the reports' own dates.

    Of what is only sought or required, `party` is who would be bound and `counterparty` who asks. `conditions` are the
    places that say what it hangs on.
    """

    id: str
    party: EntityId
    counterparty: EntityId | None = None
    action: str
    amount: Amount | None = None
    status: str
    readings: tuple[LedgerReading, ...]
    conditions: tuple[Place, ...] = ()


class BriefLine(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of the brief in a report's own words, with every report that says it.

    `part` tells what it is there for: what happened, what is settled, disputed, or new.
    """

    text: str
    part: BriefPart = "happened"
    readings: tuple[Place, ...]


class Record(msgspec.Struct, frozen=True, kw_only=True, rename={"first": "from", "last": "to"}):
    """All that the reports of one storyline say.

    `story` is the id under which the reports were taken as one story by request, None where they were grouped here.
    """

    storyline: StorylineId
    story: StoryId | None = None
    title: str
    first: IsoDate | None = None
    last: IsoDate | None = None
    stories: tuple[Story, ...]
    reports: tuple[RecordReport, ...]
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    findings: tuple[Finding, ...] = ()
    voices: tuple[Voice, ...] = ()
    unnamed: tuple[UnnamedVoice, ...] = ()
    ledger: tuple[Commitment, ...] = ()
    brief: tuple[BriefLine, ...] = ()
