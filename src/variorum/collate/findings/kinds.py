"""Conflict, update or variant: time and scope decide between them (CONTRACT: the kinds of finding).

A table of named rules, tried in order; each gives a kind with its reason, or None. What no rule explains is a conflict.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import permutations

import msgspec

from variorum.collate.findings.estimates import are_two_offers, counted_until, order_of_moments, runs_on
from variorum.collate.findings.moments import moment_of
from variorum.collate.findings.pairs import Pair, Side
from variorum.collate.findings.tight import is_tight
from variorum.collate.findings.trading import are_of_two_moments, is_order_known
from variorum.collate.points import Wording
from variorum.collate.storyline import Storyline
from variorum.lang.tables import load_words
from variorum.model.record import FindingKind
from variorum.model.span import Reading, ReportId

# Reports overlap: one that was written before another may be published after it.
MOSTLY = 0.6
# Whatever is told otherwise days later has changed since.
STATE_APART = timedelta(days=2)
# As many values of one tally, in the order of time, are no slip of one report.
_SOME_VALUES = 3
_PAIR = 2
# Governors of a figure that are looked at.
_STEPS = 7
# Sentences that share less than this beside two amounts need not be about the same deal or moment.
_IN_PASSING = 0.2
_AMOUNTS = frozenset({"money", "percent"})
# Sentences that share so much of their weight beside what differs are one telling.
_ONE_TELLING = 0.8
A_DAY = timedelta(days=1)
_PERIOD = re.compile(r"^\d{4}(-(Q[1-4]|H[12]|\d\d))?$")


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


def kind_of(case: Case) -> Kind:
    """Return what kind of disagreement a point is, and why."""
    for rule in RULES:
        found = rule(case)
        if found is not None:
            return found
    verdict = case.pairs[0].verdict
    return Kind("conflict", verdict.reason if verdict else "the words exclude each other")


def of_two_happenings(case: Case) -> Kind | None:
    """Reports of two stories: what differs between them changed from one to the other."""
    stories = {case.storyline.story_of(reading.report) for reading in case.readings}
    if len(stories) < 2:
        return None
    return Kind("update", "the reports tell of two moments of one affair, and what held then has changed since")


def told_by_one_report(case: Case) -> Kind | None:
    """One report gives both values for the point: it tells of the change itself ("4, corrected to 3")."""
    if case.pairs[0].aspect != "figure":
        return None
    values: dict[ReportId, set[str | float | None]] = defaultdict(set)
    for reading in case.readings:
        values[reading.report].add(reading.value)
    outside = {reading.value for reading in case.readings}
    if len(outside) == 2 and len(values) > 2 and any(len(each) > 1 for each in values.values()):
        return Kind("update", "one report gives both figures: it tells of the change itself")
    return None


def of_two_periods(case: Case) -> Kind | None:
    """Figures that are told of a year and of a quarter, or of two years."""
    best = case.pairs[0]
    if best.aspect != "figure":
        return None
    left, right = (_periods(case, side) for side in (best.left, best.right))
    if not left or not right or left & right:
        return None
    return Kind("variant", "the figures are for different spans of time")


def _periods(case: Case, side: Side) -> set[str]:
    """The years, halves, quarters and months that a side's sentence names, as TIMEX3 values.

    Of "the last quarter of 2025" only the quarter.
    """
    times = (value.time for value in case.wordings[side.wording].values)
    named = {time.value for time in times if time is not None and _PERIOD.match(time.value)}
    return {each for each in named if not any(other.startswith(f"{each}-") for other in named)}


def in_addition(case: Case) -> Kind | None:
    """A figure that was added to the other or is a further one ("an additional 2.5 million")."""
    best = case.pairs[0]
    added = load_words("en", "tallies", "words", "added") - {"more"}
    if best.aspect != "figure":
        return None
    for side in (best.left, best.right):
        wording, first = case.wordings[side.wording], side.unit.first
        if any(wording.lemma[i] in added for i in range(max(0, first - 2), first)):
            return Kind("variant", "one of the figures is what came in addition to others")
    return None


def of_two_scopes(case: Case) -> Kind | None:
    """Sums of which one is told to hold or to leave out something ("$149 billion including debt")."""
    best = case.pairs[0]
    told = [_is_scoped(case.wordings[side.wording], side) for side in (best.left, best.right)]
    if best.aspect != "figure" or told[0] == told[1]:
        return None
    return Kind("variant", "one of the sums is told to hold or to leave out something")


def _is_scoped(wording: Wording, side: Side) -> bool:
    value = side.unit.value
    if value is None or value.quantity is None or value.quantity.kind != "money":
        return False
    scoping = load_words("en", "apart", "words", "scoping")
    return any(wording.lemma[i] in scoping for i in range(value.end, min(value.end + 2, len(wording))))


def moved_in_trading(case: Case) -> Kind | None:
    """A price told of two moments of trading; a variant where nothing tells which of them came first."""
    best = case.pairs[0]
    if best.aspect != "figure" or not are_of_two_moments(case.wordings, best):
        return None
    if is_order_known(case.storyline, case.wordings, best):
        return Kind("update", "the price moved: the reports tell of two moments of trading")
    return Kind("variant", "the price moved, and at least one of the reports tells of a moment of trading")


def judged_anew(case: Case) -> Kind | None:
    """An estimate, a forecast or a toll that one report tells to have been raised or lowered to its figure."""
    best = case.pairs[0]
    if best.aspect != "figure":
        return None
    for new, old in ((best.left, best.right), (best.right, best.left)):
        way = _told_way(case.wordings[new.wording], new)
        apart = _count(new) - _count(old)
        if way == 0 or way * apart <= 0 or _told_way(case.wordings[old.wording], old) == way:
            continue
        before, after = _moments(case, old), _moments(case, new)
        if not (before and after and max(after) < min(before)):
            return Kind("update", "one report tells that the figure was judged anew, and gives the later one")
    return None


def _told_way(wording: Wording, side: Side) -> int:
    """Whether a figure is what an estimate was raised (1) or lowered (-1) to; 0 for any other."""
    judged, raised, lowered = (load_words("en", "apart", "words", name) for name in ("judged", "raised", "lowered"))
    first = side.unit.value.first if side.unit.value is not None else side.unit.first
    if "to" not in wording.lemma[max(0, first - 2) : first]:
        return 0
    # What the parser hangs "to" on is often the last verb before it: "its estimate of users whom it exposed to 8,000".
    index = first
    for _ in range(_STEPS):
        index = wording.head[index]
        if not {wording.lemma[i] for i in wording.children[index]}.isdisjoint(judged):
            way = (wording.lemma[index] in raised) - (wording.lemma[index] in lowered)
            if way:
                return way
    return 0


def offered_anew(case: Case) -> Kind | None:
    """A first offer and one that is told to be a later one."""
    best = case.pairs[0]
    left, right = best.left.unit.value, best.right.unit.value
    if left is None or right is None:
        return None
    if are_two_offers(case.wordings[best.left.wording], left, case.wordings[best.right.wording], right):
        return Kind("update", "one is the first offer, the other one a later one")
    return None


def ran_on(case: Case) -> Kind | None:
    """A count of what only grows, told up to a moment or "so far": the smaller one is the earlier."""
    best = case.pairs[0]
    if best.aspect != "figure" or not all(_is_tally(case, side) for side in (best.left, best.right)):
        return None
    low, high = sorted((best.left, best.right), key=lambda side: (_count(side), side.place))
    wordings = case.wordings[low.wording], case.wordings[high.wording]
    values = low.unit.value, high.unit.value
    if values[0] is None or values[1] is None:
        return None
    order = order_of_moments(counted_until(wordings[0], values[0]), counted_until(wordings[1], values[1]))
    if order is not None:
        return Kind("update", "the count ran on between the moments that the reports name") if order > 0 else None
    if not any(runs_on(wording, value) for wording, value in zip(wordings, values, strict=True) if value is not None):
        return None
    before, after = _moments(case, low), _moments(case, high)
    if before and after and max(before) < min(after):
        return Kind("update", "the count ran on between the reports")
    if before and after and max(after) < min(before):
        return None
    return Kind("variant", "the count was still running, and nothing tells which figure is the later one")


def grew_with_time(case: Case) -> Kind | None:
    """A tally that is higher in later reports: people killed, customers affected."""
    if case.pairs[0].aspect != "figure" or not all(_is_tally(case, side) for side in _sides(case.pairs)):
        return None
    moments = {report: moment_of(case.storyline.by_id[report]) for report in {each.report for each in case.readings}}
    rises, falls, apart = 0, 0, timedelta()
    for one, other in permutations(case.readings, 2):
        early, late = moments[one.report], moments[other.report]
        if early is None or late is None:
            return None
        told = {each.value for each in case.readings if each.report == other.report}
        if early.is_before(late) and isinstance(one.value, float) and isinstance(other.value, float):
            if one.value in told:
                continue
            rises += one.value < other.value
            falls += one.value > other.value
            apart = max(apart, late.start - early.end) if one.value < other.value else apart
    is_told = (
        apart >= STATE_APART or len({each.value for each in case.readings}) >= _SOME_VALUES or _is_told_to_rise(case)
    )
    if rises and rises >= MOSTLY * (rises + falls) and is_told:
        return Kind("update", "the tally rose from report to report, in the order in which they were published")
    return None


def _is_told_to_rise(case: Case) -> bool:
    """Whether a tally's words say that it rises: the least is a lower bound ("at least five"), or the highest is new.

    Two flat counts within a day may as well be a mistake of one of the reports.
    """
    sides = sorted(_sides(case.pairs), key=lambda side: (_count(side), side.place))
    quantity = sides[0].unit.value.quantity if sides[0].unit.value is not None else None
    if quantity is not None and quantity.low is not None and quantity.high is None:
        return True
    newer = load_words("en", "tallies", "words", "newer")
    wording, first = case.wordings[sides[-1].wording], sides[-1].unit.first
    return any(wording.lemma[i] in newer for i in range(max(0, first - 3), first))


def _count(side: Side) -> float:
    quantity = side.unit.value.quantity if side.unit.value is not None else None
    return quantity.value or 0.0 if quantity is not None else 0.0


def days_apart(case: Case) -> Kind | None:
    """A state or a count that reports of different days tell differently."""
    best = case.pairs[0]
    if best.aspect not in ("status", "figure") or not _may_change(case, best):
        return None
    left, right = (_moments(case, side) for side in (best.left, best.right))
    if not left or not right:
        return None
    if min(right) - max(left) < STATE_APART and min(left) - max(right) < STATE_APART:
        return None
    if best.aspect == "figure" and all(_is_told_as_past(case, side) for side in (best.left, best.right)):
        return None
    # One sentence printed on different days with a word exchanged is the same telling: nothing has changed since.
    if best.aspect == "status" and (is_tight(best) or best.shared >= _ONE_TELLING):
        return None
    if best.aspect == "status" and not best.related:
        return Kind("variant", "the reports are days apart, and their words do not exclude each other")
    return Kind("update", "the reports are days apart, and the later one tells what holds since")


def _is_told_as_past(case: Case, side: Side) -> bool:
    """Whether a figure is of what was and is over ("had 129 people on board"): no later day changes it."""
    wording = case.wordings[side.wording]
    return wording.tag[wording.verb_above(side.unit.end - 1)] == "VBD"


def put_forward_anew(case: Case) -> Kind | None:
    """An offer, a forecast or a price that reports of a later day give otherwise."""
    best = case.pairs[0]
    proposed = load_words("en", "relations", "proposed")
    if best.aspect != "figure" or not all(
        proposed & _words_around(case.wordings[side.wording], side) for side in (best.left, best.right)
    ):
        return None
    left, right = (_moments(case, side) for side in (best.left, best.right))
    if left and right and (min(right) - max(left) >= A_DAY or min(left) - max(right) >= A_DAY):
        return Kind("update", "it was put forward anew: reports of a later day give another figure")
    return None


def _words_around(wording: Wording, side: Side) -> set[str]:
    """The lemmas that govern a side, and of what hangs on those."""
    index, found = side.unit.end - 1, set()
    for _ in range(4):
        index = wording.head[index]
        found.update({wording.lemma[index], *(wording.lemma[child] for child in wording.children[index])})
    return found


def _moments(case: Case, side: Side) -> list[datetime]:
    """When the reports that print a side's sentence were published, as far as that is known."""
    moments = (_moment(case.storyline, report) for report in case.wordings[side.wording].reports)
    return [moment for moment in moments if moment is not None]


def came_to_pass(case: Case) -> Kind | None:
    """What an earlier report expects, a later one tells as done or not done."""
    best = case.pairs[0]
    if best.aspect != "status":
        return None
    left, right = case.wordings[best.left.wording], case.wordings[best.right.wording]
    ahead_left, ahead_right = _looks_ahead(left, best.left), _looks_ahead(right, best.right)
    if ahead_left == ahead_right:
        return None
    early, late = (left, right) if ahead_left else (right, left)
    earlier = [m for report in early.reports if (m := _moment(case.storyline, report)) is not None]
    later = [m for report in late.reports if (m := _moment(case.storyline, report)) is not None]
    if earlier and later and max(earlier) < min(later):
        return Kind("update", "the earlier report tells what was expected, the later one what came of it")
    return None


def both_at_least(case: Case) -> Kind | None:
    """Two counts that are both given as the least ("at least 21", "at least 30"): both can hold."""
    quantities = [side.unit.value.quantity for side in _sides(case.pairs[:1]) if side.unit.value is not None]
    if len(quantities) < _PAIR or any(each is None or each.low is None or each.high is not None for each in quantities):
        return None
    return Kind("variant", "both figures are given as the least, and the higher one holds the lower")


def told_in_passing(case: Case) -> Kind | None:
    """Sums and shares in sentences that agree on hardly anything else: scope or moment may explain them."""
    best = case.pairs[0]
    amounts = [side.unit.value.quantity for side in (best.left, best.right) if side.unit.value is not None]
    if best.shared >= _IN_PASSING or not all(each is not None and each.kind in _AMOUNTS for each in amounts):
        return None
    return Kind("variant", "the sentences agree on little else, so that scope or moment may explain the amounts")


RULES: tuple[Callable[[Case], Kind | None], ...] = (
    of_two_happenings,
    told_by_one_report,
    of_two_periods,
    in_addition,
    put_forward_anew,
    of_two_scopes,
    moved_in_trading,
    judged_anew,
    offered_anew,
    grew_with_time,
    ran_on,
    came_to_pass,
    days_apart,
    both_at_least,
    told_in_passing,
)


def _sides(pairs: Sequence[Pair]) -> list[Side]:
    return [side for pair in pairs for side in (pair.left, pair.right)]


def _is_tally(case: Case, side: Side) -> bool:
    """Whether a figure counts something that reports keep counting: a bare count, not an age, a year or a measure."""
    value = side.unit.value
    return value is not None and value.quantity is not None and value.quantity.kind == "count"


def _may_change(case: Case, pair: Pair) -> bool:
    if pair.aspect == "status":
        return True
    return all(_is_tally(case, side) for side in (pair.left, pair.right))


def _looks_ahead(wording: Wording, side: Side) -> bool:
    ahead = load_words("en", "status", "ahead")
    verb = wording.verb_above(side.unit.end - 1)
    near = [*wording.children[verb], wording.head[verb], *side.unit.range]
    return any(wording.lemma[index] in ahead for index in near)


def _moment(storyline: Storyline, report: ReportId) -> datetime | None:
    """Return when a report was published; a day without a time counts from its midnight."""
    published = storyline.by_id[report].published
    if published is None or len(published) < 10:
        return None
    moment = datetime.fromisoformat(published.replace("Z", "+00:00"))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
