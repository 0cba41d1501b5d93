"""From a page to a report, whatever kind of page it is."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from variorum.errors import BrokenLine, NoText, NotReadable, Refusal
from variorum.model.jsonl import decode_json, to_report
from variorum.model.report import Report
from variorum.read.characters.decode import decode_bytes
from variorum.read.credits.placeline import credited, find_dateline
from variorum.read.html import HtmlOptions, list_dates, read_html, take_apart
from variorum.read.kinds import kind_of
from variorum.read.limits import is_heavy, read_apart, time_limit
from variorum.read.mail import page_of_mail
from variorum.read.ninjs import is_ninjs, page_of_ninjs, with_fields
from variorum.read.options import ReadOptions
from variorum.read.page.blocks import Block
from variorum.read.page.mending import is_caption, is_pull_quote
from variorum.read.pages import LINE, Page
from variorum.read.pdf import text_of_pdf
from variorum.read.plaintext.furniture import shape_of
from variorum.read.plaintext.texts import Known, read_plain, reason_of
from variorum.read.trace import Reason, Taken, Trace
from variorum.text.fold import fold
from variorum.text.language import detect_language


def read_pages(pages: Sequence[Page | Refusal], options: ReadOptions | None = None) -> list[Report | Refusal]:
    """Return for each page its report, or why there is none; what its source refused stays refused."""
    options = options or ReadOptions()
    return [page if isinstance(page, Refusal) else _read(page, options) for page in pages]


def _read(page: Page, options: ReadOptions) -> Report | Refusal:
    try:
        with time_limit(page.id, options.timeout_s):
            return trace_page(page, options).report
    except Refusal as refusal:
        return refusal


def trace_page(page: Page, options: ReadOptions, *, traced: bool = False) -> Trace:
    """Return the report in a page, with what was taken out of it where that is asked for (`traced`), of plain texts.

    Raises the refusal of the page.
    """
    trace = _trace_line(page, options) if page.content_type == LINE else _trace_bytes(page, options, traced)
    report = _with_given(trace.report, page)
    if report.language is None:
        report = msgspec.structs.replace(report, language=detect_language(report.text))
    return msgspec.structs.replace(trace, report=report)


def _trace_line(page: Page, options: ReadOptions) -> Trace:
    try:
        item = decode_json(page.data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BrokenLine(page.id, f"not a line of JSON ({error})") from None
    if isinstance(item, dict) and is_ninjs(item):
        trace = trace_page(page_of_ninjs(item, page.id), options)
        return msgspec.structs.replace(trace, report=with_fields(trace.report, item))
    return Trace(report=to_report(item, page.id))


def _trace_bytes(page: Page, options: ReadOptions, traced: bool) -> Trace:
    kind = kind_of(page.data)
    if kind == "empty":
        raise NoText(page.id, "it is empty")
    if kind == "mail":
        return trace_page(page_of_mail(page), options, traced=traced)
    if kind == "pdf":
        text = text_of_pdf(page.data, page.id)
    elif kind == "html" or (page.content_type or "").startswith(("text/html", "application/xhtml")):
        return _trace_html(page, options)
    elif kind in ("text", "json"):
        text = decode_bytes(page.data, page.content_type)
    else:
        raise NotReadable(page.id, _NOT_TEXT.get(kind, "it is no text in any character set"))
    return read_plain(page.id, text, Known(url=page.url, common=page.common, traced=traced))


_NOT_TEXT = {"zip": "an archive where a page was expected", "gzip": "an archive where a page was expected"}


def _trace_html(page: Page, options: ReadOptions) -> Trace:
    if is_heavy(page.data):
        return Trace(report=_with_dateline(read_apart(page, options)))
    return Trace(report=_with_dateline(read_html(page, HtmlOptions(fast=options.fast, most_bytes=options.most_bytes))))


def _with_dateline(report: Report) -> Report:
    """The report with its dateline in fields: out of the text where an agency or a day shows that it is no sentence.

    A place alone ("KOBE - ") stays in the text, as the page shows it, and is given as `dateline`.
    """
    paragraphs = report.text.split("\n\n")
    # A standfirst may go before.
    for start in range(min(2, len(paragraphs))):
        if dateline := find_dateline(paragraphs[start:]):
            if dateline.agency or dateline.day or dateline.stamp:
                paragraphs[start] = paragraphs[start][dateline.end :]
            return msgspec.structs.replace(
                report,
                text="\n\n".join(paragraphs),
                dateline=dateline.place,
                credit=report.credit or credited(dateline, report.outlet, report.url),
            )
    return report


def explain_pages(pages: Sequence[Page | Refusal], options: ReadOptions) -> list[Trace | Refusal]:
    """Return for each page how it was read, or why it was not."""
    return [page if isinstance(page, Refusal) else _explain(page, options) for page in pages]


def _explain(page: Page, options: ReadOptions) -> Trace | Refusal:
    try:
        with time_limit(page.id, options.timeout_s):
            return explain_page(page, options)
    except Refusal as refusal:
        return refusal


def explain_page(page: Page, options: ReadOptions) -> Trace:
    """Return the trace of a page with all that was taken out of it: for HTML, the blocks that are not kept."""
    trace = trace_page(page, options, traced=True)
    if trace.taken or kind_of(page.data) != "html" or is_heavy(page.data):
        return trace
    parts = take_apart(page, decode_bytes(page.data, page.content_type))
    kept = {fold(line) for line in trace.report.text.split("\n")}
    lines = ((block, line.strip()) for block in parts.blocks for line in block.text.split("\n"))
    taken = [
        Taken(line, _why_taken(block, line, trace.report)) for block, line in lines if line and fold(line) not in kept
    ]
    return msgspec.structs.replace(trace, taken=tuple(taken), dates=tuple(list_dates(parts, page.url)))


def _why_taken(block: Block, line: str, report: Report) -> Reason:
    """Return what a line of a block is that is not in the text: by the block's marks, else by its shape."""
    if is_caption(block):
        return "caption"
    if is_pull_quote(block):
        return "pull quote"
    names = len(line) < 80 and any(author in line for author in report.authors)
    return reason_of(shape_of(line), report.title, line if names else None)


def _with_given(report: Report, page: Page) -> Report:
    """The report with what its source says of it, before or behind what the page itself says."""
    given = page.given
    if given is None:
        return report
    first, second = (given, report) if given.surer else (report, given)
    published = first.published or second.published
    from_source = published is not None and published == given.published
    return msgspec.structs.replace(
        report,
        title=first.title or second.title,
        outlet=first.outlet or second.outlet,
        authors=first.authors or second.authors,
        published=published,
        published_basis="metadata" if from_source else report.published_basis,
        updated=first.updated or second.updated,
        language=report.language or given.language,
    )
