"""Figures of two happenings of one kind: a quake on Sunday, and one that killed 600 in February; what a past year was.

Rules of `explainer.py`, told by the times that a sentence, or the sentence before it, names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.explained.amounts.apart import is_borne, is_count
from variorum.collate.findings.explained.bearers.whereabouts import of_misspelled
from variorum.collate.findings.explained.moments.again import of_two_within_days
from variorum.collate.findings.explained.moments.estimates import counted_until
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.explained.tight import is_tight
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words
from variorum.model.span import ReportId

# A month or a year without a day; a day of the week or of the month, today; both with an hour or without.
_LONG = re.compile(r"(\d{4}|(\d{4}|XXXX)-\d\d)$")
_DAY = re.compile(r"(XXXX-WXX-\d|\d{4}-W\d\d-\d|(\d{4}|XXXX)-\d\d-\d\d|XXXX-XX-XX)(T.*)?$")
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
# Minutes: clocks nearer than this may be one moment.
_HOURS_APART = 30
# Subjects that take up what the sentence before tells.
_TAKING_UP = frozenset({"it", "that", "this", "they"})
# Before a year, or above it, these tell what a figure is compared with: "the lowest since 2009", "above that of 2009".
_COMPARING = frozenset({"since", "than", "before", "until", "above", "below"})
_STEPS = 6
# Words from the first of a sentence within which the time stands that all of it is of: "In February, ".
_OPENING = 3


def of_a_past_year(setting: Setting, pair: Pair) -> bool:
    """Figures or names of which one is told of a year before the reports' own."""
    (left, one), (right, other) = setting.sides(pair)
    if one.time is not None or (one.mention is not None and is_tight(pair)) or of_misspelled(left, right, pair):
        return False
    published = setting.published
    return _past_years(left, published, one) != _past_years(right, published, other)


def _past_years(wording: Wording, published: Mapping[ReportId, str | None], told: Value) -> frozenset[str]:
    """The years before the reports' own of which a sentence tells a value: what it counts happened then, not now.

    For a name not those of an act that follows its own: "was born in Kvam and moved to Solheim in 2014".
    """
    first = min((day[:4] for day in published.values() if day), default="")
    act = wording.verb_above(top_of(wording, unit_of(told)))
    years = (
        value.time.value
        for value in wording.values
        if value.time is not None
        and _is_of_act(wording, value, act)
        and not _is_compared_with(wording, value)
        and not (told.mention is not None and _is_of_next_act(wording, value, told))
    )
    return frozenset(value for value in years if len(value) == 4 and value.isdigit() and value < first)


def _is_of_act(wording: Wording, time: Value, act: int) -> bool:
    """Whether a time is of an act, or of one that it hangs on; a tunnel "finished in 2011" was not 2 km long then."""
    top = top_of(wording, unit_of(time))
    verb = wording.verb_above(top)
    if any(wording.dep[i] == "appos" for i in (top, *wording.above(top, _STEPS)) if i != verb):
        return False  # "the hall, a store from 1933, cost 128 million"
    return act in _verbs_above(wording, verb, within=True) or verb in _verbs_above(wording, act)


def _is_compared_with(wording: Wording, time: Value) -> bool:
    """Whether a time is of what a figure is compared with: "a third above what the treaty of 2014 laid down"."""
    before = wording.lemma[max(0, time.first - 2) : time.first]
    above = (wording.lemma[i] for i in wording.above(top_of(wording, unit_of(time)), _STEPS))
    return not _COMPARING.isdisjoint((*before, *above))


def _is_of_next_act(wording: Wording, time: Value, told: Value) -> bool:
    """Whether a time tells when an act was that is joined to the one of a value before it."""
    act, verb = wording.verb_above(told.first), wording.verb_above(time.first)
    joined = verb != act and told.end <= time.first
    while verb != act and wording.dep[verb] == "conj":
        verb = wording.head[verb]
    return joined and verb == act


def of_an_earlier_one(setting: Setting, pair: Pair) -> bool:
    """Figures of which one is of a month or a year ("In February, a quake"), the other one of a day outside it."""
    sides = setting.sides(pair)
    if any(value.quantity is None or value.quantity.unit == "year" for _, value in sides):
        return False
    times = [_times_of(setting, wording, value) for wording, value in sides]
    for at in (0, 1):
        told, now = times[at], times[1 - at]
        long = {each for each in told if _LONG.match(each)}
        if not long or len(long) < len(told) or any(_LONG.match(each) for each in now):
            continue
        days = {each for each in now if _DAY.match(each)}
        if days and not any(_can_hold(each, day) for each in long for day in days):
            return True
        if not now and not is_tight(pair) and _opens_with_time(sides[at][0]) and not _is_of_now(setting, long):
            return True
    return False


def of_what_was_before(setting: Setting, pair: Pair) -> bool:
    """Sums and lengths of which one sentence alone opens with a time before: "Earlier, he was handed a 20-year term".

    A count that was told earlier may have risen since.
    """
    sides = setting.sides(pair)
    if is_tight(pair) or not all(is_borne(value) and not is_count(value) for _, value in sides):
        return False
    return _opens_with_before(sides[0][0]) != _opens_with_before(sides[1][0])


def _opens_with_before(wording: Wording) -> bool:
    """Whether a sentence begins with a word that puts it before what the report tells of."""
    verb = main_verb(wording)
    opening = (i for i in wording.children[verb] if i < _OPENING and wording.dep[i] == "advmod")
    return any(wording.word(i).casefold() in load_words("en", "relations", "before") for i in opening)


def of_two_hours(setting: Setting, pair: Pair) -> bool:
    """Counts of people or things at two hours of a day: "200 people set off at 8:30 p.m.", "100 set off at 8 p.m."."""
    sides = setting.sides(pair)
    if is_tight(pair) or any(value.quantity is None or value.quantity.kind != "count" for _, value in sides):
        return False
    if any(counted_until(wording, value) for wording, value in sides):
        return False  # it grew from one to the other
    clocks = [set(_clocks(wording, value)) for wording, value in sides]
    return all(clocks) and min(abs(one - other) for one in clocks[0] for other in clocks[1]) >= _HOURS_APART


def _clocks(wording: Wording, value: Value) -> Iterator[int]:
    """The minutes of the day at which a sentence tells that what a figure counts was so."""
    for time in _times_in(wording, wording.verb_above(top_of(wording, unit_of(value)))):
        clock = _CLOCK.search(time)
        if clock is not None:
            yield int(clock[1]) * 60 + int(clock[2])


def _can_hold(long: str, day: str) -> bool:
    """Whether a day can lie in a month or a year; a day of the week is near its report, and in none of them."""
    (year, _, month), (year_other, month_other) = long.partition("-"), (day[:4], day[5:7])
    if not month_other.isdigit() or (year != year_other and "XXXX" not in (year, year_other)):
        return False
    return month in ("", month_other)


def _times_of(setting: Setting, wording: Wording, value: Value) -> frozenset[str]:
    """The times (TIMEX3) of what a figure is of; those of the sentence before where that is told by a pronoun."""
    verb = wording.verb_above(top_of(wording, unit_of(value)))
    found, subject = frozenset(_times_in(wording, verb)), wording.subject_of(verb)
    takes_up = subject is not None and wording.lemma[subject] in _TAKING_UP
    # What "has killed" so many has done so up to now.
    is_past = bool({wording.tag[each] for each in _verbs_above(wording, verb)} & {"VBD"})
    if found or not takes_up or not is_past:
        return found
    return frozenset(time for each in setting.order.before(wording) for time in _times_in(each, main_verb(each)))


def main_verb(wording: Wording) -> int:
    """Return the verb of the main clause, or the first word where a sentence has none."""
    return next((i for i in range(len(wording)) if wording.head[i] == i), 0)


def _times_in(wording: Wording, act: int | None = None) -> Iterator[str]:
    """The times that a sentence names for an act (None: for any), those left out at which somebody says something."""
    saying = load_words("en", "relations", "saying")
    for value in wording.values:
        if value.time is None or value.kind != "date" or value.time.value == "PRESENT_REF":
            continue
        verb = wording.verb_above(top_of(wording, unit_of(value)))
        if (act is None or _is_of_act(wording, value, act)) and wording.lemma[verb] not in saying:
            yield value.time.value


def _verbs_above(wording: Wording, verb: int, *, within: bool = False) -> set[int]:
    """A verb and those that govern it; `within` the clause that tells more of a noun, where the verb stands in one."""
    found: set[int] = set()
    while verb not in found:
        found.add(verb)
        if not within or wording.dep[verb] not in ("relcl", "acl"):
            verb = wording.verb_above(wording.head[verb])
    return found


def _opens_with_time(wording: Wording) -> bool:
    first = next((value for value in wording.values if value.time is not None), None)
    return first is not None and first.first < _OPENING and wording.lemma[0] in ("in", "back")


def _is_of_now(setting: Setting, long: set[str]) -> bool:
    """Whether a month or a year is that of a report, as far as it is known when they were published."""
    days = [day for day in setting.published.values() if day]
    return any(_can_hold(each, day) for each in long for day in days)


EARLIER_RULES: tuple[Callable[[Setting, Pair], bool], ...] = (
    of_two_within_days,
    of_a_past_year,
    of_an_earlier_one,
    of_what_was_before,
    of_two_hours,
)
