"""What a quality task gives back, and where the public sets lie."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from variorum import pipeline
from variorum.model.record import Finding

BENCH = Path(os.environ.get("VARIORUM_BENCH", Path(__file__).parents[3] / "shared" / "bench"))
# What makes findings of the reports of one story, given its name.
Collate = Callable[[Sequence[Mapping[str, Any]], str], Sequence[Finding]]


class Measured(msgspec.Struct, frozen=True):
    """One run of a task.

    `figures` are the numbers that floors are set for, higher is better. `cases` tells for each case, by an id that
    carries none of the set's text, how it came out ("right", "wrong", "missing"), so that runs can be compared.
    """

    figures: dict[str, float]
    cases: dict[str, str]


def collate(reports: Sequence[Mapping[str, Any]], story: str) -> Sequence[Finding]:
    """Return our findings of the reports of one story."""
    (record,) = pipeline.collate(list(reports), story=story)
    return record.findings
