"""Numbers written in words, read word by word.

Works on lists of lower-case words, hyphens as words of their own, so that any tokenisation may use it. Linear: a run of
number words is read once, from its first word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from variorum.lang.tables import load_table


class Numeral(msgspec.Struct, frozen=True):
    """A number read from words[at:next]. `is_year` is true for the spoken form of years ("nineteen ninety-six")."""

    value: int
    next: int
    is_ordinal: bool = False
    is_year: bool = False


class _Numbers(msgspec.Struct, frozen=True):
    ones: dict[str, int]
    teens: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    ordinals: dict[str, int]


@cache
def load_numbers(language: str = "en") -> _Numbers:
    """Return the number words of a language."""
    table = load_table(language, "numbers")
    return _Numbers(*(table[name] for name in ("ones", "teens", "tens", "scales", "ordinals")))


@cache
def number_words(language: str = "en") -> frozenset[str]:
    """Return all words that may open a number in words."""
    numbers = load_numbers(language)
    return frozenset(numbers.ones) | frozenset(numbers.teens) | frozenset(numbers.tens) | frozenset(numbers.ordinals)


def read_spelled(words: Sequence[str], at: int) -> Numeral | None:
    """Return the longest number in words that begins at `at`, or None if none does.

    "one hundred and twelve", "twenty-six", "two thousand", "ninety-third"; "a hundred" begins at "hundred" and is left
    to the caller, who knows whether "a" is one. Years as they are spoken ("nineteen ninety-six") are read as years.
    """
    numbers = load_numbers()
    if at >= len(words):
        return None
    if words[at] in numbers.ordinals:
        return Numeral(numbers.ordinals[words[at]], at + 1, is_ordinal=True)
    year = _read_year(words, at, numbers)
    if year is not None:
        return year
    return _read_number(words, at, numbers)


def _read_year(words: Sequence[str], at: int, numbers: _Numbers) -> Numeral | None:
    first = numbers.teens.get(words[at], 20 if words[at] == "twenty" else 0)
    if not 16 <= first <= 20:
        return None
    after = at + 1
    if words[after : after + 1] == ["hundred"]:
        return None
    rest = _read_below_hundred(words, after, numbers)
    if rest is None or rest.value < 10 or rest.is_ordinal:
        return None
    return Numeral(first * 100 + rest.value, rest.next, is_year=True)


def _read_below_hundred(words: Sequence[str], at: int, numbers: _Numbers) -> Numeral | None:
    if at >= len(words):
        return None
    word = words[at]
    if at > 0 and words[at - 1] == "and" and 1 <= numbers.ordinals.get(word, 0) < 100:
        return Numeral(numbers.ordinals[word], at + 1, is_ordinal=True)  # "one hundred and first"
    if word in numbers.teens or word in numbers.ones:
        return Numeral(numbers.teens.get(word, numbers.ones.get(word, 0)), at + 1)
    if word not in numbers.tens:
        return None
    after = at + 2 if words[at + 1 : at + 2] == ["-"] else at + 1
    following = words[after] if after < len(words) else ""
    if numbers.ones.get(following):
        return Numeral(numbers.tens[word] + numbers.ones[following], after + 1)
    if 1 <= numbers.ordinals.get(following, 0) <= 9:
        return Numeral(numbers.tens[word] + numbers.ordinals[following], after + 1, is_ordinal=True)
    return Numeral(numbers.tens[word], at + 1)


def _read_number(words: Sequence[str], at: int, numbers: _Numbers) -> Numeral | None:
    total, current, place, smallest = 0, 0, at, 0
    while place < len(words):
        if words[place] in numbers.scales and current:
            scale = numbers.scales[words[place]]
            if scale == 100:
                current *= 100
            else:
                if smallest and scale >= smallest:
                    break
                total, current, smallest = total + current * scale, 0, scale
            place += 1
            continue
        start = place + 1 if words[place] in ("and", "-") and place > at else place
        part = _read_below_hundred(words, start, numbers)
        if part is None or (place > at and not _may_follow(words, place, current, total)):
            break
        if part.is_ordinal:
            return Numeral(total + current + part.value, part.next, is_ordinal=True)
        current += part.value
        place = part.next
    return Numeral(total + current, place) if place > at else None


def _may_follow(words: Sequence[str], place: int, current: int, total: int) -> bool:
    """Whether a number below a hundred at `place` goes on with what was read ("two hundred [and] six")."""
    opened = current % 100 == 0 and current > 0 if current else total > 0
    if words[place] == "and":
        # "a million and two others" counts twice; after a hundred or thousand "and" goes on.
        return opened and words[place - 1] in ("hundred", "thousand")
    return opened and words[place - 1] in load_numbers().scales
