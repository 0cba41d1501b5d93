"""Plans that were moved: a day that earlier reports give for what is to come, and another one that later reports give.

"The line will stay shut until Wednesday" and "will not reopen before Monday 23 February" tell for when one thing is
planned. Acts are one where they are of one kind and have somebody or something in common; a report that gives two days
for one act tells of two occasions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

import msgspec

from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.deciding.moments import Stretch, last_day, moment_of
from variorum.collate.findings.facts.occasions.act_kinds import kind_of_noun
from variorum.collate.findings.facts.occasions.dated_acts import read_dated_act
from variorum.collate.findings.updates.change import Change
from variorum.collate.findings.updates.own import is_own
from variorum.collate.findings.written.spots import Spot, spot_at
from variorum.collate.points import Value, Wording
from variorum.collate.storyline import Storyline
from variorum.lang.tables import load_words
from variorum.model.span import ReportId

_DAY = len("2026-05-26")
_TAKING_PART = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "compound", "poss"})
# What is planned for days farther apart are two things that come again.
_FAR = timedelta(days=60)
_WEEK = timedelta(days=7)
# Words before a day among which "until" stands.
_NEAR = 4
_REOPENED = "reopen"
_words = partial(load_words, "en", "updates", "plans")


class _Dated(msgspec.Struct, frozen=True):
    """An act with its day: its kind and who or what takes part; `done` where it is told as done."""

    kind: str
    taking_part: frozenset[str]
    day: date
    done: bool
    spot: Spot


def find_moved(storyline: Storyline, wordings: Sequence[Wording]) -> list[Change]:
    """Return the plans whose day later reports of a story give otherwise, by kind of act."""
    moments = {report.id: moment for report in storyline.reports if (moment := moment_of(report)) is not None}
    groups: dict[tuple[str, str], list[_Dated]] = defaultdict(list)
    for wording in wordings if len(moments) > 1 else ():
        for act in _acts_in(wording, moments):
            if is_own(storyline, act.spot):
                groups[str(storyline.story_of(act.spot.report)), act.kind].append(act)
    return [moved for key in sorted(groups) for moved in _moved_in(groups[key], moments)]


def _acts_in(wording: Wording, moments: Mapping[ReportId, Stretch]) -> Iterator[_Dated]:
    """Yield the acts that a sentence dates to the day, once for each dated report that prints it."""
    for value in wording.values:
        day = last_day(value.time.value[:_DAY]) if value.kind == "date" and value.time is not None else None
        if value.time is None or day is None or len(value.time.value) < _DAY:
            continue
        act = _read(wording, value)
        if act is None:
            continue
        for home in wording.homes:
            if home.report in moments:
                taking_part = frozenset(_taking_part(wording, act.at))
                planned = day if act.done else _ahead(day, moments[home.report].start.date(), wording, value)
                yield _Dated(act.kind, taking_part, planned, act.done, spot_at(wording, unit_of(value), home))


def _ahead(day: date, published: date, wording: Wording, value: Value) -> date:
    """The day that is meant of what is to come: "moved to Sunday" is next Sunday, whatever the tense of the clause."""
    bare = not any(char.isdigit() for char in wording.words(value.first, value.end))
    return day + _WEEK if bare and published - _WEEK < day < published else day


class _Act(NamedTuple):
    """The kind of an act, the word for it, and whether it is told as done."""

    kind: str
    at: int
    done: bool


def _read(wording: Wording, value: Value) -> _Act | None:
    """The act that a day is of."""
    verb = wording.verb_above(top_of(wording, unit_of(value)))
    if _is_end(wording, value, verb):
        return _Act(_REOPENED, verb, done=False)
    if wording.lemma[verb] in _words("scheduling"):
        return _read_scheduled(wording, value, verb)
    act = read_dated_act(wording, unit_of(value))
    if act is None:
        return None
    kind = _REOPENED if act.kind in _words("reopening") else act.kind
    return _Act(kind, act.at, act.standing == "done")


def _is_end(wording: Wording, value: Value, verb: int) -> bool:
    """Whether a day ends a state: "will stay closed until Monday", "will not reopen before Monday"."""
    before = {wording.lemma[i] for i in range(max(0, value.first - _NEAR), value.first)}
    words = {i for each in (verb, wording.head[verb]) for i in (each, *wording.children[each])}
    if before.isdisjoint(_words("ending")) or not any(wording.lemma[i] in _words("ahead") for i in words):
        return False
    if wording.is_denied(verb):
        return wording.lemma[verb] in _words("reopening")
    return any(wording.lemma[i] in _words("closed") for i in words)


def _read_scheduled(wording: Wording, value: Value, verb: int) -> _Act | None:
    """What is scheduled for a day, or moved to it: "a vote is set for Monday", "was moved from Monday to Tuesday"."""
    # "They put their names to it on Wednesday" plans nothing.
    ahead = value.first and wording.lemma[value.first - 1] in _words("to_come")
    what = [i for i in wording.children[verb] if wording.dep[i] in ("nsubjpass", "dobj") and wording.pos[i] == "NOUN"]
    if not what or not ahead or wording.is_denied(verb):
        return None
    return _Act(kind_of_noun(wording, what[0]) or wording.lemma[what[0]], what[0], done=False)


def _taking_part(wording: Wording, at: int) -> Iterator[str]:
    """The lemmas of who or what takes part in an act: what hangs on its word and on its verb."""
    for index in {at, wording.verb_above(at)}:
        for child in (*wording.children[index], *(j for i in wording.children[index] for j in wording.children[i])):
            if wording.dep[child] in _TAKING_PART and wording.is_content[child] and child not in wording.value_at:
                yield wording.lemma[child]
    if wording.pos[at] == "NOUN":
        yield wording.lemma[at]


def _moved_in(acts: Sequence[_Dated], moments: Mapping[ReportId, Stretch]) -> Iterator[Change]:
    """Yield what acts of one kind tell to have been moved."""
    days: dict[ReportId, set[date]] = defaultdict(set)
    for act in acts:
        days[act.spot.report].add(act.day)
    plans = [act for act in acts if not act.done and act.day >= moments[act.spot.report].start.date()]
    for early in plans:
        late = [
            act
            for act in acts
            if act.day != early.day
            and _is_before(moments, early, act)
            and abs(act.day - early.day) <= _FAR
            and act.day not in days[early.spot.report]
            and early.day not in days[act.spot.report]
            and act.day >= moments[early.spot.report].start.date()
            and not early.taking_part.isdisjoint(act.taking_part)
        ]
        if late:
            alike = [plan for plan in plans if plan.day == early.day and plan.taking_part & early.taking_part]
            before = {plan.spot for plan in alike if all(_is_before(moments, plan, act) for act in late)}
            yield Change(tuple(sorted({early.spot, *before})), tuple(sorted({act.spot for act in late})))
            return


def _is_before(moments: Mapping[ReportId, Stretch], one: _Dated, other: _Dated) -> bool:
    return moments[one.spot.report].is_before(moments[other.spot.report])
