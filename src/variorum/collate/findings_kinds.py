"""Conflict, update or variant: time and scope decide between them."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.collate.findings_points import Pair
from variorum.collate.points import Wording
from variorum.collate.storyline import Storyline
from variorum.model.record import FindingKind
from variorum.model.span import Reading


def kind_of(
    storyline: Storyline, wordings: Sequence[Wording], pairs: Sequence[Pair], readings: Sequence[Reading]
) -> FindingKind:
    """Return what kind of disagreement some pairs of one point make."""
    return "conflict"
