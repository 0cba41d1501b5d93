"""A date for reports that have none, from the dated reports of the same story.

A report that says 'on Wednesday' of what a dated report says of 29 October was written within days of it. Each day
around the dated reports is tried: the report's weekdays and relative days are resolved as of that day, and those that
fall together with the same happening in a dated report speak for it. Of the days that fit equally well, the one is
taken on which the report's news would be freshest and which lies nearest to the dated reports.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

import msgspec

from variorum.collate.likeness import Likeness, Sentence
from variorum.collate.storyline import Storyline
from variorum.model.report import IsoDate, Report
from variorum.model.span import ReportId, StoryId

Redate = Callable[[Report], Report]

# A story is told over days: farther off, an equal weekday is chance.
_DAYS_AROUND = 4
# Two sentences that name a day and share this much tell mostly of one happening. It may be low: days compete with one
# another, and what speaks for a wrong one speaks for all the days alike.
_ALIKE = 0.1
_DAY = re.compile(r"^\d{4}-\d\d-\d\d")


class _Dated(msgspec.Struct, frozen=True):
    """A sentence and a day that it names."""

    sentence: Sentence
    day: date


class _Fit(msgspec.Struct, frozen=True, order=True):
    """How ill a report fits a day: the best fit comes first.

    `against` is the likeness that speaks for the day, negated; `away` adds how many days its news is old on average and
    how far the dated reports are.
    """

    against: float
    away: float
    distance: int
    day: date


class _Known(msgspec.Struct, frozen=True):
    """What the dated reports of a story know: the days they were published, and those that their sentences name."""

    published: tuple[date, ...]
    named: Mapping[Sentence, frozenset[date]]


def date_from_stories(reports: Sequence[Report], redate: Redate) -> dict[ReportId, IsoDate]:
    """Return a day for each undated report whose story tells it; reports that cannot be dated are left out.

    `redate` returns a report with its times resolved anew as of its `published`. Reports must be annotated and grouped.
    """
    stories: dict[StoryId, list[Report]] = {}
    for report in sorted(reports, key=lambda report: report.id):
        stories.setdefault(StoryId(str(report.story)), []).append(report)
    found: dict[ReportId, IsoDate] = {}
    for members in stories.values():
        undated = [report for report in members if report.published is None]
        if undated and len(undated) < len(members):
            found.update(_date_story(members, redate))
    return found


def _date_story(members: Sequence[Report], redate: Redate) -> dict[ReportId, IsoDate]:
    """Date the undated reports one after the other, the surest first; each then helps to date the others."""
    likeness = Likeness(Storyline(members))
    dated = {report.id: report for report in members if _day_of(report.published) is not None}
    undated = {report.id: report for report in members if report.published is None}
    found: dict[ReportId, IsoDate] = {}
    while True:
        fits = {report.id: _best_fit(report, dated, likeness, redate) for report in undated.values()}
        sure = sorted((fit, id) for id, fit in fits.items() if fit is not None)
        if not sure:
            return found
        fit, chosen = sure[0]
        found[chosen] = fit.day.isoformat()
        dated[chosen] = redate(_published(undated.pop(chosen), fit.day))


def _best_fit(report: Report, dated: Mapping[ReportId, Report], likeness: Likeness, redate: Redate) -> _Fit | None:
    known = _known(list(dated.values()), likeness)
    offsets = range(-_DAYS_AROUND, _DAYS_AROUND + 1)
    days = sorted({day + timedelta(days=offset) for day in known.published for offset in offsets})
    fixed = {entry.day for entry in _dated_sentences(report, likeness)}
    fits = []
    for day in days:
        as_of = _dated_sentences(redate(_published(report, day)), likeness)
        fit = _fit([entry for entry in as_of if entry.day not in fixed], day, known, likeness)
        fits += [fit] if fit is not None else []
    return min(fits, default=None)


def _known(reports: Sequence[Report], likeness: Likeness) -> _Known:
    named: dict[Sentence, set[date]] = defaultdict(set)
    for report in reports:
        for entry in _dated_sentences(report, likeness):
            named[entry.sentence].add(entry.day)
    published = {day for report in reports if (day := _day_of(report.published)) is not None}
    return _Known(tuple(sorted(published)), {sentence: frozenset(days) for sentence, days in named.items()})


def _fit(entries: Sequence[_Dated], day: date, known: _Known, likeness: Likeness) -> _Fit | None:
    """How a report whose relative days resolve to `entries` fits `day`; None where nothing speaks for it."""
    weight = 0.0
    for entry in entries:
        for other in likeness.nearest(entry.sentence, _ALIKE):
            days = known.named.get(other, frozenset())
            if entry.day in days:
                weight += likeness.between(entry.sentence, other)
            elif any(each.weekday() == entry.day.weekday() for each in days):
                # "Wednesday" in both, a week apart: against. A Sunday and a Monday are just two things told.
                weight -= likeness.between(entry.sentence, other)
    if weight <= 0:
        return None
    staleness = sum(abs((entry.day - day).days) for entry in entries) / len(entries)
    distance = min(abs((day - each).days) for each in known.published)
    return _Fit(-round(weight, 2), round(staleness + distance, 3), distance, day)


def _dated_sentences(report: Report, likeness: Likeness) -> list[_Dated]:
    """The days that a report names, with their sentences."""
    found = []
    for time in report.layers.times or ():
        day = _day_of(time.value) if time.type in ("DATE", "TIME") else None
        sentence = likeness.sentence_at(report.id, time.start)
        if day is not None and sentence is not None:
            found.append(_Dated(sentence, day))
    return found


def _day_of(value: str | None) -> date | None:
    if value is None or not _DAY.match(value):
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _published(report: Report, day: date) -> Report:
    return msgspec.structs.replace(report, published=day.isoformat(), published_basis="text")
