from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from variorum.annotate.attributions.decode import TAGS, allow_moves, best_tags, spans_of

scores = st.floats(-3, 3, width=32)


def plain_best(emissions, moves, start):
    """The best path by trying all."""
    opening = start.copy()
    opening[2::2] = -1e4
    paths = product(range(TAGS), repeat=len(emissions))

    def total(path):
        steps = sum(moves[a, b] for a, b in pairwise(path))
        return opening[path[0]] + sum(row[tag] for row, tag in zip(emissions, path, strict=True)) + steps

    return max(total(path) for path in paths), total


@settings(max_examples=30)
@given(arrays(np.float32, (3, TAGS), elements=scores), arrays(np.float32, (TAGS, TAGS), elements=scores))
def test_the_best_path_is_found(emissions, transitions):
    moves, start = allow_moves(transitions), np.zeros(TAGS, np.float32)
    best, total = plain_best(emissions, moves, start)
    assert np.isclose(total(best_tags(emissions, moves, start, [range(3)])), best, atol=1e-3)


@given(st.lists(st.integers(1, 5), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_paragraphs_are_judged_alone(lengths, random):
    rng = np.random.default_rng(random.randrange(10**6))
    emissions = rng.normal(size=(sum(lengths), TAGS)).astype(np.float32)
    moves, start = allow_moves(rng.normal(size=(TAGS, TAGS)).astype(np.float32)), np.zeros(TAGS, np.float32)
    ends = np.cumsum(lengths)
    blocks = [range(int(end - length), int(end)) for end, length in zip(ends, lengths, strict=True)]
    together = best_tags(emissions, moves, start, blocks)
    for block in blocks:
        alone = best_tags(emissions[block.start : block.stop], moves, start, [range(len(block))])
        assert together[block.start : block.stop].tolist() == alone.tolist()


def test_spans_end_where_another_begins_or_the_paragraph_ends():
    tags = np.array([0, 5, 6, 6, 5, 0, 3, 6, 6])
    assert spans_of(tags, 2, [range(0, 8), range(8, 9)]).tolist() == [[1, 3], [4, 4], [7, 7], [8, 8]]
    assert spans_of(tags, 1, [range(9)]).tolist() == [[6, 6]]
    assert spans_of(tags, 0, [range(9)]).tolist() == []
