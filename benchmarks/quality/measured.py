"""What a quality task gives back, and where the public sets lie."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

BENCH = Path(os.environ.get("VARIORUM_BENCH", Path(__file__).parents[3] / "shared" / "bench"))


class Measured(msgspec.Struct, frozen=True):
    """One run of a task.

    `figures` are the numbers that floors are set for, higher is better. `cases` tells for each case, by an id that
    carries none of the set's text, how it came out ("right", "wrong", "missing"), so that runs can be compared.
    """

    figures: dict[str, float]
    cases: dict[str, str]
