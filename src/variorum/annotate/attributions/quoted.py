"""Whom somebody quotes: "the newspaper quoted him as saying", "Holm was quoted by the agency as saying".

The source of such an attribution is who hands the words on; whose words they are stands between the verb and "as
saying", or is its subject.
"""

from __future__ import annotations

from variorum.annotate.attributions.assemble import Said
from variorum.model.span import Span
from variorum.text.tree import Tree

_FARTHEST = 12  # words from "quoted" to "as saying"
_PASSIVE = frozenset({"was", "were", "is", "are", "been", "being", "be"})


def find_quoted(tree: Tree, said: Said) -> Span | None:
    """Return the place of whoever is quoted as saying so, or None where the cue tells of nothing like it."""
    if said.cue is None:
        return None
    for verb in tree.words_in(said.cue):
        if tree.word(verb) != "quoted":
            continue
        end = _as_saying(tree, verb)
        if end is None:
            return None
        if tree.word(verb - 1).casefold() in _PASSIVE:
            subject = next(iter(tree.children_by(verb, "nsubjpass", "nsubj")), None)
            return tree.phrase(subject) if subject is not None else None
        return tree.span(verb + 1, end - 1) if end > verb + 1 else None
    return None


def _as_saying(tree: Tree, verb: int) -> int | None:
    """The word "as" of the "as saying" behind a verb in its sentence, or None."""
    sentence = tree.sentence_of(tree.tokens.start[verb])
    for at in range(verb + 1, min(verb + _FARTHEST, len(tree) - 1)):
        if tree.sentence_of(tree.tokens.start[at]) != sentence:
            return None
        if tree.word(at) == "as" and tree.word(at + 1) == "saying":
            return at
    return None
