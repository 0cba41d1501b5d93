"""What the network of contradictions is taught: pairs of stretches with the answers to three questions."""

import pickle
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec

from variorum.collate.findings.judged.slots import Encoded


class Row(msgspec.Struct, frozen=True):
    """Two stretches and what is known of them, each answer 0 to 1, or None where it is unknown or cannot be seen.

    `point`: they tell of one point; `excludes`: both cannot be right if they do; `contradicts`: one point, and both
    cannot be right. `weight` is what the pair counts in training; `story` is the real story it comes from, None for
    texts that we wrote, which every network is taught.
    """

    aspect: str
    encoded: Encoded
    point: float | None
    excludes: float | None
    contradicts: float | None
    weight: float
    story: str | None


class Judgement(NamedTuple):
    """What a letter that a reader gave says of a pair, and what it counts."""

    point: float | None
    excludes: float | None
    contradicts: float | None
    weight: float


# What the letters stand for is in training/judged/README.md. Conflicts are the fewest and count most.
JUDGEMENTS = {
    "C": Judgement(1.0, 1.0, 1.0, 4.0),
    "U": Judgement(1.0, 1.0, 1.0, 2.5),
    "B": Judgement(1.0, 0.6, 0.6, 1.5),
    "S": Judgement(1.0, 0.0, 0.0, 1.5),
    "D": Judgement(0.0, None, 0.0, 1.0),
}


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """Write rows as the scripts that teach read them, where variorum is not installed: plain objects."""
    path.write_bytes(pickle.dumps([msgspec.to_builtins(row) for row in rows]))
