"""What went on from one report to a later one: states of one person or thing in the order of time.

A state goes on where each report that tells a higher step was published after each that tells only lower ones. One
report that tells the higher step earlier is enough to doubt it: then the reports differ, and time does not explain it.
What undoes something ("reopened") tells by itself that it came later; reports of one day need not be in order then.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from variorum.collate.findings.moments import Stretch, moment_of
from variorum.collate.findings.updates.ladders import State, find_states
from variorum.collate.findings.updates.own import is_own
from variorum.collate.storyline import Storyline
from variorum.lang.tables import load_words
from variorum.model.span import ReportId


class Progress(msgspec.Struct, frozen=True):
    """States of one person or thing that went on: those of earlier reports, then those of later ones."""

    early: tuple[State, ...]
    late: tuple[State, ...]


def find_progress(storyline: Storyline) -> list[Progress]:
    """Return what went on, by ladder and bearer."""
    moments = {report.id: moment for report in storyline.reports if (moment := moment_of(report)) is not None}
    groups: dict[tuple[str, str, str], list[State]] = defaultdict(list)
    for report in storyline.reports:
        for state in find_states(storyline, report) if report.id in moments else ():
            if is_own(storyline, state.spot):
                groups[str(storyline.story_of(report.id)), state.ladder, state.of].append(state)
    found = [_progress_of(groups[key], moments) for key in sorted(groups)]
    return [each for each in found if each is not None]


def _progress_of(states: Sequence[State], moments: Mapping[ReportId, Stretch]) -> Progress | None:
    """What went on between the reports that tell some states of one bearer, None where nothing did."""
    highest: dict[ReportId, State] = {}
    for state in states:
        known = highest.get(state.spot.report)
        if known is None or state.rank > known.rank:
            highest[state.spot.report] = state
    ranks = sorted({state.rank for state in highest.values()})
    for rank in ranks[1:]:
        early = [state for state in highest.values() if state.rank < rank]
        late = [state for state in highest.values() if state.rank >= rank]
        if not any(state.sure for state in late):
            continue
        pairs = [(moments[one.spot.report], moments[other.spot.report]) for one in early for other in late]
        undoes = states[0].ladder in load_words("en", "progress", "words", "undoing")
        if all(not other.is_before(one) if undoes else one.is_before(other) for one, other in pairs):
            return Progress(tuple(early), tuple(sorted(late, key=lambda state: (not state.sure, state.spot))))
    return None
