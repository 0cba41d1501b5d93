"""Words, numbers and marks of a sentence, for reading quantities."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import msgspec

from variorum.lang.tables import load_table, load_words

_TOKEN = re.compile(
    r"(?P<number>(?:\d{1,3}(?:[\u00a0\u2009\u202f]\d{3}|\ 000)+(?!\d)|"
    r"\d{1,3}(?:,\ ?\d{3})*,\ 000(?!\d)|"
    r"\d{1,3}(?:,\d{2,3})*,\d{3}|\d+)(?:\.\d+)?|\.\d+)(?P<glued>(?:st|nd|rd|th)(?![^\W\d_]))?"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|U\.?S\.?(?=\s?\$)|[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<mark>[^\w\s]|_)"
)


_GROUPING = re.compile(r"[,\s]")
_LONGEST_NUMBER = 24  # characters: a thousand quintillion, with its commas


class Word(msgspec.Struct, frozen=True):
    """A word, number or mark. `value` is a number in figures; `is_ordinal` says that it ends in st, nd, rd or th."""

    start: int
    end: int
    text: str
    lower: str
    value: float | None = None
    is_ordinal: bool = False

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.text[:1].isalpha()


NO_WORD = Word(-1, -1, "", "")


class Words(msgspec.Struct, frozen=True):
    """The words of one sentence; asked for a place outside it, it gives an empty word."""

    text: str
    items: tuple[Word, ...]

    def __getitem__(self, index: int) -> Word:
        return self.items[index] if 0 <= index < len(self.items) else NO_WORD

    def __len__(self) -> int:
        return len(self.items)

    def glued(self, index: int) -> bool:
        """Whether the word at `index` follows the one before it without a space."""
        return 0 < index < len(self.items) and self.items[index - 1].end == self.items[index].start

    def lowers(self, first: int, last: int) -> list[str]:
        """Return the lower-case words from `first` to before `last`."""
        return [word.lower for word in self.items[max(0, first) : last]]


def split_words(text: str, start: int, end: int) -> Words:
    """Return the words of text[start:end]."""
    items = []
    for match in _TOKEN.finditer(text, start, end):
        digits = match["number"]
        # Longer than any amount: a serial number, or noise; not even a label then.
        # "000" by itself is the end of a number that was broken in two.
        is_amount = digits and len(digits) <= _LONGEST_NUMBER and (digits == "0" or digits.strip("0"))
        value = float(_GROUPING.sub("", digits)) if is_amount else None
        items.append(
            Word(match.start(), match.end(), match[0], match[0].lower(), value, is_ordinal=bool(match["glued"]))
        )
    return Words(text, tuple(items))


@cache
def word_table() -> dict[str, Any]:
    """Return the table of words around numbers."""
    return load_table("en", "quantities")


def word_set(name: str) -> frozenset[str]:
    """Return one of the plain lists of that table."""
    return load_words("en", "quantities", "plain", name)


def is_plural(word: Word) -> bool:
    """Whether a word looks like the name of several things."""
    lower = word.lower
    if lower in word_set("irregular_plurals") or word.text in word_set("irregular_plurals"):
        return True
    return len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is", "'s", "’s"))
