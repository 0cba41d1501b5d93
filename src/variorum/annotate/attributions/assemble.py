"""The tagger's words put together: spans, and the attributions that they make.

An attribution has one cue. Its contents lie beside it and beside one another: hardly more than the cue, its source and
marks stand between (82 % of the contents of several parts in the training set have at most two words of anything else
there). So a content that would have to reach over other words for a cue has lost its own, and stands alone: better
without a source than in a stranger's mouth (development set: whole attributions +.02, direct quotations found +.03).
"""

from __future__ import annotations

from bisect import bisect, insort
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import msgspec
import numpy as np

from variorum.annotate.attributions.decode import ROLES, allow_moves, best_tags, spans_of
from variorum.annotate.attributions.features import PARAGRAPH, POS, WordColumns
from variorum.annotate.attributions.link import (
    Candidates,
    Floats,
    Ints,
    LinkTable,
    Places,
    link_sources,
    score_contents,
)
from variorum.annotate.attributions.tagger import Tagged
from variorum.model.span import Span

# Added to the scores of the tags (none, then begin and inside of source, cue and content): for the best F1 of whole
# attributions on the training reports held out. Sources and cues that nothing is linked to are dropped anyway.
BIAS = np.array([0, 0.5, 0, 0.5, 0, -0.3, 0], dtype=np.float32)
# A cue is a content's own only if it is at most e^3 times less likely than the likeliest one.
_MARGIN = 3.0
# Words, beside cue, source and marks, that may part two contents of one cue.
_GAP = 3
_MARK = 1 + POS.index("PUNCT")


class Said(msgspec.Struct, frozen=True):
    """One attribution before its speaker is known."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]


class _Found(msgspec.Struct, frozen=True):
    """The spans of each role, by first and last word (n, 2), and the source of each cue (-1 for none)."""

    sources: Ints
    cues: Ints
    contents: Ints
    source_of: Ints
    words_until: Ints  # how many words that are no marks stand before each word
    paragraph: Ints  # the number of each word's paragraph


def assemble(
    tagged: Tagged, links: LinkTable, words: WordColumns, spans: Sequence[Span], bias: Floats = BIAS
) -> list[Said]:
    """Return the attributions that the scores of `words` make, in the order of their contents.

    `spans` are the places of the words. A content whose cue was not found has neither source nor cue.
    """
    places = Places(np.cumsum(words.place > 0), np.cumsum(words.place == PARAGRAPH))
    found = _spans(tagged, links, words, places, bias)
    candidates = score_contents(tagged.windows, found.contents, found.cues, places, links)
    cue_of = _choose_cues(found, candidates)

    def span(pair: Ints) -> Span:
        return Span(spans[pair[0]].start, spans[pair[1]].end)

    parts: dict[int, list[Span]] = defaultdict(list)
    said = []
    for number, content in enumerate(found.contents):
        if number in cue_of:
            parts[cue_of[number]].append(span(content))
        else:
            said.append(Said(None, None, (span(content),)))
    for cue, content in parts.items():
        source = found.source_of[cue]
        said.append(Said(span(found.sources[source]) if source >= 0 else None, span(found.cues[cue]), tuple(content)))
    return sorted(said, key=lambda each: each.content[0])


def blocks_of(place: Ints) -> list[range]:
    """Return the words of each paragraph, from the column that marks where they open."""
    openings = [0, *(int(index) for index in np.flatnonzero(place == PARAGRAPH) if index), len(place)]
    return [range(start, end) for start, end in pairwise(openings) if start < end]


def _spans(tagged: Tagged, links: LinkTable, words: WordColumns, places: Places, bias: Floats) -> _Found:
    blocks = blocks_of(words.place)
    tags = best_tags(tagged.emissions + bias, allow_moves(links.transitions), links.start, blocks)
    sources, cues, contents = (spans_of(tags, role, blocks) for role in range(len(ROLES)))
    source_of = link_sources(tagged.windows, cues, sources, places, links)
    words_until: Ints = np.concatenate([[0], np.cumsum(words.pos != _MARK)])
    return _Found(sources, cues, contents, source_of, words_until, places.paragraph)


def _choose_cues(found: _Found, candidates: Candidates) -> dict[int, int]:
    """The cue of each content that has one: the surest pairs first, the others where they join those."""
    likely = candidates.scores > candidates.scores.max(1, initial=-np.inf, keepdims=True) - _MARGIN
    likely &= candidates.numbers >= 0
    pairs = sorted(
        (-float(candidates.scores[content, column]), int(content), int(candidates.numbers[content, column]))
        for content, column in zip(*np.nonzero(likely), strict=True)
    )
    cue_of: dict[int, int] = {}
    members: dict[int, list[int]] = defaultdict(list)
    for _, content, cue in pairs:
        if content not in cue_of and _joins(found, content, members[cue], cue):
            cue_of[content] = cue
            insort(members[cue], content)
    return cue_of


def _joins(found: _Found, content: int, members: Sequence[int], cue: int) -> bool:
    """Whether little but the cue and its source parts a content from the nearest of those that the cue has."""
    at = bisect(members, content)
    neighbours = [*members[max(0, at - 1) : at], *members[at : at + 1]]
    return not neighbours or any(
        _gap(found, min(content, other), max(content, other), cue) <= _GAP for other in neighbours
    )


def _gap(found: _Found, first: int, second: int, cue: int) -> int:
    """How many words stand between two contents, without marks, the cue and its source."""
    start, end = int(found.contents[first, 1]) + 1, int(found.contents[second, 0])
    source = found.source_of[cue]
    gap = int(found.words_until[end] - found.words_until[start])
    if found.paragraph[start - 1] != found.paragraph[end]:
        return _GAP + 1
    for low, high in [found.cues[cue], *([found.sources[source]] if source >= 0 else [])]:
        inner = slice(max(int(low), start), min(int(high) + 1, end))
        if inner.start < inner.stop:
            gap -= int(found.words_until[inner.stop] - found.words_until[inner.start])
    return gap
