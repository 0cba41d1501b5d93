"""What the marks in the text decide after the tagger: where a quotation begins and ends, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from variorum.annotate.attributions.assemble import Said
from variorum.annotate.attributions.quotes import Quote, first_after
from variorum.annotate.attributions.signed import find_signed, give_signed
from variorum.model.span import Span

_WORDS_OF_SPEECH = 3  # a quotation of fewer words may be a title or a scare quote
# "“WALLACE: May I ask": who speaks in a transcript.
_LABEL = re.compile(r"[\"“'‘]?(?P<name>[A-Z][A-Z.'’ -]+[A-Z]): ")
_DASHES = "―—–-"
_SINGLE = "'‘’"
_NEAR = 400  # characters after which a quotation without a cue is no longer taken for the last speaker's


def settle(text: str, found: Sequence[Said], quotes: Sequence[Quote]) -> list[Said]:
    """Return the attributions with their contents at the marks of the quotations that they begin or end in.

    A content without a cue stays only if it is a quotation, and is the last speaker's where that one spoke just before
    (a quotation that goes on in the next sentence or paragraph).
    """
    settled: list[Said] = []
    last: Said | None = None
    said_last = Span(0, 0)  # the last stretch of what that speaker says, paragraph by paragraph
    for said in give_signed(found, find_signed(text, quotes)):
        parts = _joined(text, [_grown(part, said, quotes) for part in said.content])
        if said.cue is not None:
            settled.append(msgspec.structs.replace(said, content=parts))
            # Whom a speaker quotes does not go on speaking: "“We hope so,” he said" of a "we" in it.
            if said.source is None or not _is_in_quotes(said.source, quotes):
                last, said_last = settled[-1], parts[-1]
            # Who signs has finished.
            if text[said.cue.start] in _DASHES:
                last = None
        elif _is_speech(text, parts[0], quotes):
            near = last is not None and _goes_on(text, said_last, parts) and _stands_alone(text, parts)
            near = near and _is_labelled_so(text, parts[0], last)
            apart = "\n" in text[said_last.end : parts[0].start] and _opens_paragraph(text, parts[0].start)
            if near and apart and not _LABEL.match(text, parts[0].start):
                said_last = parts[-1]
            if near or not _is_single(text, parts[0].start):
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
    # A colon gives it to whoever stands before it.
    return not before[-1:].isalnum() and before[-1:] != ":" and not told


def _goes_on(text: str, last: Span, parts: Sequence[Span]) -> bool:
    """Whether a quotation stands near what was said last; in single marks only where that stood in such marks too.

    Single marks stand around letters, slogans and headings as well.
    """
    alike = _is_single(text, last.start) or _is_single(text, last.end - 1)
    near = 0 <= parts[0].start - last.end < _NEAR
    return near and (alike or not _is_single(text, parts[0].start))


def _is_labelled_so(text: str, part: Span, last: Said | None) -> bool:
    """Whether a line is no transcript's, which names its own speaker, or names the last one."""
    label = _LABEL.match(text, part.start)
    source = last.source if last is not None else None
    named = text[source.start : source.end].casefold() if source is not None else ""
    return label is None or label["name"].casefold() in named


def _is_single(text: str, at: int) -> bool:
    """Whether a single mark stands there: no half of "''"."""
    return text[at] in _SINGLE and "''" not in text[max(0, at - 1) : at + 2]


def _is_in_quotes(span: Span, quotes: Sequence[Quote]) -> bool:
    index = first_after(quotes, span.start)
    return index < len(quotes) and quotes[index].span.start < span.start


def _opens_paragraph(text: str, start: int) -> bool:
    return not text[text.rfind("\n", 0, start) + 1 : start].strip()


def _is_speech(text: str, part: Span, quotes: Sequence[Quote]) -> bool:
    index = first_after(quotes, part.start)
    if index == len(quotes) or quotes[index].span.start >= part.end:
        return False
    # In single marks anything may stand; what opens a paragraph is speech.
    if quotes[index].mark == "single" and not _opens_paragraph(text, quotes[index].span.start):
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
