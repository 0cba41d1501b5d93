"""Write the evidence of every difference in a set of cases, labelled, as rows for `train_judge.py`.

    python training/collate/make_rows.py CASES.jsonl --out ROWS.jsonl [--weight 0.15 --zeros 0.3 --held]

A case is a line of the collation set's `mutations_*.jsonl`, or one that `make_cases.py` made. Label 1: the two
stretches are a plant and what it contradicts; 0: no plant; -1: the right sentences, the wrong words (left out of
training). `--zeros` keeps a share of the rows without a plant, the weight of each raised in proportion; `--held` keeps
only cases of stories that the judge of slots was not trained on (`training/slots/train.py`).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from variorum.annotate.order import annotate_batch
from variorum.collate.align import align_wordings
from variorum.collate.compare.verdict import Verdict
from variorum.collate.differences import Unit, find_differences
from variorum.collate.findings.evidence import Vocabulary, aspect_of, compare_values, gather_evidence
from variorum.collate.findings.slots import judge_slots, slot_of
from variorum.collate.findings.spots import Spot
from variorum.collate.points import Weights, Wording, read_wordings
from variorum.collate.storyline import Storyline
from variorum.model.jsonl import to_report
from variorum.model.report import Report

# Stories of these tenths and later were held out when the judge of slots was trained.
HELD_FROM = 7


def tenth_of(event: str) -> int:
    """Return which tenth (0 to 9) a story falls into, as `training/slots/train.py` does."""
    return int(hashlib.md5(event.encode()).hexdigest(), 16) % 10


def rows_of(case: dict[str, Any], zeros: float = 1.0) -> Iterator[dict[str, Any]]:
    """Yield the rows of one case, a share of those without a plant."""
    rng = random.Random(case["case"])
    keep = ("id", "text", "title", "outlet", "published")
    given = [
        to_report({**{k: r.get(k) for k in keep}, "story": "s", "storyline": "s", "copy_of": None}, case["case"])
        for r in case["reports"]
    ]
    reports = [report for report in annotate_batch(given) if isinstance(report, Report)]
    texts = {report.id: report.text for report in reports}
    wordings = read_wordings(Storyline(reports))
    weights, vocabulary = Weights(wordings), Vocabulary(wordings)
    alignments = list(align_wordings(wordings, weights))
    vocabulary.learn(alignments)
    for alignment in alignments:
        for difference in find_differences(alignment):
            verdict: Verdict | None = compare_values(difference)
            evidence = gather_evidence(difference, vocabulary)
            if evidence is None or (verdict is not None and verdict.outcome != "differs"):
                continue
            left = _spots(alignment.left, difference.left)
            right = _spots(alignment.right, difference.right)
            label = max((_label(plant, left, right, texts) for plant in case["planted"]), key=abs, default=0)
            if label <= 0 and rng.random() > zeros:
                continue
            slots = slot_of(alignment.left, difference.left), slot_of(alignment.right, difference.right)
            (slot,) = judge_slots([slots])
            yield {
                "weight": 1.0 if label > 0 else 1.0 / zeros,
                "slot": round(slot, 4),
                "case": case["case"],
                "event": case["event"],
                "aspect": aspect_of(difference),
                "label": label,
                "evidence": {name: round(number, 4) for name, number in evidence.items()},
            }


def _spots(wording: Wording, unit: Unit) -> list[Spot]:
    return [
        Spot(home.report, home.start + wording.start[unit.first], home.start + wording.end[unit.end - 1])
        for home in wording.homes
    ]


def _label(plant: dict[str, Any], left: Sequence[Spot], right: Sequence[Spot], texts: dict[Any, str]) -> int:
    unsure = 0
    for mine, theirs in ((left, right), (right, left)):
        if not any(s.report == plant["report"] and any(_meet(s, span) for span in plant["spans"]) for s in mine):
            continue
        others = [spot for spot in theirs if spot.report != plant["report"]]
        told = plant["original"].lower()
        if told and any(told in texts[s.report][s.start : s.end].lower() for s in others):
            return 1
        for witness in plant["contradicted_by"]:
            there = [spot for spot in others if spot.report == witness["report"]]
            if any(_meet(spot, (witness["start"], witness["end"])) for spot in there):
                return 1
            if any(_meet(spot, witness["sentence"]) for spot in there):
                unsure = -1
    return unsure


def _meet(spot: Spot, span: Sequence[int]) -> bool:
    return spot.start < span[1] and span[0] < spot.end


def main() -> None:
    """Write the rows of all cases."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--weight", type=float, default=1.0)
    parser.add_argument("--zeros", type=float, default=1.0)
    parser.add_argument("--held", action="store_true")
    chosen = parser.parse_args()
    with chosen.out.open("w", encoding="utf-8") as out:
        for line in chosen.cases.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            if chosen.held and tenth_of(case["event"]) < HELD_FROM:
                continue
            for row in rows_of(case, chosen.zeros):
                out.write(json.dumps({**row, "weight": chosen.weight * row["weight"]}) + "\n")


if __name__ == "__main__":
    main()
