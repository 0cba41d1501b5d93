"""Names of things that differ in one word for another: "Kvam Distribution", "Kvam Distributors".

Reports that name one street, firm or centre with two words of one look and two meanings name two: not spellings, forms
or plurals of one word, and no report gives both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.senses import load_senses
from variorum.lang.tables import load_words
from variorum.text.fold import fold
from variorum.text.gazetteer import find_known

# Shorter words are too often alike by chance.
_LEAST = 5
_LONGEST_NAME = 6
_SAME_START = 4
_ALIKE = 0.7
_KINDS = frozenset({"ORG", "PLACE", "PRODUCT", "EVENT"})


def find_names(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the names of bodies, places and things, told of what all their words but one are."""
    for number, wording in enumerate(wordings):
        for value in wording.values:
            if value.mention is not None and value.mention.type in _KINDS:
                yield from _facts(number, wording, value)


def _facts(number: int, wording: Wording, value: Value) -> Iterator[Fact]:
    """A name with each of its longer words but begun in turn, and the word."""
    words = [fold(wording.word(i)).rstrip(".") for i in range(value.first, value.end)]
    words = [word for word in words if word[:1].isalnum()]
    if not 1 < len(words) <= _LONGEST_NAME or set(words) & load_words("en", "posts", "words", "official"):
        return
    side = Side(number, Unit(value.first, value.end, None))
    for index, word in enumerate(words):
        if len(word) >= _LEAST and word.isalpha():
            begun = f"{word[:_SAME_START]}_"  # else any two streets of a story would be told of one thing
            yield Fact(" ".join((*words[:index], begun, *words[index + 1 :])), side, word)


def _are_mistaken(one: Stated, other: Stated) -> bool:
    return are_mistaken(*sorted((one.fact.value, other.fact.value)))


@lru_cache(maxsize=10_000)
def are_mistaken(one: str, other: str) -> bool:
    """Return whether two words look alike and are two words of different meaning, none of them a form of the other."""
    if one == other or OSA.normalized_similarity(one, other) < _ALIKE or _singular(one) == _singular(other):
        return False
    if find_known(one) is not None or find_known(other) is not None:
        return False
    senses = [_senses(word) for word in (one, other)]
    return all(senses) and not senses[0] & senses[1]


def _senses(word: str) -> frozenset[int]:
    known = load_senses()
    return frozenset(known.word(word).senses or known.word(_singular(word)).senses)


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


SLIP_RELATIONS: tuple[Relation, ...] = (Relation("slip in a name", "name", find_names, _are_mistaken),)
