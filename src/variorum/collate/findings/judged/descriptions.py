"""Modifiers of one thing that exclude each other: surface-to-air and sea-to-surface missiles.

Noun phrases of different reports speak of one thing where they have the same head and two of these in common: the verb,
a party in the clause, another modifier. Their modifiers exclude each other where they are compounds of one build that
differ in a part ("surface-to-air", "sea-to-surface"; "two-storey", "three-storey"), or opposites. Modifiers that add up
("old", "iron") are no difference, nor are those that tell which of several is meant ("first", "last") or how far one of
many plays went, and what may be or is wished for is no description.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

import msgspec

from variorum.collate.compare.phrases import Told, say_alike
from variorum.collate.storyline import Storyline
from variorum.lang.senses import relation_of
from variorum.lang.tables import load_words
from variorum.model.report import Report
from variorum.model.span import EntityId, ReportId, Span, StoryId
from variorum.text.fold import fold
from variorum.text.tree import Tree

_MODIFIERS = frozenset({"amod", "compound", "nmod"})
# A head in more sentences than this ("president", "people") is no sign that two phrases speak of one thing.
_MOST_PHRASES = 40
_bearers = partial(load_words, "en", "bearers")


class Phrase(msgspec.Struct, frozen=True, order=True):
    """A noun with its modifiers in one report: where the modifiers stand, and what the clause ties them to."""

    report: ReportId
    span: Span
    head: str
    modifiers: tuple[str, ...]
    verbs: frozenset[str]
    parties: frozenset[EntityId]


class Exclusion(msgspec.Struct, frozen=True):
    """Two phrases of one thing, and their modifiers that exclude each other."""

    left: Phrase
    right: Phrase
    one: str
    other: str


def find_exclusions(storyline: Storyline) -> list[Exclusion]:
    """Return the pairs of phrases in one story, of different witnesses, whose modifiers exclude each other."""
    phrases: dict[tuple[StoryId, str], list[Phrase]] = defaultdict(list)
    for report in storyline.reports:
        tree = storyline.trees[report.id]
        if tree is not None:
            for phrase in _phrases(storyline, report, tree):
                phrases[storyline.story_of(report.id), phrase.head].append(phrase)
    return [
        exclusion
        for key in sorted(phrases)
        if 1 < len(phrases[key]) <= _MOST_PHRASES
        for exclusion in _exclusions(storyline, sorted(phrases[key], key=lambda each: (each.report, each.span)))
    ]


def _exclusions(storyline: Storyline, phrases: Sequence[Phrase]) -> Iterator[Exclusion]:
    for index, left in enumerate(phrases):
        for right in phrases[index + 1 :]:
            if storyline.roots[left.report] != storyline.roots[right.report] and _is_one_thing(left, right):
                pair = exclude(left.modifiers, right.modifiers, of_many=left.head in _bearers("plays"))
                if pair is not None:
                    yield Exclusion(left, right, *pair)


def _is_one_thing(left: Phrase, right: Phrase) -> bool:
    """Whether the clauses tie two phrases to one party and one doing, or they share a modifier and one of these."""
    ties = bool(left.parties & right.parties) + bool(left.verbs & right.verbs)
    return ties + bool(set(left.modifiers) & set(right.modifiers)) >= 2 and ties >= 1


def exclude(left: Sequence[str], right: Sequence[str], *, of_many: bool = False) -> tuple[str, str] | None:
    """Return the first two modifiers, one a side, that cannot both hold of one thing; None if all can.

    `of_many` says that the thing is one of many of its kind that measures tell apart, as the passes of a game.
    """
    for one in left:
        for other in right:
            if one in right or other in left or (of_many and "-" in one and "-" in other):
                continue
            if _is_exclusive(one, other):
                return one, other
    return None


def _is_exclusive(one: str, other: str) -> bool:
    parts, others = one.split("-"), other.split("-")
    if {one, other} <= _bearers("ordering") or say_alike(_alone(parts), _alone(others)):
        return False
    if len(parts) == len(others) > 1:
        # One build, and a part in common, at its place ("two-storey", "three-storey") or moved ("surface-to-air").
        if parts[1:-1] != others[1:-1] or parts == others:
            return False
        return bool({parts[0], parts[-1]} & {others[0], others[-1]}) if len(parts) > 2 else parts[-1] == others[-1]
    return relation_of(one, other) == "opposed"


def _alone(words: Sequence[str]) -> Told:
    return Told(words, words, range(len(words)), frozenset(range(len(words))))


def _phrases(storyline: Storyline, report: Report, tree: Tree) -> Iterator[Phrase]:
    names = _entity_at(storyline, report, tree)
    for index, pos in enumerate(tree.tokens.pos):
        left = [child for child in tree.children_by(index, *_MODIFIERS) if child < index and child not in names]
        if pos != "NOUN" or not left:
            continue
        first = min(min(tree.subtree(child)) for child in left)
        words = fold(tree.text[tree.tokens.start[first] : tree.tokens.start[index]]).split()
        verbs = _verbs_of(tree, index, first)
        if any(_may_be(tree, verb) for verb in verbs):
            continue
        tied = [word for verb in verbs for word in _around(tree, verb)] + list(tree.children[index])
        yield Phrase(
            report=report.id,
            span=tree.span(first, index),
            head=tree.tokens.lemma[index].casefold(),
            modifiers=tuple(word.strip("\"',") for word in words),
            verbs=frozenset(tree.tokens.lemma[verb].casefold() for verb in verbs),
            parties=frozenset(names[word] for word in tied if word in names),
        )


def _verbs_of(tree: Tree, noun: int, first: int) -> list[int]:
    """The verb that governs a noun, and participles among its modifiers.

    The parser takes "Korea test-fired missiles" for a phrase whose head is the missiles.
    """
    inside = [word for word in range(first, noun) if tree.tokens.tag[word] in ("VBD", "VBN")]
    above = next((up for up in tree.ancestors(noun) if tree.tokens.pos[up] in ("VERB", "AUX")), None)
    return inside + ([above] if above is not None else [])


def _may_be(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what might be or is wished for: "would rather have", "could buy"."""
    helpers = [child for child in tree.children_by(verb, "aux") if tree.tokens.tag[child] == "MD"]
    return any(tree.tokens.lemma[child].casefold() in _bearers("wishing") for child in helpers)


def _around(tree: Tree, verb: int) -> list[int]:
    """The words that hang on a verb, and its subject; for a pronoun ("said it fired") that of the verb above too."""
    subject = tree.subject_of(verb)
    words = list(tree.children[verb])
    if subject is not None and tree.tokens.pos[subject] == "PRON":
        above = next((up for up in tree.ancestors(verb) if tree.tokens.pos[up] == "VERB"), None)
        subject = tree.subject_of(above) if above is not None else None
    return [*words, subject] if subject is not None else words


def _entity_at(storyline: Storyline, report: Report, tree: Tree) -> dict[int, EntityId]:
    at: dict[int, EntityId] = {}
    for mention in report.layers.mentions or ():
        entity = storyline.entity_of(report.id, mention.entity)
        if entity is not None:
            for word in tree.words_in(Span(mention.start, mention.end)):
                at.setdefault(word, storyline.state_of(entity))
    return at
