"""How alike two sentences of a storyline are, by the words that tell them apart.

Words are lemmas of nouns, names, verbs, adjectives and numbers (in languages without a parse: folded words of four
letters and more), weighed by how few sentences of the storyline have them (Spärck Jones 1972), and compared by cosine.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from variorum.collate.storyline import Storyline
from variorum.model.annotations import Tokens
from variorum.model.span import ReportId, Span
from variorum.text.fold import fold
from variorum.text.tree import Tree

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_WORD = re.compile(r"\w{4,}")
# Verbs that report and auxiliaries that spaCy tags as verbs: in every second sentence of the news, and telling nothing.
_EMPTY = frozenset({"say", "have", "be", "do", "tell", "take", "make", "get", "go", "year", "new", "last"})


class Sentence(msgspec.Struct, frozen=True, order=True):
    """One sentence of one report; `index` counts the report's sentences from 0."""

    report: ReportId
    index: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class Likeness:
    """The sentences of a storyline as weighted words, and the likeness of any two of them (0 to 1)."""

    def __init__(self, storyline: Storyline) -> None:
        self.storyline = storyline
        self.sentences = tuple(
            Sentence(report.id, index, span.start, span.end)
            for report in storyline.reports
            for index, span in enumerate(report.layers.sentences or ())
        )

    @cached_property
    def _bags(self) -> Mapping[Sentence, Counter[str]]:
        return {each: Counter(self._words(each)) for each in self.sentences}

    def _words(self, sentence: Sentence) -> Iterator[str]:
        tree = self.storyline.trees[sentence.report]
        if tree is not None:
            yield from content_lemmas(tree, sentence.span)
        else:
            yield from _WORD.findall(fold(self.storyline.words(sentence.report, sentence.span)))

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """The weight of each word: the logarithm of how few sentences have it, those of copies not counted.

        A copy must change nothing between others; a word that copies alone have weighs as if one sentence had it.
        """
        own = [bag for sentence, bag in self._bags.items() if self._root_of(sentence) == sentence.report]
        counts = Counter(word for bag in own for word in bag)
        words = {word for bag in self._bags.values() for word in bag}
        return {word: math.log(1 + len(own) / max(1, counts[word])) for word in words}

    def _root_of(self, sentence: Sentence) -> ReportId:
        return self.storyline.roots[sentence.report]

    @cached_property
    def vectors(self) -> Mapping[Sentence, Mapping[str, float]]:
        """Each sentence as weighted words of length 1 (empty where it has none)."""
        return {sentence: self._unit(bag) for sentence, bag in self._bags.items()}

    def _unit(self, bag: Mapping[str, int]) -> Mapping[str, float]:
        # In one order, so that the last digit of a sum does not depend on how the reports came in.
        weighted = {word: self.weights[word] for word in sorted(bag)}
        length = math.sqrt(sum(value * value for value in weighted.values()))
        return {word: value / length for word, value in weighted.items()} if length else {}

    def between(self, one: Sentence, other: Sentence) -> float:
        """Return the cosine of two sentences, 0 to 1."""
        return _cosine(self.vectors[one], self.vectors[other])

    def shared(self, one: Sentence, other: Sentence) -> float:
        """Return the cosine of two sentences by their words alone, 0 to 1: what every report tells counts in full."""
        words, others = self.vectors[one].keys(), self.vectors[other].keys()
        return len(words & others) / math.sqrt(len(words) * len(others)) if words and others else 0.0

    def covered_in(self, sentence: Sentence, place: Span, other: Sentence) -> float:
        """Return how much of what a place of a sentence tells another one has the words for, 0 to 1 by weight."""
        vector, words = self.vectors[sentence], self.vectors[other]
        tree = self.storyline.trees[sentence.report]
        if tree is not None and place.end < sentence.end:
            inside = set(content_lemmas(tree, place))
            vector = {word: value for word, value in vector.items() if word in inside}
        whole = sum(value * value for value in vector.values())
        return sum(value * value for word, value in vector.items() if word in words) / whole if whole else 0.0

    @cached_property
    def _by_number(self) -> Sequence[Mapping[str, float]]:
        # Sentences are looked up by number: hashing four fields for every pair took most of the time.
        return [self.vectors[sentence] for sentence in self.sentences]

    @cached_property
    def _index(self) -> Mapping[str, Sequence[int]]:
        index: dict[str, list[int]] = defaultdict(list)
        for number, vector in enumerate(self._by_number):
            for word in vector:
                index[word].append(number)
        return index

    @cached_property
    def _spread(self) -> Mapping[str, int]:
        """How many witnesses use each word."""
        roots = [self._root_of(sentence) for sentence in self.sentences]
        return {word: len({roots[number] for number in found}) for word, found in self._index.items()}

    def nearest(self, sentence: Sentence, at_least: float) -> list[Sentence]:
        """Return the other reports' sentences that are at least so alike, in text order."""
        return list(self.near(sentence, at_least))

    def near(self, sentence: Sentence, at_least: float) -> dict[Sentence, float]:
        """Return how alike the other reports' sentences are that are at least so alike, in text order.

        Candidates share one of the eight rarest words that the sentence shares with any of another witness, or with
        any: one that shares none of them is not like it.
        """
        vector = self.vectors[sentence]
        ranked = sorted(vector, key=lambda word: (-vector[word], word))
        told = [word for word in ranked if self._spread[word] > 1][:8]
        shared = [word for word in ranked if len(self._index[word]) > 1][:8]
        candidates = {number for word in dict.fromkeys([*told, *shared]) for number in self._index[word]}
        found = {}
        for number in sorted(candidates):
            other = self.sentences[number]
            alike = _cosine(vector, self._by_number[number]) if other.report != sentence.report else 0.0
            if alike >= at_least and other.report != sentence.report:
                found[other] = alike
        return found

    @cached_property
    def by_place(self) -> Mapping[ReportId, Sequence[Sentence]]:
        """The sentences of each report, in text order."""
        found: dict[ReportId, list[Sentence]] = defaultdict(list)
        for sentence in self.sentences:
            found[sentence.report].append(sentence)
        return found

    def sentence_at(self, report: ReportId, offset: int) -> Sentence | None:
        """Return the sentence of `report` that holds `offset`, or None."""
        sentences = self.by_place.get(report, ())
        index = bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1
        return sentences[index] if index >= 0 and offset < sentences[index].end else None


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    left, right = (one, other) if len(one) <= len(other) else (other, one)
    return sum(value * right[word] for word, value in left.items() if word in right)


def content_lemmas(tree: Tree, span: Span) -> Iterator[str]:
    """Yield the folded lemmas of the content words in a place, in text order."""
    tokens: Tokens = tree.tokens
    for index in tree.words_in(span):
        lemma = tokens.lemma[index].casefold()
        if tokens.pos[index] in _CONTENT and lemma not in _EMPTY and any(char.isalnum() for char in lemma):
            yield lemma
