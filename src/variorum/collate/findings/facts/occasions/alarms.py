"""An alarm that is told to have come before what it was raised about: "called at 6.04", "the tram derailed at 6.10".

Clocks of one happening that no report sets side by side. Words are in `lang/en/occasions.toml`, under `alarms`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.compare.hours import read_hours
from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.occasions.dated_acts import read_dated_act
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words

_ALARM, _CAUSE = "alarm", "cause"
# Minutes by which an alarm must be too early: less is another watch; more of a time told roughly, or to the hour.
_LEAST, _LEAST_ROUNDED, _LEAST_OF_HOUR = 3, 6, 20
# An alarm so long before a happening was raised about another one.
_MOST = 60
_OBJECTS = ("dobj", "pobj")
_words = partial(load_words, "en", "occasions", "alarms")


def _find(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the clocks of happenings, and of each report the alarm that it tells to have come first."""
    alarms = []
    for number, wording in enumerate(wordings):
        for value in wording.values:
            if _minute(value) is None:
                continue
            side = Side(number, unit_of(value))
            act = read_dated_act(wording, side.unit)
            if _is_alarm(wording, value):
                alarms.append(side)
            elif act is not None and act.sole and act.standing == "done":
                yield Fact("", side, _CAUSE)
    yield from (Fact("", side, _ALARM) for side in alarms if not any(_goes_before(wordings, o, side) for o in alarms))


def _goes_before(wordings: Sequence[Wording], one: Side, other: Side) -> bool:
    """Whether a report tells of one alarm exactly, and of another of the same hour later or roughly."""
    value, partner = one.unit.value, other.unit.value
    left, right = wordings[one.wording], wordings[other.wording]
    if value is None or partner is None or left.reports.isdisjoint(right.reports) or _slack(left, value) > _LEAST:
        return False
    later = (_minute(partner) or 0) - (_minute(value) or 0)
    return 0 < later <= _MOST or (_slack(right, partner) > _LEAST and abs(later) <= _MOST)


def _is_alarm(wording: Wording, value: Value) -> bool:
    """Whether a clock tells when services were called, or when a call about the happening came in."""
    verb = wording.verb_above(top_of(wording, unit_of(value)))
    lemma = wording.lemma[verb]
    if wording.is_denied(verb):
        return False
    called = [i for i in wording.children[verb] if wording.dep[i] == "nsubjpass"]
    if lemma in _words("calling") and called:
        return any(wording.lemma[i] in _words("called") or wording.pos[i] == "PRON" for i in called)
    got = lemma in _words("getting") and any(
        wording.dep[i] in _OBJECTS and wording.lemma[i] in _words("calls") for i in wording.children[verb]
    )
    subject = wording.subject_of(verb)
    came = lemma in _words("coming") and subject is not None and wording.lemma[subject] in _words("calls")
    return got or came


def _minute(value: Value) -> int | None:
    """The minute of the day of a clock that is told to the minute or the hour; None for other datings."""
    hours = read_hours(value.time.value) if value.kind == "date" and value.time is not None else None
    return hours.first if hours is not None and hours.part is None else None


def _exclude(one: Stated, other: Stated) -> bool:
    """Whether an alarm is told to have come before its cause, on one day as far as the days are known."""
    if {one.fact.value, other.fact.value} != {_ALARM, _CAUSE}:
        return False
    alarm, cause = (one, other) if one.fact.value == _ALARM else (other, one)
    raised, happened = alarm.fact.side.unit.value, cause.fact.side.unit.value
    if raised is None or happened is None:
        return False
    minutes, days = (_minute(raised), _minute(happened)), {_day(raised), _day(happened)} - {""}
    if minutes[0] is None or minutes[1] is None or len(days) > 1:
        return False
    least = max(_slack(alarm.wording, raised), _slack(cause.wording, happened))
    return least <= minutes[1] - minutes[0] <= _MOST


def _day(value: Value) -> str:
    day = value.time.value.partition("T")[0] if value.time is not None else ""
    return "" if "X" in day else day


def _slack(wording: Wording, value: Value) -> int:
    """The minutes by which another clock must lie apart from one, by how exactly it is told."""
    if (_minute(value) or 0) % _MOST == 0:
        return _LEAST_OF_HOUR
    near = range(max(0, value.first - 2), value.end)
    return _LEAST_ROUNDED if any(wording.lemma[i] in _words("rounded") for i in near) else _LEAST


_WHY = "the alarm is told to have come before what it was raised about"
ALARM_RELATIONS: tuple[Relation, ...] = (Relation("alarm", "date", _find, _exclude, _WHY),)
