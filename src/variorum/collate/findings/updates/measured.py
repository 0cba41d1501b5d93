"""Measures that are kept like tallies: how much has burned, how much of a fire is contained, how much was given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from variorum.collate.findings.counting.tallies import Tally, tells_newer
from variorum.collate.findings.deciding.moments import looks_back
from variorum.collate.findings.facts.measures.measures import find_measures
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

# A sentence that names a time so long before the first report tells of another fire.
_BACK = timedelta(days=30)


def find_measured(wordings: Sequence[Wording], since: date | None) -> Iterator[Tally]:
    """Yield what sentences measure of what goes on. `since` is the day of the first report, None if unknown."""
    tallied = load_words("en", "measures", "words", "tallied")
    for fact in find_measures(wordings):
        frame, _, _ = fact.about.partition(" ")
        wording, unit = wordings[fact.side.wording], fact.side.unit
        if frame not in tallied or unit.value is None or looks_back(wording, unit.first, since, _BACK):
            continue
        yield Tally(
            side=fact.side,
            act=frame,
            counted="",
            scope=frozenset(),
            acted=frozenset(),
            known=True,
            newer=tells_newer(wording, unit, wording.verb_above(unit.first), "newer"),
            revised=tells_newer(wording, unit, wording.verb_above(unit.first), "revised"),
        )
