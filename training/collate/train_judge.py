"""Fit the judge of differences and write its trees.

    python training/collate/train_judge.py ROWS.jsonl... --out src/variorum/collate/findings/trees.json
    python training/collate/train_judge.py ROWS.jsonl... --out FOLDS.json --folds 4

A row is one difference: {"event", "case", "aspect", "label", "weight", "evidence": {…}, "network": {…}}, made by
`make_rows.py`; label 1 is a contradiction, 0 none, -1 unsure (left out). `network` is empty where the first judge
finds a row unlikely. Needs scikit-learn, which variorum itself does not. Prints what cross-validation by event gives.
With `--folds` the trees of each fold are written, which have not seen its events: for `check_judge.py`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold

from variorum.collate.findings.judge import VALUED, features_of

FOLDS = 9
Row = dict[str, Any]


def load(paths: list[Path]) -> list[Row]:
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
    """Fit one model for values and one for words, without and with what the network adds; once, or for each fold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=0)
    chosen = parser.parse_args()
    rows = load(chosen.rows)
    if not chosen.folds:
        for name, mine, size in _parts(rows):
            print(name, len(mine), "rows; average precision on other events by aspect:", validate(mine, size))
        written: dict[str, Any] = fit_all(rows)
    else:
        fold_of = folds_of([row["event"] for row in rows if row["weight"] >= 1.0], chosen.folds)
        models = [
            fit_all([row for row in rows if fold_of.get(row["event"]) != number]) for number in range(chosen.folds)
        ]
        written = {"folds": fold_of, "models": models}
    chosen.out.write_text(json.dumps(written, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")


def folds_of(events: Collection[str], folds: int) -> dict[str, int]:
    """Return the fold of each event: as many in each, in an order that nothing but their names decides."""
    order = sorted(set(events), key=lambda event: hashlib.md5(event.encode()).hexdigest())
    return {event: place % folds for place, event in enumerate(order)}


def _parts(rows: list[Row]) -> Iterator[tuple[str, list[Row], tuple[int, int]]]:
    """Yield the name, the rows and the size of each model: the first judge sees the evidence, the second all."""
    for kind in ("values", "words"):
        mine = [row for row in rows if (row["aspect"] in VALUED) == (kind == "values")]
        yield kind, [{**row, "network": {}} for row in mine], (120, 12)
        yield f"{kind} in slots", [row for row in mine if row["network"]], (250, 20)


def fit_all(rows: list[Row]) -> dict[str, Any]:
    """Return the trees of all models."""
    fitted = {}
    for name, mine, size in _parts(rows):
        matrix, labels, weights, names = _tables(mine)
        fitted[name] = export(new_model(*size).fit(matrix, labels, sample_weight=weights), names)
    return fitted


def validate(rows: list[Row], size: tuple[int, int]) -> dict[str, float]:
    """Return the average precision of each aspect in cross-validation by event."""
    matrix, labels, weights, _ = _tables(rows)
    events, aspects = (np.array([row[name] for row in rows]) for name in ("event", "aspect"))
    sure = np.zeros(len(labels))
    for train, test in GroupKFold(FOLDS).split(matrix, labels, events):
        model = new_model(*size).fit(matrix[train], labels[train], sample_weight=weights[train])
        sure[test] = model.predict_proba(matrix[test])[:, 1]
    public = weights >= 1.0
    return {
        str(aspect): round(float(average_precision_score(labels[at], sure[at])), 3)
        for aspect in sorted(set(aspects))
        if labels[at := public & (aspects == aspect)].any()
    }


def _tables(rows: list[Row]) -> tuple[Any, Any, Any, list[str]]:
    """The features of all rows as a matrix, their labels and weights, and the names of the features."""
    featured = [{**features_of(row["evidence"], row["aspect"]), **row["network"]} for row in rows]
    names = sorted(featured[0])
    matrix = np.array([[features[each] for each in names] for features in featured])
    return matrix, np.array([row["label"] for row in rows]), np.array([row["weight"] for row in rows]), names


if __name__ == "__main__":
    main()
