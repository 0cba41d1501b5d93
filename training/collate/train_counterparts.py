"""Fit the trees that tell which values of two reports are told of one thing, whatever the two say.

    PYTHONPATH=training python training/collate/train_counterparts.py TEXTS... --out COUNTERPARTS.json \\
        --findings training/judged/findings.jsonl --told training/stories/*.jsonl

TEXTS are the public sets that the findings point into (`training/articles.py`). A row is the likeness of two values
of one type in two reports of a story (`counterparts.py`): of one thing where a reader of the story found that both tell
of one point, or where they agree; of two otherwise. In stories that we wrote (`training/told.py`) only marks count:
what agrees there by chance is known to be of two points. `full` is for `trees.json`; the trees of `folds` have not seen
the events of a fold, and are for rows that other trees are fitted on (`make_rows.py`, `make_judged.py`) and for
`check_judge.py`. What we wrote is of no event and teaches all. Needs scikit-learn, which variorum itself does not.
Prints the average precision on events that the trees have not seen.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
from articles import by_story, places_of, read_articles, read_lines, reports_of
from folds import FOLDS, fold_of
from make_rows import meet, read_case, spots_of
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import average_precision_score
from told import read_told
from train_judge import export

from variorum.collate.findings.judged.counterparts import Counterparts, Told
from variorum.collate.findings.judged.judge import Forest, Model
from variorum.collate.points import Weights, read_wordings

# What readers found that is one point, in whatever words; a trap is what only looks like one.
POINTS = frozenset({"conflict", "update", "same"})
Place = tuple[str, int, int]
Trees = dict[str, Any]


class Row(NamedTuple):
    """Two values: how alike what is told of them is, whether they are of one thing, and the real story they are from.

    `story` is None for texts that we wrote.
    """

    likeness: dict[str, float]
    same: bool
    story: str | None


class Reading(NamedTuple):
    """A place of a point, both by their numbers."""

    point: int
    place: int


def rows_read(texts: Sequence[Path], findings: Path) -> Iterator[Row]:
    """Yield the rows of the stories that a reader read whole: of the reports in which anything was found."""
    articles = read_articles(texts)
    for story, found in by_story(read_lines(findings), articles).items():
        read = read_case({"reports": reports_of(found, articles)})
        counterparts = Counterparts(read.wordings, read.weights)
        points = [places_of(each) for each in found if each["kind"] in POINTS]
        for one, other, same in _pairs_of(counterparts, points):
            agree = not same and counterparts.agree(one, other)
            yield Row(counterparts.likeness(one, other), same or agree, story)


def rows_told(paths: Sequence[Path]) -> Iterator[Row]:
    """Yield the rows of stories that we wrote."""
    for told in read_told(paths):
        points: dict[str, list[Place]] = defaultdict(list)
        for mark in told.marks:
            points[mark.point].append((mark.report, mark.start, mark.end))
        wordings = read_wordings(told.storyline)
        counterparts = Counterparts(wordings, Weights(wordings))
        for one, other, same in _pairs_of(counterparts, list(points.values())):
            yield Row(counterparts.likeness(one, other), same, None)


class Two(NamedTuple):
    """Two values of one type that no report tells both, and whether they stand at two places of one point."""

    one: Told
    other: Told
    same: bool


def _pairs_of(counterparts: Counterparts, points: Sequence[Sequence[Place]]) -> Iterator[Two]:
    alike = defaultdict(list)
    for told in counterparts.told.values():
        alike[told.type].append((told, _readings_at(told, counterparts, points)))
    for values in alike.values():
        for (one, mine), (other, theirs) in combinations(values, 2):
            if not one.reports & other.reports:
                same = any(a.point == b.point and a.place != b.place for a in mine for b in theirs)
                yield Two(one, other, same)


def _readings_at(told: Told, counterparts: Counterparts, points: Sequence[Sequence[Place]]) -> list[Reading]:
    """The places of points that a value meets, wherever its sentence is printed."""
    spots = spots_of(counterparts.wordings[told.side.wording], told.side.unit)
    return [
        Reading(number, index)
        for number, places in enumerate(points)
        for index, (report, start, end) in enumerate(places)
        if any(spot.report == report and meet(spot, (start, end)) for spot in spots)
    ]


def fit(rows: Sequence[Row]) -> Trees:
    """Return the trees fitted on all rows, as plain numbers; their size was chosen on events not seen."""
    names = sorted(rows[0].likeness)
    model = HistGradientBoostingClassifier(
        max_iter=150,
        learning_rate=0.08,
        max_leaf_nodes=16,
        min_samples_leaf=40,
        l2_regularization=2,
        random_state=0,
    )
    matrix = np.array([[row.likeness[name] for name in names] for row in rows])
    return export(model.fit(matrix, np.array([row.same for row in rows])), names)


def score(rows: Sequence[Row], folds: Sequence[Trees]) -> float:
    """Return the average precision of what is of one thing over all rows of real stories, each by its fold's trees."""
    same: list[bool] = []
    sure: list[float] = []
    for fold, trees in enumerate(folds):
        mine = [row for row in rows if row.story is not None and fold_of(row.story) == fold]
        same += [row.same for row in mine]
        sure += Forest(msgspec.convert(trees, Model)).judge([row.likeness for row in mine])
    return round(float(average_precision_score(same, sure)), 3)


def main() -> None:
    """Fit the trees of each fold, and of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--findings", type=Path, required=True)
    parser.add_argument("--told", nargs="+", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    rows = [*rows_read(chosen.texts, chosen.findings), *rows_told(chosen.told)]
    folds = [fit([row for row in rows if row.story is None or fold_of(row.story) != fold]) for fold in range(FOLDS)]
    print(len(rows), "pairs of values; average precision of one thing on other events:", score(rows, folds))
    written = {"folds": folds, "full": fit(rows)}
    chosen.out.write_text(json.dumps(written, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
