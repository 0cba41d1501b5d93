"""What two words have to do with one another: the same, wider, opposed, or two kinds of one thing.

Read from a distillate of WordNet 3.1 (`lang/en/senses.txt.gz`, made by `training/collate/distil_wordnet.py`; Princeton
University's licence stands in NOTICE). Words are lemmas in lower case; a word that is not in it has no relations.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

import msgspec

Relation = Literal["same", "wider", "opposed", "sibling"]
_WIDER_STEPS = 3
_SIBLING_STEPS = 2
# Of how many senses of a word, and how many steps above them, kinship is told.
_KIN_SENSES = 4
_KIN_STEPS = 8


class Word(msgspec.Struct, frozen=True):
    """A word of the table: the numbers of its senses, its opposites, and the words derived from it."""

    senses: tuple[int, ...]
    opposed: frozenset[str]
    derived: frozenset[str]


class Sense(msgspec.Struct, frozen=True):
    """A sense: the words that have it, the numbers of the senses above it and beside it, how narrow it is (0 to 1)."""

    words: tuple[str, ...]
    above: tuple[int, ...]
    beside: tuple[int, ...]
    narrow: float


_UNKNOWN = Word((), frozenset(), frozenset())


class Senses:
    """The word table, read line by line as words are asked for: a storyline needs a few hundred of its 60,000.

    `text` holds a line a word in alphabetical order (word, numbers of senses, opposites, derived words), an empty line,
    and a line a sense in the order of their numbers (words, numbers above, numbers beside, how narrow it is in
    percent); columns are parted by tabs.
    """

    def __init__(self, text: str) -> None:
        words, _, senses = text.partition("\n\n")
        self._words, self._senses = words.split("\n"), senses.split("\n")
        self.word = lru_cache(maxsize=50_000)(self._word)
        self.sense = lru_cache(maxsize=50_000)(self._sense)
        self.near = lru_cache(maxsize=50_000)(self._near)
        self.ancestors = lru_cache(maxsize=50_000)(self._ancestors)
        self.against = lru_cache(maxsize=50_000)(self._against)
        self.line = lru_cache(maxsize=50_000)(self._line)

    def _word(self, word: str) -> Word:
        """Return what the table says of a word."""
        place = bisect_left(self._words, f"{word}\t")
        if place == len(self._words) or not self._words[place].startswith(f"{word}\t"):
            return _UNKNOWN
        _, senses, opposed, derived = self._words[place].split("\t")
        return Word(tuple(map(int, senses.split())), frozenset(opposed.split()), frozenset(derived.split()))

    def _sense(self, number: int) -> Sense:
        """Return the sense of a number."""
        words, above, beside, narrow = self._senses[number].split("\t")
        return Sense(
            tuple(words.split()), tuple(map(int, above.split())), tuple(map(int, beside.split())), int(narrow) / 100
        )

    def _near(self, word: str) -> frozenset[str]:
        """Return the words that can say the same as `word`: of one synset, or derived from one another."""
        known = self.word(word)
        found = {word} | known.derived
        for number in known.senses:
            sense = self.sense(number)
            found.update(sense.words)
            for beside in sense.beside:
                found.update(self.sense(beside).words)
        return frozenset(found)

    def _against(self, word: str) -> frozenset[str]:
        """Return the opposites of a word and of the words that can say the same."""
        return frozenset().union(*(self.word(each).opposed for each in self.near(word)))

    def _ancestors(self, word: str) -> dict[int, int]:
        """Return the synsets up to three steps above the senses of `word`, each with its least distance."""
        level = dict.fromkeys(self.word(word).senses, 0)
        found = dict(level)
        for step in range(1, _WIDER_STEPS + 1):
            level = {up: step for sense in level for up in self.sense(sense).above if up not in found}
            found.update(level)
        return found

    def _line(self, word: str) -> dict[int, float]:
        """Return the senses of a word and those above them, each with how narrow it is."""
        found: dict[int, float] = {}
        level = self.word(word).senses[:_KIN_SENSES]
        for _ in range(_KIN_STEPS):
            found.update((number, self.sense(number).narrow) for number in level)
            level = tuple(up for number in level for up in self.sense(number).above if up not in found)
        return found


@cache
def load_senses(language: str = "en") -> Senses:
    """Return the word table of a language, read once a process."""
    source = resources.files(__package__).joinpath(language, "senses.txt.gz")
    return Senses(gzip.decompress(source.read_bytes()).decode("utf-8"))


def near_words(word: str) -> frozenset[str]:
    """Return the lemmas that can say the same as `word`, itself among them."""
    return load_senses().near(word)


@lru_cache(maxsize=200_000)
def relation_of(one: str, other: str) -> Relation | None:
    """Return how two lemmas are related by their most telling relation, or None where none is known."""
    if one == other:
        return "same"
    senses = load_senses()
    near_one, near_other = senses.near(one), senses.near(other)
    if other in senses.word(one).opposed or (
        near_one.isdisjoint(near_other) and not senses.against(one).isdisjoint(near_other)
    ):
        return "opposed"
    if other in near_one or one in near_other:
        return "same"
    above_one, above_other = senses.ancestors(one), senses.ancestors(other)
    if any(sense in above_one for sense in senses.word(other).senses) or any(
        sense in above_other for sense in senses.word(one).senses
    ):
        return "wider"
    shared = above_one.keys() & above_other.keys()
    if any(above_one[each] <= _SIBLING_STEPS and above_other[each] <= _SIBLING_STEPS for each in shared):
        return "sibling"
    return None


@lru_cache(maxsize=200_000)
def kinship_of(one: str, other: str) -> float:
    """Return how narrow the narrowest kind is that both words are of (0 to 1): cousin and brother .6, floor and ice .2.

    Resnik's measure with the narrowness of Seco, Veale and Hayes (2004), over nouns and verbs; 0 where there is none.
    """
    line, other_line = load_senses().line(one), load_senses().line(other)
    return max((line[number] for number in line.keys() & other_line.keys()), default=0.0)


@lru_cache(maxsize=50_000)
def is_kind_of(word: str, kind: str) -> bool:
    """Return whether one of a word's first senses is of a kind, told by a word for it: a hotel is a "building"."""
    senses = load_senses()
    return any(kind in senses.sense(number).words for number in senses.line(word))


@lru_cache(maxsize=50_000)
def may_be_of_kind(word: str, kind: str) -> bool:
    """Return whether any sense of a word, also a rare one, is of a kind: a head is a "person" too."""
    senses = load_senses()
    level, seen = senses.word(word).senses, set[int]()
    for _ in range(_KIN_STEPS):
        seen.update(level)
        level = tuple(up for number in level for up in senses.sense(number).above if up not in seen)
    return any(kind in senses.sense(number).words for number in seen)
