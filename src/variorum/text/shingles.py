"""Words of a text folded for comparing, as numbers, and the shingles (runs of three words) that they form.

A word is folded once and kept: the numbers are 64-bit hashes of the folded word, the same on every machine and in every
run. Texts without spaces between words (Chinese, Japanese) are taken character by character.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from hashlib import blake2b
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Number = TypeVar("Number", np.uint32, np.uint64)

_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_SPACED_WORD = re.compile(r"\d[\d.,]*\d|[^\W_]+(?:['’][^\W_]+)*")
_ANY_WORD = re.compile(rf"\d[\d.,]*\d|[{_UNSPACED}]|[^\W_{_UNSPACED}]+(?:['’][^\W_{_UNSPACED}]+)*")
_ACCENTS = re.compile("[\u0300-\u036f]")
_MAX_WORD = 64  # characters; what is longer is no word, and its tail tells nothing more
_MAX_KEPT = 1_000_000  # words; the memory of folded words is emptied there (about 150 MB)

_BASES = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)


def word_pattern(text: str) -> re.Pattern[str]:
    """Return the pattern that finds the words of `text`, with their places."""
    return _ANY_WORD if _HAS_UNSPACED.search(text) else _SPACED_WORD


def is_unspaced(word: str) -> bool:
    """Whether a word is a single character of a script without spaces between words."""
    return len(word) == 1 and _HAS_UNSPACED.match(word) is not None


def fold_word(word: str) -> str:
    """Return a word in lower case, without accents, possessive and plural s; numbers without their commas."""
    if word[0].isdigit():
        return word.replace(",", "")
    word = word[:_MAX_WORD].lower()
    if not word.isascii():
        word = strip_accents(word.replace("’", "'"))
    word = word.removesuffix("'s")
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word


def strip_accents(text: str) -> str:
    """Return `text` without the accents of Latin, Greek and Cyrillic letters; marks of other scripts are kept."""
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text)))


def hash_word(folded: str) -> int:
    """Return the 64-bit number of a folded word."""
    return int.from_bytes(blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


class _Numbers(dict[str, int]):
    """The number of each word met, so that a word is folded and hashed once a process."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MAX_KEPT:
            self.clear()
        number = self[word] = hash_word(fold_word(word))
        return number


_NUMBERS = _Numbers()


def hash_words(words: list[str]) -> Hashes:
    """Return the number of each word, in order."""
    return np.fromiter(map(_NUMBERS.__getitem__, words), dtype=np.uint64, count=len(words))


def hash_shingles(words: Hashes) -> Hashes:
    """Return the number of each run of three words, in order; of all the words where there are fewer than three."""
    if len(words) < 3:
        return (words * _BASES[: len(words)]).sum(keepdims=True, dtype=np.uint64) if len(words) else words
    mixed = words[:-2] * _BASES[0] + words[1:-1] * _BASES[1] + words[2:] * _BASES[2]
    # The low bits of a sum of products are those of the words: mixed once more, any bits may choose a sample.
    mixed ^= mixed >> np.uint64(29)
    return np.asarray(mixed * _BASES[0], dtype=np.uint64)


SAMPLE = 8  # one shingle of so many is looked up: the same ones in every text, since a number is chosen by itself
MOST_HOLDERS = 24  # texts kept under one sampled shingle: the first ones; page furniture is in thousands
_FEW_SAMPLES = 8  # of a smaller sample one is enough
LEAST_SAMPLES, LEAST_OF_SAMPLE = 2, 0.12  # sampled shingles in common, and as a share of the smaller sample


def sample_shingles(shingles: NDArray[Any], one_in: int = SAMPLE) -> list[int]:
    """Return the sampled ones of `shingles`, each once, in order; `one_in` is a power of two."""
    chosen: list[int] = ascending(shingles[shingles & shingles.dtype.type(one_in - 1) == 0]).tolist()
    return chosen


def ascending(shingles: NDArray[Number]) -> NDArray[Number]:
    """Return `shingles` in ascending order, each once."""
    ordered = np.sort(shingles)
    return ordered[np.concatenate([[True], ordered[1:] != ordered[:-1]])] if len(ordered) else ordered


class ShingleIndex:
    """Which texts share sampled shingles. A text is looked up, then added; its number is its place in that order.

    `least_share` is the share of the smaller sample that two texts must have in common.

    The sample is a MinHash sketch in the manner of Broder (1997, "modulo"): it finds a short text inside a long one,
    which sketches of fixed length miss. A shingle keeps its first holders only; copies of one text all meet at those.
    """

    def __init__(self, least_share: float = LEAST_OF_SAMPLE) -> None:
        self._least_share = least_share
        # Most shingles are in one text only: its number stands for a list of it, at a fifth of the memory.
        self._holders: dict[int, int | list[int]] = {}
        self._sizes: list[int] = []

    def add(self, sample: list[int]) -> list[int]:
        """Add a text by its sample; return the earlier texts that share enough of it, in order."""
        met: list[int] = []
        number, holders = len(self._sizes), self._holders
        for shingle, held in zip(sample, map(holders.get, sample), strict=True):
            if held is None:
                holders[shingle] = number
            elif isinstance(held, int):
                met.append(held)
                holders[shingle] = [held, number]
            else:
                met += held
                if len(held) < MOST_HOLDERS:
                    held.append(number)
        self._sizes.append(len(sample))
        # Most have met in one shingle, a set phrase: those are put aside first.
        few = _FEW_SAMPLES if len(sample) >= _FEW_SAMPLES else 0
        return sorted(
            other
            for other, count in Counter(met).items()
            if (count > 1 or self._sizes[other] < few or not few) and self._is_enough(count, len(sample), other)
        )

    def _is_enough(self, count: int, mine: int, other: int) -> bool:
        smaller = min(mine, self._sizes[other])
        least = LEAST_SAMPLES if smaller >= _FEW_SAMPLES else 1
        return count >= least and count >= self._least_share * smaller
