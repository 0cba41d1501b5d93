"""Names, and the nouns and pronouns that stand for them: the layer `mentions`."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.annotate.entities import Named, resolve_names
from variorum.annotate.names import find_names
from variorum.model.annotations import Mention
from variorum.model.report import Report
from variorum.text.tree import tree_of


def find_mentions(reports: Sequence[Report]) -> list[tuple[Mention, ...]]:
    """Return the mentions of each report in text order, each with its entity; empty where there is no parse."""
    return [_mentions(report) for report in reports]


def _mentions(report: Report) -> tuple[Mention, ...]:
    tree = tree_of(report.text, report.layers)
    if tree is None:
        return ()
    names = find_names(tree)
    spans = [tree.span(name.first, name.last) for name in names]
    entities = resolve_names(
        [Named(report.text[span.start : span.end], name.type) for name, span in zip(names, spans, strict=True)]
    )
    return tuple(
        Mention(start=span.start, end=span.end, type=name.type, entity=entity)
        for name, span, entity in zip(names, spans, entities, strict=True)
    )
