"""What comparing two values comes to, with the reason in words that a reader understands."""

from __future__ import annotations

from typing import Literal

import msgspec

# same: one value; fits: both can be right (rounding, bounds, one more exact); differs: both cannot be right of one
# thing; unlike: the two do not measure the same and say nothing about each other.
Outcome = Literal["same", "fits", "differs", "unlike"]


class Verdict(msgspec.Struct, frozen=True):
    """The outcome of a comparison, its reason, and how far apart the values are (0 alike to 1 nothing in common)."""

    outcome: Outcome
    reason: str
    distance: float = 0.0
