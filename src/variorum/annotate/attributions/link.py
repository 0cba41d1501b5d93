"""Which content belongs to which cue, and which source: by the vectors of the spans and how they lie to one another."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

LINK = 48  # numbers in a vector
NEAREST = 5  # candidates looked at on either side of a span
_EDGES = np.array([1, 2, 3, 5, 9, 17, 33, 65])

CONTENT, CUE_OF_CONTENT, CUE_OF_SOURCE, SOURCE = range(4)


class LinkTable(msgspec.Struct, frozen=True):
    """What the trained model scores a pair by, beside its vectors: row 0 for content and cue, 1 for cue and source."""

    transitions: Floats
    start: Floats
    distance: Floats
    together: Floats
    between: Floats
    null: Floats


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


def link_contents(vectors: Floats, contents: Ints, cues: Ints, sentence: Ints, table: LinkTable) -> Ints:
    """Return the number of the cue of each content, -1 where there is no cue at all.

    `vectors` (words, 4, 2, LINK) are the tagger's; spans are first and last words (n, 2).
    """
    if not len(contents) or not len(cues):
        return np.full(len(contents), -1, dtype=np.int64)
    near = _nearest(contents, cues)
    left = _span_vectors(vectors, contents, CONTENT)[:, None]
    right = _span_vectors(vectors, cues, CUE_OF_CONTENT)[near]
    scores = (left * right).sum(-1) * LINK**-0.5
    scores += _score_places(pair_features(contents[:, None], cues[near], sentence, cues[:, 0]), table, 0)
    return _best(near, scores)


def link_sources(vectors: Floats, cues: Ints, sources: Ints, sentence: Ints, table: LinkTable) -> Ints:
    """Return the number of the source of each cue, -1 where it has none."""
    if not len(cues) or not len(sources):
        return np.full(len(cues), -1, dtype=np.int64)
    near = _nearest(cues, sources)
    left = _span_vectors(vectors, cues, CUE_OF_SOURCE)
    right = _span_vectors(vectors, sources, SOURCE)[near]
    scores = (left[:, None] * right).sum(-1) * LINK**-0.5
    scores += _score_places(pair_features(cues[:, None], sources[near], sentence, sources[:, 0]), table, 1)
    return np.where(scores.max(1) > left @ table.null[:-1] + table.null[-1], _best(near, scores), -1)


def _span_vectors(vectors: Floats, spans: Ints, role: int) -> Floats:
    found: Floats = vectors[spans[:, 0], role, 0] + vectors[spans[:, 1], role, 1]
    return found


def _nearest(spans: Ints, others: Ints) -> Ints:
    """The numbers of the NEAREST of `others` on either side of each span (n, k); repeated at the ends of the text."""
    at = np.searchsorted(others[:, 0], spans[:, 0])
    found: Ints = np.clip(at[:, None] + np.arange(-NEAREST, NEAREST), 0, len(others) - 1)
    return found


def _score_places(features: Ints, table: LinkTable, kind: int) -> Floats:
    scores: Floats = table.distance[kind][features[..., 0]] + table.together[kind][features[..., 1]]
    scores += table.between[kind][features[..., 2]]
    return scores


def _best(near: Ints, scores: Floats) -> Ints:
    best: Ints = np.take_along_axis(near, scores.argmax(1)[:, None], axis=1)[:, 0]
    return best
