"""How sure it is that two stretches tell of one point and cannot both be right: boosted trees over the evidence.

The trees stand in `trees.json`, made by `training/collate/train_judge.py` from planted contradictions; why a
learned judge, and what rules and a regression gave, is in docs/decisions/0071-judging-differences.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from math import exp, log
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from variorum.model.record import Aspect

ASPECTS: tuple[Aspect, ...] = ("figure", "date", "name", "place", "status", "description")
SUREST = 1e-4
VALUED = frozenset({"figure", "date", "name", "place"})


class Tree(msgspec.Struct, frozen=True):
    """A decision tree, node by node: a feature is at most its threshold: go left. `left` is -1 at a leaf."""

    feature: tuple[int, ...]
    threshold: tuple[float, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    value: tuple[float, ...]


class Model(msgspec.Struct, frozen=True):
    """Trees whose values add up to the log odds."""

    features: tuple[str, ...]
    bias: float
    trees: tuple[Tree, ...]


def features_of(evidence: Mapping[str, float], aspect: Aspect) -> dict[str, float]:
    """Return the features of a pair: the evidence and its aspect."""
    return {**evidence, **{f"aspect={each}": float(each == aspect) for each in ASPECTS}}


def judge(pairs: Sequence[Mapping[str, float]], kind: str) -> list[float]:
    """Return for each pair of one kind the probability (0 to 1) that it contradicts itself.

    A pair is given by its features (`features_of`). Kinds are `values` and `words`; both `in slots` for pairs whose
    slots were compared too (`slots.py`), and both `read` for pairs that `contradictions.py` has read. `counterparts`
    tells how likely two values are told of one thing (`counterparts.py`).
    """
    return _forest_of(kind).judge(pairs) if pairs else []


def mean_of_odds(one: float, other: float) -> float:
    """Return the mean of two probabilities in log odds; neither counts as surer than one in ten thousand."""
    odds = [log(held / (1.0 - held)) for held in (min(max(each, SUREST), 1.0 - SUREST) for each in (one, other))]
    return round(1.0 / (1.0 + exp(-sum(odds) / 2)), 6)


class Forest:
    """The trees of a model laid end to end in arrays of nodes, so that all of them are walked at once.

    A leaf leads to itself, so that a walk of as many steps as the deepest tree has ends in a leaf everywhere.
    """

    def __init__(self, model: Model) -> None:
        self.features, self.bias = model.features, model.bias
        starts = np.cumsum([0, *(len(tree.value) for tree in model.trees)])
        self.roots = starts[:-1, None]
        self.depth = max(map(_depth, model.trees))
        self.feature = _laid(tree.feature for tree in model.trees)
        self.threshold = _laid(tree.threshold for tree in model.trees)
        self.value = _laid(tree.value for tree in model.trees)
        self.left, self.right = (
            _laid(
                [start + (below if below >= 0 else node) for node, below in enumerate(getattr(tree, side))]
                for start, tree in zip(starts[:-1], model.trees, strict=True)
            )
            for side in ("left", "right")
        )

    def judge(self, pairs: Sequence[Mapping[str, float]]) -> list[float]:
        """Return the probability (0 to 1) of each pair, which is given by its features."""
        if not pairs:
            return []
        matrix = np.array([[pair[name] for name in self.features] for pair in pairs], dtype=np.float64)
        total = self.bias + self.add_up(matrix)
        return [float(each) for each in np.round(1.0 / (1.0 + np.exp(-total)), 6)]

    def add_up(self, matrix: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the sum of what the trees give each row of features (rows, features), tree by tree in order."""
        rows, told = np.arange(len(matrix)) * matrix.shape[1], matrix.ravel()
        node = np.repeat(self.roots, len(matrix), axis=1)
        for _ in range(self.depth):
            goes_left = told.take(self.feature.take(node) + rows) <= self.threshold.take(node)
            node = np.where(goes_left, self.left.take(node), self.right.take(node))
        # A running sum adds in one order whatever the number of rows; `sum` does not.
        total: NDArray[np.float64] = np.cumsum(self.value.take(node), axis=0)[-1]
        return total


def _depth(tree: Tree) -> int:
    depths = [0] * len(tree.left)
    for node, (left, right) in enumerate(zip(tree.left, tree.right, strict=True)):
        if left >= 0:
            depths[left] = depths[right] = depths[node] + 1
    return max(depths)


def _laid(parts: Iterable[Sequence[float]]) -> NDArray[Any]:
    return np.array([each for part in parts for each in part])


@cache
def _forest_of(kind: str) -> Forest:
    return Forest(_models()[kind])


@cache
def _models() -> dict[str, Model]:
    source = resources.files(__package__).joinpath("trees.json")
    return msgspec.convert(json.loads(source.read_text(encoding="utf-8")), dict[str, Model])
