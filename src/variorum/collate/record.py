"""Puts the parts of a record together and checks its laws."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.collate.dated.timeline import make_timeline
from variorum.collate.findings.find import find_findings
from variorum.collate.findings.written.reasons import tell_apart
from variorum.collate.ledger.ledger import keep_ledger
from variorum.collate.ledger.standing import find_status_updates
from variorum.collate.likeness import Likeness
from variorum.collate.said.unnamed import collect_unnamed
from variorum.collate.said.voices import collect_voices
from variorum.collate.storyline import Storyline
from variorum.collate.told.brief import write_brief
from variorum.collate.told.titles import title_story
from variorum.errors import BrokenRecord
from variorum.model.laws import broken_record_laws
from variorum.model.record import Finding, Record, RecordReport, Story
from variorum.model.report import IsoDate, Report
from variorum.model.span import StoryId, StorylineId


def collate_storyline(storyline: StorylineId, reports: Sequence[Report]) -> Record:
    """Return the record of one storyline.

    Every report must be annotated and carry its story and `copy_of`. Raises BrokenRecord if a law does not hold.
    """
    line = Storyline(reports)
    likeness = Likeness(line)
    stories = _stories(line, likeness)
    ledger = keep_ledger(line)
    findings = tell_apart(line, _in_order([*find_findings(line), *find_status_updates(line, ledger)]))
    days = _days(line.reports)
    record = Record(
        storyline=storyline,
        title=_largest(line, stories).title,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        stories=tuple(stories),
        reports=tuple(_shown(line, report) for report in line.reports),
        entities=line.resolved.entities,
        events=tuple(make_timeline(line, likeness)),
        findings=tuple(findings),
        voices=tuple(collect_voices(line)),
        unnamed=tuple(collect_unnamed(line)),
        ledger=tuple(ledger),
        brief=tuple(write_brief(line, findings, likeness)),
    )
    broken = broken_record_laws(record)
    if broken:
        raise BrokenRecord(f"storyline {storyline}: {broken[0]} (a defect of variorum: please report it)")
    return record


def _in_order(findings: Sequence[Finding]) -> list[Finding]:
    """The findings by kind, those that need a reader's judgement first; within a kind as they were ranked."""
    kinds = ("conflict", "update", "variant", "agreement", "single")
    return sorted(findings, key=lambda finding: kinds.index(finding.kind))


def _stories(line: Storyline, likeness: Likeness) -> list[Story]:
    """The stories in the order of their first reports; undated ones come last."""
    stories = []
    for story in sorted({line.story_of(report.id) for report in line.reports}):
        days = _days([report for report in line.reports if line.story_of(report.id) == story])
        title = title_story(line, story, likeness)
        stories.append(Story(id=story, title=title, first=days[0] if days else None, last=days[-1] if days else None))
    return sorted(stories, key=lambda story: (story.first or "9999", story.id))


def _largest(line: Storyline, stories: Sequence[Story]) -> Story:
    """The story that most witnesses tell; of equals the latest."""

    def rank(story: Story) -> tuple[int, str, str]:
        members = [report.id for report in line.reports if line.story_of(report.id) == story.id]
        return (line.count_independent(members), story.last or "", story.id)

    return max(stories, key=rank)


def _days(reports: Sequence[Report]) -> list[IsoDate]:
    """The days on which reports were published, in order, as precise as is known."""
    return sorted({report.published[:10] for report in reports if report.published is not None})


def _shown(line: Storyline, report: Report) -> RecordReport:
    """The report as the record has it; what it copies is named only where the record holds that too."""
    copied = report.copy_of if isinstance(report.copy_of, str) and report.copy_of != report.id else None
    return RecordReport(
        id=report.id,
        story=StoryId(str(report.story)),
        outlet=report.outlet,
        title=report.title,
        url=report.url,
        published=report.published,
        published_basis=report.published_basis,
        language=report.language,
        copy_of=copied if copied in line.by_id else None,
        text=report.text,
    )
