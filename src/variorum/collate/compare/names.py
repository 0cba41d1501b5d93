"""Are two names variants of one? Longer and shorter forms, initials, titles, acronyms, spellings.

Places are names too; that one place lies in another is told by the reports' own words ("X, Y"), not by a gazetteer.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from variorum.collate.compare.verdict import Verdict
from variorum.lang.tables import load_table
from variorum.text.fold import fold

_WORD = re.compile(r"[\w.&-]+")
# Titles of works and names of bodies are printed with a word more or less, or one misspelled.
_LONG = 4
_MOSTLY = 0.75
# Where a page's text was put together without a space: "DailyZhang Yuanxun", not "McDonald".
_GLUED = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z])")
_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "and",
        "for",
        "in",
        "at",
        "on",
        "de",
        "la",
        "le",
        "du",
        "da",
        "al",
        "el",
        "von",
        "van",
        "bin",
    ]
)


# The same few names meet again and again in the sentences of a story.
@lru_cache(maxsize=50_000)
def compare_names(one: str, other: str) -> Verdict:
    """Return whether two names can be of one bearer."""
    left, right = name_words(one), name_words(other)
    if left != right and _GLUED.search(one + " " + other):
        left, right = name_words(_GLUED.sub(" ", one)), name_words(_GLUED.sub(" ", other))
    if not left or not right:
        return Verdict("unlike", "one of them is no name")
    if left == right:
        return Verdict("same", "the same name")
    if set(left) <= set(right) or set(right) <= set(left):
        return Verdict("fits", "one is a shorter form of the other")
    if _is_acronym(left, right) or _is_acronym(right, left):
        return Verdict("fits", "one is an abbreviation of the other")
    odd_left, odd_right = [w for w in left if w not in right], [w for w in right if w not in left]
    if all(any(_are_spellings(a, b) for b in right) for a in odd_left) or all(
        any(_are_spellings(a, b) for b in left) for a in odd_right
    ):
        return Verdict("fits", "the names are spelled alike")
    shared = len(set(left) & set(right)) / min(len(set(left)), len(set(right)))
    if shared >= _MOSTLY and min(len(left), len(right)) >= _LONG:
        return Verdict("fits", "nearly all words of the two names are the same")
    return Verdict("differs", "the names differ", 1.0 - shared)


@cache
def _titles() -> frozenset[str]:
    return frozenset(word.casefold() for word in load_table("en", "split")["titles"].split())


@lru_cache(maxsize=50_000)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell who or what it is of, folded, without titles and small words."""
    words = [word.strip(".-&'").removesuffix("'s") for word in _WORD.findall(fold(name))]
    kept = tuple(word for word in words if word and word not in _SMALL and word not in _titles())
    return kept or tuple(word for word in words if word)


def _is_acronym(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    letters = "".join(short).replace(".", "")
    return len(short) == 1 and len(long) > 1 and letters == "".join(word[0] for word in long)


def _are_spellings(one: str, other: str) -> bool:
    """Whether two words are spellings of one (Mohamed and Muhammad), or one the initial of the other."""
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    if one[0] != other[0] or any(char.isdigit() for char in one + other):
        return False
    return DamerauLevenshtein.normalized_similarity(one, other) >= (0.6 if min(len(one), len(other)) <= 5 else 0.72)
