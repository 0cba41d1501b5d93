"""What `read --explain` shows of one report: its fields, the dates weighed, its text, and what was taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from variorum.engine.local import LocalEngine
from variorum.errors import Refusal
from variorum.read.intake.sources import find_pages
from variorum.read.options import ReadOptions
from variorum.read.reading import explain_pages
from variorum.read.trace import Trace

_FIELDS = ("title", "outlet", "authors", "published", "updated", "dateline", "credit", "section", "language", "url")
_WIDEST = 300  # characters of a passage that are shown


def explain_paths(paths: Iterable[str], options: ReadOptions, refuse: Callable[[Refusal], None]) -> None:
    """Show on the terminal, in colour where it has it, how each page behind `paths` was read."""
    console = Console(highlight=False)
    reading = partial(explain_pages, options=options)
    for trace in LocalEngine(batch_size=1).run(reading, find_pages(paths, options), refuse):
        console.print(*show_trace(trace), sep="\n")


def show_trace(trace: Trace) -> Iterator[Text | Table | Padding]:
    """Yield what is printed of one report."""
    report = trace.report
    yield Text(report.id, style="bold underline")
    yield _fields(trace)
    if trace.dates:
        yield Text("dates weighed", style="bold")
        yield _dates(trace)
    words = len(report.text.split())
    yield Text(f"text: {words} words in {report.text.count(chr(10) * 2) + 1} paragraphs", style="bold")
    for paragraph in report.text.split("\n\n"):
        yield Padding(Text(_cut(paragraph)), (0, 0, 0, 2))
    if trace.taken:
        yield Text("taken for something else", style="bold")
        for reason, passages in groupby(trace.taken, key=lambda passage: passage.reason):
            for passage in passages:
                line = Text(f"{reason}: ", style="yellow") + Text(_cut(passage.text), style="strike dim")
                yield Padding(line, (0, 0, 0, 2))
    yield Text("")


def _fields(trace: Trace) -> Table:
    table = Table.grid(padding=(0, 2))
    for name in _FIELDS:
        value = getattr(trace.report, name)
        words = ", ".join(value) if isinstance(value, tuple) else value
        basis = f"  (from: {trace.report.published_basis})" if name == "published" and value else ""
        shown = Text(str(words), style="cyan") + Text(basis, style="dim") if words else Text("not known", style="dim")
        table.add_row(Text(f"  {name}"), shown)
    return table


def _dates(trace: Trace) -> Table:
    table = Table.grid(padding=(0, 2))
    for date in sorted(trace.dates, key=lambda date: -date.weight):
        chosen = date.value == trace.report.published and date.basis == trace.report.published_basis
        mark = Text("  taken", style="bold green") if chosen else Text("  not taken", style="dim")
        what = Text(f"{date.basis}{', last change' if date.updated else ''}", style="dim")
        table.add_row(
            mark,
            Text(date.value, style="green" if chosen else ""),
            what,
            Text(f"{date.weight:.2f}"),
            Text(date.evidence),
        )
    return table


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST else f"{text[:_WIDEST]} …"
