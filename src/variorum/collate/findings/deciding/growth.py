"""Counts that grow between the reports: tallies, what runs on by the minute, votes that are still being counted.

Rules of `kinds.py`, told by the words of the sentences and by the order in which their reports were published. Each
gives an update; a variant where nothing tells which count came first.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import permutations

from variorum.collate.findings.deciding.cases import Case, Kind, count_of, is_tally
from variorum.collate.findings.deciding.moments import moment_of
from variorum.collate.findings.explained.moments.estimates import (
    counted_until,
    counts_clicks,
    order_of_moments,
    runs_on,
)
from variorum.collate.findings.explained.tight import is_tight
from variorum.collate.findings.facts.counts.counting import is_of_one_moment
from variorum.collate.findings.pairs import Pair, Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

# Reports overlap: one that was written before another may be published after it.
_MOSTLY = 0.6
# Days after which a report that is published knows what is counted.
_KNOWN_AFTER = timedelta(days=2)
# What a report gives lower than one of a day before was not written earlier.
_FALLEN_AFTER = timedelta(days=1)
# As many values of one tally, in the order of time, are no slip of one report.
_SOME_VALUES = 3
FELL = Kind("conflict", "the later report gives fewer, and none tells that the count was put right")


def grew_with_time(case: Case) -> Kind | None:
    """A tally that is higher in later reports: people killed, customers affected."""
    if case.best.aspect != "figure" or not all(is_tally(side) for side in case.sides) or is_settled(case):
        return None
    moments = {report: moment_of(case.storyline.by_id[report]) for report in {each.report for each in case.readings}}
    if _are_of_one_day(case):
        return None
    rises, falls, apart = 0, 0, timedelta()
    for one, other in permutations(case.readings, 2):
        early, late = moments[one.report], moments[other.report]
        # What a report without a day tells says nothing of the order of the others.
        if early is None or late is None:
            continue
        told = {each.value for each in case.readings if each.report == other.report}
        if early.is_before(late) and isinstance(one.value, float) and isinstance(other.value, float):
            if one.value in told:
                continue
            rises += one.value < other.value
            falls += one.value > other.value
            apart = max(apart, late.start - early.end) if one.value < other.value else apart
    is_told = (
        apart >= _KNOWN_AFTER or len({each.value for each in case.readings}) >= _SOME_VALUES or _is_told_to_rise(case)
    )
    if rises and rises >= _MOSTLY * (rises + falls) and is_told:
        return Kind("update", "the tally rose from report to report, in the order in which they were published")
    return None


def _are_of_one_day(case: Case) -> bool:
    """Whether the surest two were published on one day: that others came later tells nothing of them."""
    left, right = (case.wording_of(side).reports for side in (case.best.left, case.best.right))
    moments = [(moment_of(case.storyline.by_id[a]), moment_of(case.storyline.by_id[b])) for a in left for b in right]
    known = [(one, other) for one, other in moments if one is not None and other is not None]
    return bool(known) and not any(one.is_before(other) or other.is_before(one) for one, other in known)


def is_settled(case: Case) -> bool:
    """Return whether the counts are of what does not change any more: how many were aboard."""
    return all(is_of_one_moment(case.wording_of(side), side.unit) for side in (case.best.left, case.best.right))


def _is_told_to_rise(case: Case) -> bool:
    """Whether a tally's words say that it rises: the least is a lower bound ("at least five"), or the highest is new.

    Two flat counts within a day may as well be a mistake of one of the reports.
    """
    sides = sorted(case.sides, key=lambda side: (count_of(side), side.place))
    quantity = sides[0].unit.value.quantity if sides[0].unit.value is not None else None
    if quantity is not None and quantity.is_least:
        return True
    newer = load_words("en", "tallies", "words", "newer")
    wording, first = case.wording_of(sides[-1]), sides[-1].unit.first
    verb = wording.verb_above(first)
    return any(wording.lemma[i] in newer for i in (*range(max(0, first - 3), first), verb, *wording.children[verb]))


def ran_on(case: Case) -> Kind | None:
    """A count of what only grows, told up to a moment or "so far": the smaller one is the earlier.

    That is so even where nothing tells when any of the reports was published; where something does, it decides.
    """
    best = case.best
    if best.aspect != "figure" or not all(is_tally(side) for side in (best.left, best.right)):
        return None
    low, high = sorted((best.left, best.right), key=lambda side: (count_of(side), side.place))
    wordings = case.wording_of(low), case.wording_of(high)
    values = low.unit.value, high.unit.value
    if values[0] is None or values[1] is None:
        return None
    orders = {order for pair in case.pairs if (order := _order_counted(case, pair)) is not None}
    if orders:
        ran = min(orders) >= 0 and max(orders) > 0
        return Kind("update", "the count ran on between the moments that the reports name") if ran else None
    told = [*zip(wordings, values, strict=True)]
    clicked = not is_tight(best) and all(counts_clicks(wording, value) for wording, value in told if value is not None)
    if not clicked and not any(runs_on(wording, value) for wording, value in told if value is not None):
        return None
    before, after = case.moments_of(low), case.moments_of(high)
    if before and after and max(before) < min(after):
        return Kind("update", "the count ran on between the reports")
    if before and after and max(after) < min(before):
        return None
    if not before and not after:
        return Kind("update", "the count was still running: the lower figure is the earlier one")
    return Kind("variant", "the count was still running, and nothing tells which figure is the later one")


def _order_counted(case: Case, pair: Pair) -> int | None:
    """Which of two counts ran up to the earlier moment: 1 where it is the lower one, None where no moments are told."""
    low, high = sorted((pair.left, pair.right), key=lambda side: (count_of(side), side.place))
    if low.unit.value is None or high.unit.value is None:
        return None
    return order_of_moments(
        counted_until(case.wording_of(low), low.unit.value), counted_until(case.wording_of(high), high.unit.value)
    )


def counted_on(case: Case) -> Kind | None:
    """Votes, shares of them and leads told while they were being counted, and what a later report tells."""
    best = case.best
    if best.aspect != "figure" or not all(_is_of_votes(case.wording_of(side)) for side in (best.left, best.right)):
        return None
    for early, late in ((best.left, best.right), (best.right, best.left)):
        if not _is_partial(case.wording_of(early), early):
            continue
        before, after = case.moments_of(early), case.moments_of(late)
        if before and after and max(before) < min(after):
            return Kind("update", "the votes were still being counted when the earlier report was written")
    return None


def _is_of_votes(wording: Wording) -> bool:
    return not load_words("en", "contests", "words", "votes").isdisjoint(wording.lemma)


def _is_partial(wording: Wording, side: Side) -> bool:
    """Whether a figure is of a count that goes on: told with what was counted by then, or a share at some hour."""
    counted = load_words("en", "contests", "words", "counted")
    districts = load_words("en", "contests", "words", "districts")
    # "After the last of 88 districts had been counted" tells of the end.
    ended = "last" in wording.lemma or "final" in wording.lemma or "all" in wording.lemma
    going = not counted.isdisjoint(wording.lemma) and not districts.isdisjoint(wording.lemma) and not ended
    quantity = side.unit.value.quantity if side.unit.value is not None else None
    share = quantity is not None and quantity.kind == "percent"
    return going or (share and any(each.time is not None and "T" in each.time.value for each in wording.values))


def fallen(case: Case) -> Iterator[Pair]:
    """Yield of a tally that rose the pairs of which the later report, days later, flatly gives the lower count."""
    if len({each.value for each in case.readings}) < _SOME_VALUES or grew_with_time(case) is None:
        return
    for pair in case.pairs:
        high, low = sorted((pair.left, pair.right), key=count_of, reverse=True)
        before, after = case.moments_of(high), case.moments_of(low)
        flat = _is_flat(low) and _is_flat(high, or_least=True)
        if flat and before and after and min(after) - max(before) >= _FALLEN_AFTER:
            yield pair


def _is_flat(side: Side, *, or_least: bool = False) -> bool:
    """Whether a count is told without a bound or a hedge, or else as the least: "more than 200,000"."""
    quantity = side.unit.value.quantity if side.unit.value is not None else None
    if quantity is None or quantity.approximate:
        return False
    return (quantity.low is None and quantity.high is None) or (or_least and quantity.is_least)
