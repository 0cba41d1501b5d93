"""What went on from one report to a later one: states of one person or thing in the order of time.

A state goes on where each report that tells a higher step was published after each that tells only lower ones. One
report that tells the higher step earlier is enough to doubt it: then the reports differ, and time does not explain it.
What undoes something ("reopened") tells by itself that it came later; reports of one day need not be in order then.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

import msgspec

from variorum.collate.compare.words import are_opposed
from variorum.collate.findings.deciding.moments import Stretch, moment_of
from variorum.collate.findings.updates.ladders import State, find_states
from variorum.collate.findings.updates.own import is_own
from variorum.collate.storyline import Storyline
from variorum.lang.senses import is_kind_of, relation_of
from variorum.lang.tables import load_words
from variorum.model.span import ReportId

# So many bearers with names are not one.
_SEVERAL = 2


class Progress(msgspec.Struct, frozen=True):
    """States of one person or thing that went on: those of earlier reports, then those of later ones."""

    early: tuple[State, ...]
    late: tuple[State, ...]


def find_progress(storyline: Storyline) -> list[Progress]:
    """Return what went on, by ladder and bearer."""
    moments = {report.id: moment for report in storyline.reports if (moment := moment_of(report)) is not None}
    ladders: dict[tuple[str, str], list[State]] = defaultdict(list)
    for report in storyline.reports:
        for state in find_states(storyline, report) if report.id in moments else ():
            if is_own(storyline, state.spot):
                ladders[str(storyline.story_of(report.id)), state.ladder].append(state)
    found = [_progress_of(group, moments) for key in sorted(ladders) for group in _by_bearer(ladders[key])]
    return [each for each in found if each is not None]


def _by_bearer(states: Sequence[State]) -> list[list[State]]:
    """The states of a ladder by whom or what they are told of.

    Where a noun has one kin among the others ("a motorway", "the highway"), or each report tells of one bearer alone on
    a ladder that a story has hardly more than one on, both are one.
    """
    groups: dict[str, list[State]] = defaultdict(list)
    for state in states:
        groups[state.of].append(state)
    for one in sorted(groups):
        others = [other for other in sorted(groups) if other != one and _are_kin(groups[one], groups[other])]
        if len(others) == 1:
            groups[others[0]] += groups.pop(one)
    bearers: dict[ReportId, set[str]] = defaultdict(set)
    for of, told in groups.items():
        for state in told:
            bearers[state.spot.report].add(of)
    persons = all(state.alone and (state.named or is_kind_of(state.of, "person")) for state in states)
    single = persons and states[0].ladder in load_words("en", "progress", "words", "single")
    named = {of for of, told in groups.items() if any(state.named for state in told)}
    nouns = sorted({state.of for state in states if not state.named})
    apart = any(are_opposed(one, other) for one, other in combinations(nouns, 2))
    if single and not apart and len(named) < _SEVERAL and all(len(each) == 1 for each in bearers.values()):
        return [list(states)]
    return [groups[of] for of in sorted(groups)]


def _are_kin(states: Sequence[State], others: Sequence[State]) -> bool:
    """Whether two nouns can stand for one thing in two reports."""
    one, other = states[0], others[0]
    apart = {state.spot.report for state in states}.isdisjoint(state.spot.report for state in others)
    return apart and not (one.named or other.named) and relation_of(one.of, other.of) in ("same", "wider")


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
        if not any(state.sure and state.known for state in late):
            continue
        pairs = [(moments[one.spot.report], moments[other.spot.report]) for one in early for other in late]
        undoes = states[0].ladder in load_words("en", "progress", "words", "undoing")
        if all(not other.is_before(one) if undoes else one.is_before(other) for one, other in pairs):
            return Progress(tuple(early), tuple(sorted(late, key=lambda state: (not state.sure, state.spot))))
    return None
