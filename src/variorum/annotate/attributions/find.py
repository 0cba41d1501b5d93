"""The layer `attributions`: who says, thinks or wants what."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from variorum.annotate.attributions.quotes import Quote, find_quotes, first_after, snap_to_quotes
from variorum.annotate.attributions.rules import Said, find_by_rules
from variorum.annotate.attributions.speakers import Speakers
from variorum.model.annotations import Attribution
from variorum.model.report import Report
from variorum.model.span import Span
from variorum.text.split import split_paragraphs
from variorum.text.tree import Tree, tree_of


def find_attributions(reports: Sequence[Report]) -> list[tuple[Attribution, ...]]:
    """Return the attributions of each report in text order; empty where there is no parse."""
    return [_attributions(report) for report in reports]


def _attributions(report: Report) -> tuple[Attribution, ...]:
    tree = tree_of(report.text, report.layers)
    if tree is None:
        return ()
    paragraphs = split_paragraphs(report.text)
    quotes = find_quotes(report.text, paragraphs)
    found = find_by_rules(tree, quotes)
    found = [msgspec.structs.replace(said, content=_snapped(said, quotes)) for said in found]
    found = _with_lone_quotes(tree, found, quotes, paragraphs)
    speakers = Speakers(tree, report.layers.mentions or (), quotes)
    return tuple(
        Attribution(
            source=said.source,
            cue=said.cue,
            content=said.content,
            direct=_is_quoted(said, quotes),
            speaker=speakers.speaker_of(said.source, said.content),
        )
        for said in sorted(found, key=lambda said: (said.content[0], said.cue or Span(0, 0)))
    )


def _snapped(said: Said, quotes: Sequence[Quote]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(snap_to_quotes(part, quotes) for part in said.content))


def _is_quoted(said: Said, quotes: Sequence[Quote]) -> bool:
    return any(
        index < len(quotes) and quotes[index].span.start < part.end
        for part in said.content
        for index in [first_after(quotes, part.start)]
    )


def _with_lone_quotes(
    tree: Tree, found: Sequence[Said], quotes: Sequence[Quote], paragraphs: Sequence[Span]
) -> list[Said]:
    """Give whole sentences in quotes without a cue of their own to whoever spoke last, up to a paragraph before."""
    kept = list(found)
    for quote in quotes:
        if any(part.overlaps(quote.span) for said in kept for part in said.content):
            continue
        number = tree.sentence_of(quote.span.start)
        if number is None or quote.span.end < tree.sentences[number].end - 1 or quote.mark == "single":
            continue
        home = next(index for index, paragraph in enumerate(paragraphs) if paragraph.end >= quote.span.end)
        since = paragraphs[max(0, home - 1)].start
        near = [said for said in kept if said.content[0].start < quote.span.start and said.content[-1].end >= since]
        speaker = max(near, key=lambda said: said.content[-1].end, default=None)
        if speaker is not None and tree.sentences[number].start >= quote.span.start - 1:
            kept.append(Said(speaker.source, None, (quote.span,)))
    return kept
