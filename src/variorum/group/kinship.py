"""How near two reports are, and why.

Nearness is a weighted mean of the cosines of their fields, lowered where they name other weekdays, where their days of
publication lie apart and, where a day is unknown, by how much of it rests on one word. It is 0 to 1; two reports of one
happening have about 0.3, of two happenings with the same actors 0.2, of unrelated ones 0.03 (`docs/grouping.md`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.group.profile import Profile, Terms

Floats = NDArray[np.float64]

BODY, TITLE_LEDE = 0.8, 0.2  # weights of: body with body, one's title with the other's lede (both ways)
OTHER_WEEKDAY = 0.9  # factor where both name weekdays, and none in common; its inverse where they share one
LINE_FREE, LINE_DECAY = 30, 400.0  # the same for stories of one affair
DAYS_FREE, DAYS_DECAY = 1, 25.0  # days apart that cost nothing; days after which nearness has fallen to 1/e
# Two days known and close are evidence of one happening. Where one is unknown the wording has to bear it alone: what
# rests on one word, mostly an actor's name, counts for less (measured on dev and on ECB+).
DAYS_KNOWN, DAYS_UNKNOWN, ONE_WORD = 1.06, 1.11, 0.4
# What rests on a name or two tells of an actor. By weight an affair of our own writing shares 2.7 to 7 words, other
# doings of its actors 1 to 2.8 (`tests/group/affairs.py`): fewer than LINE_WORDS are no storyline. Of short reports,
# which have little besides names, fewer than STORY_WORDS count half for one happening; of longer ones too, and stories
# lose .003 on dev.
LINE_WORDS, STORY_WORDS, FEW_TERMS = 2.0, 3.0, 60
MOST = 0.5  # a copy of a report is no nearer than this: it must not make its story look tighter than it is

_LOW_BITS = np.uint32(0xFFFF)


class Kinship(NamedTuple):
    """How near a report is to each of others, as told of one happening and as told of one affair: 0 to MOST."""

    near: Floats
    kin: Floats


def compare_with_all(a: Profile, others: Sequence[Profile]) -> Kinship:
    """Return how near `a` is to each of `others`."""
    cosines = multiply_fields(a, others)
    titled = np.array([other.has_title for other in others], dtype=np.float64) + a.has_title
    kin = BODY * cosines[:, 0] + TITLE_LEDE * 0.5 * (cosines[:, 2] + cosines[:, 3])
    kin /= BODY + TITLE_LEDE * 0.5 * titled
    short = np.minimum([len(other.terms) for other in others], len(a.terms)) < FEW_TERMS
    near = kin * np.where(short, 0.5 + 0.5 * _breadth(cosines, STORY_WORDS), 1.0)
    near *= compare_weekdays(a, others) * compare_days(a, others) * weigh_evidence(a, others, cosines)
    kin *= _breadth(cosines, LINE_WORDS) * compare_days(a, others, LINE_FREE, LINE_DECAY)
    return Kinship(np.minimum(near, MOST), np.minimum(kin, MOST))


def _breadth(cosines: Floats, enough: float) -> Floats:
    """From 0 where one word has all that is shared to 1 where as many as `enough` have."""
    return np.clip((cosines[:, 5] - 1) / (enough - 1), 0, 1)


def compare_bodies(a: Profile, others: Sequence[Profile]) -> Floats:
    """Return how near `a` is to each of `others` by bodies, weekdays and days alone, 0 to MOST."""
    near = multiply_fields(a, others)[:, 0] * compare_weekdays(a, others) * compare_days(a, others)
    return np.minimum(near, MOST)


def multiply_fields(a: Profile, others: Sequence[Profile]) -> Floats:
    """Return for each of `others` the cosines of body and body, names and names, title and lede, lede and title.

    The fifth column is what the heaviest single word has of the first; the sixth tells how many words share the first,
    counted by weight (1 / sum of squared shares): 1 where one word has it all.
    """
    sizes = np.array([len(other.terms) for other in others])
    result = np.zeros((len(others), 6))
    if not len(a.terms) or not sizes.sum():
        return result
    terms = np.concatenate([other.terms for other in others])
    weights = np.concatenate([other.weights for other in others])
    at, shared = find_terms(a.terms, terms)
    mine, theirs = a.weights[at], weights[shared]
    whose = np.repeat(np.arange(len(others)), sizes)[shared]
    for column, (left, right) in enumerate(((0, 0), (1, 1), (2, 3), (3, 2))):
        result[:, column] = np.bincount(whose, mine[:, left] * theirs[:, right], len(others))
    if len(whose):
        firsts = np.concatenate([[0], np.flatnonzero(np.diff(whose)) + 1])
        products = mine[:, 0] * theirs[:, 0]
        result[whose[firsts], 4] = np.maximum.reduceat(products, firsts)
        result[:, 5] = result[:, 0] ** 2 / np.maximum(np.bincount(whose, products**2, len(others)), 1e-12)
    return result


class _Found(NamedTuple):
    """Places in the one array and in the other that hold the same term, in the order of the other."""

    at: NDArray[np.int64]
    shared: NDArray[np.int64]


def find_terms(own: Terms, others: Terms) -> _Found:
    """Return where the terms of `others` stand in `own`, which has each once.

    By a table of their low bits, a tenth of the time of a binary search for each; the few of `own` whose place in the
    table another one took are looked for by themselves.
    """
    table = np.zeros(_LOW_BITS + 1, dtype=np.int32)
    slots, places = own & _LOW_BITS, np.arange(len(own), dtype=np.int32)
    table[slots] = places
    at = table[others & _LOW_BITS]
    same = own[at] == others
    for lost in np.flatnonzero(table[slots] != places).tolist():
        found = others == own[lost]
        at[found] = lost
        same |= found
    shared = np.flatnonzero(same)
    return _Found(at[shared].astype(np.int64), shared)


def weigh_evidence(a: Profile, others: Sequence[Profile], cosines: Floats) -> Floats:
    """Return the factor for what is known: DAYS_KNOWN where both have a day, else by how few words they share."""
    dated = (a.day >= 0) & (np.array([other.day for other in others]) >= 0)
    heaviest = cosines[:, 4] / np.maximum(cosines[:, 0], 1e-9)
    return np.where(dated, DAYS_KNOWN, DAYS_UNKNOWN * (1 - ONE_WORD * heaviest))


def compare_weekdays(a: Profile, others: Sequence[Profile]) -> Floats:
    """Return the factor for the weekdays named: below 1 where they differ, above 1 where one is shared."""
    theirs = np.array([other.weekdays for other in others])
    both = (a.weekdays != 0) & (theirs != 0)
    return np.where(both, np.where(theirs & a.weekdays, 1 / OTHER_WEEKDAY, OTHER_WEEKDAY), 1.0)


def compare_days(a: Profile, others: Sequence[Profile], free: int = DAYS_FREE, after: float = DAYS_DECAY) -> Floats:
    """Return the factor for the days between two reports: 1 where one has no day."""
    theirs = np.array([other.day for other in others])
    apart = np.maximum(np.abs(theirs - a.day) - free, 0)
    return np.where((a.day >= 0) & (theirs >= 0), np.exp(-apart / after), 1.0)
