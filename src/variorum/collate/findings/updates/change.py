"""What reports tell, and what later ones tell of the same."""

from __future__ import annotations

import msgspec

from variorum.collate.findings.written.spots import Spot


class Change(msgspec.Struct, frozen=True):
    """The places of earlier reports that tell something, and those of later ones that tell what became of it."""

    early: tuple[Spot, ...]
    late: tuple[Spot, ...]
