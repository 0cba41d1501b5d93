"""A text cut where its marks begin and end, so that any form can show them.

Marks may lie side by side, inside one another or across one another; every character comes out once, in order. Offsets
count code points, as everywhere: what is shown in a browser is marked here, never there, since scripts in a browser
count UTF-16 units.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from variorum.model.span import Span


class Mark(msgspec.Struct, frozen=True, order=True):
    """A stretch of a text, and what it is marked as."""

    start: int
    end: int
    name: str


class Piece(msgspec.Struct, frozen=True):
    """A stretch of text under the same marks. `opens` names those of `names` that begin with it."""

    text: str
    names: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()


def cut(text: str, within: Span, marks: Iterable[Mark]) -> list[Piece]:
    """Return `text[within]` in pieces. Marks are clipped to `within`; those outside it are left out."""
    inside = sorted(
        Mark(max(mark.start, within.start), min(mark.end, within.end), mark.name)
        for mark in marks
        if mark.start < within.end and mark.end > within.start and mark.start < mark.end
    )
    edges = sorted({within.start, within.end, *(m.start for m in inside), *(m.end for m in inside)})
    pieces: list[Piece] = []
    open_marks: list[Mark] = []
    coming = iter([*inside, None])
    ahead = next(coming)
    for start, end in pairwise(edges):
        open_marks = [mark for mark in open_marks if mark.end > start]
        opened = []
        while ahead is not None and ahead.start == start:
            open_marks.append(ahead)
            opened.append(ahead.name)
            ahead = next(coming)
        pieces.append(Piece(text[start:end], tuple(mark.name for mark in open_marks), tuple(opened)))
    return pieces


def joined(spans: Sequence[Span], text: str, *, over: str = " \u00a0-") -> list[Span]:
    """Return `spans` in order, those joined that nothing but characters of `over` parts."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and (span.start <= out[-1].end or not text[out[-1].end : span.start].strip(over)):
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out
