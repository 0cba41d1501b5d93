"""A record as the HTML page shows it: statements with their excerpts, chips and what they can be filtered by.

Everything is text and numbers; the templates escape it. Places are marked here, in code points, never in the browser.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property

import msgspec

from variorum.model.record import (
    BriefPart,
    Commitment,
    Entity,
    Event,
    Finding,
    FindingKind,
    LedgerReading,
    Quote,
    Record,
    Voice,
)
from variorum.model.span import EntityId, Place, Reading, ReportId, Span
from variorum.publish.dates import date_in_words, find_days, span_in_words
from variorum.publish.edition import QUOTE_MARKS, Context, Edition, Side, Witness
from variorum.publish.marks import Mark, Piece, cut
from variorum.publish.sheet_parts import (
    Chip,
    Column,
    CommitmentSheet,
    EntitySheet,
    Excerpt,
    FindingSheet,
    Note,
    Otherwise,
    Paragraph,
    Passage,
    ReportSheet,
    Sift,
    Statement,
    VoiceSheet,
)
from variorum.publish.wording import KINDS, UNNAMED, behind, bound, brief_parts, excerpted, opened, undertaking

_LEADING = 30  # names of the index before the rest stands behind a fold


class Sheet:
    """Everything the templates ask of one record; `number` sets its anchors apart from those of other records."""

    def __init__(self, record: Record, number: int, outlets: Mapping[str, int]) -> None:
        self.record, self.number, self.outlets = record, number, outlets
        self.edition = Edition(record)
        self._read: set[str] = set()
        self._notes: dict[ReportId, list[tuple[int, Note]]] = {report.id: [] for report in record.reports}
        self._marks: dict[ReportId, dict[tuple[int, int], str]] = {report.id: {} for report in record.reports}
        self.entity_numbers = {entity.id: at for at, entity in enumerate(record.entities, start=1)}

    @property
    def dates(self) -> str:
        """The days its reports were published between, in words."""
        return span_in_words(self.record.first, self.record.last)

    def chip(self, witness: Witness, place: Place | None = None, *, reads: bool = True) -> Chip:
        """Return the chip of a report, leading to `place` in its text or to its head.

        `reads` tells that a statement rests on the place; a name in the index only points to it.
        """
        href = f"#{self.report_anchor(witness)}" if place is None else f"#{self.mark(place, reads=reads)}"
        return Chip(
            number=witness.number,
            name=witness.name,
            href=href,
            date=date_in_words((witness.report.published or "")[:10] or None),
            is_copy=witness.is_copy,
            is_numbered=witness.is_numbered,
        )

    def report_anchor(self, witness: Witness) -> str:
        """Return the id of a report's text on the page."""
        return f"t{self.number}-{witness.number}"

    def mark(self, place: Place, *, reads: bool = True) -> str:
        """Return the id of a place in its report's text, which from now on is marked there."""
        witness = self.edition.witnesses[place.report]
        name = f"{self.report_anchor(witness)}-{place.start}-{place.end}"
        self._marks[place.report][place.start, place.end] = name
        if reads:
            self._read.add(name)
        return name

    def rests_on(self, names: Iterable[str]) -> bool:
        """Return whether a statement rests on one of the places that are marked under `names`."""
        return not self._read.isdisjoint(names)

    @cached_property
    def brief(self) -> Mapping[BriefPart, tuple[Statement, ...]]:
        """The lines of the brief, by what they are there for."""
        made: dict[BriefPart, list[Statement]] = {part: [] for part in brief_parts(self.record.brief)}
        for at, line in enumerate(self.record.brief, start=1):
            made[line.part].append(self._statement(f"b{self.number}-{at}", excerpted(line.text), line.readings))
        return {part: tuple(lines) for part, lines in made.items()}

    @cached_property
    def findings(self) -> Mapping[FindingKind, tuple[FindingSheet, ...]]:
        """The findings by kind, in the order of the record."""
        sheets = [self._finding(at, finding) for at, finding in enumerate(self.record.findings, start=1)]
        kinds: tuple[FindingKind, ...] = ("conflict", "update", "variant", "agreement", "single")
        return {kind: tuple(sheet for sheet in sheets if sheet.kind == kind) for kind in kinds}

    def _finding(self, at: int, finding: Finding) -> FindingSheet:
        sides = self.edition.sides(finding)
        deciding = {
            (each.reading.report, each.reading.start, each.reading.end): each.deciding
            for side in sides
            for each in side.quotations
        }
        anchor = f"f{self.number}-{at}"
        for reading in finding.readings:
            self._notes[reading.report].append((reading.start, Note(finding.kind, finding.topic, f"#{anchor}")))
        return FindingSheet(
            id=finding.id,
            kind=finding.kind,
            aspect=finding.aspect,
            why=finding.why,
            columns=tuple(self._column(side) for side in sides),
            statement=self._statement(anchor, finding.topic, finding.readings, deciding),
        )

    def _column(self, side: Side) -> Column:
        readings = [quotation.reading for quotation in side.quotations]
        published = [self.edition.reports[reading.report].published for reading in readings]
        days = sorted(day[:10] for day in published if day)
        return Column(
            label=side.label,
            dates=span_in_words(days[0], days[-1]) if days else "",
            excerpts=tuple(
                self._excerpt(each.reading, each.deciding, self.edition.name_of(each.reading.attributed_to))
                for each in side.shown
            ),
            copies=tuple(self.chip(self.edition.witnesses[place.report], place) for place in side.copies),
            independent=side.independent,
        )

    @cached_property
    def events(self) -> tuple[Statement, ...]:
        """The events of the timeline."""
        return tuple(self._event(at, event) for at, event in enumerate(self.record.events, start=1))

    def _event(self, at: int, event: Event) -> Statement:
        first, *others = self.edition.datings(event).items()
        made = self._statement(f"e{self.number}-{at}", excerpted(event.text), event.readings)
        return msgspec.structs.replace(
            made,
            date=self.edition.date_of(event),
            chips=self._chips(first[1]),
            otherwise=tuple(Otherwise(date_in_words(date), self._chips(places)) for date, places in others),
        )

    def _chips(self, places: Sequence[Place]) -> tuple[Chip, ...]:
        """The reports behind places, each as a chip that leads to the first of its places."""
        firsts: dict[ReportId, Place] = {}
        for place in sorted(places, key=self.edition.order_of):
            firsts.setdefault(place.report, place)
        return tuple(self.chip(witness, firsts[witness.report.id]) for witness in self.edition.witnesses_of(places))

    @cached_property
    def voices(self) -> tuple[VoiceSheet, ...]:
        """The speakers; those whom no report names come last, under one heading."""
        voices = [self._voice(at, voice) for at, voice in enumerate(self.record.voices, start=1)]
        return (*voices, *self._unnamed(len(voices) + 1))

    def _voice(self, at: int, voice: Voice) -> VoiceSheet:
        sayings = enumerate(self.edition.sayings(voice), start=1)
        named = (voice.speaker,)
        quotes = tuple(self._saying(f"v{self.number}-{at}-{number}", said, named) for number, said in sayings)
        return VoiceSheet(name=self.edition.name_of(voice.speaker), anchor=f"v{self.number}-{at}", quotes=quotes)

    def _unnamed(self, at: int) -> Iterator[VoiceSheet]:
        sayings = [(voice, said) for voice in self.record.unnamed for said in self.edition.sayings(voice)]
        quotes = tuple(
            msgspec.structs.replace(
                self._saying(f"v{self.number}-{at}-{number}", said), lead=opened(self.edition.described(voice))
            )
            for number, (voice, said) in enumerate(sayings, start=1)
        )
        if quotes:
            yield VoiceSheet(name=UNNAMED, anchor=f"v{self.number}-{at}", quotes=quotes)

    def _saying(self, anchor: str, quotes: Sequence[Quote], named: Sequence[EntityId | None] = ()) -> Statement:
        first = quotes[0]
        words = " ".join(self.edition.words(first).split())
        made = self._statement(anchor, excerpted(words), quotes, named=named)
        text = self.edition.reports[first.report].text
        told = self._passage(text, self.edition.told(first), [Mark(first.start, first.end, "reading")])
        others = [quote for quote in quotes if quote.wording == "other"]
        return msgspec.structs.replace(
            made,
            told=told if first.within is not None else None,
            quoted=first.direct,
            chips=self._chips([quote for quote in quotes if quote.wording != "other"]),
            otherwise=tuple(Otherwise(" ".join(self.edition.words(q).split()), self._chips([q])) for q in others),
        )

    @cached_property
    def ledger(self) -> tuple[CommitmentSheet, ...]:
        """The commitments."""
        return tuple(self._commitment(at, each) for at, each in enumerate(self.record.ledger, start=1))

    def _commitment(self, at: int, each: Commitment) -> CommitmentSheet:
        made = self._statement(
            f"c{self.number}-{at}", each.action, each.readings, named=(each.party, each.counterparty)
        )
        excerpts = tuple(
            msgspec.structs.replace(
                self._excerpt(reading, (), self.edition.name_of(reading.attributed_to)),
                status=reading.status,
                date=date_in_words(reading.date) if reading.date else "",
            )
            for reading in each.readings
        )
        return CommitmentSheet(
            party=self.edition.name_of(each.party),
            bound=bound(self.edition, each),
            conditions=tuple(self._excerpt(place, ()) for place in each.conditions),
            action=undertaking(each.action, each.amount),
            status=each.status,
            statement=msgspec.structs.replace(made, excerpts=excerpts),
        )

    @cached_property
    def entities(self) -> tuple[EntitySheet, ...]:
        """The index: first the names that lead (`leading` of them), then the others, both by name."""
        sheets = [self._entity(entity) for entity in self.record.entities]
        ranked = sorted(sheets, key=lambda sheet: (-len(sheet.chips), -sheet.mentions, sheet.name, sheet.number))
        by_name = [sorted(part, key=_index_key) for part in (ranked[: self.leading], ranked[self.leading :])]
        return (*by_name[0], *by_name[1])

    @property
    def leading(self) -> int:
        """How many names the index shows at once: those of most reports, and of these those most mentioned."""
        return _LEADING

    def _entity(self, entity: Entity) -> EntitySheet:
        firsts: dict[ReportId, Place] = {}
        for mention in sorted(entity.mentions, key=self.edition.order_of):
            firsts.setdefault(mention.report, mention)
        return EntitySheet(
            number=self.entity_numbers[entity.id],
            name=entity.name,
            type=entity.type.lower(),
            aliases=entity.aliases,
            mentions=len(entity.mentions),
            chips=tuple(self.chip(self.edition.witnesses[each], place, reads=False) for each, place in firsts.items()),
        )

    @cached_property
    def witnesses(self) -> tuple[Chip, ...]:
        """All reports as chips."""
        return tuple(self.chip(witness) for witness in self.edition.witnesses.values())

    @cached_property
    def texts(self) -> tuple[ReportSheet, ...]:
        """The reports, without their texts."""
        return tuple(self._report(witness) for witness in self.edition.witnesses.values())

    def _report(self, witness: Witness) -> ReportSheet:
        report = witness.report
        return ReportSheet(
            chip=self.chip(witness),
            anchor=self.report_anchor(witness),
            id=report.id,
            story=report.story,
            title=report.title or "",
            date=witness.date,
            basis=witness.basis,
            url=safe_address(report.url),
            language=report.language or "",
            copy_of=self.chip(self.edition.witnesses[witness.copies]) if witness.copies is not None else None,
            length=len(report.text.split()),
        )

    def marked(self) -> Iterator[ReportSheet]:
        """Yield the reports with their texts. Ask for them last: only what was shown before is marked in them."""
        for sheet, witness in zip(self.texts, self.edition.witnesses.values(), strict=True):
            yield msgspec.structs.replace(sheet, paragraphs=self._paragraphs(witness))

    def _paragraphs(self, witness: Witness) -> tuple[Paragraph, ...]:
        text = witness.report.text
        marks = [Mark(start, end, name) for (start, end), name in self._marks[witness.report.id].items()]
        lines: list[list[Piece]] = [[]]
        for piece in cut(text, Span(0, len(text)), marks):
            first, *rest = piece.text.split("\n")
            lines[-1].append(msgspec.structs.replace(piece, text=first))
            lines += ([Piece(part, piece.names)] for part in rest)
        notes = sorted(self._notes[witness.report.id])
        starts = [start for start, _ in notes]
        out, at = [], 0
        for line in lines:
            end = at + sum(len(piece.text) for piece in line) + 1
            here = {note for _, note in notes[bisect_left(starts, at) : bisect_left(starts, end)]}
            if here or any(piece.text.strip() or piece.opens for piece in line):
                out.append(Paragraph(pieces=tuple(line), notes=tuple(sorted(here, key=_note_key))))
            at = end
        return tuple(out)

    def _statement(
        self,
        anchor: str,
        text: str,
        places: Sequence[Place],
        deciding: Mapping[tuple[ReportId, int, int], Sequence[Span]] | None = None,
        named: Iterable[EntityId | None] = (),
    ) -> Statement:
        ordered = sorted(places, key=self.edition.order_of)
        witnesses = self.edition.witnesses_of(places)
        return Statement(
            anchor=anchor,
            text=text,
            sift=self._sift(places, witnesses, {*named, *(speaker_of(place) for place in places)}),
            chips=self._chips(places),
            excerpts=tuple(
                self._excerpt(
                    place,
                    (deciding or {}).get((place.report, place.start, place.end), ()),
                    self.edition.name_of(speaker_of(place)),
                )
                for place in ordered
            ),
            backing=behind(self.edition, witnesses),
            is_whole=len(ordered) == 1 and self._is_whole(text, ordered[0]),
        )

    def _is_whole(self, text: str, place: Place) -> bool:
        sentence = self.edition.context(place).sentence
        words = self.edition.reports[place.report].text[sentence.start : sentence.end]
        return " ".join(words.split()) == " ".join(text.split())

    def _sift(self, places: Sequence[Place], witnesses: Sequence[Witness], named: Set[EntityId | None]) -> Sift:
        entities = self.edition.entities_near(places) | named
        spans = {days for witness in witnesses if (days := find_days(witness.report.published)) is not None}
        return Sift(
            outlets=" ".join(sorted({str(self.outlets[outlet_of(witness)]) for witness in witnesses})),
            entities=" ".join(sorted(str(self.entity_numbers[each]) for each in entities if each is not None)),
            published=" ".join(f"{days.first.isoformat()}/{days.last.isoformat()}" for days in sorted(spans)),
            independent=len({witness.root for witness in witnesses}),
        )

    def _excerpt(self, place: Place, deciding: Sequence[Span], speaker: str = "") -> Excerpt:
        witness = self.edition.witnesses[place.report]
        text = witness.report.text
        quoted, around = self.edition.quotation(place), self.edition.context(place)
        marks = [Mark(place.start, place.end, "reading"), *(Mark(s.start, s.end, "decides") for s in deciding)]
        return Excerpt(
            chip=self.chip(witness, place),
            href=f"#{self.mark(place)}",
            quotation=self._passage(text, quoted, marks),
            context=self._passage(text, around, marks),
            language=witness.report.language or "",
            quoted=text[quoted.sentence.start] in QUOTE_MARKS,
            speaker=speaker,
        )

    def _passage(self, text: str, context: Context, marks: Sequence[Mark]) -> Passage:
        place = context.place
        # Where nothing but the reading is shown, marking all of it would say nothing.
        whole = context.sentence == Span(place.start, place.end)
        kept = [mark for mark in marks if not whole or Span(mark.start, mark.end) != context.sentence]
        return Passage(
            pieces=tuple(cut(text, context.sentence, kept)),
            before=context.clipped_before,
            after=context.clipped_after,
        )


def _index_key(sheet: EntitySheet) -> tuple[str, int]:
    return (sheet.name.casefold(), sheet.number)


def _note_key(note: Note) -> tuple[int, Note]:
    return (list(KINDS).index(note.kind), note)


def speaker_of(place: Place) -> EntityId | None:
    """Return in whose mouth a report puts what stands at `place`; None for its own voice."""
    return place.attributed_to if isinstance(place, Reading | LedgerReading) else None


def outlet_of(witness: Witness) -> str:
    """Return the outlet a report is filtered by; "" where it is not known."""
    return witness.report.outlet or ""


def safe_address(url: str | None) -> str:
    """Return an address that may become a link: http or https; "" for anything else."""
    return url if url and url.lower().startswith(("http://", "https://")) else ""
