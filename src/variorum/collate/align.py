"""Sentences of different reports laid side by side, word to word.

Candidates come from an index of telling words, so that the cost grows with what sentences share and not with all pairs.
Words are linked by key, the choice among several by their neighbours; then what stands between two links in both
sentences, or hangs on linked words in both, is what the reports tell differently.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec
import numpy as np

from variorum.collate.points import Weights, Wording
from variorum.lang.senses import relation_of

# How many partners a sentence is laid beside at most, and how much of the lighter one's weight they must share.
PARTNERS = 14
LEAST_SHARED = 1.6
# Keys of more sentences than this tell nothing and cost most (they are still linked once two sentences meet).
MOST_POSTED = 400
_SOFT = 0.8


class Alignment:
    """Two wordings and the links between their words: `right_of[i]` is the word of `right` that `i` of `left` is linked to.

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
        self.weight_left = [weights.of(key) if c else 0.0 for key, c in zip(left.key, left.is_content, strict=True)]
        self.weight_right = [weights.of(key) if c else 0.0 for key, c in zip(right.key, right.is_content, strict=True)]

    def _link(self, one: int, other: int) -> None:
        self.right_of[one] = other
        self.left_of[other] = one

    def _link_content(self) -> None:
        places: dict[str, list[int]] = defaultdict(list)
        for index, key in enumerate(self.right.key):
            if self.right.is_content[index]:
                places[key].append(index)
        open_pairs = []
        for index, key in enumerate(self.left.key):
            if self.left.is_content[index] and key in places:
                for other in places[key]:
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
        if len(ones) * len(others) > 900:
            return
        for one in ones:
            for other in others:
                if self.left_of[other] < 0 and relation_of(self.left.key[one], self.right.key[other]) == "same":
                    self._link(one, other)
                    self.soft.add(one)
                    break

    @staticmethod
    def _can_mean(wording: Wording, index: int) -> bool:
        return wording.is_content[index] and wording.pos[index] in ("NOUN", "VERB", "ADJ", "ADV")

    def shared_without(self, left: range, right: range) -> Shares:
        """Return how much of the weight of each side is linked, leaving out two stretches."""
        linked = whole_left = whole_right = 0.0
        for index, weight in enumerate(self.weight_left):
            if weight and index not in left:
                whole_left += weight
                other = self.right_of[index]
                if other >= 0 and other not in right:
                    linked += weight * (_SOFT if index in self.soft else 1.0)
        for index, weight in enumerate(self.weight_right):
            if weight and index not in right:
                whole_right += weight
        return Shares(linked, linked / max(whole_left, 1e-9), linked / max(whole_right, 1e-9))


class Shares(msgspec.Struct, frozen=True):
    """Weight that two sentences share: in all, and as shares of each (0 to 1)."""

    weight: float
    left: float
    right: float


def align_wordings(wordings: Sequence[Wording], weights: Weights) -> Iterator[Alignment]:
    """Yield the alignments of wordings of different reports that share enough to speak of the same."""
    for one, other in find_candidates(wordings, weights):
        yield Alignment(wordings[one], wordings[other], weights)


def find_candidates(wordings: Sequence[Wording], weights: Weights) -> list[tuple[int, int]]:
    """Return the pairs of wordings that share enough weight, each once and in order: for each wording its best partners."""
    posted = {key: np.array(numbers) for key, numbers in weights.posted.items() if 1 < len(numbers) <= MOST_POSTED}
    found: set[tuple[int, int]] = set()
    for number, wording in enumerate(wordings):
        keys = sorted({key for key, content in zip(wording.key, wording.is_content, strict=True) if content})
        hits = [posted[key] for key in keys if key in posted]
        if not hits:
            continue
        gains = np.repeat([weights.of(key) for key in keys if key in posted], [len(each) for each in hits])
        score = np.bincount(np.concatenate(hits), weights=gains, minlength=len(wordings))
        score[number] = 0.0
        taken = 0
        for other in np.argsort(-score, kind="stable")[: 4 * PARTNERS]:
            if score[other] < LEAST_SHARED or taken >= PARTNERS:
                break
            if len(wording.reports | wordings[other].reports) > 1:
                taken += 1
                found.add((min(number, int(other)), max(number, int(other))))
    return sorted(found)
