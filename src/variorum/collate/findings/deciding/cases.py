"""One point of disagreement, as the rules that name its kind look at it, and what they read of its sides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec

from variorum.collate.findings.deciding.moments import moment_of
from variorum.collate.findings.pairs import Pair, Side
from variorum.collate.points import Wording
from variorum.collate.storyline import Storyline
from variorum.model.record import FindingKind
from variorum.model.span import Reading


class Kind(msgspec.Struct, frozen=True):
    """A kind of disagreement and the reason for it, in plain words."""

    kind: FindingKind
    reason: str


class Case(msgspec.Struct, frozen=True):
    """What the rules look at: a storyline, the pairs of one point (the surest first) and the point's readings."""

    storyline: Storyline
    wordings: Sequence[Wording]
    pairs: Sequence[Pair]
    readings: Sequence[Reading]

    @property
    def best(self) -> Pair:
        """The surest pair."""
        return self.pairs[0]

    @property
    def sides(self) -> list[Side]:
        """The sides of all pairs."""
        return [side for pair in self.pairs for side in (pair.left, pair.right)]

    def wording_of(self, side: Side) -> Wording:
        """Return the sentence of a side."""
        return self.wordings[side.wording]

    def moments_of(self, side: Side) -> list[datetime]:
        """Return when the reports that print a side's sentence were published, as far as that is known.

        A day without a time counts from its midnight.
        """
        moments = (moment_of(self.storyline.by_id[report]) for report in self.wording_of(side).reports)
        return [moment.start for moment in moments if moment is not None]


def is_tally(side: Side) -> bool:
    """Return whether a figure counts what reports keep counting: a bare count, not an age, a year or a measure."""
    value = side.unit.value
    return value is not None and value.quantity is not None and value.quantity.kind == "count"


def count_of(side: Side) -> float:
    """Return the figure of a side; 0 where it has none."""
    quantity = side.unit.value.quantity if side.unit.value is not None else None
    return quantity.value or 0.0 if quantity is not None else 0.0
