"""The words of a sentence that a time of it belongs to: the clause that can be shown alone, or a noun with its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.lang.tables import load_words
from variorum.model.span import Span
from variorum.text.marks import is_balanced
from variorum.text.tree import Tree

_NOUNS = ("NOUN", "PROPN")
_TRAILING = ("conj", "advcl", "relcl", "acl", "parataxis")
# A noun of these can stand for itself with its clause; an apposition or "was the one who ..." cannot.
_HELD = ("nsubj", "nsubjpass", "dobj", "pobj", "ROOT", "conj")
_CONDITIONS = frozenset({"if", "unless", "whether", "until", "till"})
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_LEAST = 4  # words that a clause keeps


def clause_of(tree: Tree, verb: int, time: Span, sentence: Span, others: Sequence[Span]) -> Span:
    """Return the clause whose verb takes `time`, or the sentence where it cannot stand alone.

    `others` are the other times of the sentence: what hangs behind and tells of them is left out.
    """
    whole = _alone(tree, verb, others) or _noun_with(tree, verb) or sentence
    if whole.start < sentence.start or whole.end > sentence.end:
        whole = sentence
    cut = _without_trail(tree, verb, time, whole, others)
    closed = (_closed(tree.text, each) for each in (cut, whole))
    return next((each for each in closed if is_balanced(tree.text[each.start : each.end])), sentence)


def _closed(text: str, span: Span) -> Span:
    """A span with the bracket that closes right behind it, where it opens one: "the firm (which began in 1987)"."""
    words = text[span.start : span.end]
    is_open = words.count("(") > words.count(")") and text[span.end : span.end + 1] == ")"
    return Span(span.start, span.end + 1) if is_open else span


def _alone(tree: Tree, verb: int, others: Sequence[Span]) -> Span | None:
    """The clause of a verb that has a noun for a subject of its own; None where it means nothing without the rest.

    A relative clause or an infinitive means nothing without the words that it hangs on, nor does "it had sunk"; what
    somebody claims is told as a claim.
    """
    labels = ("advcl", "ccomp", "parataxis", "conj") if others else ("advcl", "ccomp", "parataxis")
    subject = tree.subject_of(verb)
    if tree.tokens.dep[verb] not in labels or subject is None or tree.tokens.head[subject] != verb:
        return None
    if tree.tokens.pos[subject] not in _NOUNS:
        return None
    # "Shows smoke rising", "helped the town rise": no clause by itself.
    helping = tree.children_by(verb, "aux", "auxpass")
    if tree.tokens.tag[verb] in ("VB", "VBG") and not any(tree.tokens.tag[word] in _FINITE for word in helping):
        return None
    held = tree.tokens.lemma[tree.tokens.head[verb]].casefold() in load_words("en", "datings", "holding")
    if held and tree.tokens.dep[verb] == "ccomp":
        return None
    clause = tree.phrase(verb)
    joined = set(tree.children_by(verb, "mark", "punct", "advmod"))
    starts = (tree.tokens.start[word] for word in tree.words_in(clause) if word not in joined)
    return Span(next(starts, clause.start), clause.end)


def _noun_with(tree: Tree, verb: int) -> Span | None:
    """The noun that a clause tells of, with it: "migrants who had come in 2015", "Harambe, born in 1999"."""
    noun, below = tree.tokens.head[verb], tree.subtree(verb)
    if tree.tokens.pos[noun] not in _NOUNS or noun > below[0] or not _is_of_noun(tree, verb):
        return None
    if tree.tokens.dep[noun] not in _HELD and tree.tokens.pos[noun] != "PROPN":
        return None
    # "21 girls captured in 2014 were freed" does not tell that 21 were captured.
    if tree.children_by(noun, "nummod"):
        return None
    first = tree.subtree(noun)[0]
    return tree.span(first, below[-1]) if tree.tokens.tag[first] not in ("IN", "WDT", "WP") else None


def _is_of_noun(tree: Tree, verb: int) -> bool:
    """Whether a clause tells what its noun did or what was done to it.

    "The option to buy" and "the statement that ..." tell what the noun is; of "an interview published Saturday" the
    news is what it says.
    """
    if tree.tokens.dep[verb] == "relcl":
        return tree.subject_of(verb) is not None
    published = tree.tokens.lemma[verb].casefold() in load_words("en", "datings", "publishing")
    return tree.tokens.dep[verb] == "acl" and tree.tokens.tag[verb] == "VBN" and not published


def _without_trail(tree: Tree, verb: int, time: Span, clause: Span, others: Sequence[Span]) -> Span:
    """The clause less what hangs behind and tells of other times: ", and was renovated in 2007"."""
    words = tree.words_in(clause)
    last = max((word for word in words if tree.tokens.pos[word] != "PUNCT"), default=words[-1])
    starts = [
        below[0]
        for below in _trails(tree, verb, time, words)
        if below[-1] >= last
        and any(time.start < each.start <= tree.tokens.end[below[-1]] for each in others)
        and any(each.start >= tree.tokens.start[below[0]] for each in others)
    ]
    end = min(starts, default=words[-1] + 1)
    while end - 1 in words and (tree.tokens.pos[end - 1] in ("PUNCT", "CCONJ")) and end <= words[-1]:
        end -= 1
    if end > words[-1] or end - words[0] < _LEAST:
        return clause
    return tree.span(words[0], end - 1) if tree.tokens.start[words[0]] >= clause.start else clause


def _trails(tree: Tree, verb: int, time: Span, words: range) -> Iterator[list[int]]:
    """The words of each clause that begins behind a verb and its time, and is no condition of it."""
    for word in words:
        if tree.tokens.dep[word] not in _TRAILING or tree.tokens.pos[word] not in ("VERB", "AUX"):
            continue
        below = tree.subtree(word)
        if not _is_loose(tree, word, below[0]):
            continue
        if below[0] <= verb or tree.tokens.start[below[0]] < time.end:
            continue
        marks = {tree.word(child).casefold() for child in tree.children_by(word, "mark")}
        if not marks & _CONDITIONS:
            yield below


def _is_loose(tree: Tree, word: int, first: int) -> bool:
    """Whether what begins with `first` can be left out: not of "assaulted and robbed them" or "figures told in May"."""
    if tree.tokens.dep[word] in ("relcl", "acl"):
        return first > 0 and tree.tokens.pos[first - 1] == "PUNCT"
    if tree.tokens.dep[word] != "conj":
        return True
    before = first
    while before > 0 and tree.tokens.pos[before - 1] in ("PUNCT", "CCONJ", "ADV"):
        before -= 1
    return before - 1 > tree.tokens.head[word]
