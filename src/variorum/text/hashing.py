"""The words of a text as numbers, all at once: for texts that are only compared.

Each character becomes a byte (case and accents folded; letters beyond the Latin ones in classes), and words are hashed
by arrays over the whole text, without a string or a look-up for each: faster than splitting it, with nothing to keep in
memory. The numbers are the same on every machine.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Letters = NDArray[np.uint8]

LEAST_PROSE = 24  # words of a line: a paragraph has more, a notice or a link to another report fewer

# What bytes below those of digits and letters stand for.
_BETWEEN, _DROPPED, _NEW_LINE, _STOP = range(4)
# Letters that fold to no Latin one share these bytes, characters that are words by themselves those from _ALONE on:
# runs of three words, which are what is compared, still differ.
_OTHER, _ALONE, _PAST = 0x80, 0xA8, 0x100
_STOPS = ".!?…。！？"
_FOLDED = ((0, 0x0590), (0x10A0, 0x1100), (0x1E00, 0x2000))  # blocks of scripts with capitals and accents
_UNSPACED = ((0x3040, 0x3100), (0x3400, 0xA000), (0xF900, 0xFB00))
_UNWRITTEN = (0x00AD, *range(0x0300, 0x0370), *range(0x064B, 0x0653), *range(0x200B, 0x2010), 0xFEFF)
_LAST = 0xFFFF  # what lies above is a picture or very rare
_S = ord("s")
_RUN = 8  # letters of a byte that make one number of 64 bits
_FIRST = np.array([(1 << 8 * size) - 1 for size in range(_RUN + 1)], dtype=np.uint64)
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F], dtype=np.uint64)


class HashedText(NamedTuple):
    """The numbers of a text's words, in order, and which stand in prose: in long lines that end in a stop."""

    words: Hashes
    in_prose: NDArray[np.bool_]


def hash_text(text: str) -> HashedText:
    """Return the words of `text` as numbers.

    A word is told by its first eight letters and its length. Case, accents, a plural s, soft hyphens and joiners make
    no difference; hyphens and apostrophes part words; a character of a script without spaces is a word.
    """
    margin = bytes(_RUN)
    folded = b"".join((margin, _fold(text), bytes([_NEW_LINE]), margin))
    letters = np.frombuffer(folded, dtype=np.uint8)
    words = _find_words(letters, has_alone=not folded.isascii() and int(letters.max()) >= _ALONE)
    return HashedText(_number(letters, words), _find_prose(letters, words))


def _fold(text: str) -> bytes:
    """A byte for each character of `text` but those that are dropped."""
    try:
        # Four in five English pages keep within this set, which takes a tenth of the time.
        folded = text.encode("ascii" if text.isascii() else "cp1252").translate(_fold_western())
    except UnicodeEncodeError:
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
        folded = _fold_characters().take(codes, mode="clip").tobytes()
    return folded.replace(bytes([_DROPPED]), b"")


class _Words(NamedTuple):
    """Where words start and end, the end exclusive."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


def _find_words(letters: Letters, *, has_alone: bool) -> _Words:
    written = letters > _STOP
    edges = (written[1:] != written[:-1]).nonzero()[0]
    edges += 1
    starts, ends = edges[::2].copy(), edges[1::2].copy()
    if has_alone:
        alone = letters >= _ALONE
        parted = np.flatnonzero((alone[1:] | alone[:-1]) & written[1:] & written[:-1]) + 1
        starts, ends = np.sort(np.concatenate([starts, parted])), np.sort(np.concatenate([ends, parted]))
    plural = (letters[ends - 1] == _S).nonzero()[0]
    at = ends[plural]
    ends[plural] -= (at - starts[plural] > 3) & (letters[at - 2] != _S)  # "gas" is no plural
    return _Words(starts, ends)


def _number(letters: Letters, words: _Words) -> Hashes:
    sizes = words.ends - words.starts
    # Each place of `letters` as the number that the letters from there on make.
    runs: Hashes = np.ndarray(len(letters) - _RUN + 1, dtype="<u8", buffer=letters, strides=(1,))
    numbers = runs[words.starts]
    numbers &= _FIRST[np.minimum(sizes, _RUN)]
    numbers *= _FACTORS[0]
    numbers += sizes.astype(np.uint64) * _FACTORS[1]
    numbers ^= numbers >> np.uint64(32)
    numbers *= _FACTORS[0]
    return numbers


def _find_prose(letters: Letters, words: _Words) -> NDArray[np.bool_]:
    ends = (letters == _NEW_LINE).nonzero()[0]
    counts = words.starts.searchsorted(ends)
    counts[1:] -= counts[:-1].copy()
    # A quotation mark or a space may follow the stop.
    stopped = (letters[ends - 1] == _STOP) | (letters[ends - 2] == _STOP)
    return np.repeat(stopped & (counts >= LEAST_PROSE), counts)


@cache
def _fold_western() -> bytes:
    """The byte that each byte of Windows' Western set is taken for."""
    characters = bytes(range(256)).decode("cp1252", "replace")
    return bytes(int(_fold_characters()[ord(character)]) for character in characters)


@cache
def _fold_characters() -> Letters:
    """The byte that each character up to _LAST is taken for."""
    table = np.zeros(_LAST + 1, dtype=np.uint8)
    lettered = np.array([code for code in range(_LAST) if chr(code).isalnum()])
    table[lettered] = _OTHER + lettered % (_ALONE - _OTHER)
    for low, high in _UNSPACED:
        block = lettered[(lettered >= low) & (lettered < high)]
        table[block] = _ALONE + block % (_PAST - _ALONE)
    for low, high in _FOLDED:
        for code in filter(table.__getitem__, range(low, high)):
            base = ord(unicodedata.normalize("NFD", chr(code).lower())[0])
            table[code] = base if base < _OTHER else _OTHER + base % (_ALONE - _OTHER)
    table[list(_UNWRITTEN)] = _DROPPED
    table[ord("\n")] = _NEW_LINE
    table[[ord(stop) for stop in _STOPS]] = _STOP
    return table
