"""Whether two measures of one thing can both be right: units, rounding, and what tells of two moments or places."""

from __future__ import annotations

import re
from functools import partial

from variorum.collate.compare.dates import compare_dates
from variorum.collate.compare.names import compare_names
from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.facts.compared import compare_stated, differ
from variorum.collate.findings.facts.counts.days import are_of_two_days
from variorum.collate.findings.facts.fact import Fact, Stated
from variorum.collate.findings.facts.named import name_at
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words

_LONG_AGO = re.compile(r"\d{4}(-\d\d|-Q\d|-[A-Z]{2})?$")
_DATED = re.compile(r"[\dX]{4}-")
_CLAUSES = frozenset({"advcl", "relcl", "xcomp", "conj"})
# A date among so many first words is of the whole sentence.
_FRONT = 4
# Stations measure one quake alike but for less than this.
_QUAKES_APART = 1.0
_growing = partial(load_words, "en", "measures", "words", "growing")


def agree(wording: Wording, one: Fact, other: Fact) -> bool:
    """Return whether two facts of one sentence tell one value."""
    verdict = compare_stated(Stated(one, wording), Stated(other, wording))
    return verdict is not None and verdict.outcome in ("same", "fits")


def exclude_measures(one: Stated, other: Stated) -> bool:
    """Whether two values of one thing cannot both be right, and nothing tells of two moments, places or currencies."""
    left, right = one.fact.side.unit.value, other.fact.side.unit.value
    if one.fact.about.split()[0] in _growing() and are_of_two_days(one.wording, other.wording):
        return False
    if one.fact.about.startswith("magnitude"):
        return _are_two_strengths(float(one.fact.value), float(other.fact.value)) and not are_apart(one, other)
    if one.fact.value and other.fact.value:
        return one.fact.value != other.fact.value and not are_apart(one, other)
    if left is None or right is None or not _are_of_one_unit(left, right):
        return False
    return differ(one, other) and not are_apart(one, other)


def _are_two_strengths(one: float, other: float) -> bool:
    """Whether magnitudes are neither one rounded to a whole nor so far apart that they are of two quakes."""
    return one.is_integer() == other.is_integer() and 0 < abs(one - other) < _QUAKES_APART


def _are_of_one_unit(left: Value, right: Value) -> bool:
    if left.time is not None and right.time is not None:
        # Days of deliberating hold fewer hours than they have.
        return left.time.value[-1:] == right.time.value[-1:] or "Y" in left.time.value + right.time.value
    if left.quantity is None or right.quantity is None:
        return False
    return left.quantity.kind != "money" or left.quantity.unit == right.quantity.unit


def are_apart(one: Stated, other: Stated) -> bool:
    """Whether two sentences tell of two times, or of two places where the fact is the story's."""
    times, others = _times(one), _times(other)
    if bool(times) != bool(others) and any(_LONG_AGO.match(each) for each in times + others):
        return True
    if times and others and not any(compare_dates(a, b).outcome in ("same", "fits") for a in times for b in others):
        return True
    if not one.fact.about.endswith(" "):
        return False
    return any(
        bool(names and others) and not any(_may_be_one(a, b) for a in names for b in others)
        for names, others in ((_places(one), _places(other)), (_actors(one), _actors(other)))
    )


def _may_be_one(name: str, other: str) -> bool:
    return compare_names(name, other).outcome in ("same", "fits")


def _actors(stated: Stated) -> list[str]:
    """The name of who does what a value belongs to."""
    wording = stated.wording
    subject = wording.subject_of(wording.verb_above(top_of(wording, stated.fact.side.unit)))
    name = name_at(wording, subject)
    return [wording.words(name.first, name.end)] if name is not None else []


def _times(stated: Stated) -> list[str]:
    """The dates of the clause that tells a value, and of what stands before it in its sentence."""
    wording = stated.wording
    verb = wording.verb_above(top_of(wording, stated.fact.side.unit))
    # "In 1959, when he got five years": the date hangs on what the clause hangs on.
    verbs = {verb, wording.verb_above(wording.head[verb])} if wording.dep[verb] in _CLAUSES else {verb}
    dates = (value for value in wording.values if value.time is not None and value.kind == "date")
    near = (
        each.time.value
        for each in dates
        if each.time is not None
        # "The highest since 1998" tells of now.
        and "since" not in wording.lemma[max(0, each.first - 1) : each.end]
        and (each.first < _FRONT or wording.verb_above(top_of(wording, unit_of(each))) in verbs)
    )
    return [each for each in near if _DATED.match(each) or _LONG_AGO.match(each)]


def _places(stated: Stated) -> list[str]:
    return [stated.wording.words(value.first, value.end) for value in stated.wording.values if value.kind == "place"]
