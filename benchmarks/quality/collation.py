"""Findings on `bench/collation`: planted contradictions, harmless rewordings, and stories read by hand.

The set's own scorer counts. Times of publication and everything else that a report carries are used as given.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from benchmarks.quality.measured import BENCH, Collate, Measured, collate

SET = BENCH / "collation"
KINDS = ("figure", "date", "place", "name", "status", "description")


def collate_case(case: dict[str, Any], id: str, by: Collate = collate) -> dict[str, Any]:
    """Return the findings of one case under its id, as plain JSON."""
    keep = ("id", "text", "title", "outlet", "published")
    found = by([{name: report.get(name) for name in keep} for report in case["reports"]], id)
    return {"story": id, "findings": json.loads(msgspec.json.encode(found))}


def measure(by: Collate = collate) -> Measured:
    """Collate every case and story and score them."""
    score = _scorer()
    cases = [json.loads(line) for line in (SET / "mutations_dev.jsonl").read_text(encoding="utf-8").splitlines()]
    stories = score.load_stories([str(SET / "dev")])
    records = {case["case"]: collate_case(case, case["case"], by) for case in cases}
    records |= {story["story"]: collate_case(story, story["story"], by) for story in stories}
    planted = score.score_mutations(cases, records)
    gold = score.score_gold(stories, records, True)
    figures = {
        "planted recall": planted["recall"],
        **{f"planted recall, {kind}": planted["recall_by_kind"][kind]["recall"] or 0.0 for kind in KINDS},
        "no false alarm": 1 - planted["false_alarm_rate"],
        "explained share": planted["precision_lower_bound"],
        "conflict precision": gold["conflict"]["P"],
        "conflict recall": gold["conflict"]["R"],
        "update recall": gold["update"]["R"],
        "agreement F1": gold["agreement"]["F1"],
        "no trap sprung": 1 - gold["traps"]["called_conflict"] / max(1, gold["traps"]["total"]),
    }
    return Measured(figures=figures, cases=_outcomes(score, cases, records))


def _outcomes(score: ModuleType, cases: list[dict[str, Any]], records: dict[str, Any]) -> dict[str, str]:
    """Tell for each plant whether it was found, missing, or called an update."""
    outcomes = {}
    for case in cases:
        texts = {report["id"]: report["text"] for report in case["reports"]}
        found, _ = score.findings(records[case["case"]])
        for number, plant in enumerate(case["planted"]):
            kinds = {kind for kind, readings in found if score.explains(readings, plant, texts)}
            outcome = "right" if "conflict" in kinds else "update" if "update" in kinds else "missing"
            outcomes[f"{case['case']} {number} {plant['kind']}"] = outcome
    return outcomes


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("collation_score", Path(SET / "score.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
