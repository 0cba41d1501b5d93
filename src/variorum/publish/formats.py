"""Every form a record can take, by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.model.jsonl import encode_all
from variorum.model.record import Record
from variorum.publish.markdown import render_markdown


def render(records: Sequence[Record], form: str, *, colour: bool) -> Iterator[bytes]:
    """Yield the bytes of `records` in a form: "terminal" (with `colour` if wanted), "md", "json" or "html"."""
    if form == "json":
        yield from encode_all(records)
    else:
        yield render_markdown(records).encode()
