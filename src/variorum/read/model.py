"""The model that says which blocks of a page are the article: boosted trees over the rows of `features.py`.

Learnt by `benchmarks/training/blocks.py`, kept as plain arrays in `blocks.npz`; docs/models/blocks.md is its card.
"""

from __future__ import annotations

import io
from functools import cache
from importlib import resources

import msgspec
import numpy as np
from numpy.typing import NDArray

from variorum.read.features import Lexicon, Matrix

_ROWS = 1024  # rows taken at a time, to keep memory flat on pages of a hundred thousand blocks


class BlockModel(msgspec.Struct, frozen=True):
    """Trees as arrays of (trees, nodes), and the weights of names and words that went into their rows.

    A node with `feature` f sends a row left where its value is at most `threshold`; a leaf is its own child on both
    sides and holds its value. `depth` is the longest way from root to leaf.
    """

    feature: NDArray[np.int16]
    threshold: NDArray[np.float32]
    left: NDArray[np.int16]
    right: NDArray[np.int16]
    value: NDArray[np.float32]
    depth: int
    lexicon: Lexicon

    def judge(self, rows: Matrix) -> NDArray[np.float64]:
        """Return for each row how likely its block is the article's (0 to 1)."""
        parts = [self._judge(rows[start : start + _ROWS]) for start in range(0, len(rows), _ROWS)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _judge(self, rows: Matrix) -> NDArray[np.float64]:
        # Flat arrays and one number for each node: three times as fast as tables indexed by tree and node.
        trees, nodes = self.feature.shape
        base = np.repeat(np.arange(trees, dtype=np.int32) * nodes, len(rows))
        columns = np.ascontiguousarray(rows.T).ravel()
        row = np.tile(np.arange(len(rows), dtype=np.int32), trees)
        feature = self.feature.ravel().astype(np.int32) * len(rows)
        threshold, left, right = self.threshold.ravel(), self.left.ravel(), self.right.ravel()
        here = base
        for _ in range(self.depth):
            low = columns.take(feature.take(here) + row) <= threshold.take(here)
            here = base + np.where(low, left.take(here), right.take(here))
        score = self.value.ravel().take(here).reshape(trees, len(rows)).sum(axis=0, dtype=np.float64)
        judged: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-score))
        return judged


@cache
def load_model() -> BlockModel:
    """Return the model that comes with the package."""
    data = resources.files("variorum.read").joinpath("blocks.npz").read_bytes()
    with np.load(io.BytesIO(data), allow_pickle=False) as stored:
        lexicon = Lexicon(_weights(stored, "names"), _weights(stored, "words"))
        return BlockModel(
            feature=stored["feature"],
            threshold=stored["threshold"],
            left=stored["left"],
            right=stored["right"],
            value=stored["value"],
            depth=int(stored["depth"]),
            lexicon=lexicon,
        )


def _weights(stored: np.lib.npyio.NpzFile, name: str) -> dict[str, float]:
    keys = stored[name].tobytes().decode("utf-8").split("\n")
    return dict(zip(keys, stored[f"{name}_weight"].astype(float).tolist(), strict=True))
