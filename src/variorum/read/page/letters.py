"""The letters of many texts counted at once: numpy over one row of code points, not Python over each text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]

CLOSERS = "\"'”’»“)]"  # what may stand between the end of a sentence and the blank after it
_STOPS = ".!?…。！？"
_OPENERS = "\"“„»«'‘"
_MARKS = "|©@"
_DIGIT = re.compile(r"\d")
# One bit for each kind of letter that is asked for; a letter may be of several.
_DIGITS, _UPPER, _LOWER, _BLANKS, _STOP, _CLOSER, _OPENER, _MARK = (1 << bit for bit in range(8))
_KINDS: dict[int, Callable[[str], bool]] = {
    _DIGITS: lambda char: _DIGIT.match(char) is not None,
    _UPPER: str.isupper,
    _LOWER: str.islower,
    _BLANKS: str.isspace,
    _STOP: _STOPS.__contains__,
    _CLOSER: CLOSERS.__contains__,
    _OPENER: _OPENERS.__contains__,
    _MARK: _MARKS.__contains__,
}
_PLANE = 0x1_0000  # code points that have their kinds in a table; those above are rare and looked at one by one


class Letters:
    """What is asked of the letters of each of `texts`, none of them empty: one array a question, one entry a text."""

    def __init__(self, texts: Sequence[str]) -> None:
        # A line break behind each text: no text sees into the next, and what ends a text stands before a blank.
        joined = "\n".join([*texts, ""])
        self._codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        self._kinds = _kinds_of(self._codes)
        self.sizes = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
        self._starts = np.cumsum(self.sizes + 1) - self.sizes - 1

    def digits(self, most: int) -> Column:
        """Count the digits among the first `most` letters."""
        return self._count(self._is(_DIGITS), most)

    def upper(self, most: int) -> Column:
        """Count the capitals among the first `most` letters."""
        return self._count(self._is(_UPPER), most)

    def stops(self) -> Column:
        """Count the marks that end a sentence: with a blank, a quotation mark or a bracket behind them."""
        return self._count(self._is(_STOP) & np.append(self._is(_BLANKS | _CLOSER)[1:], False))

    def marks(self) -> Column:
        """Count the letters that stand in furniture rather than in prose."""
        return self._count(self._is(_MARK))

    def count(self, char: str) -> Column:
        """Count one letter."""
        return self._count(self._codes == ord(char))

    def starts_lower(self) -> NDArray[np.bool_]:
        """Say whether the first letter is a small one."""
        lower: NDArray[np.bool_] = self._is(_LOWER)[self._starts]
        return lower

    def opens_quote(self) -> NDArray[np.bool_]:
        """Say whether the first letter is a quotation mark."""
        opens: NDArray[np.bool_] = self._is(_OPENER)[self._starts]
        return opens

    def ends_with(self, char: str) -> NDArray[np.bool_]:
        """Say whether the last letter is `char`."""
        last: NDArray[np.bool_] = self._codes[self._starts + self.sizes - 1] == ord(char)
        return last

    def ends_sentence(self, most: int) -> NDArray[np.bool_]:
        """Say whether the last letters, at most `most`, are a mark that ends a sentence and what closes behind it."""
        stop, closer = self._is(_STOP), self._is(_CLOSER)
        place = self._starts + self.sizes - 1
        ended, open_yet = np.zeros(len(place), dtype=np.bool_), np.ones(len(place), dtype=np.bool_)
        for _ in range(most):
            ended |= open_yet & stop[place]
            open_yet &= closer[place] & (place > self._starts)
            place = np.where(open_yet, place - 1, place)
        return ended

    def _is(self, kind: int) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = (self._kinds & kind) != 0
        return found

    def _count(self, mask: NDArray[np.bool_], most: int | None = None) -> Column:
        places = np.flatnonzero(mask)
        sizes = self.sizes if most is None else np.minimum(self.sizes, most)
        ends, starts = places.searchsorted(self._starts + sizes), places.searchsorted(self._starts)
        return (ends - starts).astype(np.float64)


def _kinds_of(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    kinds: NDArray[np.uint8] = _table().take(codes, mode="clip")
    for place in np.flatnonzero(codes >= _PLANE):
        kinds[place] = _kind_of(chr(codes[place]))
    return kinds


@cache
def _table() -> NDArray[np.uint8]:
    return np.array([_kind_of(chr(code)) for code in range(_PLANE)], dtype=np.uint8)


def _kind_of(char: str) -> int:
    return sum(bit for bit, holds in _KINDS.items() if holds(char))
