"""Can two stretches both be right, if they tell of one point? Told by a second small trained cross-encoder.

It reads two sentences with the stretches shown, which the network of `slots.py` does not see, so that it can tell
"revellers" and "party-goers" from "car" and "truck". Trained by `training/contradictions` on stories that
we wrote with every point marked and on pairs of real reports judged by hand; see docs/models/contradictions.md.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources
from math import exp
from pathlib import Path

import msgspec
import numpy as np

from variorum.collate.differences import Difference
from variorum.collate.findings.slots import Slot, encode_slots, slot_of
from variorum.text.network import open_network
from variorum.text.wordpieces import load_vocabulary


class Contradiction(msgspec.Struct, frozen=True):
    """What the network tells of two stretches, each 0 to 1.

    `point` is how likely they tell of one point, `excludes` how likely both cannot be right if they do.
    """

    point: float
    excludes: float


class ContradictionJudge:
    """The network and its vocabulary; one a process."""

    def __init__(self, folder: Path) -> None:
        self.session = open_network(folder / "contradictions.onnx")
        self.vocabulary = load_vocabulary()
        self.judge = lru_cache(maxsize=100_000)(self._judge)

    def _judge(self, one: Slot, other: Slot) -> Contradiction:
        """Return what the network tells of two slots and what fills them.

        One pair at a time: the scales of int8 follow from what is run together, and a pair must not depend on others.
        """
        encoded = encode_slots(one, other, self.vocabulary)
        feed = {
            "pieces": np.array([encoded.pieces], dtype=np.int64),
            "sides": np.array([encoded.sides], dtype=np.int64),
            "masks": np.array([encoded.masks], dtype=np.int64),
        }
        (logits,) = self.session.run(None, feed)
        point, excludes = (1.0 / (1.0 + exp(-float(logit))) for logit in logits.ravel())
        return Contradiction(point, excludes)


@cache
def load_contradiction_judge() -> ContradictionJudge:
    """Return the judge that ships with the package, loaded once a process."""
    with resources.as_file(resources.files(__package__).joinpath("model")) as folder:
        return ContradictionJudge(folder)


def judge_contradiction(difference: Difference) -> Contradiction:
    """Return what the network tells of a difference."""
    judge = load_contradiction_judge().judge
    left, right = difference.alignment.left, difference.alignment.right
    return judge(slot_of(left, difference.left, shown=True), slot_of(right, difference.right, shown=True))
