"""A report with its layers shown in its text: in the terminal, and as one page that opens from disk.

A place may lie in several layers (a name in a quotation); each piece of text is shown with all of them, and what was
read there (a value, an entity, a speaker) stands under the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from variorum.model.annotations import Attribution, Quantity
from variorum.model.report import Report
from variorum.model.span import Span
from variorum.publish.html import environment, page_file
from variorum.publish.marks import Mark, Piece, cut
from variorum.publish.terminal import open_console, written

if TYPE_CHECKING:
    from rich.console import Console

# The layers in the order in which they are told, each with its style in the terminal.
STYLES = {
    "time": "magenta",
    "quantity": "cyan",
    "name": "bold green",
    "nominal": "green",
    "source": "bold underline yellow",
    "cue": "bold yellow",
    "content": "italic",
}


class Read(msgspec.Struct, frozen=True):
    """What a layer read at a place: its words in the text, and what they were read as."""

    layer: str
    span: Span
    meaning: str


def read_layers(report: Report) -> list[Read]:
    """Return all that the layers of an annotated report read, in text order."""
    layers = report.layers
    found = [Read("time", Span(each.start, each.end), f"{each.type} {each.value}") for each in layers.times or ()]
    found += [Read("quantity", Span(q.start, q.end), _amount(q)) for q in layers.quantities or ()]
    found += [
        Read("name" if m.form == "name" else "nominal", Span(m.start, m.end), f"{m.type} {m.entity}")
        for m in layers.mentions or ()
    ]
    found += [read for attribution in layers.attributions or () for read in _attribution(attribution)]
    return sorted(found, key=lambda read: (read.span, read.layer, read.meaning))


def _amount(quantity: Quantity) -> str:
    about = "about " if quantity.approximate else ""
    if quantity.value is not None:
        value = f"{quantity.value:,.15g}"
    else:
        low, high = ("" if bound is None else f"{bound:,.15g}" for bound in (quantity.low, quantity.high))
        value = f"{low} to {high}" if low and high else f"at least {low}" if low else f"at most {high}" if high else "?"
    return f"{quantity.kind} {about}{value} {quantity.unit or ''}".rstrip()


def _attribution(attribution: Attribution) -> Iterator[Read]:
    speaker = attribution.speaker or "nobody known"
    manner = "directly" if attribution.direct else "indirectly"
    if attribution.source is not None:
        yield Read("source", attribution.source, f"speaks: {speaker}")
    if attribution.cue is not None:
        yield Read("cue", attribution.cue, f"{manner}: {speaker}")
    for part in attribution.content:
        yield Read("content", part, f"said by {speaker}, {manner}")


def show_layers(reports: Sequence[Report], *, colour: bool, width: int = 80) -> str:
    """Return the reports with their layers for the terminal, each followed by what was read where."""
    console = open_console(colour=colour, width=width)
    for report in reports:
        _show(console, report)
    return written(console)


def _show(console: Console, report: Report) -> None:
    from rich.text import Text  # noqa: PLC0415 - not for `--help`

    console.print(Text(f"{report.id}  {report.published or 'no date'}", style="bold"))
    if report.layers.not_applied:
        console.print(Text(f"no annotator knows its language for: {', '.join(report.layers.not_applied)}", style="dim"))
    text = Text()
    for piece in _pieces(report):
        # A later style is laid over an earlier one: that of a name shows inside a quotation.
        text.append(
            _without_control(piece.text),
            style=" ".join(STYLES[name] for name in reversed(STYLES) if name in piece.names),
        )
    console.print(text)
    console.print()
    for read in read_layers(report):
        words = " ".join(report.text[read.span.start : read.span.end].split())
        words = words if len(words) <= 48 else f"{words[:32]} … {words[-13:]}"
        line = Text(f"  {read.span.start:>6}  ")
        line.append(f"{read.layer:<9}", style=STYLES[read.layer])
        line.append(f"{words}  ")
        line.append(read.meaning, style="dim")
        console.print(line)
    console.print()


def _without_control(words: str) -> str:
    """The words, without characters that would steer a terminal; line breaks stay."""
    return "".join(char if char == "\n" or char.isprintable() else "\ufffd" for char in words)


def _pieces(report: Report) -> list[Piece]:
    marks = [Mark(read.span.start, read.span.end, read.layer) for read in read_layers(report)]
    return cut(report.text, Span(0, len(report.text)), marks)


class _Shown(msgspec.Struct, frozen=True):
    report: Report
    pieces: Sequence[Piece]
    reads: Sequence[Read]


def render_layers(reports: Sequence[Report]) -> str:
    """Return the reports with their layers as one self-contained page."""
    shown = [_Shown(report, _pieces(report), read_layers(report)) for report in reports]
    page: str = (
        environment()
        .get_template("layers.html")
        .render(shown=shown, layers=list(STYLES), style=page_file("page.css") + page_file("layers.css"))
    )
    return page
