import numpy as np

from variorum.annotate.attributions.link import LINK, LinkTable, link_contents, link_sources, pair_features


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


def test_the_nearest_cue_takes_a_content_where_nothing_else_tells():
    contents, cues = np.array([[0, 3], [10, 14]]), np.array([[5, 5], [9, 9]])
    vectors, sentence = np.zeros((20, 4, 2, LINK), np.float32), np.zeros(20, np.int64)
    assert link_contents(vectors, contents, cues, sentence, table()).tolist() == [0, 1]


def test_a_source_too_far_off_is_none():
    cues, sources = np.array([[5, 5], [400, 400]]), np.array([[4, 4]])
    vectors, sentence = np.zeros((500, 4, 2, LINK), np.float32), np.arange(500) // 20
    assert link_sources(vectors, cues, sources, sentence, table()).tolist() == [0, -1]


def test_without_cues_nothing_is_linked():
    empty, spans = np.zeros((0, 2), np.int64), np.array([[1, 2]])
    vectors, sentence = np.zeros((5, 4, 2, LINK), np.float32), np.zeros(5, np.int64)
    assert link_contents(vectors, spans, empty, sentence, table()).tolist() == [-1]
    assert link_sources(vectors, spans, empty, sentence, table()).tolist() == [-1]
    assert link_sources(vectors, empty, spans, sentence, table()).tolist() == []


def test_places_are_told_by_side_sentence_and_what_lies_between():
    sentence = np.array([1] * 10 + [2] * 10)
    left, right = np.array([[4, 5], [12, 12]]), np.array([[6, 7], [2, 3]])
    found = pair_features(left, right, sentence, np.array([2, 6, 9]))
    assert found.tolist() == [[1, 1, 0], [8 + 5, 0, 2]]
