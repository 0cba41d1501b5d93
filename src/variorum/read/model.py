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
        trees = np.arange(len(self.feature))[None, :]
        places = np.arange(len(rows))[:, None]
        here = np.zeros((len(rows), len(self.feature)), dtype=np.int16)
        for _ in range(self.depth):
            low = rows[places, self.feature[trees, here]] <= self.threshold[trees, here]
            here = np.where(low, self.left[trees, here], self.right[trees, here])
        score = self.value[trees, here].sum(axis=1, dtype=np.float64)
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
