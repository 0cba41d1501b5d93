"""Fit the judge of differences and write its trees.

    python training/collate/train_judge.py ROWS.jsonl... --out src/variorum/collate/findings/trees.json

A row is one difference: {"event", "case", "aspect", "label", "evidence": {…}}, made by `make_rows.py`; label 1 is a
contradiction, 0 none, -1 unsure (left out). Needs scikit-learn, which variorum itself does not. Prints what
cross-validation by event gives, so that no event is judged by trees that have seen it.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold

from variorum.collate.findings.judge import VALUED, features_of

FOLDS = 9


def load(paths: list[Path]) -> list[dict[str, Any]]:
    """Return the rows of all files that carry a sure label."""
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if row["label"] >= 0]


def new_model(rounds: int, leaves: int) -> HistGradientBoostingClassifier:
    """Return the untrained model; its numbers were chosen by cross-validation by event."""
    return HistGradientBoostingClassifier(
        max_iter=rounds,
        learning_rate=0.06,
        max_leaf_nodes=leaves,
        min_samples_leaf=40,
        l2_regularization=5,
        random_state=0,
    )


def export(model: HistGradientBoostingClassifier, names: list[str]) -> dict[str, Any]:
    """Return the trees as plain numbers."""
    trees = []
    for (predictor,) in model._predictors:
        nodes = predictor.nodes
        trees.append(
            {
                "feature": [int(each["feature_idx"]) for each in nodes],
                "threshold": [0.0 if each["is_leaf"] else round(float(each["num_threshold"]), 6) for each in nodes],
                "left": [-1 if each["is_leaf"] else int(each["left"]) for each in nodes],
                "right": [-1 if each["is_leaf"] else int(each["right"]) for each in nodes],
                "value": [round(float(each["value"]), 5) for each in nodes],
            }
        )
    return {"features": names, "bias": round(float(model._baseline_prediction.ravel()[0]), 5), "trees": trees}


def main() -> None:
    """Fit one model for values and one for words."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--without", nargs="*", default=[], metavar="EVENT", help="leave these events out")
    chosen = parser.parse_args()
    rows = [row for row in load(chosen.rows) if row["event"] not in chosen.without]
    models = {}
    for kind in ("values", "words"):
        mine = [row for row in rows if (row["aspect"] in VALUED) == (kind == "values")]
        # The first judge sees the evidence alone, the second one what the network makes of the slots too.
        for name, size, seen in ((kind, (120, 12), False), (f"{kind} in slots", (250, 20), True)):
            models[name] = fit(name, mine, size, seen=seen, validated=not chosen.without)
    chosen.out.write_text(json.dumps(models, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")


def fit(name: str, rows: list[dict[str, Any]], size: tuple[int, int], *, seen: bool, validated: bool) -> dict[str, Any]:
    """Return the trees fitted on rows, after printing what cross-validation by event gives."""
    slots = [{"slot": row["slot"]} if seen else {} for row in rows]
    featured = [{**features_of(row["evidence"], row["aspect"]), **slot} for row, slot in zip(rows, slots, strict=True)]
    names = sorted(featured[0])
    matrix = np.array([[features[each] for each in names] for features in featured])
    labels = np.array([row["label"] for row in rows])
    events = np.array([row["event"] for row in rows])
    weights = np.array([row.get("weight", 1.0) for row in rows])
    if validated:
        sure = np.zeros(len(labels))
        for train, test in GroupKFold(FOLDS).split(matrix, labels, events):
            model = new_model(*size).fit(matrix[train], labels[train], sample_weight=weights[train])
            sure[test] = model.predict_proba(matrix[test])[:, 1]
        precision = average_precision_score(labels, sure, sample_weight=weights)
        print(name, len(labels), "rows,", int(labels.sum()), "contradict; average precision", precision)
    return export(new_model(*size).fit(matrix, labels, sample_weight=weights), names)


if __name__ == "__main__":
    main()
