"""Ages of two people, and of one person at two times."""

from __future__ import annotations

import re

from variorum.collate.compare.words import relation_of_words
from variorum.collate.differences import Unit, top_of
from variorum.collate.findings.explained.amounts.apart import can_be_one, noun_above, type_of
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.explained.tight import is_tight
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words
from variorum.text.gazetteer import find_known

_NOMINAL = frozenset({"NOUN", "PROPN"})
# The gazetteer knows the parts of the kingdom, and the kingdom.
_KINGDOM = frozenset({"XE", "XS", "XW", "GB"})
_YEAR = 365.25
# Reports nearer than this give one age.
_APART = 0.9
# Days within which two reports give one age, but for a birthday between; years from a deed to the end of its trial.
_FRESH = 60
_TO_COURT = 12.0
_A_DAY = re.compile(r"(XXXX-WXX-\d|\d{4}-W\d\d-\d|(\d{4}|XXXX)-\d\d-\d\d)")
_DAY = 10


def of_two_bearers(setting: Setting, pair: Pair) -> bool:
    """Ages of two people: the nouns or names that they stand beside have nothing to do with each other."""
    (left, one), (right, other) = setting.sides(pair)
    if not (is_age(one) and is_age(other)) or is_tight(pair):
        return False
    bearers, others = _bearers(left, _whole(pair.left.unit)), _bearers(right, _whole(pair.right.unit))
    if not bearers or not others:
        return True
    return not any(
        left.key[i] == right.key[j] or relation_of_words(left.lemma[i], right.lemma[j]) in ("same", "wider")
        for i in bearers
        for j in others
    )


def _whole(unit: Unit) -> Unit:
    """The whole value that a stretch is a part of: "29" of "29-year-old"."""
    return unit if unit.value is None else Unit(unit.value.first, unit.value.end, unit.value)


def _bearers(wording: Wording, unit: Unit) -> set[int]:
    """The nouns and names that an age stands beside: what it modifies, and what stands in apposition to that."""
    above = wording.head[top_of(wording, unit)]
    near = {above, wording.head[above], *wording.children[above]} - set(unit.range)
    return {i for i in near if wording.pos[i] in _NOMINAL and wording.is_content[i]}


def of_two_peoples(setting: Setting, pair: Pair) -> bool:
    """Ages of two people who are told apart by name or by nation: "a Briton, 32", "the Australian climber, 36"."""
    (left, one), (right, other) = setting.sides(pair)
    if not (is_age(one) and is_age(other)):
        return False
    nations, others = _nations(left, one), _nations(right, other)
    if nations and others and not nations & others:
        return True
    names, names_other = _people_beside(left, one), _people_beside(right, other)
    return bool(names and names_other) and not any(
        can_be_one(setting, (left, a), (right, b)) for a in names for b in names_other
    )


def is_age(value: Value) -> bool:
    """Return whether a value is an age in years."""
    return value.quantity is not None and (value.quantity.kind, value.quantity.unit) == ("measure", "year")


def _beside(wording: Wording, value: Value) -> list[int]:
    """The words that an age stands beside: what it modifies or is set apart from, and what modifies that."""
    above = noun_above(wording, value)
    bearers = {above}
    if wording.dep[above] in ("appos", "amod", "nmod", "compound"):
        bearers.add(wording.head[above])
    bearers |= {i for i in wording.children[above] if wording.dep[i] == "appos"}
    near = bearers | {
        i for each in bearers for i in wording.children[each] if wording.dep[i] in ("amod", "compound", "nmod", "appos")
    }
    return sorted(near - set(range(value.first, value.end)))


def _nations(wording: Wording, value: Value) -> frozenset[str]:
    known = (find_known(wording.word(i)) for i in _beside(wording, value))
    found = {each.country for each in known if each is not None and each.kind == "people" and each.country}
    return frozenset("GB" if each in _KINGDOM else each for each in found)


def _people_beside(wording: Wording, value: Value) -> list[Value]:
    found = (wording.value_at.get(i) for i in _beside(wording, value))
    return [each for each in found if each is not None and type_of(each) == "PERSON"]


def of_grown_age(setting: Setting, pair: Pair) -> bool:
    """One person's age in reports that are so many years apart, give or take a birthday."""
    (left, one), (right, other) = setting.sides(pair)
    if not (is_age(one) and is_age(other)) or one.quantity is None or other.quantity is None:
        return False
    grown = (other.quantity.value or 0.0) - (one.quantity.value or 0.0)
    if (pair.apart or not is_tight(pair)) and _may_have_grown(setting, pair, grown):
        return True
    gaps = [
        (late.start - early.start).days / _YEAR for early in setting.moments(left) for late in setting.moments(right)
    ]
    return any(abs(gap) >= _APART and abs(gap - grown) <= 1.0 for gap in gaps)


def _may_have_grown(setting: Setting, pair: Pair, grown: float) -> bool:
    """Whether somebody may have grown so much older between two reports of which nothing tells that they are of a day.

    One year is one birthday; more are the years between the deed and the court.
    """
    sides = [setting.wordings[side.wording] for side in (pair.left, pair.right)]
    moments = [setting.moments(wording) for wording in sides]
    if all(moments):
        gaps = [abs((one.start - other.start).days) for one in moments[0] for other in moments[1]]
        return abs(grown) <= 1.0 and min(gaps) > _FRESH
    older, younger = sides[::-1] if grown > 0 else sides
    tried = [_is_of_court(setting, wording) for wording in (older, younger)]
    if abs(grown) <= _TO_COURT and tried == [True, False]:
        return True
    return abs(grown) <= 1.0 and not _days_of(setting, older) & _days_of(setting, younger)


def _is_of_court(setting: Setting, wording: Wording) -> bool:
    """Whether a report tells of a trial; that one may come tells every report of a crime."""
    court = load_words("en", "persons", "court")
    told = (court.intersection(each.lemma) for each in setting.wordings if each.reports & wording.reports)
    return len(frozenset().union(*told)) > 1


def _days_of(setting: Setting, wording: Wording) -> set[str]:
    """The days that the reports of a sentence name, weekdays among them."""
    return {
        value.time.value[:_DAY]
        for each in setting.wordings
        if each.reports & wording.reports
        for value in each.values
        if value.time is not None and _A_DAY.match(value.time.value)
    }
