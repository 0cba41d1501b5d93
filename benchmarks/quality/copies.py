"""Copies: pairs of one family, wrong links through shared quotations, and the right original."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping

from benchmarks.quality.measured import BENCH, Measured
from variorum.group.copies import find_families
from variorum.model.jsonl import to_report

FIELDS = ("id", "text", "title", "outlet", "published")


def root(report: str, copy_of: Mapping[str, str | None]) -> str:
    """Return the report at the root of a family tree."""
    while (parent := copy_of[report]) is not None:
        report = parent
    return report


def measure() -> Measured:
    """Measure families and directions on the public set."""
    path = BENCH / "stories" / "copies_dev.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    gold = {row["id"]: row["copy_of"] for row in rows}
    kinds = {row["id"]: row["kind"] for row in rows}
    found = find_families([to_report({name: row.get(name) for name in FIELDS}, path.name) for row in rows])
    families = {report: root(report, gold) for report in gold}
    ours = {report: root(report, found) for report in gold}
    both = Counter((families[report], ours[report]) for report in gold)
    right, told, said = (
        sum(count * (count - 1) // 2 for count in counts.values())
        for counts in (both, Counter(families.values()), Counter(ours.values()))
    )
    mixed = defaultdict(set)
    for report, family in ours.items():
        mixed[family].add(families[report])
    quoting = [report for report, kind in kinds.items() if kind == "shared_quote"]
    copies = [report for report, original in gold.items() if original is not None]
    figures = {
        "pairs f1": 2 * right / (told + said),
        "not linked by quotations": sum(len(mixed[ours[report]]) == 1 for report in quoting) / len(quoting),
        "right original": sum(found[report] == families[report] for report in copies) / len(copies),
        "right original but natural": _share_right([r for r in copies if kinds[r] != "natural"], found, families),
    }
    cases = {
        report: "right" if found[report] == (families[report] if gold[report] else None) else "wrong" for report in gold
    }
    return Measured(figures=figures, cases=cases)


def _share_right(copies: list[str], found: Mapping[str, str | None], families: Mapping[str, str]) -> float:
    return sum(found[report] == families[report] for report in copies) / len(copies)
