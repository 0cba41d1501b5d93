"""What readings of one point have to do with one another: agreement, conflict, update, variant, single."""

from __future__ import annotations

from variorum.collate.storyline import Storyline
from variorum.model.record import Finding


def find_findings(storyline: Storyline) -> list[Finding]:
    """Return the findings of a storyline, those that matter most first."""
    return []
