"""What was undertaken, by whom, to whom, how much, and where it stands according to which report."""

from __future__ import annotations

from variorum.collate.storyline import Storyline
from variorum.model.record import Commitment


def keep_ledger(storyline: Storyline) -> list[Commitment]:
    """Return the commitments, those that most reports tell of first."""
    return []
