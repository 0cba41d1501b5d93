"""Every form a record can take, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from variorum.model.jsonl import encode_all
from variorum.model.record import Record
from variorum.publish.html import render_html
from variorum.publish.markdown import render_markdown
from variorum.publish.terminal import render_terminal

FORMS: dict[str, Callable[[Sequence[Record]], str]] = {
    "md": render_markdown,
    "html": render_html,
}


def render(records: Sequence[Record], form: str, *, colour: bool = False, width: int = 80) -> Iterator[bytes]:
    """Yield the bytes of `records` in a form.

    The forms are "terminal" (in `width` columns, with `colour` if wanted), "md", "json" and "html".
    """
    if form == "json":
        yield from encode_all(records)
    elif form == "terminal":
        yield _bytes(render_terminal(records, colour=colour, width=width))
    else:
        yield _bytes(FORMS[form](records))


def _bytes(text: str) -> bytes:
    # Half a surrogate pair, from a broken escape in someone's JSON, has no bytes of its own.
    return text.encode("utf-8", errors="replace")
