"""The dates that a page shows its readers: in elements made for dates, and on lines around the article.

Each is told by where it stands and by what the words before it call it; `page_dates.py` says what a place is worth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec
from lxml import etree
from lxml.html import HtmlElement

from variorum.read.dates.datewords import Order, WrittenDate, find_dates, read_stamp, said_before
from variorum.read.page.blocks import Block, Node, tokens_of
from variorum.read.page.features import squeeze

_MOST_ELEMENTS = 60
_PUBLISHED_NAMES = frozenset(
    ["published", "publish", "pubdate", "publication", "datepublished", "created", "posted", "entry", "post"]
)
_UPDATED_NAMES = frozenset(["updated", "modified", "datemodified", "update", "lastmod"])
_DATE_NAMES = frozenset(
    [
        "date", "datum", "dateline", "time", "timestamp", "published", "publish", "pubdate", "posted", "fecha", "meta",
        "byline", "info", "datetime", "created", "publication", "zeit", "data",
    ]
)  # fmt: skip
_DATED = etree.XPath(
    "descendant::time | descendant::abbr[@class]"
    " | descendant::*[@itemprop][starts-with(@itemprop, 'date') and not(self::meta)]"
)
_WEATHER = re.compile(r"\d\s?°")
_QUOTED = re.compile(r"\s*[—–]\s?\S|.{0,120}\(@\w+\)")  # the line under an embedded post
_HEAD_BLOCKS = 12  # blocks before the body in which a date is taken for the article's
_END_BLOCKS = 6
_DEEP = 3  # blocks from the body's first one on among which a byline with a date may still stand
_SHORT_LINE = 80  # characters of a line inside the body that may be a byline, not prose
_MOST_LINE = 220  # characters of a line of furniture; a longer one is prose, whose dates are its own
_OPENING = 60  # characters of a paragraph in which its dateline stands
_LEAST_HEADLINE = 12  # letters; shorter headings are found in titles by chance
_DATELINE_END = re.compile(r"\s*(?:[)\]]?\s*[-–—:|.]|[)\]])")


class Near(msgspec.Struct, frozen=True, dict=True):
    """Where the article stands among the blocks: its headline (None if not found) and the blocks of its body.

    `titles` are the page's own titles, squeezed, in which a headline is found again.
    """

    headline: int | None
    kept: frozenset[int]
    titles: str = ""

    @cached_property
    def start(self) -> int:
        """Return the number of the body's first block; 0 where there is no body."""
        return min(self.kept, default=0)

    @cached_property
    def end(self) -> int:
        """Return the number of the block after the body's last."""
        return max(self.kept, default=-1) + 1


class Found(msgspec.Struct, frozen=True):
    """A date and the place where it was found, by the name that `page_dates.PLACES` has for it; `where` quotes it."""

    place: str
    value: str
    where: str = ""


def find_shown(tree: HtmlElement, blocks: Sequence[Block], near: Near, order: Order, language: str) -> Iterator[Found]:
    """Yield the dates that a page shows, elements made for dates before lines. `language` is an ISO 639 code or ""."""
    yield from _from_elements(tree, blocks, near, order)
    yield from _from_lines(blocks, near, order, language)


def _from_elements(tree: HtmlElement, blocks: Sequence[Block], near: Near, order: Order) -> Iterator[Found]:
    shown = "\n".join(block.text for block in blocks[_first_near(near) : near.start + 1])
    for element in _DATED(tree)[:_MOST_ELEMENTS]:
        names = set(tokens_of(element))
        if element.tag == "abbr" and not {"published", "dtstart", "updated"} & names:
            continue
        text = " ".join(element.text_content().split())[:100]
        stamp = element.get("datetime") or element.get("content") or element.get("title") or text
        value = read_stamp(stamp, order) or read_stamp(text, order)
        if value:
            yield Found(_place_of_element(element, names, bool(text) and text in shown), value, text)


def _place_of_element(element: HtmlElement, names: set[str], near: bool) -> str:
    said = said_before(element.text or "")
    if (names & _UPDATED_NAMES and not names & _PUBLISHED_NAMES) or said == "updated":
        return "time updated"
    if (element.get("itemprop") or "") in ("datePublished", "dateCreated"):
        return "item near" if near else "item far"
    if element.get("pubdate") is not None or names & _PUBLISHED_NAMES:
        return "time marked near" if near else "time marked"
    return "time near" if near else "time far"


def _first_near(near: Near) -> int:
    first = near.start - _HEAD_BLOCKS
    return max(0, first if near.headline is None else min(max(near.headline - 3, first), near.start))


def _from_lines(blocks: Sequence[Block], near: Near, order: Order, language: str) -> Iterator[Found]:
    for index, block in enumerate(blocks):
        size = len(block.text)
        if index in near.kept and near.start <= index <= near.start + 1 and size > _SHORT_LINE:
            yield from _from_opening(block.text[:_OPENING], order, language)
            continue
        if size > (_SHORT_LINE if index in near.kept else _MOST_LINE):
            continue
        inside = index in near.kept and index > near.start + _DEEP
        for written in find_dates(block.text, order, language):
            # Within the text a line may still say when it was published; other dates there are those of its matter.
            if not inside or written.said == "published":
                place = _place_of_line(blocks, index, near, written)
                yield Found(place, written.value, block.text[max(0, written.start - 30) : written.end + 10])


def _from_opening(text: str, order: Order, language: str) -> Iterator[Found]:
    """Yield the date in a dateline before the first words of a text: "Berlin, 28. Oktober 2021 - "."""
    for written in find_dates(text, order, language)[:1]:
        if _DATELINE_END.match(text, written.end) and "." not in text[: written.start].rstrip(" ."):
            yield Found("line dateline", written.value, text[: written.end])


def _place_of_line(blocks: Sequence[Block], index: int, near: Near, written: WrittenDate) -> str:
    block = blocks[index]
    close = _first_near(near) <= index <= near.start + _DEEP
    if written.fits is False:
        return "line misfit"
    if written.ranged:
        return "line range"
    if written.said == "updated":
        return "line updated"
    if _is_headline(block, near):
        return "line headline"
    if any(
        _WEATHER.search(each.text) for each in blocks[max(0, index - 1) : index + 2] if len(each.text) < _SHORT_LINE
    ):
        return "line today"
    if _is_quoted(block):
        return "line far"
    if written.said == "published":
        return "line said near" if close else "line said"
    return _place_by_distance(block, index, near, close)


def _place_by_distance(block: Block, index: int, near: Near, close: bool) -> str:
    marked = bool({*block.names, *block.node.tokens} & _DATE_NAMES)
    if near.headline is not None and index < near.headline and not marked and index >= _first_near(near):
        return "line above"
    if close:
        alone = "line near" if index <= near.start else "line among"
        return alone if len(block.text) < _SHORT_LINE or marked else "line long"
    if near.end <= index <= near.end + _END_BLOCKS:
        return "line end"
    return "line marked" if marked else "line far"


def _is_headline(block: Block, near: Near) -> bool:
    if block.node.tag == "h1":
        return True
    key = squeeze(block.text)
    return len(key) > _LEAST_HEADLINE and key in near.titles


def _is_quoted(block: Block) -> bool:
    """Say whether a block is a quotation or the line under an embedded post, which has a day of its own."""
    node: Node | None = block.node
    for _ in range(3):
        if node is not None:
            if node.tag == "blockquote" or "tweet" in node.tokens:
                return True
            node = node.parent
    return _QUOTED.match(block.text) is not None
