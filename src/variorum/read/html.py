"""From a page of HTML to a report: body, metadata and date, each by its own module."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from lxml.html import HtmlElement

from variorum.errors import NotAnArticle, NoText, TooLarge
from variorum.model.report import Report
from variorum.model.span import ReportId
from variorum.read.characters.decode import decode_bytes
from variorum.read.characters.tidy import count_words, tidy_text
from variorum.read.credits.authors import drop_bylines, find_authors
from variorum.read.credits.metadata import find_address, find_credit, find_language, find_outlet, find_section
from variorum.read.credits.title import find_title
from variorum.read.dates.dateline import DateCandidate, choose_date
from variorum.read.dates.page_dates import find_page_dates
from variorum.read.dates.shown_dates import Near
from variorum.read.page.blocks import Block, TooDeep, find_blocks
from variorum.read.page.body import Body, find_body
from variorum.read.page.fast import read_fast
from variorum.read.page.head import Head, heading_of, read_head
from variorum.read.page.markup import body_of, drop_styles, flatten, parse
from variorum.read.page.walls import find_wall
from variorum.read.pages import Page
from variorum.read.trace import Trace

_SHORT_LINE = 40  # characters of a line that may be a credit and nothing else


class HtmlOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How a page is read. `fast` trades quality for speed (docs/reading.md has both side by side)."""

    fast: bool = False
    most_bytes: int = 8_000_000
    least_words: int = 5


class Parts(msgspec.Struct, frozen=True):
    """A page taken apart, before anything of it is chosen."""

    tree: HtmlElement
    head: Head
    blocks: Sequence[Block]
    body: Body


def read_html(page: Page, options: HtmlOptions | None = None) -> Report:
    """Return the report that a page of HTML holds.

    Raises NoText, NotAnArticle or TooLarge, each with what was found.
    """
    return trace_html(page, options).report


def trace_html(page: Page, options: HtmlOptions | None = None) -> Trace:
    """Return the report that a page of HTML holds, with the dates that were weighed. Raises as `read_html` does."""
    options = options or HtmlOptions()
    if len(page.data) > options.most_bytes:
        raise TooLarge(page.id, f"{len(page.data)} bytes, {options.most_bytes} allowed")
    if options.fast:
        return Trace(report=read_fast(page, options.least_words))
    parts = take_apart(page, decode_bytes(page.data, page.content_type))
    authors = find_authors(parts.tree, parts.head, parts.blocks, parts.body.kept) if parts.body.kept else ()
    text = tidy_text(drop_bylines(parts.body.paragraphs, authors))
    words = count_words(text)
    if wall := find_wall(parts.tree, parts.head, words):
        raise NotAnArticle(page.id, f"it is {wall}: {words} words without furniture")
    if words < options.least_words:
        raise NoText(page.id, f"fewer than {options.least_words} words left without furniture")
    dates = list_dates(parts, page.url)
    published = choose_date(dates, text)
    report = Report(
        id=ReportId(page.id),
        text=text,
        title=find_title(parts.head, parts.blocks, parts.body.kept),
        url=find_address(parts.head, page.url),
        outlet=find_outlet(parts.head, page.url),
        authors=authors,
        published=published.value if published else None,
        published_basis=published.basis if published else None,
        updated=_choose_updated(dates, published),
        section=find_section(parts.head),
        credit=find_credit(authors, [*parts.body.paragraphs, *_foot(parts)]),
    )
    return Trace(report=report, dates=tuple(dates))


def take_apart(page: Page, markup: str) -> Parts:
    """Return the parts of a page. Raises NoText where there is no markup in it."""
    tree = parse(markup)
    try:
        blocks = [] if tree is None else find_blocks(body_of(tree))
    except TooDeep:
        tree = parse(flatten(markup))
        blocks = [] if tree is None else find_blocks(body_of(tree))
    if tree is None:
        raise NoText(page.id, "no HTML in it")
    head = read_head(tree)
    drop_styles(tree)
    return Parts(tree, head, blocks, find_body(tree, blocks, heading_of(head), find_language(head)))


def list_dates(parts: Parts, url: str | None) -> list[DateCandidate]:
    """Return the dates that a page gives, for `choose_date` to weigh."""
    kept = frozenset(parts.body.kept)
    start = min(kept, default=0)
    heads = [index for index, block in enumerate(parts.blocks[: start + 1]) if block.node.tag == "h1"]
    near = Near(heads[-1] if heads else None, kept, heading_of(parts.head).title)
    return find_page_dates(parts.tree, parts.head, url, parts.blocks, near)


def _foot(parts: Parts) -> list[str]:
    """Return the lines just behind the body, where an agency's initials stand ("dpa/jd")."""
    end = parts.body.kept[-1] + 1
    return [block.text for block in parts.blocks[end : end + 2] if len(block.text) < _SHORT_LINE]


def _choose_updated(dates: Sequence[DateCandidate], published: DateCandidate | None) -> str | None:
    """Return the date of the last change where the page gives one that is not before its publication."""
    stamps = sorted(each.value for each in dates if each.updated)
    day = published.value[:10] if published else ""
    later = [stamp for stamp in stamps if stamp[:10] >= day and (published is None or stamp != published.value)]
    return later[-1] if later else None
