"""The grouping of a heap of reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from variorum.group.archive import Archive
from variorum.group.copies import find_families
from variorum.group.ties import find_ties
from variorum.model.grouping import Grouping
from variorum.model.report import Report
from variorum.model.span import ReportId


def group_reports(reports: Sequence[Report]) -> list[Grouping]:
    """Return the grouping of each report, in the order given; the same whatever that order is."""
    return read_groupings(archive_reports(reports), reports)


def archive_reports(reports: Iterable[Report], archive: Archive | None = None) -> Archive:
    """Return `archive`, or a new one, with those of `reports` that it did not have yet; all stories are made anew."""
    archive = Archive() if archive is None else archive
    archive.add_all(in_order(report for report in reports if report.id not in archive.numbers))
    return archive


def read_groupings(archive: Archive, reports: Iterable[Report]) -> list[Grouping]:
    """Return the grouping of each of `reports`, all in `archive`; what a report carries is kept."""
    storylines = archive.make_storylines()
    ties = find_ties(archive, storylines)
    copies = archive.copies.read_tree()
    groupings = []
    for report in reports:
        story = archive.story_of[archive.numbers[report.id]]
        groupings.append(
            Grouping(
                id=report.id,
                story=report.story if isinstance(report.story, str) else story,
                storyline=report.storyline if isinstance(report.storyline, str) else storylines[story],
                copy_of=report.copy_of if isinstance(report.copy_of, str | None) else copies[report.id],
                storylines=ties.get(story, ()),
            )
        )
    return groupings


def find_copies(reports: Sequence[Report]) -> dict[ReportId, ReportId | None]:
    """Return for each report the one that it repeats, or None where it is its own reporting."""
    found = find_families(reports)
    return {
        report.id: found[report.id] if not isinstance(report.copy_of, str | None) else report.copy_of
        for report in reports
    }


def in_order(reports: Iterable[Report]) -> list[Report]:
    """Return the reports by the time of their publication, undated ones last; of one time by id."""
    return sorted(reports, key=lambda report: (report.published or "9999", report.id))
