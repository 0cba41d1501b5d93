"""Values that differ because something changed between them: a toll rose, a price moved, a forecast was judged anew.

Rules of `kinds.py`, told by the words of the sentences and by the order in which their reports were published. Each
gives an update; a variant where a change is told but not which value came first.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta

from variorum.collate.compare.dates import seconds_of
from variorum.collate.differences import top_of
from variorum.collate.findings.deciding.cases import Case, Kind, count_of, is_tally
from variorum.collate.findings.deciding.growth import is_settled
from variorum.collate.findings.deciding.moments import first_day, looks_back, moment_of
from variorum.collate.findings.explained.moments.estimates import are_two_offers
from variorum.collate.findings.explained.moments.trading import are_of_two_moments, is_order_known
from variorum.collate.findings.explained.tight import is_tight
from variorum.collate.findings.pairs import Pair, Side
from variorum.collate.findings.written.spots import value_of
from variorum.collate.points import Wording
from variorum.lang.tables import load_words
from variorum.model.span import ReportId

# Whatever is told otherwise days later has changed since.
_STATE_APART = timedelta(days=2)
# Governors of a figure that are looked at.
_STEPS = 7
# Sentences that share so much of their weight beside what differs are one telling.
_ONE_TELLING = 0.8
_A_DAY = timedelta(days=1)
# An offer of so long before the first report is not put forward between two reports.
_LONG_PAST = timedelta(days=30)
# Words from an ordinal to the day that it counts.
_NEAR = 3


def of_two_happenings(case: Case) -> Kind | None:
    """Reports of two stories: what differs between them changed from one to the other."""
    stories = {case.storyline.story_of(reading.report) for reading in case.readings}
    if len(stories) < 2 or _is_told_both_ways(case):
        return None
    return Kind("update", "the reports tell of two moments of one affair, and what held then has changed since")


def told_by_one_report(case: Case) -> Kind | None:
    """One report gives both values for the point: it tells of the change itself ("4, corrected to 3")."""
    if case.best.aspect != "figure":
        return None
    values: dict[ReportId, set[str | float | None]] = defaultdict(set)
    for reading in case.readings:
        values[reading.report].add(reading.value)
    outside = {reading.value for reading in case.readings}
    if len(outside) == 2 and len(values) > 2 and any(len(each) > 1 for each in values.values()):
        return Kind("update", "one report gives both figures: it tells of the change itself")
    return None


def moved_in_trading(case: Case) -> Kind | None:
    """A price told of two moments of trading; a variant where nothing tells which of any two of them came first."""
    best = case.best
    if best.aspect != "figure" or not are_of_two_moments(case.wordings, best):
        return None
    moved = (pair for pair in case.pairs if are_of_two_moments(case.wordings, pair))
    if any(is_order_known(case.storyline, case.wordings, pair) for pair in moved):
        return Kind("update", "the price moved: the reports tell of two moments of trading")
    return Kind("variant", "the price moved, and at least one of the reports tells of a moment of trading")


def judged_anew(case: Case) -> Kind | None:
    """An estimate, a forecast or a toll that one report tells to have been raised or lowered, or to be a first one.

    What one pair of the point's sentences tells holds for all: the others repeat their figures.
    """
    if case.best.aspect != "figure":
        return None
    for pair in case.pairs:
        for new, old in ((pair.left, pair.right), (pair.right, pair.left)):
            before, after = case.moments_of(old), case.moments_of(new)
            if before and after and max(after) < min(before):
                continue
            if _is_raised(case, new, old):
                return Kind("update", "one report tells that the figure was judged anew, and gives the later one")
            ordered = bool(before and after) and max(before) < min(after)
            if ordered and _is_first(case.wording_of(old), old) and not _is_first(case.wording_of(new), new):
                return Kind("update", "the earlier report tells its figure as a first one, the later one gives another")
    return None


def _is_raised(case: Case, new: Side, old: Side) -> bool:
    """Whether a figure is told to be what another one was raised or lowered to."""
    way, apart = _told_way(case.wording_of(new), new), count_of(new) - count_of(old)
    return way * apart > 0 and _told_way(case.wording_of(old), old) != way


def _is_first(wording: Wording, side: Side) -> bool:
    """Whether a figure is told as one that others will follow: "a preliminary magnitude of 6.1"."""
    first = load_words("en", "apart", "words", "preliminary")
    index = side.unit.end - 1
    near = {*wording.children[index], *range(max(0, side.unit.first - _NEAR), side.unit.first)}
    for _ in range(_NEAR):
        index = wording.head[index]
        near.update(i for i in wording.children[index] if wording.dep[i] == "amod")
    return any(wording.lemma[i] in first for i in near)


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
    best = case.best
    left, right = best.left.unit.value, best.right.unit.value
    if left is None or right is None:
        return None
    if are_two_offers(case.wording_of(best.left), left, case.wording_of(best.right), right):
        return Kind("update", "one is the first offer, the other one a later one")
    return None


def put_forward_anew(case: Case) -> Kind | None:
    """An offer, a forecast or a price that reports of a later day give otherwise; not one that is long past."""
    best = case.best
    sides = (best.left, best.right)
    proposed = load_words("en", "relations", "proposed")
    if best.aspect != "figure" or not all(proposed & _words_around(case.wording_of(side), side) for side in sides):
        return None
    since = first_day(case.storyline.reports)
    if any(looks_back(case.wording_of(side), side.unit.first, since, _LONG_PAST) for side in sides):
        return None
    left, right = (case.moments_of(side) for side in (best.left, best.right))
    if left and right and (min(right) - max(left) >= _A_DAY or min(left) - max(right) >= _A_DAY):
        return Kind("update", "it was put forward anew: reports of a later day give another figure")
    return None


def put_off(case: Case) -> Kind | None:
    """A day on which something is planned, and one that is told to have been the plan before."""
    best = case.best
    if best.aspect != "date":
        return None
    plans = [_former_plan(case.wording_of(side), side) for side in (best.left, best.right)]
    if None not in plans and plans[0] != plans[1]:
        return Kind("update", "one report tells what was planned before, the other one the plan of its own day")
    return None


def _former_plan(wording: Wording, side: Side) -> bool | None:
    """Whether a sentence tells that something was planned for a day before; None where nothing is or was."""
    planning = load_words("en", "estimates", "words", "planning")
    index, planned = side.unit.end - 1, False
    for _ in range(_STEPS):
        planned |= wording.lemma[index] in planning
        index = wording.head[index]
    formerly = load_words("en", "updates", "corrections", "formerly")
    told = any(wording.word(i).casefold() in formerly and wording.pos[i] == "ADV" for i in range(len(wording)))
    return told if planned else None


def _words_around(wording: Wording, side: Side) -> set[str]:
    """The lemmas that govern a side, and of what hangs on those."""
    index, found = side.unit.end - 1, set()
    for _ in range(4):
        index = wording.head[index]
        found.update({wording.lemma[index], *(wording.lemma[child] for child in wording.children[index])})
    return found


def of_two_days(case: Case) -> Kind | None:
    """How many days something has gone on, in reports that are so many days apart or of days that are not known."""
    best = case.best
    sides = (best.left, best.right)
    if best.aspect != "figure" or not all(_counts_days(case.wording_of(side), side) for side in sides):
        return None
    low, high = sorted(sides, key=lambda side: (count_of(side), side.place))
    before, after = case.moments_of(low), case.moments_of(high)
    if not before or not after:
        return Kind("variant", "it went on from day to day, and nothing tells the days of the reports")
    passed = (min(after) - max(before)) / _A_DAY
    if passed > 0 and abs(passed - (count_of(high) - count_of(low))) <= 1.0:
        return Kind("update", "it went on from day to day, and the reports are as many days apart")
    return None


def lasted_longer(case: Case) -> Kind | None:
    """How long something has gone on, longer by about what lies between the reports: "50 hours by now", "85 hours"."""
    lengths = [(_seconds(side), side) for side in (case.best.left, case.best.right)]
    (short, low), (long, high) = sorted(lengths, key=lambda each: (each[0], each[1].place))
    before, after = case.moments_of(low), case.moments_of(high)
    if not (short and before and after and _goes_on(case.wording_of(low), low)):
        return None
    passed = (min(after) - max(before)).total_seconds()
    if passed > 0 and abs(passed - (long - short)) <= _A_DAY.total_seconds():
        return Kind("update", "it went on, and the reports are about as far apart")
    return None


def _seconds(side: Side) -> float:
    """The length of time that a side gives; 0 where it gives none, or none in figures."""
    value = side.unit.value
    if value is None or value.time is None or value.kind != "duration":
        return 0.0
    return seconds_of(value.time.value) or 0.0


def _goes_on(wording: Wording, side: Side) -> bool:
    """Whether a sentence tells that what lasts so long goes on: "has been trapped for 50 hours", "by now"."""
    verb = wording.verb_above(top_of(wording, side.unit))
    has = any(wording.word(i).casefold() in ("has", "have") for i in wording.children[verb] if wording.dep[i] == "aux")
    return has or not load_words("en", "estimates", "words", "lasting").isdisjoint(wording.lemma)


def _counts_days(wording: Wording, side: Side) -> bool:
    """Whether an ordinal tells for how many days it has gone on: "the sixth straight day", "the eighth day of"."""
    value = side.unit.value
    if value is None or value.kind != "ordinal":
        return False
    near = range(value.end, min(len(wording), value.end + _NEAR))
    day = next((i for i in near if wording.lemma[i] in ("day", "night")), None)
    if day is None:
        return False
    running = load_words("en", "estimates", "words", "straight")
    straight = any(wording.lemma[i] in running for i in range(value.end, day))
    return straight or (day + 1 < len(wording) and wording.lemma[day + 1] == "of")


def came_to_pass(case: Case) -> Kind | None:
    """What an earlier report expects, a later one tells as done or not done."""
    best = case.best
    if best.aspect != "status":
        return None
    ahead_left, ahead_right = (_looks_ahead(case.wording_of(side), side) for side in (best.left, best.right))
    if ahead_left == ahead_right:
        return None
    early, late = (best.left, best.right) if ahead_left else (best.right, best.left)
    earlier, later = case.moments_of(early), case.moments_of(late)
    if earlier and later and max(earlier) < min(later):
        return Kind("update", "the earlier report tells what was expected, the later one what came of it")
    return None


def _looks_ahead(wording: Wording, side: Side) -> bool:
    ahead = load_words("en", "status", "ahead")
    verb = wording.verb_above(side.unit.end - 1)
    near = [*wording.children[verb], wording.head[verb], *side.unit.range]
    return any(wording.lemma[index] in ahead for index in near)


def days_apart(case: Case) -> Kind | None:
    """A state or a count that reports of different days tell differently."""
    best = case.best
    if best.aspect not in ("status", "figure") or not _may_change(best) or _is_told_both_ways(case):
        return None
    if best.aspect == "figure" and is_settled(case):
        return None
    sides = (best.left, best.right)
    left, right = (case.moments_of(side) for side in sides)
    if not left or not right:
        return None
    if min(right) - max(left) < _STATE_APART and min(left) - max(right) < _STATE_APART:
        return None
    if best.aspect == "figure" and all(
        _is_told_as_past(case.wording_of(side), side) for side in (best.left, best.right)
    ):
        return None
    # One sentence printed on different days with a word exchanged is the same telling: nothing has changed since.
    if best.aspect == "status" and (is_tight(best) or best.shared >= _ONE_TELLING):
        return None
    if best.aspect == "status" and not _exclude_each_other(case):
        return Kind("variant", "the reports are days apart, and their words do not exclude each other")
    return Kind("update", "the reports are days apart, and the later one tells what holds since")


def _exclude_each_other(case: Case) -> bool:
    """Whether the words of the surest pair are opposites, or one of them alone is denied."""
    best = case.best
    denied = [case.wording_of(side).is_denied(side.unit.end - 1) for side in (best.left, best.right)]
    return best.stated or best.opposed or denied[0] != denied[1]


def _is_told_both_ways(case: Case) -> bool:
    """Whether reports of one story give the two figures or dates of the surest pair on one day, or first one, then the
    other, and the first again: no time explains them.
    """
    if case.best.aspect not in ("figure", "date"):
        return False
    one, other = (value_of(case.wording_of(side), side.unit) for side in (case.best.left, case.best.right))
    lefts, rights = ({each.report for each in case.readings if each.value == value} for value in (one, other))
    orders = {_order_of(case, left, right) for left in lefts for right in rights if left != right} - {None}
    return 0 in orders or len(orders) > 1


def _order_of(case: Case, one: ReportId, other: ReportId) -> int | None:
    """Which of two reports of a story came first: 1 or -1, 0 where they are of one day, None where nothing tells."""
    if case.storyline.story_of(one) != case.storyline.story_of(other):
        return None
    left, right = (moment_of(case.storyline.by_id[report]) for report in (one, other))
    if left is None or right is None:
        return None
    if left.start.date() == right.start.date():
        return 0
    return 1 if left.start < right.start else -1


def _may_change(pair: Pair) -> bool:
    return pair.aspect == "status" or all(is_tally(side) for side in (pair.left, pair.right))


def _is_told_as_past(wording: Wording, side: Side) -> bool:
    """Whether a figure is of what was and is over: no later day changes it. "Had 129 on board", "had fought it"."""
    verb = wording.verb_above(side.unit.end - 1)
    had = (i for i in wording.children[verb] if wording.dep[i] == "aux" and wording.lemma[i] == "have")
    return any(wording.tag[i] == "VBD" for i in (verb, *had))
