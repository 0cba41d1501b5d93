"""What is measured of each block of a page: a row of numbers, the same for every language.

Four kinds: of the words themselves, of the elements they stand in, of the neighbours, and what extractors made of them.
`names` and `words` weigh what a class name or a word tells (learnt, see docs/decisions/0011-body-text.md).
"""

from __future__ import annotations

import operator
import re
from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from variorum.read.blocks import Block, Node

Matrix = NDArray[np.float32]
Column = NDArray[np.float64]

_NO_WORD = re.compile(r"[\W_]+")
WORD = re.compile(r"\w+|[^\w\s]")
_DIGIT = re.compile(r"\d")
_STOPS = re.compile(r"[.!?…。！？](?=[\s\"'”’»“)\]]|$)")
_ENDS = re.compile(r"[.!?…。！？][\"'”’»“)\]]*$")
_DATE = re.compile(
    r"\b\d{1,2}\s?[./]\s?\d{1,2}[./]\s?(?:19|20)?\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
    r"|\b\d{1,2}\.?\s(?:de\s)?[^\W\d]{3,10}\.?,?\s(?:de\s)?(?:19|20)\d\d|\b[^\W\d]{3,10}\.?\s\d{1,2},\s(?:19|20)\d\d|[年月]\d{1,2}[月日]"
)
_CLOCK = re.compile(r"\b[0-2]?\d[:.][0-5]\d\b")
_TAGS = [
    "p",
    "div",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "td",
    "figcaption",
    "blockquote",
    "dd",
    "section",
    "article",
    "main",
    "span",
]
_TAG_OF = {"h5": "h4", "h6": "h4", "th": "td", "dt": "dd"}
_AROUND = [
    "article",
    "main",
    "aside",
    "footer",
    "header",
    "nav",
    "form",
    "figure",
    "table",
    "ul",
    "blockquote",
    "noscript",
]
_AROUND_OF = {"ol": "ul", "dl": "ul", "figcaption": "figure"}
_NO_TAG = (False,) * len(_TAGS)
_ONE_TAG = {tag: tuple(each == _TAG_OF.get(tag, tag) for each in _TAGS) for tag in (*_TAGS, *_TAG_OF)}
_ONE_AROUND = {tag: tuple(each == tag for each in _AROUND) for tag in _AROUND}
_LONG = 80  # characters from which a block counts as prose when its surroundings are looked at
WORDS_OF = 250  # characters of a block whose words are weighed
_FAR = 50  # blocks beyond which a distance says nothing more


class Lexicon(msgspec.Struct, frozen=True):
    """What class names and words tell of the article: log odds, above 0 where they speak for it."""

    names: Mapping[str, float]
    words: Mapping[str, float]


class Heading(msgspec.Struct, frozen=True):
    """What the head of a page says of it, in squeezed form (`squeeze`)."""

    title: str = ""
    description: str = ""


def squeeze(text: str) -> str:
    """Return only the letters and digits of `text`, lower case: what two renderings of one passage share."""
    return _NO_WORD.sub("", text).lower()


def find_kept(squeezed: Sequence[str], text: str) -> list[bool]:
    """Say for each block (by its squeezed text) whether an extractor that returned `text` kept it."""
    whole = squeeze(text)
    lines = {squeeze(line) for line in text.splitlines()}
    return [bool(each) and (each in lines if len(each) < 24 else each in whole) for each in squeezed]


def measure_blocks(
    blocks: Sequence[Block],
    squeezed: Sequence[str],
    opinions: Sequence[Sequence[bool]],
    head: Heading,
    lexicon: Lexicon,
) -> Matrix:
    """Return one row for each block. `opinions` tells which blocks each of the extractors kept."""
    kept = np.array(opinions, dtype=np.float64).reshape(len(opinions), len(blocks))
    own = _measure_words(blocks, squeezed, head, lexicon)
    places = _measure_places(blocks, lexicon)
    sums = _Sums(blocks, own, kept)
    columns = [own, places, sums.measure(blocks), kept.T]
    alone = np.concatenate(columns, axis=1)
    return np.concatenate([alone, _measure_context(blocks, alone, own, kept)], axis=1).astype(np.float32)


# Columns of _measure_words that others use.
_CHARS, _LINKS, _STOPPED, _ENDED, _DATED, _COPIES, _MEAN_WORD = 0, 3, 5, 6, 14, 19, 23


def _measure_words(blocks: Sequence[Block], squeezed: Sequence[str], head: Heading, lexicon: Lexicon) -> Column:
    copies = Counter(squeezed)
    weights = lexicon.words
    rows = []
    for block, squeezed_text in zip(blocks, squeezed, strict=True):
        text = block.text
        size = len(text)
        start = text[:100]
        tokens = WORD.findall(text[:WORDS_OF].lower())
        known = [weights[token] for token in tokens if token in weights]
        first = [weights.get(token, 0.0) for token in tokens[:3]]
        count = text.count(" ") + 1
        rows.append(
            (
                size, count, size / count, block.links / size, block.bold / size, len(_STOPS.findall(text)),
                _ENDS.search(text[-8:]) is not None, text.endswith(":"), text.count(",") / count,
                len(_DIGIT.findall(start)) / len(start), sum(map(str.isupper, start)) / len(start),
                len(squeezed_text) / size, start[0].islower(), start[0] in "\"“„»«'‘", _has_date(text[:160]),
                _CLOCK.search(start) is not None, text.endswith("?"), text.count("\n"),
                "|" in text or "©" in text or "@" in text, copies[squeezed_text],
                len(squeezed_text) > 8 and squeezed_text in head.title,
                len(squeezed_text) > 8 and head.title.startswith(squeezed_text[:20]),
                len(squeezed_text) > 20 and (squeezed_text in head.description or (
                    len(head.description) > 20 and head.description[:40] in squeezed_text)),
                sum(known) / (len(known) + 2), min(known, default=0.0), first[0] if first else 0.0, sum(first) / 3,
                sum(known[:8]) / (min(len(known), 8) + 2),
            )
        )  # fmt: skip
    return np.array(rows, dtype=np.float64).reshape(len(rows), -1)


def _has_date(text: str) -> bool:
    # Three digits are the least that a date has: most blocks have none, and counting is far quicker than the pattern.
    return len(_DIGIT.findall(text)) > 2 and _DATE.search(text) is not None


class _Path(msgspec.Struct):
    """What the elements from the page's root to a node tell together."""

    low: float
    high: float
    total: float
    near: float
    low_own: float
    last: tuple[float, float, float]
    flags: tuple[bool, ...]


_ROOT = _Path(0.0, 0.0, 0.0, 0.0, 0.0, (0.0, 0.0, 0.0), (False,) * len(_AROUND))


def _measure_places(blocks: Sequence[Block], lexicon: Lexicon) -> Column:
    paths: dict[int, _Path] = {}
    rows = []
    names = lexicon.names
    for block in blocks:
        node = block.node
        path = paths.get(id(node)) or _find_path(node, paths, names)
        inline = [names[name] for name in block.names if name in names]
        rows.append(
            (
                path.low, path.high, path.total, path.near, path.low_own, *path.last,
                min(inline, default=0.0), sum(inline), bool(block.names), node.depth, node.hidden,
                *_ONE_TAG.get(node.tag, _NO_TAG), *path.flags,
            )
        )  # fmt: skip
    return np.array(rows, dtype=np.float64)


def _find_path(node: Node, paths: dict[int, _Path], names: Mapping[str, float]) -> _Path:
    chain = []
    here: Node | None = node
    while here is not None and id(here) not in paths:
        chain.append(here)
        here = here.parent
    above = paths[id(here)] if here is not None else _ROOT
    for each in reversed(chain):
        known = [names[token] for token in each.tokens if token in names]
        total = sum(known)
        tag = _AROUND_OF.get(each.tag, each.tag)
        above = _Path(
            min(above.low, *known) if known else above.low,
            max(above.high, *known) if known else above.high,
            above.total + total,
            total if known else above.near * 0.7,
            min(above.low_own, total),
            (total, above.last[0], above.last[1]),
            tuple(map(operator.or_, above.flags, _ONE_AROUND[tag])) if tag in _ONE_AROUND else above.flags,
        )
        paths[id(each)] = above
    return above


class _Sums:
    """Sums over the blocks inside any element: they stand side by side, so two running totals give one."""

    def __init__(self, blocks: Sequence[Block], own: Column, kept: Column) -> None:
        chars = own[:, _CHARS]
        links = own[:, _LINKS] * chars
        prose = (chars >= _LONG) & (own[:, _LINKS] < 0.3)
        parts = np.stack([chars, links, *(kept * chars), own[:, _STOPPED], np.ones(len(blocks)), prose])
        self.running = np.concatenate([np.zeros((len(parts), 1)), np.cumsum(parts, axis=1)], axis=1)
        self.total = self.running[:, -1]
        self.opinions = len(kept)

    def measure(self, blocks: Sequence[Block]) -> Column:
        """Return what stands in the element of each block, in the two around that, and on the page."""
        size = len(blocks)
        columns: list[Column] = [np.arange(size) / size, self.running[0, :-1] / self.total[0]]
        heads = [index for index, block in enumerate(blocks) if block.node.tag == "h1"]
        since = np.arange(size) - heads[0] if heads else np.full(size, -999)
        columns += [since.astype(float), (since > 0).astype(float)]
        nodes = [block.node for block in blocks]
        for _ in range(3):
            inside = self._inside(nodes)
            chars, links, *kept, stops, count, prose = inside
            columns += [count, np.log1p(chars), links / chars, *(each / chars for each in kept), stops / count, prose]
            columns += [chars / self.total[0], prose / max(self.total[-1], 1)]
            nodes = [node.parent or node for node in nodes]
        page = (size, np.log1p(self.total[0]), *(self.total[2 : 2 + self.opinions] / self.total[0]), self.total[-1])
        columns += [np.full(size, each) for each in page]
        return np.stack(columns, axis=1)

    def _inside(self, nodes: Sequence[Node]) -> Column:
        starts = [node.start for node in nodes]
        ends = [node.end for node in nodes]
        difference: Column = self.running[:, ends] - self.running[:, starts]
        return difference


def _measure_context(blocks: Sequence[Block], alone: Column, own: Column, kept: Column) -> Column:
    """Return what stands before and after each block."""
    size = len(blocks)
    prose = (own[:, _CHARS] >= _LONG) & (own[:, _LINKS] < 0.3)
    either = kept[0] > 0
    columns: list[Column] = []
    for mask in (either & prose, prose, either):
        columns += [_distance(mask), _distance(mask[::-1])[::-1]]
    said = np.cumsum(kept[0] * own[:, _CHARS])
    columns.append(said / max(said[-1], 1))
    places = own.shape[1]
    seen = [_CHARS, _LINKS, _STOPPED, _ENDED, _DATED, _COPIES, _MEAN_WORD, places, places + 3, *range(-len(kept), 0)]
    nodes = np.array([id(block.node) for block in blocks])
    parents = np.array([id(block.node.parent) for block in blocks])
    for offset in (-2, -1, 1, 2):
        columns += list(_shift(alone[:, seen], offset).T)
        same = (nodes == _shift(nodes, offset)).astype(float) + (parents == _shift(parents, offset))
        columns.append(same)
    for mask in (kept[0], prose, own[:, _LINKS], own[:, _MEAN_WORD]):
        running = np.concatenate([[0.0], np.cumsum(mask)])
        for width in (4, 10):
            low, high = np.maximum(np.arange(size) - width, 0), np.minimum(np.arange(size) + width + 1, size)
            columns.append((running[high] - running[low]) / (high - low))
    return np.stack(columns, axis=1)


def _shift(rows: NDArray[np.generic], offset: int) -> NDArray[np.generic]:
    """Return the rows so that each place holds what stands `offset` places on; zeros beyond the ends."""
    moved = np.zeros_like(rows)
    if abs(offset) < len(rows):
        if offset < 0:
            moved[-offset:] = rows[:offset]
        else:
            moved[:-offset] = rows[offset:]
    return moved


def _distance(mask: NDArray[np.bool_]) -> Column:
    """Return how many places back the last True stands, at most _FAR."""
    places = np.arange(len(mask))
    last = np.maximum.accumulate(np.where(mask, places, -_FAR))
    return np.minimum(places - last, _FAR).astype(float)
