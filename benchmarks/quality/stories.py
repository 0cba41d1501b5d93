"""Stories: BCubed on the public set, in a batch and report by report, and how far the two agree."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks.quality.measured import BENCH, Measured
from variorum.group.archive import Archive
from variorum.group.grouping import archive_reports, in_order
from variorum.model.jsonl import to_report
from variorum.model.report import Report

FIELDS = ("id", "text", "title", "url", "outlet", "published")
Labels = dict[str, str | None]


def load(path: Path) -> tuple[list[Report], Labels]:
    """Return the reports of a set, and the story of each; None where it is not labelled."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    reports = [to_report({name: row.get(name) for name in FIELDS}, path.name) for row in rows]
    return reports, {row["id"]: row.get("story") for row in rows}


def load_seminal() -> tuple[list[Report], Labels]:
    """Return the articles of the names set by seminal event: the same kind of event twice in each topic, undated."""
    rows = [json.loads(line) for line in (BENCH / "entities" / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    reports = [Report(id=row["id"], text=row["text"]) for row in rows]
    return reports, {row["id"]: row["subtopic"] for row in rows}


def score_bcubed(labels: Mapping[str, str | None], found: Mapping[str, str]) -> float:
    """Return BCubed F1 over the labelled reports."""
    both = Counter((label, found[report]) for report, label in labels.items() if label is not None)
    told, clusters = Counter[str](), Counter[str]()
    for (label, story), count in both.items():
        told[label] += count
        clusters[story] += count
    total = sum(both.values())
    precision = sum(count * count / clusters[story] for (_, story), count in both.items()) / total
    recall = sum(count * count / told[label] for (label, _), count in both.items()) / total
    return 2 * precision * recall / (precision + recall)


def share_with_unrelated(labels: Mapping[str, str | None], found: Mapping[str, str]) -> float:
    """Return the share of labelled reports whose cluster holds an unlabelled one too."""
    mixed = {found[report] for report, label in labels.items() if label is None}
    labelled = [report for report, label in labels.items() if label is not None]
    return sum(found[report] in mixed for report in labelled) / len(labelled)


def told_by(archive: Archive) -> dict[str, str]:
    """Return the story of each report of an archive."""
    return {profile.id: archive.story_of[number] for number, profile in enumerate(archive.profiles)}


def add_in_order(reports: Iterable[Report]) -> Archive:
    """Return an archive that the reports were added to one by one, in the order of their publication."""
    archive = Archive()
    for report in in_order(reports):
        archive.add(report)
    return archive


def measure() -> Measured:
    """Measure the batch and the incremental way on both sets."""
    reports, labels = load(BENCH / "stories" / "dev.jsonl")
    batch, one_by_one = told_by(archive_reports(reports)), told_by(add_in_order(reports))
    parts = defaultdict(dict)
    for report, label in labels.items():
        if label is not None:
            parts[label.split("-")[0]][report] = label
    seminal, events = load_seminal()
    figures = {
        "bcubed": score_bcubed(labels, batch),
        **{f"bcubed {part}": score_bcubed(held, batch) for part, held in sorted(parts.items())},
        "bcubed one by one": score_bcubed(labels, one_by_one),
        "kept from unrelated": 1 - share_with_unrelated(labels, batch),
        "bcubed recurring kinds": score_bcubed(events, told_by(archive_reports(seminal))),
        "bcubed recurring kinds one by one": score_bcubed(events, told_by(add_in_order(seminal))),
    }
    return Measured(figures=figures, cases=judge(labels, batch))


def judge(labels: Mapping[str, str | None], found: Mapping[str, str]) -> dict[str, str]:
    """Return for each labelled report whether its cluster is its story: "right", "merged", "split" or "both"."""
    members, stories = defaultdict(set), defaultdict(set)
    for report, label in labels.items():
        if label is not None:
            members[found[report]].add(report)
            stories[label].add(report)
    words = {(False, False): "right", (True, False): "merged", (False, True): "split", (True, True): "both"}
    cases = {}
    for report, label in labels.items():
        if label is not None:
            here, there = members[found[report]], stories[label]
            cases[report] = words[bool(here - there), bool(there - here)]
    return cases
