"""The layer `attributions`: who says, thinks or wants what."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from variorum.annotate.attributions.alone import add_alone, drop_ownerless
from variorum.annotate.attributions.assemble import Said, assemble, blocks_of
from variorum.annotate.attributions.features import WordColumns, describe_words
from variorum.annotate.attributions.quoted import find_quoted
from variorum.annotate.attributions.quotes import Quote, find_quotes, first_after
from variorum.annotate.attributions.settle import settle
from variorum.annotate.attributions.speakers import Speakers
from variorum.annotate.attributions.tagger import load_tagger
from variorum.model.annotations import Attribution, Mention
from variorum.model.report import Report
from variorum.model.span import Span
from variorum.text.split import split_paragraphs
from variorum.text.tree import Tree, tree_of

# Words looked at in one go: bounds the memory that a book takes; no report is as long.
_MOST_WORDS = 4000


def find_attributions(reports: Sequence[Report]) -> list[tuple[Attribution, ...]]:
    """Return the attributions of each report in text order; empty where there is no parse."""
    return [_attributions(report) for report in reports]


def _attributions(report: Report) -> tuple[Attribution, ...]:
    tree = tree_of(report.text, report.layers)
    if tree is None:
        return ()
    mentions = report.layers.mentions or ()
    paragraphs = split_paragraphs(report.text)
    quotes = find_quotes(report.text, paragraphs)
    tagged = list(_find_said(tree, quotes))
    found = add_alone(tree, tagged, quotes, paragraphs)
    speakers = Speakers(tree, mentions, quotes)
    spoken = _without_titles(quotes, mentions)
    return tuple(
        Attribution(
            source=said.source,
            cue=said.cue,
            content=said.content,
            direct=any(_is_quoted(part, spoken) for part in said.content),
            speaker=speakers.speaker_of(find_quoted(tree, said) or said.source, said.content),
        )
        for said in drop_ownerless(settle(report.text, found, quotes), tagged)
    )


def _find_said(tree: Tree, quotes: Sequence[Quote]) -> Iterator[Said]:
    tagger = load_tagger()
    words = describe_words(tree, quotes, tagger.vocabulary)
    for section in _sections(words):
        part = words.part(section)
        spans = [tree.span(word, word) for word in section]
        yield from assemble(tagger.tag(part), tagger.links, part, spans)


def _sections(words: WordColumns) -> Iterator[range]:
    """Stretches of whole paragraphs of at most _MOST_WORDS words; a paragraph that is longer is cut."""
    start, last = 0, 0
    for block in blocks_of(words.place):
        while block.stop - start > _MOST_WORDS:
            end = last if last > start else start + _MOST_WORDS
            yield range(start, end)
            start = end
        last = block.stop
    if start < last:
        yield range(start, last)


def _without_titles(quotes: Sequence[Quote], mentions: Sequence[Mention]) -> list[Quote]:
    """The quotations that are not the title of a work."""
    works = [Span(each.start, each.end) for each in mentions if each.type == "WORK"]
    ends = [work.end for work in works]

    def is_title(quote: Quote) -> bool:
        index = bisect_right(ends, quote.span.start)
        return index < len(works) and works[index].overlaps(quote.span) and len(works[index]) >= len(quote.span) - 3

    return [quote for quote in quotes if not is_title(quote)]


def _is_quoted(part: Span, quotes: Sequence[Quote]) -> bool:
    index = first_after(quotes, part.start)
    return index < len(quotes) and quotes[index].span.start < part.end
