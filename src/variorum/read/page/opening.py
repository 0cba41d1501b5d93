"""What stands at the ends of a body and is not of it: headline, date lines, English standfirsts, headings of nothing.

The model keeps a headline or a date line where it stands among the paragraphs. They have fields of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.read.dates.datewords import find_dates
from variorum.read.page.blocks import Block
from variorum.read.page.features import Heading, squeeze

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
# How houses call the sentence between headline and text.
_STANDFIRST = frozenset(
    ["standfirst", "dek", "deck", "subtitle", "subheadline", "subhead", "strapline", "excerpt", "kicker", "summary"]
)
_LONG = 120  # characters from which a block is a paragraph of the text, with which the body begins
_SHORT = 60
_LEAST_TITLE = 12  # letters; shorter ones are found in titles by chance
_LEAST_STANDFIRST = 40
_BYLINE = re.compile(r"\W*(?:by|von|por|par|di|door|av|af)\s+[^\W\d_]", re.I)
_NAMED = re.compile(r"\s[A-ZÀ-ÖØ-Þ]")


def trim_ends(kept: Sequence[int], blocks: Sequence[Block], head: Heading, language: str | None) -> list[int]:
    """Return `kept` without what stands before the first paragraph or behind the last and is not of the text.

    A standfirst is taken out of pages in English alone: in the gold of German and other pages it is the text's first
    paragraph (measured: F1 -0.006 on them; on English ones 2 of 464 segments).
    """
    english = (language or "").lower().startswith("en")
    first = next((index for index in kept if _is_prose(blocks[index])), kept[0] if kept else 0)
    left = [
        index
        for index in kept
        if index > first
        or not (
            _is_headline(blocks[index], head)
            or (index < first and (_is_date_line(blocks[index]) or _is_byline(blocks[index])))
            or (english and index < first and _is_standfirst(blocks[index]))
        )
    ]
    while len(left) > 1 and blocks[left[-1]].node.tag in _HEADINGS:
        left.pop()
    return left or list(kept)


def _is_prose(block: Block) -> bool:
    return len(block.text) > _LONG and block.node.tag not in _HEADINGS and block.node.tag != "li"


def _is_date_line(block: Block) -> bool:
    return len(block.text) < _SHORT and bool(find_dates(block.text))


def _is_byline(block: Block) -> bool:
    """Say whether a short line names the writer: "By Jane Doe, Local reporter"."""
    text = block.text
    if len(text) > _SHORT or block.node.tag in _HEADINGS:
        return False
    start = _BYLINE.match(text)
    return start is not None and _NAMED.match(text, start.end() - 2) is not None


def _is_headline(block: Block, head: Heading) -> bool:
    text = squeeze(block.text)
    return block.node.tag == "h1" or (len(text) > _LEAST_TITLE and text in head.title)


def _is_standfirst(block: Block) -> bool:
    headed = block.node.tag in ("h2", "h3") and len(block.text) > _LEAST_STANDFIRST
    return headed or bool(_STANDFIRST & {*block.names, *block.node.tokens})
