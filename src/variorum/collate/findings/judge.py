"""How sure it is that two stretches tell of one point and cannot both be right: boosted trees over the evidence.

The trees stand in `trees.json`, made by `training/collate/train_judge.py` from planted contradictions; why a
learned judge, and what rules and a regression gave, is in docs/decisions/0071-judging-differences.md.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from math import exp, log

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
    slots were compared too (`slots.py`), and both `read` for pairs that `contradictions.py` has read.
    """
    if not pairs:
        return []
    model = _models()[kind]
    matrix = np.array([[pair[name] for name in model.features] for pair in pairs], dtype=np.float64)
    total = np.full(len(pairs), model.bias)
    for tree in model.trees:
        total += _grow(tree, matrix)
    return [float(each) for each in np.round(1.0 / (1.0 + np.exp(-total)), 6)]


def mean_of_odds(one: float, other: float) -> float:
    """Return the mean of two probabilities in log odds; neither counts as surer than one in ten thousand."""
    odds = [log(held / (1.0 - held)) for held in (min(max(each, SUREST), 1.0 - SUREST) for each in (one, other))]
    return round(1.0 / (1.0 + exp(-sum(odds) / 2)), 6)


def _grow(tree: Tree, matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    feature, threshold = np.array(tree.feature), np.array(tree.threshold)
    left, right, value = np.array(tree.left), np.array(tree.right), np.array(tree.value)
    node = np.zeros(len(matrix), dtype=np.int64)
    rows = np.arange(len(matrix))
    while (inner := left[node] >= 0).any():
        goes_left = matrix[rows, feature[node]] <= threshold[node]
        node = np.where(inner, np.where(goes_left, left[node], right[node]), node)
    grown: NDArray[np.float64] = value[node]
    return grown


@cache
def _models() -> dict[str, Model]:
    source = resources.files(__package__).joinpath("trees.json")
    return msgspec.convert(json.loads(source.read_text(encoding="utf-8")), dict[str, Model])
