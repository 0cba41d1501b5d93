"""From a page to a report, whatever kind of page it is."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from variorum.errors import BrokenLine, NoText, Refusal
from variorum.model.jsonl import to_report
from variorum.model.report import Report
from variorum.model.span import ReportId
from variorum.read.pages import Page


def read_pages(pages: Sequence[Page]) -> list[Report | Refusal]:
    """Return for each page its report, or why there is none."""
    return [_read(page) for page in pages]


def _read(page: Page) -> Report | Refusal:
    try:
        return _read_line(page) if page.content_type == "application/json" else _read_text(page)
    except Refusal as refusal:
        return refusal


def _read_line(page: Page) -> Report:
    try:
        return to_report(msgspec.json.decode(page.data), page.id)
    except msgspec.DecodeError as error:
        raise BrokenLine(page.id, f"not a line of JSON ({error})") from None


def _read_text(page: Page) -> Report:
    text = page.data.decode("utf-8", errors="replace").strip()
    if not text:
        raise NoText(page.id, "the file is empty")
    return Report(id=ReportId(page.id), text=text)
