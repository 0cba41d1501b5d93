"""What two words have to do with one another: the same, wider, opposed, or two kinds of one thing.

Read from a distillate of WordNet 3.1 (`lang/en/senses.txt.gz`, made by `training/collate/distil_wordnet.py`; Princeton
University's licence stands in NOTICE). Words are lemmas in lower case; a word that is not in it has no relations.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

Relation = Literal["same", "wider", "opposed", "sibling"]
_WIDER_STEPS = 3
_SIBLING_STEPS = 2


class Senses:
    """The word table: senses of words, and what stands above and beside each sense."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.senses: dict[str, list[str]] = defaultdict(list)
        self.words: dict[str, str] = {}
        self.above: dict[str, str] = {}
        self.beside: dict[str, str] = {}
        self.opposed: dict[str, set[str]] = defaultdict(set)
        self.derived: dict[str, set[str]] = defaultdict(set)
        self._near: dict[str, frozenset[str]] = {}
        self._ancestors: dict[str, dict[str, int]] = {}
        for line in lines:
            kind, _, rest = line.rstrip("\n").partition("\t")
            if kind in "!+":
                one, other = rest.split(" ")
                pairs = self.opposed if kind == "!" else self.derived
                pairs[one].add(other)
                pairs[other].add(one)
            elif kind in "nvar":
                number, words, above, beside = rest.split("\t")
                self.words[number] = words
                self.above[number] = above
                if beside:
                    self.beside[number] = beside
                for word in words.split(" "):
                    self.senses[word].append(number)

    def near(self, word: str) -> frozenset[str]:
        """Return the words that can say the same as `word`: of one synset, or derived from one another."""
        known = self._near.get(word)
        if known is not None:
            return known
        found = {word} | self.derived.get(word, set())
        for sense in self.senses.get(word, ()):
            found.update(self.words[sense].split(" "))
            for beside in self.beside.get(sense, "").split():
                found.update(self.words[beside].split(" "))
        self._near[word] = frozenset(found)
        return self._near[word]

    def ancestors(self, word: str) -> dict[str, int]:
        """Return the synsets up to three steps above the senses of `word`, each with its least distance."""
        known = self._ancestors.get(word)
        if known is not None:
            return known
        level = dict.fromkeys(self.senses.get(word, ()), 0)
        found = dict(level)
        for step in range(1, _WIDER_STEPS + 1):
            level = {up: step for sense in level for up in self.above[sense].split() if up not in found}
            found.update(level)
        self._ancestors[word] = found
        return found


@cache
def load_senses(language: str = "en") -> Senses:
    """Return the word table of a language, read once a process."""
    source = resources.files(__package__).joinpath(language, "senses.txt.gz")
    text = gzip.decompress(source.read_bytes()).decode("utf-8")
    return Senses(iter(text.splitlines()))


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
    if other in senses.opposed.get(one, ()) or _are_opposed(senses, near_one, near_other):
        return "opposed"
    if other in near_one or one in near_other:
        return "same"
    above_one, above_other = senses.ancestors(one), senses.ancestors(other)
    if any(sense in above_one for sense in senses.senses.get(other, ())) or any(
        sense in above_other for sense in senses.senses.get(one, ())
    ):
        return "wider"
    shared = above_one.keys() & above_other.keys()
    if any(above_one[each] <= _SIBLING_STEPS and above_other[each] <= _SIBLING_STEPS for each in shared):
        return "sibling"
    return None


def _are_opposed(senses: Senses, near_one: frozenset[str], near_other: frozenset[str]) -> bool:
    if near_one & near_other:
        return False
    return any(senses.opposed.get(word, set()) & near_other for word in near_one if word in senses.opposed)
