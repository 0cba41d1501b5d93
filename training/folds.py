"""Which fold an event belongs to, so that no network and no tree is scored on an event that it was taught.

Used by the models that are trained in the folders beside this file: PYTHONPATH=src:training.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence

FOLDS = 4
# The network of slots has no folds: stories of these tenths and later are held out.
HELD_FROM = 7


def event_of(story: str) -> str:
    """Return the event that a story of the public sets tells of: one event stands in two sets under two names.

    An event of the collation set's anchors is `a-EVENT` in `training/judged`; a subtopic of the entity set is
    `ecb-9ecb` there and `ecb-9-9ecb` where the network of slots is taught.
    """
    if story.startswith("ecb-") and story.count("-") == 2:
        return "ecb-" + story.rsplit("-", 1)[1]
    return story.removeprefix("a-")


def fold_of(story: str) -> int:
    """Return the fold (0 to 3) of the event of a story."""
    return int(hashlib.md5(f"f{event_of(story)}".encode()).hexdigest(), 16) % FOLDS


def tenth_of(story: str) -> int:
    """Return which tenth (0 to 9) a story falls into."""
    return int(hashlib.md5(story.encode()).hexdigest(), 16) % 10


def key_of(story: str, encoded: Mapping[str, Sequence[int]]) -> str:
    """Return the name of a pair of stretches in a file of scores: equal pairs of one fold have one score."""
    told = [fold_of(story), *(list(encoded[name]) for name in ("pieces", "sides", "masks"))]
    return hashlib.md5(json.dumps(told).encode()).hexdigest()
