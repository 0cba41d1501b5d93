"""Tallies that went on: counts of one thing that later reports give higher, from their own sentences.

Tallies are one where they count the same act of the same people or things, in the same country where both name one;
who is counted may be told by one of the reports alone. What decides is the order in which the reports were published:
of two reports whose order is known the later one never gives less, but of states that people leave again. Each report
is heard with the tally that it gives first; what it tells of other occasions comes after.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import permutations

import msgspec

from variorum.collate.compare.figures import compare_figures
from variorum.collate.findings.counting.tallies import PEOPLE, Tally, find_tallies
from variorum.collate.findings.deciding.moments import Stretch, first_day, moment_of
from variorum.collate.findings.updates.measured import find_measured
from variorum.collate.findings.written.spots import Spot, spot_at
from variorum.collate.points import Wording
from variorum.collate.storyline import Storyline
from variorum.lang.senses import is_kind_of
from variorum.lang.tables import load_words
from variorum.model.annotations import Quantity
from variorum.model.span import ReportId
from variorum.text.units import to_base_unit

# A tally without a country belongs to one of a country where it is no more than so many times as large or small.
_NEAR = 2.0
# Times of day are the site's stamp and can be off by an hour or two: one fall among so many rises is none.
_RISES_A_FALL = 5
# Among so many reports one that tells of another occasion can be told.
_MANY = 4
# As many counts of one thing, in the order of time, are no slip of one report.
_SOME_VALUES = 3
# Between reports so far apart a flat count has had the time to change.
_HOURS_APART, _DAYS_APART = timedelta(hours=6), timedelta(days=2)
# Reports of one tally that are laid beside one another; the order of more would tell no more.
_MOST_TELLING = 300
# No toll grows a thousandfold; a petition does.
_MOST_TIMES = 1000.0


class Told(msgspec.Struct, frozen=True):
    """A tally at its place in one report. `repeated` is true where a copy repeats its original: no second witness.

    `guessed` is true where the report's day follows from its text: it may have been written days later.
    """

    spot: Spot
    tally: Tally
    repeated: bool
    guessed: bool

    @property
    def value(self) -> float:
        """The count itself; of a measure in its base unit."""
        quantity = self.tally.value.quantity
        if quantity is None or quantity.value is None:
            return 0.0
        based = to_base_unit(quantity.value, quantity.unit) if quantity.unit is not None else None
        return based.value if based is not None else quantity.value


class Step(msgspec.Struct, frozen=True):
    """Two tellings of one tally, the earlier and the later one."""

    early: Told
    late: Told

    @property
    def rises(self) -> bool:
        """Whether the later count is higher, and not beyond belief, or is told to have been put right.

        Of states that people leave again, as those who are missing, fewer later are no slip either.
        """
        if self.late.tally.revised or self.late.tally.act in load_words("en", "tallies", "words", "passing"):
            return True
        return self.early.value < self.late.value <= max(1.0, self.early.value) * _MOST_TIMES


class Rise(msgspec.Struct, frozen=True):
    """One tally, as reports tell it, that rose with time: what it counts, who tells it, and its longest step."""

    act: str
    told: tuple[Told, ...]
    longest: Step


def find_rises(storyline: Storyline, wordings: Sequence[Wording]) -> list[Rise]:
    """Return the tallies that rose from report to report, in order of the act."""
    moments = {report.id: moment for report in storyline.reports if (moment := moment_of(report)) is not None}
    if len(moments) < 2:
        return []
    since = first_day(storyline.reports)
    groups: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for tally in (*find_tallies(wordings, since), *find_measured(wordings, since)):
        wording = wordings[tally.side.wording]
        for home in wording.homes:
            root = storyline.roots[home.report]
            repeated = root != home.report and root in wording.reports
            guessed = storyline.by_id[home.report].published_basis == "text"
            told = Told(spot_at(wording, tally.side.unit, home), tally, repeated, guessed)
            groups[_key(storyline, tally, home.report)].append(told)
    found = [
        _rise_of(key[1], group, moments)
        for key in sorted(groups)
        for scoped in _by_scope(sorted(groups[key], key=lambda each: each.spot))
        for group in _by_noun(scoped)
    ]
    return [rise for rise in found if rise is not None]


def _key(storyline: Storyline, tally: Tally, report: ReportId) -> tuple[str, ...]:
    acted = () if tally.known else (tally.counted, *sorted(tally.acted))
    return (str(storyline.story_of(report)), tally.act, *acted)


def _by_noun(told: Sequence[Told]) -> Iterator[list[Told]]:
    """Tell tallies of different people or things apart, unless each report counts one kind and only one is named.

    "Nine migrants died" and "ten people" are of one tally; of seven people four may be soldiers.
    """
    groups: dict[str, list[Told]] = defaultdict(list)
    for each in told:
        groups[each.tally.counted or PEOPLE].append(each)
    parts = load_words("en", "tallies", "words", "parts")
    named = [noun for noun in sorted(groups) if noun != PEOPLE and is_kind_of(noun, "person")]
    whole = {each.spot.report for each in groups.get(PEOPLE, ())}
    if len(named) == 1 and named[0] not in parts and whole.isdisjoint(each.spot.report for each in groups[named[0]]):
        groups[PEOPLE] = sorted((*groups.get(PEOPLE, ()), *groups.pop(named[0])), key=lambda each: each.spot)
    yield from (groups[noun] for noun in sorted(groups))


def _by_scope(told: Sequence[Told]) -> Iterator[list[Told]]:
    """Tell tallies of different countries apart; one without a country goes to the one nearest in size."""
    scopes = sorted({each.tally.scope for each in told if each.tally.scope}, key=sorted)
    if not scopes:
        yield list(told)
        return
    groups: dict[frozenset[str], list[Told]] = {scope: [] for scope in (*scopes, frozenset())}
    for each in told:
        if each.tally.scope:
            groups[each.tally.scope].append(each)
    for each in told:
        if not each.tally.scope:
            near = [scope for scope in scopes if any(_is_near(each.value, other.value) for other in groups[scope])]
            groups[near[0] if len(near) == 1 else frozenset()].append(each)
    yield from (sorted(group, key=lambda each: each.spot) for group in groups.values() if group)


def _is_near(one: float, other: float) -> bool:
    return 0 < max(one, other) <= _NEAR * min(one, other)


def _rise_of(act: str, told: Sequence[Told], moments: Mapping[ReportId, Stretch]) -> Rise | None:
    """The rise that some tellings of one tally make, or None where they do not rise with time."""
    first: dict[ReportId, Told] = {}
    for each in told:
        if not each.repeated:
            first.setdefault(each.spot.report, each)
    steps = list(_steps(list(first.values())[:_MOST_TELLING], moments))
    stray = _stray(first, steps)
    steps = [step for step in steps if stray not in (step.early.spot.report, step.late.spot.report)]
    rises = [step for step in steps if step.rises]
    values = {each.value for report, each in first.items() if report != stray}
    is_told = (len(values) >= _SOME_VALUES and told[0].tally.known) or any(
        _is_told_to_rise(each, moments) for each in rises
    )
    if not rises or not is_told or len(steps) - len(rises) > len(rises) / _RISES_A_FALL:
        return None
    kept = tuple(each for each in told if each.value in values and each.spot.report != stray)
    return Rise(act, kept, max(rises, key=lambda step: (_size(step), step.late.spot)))


def _size(step: Step) -> float:
    """How many times one count of a step is the other."""
    low, high = sorted((step.early.value, step.late.value))
    return high / max(1.0, low)


def _steps(told: Sequence[Told], moments: Mapping[ReportId, Stretch]) -> Iterator[Step]:
    """Yield the pairs of tellings whose order is known and whose counts differ."""
    for one, other in permutations(told, 2):
        early, late = moments.get(one.spot.report), moments.get(other.spot.report)
        if early is not None and late is not None and early.is_before(late) and _differ(one, other):
            step = Step(one, other)
            if step.rises or not one.guessed:
                yield step


def _stray(first: Mapping[ReportId, Told], steps: Sequence[Step]) -> ReportId | None:
    """The one report of many whose count nobody else gives and without which no count falls: of another occasion."""
    fallen = [{step.early.spot.report, step.late.spot.report} for step in steps if not step.rises]
    common = set.intersection(*fallen) if fallen and len(first) >= _MANY else set()
    alone = [report for report in sorted(common) if _is_alone(first[report], first)]
    return alone[0] if len(alone) == 1 else None


def _is_alone(told: Told, first: Mapping[ReportId, Told]) -> bool:
    return all(each is told or _differ(each, told) for each in first.values())


def _is_told_to_rise(step: Step, moments: Mapping[ReportId, Stretch]) -> bool:
    """Whether more than the order of two reports says that a tally rose, and that none of them is mistaken.

    The earlier one gives it as a lower bound ("at least five"), the later one says that it is new ("rose to nine"), or
    days lie between them; of what befalls suddenly and is counted from hour to hour the next day is late enough.
    """
    quantity = step.early.tally.value.quantity
    bounded = quantity is not None and quantity.is_least
    early, late = (moments[each.spot.report].start for each in (step.early, step.late))
    next_day = late.date() > early.date() and late - early >= _HOURS_APART
    hourly = load_words("en", "tallies", "words", "sudden") | load_words("en", "measures", "words", "tallied")
    sudden = step.late.tally.act in hourly
    apart = (next_day and sudden) or late.date() - early.date() >= _DAYS_APART
    # Missiles fired in August and in September are two counts: days tell of a rise only where things are kept counting.
    return bounded or step.late.tally.newer or step.late.tally.revised or (apart and step.late.tally.known)


def _differ(one: Told, other: Told) -> bool:
    """Whether two counts are not one in other words: of a least number any higher one is news."""
    left, right = one.tally.value.quantity, other.tally.value.quantity
    if not isinstance(left, Quantity) or not isinstance(right, Quantity):
        return False
    least = left.is_least and not (left.approximate or right.approximate)
    if least or "ordinal" in (left.kind, right.kind):
        return one.value != other.value
    return compare_figures(left, right).outcome == "differs"
