"""What rules look at: the sentences of a storyline, and what all of them together tell of one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cached_property

from variorum.collate.findings.deciding.moments import Stretch, moment_of
from variorum.collate.findings.explained.bearers.names_told import people_named, told_in_apposition, told_within
from variorum.collate.findings.explained.moments.seconds import reports_of_second
from variorum.collate.findings.explained.order import Order
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording
from variorum.collate.storyline import Storyline
from variorum.model.span import EntityId, ReportId


class Setting:
    """The sentences of one storyline, with what is asked of all of them read once."""

    def __init__(self, storyline: Storyline, wordings: Sequence[Wording]) -> None:
        self.storyline, self.wordings = storyline, wordings
        self.published: Mapping[ReportId, str | None] = {report.id: report.published for report in storyline.reports}

    def sides(self, pair: Pair) -> tuple[tuple[Wording, Value], tuple[Wording, Value]]:
        """Return the wordings and the values of a pair of typed values."""
        one, other = pair.left.unit.value, pair.right.unit.value
        if one is None or other is None:
            raise ValueError("a pair of words has no values")
        return (self.wordings[pair.left.wording], one), (self.wordings[pair.right.wording], other)

    @cached_property
    def within(self) -> frozenset[tuple[str, str]]:
        """The pairs of places of which the reports say that one lies in the other ("Voss, western Norway")."""
        return told_within(self.wordings)

    @cached_property
    def called(self) -> frozenset[tuple[str, str]]:
        """The pairs of names, folded, of which a report says that one is short for the other."""
        return told_in_apposition(self.wordings)

    @cached_property
    def order(self) -> Order:
        """Which sentence stands before which."""
        return Order(self.wordings)

    @cached_property
    def named(self) -> Mapping[ReportId, Set[str]]:
        """The people whom each report names, as names are compared."""
        return people_named(self.wordings)

    @cached_property
    def second(self) -> Set[ReportId]:
        """The reports that tell that their own happening is the second of its kind within days."""
        return reports_of_second(self.wordings)

    def moments(self, wording: Wording) -> list[Stretch]:
        """Return when the reports that print a sentence were published, as far as they tell."""
        reports = (self.storyline.by_id[report] for report in sorted(wording.reports))
        return [moment for report in reports if (moment := moment_of(report)) is not None]

    def entities(self, wording: Wording, value: Value) -> frozenset[EntityId]:
        """Return the entities across reports that a name in a wording stands for, one for each report at most."""
        entity = value.mention.entity if value.mention is not None else None
        found = {self.storyline.entity_of(report, entity) for report in wording.reports}
        return frozenset(each for each in found if each is not None)
