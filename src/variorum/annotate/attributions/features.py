"""What the tagger is told of each word, beside its pieces: its part of speech, its relation, its shape, its quotes.

The parse says most of what a small encoder would need more layers to find out. All columns are numbers into tables of
their own; number 0 is for what the tables do not know.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from variorum.annotate.attributions.quotes import Quote
from variorum.model.span import Span
from variorum.text.split import split_paragraphs
from variorum.text.tree import Tree
from variorum.text.wordpieces import Vocabulary

Column = NDArray[np.int64]

# Universal POS tags, and the ClearNLP labels of spaCy's English models.
POS = (
    *("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ"),
    *("SYM", "VERB", "X"),
)
DEP = (
    *("ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case", "cc"),
    *(
        "ccomp",
        "compound",
        "conj",
        "csubj",
        "csubjpass",
        "dative",
        "dep",
        "det",
        "dobj",
        "expl",
        "intj",
        "mark",
        "meta",
    ),
    *("neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss"),
    *("preconj", "predet", "prep", "prt", "punct", "quantmod", "relcl", "xcomp"),
)
QUOTES = ("double", "single")
SENTENCE, PARAGRAPH = 1, 2  # the word opens one

_POS = {name: index for index, name in enumerate(POS, start=1)}
_DEP = {name: index for index, name in enumerate(DEP, start=1)}


class WordColumns(msgspec.Struct, frozen=True):
    """One entry a word in each. `head` is the index of the governing word; `pieces` the numbers of its word pieces."""

    pieces: list[tuple[int, ...]]
    pos: Column
    dep: Column
    shape: Column
    quote: Column
    place: Column
    head: Column

    def part(self, stretch: range) -> WordColumns:
        """Return the columns of the words of a stretch; a word whose governor lies outside governs itself."""
        here = slice(stretch.start, stretch.stop)
        head = self.head[here] - stretch.start
        own = np.arange(len(head))
        return WordColumns(
            pieces=self.pieces[here],
            pos=self.pos[here],
            dep=self.dep[here],
            shape=self.shape[here],
            quote=self.quote[here],
            place=self.place[here],
            head=np.where((head < 0) | (head >= len(head)), own, head),
        )


def describe_words(tree: Tree, quotes: Sequence[Quote], vocabulary: Vocabulary) -> WordColumns:
    """Return the columns of all words of a parse; `quotes` are the quotations of its text."""
    text, tokens = tree.text, tree.tokens
    words = [text[start:end] for start, end in zip(tokens.start, tokens.end, strict=True)]
    starts = np.array(tokens.start, dtype=np.int64)
    return WordColumns(
        pieces=[vocabulary.pieces_of(word) for word in words],
        pos=np.array([_POS.get(pos, 0) for pos in tokens.pos], dtype=np.int64),
        dep=np.array([_DEP.get(dep, 0) for dep in tokens.dep], dtype=np.int64),
        shape=np.array([_shape(word) for word in words], dtype=np.int64),
        quote=_quote_column(starts, quotes),
        place=_place_column(starts, tree.sentences, split_paragraphs(text)),
        head=np.array(tokens.head, dtype=np.int64),
    )


def _shape(word: str) -> int:
    if word.islower():
        return 1
    if word[:1].isupper():
        return 3 if len(word) > 1 and word.isupper() else 2
    if word[:1].isdigit():
        return 4
    return 0 if any(char.isalpha() for char in word) else 5


def _quote_column(starts: Column, quotes: Sequence[Quote]) -> Column:
    column = np.zeros(len(starts), dtype=np.int64)
    for quote in quotes:
        first, last = np.searchsorted(starts, (quote.span.start, quote.span.end))
        column[first:last] = 1 + QUOTES.index(quote.mark)
    return column


def _place_column(starts: Column, sentences: Sequence[Span], paragraphs: Sequence[Span]) -> Column:
    column = np.zeros(len(starts), dtype=np.int64)
    for number, spans in ((SENTENCE, sentences), (PARAGRAPH, paragraphs)):
        first = np.searchsorted(starts, [span.start for span in spans])
        column[first[first < len(starts)]] = number
    return column
