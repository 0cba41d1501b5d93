"""What a page's marks say against the model: captions, pull quotes and other posts go, embedded posts and times stay.

The model judges block by block. These rules look at what a block is by its element and class, and at blocks of one kind
together; each was measured on the extraction set (docs/decisions/0311-body-text-again.md).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from variorum.read.page.blocks import MOST_DEPTH, Block, Node
from variorum.read.plaintext.furniture import opens_as_furniture, shape_of
from variorum.read.plaintext.plain_head import is_blurb, is_call

_CAPTIONS = frozenset(["caption", "figcaption", "captions", "imagecaption"])
_POSTS = frozenset(["twitter", "tweet", "instagram", "tiktok", "bluesky", "mastodon", "threads"])
_QUOTES = frozenset(["quote", "pullquote", "pull", "blockquote", "quotes", "pq"])
_WRITERS = frozenset(["author", "authors", "bio", "byline", "writer", "autor"])
_HEADINGS = frozenset(["h2", "h3", "h4"])
_CLOCK = re.compile(
    r"(?:[^\W\d]{3,9}\.? \d{1,2},? )?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::[0-5]\d)?"
    r"(?:\s*[ap]\.?m\.?)?(?:\s*(?:Uhr|h|[A-Z]{2,4}))?",
    re.I,
)
# "Image: Jane Doe", "(Photo by Jane Doe)"; with a colon, a stroke or "by", since photos and images are written of too.
_CREDIT = re.compile(
    r"\W*(?:image|photo|photograph|picture|illustration|foto|bild|grafik|imagen)s?(?: credit| courtesy)?\s*"
    r"(?::|/|by\b)",
    re.I,
)
_NEAR = 3  # elements around a block whose class tells of it
_LONGEST_NOTE = 300  # characters of a block that may be a line of furniture or a pull quote
_LONGEST_BLURB = 600
_LONGEST_CAPTION = 500
_LONGEST_CREDIT = 80
_OPENS = 40  # letters by which a teaser and the passage that it is cut from are known to be one
_TAKEN_TOGETHER = 4
_LEAST_PULLED = 30  # letters of a passage that stands again in the text by no chance
# Quotations of a page that are looked up in its text; looking up all takes the square of their number.
_MOST_ASKED = 200
_LEAST_ENTRIES = 3  # times of day that stand alone before as many passages: a live blog
_LEAST_ALIKE = 2
_LONG = 80
_MOST_LINKS = 0.3
_ALL_LINK = 0.9
_MOST_CAPTIONS = 0.25  # of the letters kept: where more is in captions the pictures are the article
_MOST_OTHERS = 0.4  # of the letters kept: where more is in posts headed by links, they are the article
_LIKELY = 0.25  # from which a paragraph among its like is kept with them
_LIKELY_BEYOND = 0.4  # the same for one behind the last that is kept
_BEYOND = 5  # blocks behind the last that is kept in which more of its like may stand


class Judged(msgspec.Struct, frozen=True):
    """The blocks of a page with their squeezed texts (`features.squeeze`) and how likely each is the article's."""

    blocks: Sequence[Block]
    squeezed: Sequence[str]
    likely: NDArray[np.float64]


def mend(kept: Sequence[int], page: Judged, *, english: bool) -> list[int]:
    """Return the numbers of the article's blocks: `kept`, which the model keeps, with others and without some."""
    if not kept:
        return []
    blocks = page.blocks
    chosen = set(kept)
    chosen |= set(_posts(kept, blocks)) | set(_times(kept, blocks)) | set(_alike(kept, page))
    for least, found in (
        (_MOST_CAPTIONS, set(_captions(chosen, blocks))),
        (_MOST_CAPTIONS, set(_pulled(chosen, page))),
        (_MOST_OTHERS, set(_other_articles(chosen, blocks))),
        (_MOST_CAPTIONS, set(_on_writers(chosen, blocks))),
        (_MOST_CAPTIONS, set(_cut_short(chosen, page))),
    ):
        if _size(found, blocks) <= least * _size(chosen, blocks):
            chosen -= found
    if english:
        chosen -= set(_notes(chosen, blocks))
    left = sorted(chosen)
    while len(left) > 1 and (_is_link(blocks[left[-1]]) or (english and _is_foot(left[-1], left, blocks))):
        left.pop()
    return left or list(kept)


def _size(chosen: Iterable[int], blocks: Sequence[Block]) -> int:
    return sum(len(blocks[index].text) for index in chosen)


def _is_link(block: Block) -> bool:
    """Say whether a block, not of a list or a table, is a link and nothing else."""
    return block.links >= _ALL_LINK * len(block.text) and block.node.tag in ("p", "div", "section", "article", "span")


def _is_foot(last: int, kept: Sequence[int], blocks: Sequence[Block]) -> bool:
    """Say whether the last block asks the reader to act, or tells what the site or the writer is."""
    text = blocks[last].text
    if len(text) > _LONGEST_BLURB:
        return False
    line = shape_of(text)
    return is_call(line) or is_blurb(line, [blocks[index].text for index in kept[:-1]])


def around(node: Node | None, most: int = _NEAR) -> Iterator[Node]:
    """Yield an element and those around it, `most` at most."""
    for _ in range(most):
        if node is None:
            return
        yield node
        node = node.parent


def _posts(kept: Sequence[int], blocks: Sequence[Block]) -> Iterator[int]:
    """Yield the blocks of embedded posts between those that are kept."""
    for index in range(kept[0] + 1, kept[-1]):
        if any(node.tag == "blockquote" and _POSTS & set(node.tokens) for node in around(blocks[index].node)):
            yield index


def _times(kept: Sequence[int], blocks: Sequence[Block]) -> Iterator[int]:
    """Yield the times of day above the entries of a live blog: in elements of one kind, each before something kept."""
    chosen = set(kept)
    places: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index in range(max(kept[0] - 2, 0), kept[-1]):
        block = blocks[index]
        if len(block.text) < 30 and _CLOCK.fullmatch(block.text):
            places[block.node.tag, block.node.tokens, block.node.depth, block.names].append(index)
    for found in places.values():
        led = [index for index in found if index + 1 in chosen or index + 2 in chosen]
        if len(led) >= _LEAST_ENTRIES and 2 * len(led) > len(found):
            yield from led


def _alike(kept: Sequence[int], page: Judged) -> Iterator[int]:
    """Yield paragraphs and subheadings whose like in the same place are mostly kept."""
    chosen = set(kept)
    counts: Counter[tuple[object, ...]] = Counter()
    held: Counter[tuple[object, ...]] = Counter()
    kinds: dict[int, tuple[object, ...]] = {}
    for index in range(kept[0], min(kept[-1] + _BEYOND, len(page.blocks))):
        block = page.blocks[index]
        node = block.node
        if block.links > _MOST_LINKS * len(block.text):
            continue
        if node.tag in _HEADINGS:
            kind: tuple[object, ...] = (node.tag, node.tokens, node.depth, node.parent and node.parent.tokens)
        elif node.tag == "p" and len(block.text) >= _LONG:
            parent = node.parent
            kind = (node.tag, node.tokens, parent and (parent.tag, parent.tokens), id(parent and parent.parent))
        else:
            continue
        kinds[index] = kind
        counts[kind] += 1
        held[kind] += index in chosen
    for index, kind in kinds.items():
        if index in chosen or held[kind] < _LEAST_ALIKE or 3 * held[kind] < 2 * counts[kind]:
            continue
        heads = page.blocks[index].node.tag in _HEADINGS
        if index + 1 in chosen if heads else page.likely[index] >= (_LIKELY if index < kept[-1] else _LIKELY_BEYOND):
            yield index


def _captions(chosen: set[int], blocks: Sequence[Block]) -> Iterator[int]:
    yield from (index for index in chosen if is_caption(blocks[index]))


def is_caption(block: Block) -> bool:
    """Say whether a block stands under a picture, or tells only whose it is."""
    marked = len(block.text) <= _LONGEST_CAPTION and any(
        node.tag == "figcaption" or _CAPTIONS & set(node.tokens) for node in around(block.node, 2)
    )
    return marked or (len(block.text) <= _LONGEST_CREDIT and _CREDIT.match(block.text) is not None)


def is_pull_quote(block: Block) -> bool:
    """Say whether a block is marked as a passage of the text set apart."""
    tokens = {token for node in around(block.node) for token in node.tokens}
    return len(block.text) <= _LONGEST_NOTE and ("pullquote" in tokens or {"pull", "quote"} <= tokens)


def _pulled(chosen: set[int], page: Judged) -> Iterator[int]:
    """Yield the pull quotes: marked so, or set apart as a quotation whose words stand in a longer block of the text."""
    lines = [page.squeezed[index] for index in chosen]
    whole: str | None = None
    asked = 0
    for index in sorted(chosen):
        block = page.blocks[index]
        if len(block.text) > _LONGEST_NOTE:
            continue
        nodes = list(around(block.node))
        tokens = {token for node in nodes for token in node.tokens}
        words = page.squeezed[index]
        if is_pull_quote(block):
            yield index
        elif (
            asked < _MOST_ASKED
            and len(words) >= _LEAST_PULLED
            and (_QUOTES & tokens or any(node.tag in ("aside", "blockquote", "q") for node in nodes))
        ):
            asked += 1
            whole = "\n".join(lines) if whole is None else whole
            if whole.count(words) > sum(line == words for line in lines):
                yield index


def _other_articles(chosen: set[int], blocks: Sequence[Block]) -> Iterator[int]:
    """Yield the blocks of other posts: <article> elements headed by a link, apart from the one that holds the text."""
    articles: set[Node] = set()
    for index in chosen:
        articles.update(node for node in around(blocks[index].node, MOST_DEPTH) if node.tag == "article")
    for node in articles:
        if _is_teaser(node, blocks):
            yield from (index for index in range(node.start, node.end) if index in chosen)


def _is_teaser(node: Node, blocks: Sequence[Block]) -> bool:
    """Say whether an element is headed by a link, as what leads to another page is."""
    for block in blocks[node.start : min(node.end, node.start + 4)]:
        if block.node.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            return block.links >= 0.9 * len(block.text)
    return False


def _cut_short(chosen: set[int], page: Judged) -> Iterator[int]:
    """Yield the teasers: passages that end in "..." and are how others begin, one or several after one another."""
    order = sorted(chosen)
    places = {page.squeezed[index][:_OPENS]: place for place, index in reversed(list(enumerate(order)))}
    for index in order:
        words = page.squeezed[index]
        if len(words) < _OPENS or not page.blocks[index].text.endswith(("...", "…")):
            continue
        place = places[words[:_OPENS]]
        following = "".join(page.squeezed[each] for each in order[place : place + _TAKEN_TOGETHER])
        if order[place] != index and following.startswith(words):
            yield index


def _on_writers(chosen: set[int], blocks: Sequence[Block]) -> Iterator[int]:
    """Yield what stands in a box about the writer."""
    for index in chosen:
        if any(_WRITERS & set(node.tokens) for node in around(blocks[index].node)):
            yield index


def _notes(chosen: set[int], blocks: Sequence[Block]) -> Iterator[int]:
    """Yield the English lines that lead elsewhere or speak to the reader ("Read more: ...", "Copyright 2026 ...")."""
    for index in chosen:
        text = blocks[index].text
        if len(text) <= _LONGEST_NOTE and opens_as_furniture(text) and shape_of(text).kind in ("link", "notice"):
            yield index
