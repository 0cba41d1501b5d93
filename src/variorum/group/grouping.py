"""The grouping of a heap of reports."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.model.grouping import Grouping
from variorum.model.report import Report
from variorum.model.span import ReportId, StoryId, StorylineId


def group_reports(reports: Sequence[Report]) -> list[Grouping]:
    """Return the grouping of each report, in the order given; the same whatever that order is."""
    return [Grouping(id=report.id, story=StoryId(report.id), storyline=StorylineId(report.id)) for report in reports]


def find_copies(reports: Sequence[Report]) -> dict[ReportId, ReportId | None]:
    """Return for each report the one that it repeats, or None where it is its own reporting."""
    return {report.id: None for report in reports}
