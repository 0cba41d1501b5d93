"""Can two stretches both be right, if they tell of one point? Told by a second small trained cross-encoder.

It reads two sentences with the stretches shown, which the network of `slots.py` does not see, so that it can tell
"revellers" and "party-goers" from "car" and "truck". Trained by `training/contradictions` on stories that
we wrote with every point marked, on sets of contrasts and on pairs of real reports judged by hand; see
docs/models/contradictions.md.
"""

from __future__ import annotations

import msgspec

from variorum.collate.differences import Difference
from variorum.collate.findings.judged.slots import load_reader, slot_of


class Contradiction(msgspec.Struct, frozen=True):
    """What the network tells of two stretches, each 0 to 1.

    `point` is how likely they tell of one point, `excludes` how likely both cannot be right if they do, `contradicts`
    how likely both is so: asked as a question of its own, since the answers to the first two are not independent.
    """

    point: float
    excludes: float
    contradicts: float


def judge_contradiction(difference: Difference) -> Contradiction:
    """Return what the network tells of a difference."""
    one = slot_of(difference.alignment.left, difference.left, shown=True)
    other = slot_of(difference.alignment.right, difference.right, shown=True)
    return Contradiction(*load_reader("contradictions").read(one, other))
