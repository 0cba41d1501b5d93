"""Puts the parts of a record together and checks its laws."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.collate.findings import find_findings
from variorum.collate.storyline import Storyline
from variorum.errors import BrokenRecord
from variorum.model.laws import broken_record_laws
from variorum.model.record import Record, RecordReport, Story
from variorum.model.report import Report
from variorum.model.span import StoryId, StorylineId


def collate_storyline(storyline: StorylineId, reports: Sequence[Report]) -> Record:
    """Return the record of one storyline.

    Every report must be annotated and carry its story and `copy_of`. Raises BrokenRecord if a law does not hold.
    """
    line = Storyline(reports)
    told = sorted({str(report.story) for report in reports})
    record = Record(
        storyline=storyline,
        title=next((report.title for report in reports if report.title), str(storyline)),
        stories=tuple(Story(id=StoryId(story), title=story) for story in told),
        reports=tuple(_shown(report) for report in line.reports),
        entities=line.resolved.entities,
        findings=tuple(find_findings(line)),
    )
    broken = broken_record_laws(record)
    if broken:
        raise BrokenRecord(f"storyline {storyline}: {broken[0]} (a defect of variorum: please report it)")
    return record


def _shown(report: Report) -> RecordReport:
    return RecordReport(
        id=report.id,
        story=StoryId(str(report.story)),
        outlet=report.outlet,
        title=report.title,
        url=report.url,
        published=report.published,
        published_basis=report.published_basis,
        copy_of=report.copy_of if isinstance(report.copy_of, str) else None,
        text=report.text,
    )
