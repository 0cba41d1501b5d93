"""From a page of HTML to a report: body, metadata and date, each by its own module."""

from __future__ import annotations

import msgspec

from variorum.errors import NoText, TooLarge
from variorum.model.report import Report
from variorum.model.span import ReportId
from variorum.read.blocks import find_blocks
from variorum.read.body import find_body
from variorum.read.decode import decode_bytes
from variorum.read.head import heading_of, read_head
from variorum.read.markup import body_of, parse
from variorum.read.pages import Page
from variorum.read.tidy import count_words, tidy_text
from variorum.read.title import find_title


class HtmlOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How a page is read. `fast` trades quality for speed (docs/reading.md has both side by side)."""

    fast: bool = False
    most_bytes: int = 8_000_000
    least_words: int = 5


def read_html(page: Page, options: HtmlOptions | None = None) -> Report:
    """Return the report that a page of HTML holds.

    Raises NoText, NotAnArticle or TooLarge, each with what was found.
    """
    options = options or HtmlOptions()
    if len(page.data) > options.most_bytes:
        raise TooLarge(page.id, f"{len(page.data)} bytes, {options.most_bytes} allowed")
    markup = decode_bytes(page.data, page.content_type)
    tree = parse(markup)
    if tree is None:
        raise NoText(page.id, "no HTML in it")
    head = read_head(tree)
    blocks = find_blocks(body_of(tree))
    body = find_body(tree, markup, blocks, heading_of(head))
    text = tidy_text(body.paragraphs)
    if count_words(text) < options.least_words:
        raise NoText(page.id, f"fewer than {options.least_words} words left without furniture")
    title = find_title(head, blocks, body.kept[0])
    return Report(id=ReportId(page.id), text=text, title=title, url=page.url or head.canonical)
