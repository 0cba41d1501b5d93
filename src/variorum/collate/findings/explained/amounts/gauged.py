"""Figures on two scales: how much more and how much, what is needed and what was reached, spans that a name tells.

Rules of `explainer.py`; words are in `lang/en/apart.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.explained.tight import is_tight
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "apart", "gauged")
_MODIFYING = frozenset({"nummod", "amod", "compound", "nmod", "quantmod"})
_STEPS = 3
# Words from a length of time to what goes on for it.
_REACH = 7
_QUAKES_APART = 1.0
_MONTH = re.compile(r"(\d{4}|XXXX)(-\d\d)?$")


def of_gap_and_level(setting: Setting, pair: Pair) -> bool:
    """How much more, and how much: "a $20 million lead over his rival", "earned $11 million"."""
    gaps = [_is_gap(wording, value) for wording, value in setting.sides(pair)]
    return gaps[0] != gaps[1] and not is_tight(pair)


def _is_gap(wording: Wording, value: Value) -> bool:
    """Whether a figure stands before a noun for a difference, or is by how much something moved."""
    index = top_of(wording, unit_of(value))
    for _ in range(_STEPS):
        if wording.dep[index] not in _MODIFYING or wording.head[index] == index:
            break
        index = wording.head[index]
        if wording.lemma[index] in _words("gaps"):
            return True
    governor = wording.head[index]
    if value.kind == "date" or wording.dep[index] != "pobj" or wording.lemma[governor] != "by":
        return False
    # "A protest by seven embassies" and "approved by five votes to two" tell of no gap.
    counts = value.quantity is not None and value.quantity.kind == "count"
    acting = counts and (wording.pos[wording.head[governor]] == "NOUN" or wording.lemma[index] == "vote")
    return wording.dep[governor] == "prep" and not acting


def of_bound_and_day(setting: Setting, pair: Pair) -> bool:
    """A day by which something is done, and the day of something: "by Friday", "on Tuesday"."""
    bounds = [_is_bound(wording, value) for wording, value in setting.sides(pair)]
    return bounds[0] != bounds[1] and not is_tight(pair)


def _is_bound(wording: Wording, value: Value) -> bool:
    top = top_of(wording, unit_of(value))
    return value.kind == "date" and wording.dep[top] == "pobj" and wording.lemma[wording.head[top]] == "by"


def of_needed_and_reached(setting: Setting, pair: Pair) -> bool:
    """A share that is asked for, and one that was reached: "valid with a turnout of 50 percent", "90 percent voted"."""
    sides = setting.sides(pair)
    if any(value.quantity is None or value.quantity.kind != "percent" for _, value in sides) or is_tight(pair):
        return False
    needed = [not _words("needing").isdisjoint(wording.lemma) for wording, _ in sides]
    return needed[0] != needed[1]


def of_a_named_span(setting: Setting, pair: Pair) -> bool:
    """A span that goes by its length, and how long something lasts: "his first 100 days", "over a month in office"."""
    named = [_is_named_span(wording, value) for wording, value in setting.sides(pair)]
    return named[0] != named[1] and not is_tight(pair)


def _is_named_span(wording: Wording, value: Value) -> bool:
    inside = wording.lemma[max(0, value.first - 1) : value.end]
    return value.kind == "duration" and "first" in inside and "day" in inside


def of_a_moment_within(setting: Setting, pair: Pair) -> bool:
    """How far into something a thing happened, and how long after: "turned back an hour into it", "home after two"."""
    sides = setting.sides(pair)
    if any(value.kind != "duration" for _, value in sides) or is_tight(pair):
        return False
    within = [wording.lemma[value.end : value.end + 1] == ["into"] for wording, value in sides]
    return within[0] != within[1]


def of_unrest_so_far(setting: Setting, pair: Pair) -> bool:
    """How many days of what goes on: "five days of riots", "eight days of riots", in reports without a day."""
    sides = setting.sides(pair)
    undated = any(setting.published.get(report) is None for wording, _ in sides for report in wording.reports)
    return undated and not is_tight(pair) and all(_goes_on(wording, value) for wording, value in sides)


def _goes_on(wording: Wording, value: Value) -> bool:
    """Whether a length of days or weeks is that of unrest, fighting or weather up to the report."""
    if value.kind != "duration" or value.time is None or value.time.value[-1:] not in ("D", "W"):
        return False
    behind = wording.lemma[value.end : value.end + _REACH]
    return behind[:1] == ["of"] and not _words("lasting").isdisjoint(behind)


def of_two_quakes(setting: Setting, pair: Pair) -> bool:
    """Strengths of two quakes, or of one and of any: 6.1 and 3.8, "a quake of magnitude 6 can cause damage".

    They lie further apart than two stations measure one quake, or one is told with a month long before.
    """
    strengths, past, general = [], [], False
    for wording, value in setting.sides(pair):
        quantity = value.quantity
        if quantity is None or quantity.unit != "magnitude" or quantity.value is None:
            return False
        strengths.append(quantity.value)
        past.append(any(each.time is not None and _MONTH.match(each.time.value) for each in wording.values))
        general = general or not _words("general").isdisjoint(wording.lemma)
    apart = abs(strengths[0] - strengths[1]) >= _QUAKES_APART
    return (apart or general or past[0] != past[1]) and not is_tight(pair)


GAUGED_RULES: tuple[Callable[[Setting, Pair], bool], ...] = (
    of_gap_and_level,
    of_bound_and_day,
    of_needed_and_reached,
    of_a_named_span,
    of_a_moment_within,
    of_unrest_so_far,
    of_two_quakes,
)
