"""The model that says which blocks of a page are the article: boosted trees over the rows of `features.py`, twice.

The first trees judge a page by itself; where they are not sure, the second judge it anew, knowing what trafilatura
makes of it and what the first made of every block and its neighbours. Learnt by `training/read/blocks.py`, kept as
plain arrays in `blocks.npz`; docs/models/blocks.md is its card.
"""

from __future__ import annotations

import io
import math
from functools import cache
from importlib import resources

import msgspec
import numpy as np
from numpy.typing import NDArray

from variorum.read.page.features import Lexicon, Matrix

_LEAVES = 16  # of a tree at most: their bits fill 16
_ARRAYS = ("feature", "threshold", "left", "right", "value")  # as stored, one row a tree
_FIRST_BIT = np.frexp(np.arange(1 << _LEAVES))[1] - 1  # the place of the one bit that is set
_ROWS = 1024  # rows taken at a time, to keep memory flat on pages of a hundred thousand blocks


class Trees(msgspec.Struct, frozen=True):
    """Trees, their questions side by side.

    A tree's question k sends a row left where its value of `feature` is at most `threshold` (both (questions, trees));
    `left_out` has a bit for each leaf that a row cannot reach once it is sent right. A row reaches the first leaf that
    none of its answers leaves out; `value` (trees, leaves) is what that is worth. All questions are asked at once: on
    whole rows of numpy three times as fast as going down the trees (Lucchese et al. 2015, "QuickScorer").
    """

    feature: NDArray[np.intp]
    threshold: NDArray[np.float32]
    left_out: NDArray[np.uint16]
    value: NDArray[np.float32]

    def judge(self, rows: Matrix) -> NDArray[np.float64]:
        """Return for each row how likely its block is the article's (0 to 1)."""
        parts = [self._judge(rows[start : start + _ROWS]) for start in range(0, len(rows), _ROWS)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _judge(self, rows: Matrix) -> NDArray[np.float64]:
        columns = np.ascontiguousarray(rows.T)
        trees = len(self.value)
        out = np.zeros((trees, len(rows)), dtype=np.uint16)
        for feature, threshold, left_out in zip(self.feature, self.threshold, self.left_out, strict=True):
            right = ~(columns.take(feature, axis=0) <= threshold[:, None])
            out |= right * left_out[:, None]
        # Adding one to the bits of the leaves left out carries to the first that is not.
        leaf = _FIRST_BIT.take(~out & (out + np.uint16(1)))
        worth = self.value.ravel().take(leaf + np.arange(trees)[:, None] * self.value.shape[1])
        score = worth.sum(axis=0, dtype=np.float64)
        judged: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-score))
        return judged


class BlockModel(msgspec.Struct, frozen=True):
    """The trees of both rounds, and the weights of names and words that went into their rows."""

    first: Trees
    second: Trees
    lexicon: Lexicon


@cache
def load_model() -> BlockModel:
    """Return the model that comes with the package."""
    data = resources.files(__package__).joinpath("blocks.npz").read_bytes()
    with np.load(io.BytesIO(data), allow_pickle=False) as stored:
        lexicon = Lexicon(_weights(stored, "names"), _weights(stored, "words"))
        return BlockModel(_read_trees(stored, "first"), _read_trees(stored, "second"), lexicon)


def _read_trees(stored: np.lib.npyio.NpzFile, which: str) -> Trees:
    arrays = [stored[f"{which}_{name}"] for name in _ARRAYS]
    trees = [_Tree(*(array[number].tolist() for array in arrays)) for number in range(len(arrays[0]))]
    return Trees(
        feature=np.array([[each[0] for each in tree.questions] for tree in trees]).T,
        threshold=np.array([[each[1] for each in tree.questions] for tree in trees], dtype=np.float32).T,
        left_out=np.array([[each[2] for each in tree.questions] for tree in trees], dtype=np.uint16).T,
        value=np.array([tree.values for tree in trees], dtype=np.float32),
    )


class _Tree:
    """One tree as it is stored, read into questions (feature, threshold, leaves left out) and values of its leaves.

    A node sends a row left where its feature is at most its threshold; a leaf is its own child and holds its value.
    """

    def __init__(
        self, feature: list[int], threshold: list[float], left: list[int], right: list[int], value: list[float]
    ) -> None:
        self._nodes = list(zip(feature, threshold, left, right, value, strict=True))
        self.questions: list[tuple[int, float, int]] = []
        self.values: list[float] = []
        self._read(0)
        # All trees alike: a question that no row fails, a leaf that no row reaches.
        self.questions += [(0, math.inf, 0)] * (_LEAVES - 1 - len(self.questions))
        self.values += [0.0] * (_LEAVES - len(self.values))

    def _read(self, node: int) -> int:
        """Read what is below a node; return the bits of its leaves."""
        feature, threshold, left, right, value = self._nodes[node]
        if left == node:
            self.values.append(value)
            return 1 << (len(self.values) - 1)
        place = len(self.questions)
        self.questions.append((feature, threshold, 0))
        below = self._read(left)
        self.questions[place] = (feature, threshold, below)
        return below | self._read(right)


def _weights(stored: np.lib.npyio.NpzFile, name: str) -> dict[str, float]:
    keys = stored[name].tobytes().decode("utf-8").split("\n")
    return dict(zip(keys, stored[f"{name}_weight"].astype(float).tolist(), strict=True))
