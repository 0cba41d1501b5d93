"""A record for the terminal: readable at 80 columns, in colour only where it is asked for.

Without colour the words that decide a finding stand between asterisks. Control characters in a report's text never
reach the terminal.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

from variorum.model.record import Commitment, Finding, FindingKind, Quote, Record, Voice
from variorum.model.span import Place, Span
from variorum.publish.dates import date_in_words, span_in_words
from variorum.publish.edition import QUOTE_MARKS, Context, Edition, Kin, Quotation, Side
from variorum.publish.marks import Mark, cut
from variorum.publish.wording import (
    KINDS,
    PARTS,
    UNNAMED,
    behind,
    bound,
    brief_parts,
    count,
    counts_of,
    excerpted,
    kinds_of,
    opened,
    undertaking,
)

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

_SPACES = re.compile(r"\s+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
STYLES: dict[FindingKind, str] = {
    "conflict": "red", "update": "blue", "variant": "yellow", "agreement": "green", "single": "default",
}  # fmt: skip
_SIDE_BY_SIDE = 3  # columns of a third of 80 still hold a line of words; more sides stand one below the other
# Statements of a section before the rest is only counted: a screen or two of each.
_SHOWN = {
    "finding": 25,
    "single": 20,
    "report": 40,
    "event": 40,
    "speaker": 20,
    "quote": 8,
    "saying": 20,
    "commitment": 20,
}


def render_terminal(records: Sequence[Record], *, colour: bool, width: int = 80) -> str:
    """Return the records as text of at most `width` columns."""
    console = open_console(colour=colour, width=width)
    for number, record in enumerate(records):
        if number:
            console.rule()
        _Page(console, Edition(record), colour=colour).show()
    if not records:
        console.print("There is no record to show.")
    return written(console)


def open_console(*, colour: bool, width: int) -> Console:
    """Return a console that keeps what is printed; words that look like markup are printed as they stand."""
    from rich.console import Console  # noqa: PLC0415 - not for `--help`

    return Console(
        file=io.StringIO(), width=width, force_terminal=colour, no_color=not colour, highlight=False, markup=False,
        emoji=False, color_system="standard" if colour else None, legacy_windows=False,
    )  # fmt: skip


def written(console: Console) -> str:
    """Return what was printed to a console of `open_console`, without blanks at the ends of lines."""
    text: str = console.file.getvalue()  # type: ignore[attr-defined]
    return "".join(f"{line.rstrip(' ')}\n" for line in text.split("\n")[:-1])


def clean(words: str) -> str:
    """Return `words` on one line, without characters that would steer a terminal."""
    return " ".join(_CONTROL.sub("\ufffd", words).split())


def inline(words: str) -> str:
    """Return a part of a line, as `clean` does, with one space at an end where there was white space."""
    return _CONTROL.sub("\ufffd", _SPACES.sub(" ", words))


def _telling_length(ids: Sequence[str]) -> int:
    """How many characters, at least five, tell an id from the others; `explain` takes them for the whole."""
    length = 5
    while len({id[:length] for id in ids}) < len(set(ids)):
        length += 1
    return length


class _Page:
    """Prints one record, section by section."""

    def __init__(self, console: Console, edition: Edition, *, colour: bool) -> None:
        from rich.console import Group  # noqa: PLC0415
        from rich.padding import Padding  # noqa: PLC0415
        from rich.table import Table  # noqa: PLC0415
        from rich.text import Text  # noqa: PLC0415

        self.console, self.edition, self.record, self.colour = console, edition, edition.record, colour
        self.id_length = _telling_length([finding.id for finding in edition.record.findings])
        self.padding, self.table, self.text, self.group = Padding, Table, Text, Group

    def show(self) -> None:
        self.line(self.record.title, style="bold")
        dates = span_in_words(self.record.first, self.record.last)
        self.line(" · ".join(part for part in (dates, counts_of(self.edition)) if part), style="dim")
        self.section("Stories and reports", self.reports())
        self.section("In brief", self.brief())
        for kind in kinds_of(self.record):
            found = [finding for finding in self.record.findings if finding.kind == kind]
            self.section(f"{KINDS[kind]} ({len(found)})", self.findings(kind, found), style=STYLES[kind])
        self.section("Timeline", self.limited(self.events(), len(self.record.events), "event"))
        self.section("Voices", chain(self.limited(self.voices(), len(self.record.voices), "speaker"), self.unnamed()))
        self.section("Ledger", self.limited(self.ledger(), len(self.record.ledger), "commitment"))

    def line(self, words: str, *, style: str = "", indent: int = 0) -> None:
        self.console.print(self.indented(self.text(clean(words), style=style), indent))

    def section(self, heading: str, parts: Iterable[RenderableType], *, style: str = "") -> None:
        parts = iter(parts)
        first = next(parts, None)
        if first is None:
            return
        self.console.print()
        self.console.print(self.text(heading.upper(), style=f"bold {style}".strip()))
        for part in chain((first,), parts):
            self.console.print(part)

    def limited(
        self, parts: Iterable[RenderableType], total: int, what: str, kind: str = ""
    ) -> Iterator[RenderableType]:
        """The first of `parts`, and how many of `total` are not shown."""
        shown = _SHOWN[kind or what]
        yield from islice(parts, shown)
        if total > shown:
            rest = f"… {count(total - shown, what)} more: --format html or json shows all"
            yield self.indented(self.text(rest, style="dim"), 2)

    def indented(self, part: RenderableType, by: int) -> RenderableType:
        return self.padding(part, (0, 0, 0, by)) if by else part

    def hung(
        self, lead: Text | str, body: RenderableType, *, width: int | None = None, indent: int = 2
    ) -> RenderableType:
        """`body` beside `lead`, its lines one below the other."""
        grid = self.table.grid(padding=(0, 1, 0, 0))
        grid.add_column(width=width, no_wrap=width is None)
        grid.add_column(overflow="fold")
        grid.add_row(self.text(lead, style="dim") if isinstance(lead, str) else lead, body)
        return self.indented(grid, indent)

    def reports(self) -> Iterator[RenderableType]:
        for story in self.record.stories:
            dates = span_in_words(story.first, story.last)
            yield self.text.assemble(clean(story.title), ("  " + dates if dates else "", "dim"))
            told = self.edition.kin_of(story.id)
            yield from self.limited((self.report(each) for each in told), len(told), "report")

    def report(self, each: Kin) -> RenderableType:
        witness = each.witness
        date = f"{witness.date}, {witness.basis}" if witness.basis else witness.date
        copy = f"  copy of {self.edition.witnesses[witness.copies].number}" if witness.copies is not None else ""
        line = self.text(clean(witness.name), style="bold")
        line.append(f"  {date}{copy}", style="not bold dim")
        title = clean(witness.report.title or "")
        if title and title != clean(witness.name):
            line.append(f"\n{title}", style="not bold")
        elif not title and witness.name != witness.report.id:
            line.append(f"\n{clean(witness.report.id)}", style="not bold dim")
        depth = min(each.depth, 8)
        return self.hung(f"{'  ' * (depth - 1)}{'└ ' if depth else ''}{witness.number:>3}", line)

    def brief(self) -> Iterator[RenderableType]:
        parts = brief_parts(self.record.brief)
        for part in parts:
            if len(parts) > 1:
                yield self.indented(self.text(PARTS[part], style="bold"), 2)
            for line in self.record.brief:
                if line.part == part:
                    yield self.statement(line.text, line.readings)

    def statement(self, words: str, places: Sequence[Place], lead: str = "•", width: int = 1) -> RenderableType:
        line = self.text(clean(excerpted(words)))
        line.append(f"  {self.sources(places)}", style="dim")
        return self.hung(lead, line, width=width)

    def sources(self, places: Iterable[Place]) -> str:
        """ "Courier [1], Wire [2] and 2 copies": reports by name, copies counted."""
        witnesses = self.edition.witnesses_of(places)
        own = [each for each in witnesses if not each.is_copy or each.copies not in {w.report.id for w in witnesses}]
        copies = len(witnesses) - len(own)
        names = ", ".join(f"{clean(each.label)}" for each in own[:6])
        more = len(own) - 6
        return (
            names + (f", {more} more" if more > 0 else "") + (f" + {count(copies, 'copy', 'copies')}" if copies else "")
        )

    def findings(self, kind: FindingKind, found: Sequence[Finding]) -> Iterator[RenderableType]:
        parts = (self.group(*self.finding(kind, finding, first=not at)) for at, finding in enumerate(found))
        return self.limited(parts, len(found), "finding", "single" if kind == "single" else "")

    def finding(self, kind: FindingKind, finding: Finding, *, first: bool) -> Iterator[RenderableType]:
        if not first and kind != "single":
            yield self.text("")
        sides = self.edition.sides(finding)
        head = self.text(f"{clean(finding.id[: self.id_length])}  ", style="dim")
        head.append(clean(finding.topic), style=f"bold {STYLES[kind]}")
        head.append(f"  {behind(self.edition, self.edition.witnesses_of(finding.readings))}", style="dim")
        if kind == "single":
            yield self.indented(head, 2)
            yield self.indented(self.quotation(sides[0].shown[0]), 6)
            return
        yield self.indented(head, 2)
        if finding.why:
            yield self.indented(self.text(clean(opened(finding.why)), style="italic"), 6)
        if len(sides) > 1 and len(sides) <= _SIDE_BY_SIDE and kind != "agreement":
            yield self.indented(self.columns(sides), 6)
        else:
            for side in sides:
                yield self.indented(self.side(side, with_label=len(sides) > 1), 6)

    def columns(self, sides: Sequence[Side]) -> RenderableType:
        table = self.table(box=None, show_header=False, padding=(0, 2, 0, 0), expand=True)
        for _ in sides:
            table.add_column(ratio=1, overflow="fold")
        table.add_row(*(self.side(side, with_label=True) for side in sides))
        return table

    def side(self, side: Side, *, with_label: bool) -> Text:
        out = self.text()
        if with_label:
            out.append(clean(side.label), style="bold").append("\n")
        for number, quotation in enumerate(side.shown):
            out.append("\n" if number else "").append(self.quotation(quotation))
        copies = count(len(side.copies), "copy", "copies")
        return out.append(f"\n+ {copies}", style="dim") if side.copies else out

    def quotation(self, quotation: Quotation) -> Text:
        reading = quotation.reading
        return self.quoted(quotation.context, quotation.deciding, self.edition.name_of(reading.attributed_to))

    def quoted(self, context: Context, deciding: Sequence[Span], speaker: str) -> Text:
        """ "Courier [1]: “… the *words* …”", with whose words they are."""
        report = context.place.report
        line = self.text(f"{clean(self.edition.witnesses[report].label)}: ", style="dim")
        bare = self.edition.reports[report].text[context.sentence.start] not in QUOTE_MARKS
        line.append("“" if bare else "", style="none")
        self.passage(line, context, deciding)
        line.append("”" if bare else "", style="none")
        return line.append(f" (said by {clean(speaker)})", style="dim") if speaker else line

    def passage(self, line: Text, context: Context, marked: Sequence[Span]) -> None:
        """Add a stretch of a report with some of its words marked."""
        text = self.edition.reports[context.place.report].text
        line.append("… " if context.clipped_before else "", style="none")
        # Where nothing but the reading is shown, marking all of it would say nothing.
        marks = [Mark(span.start, span.end, "marked") for span in marked if span != context.sentence]
        for piece in cut(text, context.sentence, marks):
            words = inline(piece.text)
            if piece.names and self.colour:
                line.append(words, style="bold underline")
            else:
                line.append(f"*{words}*" if piece.names else words, style="none")
        line.append(" …" if context.clipped_after else "", style="none")

    def events(self) -> Iterator[RenderableType]:
        for event in self.record.events:
            first, *others = self.edition.datings(event).items()
            line = self.text(clean(excerpted(event.text)))
            line.append(f"  {self.sources(first[1])}", style="dim")
            for date, places in others:
                line.append(f"; dated {clean(date_in_words(date))} by {self.sources(places)}", style="dim")
            yield self.hung(clean(self.edition.date_of(event)), line, width=17)

    def voices(self) -> Iterator[RenderableType]:
        for voice in self.record.voices:
            yield self.group(*self.voice(voice))

    def voice(self, voice: Voice) -> Iterator[RenderableType]:
        yield self.indented(self.text(clean(self.edition.name_of(voice.speaker)), style="bold"), 2)
        sayings = self.edition.sayings(voice)
        said = (self.saying(quotes) for quotes in sayings)
        yield from (self.indented(part, 2) for part in self.limited(said, len(sayings), "quote"))

    def unnamed(self) -> Iterator[RenderableType]:
        if not self.record.unnamed:
            return
        yield self.indented(self.text(UNNAMED, style="bold"), 2)
        sayings = [(voice, quotes) for voice in self.record.unnamed for quotes in self.edition.sayings(voice)]
        said = (self.saying(quotes, clean(opened(self.edition.described(voice)))) for voice, quotes in sayings)
        yield from (self.indented(part, 2) for part in self.limited(said, len(sayings), "saying"))

    def saying(self, quotes: Sequence[Quote], whose: str = "") -> RenderableType:
        """ "“We saw it,”  Courier [1], Herald [2]; as Post [3] has it: “We heard it.”": the same words once."""
        line = self.text(f"{whose}: " if whose else "", style="bold")
        self.told(line, quotes[0], opens=not whose)
        same = [quote for quote in quotes if quote.wording != "other"]
        line.append(f"  {self.sources(same)}", style="dim")
        for quote in quotes:
            if quote.wording == "other":
                line.append(f"; as {self.sources([quote])} has it: ", style="dim")
                self.told(line, quote)
        return self.hung("•", line, width=1)

    def told(self, line: Text, quote: Quote, *, opens: bool = False) -> None:
        """Add the words of a quote, or its sentence with them marked where they say little alone."""
        if quote.within is None:
            words = self.edition.words(quote)
            line.append(clean(excerpted(words) if opens else words), style="not bold")
        else:
            self.passage(line, self.edition.told(quote), [Span(quote.start, quote.end)])

    def ledger(self) -> Iterator[RenderableType]:
        for each in self.record.ledger:
            yield self.group(*self.commitment(each))

    def commitment(self, each: Commitment) -> Iterator[RenderableType]:
        head = self.text(clean(self.edition.name_of(each.party)), style="bold")
        what = clean(undertaking(each.action, each.amount))
        whose = clean(bound(self.edition, each))
        head.append(f"{' ' if whose else ''}{whose}: {what}", style="not bold")
        head.append(f"  {clean(each.status)}", style="bold")
        yield self.indented(head, 2)
        for reading in each.readings:
            speaker = self.edition.name_of(reading.attributed_to)
            line = self.text(f"{clean(reading.status)}: ")
            line.append(self.quoted(self.edition.quotation(reading), (Span(reading.start, reading.end),), speaker))
            yield self.hung(clean(date_in_words(reading.date)), line, width=17, indent=4)
        for place in each.conditions:
            line = self.text("condition: ").append(self.quoted(self.edition.quotation(place), (), ""))
            yield self.hung("", line, width=17, indent=4)
