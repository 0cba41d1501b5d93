"""What is measured of each block of a page: a row of numbers, the same for every language.

Four kinds: of the words themselves, of the elements they stand in, of the neighbours, and what extractors made of them.
`names` and `words` weigh what a class name or a word tells (learnt, see docs/decisions/0011-body-text.md).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import repeat

import msgspec
import numpy as np
from numpy.typing import NDArray

from variorum.read.page.blocks import Block, Node
from variorum.read.page.letters import Column, Letters

Matrix = NDArray[np.float32]

_NO_WORD = re.compile(r"[\W_]+")
_LOWER = bytes(range(256)).lower()
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())
_NO_WORD_IN_LINE = re.compile(r"[^\w\n]+|_+")
_NO_LETTERS_IN_LINE = _NO_LETTERS.replace(b"\n", b"")
_NUL = "\0"
WORD = re.compile(r"\w+|[^\w\s]")
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
_TAG_PLACE = {tag: _TAGS.index(_TAG_OF.get(tag, tag)) for tag in (*_TAGS, *_TAG_OF)}
# One bit for each element that may stand around a block.
_AROUND_BIT = {tag: 1 << _AROUND.index(_AROUND_OF.get(tag, tag)) for tag in (*_AROUND, *_AROUND_OF)}
_LONG = 80  # characters from which a block counts as prose when its surroundings are looked at
WORDS_OF = 250  # characters of a block whose words are weighed
_START = 100  # characters of a block that are looked at for digits and capitals
_DATED_IN = 160
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
    # What is ASCII goes through a table of bytes: that leaves the pattern, five times as slow, few places or none.
    plain = text.encode("utf-8", "surrogatepass").translate(_LOWER, _NO_LETTERS).decode("utf-8", "surrogatepass")
    return plain if plain.isascii() else _NO_WORD.sub("", plain).lower()


def squeeze_all(texts: Sequence[str]) -> list[str]:
    """Return each of `texts` as `squeeze` does, all in one go."""
    joined = "\n".join([text.replace("\n", " ") if "\n" in text else text for text in texts])
    plain = joined.encode("utf-8", "surrogatepass").translate(_LOWER, _NO_LETTERS_IN_LINE)
    lines = plain.decode("utf-8", "surrogatepass")
    return (lines if lines.isascii() else _NO_WORD_IN_LINE.sub("", lines).lower()).split("\n") if texts else []


def find_kept(squeezed: Sequence[str], text: str) -> list[bool]:
    """Say for each block (by its squeezed text) whether an extractor that returned `text` kept it."""
    lines = squeeze_all(text.splitlines())
    whole, known = "".join(lines), frozenset(lines)
    return [bool(each) and (each in known if len(each) < 24 else each in whole) for each in squeezed]


class Measures(msgspec.Struct, frozen=True):
    """What is measured of the blocks of a page before anybody's opinion of them is known: one row a block."""

    blocks: Sequence[Block]
    own: Column
    places: Column

    def rows(self, opinions: Sequence[Sequence[float] | Column]) -> Matrix:
        """Return one row for each block. `opinions` (one at least) say how likely each is the article's (0 to 1)."""
        kept = np.array(opinions, dtype=np.float64).reshape(len(opinions), len(self.blocks))
        sums = _Sums(self.blocks, self.own, kept)
        alone = np.concatenate([self.own, self.places, sums.measure(self.blocks), kept.T], axis=1)
        context = _measure_context(self.blocks, alone, self.own, kept)
        return np.concatenate([alone, context], axis=1).astype(np.float32)


def measure_blocks(blocks: Sequence[Block], squeezed: Sequence[str], head: Heading, lexicon: Lexicon) -> Measures:
    """Return what is measured of each block; `squeezed` are their texts as `squeeze` gives them."""
    return Measures(blocks, _measure_words(blocks, squeezed, head, lexicon), _measure_places(blocks, lexicon))


# Columns of _measure_words that others use.
_CHARS, _LINKS, _STOPPED, _ENDED, _DATED, _COPIES, _MEAN_WORD = 0, 3, 5, 6, 14, 19, 23


def _measure_words(blocks: Sequence[Block], squeezed: Sequence[str], head: Heading, lexicon: Lexicon) -> Column:
    letters = Letters([block.text for block in blocks])
    size, start = letters.sizes, np.minimum(letters.sizes, _START)
    count = letters.count(" ") + 1
    digits = letters.digits(_START)
    links = np.array([block.links for block in blocks])
    bold = np.array([block.bold for block in blocks])
    copies = Counter(squeezed)
    told = np.array([_compare_head(each, head) for each in squeezed])
    columns: list[NDArray[np.generic]] = [
        size, count, size / count, links / size, bold / size, letters.stops(),
        letters.ends_sentence(8), letters.ends_with(":"), letters.count(",") / count,
        digits / start, letters.upper(_START) / start,
        np.fromiter(map(len, squeezed), np.int64, len(blocks)) / size, letters.starts_lower(), letters.opens_quote(),
        _search(_DATE, blocks, letters.digits(_DATED_IN), _DATED_IN), _search(_CLOCK, blocks, digits, _START),
        letters.ends_with("?"), letters.count("\n"), letters.marks() > 0,
        np.array([copies[each] for each in squeezed]), *told.T,
    ]  # fmt: skip
    columns += _weigh_words(blocks, lexicon.words)
    return np.stack([each.astype(np.float64) for each in columns], axis=1)


def _compare_head(squeezed: str, head: Heading) -> tuple[bool, bool, bool]:
    """Say whether a block stands in the page's title, begins it, and shares a passage with its description."""
    size = len(squeezed)
    about = head.description
    return (
        size > 8 and squeezed in head.title,
        size > 8 and head.title.startswith(squeezed[:20]),
        size > 20 and (squeezed in about or (len(about) > 20 and about[:40] in squeezed)),
    )


def _weigh_words(blocks: Sequence[Block], weights: Mapping[str, float]) -> list[Column]:
    """Return what the words at the start of each block tell: all of them, the worst, the first, three, eight."""
    # NUL, which no page's tree holds, ends a block and stands among the words as one of its own.
    words = WORD.findall("".join([block.text[:WORDS_OF] + _NUL for block in blocks]).lower())
    places = np.array([index for index, word in enumerate(words) if word == _NUL])
    found = np.fromiter(map(weights.get, words, repeat(np.nan)), np.float64, len(words))
    told = ~np.isnan(found)
    found[~told] = 0.0
    starts = np.append(0, places[:-1] + 1)
    before = np.append(0, np.cumsum(told))
    known = found[told]
    first, last = before[starts], before[places]
    all_told, eight = last - first, np.minimum(last - first, 8)
    three = [np.where(starts + step < places, found[np.minimum(starts + step, places)], 0.0) for step in range(3)]
    return [
        _add_up(known, first, last) / (all_told + 2),
        _least(known, first, last),
        three[0],
        (three[0] + three[1] + three[2]) / 3,
        _add_up(known, first, first + eight) / (eight + 2),
    ]


def _add_up(values: Column, first: NDArray[np.int64], last: NDArray[np.int64]) -> Column:
    """Return the sums of `values` from each of `first` up to `last`."""
    running = np.append(0.0, np.cumsum(values))
    sums: Column = running[last] - running[first]
    return sums


def _least(values: Column, first: NDArray[np.int64], last: NDArray[np.int64]) -> Column:
    """Return the least of `values` from each of `first` up to `last`, where the next begins; 0 where there is none."""
    some = np.flatnonzero(last > first)
    least = np.zeros(len(first))
    if len(some):
        least[some] = np.minimum.reduceat(values, first[some])
    return least


def _search(pattern: re.Pattern[str], blocks: Sequence[Block], digits: Column, most: int) -> NDArray[np.bool_]:
    # Three digits are the least that a date or a time has: most blocks have none and need no search.
    found = np.zeros(len(blocks), dtype=np.bool_)
    for index in np.flatnonzero(digits > 2).tolist():
        found[index] = pattern.search(blocks[index].text, 0, most) is not None
    return found


class _Path(msgspec.Struct, frozen=True):
    """What the elements from the page's root to a node tell together.

    `weights`: the lowest and the highest of a word, the sum, the nearest, the lowest of an element, the last three.
    `around`: a bit for each of the elements in _AROUND.
    """

    weights: tuple[float, float, float, float, float, float, float, float]
    around: int


_PATH_WEIGHTS = 8
_ROOT = _Path((0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0), 0)


def _measure_places(blocks: Sequence[Block], lexicon: Lexicon) -> Column:
    names = lexicon.names
    paths = _Paths(names)
    places: dict[Node, int] = {}
    rows: list[tuple[float, ...]] = []
    row_of = []
    inline = np.zeros((len(blocks), 3))
    for index, block in enumerate(blocks):
        node = block.node
        place = places.get(node)
        if place is None:
            place = places[node] = len(rows)
            path = paths.find(node)
            rows.append((*path.weights, node.depth, node.hidden, _TAG_PLACE.get(node.tag, -1), path.around))
        row_of.append(place)
        if block.names:
            known = [names[name] for name in block.names if name in names]
            inline[index] = min(known, default=0.0), sum(known), 1.0
    measured = np.array(rows, dtype=np.float64)[row_of]
    tags = measured[:, -2:-1] == np.arange(len(_TAGS))
    around = (measured[:, -1:].astype(np.int64) >> np.arange(len(_AROUND))) & 1
    return np.concatenate(
        [measured[:, :_PATH_WEIGHTS], inline, measured[:, _PATH_WEIGHTS:-2], tags, around], axis=1, dtype=np.float64
    )


class _Paths:
    """The paths to all nodes of a page, each made from that of the node around it."""

    def __init__(self, names: Mapping[str, float]) -> None:
        self.names = names
        self.paths: dict[Node, _Path] = {}
        self.known: dict[tuple[str, ...], tuple[float, float, float] | None] = {(): None}

    def find(self, node: Node) -> _Path:
        """Return the path to a node."""
        path = self.paths.get(node)
        if path is None:
            # As deep as nodes are nested, which is MOST_DEPTH at most.
            path = self._extend(self.find(node.parent) if node.parent else _ROOT, node)
            self.paths[node] = path
        return path

    def _extend(self, above: _Path, node: Node) -> _Path:
        low, high, total, near, low_own, *last = above.weights
        if node.tokens not in self.known:
            self.known[node.tokens] = self._weigh(node.tokens)
        known = self.known[node.tokens]
        if known is None:
            weights = (low, high, total, near * 0.7, min(low_own, 0.0), 0.0, last[0], last[1])
        else:
            least, most, own = known
            weights = (min(low, least), max(high, most), total + own, own, min(low_own, own), own, last[0], last[1])
        return _Path(weights, above.around | _AROUND_BIT.get(node.tag, 0))

    def _weigh(self, tokens: Sequence[str]) -> tuple[float, float, float] | None:
        """Return the least, the most and the sum of what the words of an element tell; None if none tells anything."""
        known = [self.names[token] for token in tokens if token in self.names]
        return (min(known), max(known), sum(known)) if known else None


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
