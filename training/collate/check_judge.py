"""Score the findings on events that the judge has not seen: each event with the trees and network of its fold.

    PYTHONPATH=training python training/collate/check_judge.py FOLDS.json COLLATION_SET \\
        --networks FOLD-0 FOLD-1 FOLD-2 FOLD-3 [--sure figure=0.35 date=0.35 ...]

FOLDS comes from `train_judge.py --folds`; COLLATION_SET is the folder of the cases, the stories and their `score.py`;
each network is a folder with the `contradictions.onnx` of a fold. All else is as shipped. Prints planted contradictions
found by kind, false alarms, what stays unexplained, and the hand-read stories.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from folds import FOLDS, fold_of
from make_rows import annotated

from variorum.collate.findings import find
from variorum.collate.findings.judged import contradictions, judge
from variorum.collate.findings.judged.slots import SlotReader
from variorum.collate.storyline import Storyline


class Fold(NamedTuple):
    """What judges the events of a fold and has seen none of them."""

    forests: Mapping[str, judge.Forest]
    reader: SlotReader


def read_folds(trees: Path, networks: Sequence[Path]) -> list[Fold]:
    """Return the folds, in order."""
    folds = []
    for plain, folder in zip(json.loads(trees.read_text(encoding="utf-8")), networks, strict=True):
        models = msgspec.convert(plain, dict[str, judge.Model])
        forests = {kind: judge.Forest(model) for kind, model in models.items()}
        folds.append(Fold(forests, SlotReader(folder / "contradictions.onnx")))
    return folds


def find_in(case: Mapping[str, Any], fold: Fold) -> dict[str, Any]:
    """Return the findings of a case, as a record, judged by what has not seen its event."""
    judge._forest_of = fold.forests.__getitem__
    contradictions.load_reader = lambda _name: fold.reader
    read = [annotated(str(r["id"]), r["text"], r.get("published"), r.get("outlet")) for r in case["reports"]]
    found = find.find_findings(Storyline([report for report in read if report is not None]))
    return {"story": case["case"], "findings": json.loads(msgspec.json.encode(found))}


def score(folder: Path, cases: Sequence[Mapping[str, Any]], records: Mapping[str, Any]) -> None:
    """Print what the set's own scorer says."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "score.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    planted = scorer.score_mutations([case for case in cases if "planted" in case], records)
    stories = scorer.score_gold(scorer.load_stories([str(folder / "dev")]), records, True)
    kinds = {kind: each["recall"] for kind, each in planted["recall_by_kind"].items()}
    print("planted", planted["recall"], kinds)
    print("false alarms", planted["false_alarm_rate"], "unexplained", planted["unexplained_per_case"])
    for kind in ("conflict", "update", "agreement"):
        print(kind, {name: stories[kind][name] for name in ("P", "R", "F1", "predicted", "gold")})
    print("traps", stories["traps"]["called_conflict"], "of", stories["traps"]["total"])


def main() -> None:
    """Score all cases and stories."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folds", type=Path)
    parser.add_argument("set", type=Path)
    parser.add_argument("--networks", nargs=FOLDS, type=Path, required=True)
    parser.add_argument("--sure", nargs="*", default=[], metavar="ASPECT=LEAST")
    chosen = parser.parse_args()
    find.SURE.update({name: float(least) for name, least in (each.split("=") for each in chosen.sure)})
    folds = read_folds(chosen.folds, chosen.networks)
    lines = (chosen.set / "mutations_dev.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines]
    for path in sorted((chosen.set / "dev").glob("*.json")):
        story = json.loads(path.read_text(encoding="utf-8"))
        cases.append({**story, "case": story["story"], "event": story["story"]})
    records = {case["case"]: find_in(case, folds[fold_of(case["event"])]) for case in cases}
    score(chosen.set, cases, records)


if __name__ == "__main__":
    main()
