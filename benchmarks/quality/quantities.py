"""Quantities: our own gold set of sentences, written and checked by hand, since there is no public one.

    python -m benchmarks.quality.gate quantities

`tests/annotate/quantities/gold.jsonl`: `{"text", "quantities": [{"words", "kind", "value", "low", "high", "unit",
"approximate", "of", "same_as"}]}`, fields left out where they are unset.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.quality.measured import Measured
from variorum.annotate.order import annotate_batch
from variorum.model.annotations import Quantity
from variorum.model.report import Report

GOLD = Path(__file__).parents[2] / "tests" / "annotate" / "quantities" / "gold.jsonl"
FIELDS = ("kind", "value", "low", "high", "unit", "approximate")


def measure() -> Measured:
    """Score spans, whole readings (span, kind, value, bounds, unit, hedge) and what is counted."""
    gold = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    reports = [
        Report(id=str(index), text=row["text"], published="2025-10-29", language="en") for index, row in enumerate(gold)
    ]
    counts: Counter[str] = Counter()
    cases = {}
    for row, report in zip(gold, annotate_batch(reports), strict=True):
        assert isinstance(report, Report)
        cases[report.id] = _score(row, report, counts)
    figures = {
        "spans_f1": 2 * counts["span"] / (counts["gold"] + counts["found"]),
        "readings_f1": 2 * counts["reading"] / (counts["gold"] + counts["found"]),
        "of_accuracy": counts["of"] / counts["span"],
    }
    return Measured(figures=figures, cases=cases)


def _score(row: dict[str, Any], report: Report, counts: Counter[str]) -> str:
    found = list(report.layers.quantities or ())
    expected = row["quantities"]
    counts["gold"] += len(expected)
    counts["found"] += len(found)
    right, start = 0, 0
    for want in expected:
        place = report.text.index(want["words"], start)
        start = place + len(want["words"])
        got = next((each for each in found if (each.start, each.end) == (place, start)), None)
        if got is None:
            continue
        counts["span"] += 1
        is_right = _is_reading(got, want)
        counts["reading"] += is_right
        has_of = report.text[got.of.start : got.of.end] if got.of else None
        counts["of"] += has_of == want.get("of")
        right += is_right and has_of == want.get("of")
    return "right" if right == len(expected) == len(found) else "wrong"


def _is_reading(got: Quantity, want: dict[str, Any]) -> bool:
    for field in FIELDS:
        value, wanted = getattr(got, field), want.get(field)
        value = value or None if field == "approximate" else value
        if isinstance(value, float) and isinstance(wanted, int | float):
            if abs(value - wanted) > 1e-6 * max(1.0, abs(wanted)):
                return False
        elif value != wanted:
            return False
    return True
