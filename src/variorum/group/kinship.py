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

from variorum.group.profile import Profile

Floats = NDArray[np.float64]

# Weights of: body with body, names with names, one's title with the other's lede (both ways).
BODY, NAMES, TITLE_LEDE = 0.8, 0.0, 0.2
OTHER_WEEKDAY = 0.9  # factor where both name weekdays, and none in common; its inverse where they share one
LINE_FREE, LINE_DECAY = 30, 400.0  # the same for stories of one affair
DAYS_FREE, DAYS_DECAY = 1, 25.0  # days apart that cost nothing; days after which nearness has fallen to 1/e
# Two days known and close are evidence of one happening. Where one is unknown the wording has to bear it alone: what
# rests on one word, mostly an actor's name, counts for less (measured on dev and on ECB+).
DAYS_KNOWN, DAYS_UNKNOWN, ONE_WORD = 1.06, 1.11, 0.4
MOST = 0.5  # a copy of a report is no nearer than this: it must not make its story look tighter than it is


class Kinship(NamedTuple):
    """How near a report is to each of others, as told of one happening and as told of one affair: 0 to MOST."""

    near: Floats
    kin: Floats


def compare_with_all(a: Profile, others: Sequence[Profile]) -> Kinship:
    """Return how near `a` is to each of `others`."""
    cosines = multiply_fields(a, others)
    names = (a.weights[:, 1].any() and np.array([other.weights[:, 1].any() for other in others])) * NAMES
    titles = 0.5 * (cosines[:, 2] + cosines[:, 3])
    has_title = 0.5 * TITLE_LEDE * (a.weights[:, 2].any() * 1.0 + np.array([o.weights[:, 2].any() for o in others]))
    mean = BODY * cosines[:, 0] + names * cosines[:, 1] + TITLE_LEDE * titles
    kin = mean / (BODY + names + has_title)
    near = kin * compare_weekdays(a, others) * compare_days(a, others) * weigh_evidence(a, others, cosines)
    kin *= compare_days(a, others, LINE_FREE, LINE_DECAY)
    return Kinship(np.minimum(near, MOST), np.minimum(kin, MOST))


def compare_bodies(a: Profile, others: Sequence[Profile]) -> Floats:
    """Return how near `a` is to each of `others` by bodies, weekdays and days alone, 0 to MOST."""
    near = multiply_fields(a, others)[:, 0] * compare_weekdays(a, others) * compare_days(a, others)
    return np.minimum(near, MOST)


def multiply_fields(a: Profile, others: Sequence[Profile]) -> Floats:
    """Return for each of `others` the cosines of body and body, names and names, title and lede, lede and title.

    The last column is what the heaviest single word has of the first.
    """
    sizes = np.array([len(other.terms) for other in others])
    result = np.zeros((len(others), 5))
    if not len(a.terms) or not sizes.sum():
        return result
    terms = np.concatenate([other.terms for other in others])
    weights = np.concatenate([other.weights for other in others])
    at = np.minimum(np.searchsorted(a.terms, terms), len(a.terms) - 1)
    shared = np.flatnonzero(a.terms[at] == terms)
    mine, theirs = a.weights[at[shared]], weights[shared]
    whose = np.repeat(np.arange(len(others)), sizes)[shared]
    for column, (left, right) in enumerate(((0, 0), (1, 1), (2, 3), (3, 2))):
        result[:, column] = np.bincount(whose, mine[:, left] * theirs[:, right], len(others))
    np.maximum.at(result[:, 4], whose, mine[:, 0] * theirs[:, 0])
    return result


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
