"""The grouping of a heap of reports."""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.group.candidates import Candidates
from variorum.group.copies import find_families
from variorum.group.kinship import compare_with_all
from variorum.group.profile import Profile, make_profile
from variorum.group.stories import ClusterOptions, cluster
from variorum.model.grouping import Grouping
from variorum.model.report import Report
from variorum.model.span import ReportId, StoryId, StorylineId


def group_reports(reports: Sequence[Report]) -> list[Grouping]:
    """Return the grouping of each report, in the order given; the same whatever that order is."""
    ordered = sorted(reports, key=lambda report: (report.published or "9999", report.id))
    profiles = [make_profile(report) for report in ordered]
    near = _near(profiles)
    stories, storylines = cluster(near, {}), cluster(near, {}, ClusterOptions(least=0.1, power=0.0))
    story = _named(ordered, stories)
    storyline = _named(ordered, storylines)
    copies = find_copies(reports)
    return [
        Grouping(
            id=report.id,
            story=report.story if isinstance(report.story, str) else StoryId(story[report.id]),
            storyline=report.storyline if isinstance(report.storyline, str) else StorylineId(storyline[report.id]),
            copy_of=copies[report.id],
        )
        for report in reports
    ]


def _near(profiles: Sequence[Profile]) -> dict[int, dict[int, float]]:
    index = Candidates()
    near: dict[int, dict[int, float]] = {number: {} for number in range(len(profiles))}
    for number, profile in enumerate(profiles):
        found = index.find(profile).tolist()
        for other, value in (
            zip(found, compare_with_all(profile, [profiles[at] for at in found]), strict=True) if found else ()
        ):
            near[number][other] = near[other][number] = float(value)
        index.add(number, profile)
    return near


def find_copies(reports: Sequence[Report]) -> dict[ReportId, ReportId | None]:
    """Return for each report the one that it repeats, or None where it is its own reporting."""
    found = find_families(reports)
    return {
        report.id: found[report.id] if not isinstance(report.copy_of, str | None) else report.copy_of
        for report in reports
    }


def _named(ordered: Sequence[Report], clusters: list[list[int]]) -> dict[ReportId, str]:
    names: dict[ReportId, str] = {}
    taken: set[str] = set()
    for members in clusters:
        first = ordered[members[0]]
        words = re.findall(r"\w+", (first.title or first.text)[:200].lower())[:6]
        name = "-".join([*([first.published[:10]] if first.published else []), *words]) or "report"
        while name in taken:
            name += "-x"
        taken.add(name)
        names.update((ordered[at].id, name) for at in members)
    return names
