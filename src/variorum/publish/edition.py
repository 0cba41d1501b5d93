"""A record made ready for showing: reports under short names, readings in their sentence, sides of a finding.

Every form (terminal, Markdown, HTML) asks this one view, so that all say the same about the same record.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from urllib.parse import urlsplit

import msgspec

from variorum.model.laws import root_of_each
from variorum.model.record import Entity, Event, Finding, Quote, Record, RecordReport, UnnamedVoice, Voice
from variorum.model.span import EntityId, Place, Reading, ReportId, Span, StoryId
from variorum.publish.dates import date_in_words, find_days
from variorum.publish.deciding import find_deciding
from variorum.text.fold import fold
from variorum.text.split import split_sentences

# What a date was read from, in words (`PublishedBasis`).
BASES = {
    "given": "as given",
    "metadata": "from the page's metadata",
    "url": "from the address",
    "dateline": "from the dateline",
    "header": "from the page's header",
    "text": "worked out from the text",
}
QUOTE_MARKS = "“”‘’\"'«»„「『"
_SHORT_ID = 20  # A longer id is no name for a report of which neither outlet nor title is known.
_HASH = re.compile(r"(?=[a-z]*\d[a-z]*\d)[0-9a-f]{7}", re.IGNORECASE)  # of an id that some program made up
_HEADLINE = 40  # Characters of a headline that stands for its report.
_TELLING = 60  # A reading of fewer characters ("7 a.m.") says little without the words around it.
_LABEL = 16  # A longer reading is more than its value ("four people died").
_NEAR = 20  # An ellipsis is not worth so few characters.
_LONGEST = 400  # A sentence longer than this is a list or a run of lines: its ends are left out around the reading.


class Witness(msgspec.Struct, frozen=True, kw_only=True):
    """A report as it is called in the record: `number` counts from 1 in order of publication."""

    number: int
    report: RecordReport
    name: str
    date: str
    basis: str
    root: ReportId
    copies: ReportId | None
    has_namesake: bool = False

    @property
    def day(self) -> str:
        """The day it was published, in words; "" where it is not known."""
        return date_in_words(self.report.published[:10]) if self.report.published else ""

    @property
    def cited(self) -> str:
        """The name, with its number where another report of that name is of the same day: "Skarn Courier (2)"."""
        return f"{self.name} ({self.number})" if self.has_namesake else self.name

    @property
    def is_copy(self) -> bool:
        """Whether it repeats another report of the record."""
        return self.copies is not None

    @property
    def is_numbered(self) -> bool:
        """Whether nothing is known that it could be called by, so that its name is its number."""
        return self.name == _numbered(self.number)

    @property
    def label(self) -> str:
        """The name with the number that tells it from other reports of that name: "Skarn Courier [2]"."""
        return self.name if self.is_numbered else f"{self.name} [{self.number}]"


class Kin(msgspec.Struct, frozen=True):
    """A report in its family of copies: how far below the first it stands, and the index of the one that it repeats."""

    witness: Witness
    depth: int
    parent: int | None


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """A reading in its sentence. `clipped_before` and `clipped_after` tell that the sentence goes on there."""

    place: Place
    sentence: Span
    clipped_before: bool
    clipped_after: bool


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """A reading as it is quoted, and where in its report's text the words stand that decided."""

    reading: Reading
    deciding: tuple[Span, ...]
    context: Context


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """The readings of a finding that give one value, the earliest report first; `label` is in a report's own words.

    `shown` are those to quote: of what a report says twice in the same words one, and none of a copy that repeats words
    quoted before; these are the `copies`.
    """

    label: str
    quotations: tuple[Quotation, ...]
    shown: tuple[Quotation, ...]
    copies: tuple[Reading, ...]
    independent: int


class Edition:
    """A pure view of one record."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._sentences: dict[ReportId, list[Span]] = {}
        self._starts: dict[ReportId, list[int]] = {}

    @cached_property
    def reports(self) -> Mapping[ReportId, RecordReport]:
        """The reports by id."""
        return {report.id: report for report in self.record.reports}

    @cached_property
    def roots(self) -> Mapping[ReportId, ReportId]:
        """For each report the one at the root of its family of copies."""
        return root_of_each({report.id: report.copy_of for report in self.record.reports})

    @cached_property
    def witnesses(self) -> Mapping[ReportId, Witness]:
        """The reports under their short names, in order of publication; those without a date come last."""
        ordered = sorted(self.record.reports, key=lambda report: (*_when(report.published), report.id))
        found = [self._witness(number, report) for number, report in enumerate(ordered, start=1)]
        called = Counter((each.name, each.day) for each in found)
        return {
            each.report.id: msgspec.structs.replace(each, has_namesake=called[each.name, each.day] > 1)
            for each in found
        }

    def _witness(self, number: int, report: RecordReport) -> Witness:
        name = report.outlet or _site_of(report.url) or _own_name(report) or _numbered(number)
        root = self.roots[report.id]
        return Witness(
            number=number,
            report=report,
            name=name,
            date=date_in_words(report.published),
            basis=BASES.get(report.published_basis or "", "") if report.published else "",
            root=root,
            copies=report.copy_of if report.copy_of in self.reports and root != report.id else None,
        )

    def kin(self) -> list[Kin]:
        """Return the reports in order of publication, each with its copies below it, and theirs below them."""
        children: dict[ReportId | None, list[Witness]] = defaultdict(list)
        for witness in reversed(list(self.witnesses.values())):
            children[witness.copies].append(witness)
        out: list[Kin] = []
        # Without recursion: a chain of copies may be long.
        waiting = [Kin(witness, 0, None) for witness in children[None]]
        while waiting:
            each = waiting.pop()
            waiting += [Kin(child, each.depth + 1, len(out)) for child in children[each.witness.report.id]]
            out.append(each)
        return out

    def kin_of(self, story: StoryId) -> list[Kin]:
        """Return the families whose first report tells `story`, whatever story their copies were put in."""
        out: list[Kin] = []
        tells = False
        for each in self.kin():
            tells = each.witness.report.story == story if each.parent is None else tells
            if tells:
                out.append(each)
        return out

    @cached_property
    def entities(self) -> Mapping[EntityId, Entity]:
        """The entities by id."""
        return {entity.id: entity for entity in self.record.entities}

    def name_of(self, entity: EntityId | None) -> str:
        """Return what an entity is called; "" for None, its id where the record does not hold it."""
        if entity is None:
            return ""
        return self.entities[entity].name if entity in self.entities else str(entity)

    def words(self, place: Place) -> str:
        """Return the words of a place."""
        return self.reports[place.report].text[place.start : place.end]

    def order_of(self, place: Place) -> tuple[int, int, int]:
        """Return a key that sorts places by the publication of their report, then by where they stand."""
        return (self.witnesses[place.report].number, place.start, place.end)

    def count_independent(self, places: Iterable[Place]) -> int:
        """Count the reports behind `places` that are not copies of one another."""
        return len({self.roots[place.report] for place in places})

    def witnesses_of(self, places: Iterable[Place]) -> list[Witness]:
        """Return the reports behind `places`, each once, in order of publication."""
        found = {place.report for place in places}
        return sorted((self.witnesses[report] for report in found), key=lambda witness: witness.number)

    def context(self, place: Place) -> Context:
        """Return the sentences that `place` stands in, cut to a length that can be read."""
        return self.passage(place, neighbours=0)

    def quotation(self, place: Place) -> Context:
        """Return what to quote of `place`: its own words, or, where these are few, the stretch of sentence around."""
        if place.end - place.start >= _TELLING:
            return Context(
                place=place, sentence=Span(place.start, place.end), clipped_before=False, clipped_after=False
            )
        return self.passage(place, neighbours=0, reach=_TELLING * 2)

    def told(self, quote: Quote) -> Context:
        """Return what to show of a quote: its own words, or, where they say little without it, the sentence around."""
        around = quote.within or Span(quote.start, quote.end)
        return self._clipped(quote, around, _TELLING * 2)

    def passage(self, place: Place, *, neighbours: int, reach: int = _LONGEST) -> Context:
        """Return the sentences that `place` stands in with so many on either side.

        What stands further than `reach` characters before or behind the place is left out.
        """
        sentences, starts = self.sentences(place.report), self._starts[place.report]
        first = max(0, bisect_right(starts, place.start) - 1 - neighbours)
        last = min(len(sentences), max(first, bisect_right(starts, place.end - 1) - 1 + neighbours) + 1) - 1
        start = min(sentences[first].start, place.start) if sentences else place.start
        end = max(sentences[last].end, place.end) if sentences else place.end
        return self._clipped(place, Span(start, end), reach)

    def _clipped(self, place: Place, around: Span, reach: int) -> Context:
        text = self.reports[place.report].text
        before = _word_after(text, place.start - reach, around.start)
        after = _word_before(text, place.end + reach, around.end)
        return Context(
            place=place,
            sentence=Span(before, after),
            clipped_before=before > around.start,
            clipped_after=after < around.end,
        )

    def sentences(self, report: ReportId) -> list[Span]:
        """Return the sentences of a report's text."""
        if report not in self._sentences:
            self._sentences[report] = split_sentences(self.reports[report].text)
            self._starts[report] = [sentence.start for sentence in self._sentences[report]]
        return self._sentences[report]

    def described(self, voice: UnnamedVoice) -> str:
        """Return what a report calls a speaker whom none names."""
        return " ".join(self.words(voice.described).split()).strip(" ,")

    def sayings(self, voice: Voice | UnnamedVoice) -> list[list[Quote]]:
        """Return the quotes of a speaker by saying, each beginning with those that print its full words.

        Records from elsewhere may not number the sayings: the same words are one then.
        """
        groups: dict[int | str, list[Quote]] = {}
        for quote in voice.quotes:
            groups.setdefault(quote.saying or fold(self.words(quote)), []).append(quote)
        return list(groups.values())

    def datings(self, event: Event) -> dict[str, list[Place]]:
        """Return the readings of an event by the date that they give, that of the event first.

        A less exact date that holds the event's own is no other date.
        """
        by_date: dict[str, list[Place]] = {event.date: []}
        for reading in sorted(event.readings, key=lambda each: (each.date or "", *self.order_of(each))):
            date = reading.date or event.date
            by_date.setdefault(event.date if event.date.startswith(date) else date, []).append(reading)
        return by_date

    def date_of(self, event: Event) -> str:
        """Return the date of an event in words, marked where it was still to come for every report that tells of it.

        The day after a report may have begun where something happened: it is not marked.
        """
        words, days = date_in_words(event.date), find_days(event.date)
        written = [find_days(self.witnesses[place.report].report.published) for place in event.readings]
        if days is None or not all(day is not None and days.first > day.last + timedelta(days=1) for day in written):
            return words
        return f"{words}, then still to come"

    def sides(self, finding: Finding) -> list[Side]:
        """Return the readings of a finding by the value they give, in order of publication.

        An agreement is one side, whatever the values: rounding and exactness are agreement.
        """
        groups: dict[str, list[Reading]] = defaultdict(list)
        for reading in sorted(finding.readings, key=self.order_of):
            groups["" if finding.kind in ("agreement", "single") else self._value_key(reading)].append(reading)
        return [self._side(finding, key, groups) for key in groups]

    def _value_key(self, reading: Reading) -> str:
        value = reading.value if reading.value is not None else self.words(reading)
        return fold(value) if isinstance(value, str) else repr(float(value))

    def _side(self, finding: Finding, key: str, groups: Mapping[str, Sequence[Reading]]) -> Side:
        rivals = [self.words(reading) for other in groups if other != key for reading in groups[other]]
        rivals = sorted(set(rivals))[:40]
        quotations = [self._quotation(finding, reading, rivals) for reading in groups[key]]
        shown: list[Quotation] = []
        copies: list[Reading] = []
        quoted: set[tuple[ReportId, str]] = set()
        for quotation in quotations:
            report = quotation.reading.report
            family = (self.roots[report], fold(self.words(quotation.reading)))
            own = (report, fold(self._span(report, quotation.context.sentence)))
            if family in quoted and self.witnesses[report].is_copy:
                copies.append(quotation.reading)
            elif own not in quoted:
                shown.append(quotation)
            quoted |= {family, own}
        return Side(
            label=self._label(quotations[0]),
            quotations=tuple(quotations),
            shown=tuple(shown),
            copies=tuple(copies),
            independent=self.count_independent(groups[key]),
        )

    def _quotation(self, finding: Finding, reading: Reading, rivals: Sequence[str]) -> Quotation:
        spans = find_deciding(self.words(reading), reading.value, rivals, finding.aspect)
        return Quotation(
            reading=reading,
            deciding=tuple(Span(reading.start + span.start, reading.start + span.end) for span in spans),
            context=self.quotation(reading),
        )

    def _span(self, report: ReportId, span: Span) -> str:
        return self.reports[report].text[span.start : span.end]

    def _label(self, quotation: Quotation) -> str:
        """The value of a reading in its own words: all where few, else the deciding ones, else as it was read."""
        reading = quotation.reading
        words = self.words(reading)
        whole = quotation.deciding == (Span(reading.start, reading.end),)
        if whole and len(words) > _TELLING // 2 and isinstance(reading.value, str):
            # A whole clause is no label; what it was read as is one ("pledged").
            words = reading.value
        elif len(words) > _LABEL:
            words = " … ".join(self._span(reading.report, span) for span in quotation.deciding)
        return shortened(" ".join(words.split()), 80)

    def entities_near(self, places: Iterable[Place]) -> set[EntityId]:
        """Return the entities that are mentioned in the sentences of `places`."""
        found: set[EntityId] = set()
        for place in places:
            around = self.context(place).sentence
            starts, mentions = self._mentions.get(place.report, ([], []))
            for at in range(bisect_right(starts, around.start - 1), len(starts)):
                if starts[at] >= around.end:
                    break
                found.add(mentions[at])
        return found

    @cached_property
    def _mentions(self) -> Mapping[ReportId, tuple[list[int], list[EntityId]]]:
        pairs: dict[ReportId, list[tuple[int, EntityId]]] = defaultdict(list)
        for entity in self.record.entities:
            for mention in entity.mentions:
                pairs[mention.report].append((mention.start, entity.id))
        return {
            report: ([start for start, _ in sorted(found)], [id for _, id in sorted(found)])
            for report, found in pairs.items()
        }


def _numbered(number: int) -> str:
    return f"Report {number}"


def _own_name(report: RecordReport) -> str:
    """What a report of no known outlet is called: its id where that tells something, else its headline.

    The headline stands in quotation marks: beside a quotation it reads otherwise as if the outlet were called so.
    """
    told = len(report.id) <= _SHORT_ID and not _HASH.search(report.id)
    if told or not report.title:
        return report.id if len(report.id) <= _SHORT_ID else ""
    return f"“{shortened(' '.join(report.title.split()), _HEADLINE)}”"


def _site_of(url: str | None) -> str:
    """The site of a web address, without "www."; "" for anything else."""
    host = (urlsplit(url).hostname or "") if url and url.lower().startswith(("http://", "https://")) else ""
    return host.removeprefix("www.")


def _when(published: str | None) -> tuple[date, str]:
    """A key by which "2026-03-03T18:20" comes before "2026-03-03", which may be any later hour; no date comes last."""
    days = find_days(published)
    return (days.last if days else date.max, f"{published}~" if published else "~~")


def shortened(words: str, length: int) -> str:
    """Return `words`, cut at a space to at most about `length` characters, with an ellipsis where it was cut."""
    if len(words) <= length:
        return words
    cut_at = words.rfind(" ", 0, length)
    return words[: cut_at if cut_at > length // 2 else length].rstrip(" ,;:") + "…"


def _word_after(text: str, start: int, floor: int) -> int:
    """Return where the first word begins at or after `start`; `floor` where that is not reached or near."""
    if start <= floor + _NEAR:
        return floor
    space = text.find(" ", start, start + _NEAR)
    return space + 1 if space >= 0 else start


def _word_before(text: str, end: int, ceiling: int) -> int:
    """Return where the last word ends at or before `end`; `ceiling` where that is not reached or near."""
    if end >= ceiling - _NEAR:
        return ceiling
    space = text.rfind(" ", end - _NEAR, end)
    return space if space >= 0 else end
