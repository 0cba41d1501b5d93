"""A view over a parse: what hangs on what, and which words lie where.

Built from the columns of `Tokens`; words are their indices. Everything is linear in the number of words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from variorum.model.annotations import Annotations, Tokens
from variorum.model.span import Span

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})

_JOINED = frozenset({"relcl", "advcl", "punct", "appos", "cc", "conj", "acl", "parataxis"})


class Tree:
    """The parse of one report. A word is its index in `tokens`; `text` is the report's."""

    def __init__(self, text: str, tokens: Tokens, sentences: Sequence[Span]) -> None:
        self.text = text
        self.tokens = tokens
        self.sentences = tuple(sentences)

    def __len__(self) -> int:
        return len(self.tokens.start)

    def word(self, index: int) -> str:
        """Return a word as it stands in the text."""
        return self.text[self.tokens.start[index] : self.tokens.end[index]]

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of text from the word `first` to the word `last`, both included."""
        return Span(self.tokens.start[first], self.tokens.end[last])

    def words_in(self, span: Span) -> range:
        """Return the words that share at least one character with `span`."""
        return range(bisect_right(self.tokens.end, span.start), bisect_left(self.tokens.start, span.end))

    def sentence_of(self, offset: int) -> int | None:
        """Return the number of the sentence that holds the character at `offset`, or None between sentences."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return index if index >= 0 and offset < self.sentences[index].end else None

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The words that hang directly on each word, in text order."""
        below: list[list[int]] = [[] for _ in self.tokens.head]
        for index, head in enumerate(self.tokens.head):
            if head != index:
                below[head].append(index)
        return tuple(tuple(each) for each in below)

    def children_by(self, index: int, *labels: str) -> list[int]:
        """Return the words that hang on `index` by one of the dependency `labels`."""
        return [child for child in self.children[index] if self.tokens.dep[child] in labels]

    def subject_of(self, verb: int) -> int | None:
        """Return the subject of a verb, through conjunctions and open complements where it has none of its own."""
        seen: set[int] = set()
        while verb not in seen:
            seen.add(verb)
            for child in self.children[verb]:
                if self.tokens.dep[child] in _SUBJECTS:
                    return child
            if self.tokens.dep[verb] not in ("conj", "xcomp"):
                return None
            verb = self.tokens.head[verb]
        return None

    def verb_over(self, time: Span) -> int | None:
        """Return the verb that takes a time: none for "the July deal" or "this year's summit": a noun's own."""
        words = self.words_in(time)
        if not words:
            return None
        top = min(words, key=lambda index: (sum(1 for _ in self.ancestors(index)), index))
        if self.tokens.dep[top] in ("poss", "compound", "nmod", "amod", "nummod"):
            return None
        return next((above for above in self.ancestors(top) if self.tokens.pos[above] in ("VERB", "AUX")), None)

    def ancestors(self, index: int) -> Iterator[int]:
        """Yield the words above `index`, nearest first."""
        seen = {index}
        head = self.tokens.head[index]
        while head not in seen:
            yield head
            seen.add(head)
            head = self.tokens.head[head]

    def subtree(self, index: int) -> list[int]:
        """Return `index` and all words below it, in text order."""
        found, waiting, seen = [], [index], {index}
        while waiting:
            current = waiting.pop()
            found.append(current)
            for child in self.children[current]:
                if child not in seen:
                    seen.add(child)
                    waiting.append(child)
        return sorted(found)

    def plain_end(self, index: int, is_apart: Callable[[int], bool] | None = None) -> int:
        """Return the last word below `index` reached without a clause, an apposition or a second one of its kind.

        What `is_apart` says of a word and all below it is left out too.
        """
        last, waiting = index, [index]
        while waiting:
            for child in self.children[waiting.pop()]:
                if self.tokens.dep[child] not in _JOINED and not (is_apart is not None and is_apart(child)):
                    waiting.append(child)
                    last = max(last, child)
        return last

    def phrase(self, index: int) -> Span:
        """Return the stretch of text that the subtree of a word covers."""
        below = self.subtree(index)
        return self.span(below[0], below[-1])


def tree_of(text: str, layers: Annotations) -> Tree | None:
    """Return the tree of a report with these layers, None where it has no parse (another language, an empty text)."""
    if layers.tokens is None or not layers.tokens.start:
        return None
    return Tree(text, layers.tokens, layers.sentences or ())
