"""Clustering against its plain slow twin, and its laws."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.group.stories import ClusterOptions, cluster


def slow_average_link(near, least):
    clusters = [[node] for node in near]

    def across(a, b):
        return sum(near[x].get(y, 0.0) for x in a for y in b) / (len(a) * len(b))

    while len(clusters) > 1:
        best = max(combinations(sorted(clusters), 2), key=lambda pair: across(*pair))
        if across(*best) < least:
            break
        clusters = [each for each in clusters if each not in best] + [sorted(best[0] + best[1])]
    return sorted(clusters)


@st.composite
def graphs(draw):
    size = draw(st.integers(0, 9))
    # Weights without ties: which of two equal pairs is merged first is free.
    pairs = list(combinations(range(size), 2))
    weights = draw(st.permutations(range(1, len(pairs) + 1)))
    kept = draw(st.lists(st.booleans(), min_size=len(pairs), max_size=len(pairs)))
    near = {node: {} for node in range(size)}
    for (a, b), weight, keep in zip(pairs, weights, kept, strict=True):
        if keep:
            near[a][b] = near[b][a] = (weight + 0.001 * weight**2) / 60
    return near


@settings(deadline=None)
@given(graphs(), st.sampled_from([0.1, 0.2, 0.3]))
def test_without_power_it_is_average_link(near, least):
    options = ClusterOptions(least=least, power=0.0)
    assert cluster(near, {}, options) == slow_average_link(near, least)


@settings(deadline=None)
@given(graphs())
def test_clusters_part_the_nodes(near):
    found = cluster(near, {})
    assert sorted(node for members in found for node in members) == sorted(near)


def test_a_tight_cluster_takes_in_less():
    def mesh(within):
        near = {node: {} for node in range(6)}
        for a, b in combinations(range(6), 2):
            near[a][b] = near[b][a] = within if (a < 3) == (b < 3) else 0.18
        return near

    assert len(cluster(mesh(0.25), {})) == 1
    assert len(cluster(mesh(0.5), {})) == 2


def test_clusters_to_begin_with_are_kept_together():
    near = {0: {1: 0.01}, 1: {0: 0.01}, 2: {}}
    assert cluster(near, {}, begun=[[0, 1]]) == [[0, 1], [2]]
