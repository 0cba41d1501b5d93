"""The best tags of a text, and the spans they make.

Tags: 0 for none, then begin and inside of each role. The best path is Viterbi's, taken over all paragraphs at once:
no span crosses a paragraph's end.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

ROLES = ("source", "cue", "content")
TAGS = 1 + 2 * len(ROLES)

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_NEVER = np.float32(-1e4)


def allow_moves(transitions: Floats) -> Floats:
    """Return the scores of moves (from, to) with those forbidden that would go on with a span not begun."""
    allowed = transitions.copy()
    for role in range(len(ROLES)):
        begin, inside = 1 + 2 * role, 2 + 2 * role
        allowed[[tag for tag in range(TAGS) if tag not in (begin, inside)], inside] = _NEVER
    return allowed


def best_tags(emissions: Floats, moves: Floats, start: Floats, blocks: Sequence[range]) -> Ints:
    """Return the best tag of each word; `blocks` are the words of each paragraph, together all words."""
    tags = np.zeros(len(emissions), dtype=np.int64)
    if not blocks:
        return tags
    order = sorted(blocks, key=len, reverse=True)
    lengths = np.array([len(block) for block in order])
    firsts = np.array([block.start for block in order])
    opening = start.copy()
    opening[2::2] = _NEVER
    score = emissions[firsts] + opening
    back = np.zeros((lengths[0], len(order), TAGS), dtype=np.int8)
    final = score.copy()
    for step in range(1, lengths[0]):
        live = int(np.searchsorted(-lengths, -step, side="left"))  # the blocks, longest first, that reach this far
        reached = score[:live, :, None] + moves
        back[step, :live] = reached.argmax(1)
        score = reached.max(1) + emissions[firsts[:live] + step]
        final[:live] = score
    _walk_back(tags, final.argmax(1), back, order)
    return tags


def _walk_back(tags: Ints, last: Ints, back: NDArray[np.int8], order: Sequence[range]) -> None:
    for row, block in enumerate(order):
        tag = int(last[row])
        for step in range(len(block) - 1, -1, -1):
            tags[block.start + step] = tag
            tag = int(back[step, row, tag])


def spans_of(tags: Ints, role: int, blocks: Sequence[range]) -> Ints:
    """Return the first and last words (n, 2) of the spans of a role, in text order; none crosses a block's end."""
    begin, inside = 1 + 2 * role, 2 + 2 * role
    fresh = np.zeros(len(tags) + 1, dtype=bool)
    fresh[[block.start for block in blocks]] = True
    mine = (tags == begin) | (tags == inside)
    previous = np.concatenate([[False], mine[:-1]])
    starts = np.flatnonzero(mine & ((tags == begin) | ~previous | fresh[:-1]))
    following = np.concatenate([mine[1:], [False]])
    begins_next = np.concatenate([tags[1:] == begin, [True]])
    ends = np.flatnonzero(mine & (~following | begins_next | fresh[1:]))
    return np.stack([starts, ends], axis=1)
