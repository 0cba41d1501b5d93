"""Clusters of reports that tell of one happening: average link over the pairs worth comparing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from variorum.group.profile import Profile

STORY = 0.41
STORYLINE = 0.28


def cluster(profiles: Sequence[Profile], compare: Callable[[Profile, Profile], float], least: float) -> list[list[int]]:
    """Return clusters of the indices of `profiles`, joined while two clusters' pairs reach `least` on average."""
    near = {(i, j): compare(profiles[i], profiles[j]) for j in range(len(profiles)) for i in range(j)}
    members = {i: [i] for i in range(len(profiles))}
    sums = dict(near)
    while sums:
        best, pair = max(((total / (len(members[i]) * len(members[j])), (-i, -j)) for (i, j), total in sums.items()))
        if best < least:
            break
        i, j = -pair[0], -pair[1]
        members[i] += members.pop(j)
        for k in members:
            if k != i:
                moved = sums.pop((min(j, k), max(j, k)))
                sums[min(i, k), max(i, k)] += moved
        del sums[i, j]
    return [sorted(group) for group in members.values()]
