"""Words of a saying that mean little without their sentence: "“limited information”", "he'd like to wear at once".

The words that a report puts in somebody's mouth may be a phrase, or a clause whose object stands before it ("a coat
which he said he'd like to wear at once"). Whether they stand alone is told by the parse: they are a sentence, or a
clause with its subject, of which no part stands outside.
"""

from __future__ import annotations

from variorum.collate.furniture import lead_in
from variorum.model.span import Span
from variorum.text.tree import Tree

# Words: what is longer tells enough by itself, and its sentence would be too long to read.
_LONGEST = 30
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
# What a clause cannot do without, where it stands outside the words said.
_PARTS = (*_SUBJECTS, "dobj", "pobj", "attr", "dative")
_MARKS = " \"'“”‘’«»"


def find_around(tree: Tree, said: Span) -> Span | None:
    """Return the sentence around words that say little without it; None where they stand alone."""
    words = tree.words_in(said)
    if not words or len(words) > _LONGEST or _is_whole(tree, said):
        return None
    if _has_clause(tree, words) and not _is_cut(tree, words):
        return None
    first, last = (tree.sentence_of(tree.tokens.start[word]) for word in (words[0], words[-1]))
    if first is None or last is None:
        return None
    start, end = tree.sentences[first].start, tree.sentences[last].end
    around = Span(start + lead_in(tree.text[start:end]), end)
    return around if around.covers(said) and around != said else None


def _is_whole(tree: Tree, said: Span) -> bool:
    """Whether the words are an utterance of their own: they open like a sentence, where one opens, or end like one."""
    text = tree.text
    bare = text[said.start : said.end].strip(_MARKS)
    if not bare[:1].isupper():
        return False
    before = text[: said.start].rstrip(_MARKS)[-1:]
    return (
        bare[-1:] in ".!?…" or before in ("", ".", "!", "?", ":", "\n") or text[: said.start].rstrip(" ")[-1:] == "\n"
    )


def _has_clause(tree: Tree, words: range) -> bool:
    """Whether the words hold a clause on top: a finite verb with its subject."""
    tokens = tree.tokens
    for top in words:
        above = tokens.head[top]
        on_top = above == top or above not in words
        if not on_top or tokens.pos[top] not in ("VERB", "AUX") or tokens.dep[top] in ("advcl", "acl", "relcl"):
            continue
        finite = any(tokens.tag[word] in _FINITE for word in (top, *tree.children_by(top, "aux", "auxpass")))
        if finite and any(word in words for word in tree.children_by(top, *_SUBJECTS)):
            return True
    return False


def _is_cut(tree: Tree, words: range) -> bool:
    """Whether a part of the clause stands before it: "which he said he'd like to wear", "a coat he said he liked"."""
    tokens = tree.tokens
    if any(child not in words for word in words for child in tree.children_by(word, *_PARTS)):
        return True
    for top in words:
        cue = tokens.head[top]
        if cue in words or tokens.dep[top] != "ccomp":
            continue
        speaks = any(tokens.tag[subject] in _RELATIVE for subject in tree.children_by(cue, *_SUBJECTS))
        if tokens.dep[cue] == "relcl" and not speaks:
            return True
    return False
