"""Which content belongs to which cue, and which source: by the vectors of the spans and how they lie to one another."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

LINK = 48  # numbers in a vector
NEAREST = 5  # candidates looked at on either side of a span
_NEVER = -1e4
# What a pair loses that lies in two paragraphs: 0.6 % of contents do, and the vectors know it too seldom (+.005).
_APART = 8.0
_EDGES = np.array([1, 2, 3, 5, 9, 17, 33, 65])

# The kinds of link. Each word has a vector for either side of either: 2 * kind and 2 * kind + 1.
CONTENT_TO_CUE, CUE_TO_SOURCE = 0, 1


class LinkTable(msgspec.Struct, frozen=True):
    """What the trained model scores a pair by, beside its vectors: row 0 for content and cue, 1 for cue and source."""

    transitions: Floats
    start: Floats
    distance: Floats
    together: Floats
    between: Floats
    null: Floats


class Candidates(msgspec.Struct, frozen=True):
    """For each of n spans, k others by number (n, k) and their log probabilities (n, k)."""

    numbers: Ints
    scores: Floats


def load_link_table(path: Path) -> LinkTable:
    """Return the table that training wrote."""
    with np.load(path) as table:
        return LinkTable(**{name: table[name] for name in LinkTable.__struct_fields__})


def pair_features(lefts: Ints, rights: Ints, sentence: Ints, stops: Ints) -> Ints:
    """Return (…, 3) for pairs of word spans (…, 2): distance bucket, same sentence, how many `stops` lie between (≤ 3).

    The bucket is 0 to 8 where right comes after left, from touching to 65 words away, and 9 to 16 where before.
    """
    after, before = rights[..., 0] - lefts[..., 1], lefts[..., 0] - rights[..., 1]
    bucket = np.where(
        after >= before, np.searchsorted(_EDGES, after, side="right"), 8 + np.searchsorted(_EDGES, before, side="right")
    )
    low, high = np.minimum(lefts[..., 1], rights[..., 1]), np.maximum(lefts[..., 0], rights[..., 0])
    between = np.searchsorted(stops, high) - np.searchsorted(stops, low, side="right")
    together = sentence[lefts[..., 0]] == sentence[rights[..., 0]]
    return np.stack([bucket, together, np.clip(between, 0, 3)], axis=-1).astype(np.int64)


class Window(msgspec.Struct, frozen=True):
    """What the encoder saw at once: the words `seen`, those `judged` in it, and `vectors` (seen words, 4, 2, LINK).

    Vectors are compared within one window only: they tell where in it a word stands as well.
    """

    seen: range
    judged: range
    vectors: Floats


class Places(msgspec.Struct, frozen=True):
    """The numbers of each word's sentence and paragraph."""

    sentence: Ints
    paragraph: Ints


def score_contents(
    windows: Sequence[Window], contents: Ints, cues: Ints, places: Places, table: LinkTable
) -> Candidates:
    """Return for each content the nearest cues, and how likely each is its own (log probabilities).

    Spans are first and last words (n, 2).
    """
    near = np.full((len(contents), 2 * NEAREST), -1, dtype=np.int64)
    scores = np.full(near.shape, _NEVER, dtype=np.float32)
    for window in windows:
        mine, others = _in_window(window, contents, cues)
        if len(mine) and len(others):
            found, scores[mine] = _score_pairs(window, contents[mine], cues[others], places, table, CONTENT_TO_CUE)
            near[mine] = others[found]
    scores -= scores.max(1, initial=_NEVER, keepdims=True)
    return Candidates(near, scores - np.log(np.exp(scores).sum(1, keepdims=True)))


def link_sources(windows: Sequence[Window], cues: Ints, sources: Ints, places: Places, table: LinkTable) -> Ints:
    """Return the number of the source of each cue, -1 where it has none."""
    linked = np.full(len(cues), -1, dtype=np.int64)
    for window in windows:
        mine, others = _in_window(window, cues, sources)
        if len(mine) and len(others):
            found, scores = _score_pairs(window, cues[mine], sources[others], places, table, CUE_TO_SOURCE)
            none = _span_vectors(window, cues[mine], 2 * CUE_TO_SOURCE) @ table.null[:-1] + table.null[-1]
            best = np.take_along_axis(found, scores.argmax(1)[:, None], axis=1)[:, 0]
            linked[mine] = np.where(scores.max(1) > none, others[best], -1)
    return linked


def _score_pairs(  # noqa: PLR0913, PLR0917 - two sides, and all that a pair is scored by
    window: Window, left: Ints, right: Ints, places: Places, table: LinkTable, kind: int
) -> tuple[Ints, Floats]:
    """The nearest of `right` of each of `left`, and the scores of these pairs."""
    found = _nearest(left, right)
    ours = _span_vectors(window, left, 2 * kind)[:, None]
    theirs = _span_vectors(window, right, 2 * kind + 1)[found]
    features = pair_features(left[:, None], right[found], places.sentence, right[:, 0])
    scores: Floats = (ours * theirs).sum(-1) * LINK**-0.5
    scores += table.distance[kind][features[..., 0]] + table.together[kind][features[..., 1]]
    scores += table.between[kind][features[..., 2]]
    apart = places.paragraph[left[:, 0]][:, None] != places.paragraph[right[found][..., 0]]
    return found, scores - _APART * apart


def _in_window(window: Window, spans: Ints, others: Ints) -> tuple[Ints, Ints]:
    """The numbers of the spans that begin among the judged words, and of the others that lie in what was seen."""
    mine = np.flatnonzero((spans[:, 0] >= window.judged.start) & (spans[:, 0] < window.judged.stop))
    inside = np.flatnonzero((others[:, 0] >= window.seen.start) & (others[:, 1] < window.seen.stop))
    return mine, inside


def _span_vectors(window: Window, spans: Ints, role: int) -> Floats:
    """The vectors of spans, of their first and last words; a span that goes on beyond the window is cut."""
    inside = np.minimum(spans - window.seen.start, len(window.seen) - 1)
    found: Floats = window.vectors[inside[:, 0], role, 0] + window.vectors[inside[:, 1], role, 1]
    return found


def _nearest(spans: Ints, others: Ints) -> Ints:
    """The numbers of the NEAREST of `others` on either side of each span (n, k); repeated at the ends of the text."""
    at = np.searchsorted(others[:, 0], spans[:, 0])
    found: Ints = np.clip(at[:, None] + np.arange(-NEAREST, NEAREST), 0, len(others) - 1)
    return found
