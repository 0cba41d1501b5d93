"""The article's own words on a page: the blocks that belong to it, put together as paragraphs.

Which blocks are the article is decided by a model learnt across sites (`model.py`) on what is measured of each
(`features.py`). Where it is not sure, trafilatura is asked and the model judges anew; marks of the page have the last
word (`mending.py`). The words are taken from the page itself, so that nothing is lost inside a block that is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec
import numpy as np
import trafilatura
from lxml.html import HtmlElement
from numpy.typing import NDArray
from trafilatura.settings import Document, Extractor

from variorum.read.page.blocks import Block, Node
from variorum.read.page.features import Heading, find_kept, measure_blocks, squeeze_all
from variorum.read.page.mending import Judged, mend
from variorum.read.page.model import load_model
from variorum.read.page.opening import trim_ends
from variorum.text.language import detect_language

# Blocks from which on trafilatura is not asked: its time grows with the square of the page (579 s for one of 50 MB),
# and pages of so many blocks are lists.
_MOST_BLOCKS = 6_000
# Doubt from which trafilatura is asked, which takes as long as all else: on every second page. On the others its
# opinion changes nothing for the better (F1 on sites not seen: asked everywhere .9465, on two thirds .947, on 45 %
# .946).
_MOST_DOUBT = 0.14
_LEAST = 0.5  # likelihood from which a block is kept; F1 is flat from 0.4 to 0.6
_TOLD_BY = 10  # blocks that tell the language of a page that does not say
_CELLS = frozenset(("td", "th"))
_LISTS = frozenset(("li", "dd", "dt"))


class Body(msgspec.Struct, frozen=True):
    """The paragraphs of an article, and of the page's blocks the numbers of those that they were made from."""

    paragraphs: Sequence[str]
    kept: Sequence[int]


def find_body(tree: HtmlElement, blocks: Sequence[Block], head: Heading, language: str | None) -> Body:
    """Return the article of a page given as tree and as blocks. Empty where there is none.

    `language` is the code that the page declares, or None.
    """
    if not blocks:
        return Body((), ())
    squeezed = squeeze_all([block.text for block in blocks])
    model = load_model()
    measures = measure_blocks(blocks, squeezed, head, model.lexicon)
    likely = model.first.judge(measures.rows([np.zeros(len(blocks))]))
    opinion: Sequence[bool] = ()
    if find_doubt(likely, blocks) > _MOST_DOUBT:
        opinion = find_kept(squeezed, ask_trafilatura(tree, blocks))
        likely = model.second.judge(measures.rows([opinion, likely]))
    kept = [index for index in range(len(blocks)) if likely[index] >= _LEAST]
    kept = kept or [index for index, said in enumerate(opinion) if said]
    if kept and language is None:
        language = detect_language("\n".join(blocks[index].text for index in kept[:_TOLD_BY]))
    english = (language or "").lower().startswith("en")
    kept = mend(kept, Judged(blocks, squeezed, likely), english=english)
    kept = trim_ends(kept, blocks, head, language)
    return Body(join_blocks([blocks[index] for index in kept]), kept)


def find_doubt(likely: NDArray[np.float64], blocks: Sequence[Block]) -> float:
    """Return how unsure it is which blocks of a page are its article: what is unsure as a share of what is kept.

    A block counts with the root of its length: neither its letters nor its being one of many should decide.
    """
    sizes = np.sqrt([len(block.text) for block in blocks])
    unsure = sizes @ np.minimum(likely, 1.0 - likely)
    return float(unsure / max(sizes @ (likely >= _LEAST), 1.0))


def ask_trafilatura(tree: HtmlElement, blocks: Sequence[Block]) -> str:
    """Return the text that trafilatura's fast setting finds; "" on a page that would take it too long."""
    if len(blocks) > _MOST_BLOCKS:
        return ""
    # The tree is left as it is: trafilatura works on a copy of one that it is given.
    document = trafilatura.bare_extraction(tree, options=_trafilatura_options())
    return (document.text or "") if isinstance(document, Document) else ""


@cache
def _trafilatura_options() -> Extractor:
    """Return the settings, made once: making them reads trafilatura's configuration anew."""
    options = Extractor(output_format="python", fast=True, comments=False)
    # None of its own three: a page of which little is left is not gone over a second time. A fifth of its time, and
    # another answer on 8 of 723 pages.
    options.focus = "plain"
    return options


def join_blocks(blocks: Sequence[Block]) -> list[str]:
    """Return the paragraphs made of `blocks`: items of one list a line each, cells of one table row in one line."""
    paragraphs: list[str] = []
    before: Block | None = None
    for block in blocks:
        between = _between(before, block) if before else None
        if between is None:
            paragraphs.append(block.text)
        else:
            paragraphs[-1] += between + block.text
        before = block
    return paragraphs


def _between(first: Block, second: Block) -> str | None:
    """Return what stands between two blocks of one paragraph; None if they are two paragraphs."""
    row = _around(first.node, _CELLS)
    if row is not None and row is _around(second.node, _CELLS):
        return " | "
    items = _around(first.node, _LISTS)
    if items is not None and items is _around(second.node, _LISTS):
        return "\n"
    return None


def _around(node: Node, tags: frozenset[str]) -> Node | None:
    """Return the element around the item or cell that `node` is or stands in; None if it is in none."""
    here: Node | None = node
    for _ in range(3):
        if here is None:
            return None
        if here.tag in tags:
            return here.parent
        here = here.parent
    return None
