"""What the marks in the text decide after the tagger: where a quotation begins and ends, and whose it is."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from variorum.annotate.attributions.assemble import Said
from variorum.annotate.attributions.quotes import Quote, first_after
from variorum.annotate.attributions.signed import find_signed, give_signed
from variorum.model.span import Span

_WORDS_OF_SPEECH = 3  # a quotation of fewer words may be a title or a scare quote
_NEAR = 400  # characters after which a quotation without a cue is no longer taken for the last speaker's


def settle(text: str, found: Sequence[Said], quotes: Sequence[Quote]) -> list[Said]:
    """Return the attributions with their contents at the marks of the quotations that they begin or end in.

    A content without a cue stays only if it is a quotation, and is the last speaker's where that one spoke just before
    (a quotation that goes on in the next sentence or paragraph).
    """
    settled: list[Said] = []
    last: Said | None = None
    for said in give_signed(found, find_signed(text, quotes)):
        parts = _joined(text, [_grown(part, said, quotes) for part in said.content])
        if said.cue is not None:
            last = msgspec.structs.replace(said, content=parts)
            settled.append(last)
        elif _is_speech(text, parts[0], quotes):
            near = last is not None and 0 <= parts[0].start - last.content[-1].end < _NEAR
            near = near and _stands_alone(text, parts)
            settled.append(Said(last.source if near and last is not None else None, None, parts))
    return settled


def _stands_alone(text: str, parts: Sequence[Span]) -> bool:
    """Whether a quotation is no part of another sentence: "reached the lyric “…”", "“…,” a barber told them"."""
    before = text[text.rfind("\n", 0, parts[0].start) + 1 : parts[0].start].rstrip()
    if text[parts[0].start].isalnum():
        return True
    end = parts[-1].end
    after = text[end : end + 2].strip(" ")
    told = text[parts[-1].start : end].rstrip("”\"’'»")[-1:] == "," and after[:1].islower()
    return not before[-1:].isalnum() and not told


def _is_speech(text: str, part: Span, quotes: Sequence[Quote]) -> bool:
    index = first_after(quotes, part.start)
    if index == len(quotes) or quotes[index].span.start >= part.end or quotes[index].mark != "double":
        return False
    span = quotes[index].span
    return len(text[span.start : span.end].split(maxsplit=_WORDS_OF_SPEECH)) >= _WORDS_OF_SPEECH


def _grown(part: Span, said: Said, quotes: Sequence[Quote]) -> Span:
    """A part out to the marks of the quotations it touches, but never over its own source or cue."""
    start, end = part.start, part.end
    walls = [wall for wall in (said.source, said.cue) if wall is not None]
    for index in range(first_after(quotes, start), len(quotes)):
        quote = quotes[index]
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
