"""Quotations that are signed: a paragraph that is a quotation, a dash and a name, as readers' words and mottoes stand.

    “We have waited long enough.” — Ida Holm, Malmö

The training set has next to none of them, so the tagger takes their names for anything; their shape decides.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from variorum.annotate.attributions.assemble import Said
from variorum.annotate.attributions.quotes import Quote
from variorum.model.span import Span

_NAME = r"[^\W\d_a-zà-ÿ][\w.'’-]*(?:\s+(?:(?:de|da|di|la|al|bin|van|von|der|den|y)\s+)*[^\W\d_a-zà-ÿ][\w.'’-]*){0,4}"
_SIGNATURE = re.compile(
    rf"[^\S\n]*(?P<dash>[―—–]|--?(?=\s))[^\S\n]*(?P<name>{_NAME})(?:,[^.\n“”\"]{{1,60}})?\.?[^\S\n]*(?=\n|$)"
)
_FEWEST_WORDS = 3


def find_signed(text: str, quotes: Sequence[Quote]) -> list[Said]:
    """Return the quotations that open a paragraph and are signed, with the dash as cue and the name as source."""
    found = []
    for quote in quotes:
        opens = not text[text.rfind("\n", 0, quote.span.start) + 1 : quote.span.start].strip()
        if quote.mark != "double" or not quote.closed or not opens:
            continue
        signature = _SIGNATURE.match(text, quote.span.end)
        words = text[quote.span.start : quote.span.end].split(maxsplit=_FEWEST_WORDS)
        if signature and len(words) >= _FEWEST_WORDS:
            found.append(Said(Span(*signature.span("name")), Span(*signature.span("dash")), (quote.span,)))
    return found


def give_signed(found: Sequence[Said], signed: Sequence[Said]) -> list[Said]:
    """Return the attributions with the signed quotations taken from all others and given to those who signed them."""
    if not signed:
        return list(found)
    owned = [said.content[0] for said in signed]
    ends = [quote.end for quote in owned]

    def is_free(part: Span) -> bool:
        index = bisect_right(ends, part.start)
        return index == len(owned) or not owned[index].overlaps(part)

    kept = list(signed)
    for said in found:
        parts = tuple(part for part in said.content if is_free(part))
        if parts:
            kept.append(Said(said.source, said.cue, parts))
    return sorted(kept, key=lambda said: said.content[0])
