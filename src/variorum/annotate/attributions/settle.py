"""What the marks in the text decide after the tagger: where a quotation begins and ends, and whose it is."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from variorum.annotate.attributions.assemble import Said
from variorum.annotate.attributions.quotes import Quote, first_after
from variorum.model.span import Span

_EDGE = " \t\n\r\u00a0"
_WORDS_OF_SPEECH = 4  # a quotation of fewer words may be a title or a scare quote


def settle(text: str, found: Sequence[Said], quotes: Sequence[Quote]) -> list[Said]:
    """Return the attributions with their contents at the marks of the quotations that they begin or end in.

    No character belongs to two contents: the first in the text keeps it.
    """
    settled = []
    for said in found:
        parts = _joined(text, [_grown(part, said, quotes) for part in said.content])
        settled.append(msgspec.structs.replace(said, content=parts))
    return settled


def _grown(part: Span, said: Said, quotes: Sequence[Quote]) -> Span:
    """A part out to the marks of the quotations it touches, but never over its own source or cue."""
    start, end = part.start, part.end
    walls = [wall for wall in (said.source, said.cue) if wall is not None]
    for quote in quotes[first_after(quotes, start) :]:
        if quote.span.start >= end:
            break
        if any(wall.overlaps(quote.span) for wall in walls):
            continue
        start = min(start, quote.span.start)
        end = max(end, quote.span.end) if quote.closed else end
    return Span(start, end)


def _joined(text: str, parts: Sequence[Span]) -> tuple[Span, ...]:
    """Parts in order, those joined that overlap or that only white space parts."""
    joined: list[Span] = []
    for part in sorted(parts):
        if joined and not text[joined[-1].end : part.start].strip():
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, part.end))
        else:
            joined.append(part)
    return tuple(joined)
