"""Every form a record can take, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from variorum.model.jsonl import encode_all
from variorum.model.record import Record
from variorum.publish.annotations import render_annotations
from variorum.publish.csv import render_csv
from variorum.publish.html import render_html
from variorum.publish.markdown import render_markdown
from variorum.publish.terminal import render_terminal
from variorum.publish.timelinejs import render_timelinejs

# What each form is, as the command line tells it.
FORMS = {
    "terminal": "to read here",
    "md": "a document to paste",
    "json": "one record a line",
    "html": "one file that opens from disk",
    "csv": "findings, a line for each reading",
    "annotations": "readings as W3C Web Annotations",
    "timelinejs": "the timeline for TimelineJS",
}
_WRITERS: dict[str, Callable[[Sequence[Record]], str]] = {
    "md": render_markdown,
    "html": render_html,
    "csv": render_csv,
    "annotations": render_annotations,
    "timelinejs": render_timelinejs,
}


def render(records: Sequence[Record], form: str, *, colour: bool = False, width: int = 80) -> Iterator[bytes]:
    """Yield the bytes of `records` in one of FORMS; "terminal" in `width` columns, with `colour` if wanted."""
    if form == "json":
        yield from encode_all(records)
    elif form == "terminal":
        yield to_bytes(render_terminal(records, colour=colour, width=width))
    else:
        yield to_bytes(_WRITERS[form](records))


def to_bytes(text: str) -> bytes:
    """Return `text` in UTF-8. Half a surrogate pair, from a broken escape in someone's JSON, becomes a "?"."""
    return text.encode("utf-8", errors="replace")
