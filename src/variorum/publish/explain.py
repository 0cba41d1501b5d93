"""One finding spelled out for the terminal: each reading in its report, with the words that decided it marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from variorum.model.record import Finding, Record
from variorum.model.span import Reading, Span
from variorum.publish.edition import Edition
from variorum.publish.marks import Mark, cut
from variorum.publish.terminal import STYLES, clean, inline, open_console, written
from variorum.publish.wording import MEANINGS, behind, value_in_words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_NEIGHBOURS = 1  # sentences shown before and after a reading's own


def find_finding(records: Sequence[Record], id: str) -> list[tuple[Record, Finding]]:
    """Return the findings of that id with their records, or, where there are none, those whose ids begin so.

    Ids are unique within one record only.
    """
    findings = [(record, finding) for record in records for finding in record.findings]
    exact = [each for each in findings if each[1].id == id]
    return exact or [each for each in findings if id and each[1].id.startswith(id)]


def explain_finding(record: Record, finding: Finding, *, colour: bool, width: int = 80) -> str:
    """Return a finding with its reason and its readings in context, as text of at most `width` columns.

    In colour a reading is underlined and its deciding words stand out; without, they stand in brackets and asterisks.
    """
    console = open_console(colour=colour, width=width)
    _Explanation(console, Edition(record), finding, colour=colour).show()
    return written(console)


class _Explanation:
    def __init__(self, console: Console, edition: Edition, finding: Finding, *, colour: bool) -> None:
        from rich.padding import Padding  # noqa: PLC0415 - not for `--help`
        from rich.text import Text  # noqa: PLC0415

        self.console, self.edition, self.finding, self.colour = console, edition, finding, colour
        self.text, self.padding = Text, Padding

    def show(self) -> None:
        finding = self.finding
        self.console.print(
            self.text(f"{finding.kind.upper()}  {clean(finding.topic)}", style=f"bold {STYLES[finding.kind]}")
        )
        self.console.print(self.text(MEANINGS[finding.kind], style="dim"))
        if finding.why:
            self.console.print(self.text.assemble(("Why: ", "dim"), clean(finding.why)))
        backing = behind(self.edition, self.edition.witnesses_of(finding.readings))
        titles = [story.title for story in self.edition.record.stories if story.id in finding.stories]
        self.console.print(self.text(f"{finding.aspect}; {backing}; {clean(' and '.join(titles))}", style="dim"))
        sides = self.edition.sides(finding)
        for side in sides:
            if len(sides) > 1:
                self.console.print()
                self.console.print(self.text(clean(side.label), style="bold"))
            for quotation in side.quotations:
                self.reading(quotation.reading, quotation.deciding)
        if not self.colour:
            self.console.print()
            self.console.print("[ ] what the finding rests on, * * the words that decided it")

    def reading(self, reading: Reading, deciding: Sequence[Span]) -> None:
        witness = self.edition.witnesses[reading.report]
        date = f"{witness.date}, {witness.basis}" if witness.basis else witness.date
        head = self.text(f"\n{clean(witness.label)}", style="bold")
        head.append(f"  {date}", style="not bold dim")
        if witness.copies is not None:
            head.append(f", copy of {self.edition.witnesses[witness.copies].number}", style="not bold dim")
        head.append(f"\n{clean(reading.report)}, characters {reading.start} to {reading.end}", style="not bold dim")
        notes = [f"read as {clean(value_in_words(reading.value))}" if reading.value is not None else ""]
        speaker = self.edition.name_of(reading.attributed_to)
        notes.append(f"said by {clean(speaker)}" if speaker else "in the report's own voice")
        head.append("\n" + "; ".join(note for note in notes if note), style="not bold dim")
        self.console.print(self.padding(head, (0, 0, 0, 2)))
        self.console.print(self.padding(self.passage(reading, deciding), (0, 0, 0, 4)))

    def passage(self, reading: Reading, deciding: Sequence[Span]) -> Text:
        around = self.edition.passage(reading, neighbours=_NEIGHBOURS)
        text = self.edition.reports[reading.report].text
        marks = [Mark(reading.start, reading.end, "reading"), *(Mark(s.start, s.end, "decides") for s in deciding)]
        out = self.text("… " if around.clipped_before else "")
        inside = False
        for piece in cut(text, around.sentence, marks):
            reads = "reading" in piece.names
            if reads != inside and not self.colour:
                out.append("[" if reads else "]")
            inside = reads
            starred = "decides" in piece.names and not self.colour
            out.append(f"*{inline(piece.text)}*" if starred else inline(piece.text), style=self.style(piece.names))
        out.append("]" if inside and not self.colour else "")
        return out.append(" …" if around.clipped_after else "")

    def style(self, names: Sequence[str]) -> str:
        if "decides" in names:
            return "bold reverse"
        return "underline" if "reading" in names else ""


def suggest(records: Sequence[Record], limit: int = 8) -> Iterator[str]:
    """Yield "f1 (conflict: people aboard)" for the first findings, to choose from."""
    for record in records:
        for finding in record.findings[:limit]:
            yield f"{finding.id} ({finding.kind}: {finding.topic})"
