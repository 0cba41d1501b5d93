import numpy as np
import pytest

from variorum.annotate.attributions.link import (
    LINK,
    LinkTable,
    Places,
    Window,
    link_sources,
    pair_features,
    score_contents,
)


def table():
    distance = np.zeros((2, 17), np.float32)
    distance[:, :9] = -np.arange(9)
    distance[:, 9:] = -np.arange(1, 9)
    return LinkTable(
        transitions=np.zeros((7, 7), np.float32),
        start=np.zeros(7, np.float32),
        distance=distance,
        together=np.array([[0, 1], [0, 1]], np.float32),
        between=np.zeros((2, 4), np.float32),
        null=np.append(np.zeros(LINK), -6).astype(np.float32),
    )


def windows(size, cut=None):
    """One window over all words, or two that are judged apart at `cut` and see all."""
    vectors = np.zeros((size, 4, 2, LINK), np.float32)
    judged = [range(size)] if cut is None else [range(cut), range(cut, size)]
    return [Window(range(size), part, vectors) for part in judged]


def one_place(size):
    """One sentence, one paragraph."""
    return Places(np.zeros(size, np.int64), np.zeros(size, np.int64))


def best_cues(contents, cues, parts):
    candidates = score_contents(parts, np.array(contents), np.array(cues), one_place(20), table())
    return [int(row[scores.argmax()]) for row, scores in zip(candidates.numbers, candidates.scores, strict=True)]


@pytest.mark.parametrize("cut", [None, 8])
def test_the_nearest_cue_takes_a_content_where_nothing_else_tells(cut):
    found = best_cues([[0, 3], [10, 14]], [[5, 5], [9, 9]], windows(20, cut))
    assert found == [0, 1]


def test_what_was_not_seen_together_is_not_linked():
    vectors = np.zeros((10, 4, 2, LINK), np.float32)
    apart = [Window(range(10), range(10), vectors), Window(range(10, 20), range(10, 20), vectors)]
    candidates = score_contents(apart, np.array([[12, 14]]), np.array([[8, 8]]), one_place(20), table())
    assert (candidates.numbers == -1).all()


def test_a_source_too_far_off_is_none():
    cues, sources = np.array([[5, 5], [400, 400]]), np.array([[4, 4]])
    assert link_sources(
        windows(500), cues, sources, Places(np.arange(500) // 20, np.zeros(500, np.int64)), table()
    ).tolist() == [0, -1]


def test_without_cues_nothing_is_linked():
    empty, spans, sentence = np.zeros((0, 2), np.int64), np.array([[1, 2]]), one_place(5)
    assert (score_contents(windows(5), spans, empty, sentence, table()).numbers == -1).all()
    assert link_sources(windows(5), spans, empty, sentence, table()).tolist() == [-1]
    assert link_sources(windows(5), empty, spans, sentence, table()).tolist() == []


def test_places_are_told_by_side_sentence_and_what_lies_between():
    sentence = np.array([1] * 10 + [2] * 10)
    left, right = np.array([[4, 5], [12, 12]]), np.array([[6, 7], [2, 3]])
    found = pair_features(left, right, sentence, np.array([2, 6, 9]))
    assert found.tolist() == [[1, 1, 0], [8 + 5, 0, 2]]
