"""From a page to a report, whatever kind of page it is."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from variorum.errors import BrokenLine, NotReadable, Refusal
from variorum.model.jsonl import to_report
from variorum.model.report import Report
from variorum.read.decode import decode_bytes
from variorum.read.html import read_html
from variorum.read.kinds import kind_of
from variorum.read.pages import Page
from variorum.read.texts import Known, read_plain


def read_pages(pages: Sequence[Page]) -> list[Report | Refusal]:
    """Return for each page its report, or why there is none."""
    return [_read(page) for page in pages]


def _read(page: Page) -> Report | Refusal:
    try:
        if page.content_type == "application/json":
            return _read_line(page)
        kind = kind_of(page.data)
        if kind == "html":
            return read_html(page)
        if kind == "binary":
            raise NotReadable(page.id, "its bytes are no text in any character set")
        return _read_text(page)
    except Refusal as refusal:
        return refusal


def _read_line(page: Page) -> Report:
    try:
        return to_report(msgspec.json.decode(page.data), page.id)
    except msgspec.DecodeError as error:
        raise BrokenLine(page.id, f"not a line of JSON ({error})") from None


def _read_text(page: Page) -> Report:
    return read_plain(page.id, decode_bytes(page.data, page.content_type), Known(url=page.url)).report
