"""Names, and the nouns and pronouns that stand for them: the layer `mentions`."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.annotate.entities import Named, resolve_names
from variorum.annotate.mentions_roles import find_roles
from variorum.annotate.names import find_names
from variorum.annotate.names_spans import Name, Words, look_at
from variorum.model.annotations import Mention
from variorum.model.report import Report
from variorum.text.names import title_words
from variorum.text.tree import tree_of


def find_mentions(reports: Sequence[Report]) -> list[tuple[Mention, ...]]:
    """Return the mentions of each report in text order, each with its entity; empty where there is no parse."""
    return [_mentions(report) for report in reports]


def _mentions(report: Report) -> tuple[Mention, ...]:
    tree = tree_of(report.text, report.layers)
    if tree is None:
        return ()
    words = look_at(tree)
    names = find_names(tree, words)
    spans = [tree.span(name.first, name.last) for name in names]
    entities = resolve_names([_named(words, name) for name in names])
    named = [
        Mention(start=span.start, end=span.end, type=name.type, entity=entity)
        for name, span, entity in zip(names, spans, entities, strict=True)
    ]
    return tuple(sorted([*named, *find_roles(tree, words, named)], key=lambda mention: (mention.start, mention.end)))


def _named(words: Words, name: Name) -> Named:
    before = name.first - 1
    titled = before >= 0 and words.folded[before] in title_words().honorifics
    title = words.text[before] if titled else None
    return Named(words.said(name.first, name.last), name.type, title, not words.headline[name.first])
