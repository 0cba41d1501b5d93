"""Findings as CSV (RFC 4180): one line for each reading, so that any spreadsheet can sort and count them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from variorum.model.record import Record
from variorum.publish.edition import Edition

COLUMNS = (
    "storyline", "finding", "kind", "aspect", "topic", "why", "stories", "independent", "report", "outlet", "published",
    "published_basis", "copy_of", "url", "start", "end", "value", "attributed_to", "quote",
)  # fmt: skip
# A cell that begins with one of these is run as a formula by spreadsheets (OWASP: CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render_csv(records: Sequence[Record]) -> str:
    """Return the findings of `records` with a head line; cells that a spreadsheet would run open with an apostrophe."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for record in records:
        edition = Edition(record)
        for finding in record.findings:
            for reading in sorted(finding.readings, key=edition.order_of):
                report = edition.reports[reading.report]
                row = (
                    record.storyline, finding.id, finding.kind, finding.aspect, finding.topic, finding.why,
                    " ".join(finding.stories), finding.independent, report.id, report.outlet, report.published,
                    report.published_basis, report.copy_of, report.url, reading.start, reading.end, reading.value,
                    edition.name_of(reading.attributed_to), edition.words(reading),
                )  # fmt: skip
                writer.writerow([_safe(cell) for cell in row])
    return out.getvalue()


def _safe(cell: str | float | None) -> str | float | None:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
