"""The four stages in order, each usable alone: read, annotate, group, collate.

Reports may be given as typed values or as plain mappings of the same shape. What a report carries already is used and
not made anew. A report that cannot be taken goes to `refuse` with its reason; the others go on.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import msgspec

from variorum.annotate.order import annotate_batch, retime
from variorum.collate.dated.undated import date_from_stories
from variorum.collate.record import collate_storyline
from variorum.engine.base import Engine, Refuse
from variorum.engine.local import LocalEngine
from variorum.errors import BrokenLine, NoText, Refusal, SameId, WrongUse
from variorum.group.grouping import find_copies, group_reports
from variorum.model.grouping import Grouping
from variorum.model.jsonl import to_report
from variorum.model.laws import find_rings
from variorum.model.record import Record
from variorum.model.report import Report
from variorum.model.span import ReportId, StoryId, StorylineId
from variorum.read.intake.sources import find_pages
from variorum.read.options import ReadOptions
from variorum.read.reading import read_pages

Given = Report | Mapping[str, Any]

LOCAL = LocalEngine()

log = logging.getLogger("variorum")


def log_refusal(refusal: Refusal) -> None:
    """Log a refusal as a warning: what happens with refusals where the caller does not say."""
    log.warning("%s", refusal)


def read(
    paths: str | Iterable[str],
    *,
    options: ReadOptions | None = None,
    engine: Engine = LOCAL,
    refuse: Refuse = log_refusal,
) -> Iterator[Report]:
    """Yield the reports behind `paths`: files, folders, globs, archives, allowed addresses; "-" is standard input.

    Folders are read in the order of their names. Raises WrongUse where a path names nothing, or is an address and
    `options.fetch` is not set.
    """
    pages = find_pages([paths] if isinstance(paths, str) else paths, options)
    return engine.run(partial(read_pages, options=options), pages, refuse)


def annotate(reports: Iterable[Given], *, engine: Engine = LOCAL, refuse: Refuse = log_refusal) -> Iterator[Report]:
    """Yield the reports with their layers: sentences, times, quantities, mentions, attributions; order kept."""
    return engine.run(annotate_batch, _typed(reports, refuse), refuse)


def group(reports: Iterable[Given], *, refuse: Refuse = log_refusal) -> list[Grouping]:
    """Return the grouping of each report, in the order given; the same whatever that order is."""
    return group_reports(distinct(_typed(reports, refuse), refuse))


def collate(
    reports: Iterable[Given],
    *,
    story: str | None = None,
    engine: Engine = LOCAL,
    refuse: Refuse = log_refusal,
) -> list[Record]:
    """Return a record for each storyline of `reports`, those told by most reports first.

    `story` takes all reports as one story of that id. Reports are annotated and grouped where they are not yet.
    """
    ordered = sorted(distinct(_typed(reports, refuse), refuse), key=lambda report: report.id)
    grouped = _as_one_story(ordered, StoryId(story)) if story is not None else _grouped(ordered)
    annotated = _dated(list(engine.run(annotate_batch, grouped, refuse)))
    records = [
        msgspec.structs.replace(collate_storyline(storyline, members), story=StoryId(story) if story else None)
        for storyline, members in _by_storyline(annotated).items()
    ]
    return sorted(records, key=lambda record: (-len(record.reports), record.storyline))


def _typed(reports: Iterable[Given], refuse: Refuse) -> Iterator[Report]:
    if isinstance(reports, str | Mapping):
        raise WrongUse("reports must be a list or another iterable of reports")
    for number, report in enumerate(reports, start=1):
        try:
            typed = to_report(report, f"report {number}")
            if not typed.text.strip():
                raise NoText(typed.id, "its text is empty")
            yield typed
        except Refusal as refusal:
            refuse(refusal)


def distinct(reports: Iterable[Report], refuse: Refuse) -> list[Report]:
    """Reports under ids of their own; the same report given twice is taken once."""
    taken: dict[ReportId, Report] = {}
    for report in reports:
        first = taken.setdefault(report.id, report)
        if first is not report and first.text != report.text:
            refuse(SameId(report.id, "another report with other words has this id; give it one of its own"))
    _refuse_rings(taken, refuse)
    return list(taken.values())


def _refuse_rings(reports: dict[ReportId, Report], refuse: Refuse) -> None:
    """Take reports that are said to copy one another in a ring out of `reports`: which was first, nothing tells."""
    copies = {id: report.copy_of for id, report in reports.items() if isinstance(report.copy_of, str)}
    for ring in find_rings(copies):
        for id in ring:
            del reports[id]
            refuse(
                BrokenLine(id, f"field copy_of: {' and '.join(ring)} are copies of one another; one must be the first")
            )


def _as_one_story(reports: Sequence[Report], story: StoryId) -> list[Report]:
    copies = find_copies(reports)
    return [
        msgspec.structs.replace(
            report,
            story=story,
            storyline=StorylineId(story),
            copy_of=copies[report.id] if report.copy_of is msgspec.UNSET else report.copy_of,
        )
        for report in reports
    ]


def _grouped(reports: Sequence[Report]) -> list[Report]:
    return [
        msgspec.structs.replace(report, story=at.story, storyline=at.storyline, copy_of=at.copy_of)
        for report, at in zip(reports, group_reports(reports), strict=True)
    ]


def _dated(reports: Sequence[Report]) -> list[Report]:
    """The annotated reports, undated ones with the day that their story gives them and their times as of that day."""
    days = date_from_stories(reports, retime)
    return [
        retime(msgspec.structs.replace(report, published=days[report.id], published_basis="text"))
        if report.id in days
        else report
        for report in reports
    ]


def _by_storyline(reports: Iterable[Report]) -> dict[StorylineId, list[Report]]:
    members: dict[StorylineId, list[Report]] = defaultdict(list)
    for report in reports:
        members[StorylineId(str(report.storyline))].append(report)
    return members
