"""Sentences of different reports laid side by side, word to word.

Candidates come from an index of telling words, so that the cost grows with what sentences share and not with all pairs.
Words are linked by key, the choice among several by their neighbours; then what stands between two links in both
sentences, or hangs on linked words in both, is what the reports tell differently.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec
import numpy as np

from variorum.collate.points import Value, Weights, Wording
from variorum.lang.senses import near_words

# How many partners a sentence is laid beside at most, and how much of the lighter one's weight they must share.
PARTNERS = 14
LEAST_SHARED = 1.6
# Keys of more sentences than this tell nothing and cost most (they are still linked once two sentences meet).
MOST_POSTED = 400
# A short sentence has less to share: half of the lighter one's weight is enough.
SHORT_SHARE = 0.5
LEAST_SHORT = 0.6
_SOFT = 0.8
_NOTHING = 1e-6
# Sentences that give a figure or a date to one word are laid side by side where they share this much more, unless
# the word has so many that it tells nothing.
LEAST_VALUED = 0.7
MOST_VALUED = 30


class Alignment:
    """Two wordings and the links between their words: `right_of[i]` is the word of `right` linked to `i` of `left`.

    `soft` holds the words of `left` whose link is one of meaning, not of form. `shared` is the share of weight linked.
    """

    def __init__(self, left: Wording, right: Wording, weights: Weights) -> None:
        self.left, self.right = left, right
        self.right_of = [-1] * len(left)
        self.left_of = [-1] * len(right)
        self.soft: set[int] = set()
        self._link_content()
        self._spread()
        self._link_meanings()
        self._spread()
        self.weight_left, self.weight_right = weights.along(left), weights.along(right)

    def _link(self, one: int, other: int) -> None:
        self.right_of[one] = other
        self.left_of[other] = one

    def _link_content(self) -> None:
        places, open_pairs = self.right.places, []
        for key, indexes in self.left.places.items():
            others = places.get(key, ())
            # A key that stands once in each has no other partner to choose among.
            if len(indexes) == len(others) == 1:
                self._link(indexes[0], others[0])
                continue
            for other in others:
                for index in indexes:
                    open_pairs.append((-self._neighbours(index, other), abs(index - other), index, other))
        for _, _, index, other in sorted(open_pairs):
            if self.right_of[index] < 0 and self.left_of[other] < 0:
                self._link(index, other)

    def _neighbours(self, one: int, other: int) -> int:
        """How many of the six words around two words are alike, place by place or nearly so."""
        left, right = self.left.key, self.right.key
        around = {right[j] for j in range(max(0, other - 3), min(len(right), other + 4)) if j != other}
        return sum(left[i] in around for i in range(max(0, one - 3), min(len(left), one + 4)) if i != one)

    def _spread(self) -> None:
        """Link equal words that stand beside linked ones, which is how articles and prepositions find each other."""
        left, right = self.left.key, self.right.key
        for step in (1, -1):
            order = range(len(left)) if step == 1 else range(len(left) - 1, -1, -1)
            for index in order:
                other = self.right_of[index]
                one = index + step
                if other < 0 or not 0 <= one < len(left) or not 0 <= other + step < len(right):
                    continue
                if self.right_of[one] < 0 and self.left_of[other + step] < 0 and left[one] == right[other + step]:
                    self._link(one, other + step)

    def _link_meanings(self) -> None:
        """Link what is left by meaning (synonyms, derivations), where one word has one such partner."""
        ones = [i for i in range(len(self.left)) if self.right_of[i] < 0 and self._can_mean(self.left, i)]
        others = [j for j in range(len(self.right)) if self.left_of[j] < 0 and self._can_mean(self.right, j)]
        place = {self.right.key[j]: j for j in reversed(others)}
        for one in ones:
            near = near_words(self.left.key[one])
            meant = sorted(place[word] for word in near & place.keys() if self.left_of[place[word]] < 0)
            if meant:
                self._link(one, meant[0])
                self.soft.add(one)

    @staticmethod
    def _can_mean(wording: Wording, index: int) -> bool:
        return wording.is_content[index] and wording.pos[index] in ("NOUN", "VERB", "ADJ", "ADV")

    @cached_property
    def _linked(self) -> list[float]:
        """The linked weight of each word of `left`; less where the link is one of meaning."""
        return [
            weight * (_SOFT if index in self.soft else 1.0) if self.right_of[index] >= 0 else 0.0
            for index, weight in enumerate(self.weight_left)
        ]

    @cached_property
    def shared(self) -> Shares:
        """How much of the weight of each side is linked."""
        return self._shares(sum(self._linked), sum(self.weight_left), sum(self.weight_right))

    def shared_without(self, left: range, right: range) -> Shares:
        """Return how much of the weight of each side is linked, leaving out two stretches."""
        whole_left = self.shared.whole_left - sum(self.weight_left[i] for i in left)
        whole_right = self.shared.whole_right - sum(self.weight_right[i] for i in right)
        lost = sum(self._linked[i] for i in left)
        lost += sum(self._linked[i] for i in (self.left_of[j] for j in right) if i >= 0 and i not in left)
        return self._shares(self.shared.weight - lost, whole_left, whole_right)

    @staticmethod
    def _shares(linked: float, whole_left: float, whole_right: float) -> Shares:
        linked = max(0.0, linked)
        return Shares(
            linked,
            min(1.0, linked / whole_left) if whole_left > _NOTHING else 0.0,
            min(1.0, linked / whole_right) if whole_right > _NOTHING else 0.0,
            whole_left,
            whole_right,
        )


class Shares(msgspec.Struct, frozen=True):
    """Weight that two sentences share: in all, and as shares of each (0 to 1); and the whole weight of each."""

    weight: float
    left: float
    right: float
    whole_left: float
    whole_right: float

    @property
    def low(self) -> float:
        """The smaller share."""
        return min(self.left, self.right)

    @property
    def high(self) -> float:
        """The greater share."""
        return max(self.left, self.right)


def align_wordings(wordings: Sequence[Wording], weights: Weights) -> Iterator[Alignment]:
    """Yield the alignments of wordings of different reports that share enough to speak of the same."""
    for one, other in find_candidates(wordings, weights):
        yield Alignment(wordings[one], wordings[other], weights)


def find_candidates(wordings: Sequence[Wording], weights: Weights) -> list[tuple[int, int]]:
    """Return the pairs of wordings that share enough weight, each once and in order: the best partners of each."""
    posted = {key: np.array(numbers) for key, numbers in weights.posted.items() if 1 < len(numbers) <= MOST_POSTED}
    found: set[tuple[int, int]] = set()
    whole = np.array([_whole_weight(wording, weights) for wording in wordings])
    for number, wording in enumerate(wordings):
        keys = sorted({key for key, content in zip(wording.key, wording.is_content, strict=True) if content})
        hits = [posted[key] for key in keys if key in posted]
        if not hits:
            continue
        gains = np.repeat([weights.of(key) for key in keys if key in posted], [len(each) for each in hits])
        # Only the wordings that were hit are looked at: the cost grows with what sentences share.
        others, places = np.unique(np.concatenate(hits), return_inverse=True)
        score = np.bincount(places, weights=gains)
        least = np.minimum(
            LEAST_SHARED, np.maximum(LEAST_SHORT, SHORT_SHARE * np.minimum(whole[others], whole[number]))
        )
        score[(score < least) | (others == number)] = 0.0
        taken = 0
        for place in np.argsort(-score, kind="stable")[: 4 * PARTNERS]:
            other = int(others[place])
            if score[place] <= 0.0 or taken >= PARTNERS:
                break
            if wording.reports != wordings[other].reports:
                taken += 1
                found.add((min(number, other), max(number, other)))
    found.update(_by_values(wordings, weights))
    return sorted(found)


def _whole_weight(wording: Wording, weights: Weights) -> float:
    keys = {key for key, content in zip(wording.key, wording.is_content, strict=True) if content}
    return sum(weights.of(key) for key in sorted(keys))


def _by_values(wordings: Sequence[Wording], weights: Weights) -> Iterator[tuple[int, int]]:
    """Yield pairs of wordings that give a figure or a date to one verb or noun, or to two of one meaning."""
    posted: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        for key in sorted({key for value in wording.values for key in _value_keys(wording, value)}):
            posted[key].append(number)
    telling = [
        {key for key, content in zip(wording.key, wording.is_content, strict=True) if content} for wording in wordings
    ]
    for (kind, word), numbers in posted.items():
        if len(numbers) > MOST_VALUED:
            continue
        for near in sorted(near_words(word) | {word}):
            others = posted.get((kind, near), ()) if near >= word else ()
            beside = 0.0 if near == word else _SOFT * min(weights.of(word), weights.of(near))
            for one, other in _pairs_between(numbers, others):
                shared = beside + sum(weights.of(key) for key in sorted(telling[one] & telling[other]))
                if shared >= LEAST_VALUED and wordings[one].reports != wordings[other].reports:
                    yield one, other


def _pairs_between(numbers: Sequence[int], others: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield each pair of a number of the one list and another of the other list once, the smaller first."""
    if len(others) > MOST_VALUED:
        return
    yield from sorted({(min(one, other), max(one, other)) for one in numbers for other in others if one != other})


def _value_keys(wording: Wording, value: Value) -> Iterator[tuple[str, str]]:
    if value.quantity is None and value.time is None:
        return
    kind = value.kind if value.quantity is None else f"{value.quantity.kind} {value.quantity.unit or ''}"
    tops = [i for i in range(value.first, value.end) if not value.first <= wording.head[i] < value.end]
    for top in tops[-1:]:
        for index in (wording.verb_above(top), wording.head[top]):
            if wording.is_content[index]:
                yield kind, wording.key[index]
