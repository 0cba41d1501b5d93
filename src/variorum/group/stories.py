"""Clusters of reports that tell of one happening.

Two clusters are joined while the mean nearness across them is high enough, measured against how tight each is within:
reports of two meetings of the same two people are near, but less near than those of one meeting are among themselves.
The clusters are built from the pairs that were worth comparing; the others count as not near.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence

import msgspec

Near = Mapping[int, Mapping[int, float]]


class ClusterOptions(msgspec.Struct, frozen=True):
    """How clusters are joined.

    `least` is the nearness that joins; `usual` that of two reports of one happening, towards which the tightness of
    small clusters is drawn with the weight of `belief` pairs. `power` says how much tightness counts: 0 is plain
    average link.
    """

    least: float = 0.147
    usual: float = 0.25
    belief: float = 3.0
    power: float = 1.0


# Pairs that a report with a full list of candidates was not compared with are no further apart than the last of the
# list; in big stories they are about two thirds as near (mean over the stories of dev with more than 20 reports).
BEYOND = 0.66

STORY = ClusterOptions()
# Stories of one affair share its actors and subject, on other days: plain average link, at less nearness.
STORYLINE = ClusterOptions(least=0.135, power=0.0)


def cluster(
    near: Near,
    floors: Mapping[int, float],
    options: ClusterOptions = STORY,
    begun: Sequence[Sequence[int]] = (),
) -> list[list[int]]:
    """Return the clusters of the nodes of `near`, each in ascending order, by their first node.

    `near` holds for each node those that it was compared with (both ways); `floors` the nearness of the last candidate
    of nodes whose list was full. `begun` are clusters to begin with; nodes in none begin alone.
    """
    merging = _Merging(near, floors, options)
    for members in begun:
        merging.contract(members)
    merging.run()
    return sorted(sorted(members) for members in merging.members.values())


class _Merging:
    """Agglomeration with a heap; entries that a merge made old are left in it and skipped."""

    def __init__(self, near: Near, floors: Mapping[int, float], options: ClusterOptions) -> None:
        self.options = options
        self.members = {node: [node] for node in near}
        self.sums = {
            node: {other: value for other, value in row.items() if other in near} for node, row in near.items()
        }
        self.counts = {node: dict.fromkeys(row, 1) for node, row in self.sums.items()}
        self.floor = {node: floors.get(node, 0.0) for node in near}
        self.within = dict.fromkeys(near, 0.0)
        self.version = dict.fromkeys(near, 0)
        self.heap: list[tuple[float, int, int, int, int]] = []

    def contract(self, members: Sequence[int]) -> None:
        """Make one cluster of `members`, under the first of them."""
        first, *others = sorted(members)
        for other in others:
            self._join(first, other)

    def run(self) -> None:
        """Merge until no pair reaches the least nearness."""
        for node, row in self.sums.items():
            self._push(node, (other for other in row if other > node))
        heapq.heapify(self.heap)
        while self.heap:
            _, a, b, version_a, version_b = heapq.heappop(self.heap)
            if self.version.get(a) == version_a and self.version.get(b) == version_b:
                self._merge(a, b)

    def _push(self, node: int, others: Iterable[int]) -> None:
        tight = self._tightness(node)
        for other in others:
            looseness = self.options.usual / (tight * self._tightness(other)) ** 0.5
            score = self._across(node, other) * looseness**self.options.power
            if score >= self.options.least:
                a, b = min(node, other), max(node, other)
                heapq.heappush(self.heap, (-score, a, b, self.version[a], self.version[b]))

    def _across(self, a: int, b: int) -> float:
        pairs = len(self.members[a]) * len(self.members[b])
        beyond = (pairs - self.counts[a].get(b, 0)) * BEYOND * min(self.floor[a], self.floor[b])
        return (self.sums[a].get(b, 0.0) + beyond) / pairs

    def _tightness(self, node: int) -> float:
        pairs = len(self.members[node]) * (len(self.members[node]) - 1) / 2
        drawn = self.options.belief * self.options.usual
        return (self.within[node] + drawn) / (pairs + self.options.belief)

    def _merge(self, a: int, b: int) -> None:
        self._join(a, b)
        self._push(a, list(self.sums[a]))

    def _join(self, a: int, b: int) -> None:
        """Join cluster `b` to `a`, the one of the earlier first report."""
        size_a, size_b = len(self.members[a]), len(self.members[b])
        self.within[a] += self.within.pop(b) + self._across(a, b) * size_a * size_b
        self.floor[a] = (self.floor[a] * size_a + self.floor.pop(b) * size_b) / (size_a + size_b)
        self.members[a] += self.members.pop(b)
        del self.version[b]
        self.version[a] += 1
        sums, counts = self.sums.pop(b), self.counts.pop(b)
        self.sums[a].pop(b, None)
        self.counts[a].pop(b, None)
        for other in sums:
            if other != a:
                total, count = sums[other], counts[other]
                for left, right in ((a, other), (other, a)):
                    self.sums[left][right] = self.sums[left].get(right, 0.0) + total
                    self.counts[left][right] = self.counts[left].get(right, 0) + count
                del self.sums[other][b], self.counts[other][b]
