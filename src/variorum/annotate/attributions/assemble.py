"""The tagger's words put together: spans, and the attributions that they make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec
import numpy as np

from variorum.annotate.attributions.decode import ROLES, allow_moves, best_tags, spans_of
from variorum.annotate.attributions.link import Floats, Ints, LinkTable, link_contents, link_sources
from variorum.annotate.attributions.tagger import Tagged


class Words(msgspec.Struct, frozen=True, order=True):
    """A run of words, both ends included."""

    first: int
    last: int


class Found(msgspec.Struct, frozen=True):
    """One attribution, in words."""

    source: Words | None
    cue: Words | None
    content: tuple[Words, ...]


def assemble(tagged: Tagged, links: LinkTable, sentence: Ints, blocks: Sequence[range], bias: Floats) -> list[Found]:
    """Return the attributions in order of their contents.

    `sentence` numbers each word's sentence; `blocks` are the words of each paragraph; `bias` is added to the score of
    each tag.
    """
    tags = best_tags(tagged.emissions + bias, allow_moves(links.transitions), links.start, blocks)
    sources, cues, contents = (spans_of(tags, role, blocks) for role in range(len(ROLES)))
    cue_of = link_contents(tagged.vectors, contents, cues, sentence, links)
    source_of = link_sources(tagged.vectors, cues, sources, sentence, links)
    parts: dict[int, list[Words]] = defaultdict(list)
    for content, cue in zip(contents, cue_of, strict=True):
        parts[int(cue)].append(_span(content))
    lone = parts.pop(-1, [])
    found = [
        Found(_span(sources[source_of[cue]]) if source_of[cue] >= 0 else None, _span(cues[cue]), tuple(content))
        for cue, content in parts.items()
    ]
    found += [Found(None, None, (content,)) for content in lone]
    return sorted(found, key=lambda each: each.content[0])


def _span(pair: Ints) -> Words:
    return Words(int(pair[0]), int(pair[1]))


def number_sentences(place: Ints) -> Ints:
    """Return the number of each word's sentence, from the column that marks where they open."""
    numbers: Ints = np.cumsum(place > 0)
    return numbers
