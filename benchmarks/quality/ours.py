"""Findings in running stories of our own (`ours/README.md`): what a careful editor finds, and what is told besides.

The eight stories that are kept aside are counted by themselves.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.quality.measured import Collate, Measured, collate
from variorum.model.record import Finding

STORIES = Path(__file__).parent / "ours"


class Place(NamedTuple):
    """A stretch of a report."""

    report: str
    start: int
    end: int


def measure(by: Collate = collate) -> Measured:
    """Collate every story and hold its findings against the key."""
    counts: Counter[tuple[str, str]] = Counter()
    cases: dict[str, str] = {}
    for path in sorted(STORIES.glob("*.json")):
        story = json.loads(path.read_text(encoding="utf-8"))
        found = list(_outcomes(story, by))
        for part in ("", ", aside") if story["aside"] else ("",):
            counts.update((what + part, outcome) for what, _, outcome in found)
        cases |= {f"{story['story']} {case}": outcome for _, case, outcome in found}
    figures = {
        what: counts[what, "right"] / max(1, _asked(counts, what)) for what in sorted({each[0] for each in counts})
    }
    return Measured(figures=figures, cases=cases)


def _asked(counts: Mapping[tuple[str, str], int], what: str) -> int:
    return sum(count for (each, _), count in counts.items() if each == what)


def _outcomes(story: Mapping[str, Any], by: Collate) -> Iterator[tuple[str, str, str]]:
    """Yield what was asked of a story, which case it was, and how it came out: of the key, then of what is told."""
    keep = ("id", "text", "title", "outlet", "published")
    told = by([{name: each[name] for name in keep} for each in story["reports"]], story["story"])
    texts = {each["id"]: each["text"] for each in story["reports"]}
    key = [(each, _places(each, texts)) for each in story["findings"]]
    for number, (each, places) in enumerate(key):
        kind = each["kind"]
        hit = any(finding.kind == kind and _meets(finding, places) for finding in told)
        yield f"{kind}s found", f"{kind} {number}", "right" if hit else "missing"
    for finding in told:
        if finding.kind in ("conflict", "update"):
            right = any(each["kind"] == finding.kind and _meets(finding, places) for each, places in key)
            yield f"{finding.kind}s right", f"{finding.kind} {finding.id}", "right" if right else "wrong"
    for number, trap in enumerate(story["traps"]):
        places = _places(trap, texts)
        sprung = any(finding.kind == "conflict" and _meets(finding, places) for finding in told)
        yield "traps passed by", f"trap {number}", "wrong" if sprung else "right"


def _places(told: Mapping[str, Any], texts: Mapping[str, str]) -> list[Place]:
    places = []
    for reading in told["readings"]:
        start = texts[reading["report"]].find(reading["quote"])
        if start >= 0:
            places.append(Place(reading["report"], start, start + len(reading["quote"])))
    return places


def _meets(finding: Finding, places: Sequence[Place]) -> bool:
    """Whether a finding has readings at places of two reports."""
    met = {
        place.report
        for place in places
        for reading in finding.readings
        if reading.report == place.report and reading.start < place.end and place.start < reading.end
    }
    return len(met) > 1
