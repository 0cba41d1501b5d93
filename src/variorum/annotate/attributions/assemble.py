"""The tagger's words put together: spans, and the attributions that they make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import msgspec
import numpy as np

from variorum.annotate.attributions.decode import ROLES, allow_moves, best_tags, spans_of
from variorum.annotate.attributions.features import WordColumns
from variorum.annotate.attributions.link import Floats, Ints, LinkTable, link_contents, link_sources
from variorum.annotate.attributions.tagger import Tagged
from variorum.model.annotations import Tokens
from variorum.model.span import Span

# Added to the scores of the tags (none, then begin and inside of source, cue and content).
BIAS = np.zeros(1 + 2 * len(ROLES), dtype=np.float32)


class Said(msgspec.Struct, frozen=True):
    """One attribution before its speaker is known."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]


def assemble(tagged: Tagged, links: LinkTable, words: WordColumns, tokens: Tokens, bias: Floats = BIAS) -> list[Said]:
    """Return the attributions that the scores of `words` make, in the order of their contents.

    A content without any cue near it stands alone, without a source.
    """
    blocks = blocks_of(words.place)
    sentence: Ints = np.cumsum(words.place > 0)
    tags = best_tags(tagged.emissions + bias, allow_moves(links.transitions), links.start, blocks)
    sources, cues, contents = (spans_of(tags, role, blocks) for role in range(len(ROLES)))
    cue_of = link_contents(tagged.vectors, contents, cues, sentence, links)
    source_of = link_sources(tagged.vectors, cues, sources, sentence, links)

    def span(pair: Ints) -> Span:
        return Span(tokens.start[pair[0]], tokens.end[pair[1]])

    parts: dict[int, list[Span]] = defaultdict(list)
    for content, cue in zip(contents, cue_of, strict=True):
        parts[int(cue)].append(span(content))
    found = [Said(None, None, (content,)) for content in parts.pop(-1, [])]
    for cue, content in parts.items():
        source = span(sources[source_of[cue]]) if source_of[cue] >= 0 else None
        found.append(Said(source, span(cues[cue]), tuple(content)))
    return sorted(found, key=lambda said: said.content[0])


def blocks_of(place: Ints) -> Sequence[range]:
    """Return the words of each paragraph, from the column that marks where they open."""
    openings = [0, *(int(index) for index in np.flatnonzero(place == 2) if index), len(place)]
    return [range(start, end) for start, end in pairwise(openings) if start < end]
