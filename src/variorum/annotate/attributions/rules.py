"""Who said what, by rules over the parse: cue words, the clauses that hang on them, and quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from variorum.annotate.attributions.quotes import Quote
from variorum.lang.tables import load_table
from variorum.model.span import Span
from variorum.text.tree import Tree

_CLAUSES = ("ccomp", "acl", "xcomp")
_EDGE = " \t\n\r\u00a0,;:.—–-"


class Said(msgspec.Struct, frozen=True):
    """One attribution before its speaker is known."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]


def find_by_rules(tree: Tree, quotes: Sequence[Quote]) -> list[Said]:
    """Return the attributions that cue words and the parse show, in text order; each cue has one."""
    found = [said for word in range(len(tree)) if (said := _at_cue(tree, word, ())) is not None]
    taken = [part for said in found for part in said.content]
    left = [quote for quote in quotes if not any(part.overlaps(quote.span) for part in taken)]
    cues = {said.cue.start for said in found if said.cue}
    for word in range(len(tree)) if left else ():
        said = _at_cue(tree, word, left)
        if said is not None and said.cue is not None and said.cue.start not in cues:
            found.append(said)
    return sorted(found, key=lambda said: said.content[0])


def _words(name: str) -> frozenset[str]:
    return frozenset(load_table("en", "cues")[name].split())


def _at_cue(tree: Tree, word: int, quotes: Sequence[Quote]) -> Said | None:
    tokens = tree.tokens
    lemma = tokens.lemma[word].lower()
    if tokens.pos[word] == "VERB" and lemma in _words("verbs") | _words("willing"):
        return _at_verb(tree, word, quotes)
    if tokens.pos[word] == "NOUN" and lemma in _words("nouns"):
        clause = next((c for c in tree.children_by(word, "acl") if _is_clause(tree, c)), None)
        if clause is not None:
            owner = next(iter(tree.children_by(word, "poss")), None)
            return _said(
                tree, tree.phrase(owner) if owner is not None else None, tree.span(word, word), [tree.phrase(clause)]
            )
    if lemma == "accord":
        return _according_to(tree, word)
    return None


def _is_clause(tree: Tree, word: int) -> bool:
    return bool(tree.children_by(word, "mark")) or (
        tree.tokens.tag[word] == "VB" and any(tree.tokens.tag[child] == "TO" for child in tree.children_by(word, "aux"))
    )


def _at_verb(tree: Tree, verb: int, quotes: Sequence[Quote]) -> Said | None:
    subject = tree.subject_of(verb)
    source = tree.phrase(subject) if subject is not None else _agent(tree, verb)
    parts = _quoted_near(tree, verb, quotes) if quotes else _clauses(tree, verb)
    if not parts:
        return None
    return _said(tree, source, _cue(tree, verb), parts)


def _agent(tree: Tree, verb: int) -> Span | None:
    """The subject of the verb above a participle ("praised it, saying that"), or who stands after "by"."""
    for by in tree.children_by(verb, "agent"):
        for child in tree.children_by(by, "pobj"):
            return tree.phrase(child)
    if tree.tokens.dep[verb] == "relcl":
        return tree.span(tree.tokens.head[verb], tree.tokens.head[verb])
    if tree.tokens.dep[verb] in ("advcl", "acl", "pcomp"):
        subject = tree.subject_of(tree.tokens.head[verb])
        return tree.phrase(subject) if subject is not None else None
    return None


def _clauses(tree: Tree, verb: int) -> list[Span]:
    lemma = tree.tokens.lemma[verb].lower()
    wanted = [*tree.children_by(verb, "ccomp")]
    if lemma in _words("willing"):
        wanted += [child for child in tree.children_by(verb, "xcomp") if _is_clause(tree, child)]
    spans = [tree.phrase(child) for child in wanted[:1]]
    if not spans and tree.tokens.dep[verb] in ("parataxis", "ccomp") and lemma in _words("verbs"):
        spans = [tree.phrase(tree.tokens.head[verb])]
    return spans


def _quoted_near(tree: Tree, verb: int, quotes: Sequence[Quote]) -> list[Span]:
    """The quotations in the verb's sentence that hang below it or stand beside it."""
    number = tree.sentence_of(tree.tokens.start[verb])
    if number is None:
        return []
    sentence = tree.sentences[number]
    inside = [q.span for q in quotes if q.span.overlaps(sentence) and not q.span.covers(tree.span(verb, verb))]
    return (
        inside
        if any(_is_speech(tree, span) for span in inside) or tree.tokens.lemma[verb] in ("call", "describe")
        else []
    )


def _is_speech(tree: Tree, span: Span) -> bool:
    """Whether a quotation says something: it holds a verb, or at least four words. Titles and scare quotes do not."""
    words = tree.words_in(span)
    return len(words) >= 6 or any(tree.tokens.pos[word] in ("VERB", "AUX") for word in words)


def _cue(tree: Tree, verb: int) -> Span:
    first = verb
    for child in tree.children[verb]:
        if child < first and tree.tokens.dep[child] in ("aux", "auxpass", "neg") and first - child <= 2:
            first = child
    return tree.span(first, verb)


def _according_to(tree: Tree, word: int) -> Said | None:
    tos = [child for child in tree.children_by(word, "prep") if tree.tokens.lemma[child] == "to"]
    sources = [child for to in tos for child in tree.children_by(to, "pobj")]
    number = tree.sentence_of(tree.tokens.start[word])
    if not sources or number is None:
        return None
    return _said(tree, tree.phrase(sources[0]), tree.span(word, tos[0]), [tree.sentences[number]])


def _said(tree: Tree, source: Span | None, cue: Span, parts: Sequence[Span]) -> Said | None:
    """Cut source and cue out of the content, and white space and commas off its parts."""
    content = [piece for part in parts for piece in _without(tree.text, part, [cue, *([source] if source else [])])]
    return Said(source and _trim(tree.text, source), cue, tuple(content)) if content else None


def _without(text: str, part: Span, holes: Sequence[Span]) -> Iterator[Span]:
    start = part.start
    for hole in sorted(holes):
        if part.overlaps(hole):
            if trimmed := _trim(text, Span(start, max(start, hole.start))):
                yield trimmed
            start = max(start, hole.end)
    if trimmed := _trim(text, Span(start, max(start, part.end))):
        yield trimmed


def _trim(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end) if start < end else None
