"""What reading did with a page, so that it can be shown: every passage that was taken out, and why."""

from __future__ import annotations

from typing import Literal

import msgspec

from variorum.model.report import Report
from variorum.read.dates.dateline import DateCandidate

Reason = Literal[
    "menu", "link", "notice", "address", "no words", "date line", "byline", "headline", "dateline", "field", "credit",
    "blurb", "caption", "pull quote", "repeated", "outside the article", "common to the site", "empty",
]  # fmt: skip


class Taken(msgspec.Struct, frozen=True):
    """One passage of a page that is not in the report's text; `text` is verbatim."""

    text: str
    reason: Reason


class Trace(msgspec.Struct, frozen=True, kw_only=True):
    """A report, with what of its page was taken for something else, in the order of the page, and the dates weighed."""

    report: Report
    taken: tuple[Taken, ...] = ()
    dates: tuple[DateCandidate, ...] = ()
