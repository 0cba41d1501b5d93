"""Quotation marks paired: which stretches of a text stand in quotes.

A quotation ends with its paragraph at the latest. One that is left open there goes on where the next paragraph opens
with a mark of its own, as printers have it; otherwise it is a slip, and still taken as quoted to the end.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import zip_longest
from typing import Literal

import msgspec

from variorum.model.span import Span

Mark = Literal["double", "single"]

_DOUBLE = re.compile(r"[\"“”„‟″«»]|''|``")
_OPENING = frozenset("“„‟«")
_CLOSING = frozenset("”»")
# A single mark opens before a word and closes after one; an apostrophe inside a word is neither.
_SINGLE_OPEN = re.compile(r"(?<![\w’'])[‘'](?!\d0s)(?=[\w$£€\[(.…])")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…%)\]])[’'](?!\w)")
_SINGLE_STOP = re.compile(r"(?<=[.,!?…])[’'](?!\w)")


class Quote(msgspec.Struct, frozen=True):
    """A quoted stretch, its marks included. `closed` is false where the closing mark is missing."""

    span: Span
    mark: Mark
    closed: bool = True


def find_quotes(text: str, paragraphs: Sequence[Span]) -> list[Quote]:
    """Return the outermost quotations of each paragraph, in text order; none crosses a paragraph's end."""
    found: list[Quote] = []
    for paragraph, after in zip_longest(paragraphs, paragraphs[1:]):
        doubles = _find_doubles(text, paragraph)
        whole = _find_whole(text, paragraph, after) if not doubles else None
        singles = [whole] if whole is not None else _find_singles(text, paragraph, doubles)
        found += sorted(doubles + singles, key=lambda quote: quote.span)
    return found


def _find_whole(text: str, paragraph: Span, after: Span | None) -> Quote | None:
    """The paragraph where single marks enclose all of it, or open it and the next one too; None for any other.

    Only a mark behind a stop or comma is taken for a closing one: any other may be an apostrophe ("the dogs' bowl").
    """
    opens = _SINGLE_OPEN.match(text, paragraph.start)
    if opens is None:
        return None
    stops = [match.end() for match in _SINGLE_STOP.finditer(text, opens.end(), paragraph.end)]
    if stops == [paragraph.end]:
        return Quote(paragraph, "single")
    goes_on = after is not None and _SINGLE_OPEN.match(text, after.start) is not None
    if not stops and goes_on and text[paragraph.end - 1] in ".!?…":
        return Quote(paragraph, "single", closed=False)
    return None


def _find_doubles(text: str, paragraph: Span) -> list[Quote]:
    found: list[Quote] = []
    opened: int | None = None
    inner = 0
    nests = _is_balanced(text, paragraph)
    for match in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        opens = _opens(text, match, paragraph)
        if opened is None:
            opened = match.start() if opens is not False else None
        elif opens is True and match[0] in _OPENING:
            inner += nests
        elif inner and match[0] in _CLOSING:
            inner -= 1
        else:
            found.append(Quote(Span(opened, match.end()), "double"))
            opened, inner = None, 0
    if opened is not None:
        found.append(Quote(Span(opened, paragraph.end), "double", closed=False))
    return found


def _is_balanced(text: str, paragraph: Span) -> bool:
    """Whether as many curly marks open as close: then one that opens inside a quotation has its own closing mark."""
    opening = text.count("“", paragraph.start, paragraph.end)
    return opening == text.count("”", paragraph.start, paragraph.end)


def _opens(text: str, match: re.Match[str], paragraph: Span) -> bool | None:
    """Whether a mark opens, by its shape or by the space around it; None where neither tells."""
    if match[0] in _OPENING:
        return True
    if match[0] in _CLOSING:
        return False
    before = text[match.start() - 1] if match.start() > paragraph.start else " "
    after = text[match.end()] if match.end() < paragraph.end else " "
    space_before, space_after = before.isspace() or before in "([—–-", after.isspace() or after in ".,;:!?)]—–"
    if space_before == space_after:
        return None
    return space_before


def _find_singles(text: str, paragraph: Span, doubles: Sequence[Quote]) -> list[Quote]:
    """Quotations in single marks outside those in double ones."""
    found: list[Quote] = []
    position = paragraph.start
    covered = iter(doubles)
    cover = next(covered, None)
    while match := _SINGLE_OPEN.search(text, position, paragraph.end):
        while cover is not None and cover.span.end <= match.start():
            cover = next(covered, None)
        if cover is not None and cover.span.start <= match.start():
            position = cover.span.end
            continue
        limit = cover.span.start if cover is not None else paragraph.end
        close = _SINGLE_CLOSE.search(text, match.end(), min(limit, match.end() + 600))
        if close is None:
            position = match.end()
            continue
        found.append(Quote(Span(match.start(), close.end()), "single"))
        position = close.end()
    return found


def first_after(quotes: Sequence[Quote], offset: int) -> int:
    """Return the index of the first quotation that ends after `offset`."""
    return bisect_right(quotes, offset, key=lambda quote: quote.span.end)
