"""Score the findings on events that the judge has not seen: each event with the trees of its fold, all else as shipped.

    python training/collate/check_judge.py FOLDS.json COLLATION_SET [--sure figure=0.35 date=0.35 ...]

FOLDS comes from `train_judge.py --folds`; COLLATION_SET is the folder of the cases, the stories and their `score.py`.
Prints planted contradictions found by kind, false alarms, what stays unexplained, and the hand-read stories.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from make_rows import annotated

from variorum.collate.findings import find, judge
from variorum.collate.storyline import Storyline


def find_in(case: Mapping[str, Any], models: Mapping[str, judge.Model]) -> dict[str, Any]:
    """Return the findings of a case, as a record, judged by the given trees."""
    judge._models = lambda: models
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
    parser.add_argument("--sure", nargs="*", default=[], metavar="ASPECT=LEAST")
    chosen = parser.parse_args()
    find.SURE.update({name: float(least) for name, least in (each.split("=") for each in chosen.sure)})
    folds = json.loads(chosen.folds.read_text(encoding="utf-8"))
    models = [msgspec.convert(each, dict[str, judge.Model]) for each in folds["models"]]
    lines = (chosen.set / "mutations_dev.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines]
    for path in sorted((chosen.set / "dev").glob("*.json")):
        story = json.loads(path.read_text(encoding="utf-8"))
        cases.append({**story, "case": story["story"], "event": story["story"]})
    records = {case["case"]: find_in(case, models[folds["folds"][case["event"]]]) for case in cases}
    score(chosen.set, cases, records)


if __name__ == "__main__":
    main()
