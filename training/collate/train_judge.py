"""Fit the judge of differences and write its trees.

    PYTHONPATH=training python training/collate/train_judge.py ROWS.jsonl... --scores FOLD-*.scores.jsonl \\
        --larger LARGE-*.scores.jsonl --counterparts COUNTERPARTS.json \\
        --out src/variorum/collate/findings/judged/trees.json
    PYTHONPATH=training python training/collate/train_judge.py ROWS.jsonl... --scores FOLD-*.scores.jsonl \\
        --larger LARGE-*.scores.jsonl --counterparts COUNTERPARTS.json --out FOLDS.json --folds

A row is one difference, made by `make_rows.py` or `make_judged.py`; label 1 is a contradiction, 0 none, -1 unsure (left
out of `read`). The scores are what the network of contradictions tells of a row whose event it was not taught
(`training/contradictions/train.py`); `--larger` names those of a network that is too large to ship (`--large` there):
labels by hand are few, and what it tells of the other rows is what the trees by the evidence alone and `in slots` are
fitted on. Six models are written: of `values` and of `words`, by the evidence alone, `in
slots`, with the score of the network of slots, and `read`, with the scores of the network of contradictions, and of
values with how far each is the other's counterpart (the `ranks` of a row). The trees of `counterparts` are written
beside them as `train_counterparts.py` fitted them. Needs scikit-learn, which variorum itself does not. Prints what
cross-validation by event gives. With `--folds` the trees of each fold are written, which have not seen its events: for
`check_judge.py`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from folds import fold_of, key_of
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.metrics import average_precision_score

from variorum.collate.findings.judged.counterparts import UNKNOWN
from variorum.collate.findings.judged.judge import VALUED, features_of

# What a row counts beside its weight, by where its label is from; of softened rows only contradictions count more.
# Chosen by cross-validation by event: conflicts that were planted in public stories are the surest.
COUNTS = {"public": 4.0, "own": 1.5, "C": 2.0, "U": 2.0, "B": 0.7, "S": 1.0, "D": 1.0, "unjudged": 0.3}
PLANTED = ("public", "own")
KNOWN = frozenset({*PLANTED, *"CUBSD"})
# What is known of a row in log odds: a contradiction, none, a contradiction that the larger network was not asked of.
# What that network tells is taken for no surer than this.
YES, NO, UNASKED = 3.5, -4.5, 3.0
SUREST = 0.997
# Left out of what reads ranks where we planted them ourselves: two reports agreed there before, and that is what the
# trees of counterparts were taught to find.
RANKED = ("figure", "date")
Row = dict[str, Any]


class Part(NamedTuple):
    """The rows that a model is fitted on, and its size: how many trees of how many leaves.

    `softened`: on what a larger network tells of the rows too, not on their labels alone.
    """

    name: str
    rows: list[Row]
    trees: int
    leaves: int
    softened: bool = False


def load(paths: Sequence[Path], scores: Sequence[Path], larger: Sequence[Path]) -> list[Row]:
    """Return the rows of all files, each with what the networks of its fold tell: `read`, and `larger` (0 to 1)."""
    told, told_larger = (
        {line.pop("key"): line for path in files for line in _lines(path)} for files in (scores, larger)
    )
    rows = [row for path in paths for row in _lines(path)]
    for row in rows:
        key = key_of(row["event"], row["shown"]) if row["shown"] is not None else None
        row["read"] = told.get(key, {})
        row["larger"] = told_larger[key]["contradicts"] if key in told_larger else None
        del row["shown"]
    return rows


def _lines(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def fit(part: Part, rows: Sequence[Row]) -> Any:
    """Return the model of a part fitted on rows of it; its numbers were chosen by cross-validation by event."""
    kind = HistGradientBoostingRegressor if part.softened else HistGradientBoostingClassifier
    model = kind(
        max_iter=part.trees,
        learning_rate=0.06,
        max_leaf_nodes=part.leaves,
        min_samples_leaf=40,
        l2_regularization=5,
        random_state=0,
    )
    matrix, _ = _matrix(rows)
    labels = np.array([row["label"] for row in rows])
    weights = np.array([row["weight"] for row in rows])
    if part.softened:
        labels, weights = _soften(rows), np.where(labels > 0, np.maximum(weights, 1.0), 1.0)
    return model.fit(matrix, labels, sample_weight=weights)


def _soften(rows: Sequence[Row]) -> Any:
    """The log odds that rows are fitted on: what a larger network tells, and half what is known where it was asked."""
    told = np.clip([1.0 - SUREST if row["larger"] is None else row["larger"] for row in rows], 1.0 - SUREST, SUREST)
    odds = np.log(told / (1.0 - told))
    asked = np.array([row["larger"] is not None for row in rows])
    known = np.array([row["kind"] in KNOWN and row["label"] >= 0 for row in rows])
    yes = np.array([row["label"] > 0 for row in rows])
    return np.where(known & asked, 0.5 * odds + 0.5 * np.where(yes, YES, NO), np.where(yes, UNASKED, odds))


def export(model: Any, names: Sequence[str]) -> dict[str, Any]:
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
    return {"features": list(names), "bias": round(float(np.ravel(model._baseline_prediction)[0]), 5), "trees": trees}


def parts_of(rows: Sequence[Row]) -> Iterator[Part]:
    """Yield what each model is fitted on.

    By the evidence alone: all rows. With the network of slots: planted contradictions, of stories that did not teach
    it. With the other network, which is taught and scored by folds: all rows that it has scored and that carry a sure
    label; values with their ranks, and without figures and dates that we planted.
    """
    for kind in ("values", "words"):
        mine = [row for row in rows if (row["aspect"] in VALUED) == (kind == "values")]
        counted = [{**row, "weight": row["weight"] * COUNTS[row["kind"]]} for row in mine]
        yield Part(kind, [{**row, "network": {}} for row in counted], 120, 12, softened=True)
        planted = [row for row in counted if row["held"] and row["kind"] in PLANTED]
        yield Part(f"{kind} in slots", [row for row in planted if row["network"]], 250, 20, softened=True)
        read = [{**row, "network": row["read"]} for row in counted if row["read"] and row["label"] >= 0]
        yield Part(f"{kind} read", list(_with_ranks(read)) if kind == "values" else read, 250, 12)


def _with_ranks(rows: Sequence[Row]) -> Iterator[Row]:
    for row in rows:
        if row["kind"] != "own" or row["aspect"] not in RANKED:
            yield {**row, "network": {**row["network"], **UNKNOWN, **row["ranks"]}}


def fit_all(rows: Sequence[Row]) -> dict[str, Any]:
    """Return the trees of all models."""
    return {part.name: export(fit(part, part.rows), _matrix(part.rows[:1])[1]) for part in parts_of(rows)}


def validate(part: Part) -> dict[str, float]:
    """Return the average precision on events that the trees have not seen, by where labels are from and by aspect."""
    folds = np.array([fold_of(row["event"]) for row in part.rows])
    labels = np.array([row["label"] for row in part.rows])
    sure = np.zeros(len(labels))
    for fold in sorted(set(folds)):
        model = fit(part, [row for row, mine in zip(part.rows, folds, strict=True) if mine != fold])
        matrix, _ = _matrix([row for row, mine in zip(part.rows, folds, strict=True) if mine == fold])
        sure[folds == fold] = model.predict(matrix) if part.softened else model.predict_proba(matrix)[:, 1]
    kinds = [row["kind"] if row["kind"] in PLANTED else "judged" for row in part.rows]
    groups = np.array([f"{kind} {row['aspect']}" for kind, row in zip(kinds, part.rows, strict=True)])
    return {
        str(group): round(float(average_precision_score(labels[at], sure[at])), 3)
        for group in sorted(set(groups))
        if labels[at := (groups == group) & (labels >= 0)].any()
    }


def _matrix(rows: Sequence[Row]) -> tuple[Any, list[str]]:
    """The features of rows as a matrix (rows, features), and their names."""
    featured = [{**features_of(row["evidence"], row["aspect"]), **row["network"]} for row in rows]
    names = sorted(featured[0])
    return np.array([[features[each] for each in names] for features in featured]), names


def main() -> None:
    """Fit all models, once or for each fold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="+", type=Path)
    parser.add_argument("--scores", nargs="+", type=Path, required=True)
    parser.add_argument("--larger", nargs="+", type=Path, required=True)
    parser.add_argument("--counterparts", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--folds", action="store_true")
    chosen = parser.parse_args()
    rows = load(chosen.rows, chosen.scores, chosen.larger)
    counterparts = json.loads(chosen.counterparts.read_text(encoding="utf-8"))
    written: Any
    if chosen.folds:
        written = [
            {**fit_all([row for row in rows if fold_of(row["event"]) != fold]), "counterparts": trees}
            for fold, trees in enumerate(counterparts["folds"])
        ]
    else:
        for part in parts_of(rows):
            print(part.name, len(part.rows), "rows; average precision on other events:", validate(part))
        written = {**fit_all(rows), "counterparts": counterparts["full"]}
    chosen.out.write_text(json.dumps(written, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
