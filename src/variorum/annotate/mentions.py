"""Names, and the nouns and pronouns that stand for them: the layer `mentions`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from variorum.annotate.entities import Named, resolve_names
from variorum.annotate.mentions_roles import find_roles
from variorum.annotate.names import find_names
from variorum.annotate.names_spans import Name
from variorum.annotate.names_words import Words, look_at
from variorum.model.annotations import Mention
from variorum.model.report import Report
from variorum.model.span import Span
from variorum.text.gazetteer import find_known
from variorum.text.names import is_acronym, title_words
from variorum.text.tree import Tree, tree_of


def find_mentions(reports: Sequence[Report]) -> list[tuple[Mention, ...]]:
    """Return the mentions of each report in text order, each with its entity; empty where there is no parse."""
    return [_mentions(report) for report in reports]


def _mentions(report: Report) -> tuple[Mention, ...]:
    tree = tree_of(report.text, report.layers)
    if tree is None:
        return ()
    words = look_at(tree)
    names = _with_brackets(
        report.text, [part for name in find_names(tree, words) for part in _named(tree, words, name)]
    )
    entities = resolve_names([name for _, name in names])
    named = [
        Mention(start=span.start, end=span.end, type=name.type, entity=entity)
        for (span, name), entity in zip(names, entities, strict=True)
    ]
    return tuple(sorted([*named, *find_roles(tree, words, named)], key=lambda mention: (mention.start, mention.end)))


def _with_brackets(text: str, names: Sequence[tuple[Span, Named]]) -> list[tuple[Span, Named]]:
    """The names, those in brackets right behind a body with what they are short for: "Harbour Front (NFR)"."""
    told = list(names[:1])
    for (before, full), (span, name) in pairwise(names):
        bracketed = text[before.end : span.start] == " (" and text[span.end : span.end + 1] == ")"
        short = bracketed and full.type == "ORG" and is_acronym(name.name) and _may_be_short(name.name, full.name)
        told.append((span, msgspec.structs.replace(name, short_for=full.name) if short else name))
    return told


def _may_be_short(short: str, full: str) -> bool:
    """Whether an acronym may be of a name: of one word it holds the first letter, or the name is cut."""
    return " " in full or full[:1].casefold() in short.casefold()


def _named(tree: Tree, words: Words, name: Name) -> Iterator[tuple[Span, Named]]:
    """The name with its place; two of each where a hyphen holds two countries: "U.S.-South Korea"."""
    span = tree.span(name.first, name.last)
    text = tree.text[span.start : span.end]
    at = text.find("-")
    if at > 0 and find_known(text) is None:
        pair = find_known(text[:at]), find_known(text[at + 1 :])
        if pair[0] is not None and pair[1] is not None and "PLACE" in {pair[0].type, pair[1].type}:
            yield Span(span.start, span.start + at), Named(text[:at], pair[0].type)
            yield Span(span.start + at + 1, span.end), Named(text[at + 1 :], pair[1].type)
            return
    before = name.first - 1
    titled = before >= 0 and words.folded[before] in title_words().honorifics
    title = words.text[before] if titled else None
    yield span, Named(words.said(name.first, name.last), name.type, title, not words.headline[name.first])
