"""From a page of HTML to a report: body, metadata and date, each by its own module."""

from __future__ import annotations

import msgspec
import trafilatura
from trafilatura.utils import load_html

from variorum.errors import NoText, TooLarge
from variorum.model.report import Report
from variorum.model.span import ReportId
from variorum.read.decode import decode_bytes
from variorum.read.pages import Page


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
    tree = load_html(decode_bytes(page.data, page.content_type))
    if tree is None:
        raise NoText(page.id, "no HTML in it")
    document = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=True, url=page.url)
    if document is None or len(document.text.split()) < options.least_words:
        raise NoText(page.id, "no text left without furniture")
    return Report(
        id=ReportId(page.id),
        text=document.text,
        title=document.title,
        url=page.url or document.url,
        outlet=document.sitename,
        authors=tuple(document.author.split("; ")) if document.author else (),
        published=document.date,
        published_basis="metadata" if document.date else None,
    )
