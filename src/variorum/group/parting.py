"""Clusters of reports that are two happenings with the same actors, taken apart.

Within a cluster the words that all its reports share tell nothing. Weighed by what is left, two meetings of the same
two people have next to nothing in common, while the halves of one meeting's reports still share its details. A cluster
is parted where its best two halves share less than chance halves of their size do, or where they share little and speak
of different weekdays throughout; and where its dated reports are held together by undated ones only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.group.kinship import compare_bodies
from variorum.group.profile import Profile
from variorum.group.stories import cluster

Floats = NDArray[np.float64]

FEWEST, MOST = 4, 320  # reports of a cluster that is looked at
NAMES_WEIGHT = 0.5
# Dated reports of one happening are at least so near to one another, as a share of how near they are to undated ones:
# .85 to 1.3 in the stories of dev that have both, .49 where three happenings of a summer were held together.
GLUED = 0.65
# What the best halves of one happening's reports share grows with the smaller half (measured on dev and on ECB+).
LARGE_HALF, SHARED_BASE, SHARED_STEP, SHARED_MOST = 6, 0.03, 0.023, 0.26
# Halves that speak of different weekdays: in this share of pairs across, and so much more than within.
OTHER_DAYS, MORE_THAN_WITHIN, DAYS_SHARED, DAYS_NEAR = 0.7, 0.4, 0.25, 0.78


class Halves(NamedTuple):
    """Two halves of a cluster, as positions in it."""

    first: list[int]
    second: list[int]


def part(members: Sequence[int], profiles: Sequence[Profile]) -> list[list[int]]:
    """Return the happenings that the cluster `members` (numbers of `profiles`) tells of: mostly itself alone."""
    # Reports in other languages share no words: they say nothing about parting, and stay with the larger part.
    spoken = Counter(profiles[member].language for member in members)
    main = min(spoken, key=lambda language: (-spoken[language], language or ""))
    parts = _part_words([member for member in members if profiles[member].language == main], profiles)
    foreign = [member for member in members if profiles[member].language != main]
    if foreign:
        largest = max(range(len(parts)), key=lambda at: (len(parts[at]), -at))
        parts[largest] = sorted([*parts[largest], *foreign])
    return parts


def _part_words(members: Sequence[int], profiles: Sequence[Profile]) -> list[list[int]]:
    if not FEWEST <= len(members) <= MOST:
        return [list(members)]
    held = [profiles[member] for member in members]
    own = multiply_own_words(held)
    near = np.array([compare_bodies(profile, held) for profile in held])
    dated, undated = _split_by_dates(held)
    if _is_glued(near, dated, undated):
        return [
            *_part_words([members[at] for at in undated], profiles),
            *([members[at] for at in told] for told in _cluster(near, dated)),
        ]
    for nearness in (near, own):
        halves = halve(nearness)
        if _are_two(halves, held, own, near):
            return [parted for half in halves for parted in _part_words([members[at] for at in half], profiles)]
    return [list(members)]


def multiply_own_words(profiles: Sequence[Profile]) -> Floats:
    """Return the cosine of each pair of reports by the words that not all of them share."""
    terms, columns = np.unique(np.concatenate([profile.terms for profile in profiles]), return_inverse=True)
    weights = np.zeros((len(profiles), len(terms)), dtype=np.float32)
    at = 0
    for row, profile in enumerate(profiles):
        own = columns[at : at + len(profile.terms)]
        weights[row, own] = profile.weights[:, 0] + NAMES_WEIGHT * profile.weights[:, 1]
        at += len(profile.terms)
    held_by = (weights > 0).sum(axis=0)
    weights *= (np.log(len(profiles) / held_by) / np.log(len(profiles))).astype(np.float32)
    weights /= np.maximum(np.linalg.norm(weights, axis=1, keepdims=True), 1e-9)
    return np.asarray(weights @ weights.T, dtype=np.float64)


def halve(nearness: Floats) -> Halves:
    """Return the last two clusters of average link."""
    size = len(nearness)
    sums = nearness.copy()
    np.fill_diagonal(sums, -np.inf)
    members = [[at] for at in range(size)]
    sizes = np.ones(size)
    alive = np.ones(size, dtype=bool)
    for _ in range(size - 2):
        means = sums / np.outer(sizes, sizes)
        a, b = sorted(divmod(int(means.argmax()), size))
        sums[a] += sums[b]
        sums[:, a] = sums[a]
        sums[a, a] = -np.inf
        sums[b] = sums[:, b] = -np.inf
        sizes[a] += sizes[b]
        members[a] += members[b]
        alive[b] = False
    first, second = (sorted(members[at]) for at in np.flatnonzero(alive))
    return Halves(first, second)


def _are_two(halves: Halves, profiles: Sequence[Profile], own: Floats, near: Floats) -> bool:
    smaller = min(len(half) for half in halves)
    if smaller < 2:
        return False
    shared = _contrast(own, halves)
    if smaller >= LARGE_HALF and shared <= min(SHARED_BASE + SHARED_STEP * smaller, SHARED_MOST):
        return True
    if shared > DAYS_SHARED or _contrast(near, halves) > DAYS_NEAR:
        return False
    across, within = _other_days(halves, profiles)
    return across >= OTHER_DAYS and across - within >= MORE_THAN_WITHIN


def _split_by_dates(profiles: Sequence[Profile]) -> Halves:
    """The reports with a day, and those without."""
    return Halves(
        [at for at, profile in enumerate(profiles) if profile.day >= 0],
        [at for at, profile in enumerate(profiles) if profile.day < 0],
    )


def _is_glued(near: Floats, dated: list[int], undated: list[int]) -> bool:
    """Whether the dated reports are together through the undated ones only.

    Undated reports on a much-told actor are near to all that is told of the actor, a month apart or not. Of one
    happening the dated reports are as near to one another as to the undated ones.
    """
    if len(dated) < 2 or len(undated) < 2:
        return False
    across = float(near[np.ix_(dated, undated)].mean())
    return _mean_within(near, dated) < GLUED * min(across, _mean_within(near, undated))


def _cluster(near: Floats, members: list[int]) -> list[list[int]]:
    return cluster({a: {b: float(near[a, b]) for b in members if b != a} for a in members}, {})


def _contrast(nearness: Floats, halves: Halves) -> float:
    """How near the halves are to one another, as a share of how near each is within itself."""
    across = float(nearness[np.ix_(*halves)].mean())
    within = [_mean_within(nearness, half) for half in halves]
    return across / max(float(np.sqrt(within[0] * within[1])), 1e-6)


def _mean_within(nearness: Floats, half: list[int]) -> float:
    block = nearness[np.ix_(half, half)]
    return max(float(block.sum() - np.trace(block)) / (len(half) * (len(half) - 1)), 1e-6)


def _other_days(halves: Halves, profiles: Sequence[Profile]) -> tuple[float, float]:
    """The share of pairs that name no weekday in common, across the halves and within them; 0 where none name any."""
    days = np.array([profile.weekdays for profile in profiles])
    known = (days[:, None] != 0) & (days[None, :] != 0)
    other = known & ((days[:, None] & days[None, :]) == 0)
    across = np.ix_(*halves)
    inside = np.zeros_like(known)
    for half in halves:
        inside[np.ix_(half, half)] = True
    np.fill_diagonal(inside, False)
    return _share(other[across], known[across]), _share(other & inside, known & inside)


def _share(some: NDArray[np.bool_], all_of: NDArray[np.bool_]) -> float:
    return float(some.sum() / all_of.sum()) if all_of.any() else 0.0
