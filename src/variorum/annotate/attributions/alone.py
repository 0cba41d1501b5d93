"""Quotations that are paragraphs of their own: whose they are stands in the paragraph before, or nowhere.

    Ida Holm wrote to the council:

    “We have waited long enough.”

The tagger links nothing over the end of a paragraph, and leaves many of these out, most of those in single marks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from variorum.annotate.attributions.assemble import Said
from variorum.annotate.attributions.quotes import Quote
from variorum.lang.tables import load_words
from variorum.model.span import Span
from variorum.text.tree import Tree

_FEWEST_WORDS = 4


def add_alone(tree: Tree, found: Sequence[Said], quotes: Sequence[Quote], paragraphs: Sequence[Span]) -> list[Said]:
    """Return `found` with the quotations that fill a paragraph and that no cue there tells of.

    Where the paragraph before ends in a colon they have its speaker; else neither source nor cue.
    """
    kept = list(found)
    for quote in find_alone(tree.text, quotes, paragraphs):
        span = quote.span
        told = [said for said in kept if any(part.overlaps(span) for part in said.content)]
        outside = [said for said in told if not (quote.closed and _is_inside(said, span))]
        introduced = _introduced(tree, span)
        if any(said.cue is not None for said in outside) or (outside and introduced is None):
            continue
        kept = [said for said in kept if said not in outside]
        kept.append(introduced or Said(None, None, (span,)))
    return sorted(kept, key=lambda said: said.content[0])


def drop_ownerless(settled: Sequence[Said], tagged: Sequence[Said]) -> list[Said]:
    """Return `settled` without the quotations that are nobody's and that nothing but their marks tells of."""
    told = sorted(part for said in tagged for part in said.content)

    def is_told(part: Span) -> bool:
        at = bisect_left(told, part.end, key=lambda each: each.start)
        return at > 0 and told[at - 1].overlaps(part)

    return [said for said in settled if said.source or said.cue or any(is_told(part) for part in said.content)]


def find_alone(text: str, quotes: Sequence[Quote], paragraphs: Sequence[Span]) -> list[Quote]:
    """Return the quotations that fill their paragraph, and those that open it and are closed in a later one."""
    starts = [paragraph.start for paragraph in paragraphs]
    found = []
    for quote in quotes:
        at = bisect_left(starts, quote.span.start)
        if at == len(starts) or starts[at] != quote.span.start:
            continue
        fills = not text[quote.span.end : paragraphs[at].end].strip(" .")
        words = text[quote.span.start : quote.span.end].split(maxsplit=_FEWEST_WORDS)
        if fills and len(words) >= _FEWEST_WORDS:
            found.append(quote)
    return found


def _is_inside(said: Said, quote: Span) -> bool:
    """Whether who speaks is told in the quotation itself: whom a speaker quotes, or "we hope" in it."""
    return any(span is not None and quote.covers(span) for span in (said.source, said.cue))


def _introduced(tree: Tree, quote: Span) -> Said | None:
    """Who says it by the words before it, where these end in a colon; None where they do not or tell of nobody."""
    before = tree.text[: quote.start].rstrip()
    number = tree.sentence_of(len(before) - 1) if before.endswith(":") else None
    if number is None:
        return None
    verbs = load_words("en", "relations", "saying") | load_words("en", "tellings", "verbs")
    for word in reversed(tree.words_in(tree.sentences[number])):
        if tree.tokens.pos[word] != "VERB" or tree.tokens.lemma[word].casefold() not in verbs:
            continue
        subject = tree.subject_of(word)
        source = tree.phrase(subject) if subject is not None else None
        return Said(source, tree.span(word, word), (quote,)) if source is not None else None
    return None
