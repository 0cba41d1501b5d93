"""What changed in where commitments stand: pledged by one day's reports, stalled by a later day's."""

from __future__ import annotations

import hashlib
from calendar import month_name
from collections.abc import Sequence

from variorum.collate.storyline import Storyline
from variorum.model.record import Commitment, Finding, LedgerReading
from variorum.model.span import Reading


def find_status_updates(storyline: Storyline, ledger: Sequence[Commitment]) -> list[Finding]:
    """Return an update for each commitment that reports of different days say stands differently."""
    return [found for commitment in ledger if (found := _update(storyline, commitment)) is not None]


def _update(storyline: Storyline, commitment: Commitment) -> Finding | None:
    days = {report.id: report.published[:10] for report in storyline.reports if report.published}
    told = [each for each in commitment.readings if each.attributed_to is None and each.report in days]
    if commitment.amount is None or not told:
        return None
    # By the days of the reports: what one of them tells of July, another may have told in July.
    # A copy tells nothing that its original does not.
    own = [each for each in told if storyline.roots[each.report] == each.report] or told
    told = sorted(own, key=lambda each: days[each.report])
    first = told[0]
    later = [
        each
        for each in told
        if days[each.report] > days[first.report] and _is_news(storyline, first, each, commitment.status)
    ]
    if not later:
        return None
    places = [first, later[-1]]
    readings = tuple(Reading(report=p.report, start=p.start, end=p.end, value=p.status) for p in places)
    key = "\n".join(f"{reading.report} {reading.start} {reading.value}" for reading in readings)
    return Finding(
        id="f" + hashlib.sha256(f"standing\n{key}".encode()).hexdigest()[:12],
        kind="update",
        aspect="status",
        topic=commitment.action,
        why=f"told as {first.status} {_day(days[first.report])}, as {later[-1].status} {_day(days[later[-1].report])}",
        stories=tuple(sorted({storyline.story_of(place.report) for place in places})),
        independent=storyline.count_independent([place.report for place in places]),
        readings=readings,
    )


def _day(published: str) -> str:
    """Return "on 3 March 2026", "in March 2026", as precise as the day is known."""
    year, *rest = published.split("-")
    if not rest or not rest[0].isdigit() or not 1 <= int(rest[0]) <= 12:
        return f"in {year}"
    month = f"{month_name[int(rest[0])]} {year}"
    return f"on {int(rest[1])} {month}" if len(rest) > 1 and rest[1].isdigit() else f"in {month}"


def _is_news(storyline: Storyline, first: LedgerReading, later: LedgerReading, status: str) -> bool:
    """Whether a later witness gives the commitment the status that it has in the end, and not the one it began with."""
    other = storyline.roots[first.report] != storyline.roots[later.report]
    return other and later.status == status != first.status
