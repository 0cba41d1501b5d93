"""Amounts: the number alone, in figures and words, exact or vague ("350", "two thirds", "tens of thousands")."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from variorum.annotate.quantities.kinds import unit_words
from variorum.annotate.quantities.words import Word, Words, is_plural, word_table
from variorum.lang.tables import load_table
from variorum.text.numerals import number_words, read_spelled

Form = Literal["cardinal", "ordinal", "fraction", "share", "vague"]
_UNICODE_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}


class Amount(msgspec.Struct, frozen=True, kw_only=True):
    """A number at words[first:last]. `low` bounds a vague one; `scale` is what its magnitude word is worth."""

    first: int
    last: int
    value: float | None
    low: float | None = None
    form: Form = "cardinal"
    scale: float = 1.0
    approximate: bool = False
    in_figures: bool = False


@cache
def _spelled() -> frozenset[str]:
    return number_words()


@cache
def _short_scales() -> dict[str, float]:
    return load_table("en", "numbers")["short_scales"]  # type: ignore[no-any-return]


@cache
def _fraction_words() -> dict[str, int]:
    return load_table("en", "numbers")["fractions"]  # type: ignore[no-any-return]


def read_amount(words: Words, at: int) -> Amount | None:
    """Return the amount that begins at a word, None if none does."""
    word = words[at]
    if word.value is not None:
        return _in_figures(words, at)
    if word.lower in _UNICODE_FRACTIONS:
        return Amount(first=at, last=at + 1, value=_UNICODE_FRACTIONS[word.lower], form="fraction")
    if word.lower in ("half", "halves"):
        return _half(words, at)
    if word.lower in ("a", "an", "one") and (read := _after_article(words, at)):
        return read
    if word.lower in word_table()["few"] and (word.lower != "few" or words[at - 1].lower in _SOME_FEW):
        return _few(words, at, at)
    if word.lower in word_table()["vague"]:
        return _vague(words, at)
    if word.lower in _spelled():
        return _signed(words, at, _in_words(words, at))
    return None


def _signed(words: Words, at: int, amount: Amount | None) -> Amount | None:
    """ "minus twenty": below zero, as "minus 20" is."""
    if amount is None or amount.value is None or amount.form != "cardinal" or not _is_minus(words, at - 1):
        return amount
    return msgspec.structs.replace(amount, first=at - 1, value=-amount.value)


# "few options" says how few, not that there are some.
_SOME_FEW = frozenset({"the", "those", "these", "last", "past", "next", "first", "a", "very", "every", "only"})


def _in_figures(words: Words, at: int) -> Amount | None:
    word = words[at]
    if word.is_ordinal:
        return Amount(first=at, last=at + 1, value=word.value, form="ordinal", in_figures=True)
    size = _unsigned(words, at)
    if not _is_negative(words, at) or size.value is None:
        return size
    return msgspec.structs.replace(size, first=at - 1, value=-size.value)


def _unsigned(words: Words, at: int) -> Amount:
    word = words[at]
    value, last = word.value or 0.0, at + 1
    if words[last].lower in _UNICODE_FRACTIONS:
        value, last = value + _UNICODE_FRACTIONS[words[last].lower], last + 1
    elif (part := _plain_fraction(words, last)) is not None and value == int(value):
        value, last = value + part, last + 3
    elif (mixed := _run_together(words, at)) is not None:
        value, last = mixed, at + 3
    elif (
        words[last].lower == "/" and (part := _plain_fraction(words, at)) is not None and _is_fraction_of(words, at + 3)
    ):
        return Amount(first=at, last=at + 3, value=part, form="fraction", in_figures=True)
    elif (added := read_part(words, last)) is not None and value == int(value):
        value, last = value + added.value, added.next
    share = _share_of(words, at, last, value)
    if share is not None:
        return share
    value, scale, last = _scaled(words, value, last)
    if scale > 1.0 and (added := read_part(words, last)) is not None:
        value, last = _times(value / scale + added.value, scale), added.next  # "2 million and a half"
    return Amount(first=at, last=last, value=value, scale=scale, in_figures=True)


def _is_fraction_of(words: Words, behind: int) -> bool:
    """Whether "1/2" is a fraction by the word behind it, not a day of the year: "of", or a unit ("1/2 liter")."""
    return words[behind].lower == "of" or (words[behind].lower,) in unit_words()


def _run_together(words: Words, at: int) -> float | None:
    """A whole number and a fraction printed as one before a unit: "31/4 miles" is 3¼."""
    digits, below = words[at].lower, words[at + 2].lower
    behind = at + 4 if words[at + 3].lower == "-" else at + 3
    if not (digits.isdigit() and len(digits) in (2, 3) and words[at + 1].lower == "/"):
        return None
    if (digits[-1], below) not in _PARTS or digits[0] == "0" or (words[behind].lower,) not in unit_words():
        return None
    return int(digits[:-1]) + int(digits[-1]) / int(below)


_PARTS = frozenset({("1", "2"), ("1", "3"), ("2", "3"), ("1", "4"), ("3", "4")})


def _share_of(words: Words, at: int, last: int, value: float) -> Amount | None:
    """Three out of ten, one in five, 9 out of 10: a share."""
    link = words[last].lower
    if link == "out" and words[last + 1].lower == "of":
        start = last + 2
    elif link == "in" and value <= 9:
        start = last + 1
    else:
        return None
    whole = read_amount_plain(words, start)
    if whole is None or not value < whole.value <= 1_000_000 or (link == "in" and whole.value > 1000 > value > 1):
        return None
    if link == "in" and (words[whole.next].lower in _TIME_WORDS or whole.value >= 1000):
        return None
    return Amount(first=at, last=whole.next, value=value / whole.value, form="share")


_TIME_WORDS = frozenset(
    {"year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute", "minutes", "decade"}
)


class Plain(msgspec.Struct, frozen=True):
    """A plain number that ends before words[next]."""

    value: float
    next: int


def _is_negative(words: Words, at: int) -> bool:
    """ "minus 5", "-5" after a space; not the dash of a range or a name."""
    sign = words[at - 1].lower
    if sign == "minus":
        return _is_minus(words, at - 1)
    return sign in ("-", "−") and words.glued(at) and not words.glued(at - 1)


def _is_minus(words: Words, at: int) -> bool:
    """Whether a word says that the number behind it is below zero: not in "plus or minus four"."""
    return words[at].lower == "minus" and words[at - 1].lower not in ("or", "/")


def _plain_fraction(words: Words, at: int) -> float | None:
    above, slash, below = words[at], words[at + 1], words[at + 2]
    if above.value and below.value and slash.lower == "/" and above.value < below.value <= 16:
        return above.value / below.value
    return None


_GREATEST = 1e12  # magnitudes are not multiplied beyond this: "million million million" is noise


def _scaled(words: Words, value: float, last: int) -> tuple[float, float, int]:
    """The value with the magnitude behind it ("3.5 billion", "350m", "2-million"), the magnitude, and where it ends."""
    scales = word_table()["scales"]
    scale, place = 1.0, last
    while True:
        step = place + 1 if words[place].lower == "-" and words[place + 1].lower in scales else place
        lower = words[step].lower
        if lower in scales and scale < _GREATEST and not (lower == "dozen" and scale != 1.0):
            scale, place = scale * scales[lower], step + 1
            continue
        if scale == 1.0 and lower in _short_scales() and _is_short_scale(words, step):
            scale, place = scale * _short_scales()[lower], step + 1
        break
    return _times(value, scale), scale, place


def _times(value: float, scale: float) -> float:
    # 4.35 * 1e9 is 4350000000.0000005: as many digits as were written are meant.
    return float(f"{value * scale:.15g}")


def _is_short_scale(words: Words, at: int) -> bool:
    """One letter is a magnitude only where it is glued on to money: a bare "5m" is five metres."""
    lower = words[at].lower
    if len(lower) > 1:
        return lower not in ("mt",)
    if not words.glued(at) or (lower == "t" and words[at].text == "t"):
        return False
    return lower in ("k", "b") or _money_before(words, at - 2) or (lower == "m" and _counts_millions(words[at + 1]))


def _counts_millions(following: Word) -> bool:
    """ "30m pounds", "5m users": money or many things follow; "30m wide" and "100m hurdles" are metres."""
    if following.lower in word_table()["currency_words"]:
        return True
    return is_plural(following) and not following.lower.endswith(("hurdles", "metres", "finals"))


def _money_before(words: Words, at: int) -> bool:
    signs = word_table()["currency_signs"]
    return words[at].text in signs or words[at].lower in ("usd", "eur", "gbp", "rs", "rm", "-", "to")


def _half(words: Words, at: int) -> Amount:
    scales = word_table()["scales"]
    place = at + 2 if words[at + 1].lower in ("a", "-") else at + 1
    if words[place].lower in scales:
        scale = scales[words[place].lower]
        return Amount(first=at, last=place + 1, value=scale / 2, scale=scale)
    return Amount(first=at, last=at + 1, value=0.5, form="fraction")


def _after_article(words: Words, at: int) -> Amount | None:
    table, following = word_table(), words[at + 1].lower
    if following in table["few"] and words[at].lower != "one":
        return _few(words, at, at + 1)
    if following in table["scales"] and following not in ("lakh", "crore"):
        numeral = read_spelled(["one", *words.lowers(at + 1, at + 12)], 0)
        if numeral is not None and numeral.next > 1:
            value, scale, last = _scaled(words, numeral.value, at + numeral.next)
        else:
            value, scale, last = _scaled(words, 1.0, at + 1)
        if value == scale or (scale == 1.0 and value in table["scales"].values()):
            part = read_part(words, last)  # "a million and a half"
            if part is not None:
                scale = value
                value, last = _times(1.0 + part.value, scale), part.next
        return Amount(first=at, last=last, value=value, scale=scale)
    if following in ("half",) or (following in _fraction_words() and following != "second" and _divides(words, at + 2)):
        scale_at = at + 3 if words[at + 2].lower == "-" else at + 2
        if following == "half" and words[scale_at].lower in table["scales"]:
            scale = table["scales"][words[scale_at].lower]  # "a half-dozen"
            return Amount(first=at, last=scale_at + 1, value=scale / 2, scale=scale)
        return _part_of_scale(words, at, at + 2, 1 / _fraction_words()[following])
    return None


def _part_of_scale(words: Words, at: int, last: int, value: float) -> Amount:
    """A fraction, or a number where it is of one: "a quarter of a million"."""
    scales = word_table()["scales"]
    if words[last].lower == "of" and words[last + 1].lower == "a" and words[last + 2].lower in scales:
        scale = scales[words[last + 2].lower]
        return Amount(first=at, last=last + 3, value=value * scale, scale=scale)
    return Amount(first=at, last=last, value=value, form="fraction")


def _divides(words: Words, at: int) -> bool:
    """Whether a fraction word is one: "a third of", "by a quarter"; not "a third man", "a quarter earlier"."""
    following = words[at]
    if following.lower in ("and", "or", "to") and words[at + 2].lower in _fraction_words():
        return True  # "between a quarter and a third"
    if words[at - 3].lower in ("by", "than", "about", "nearly", "almost") and following.lower in (
        "to",
        "from",
        "in",
        "since",
    ):
        return True
    return following.lower in ("of", "as", "") or (
        not following.is_word and following.value is None and following.lower != "-"
    )


def read_amount_plain(words: Words, at: int) -> Plain | None:
    """Return a plain cardinal number in figures or words, None if none begins there."""
    if words[at].value is not None and not words[at].is_ordinal:
        return Plain(words[at].value or 0.0, at + 1)
    if words[at].lower in _spelled():
        numeral = read_spelled(words.lowers(at, at + 12), 0)
        if numeral is not None and not numeral.is_ordinal:
            return Plain(float(numeral.value), at + numeral.next)
    return None


def read_part(words: Words, at: int) -> Plain | None:
    """Return the part of one that is added at a place ("and a half", "-and-a-half", "and three quarters"), or None.

    "Two and a third" is none: a third man, as often as not.
    """
    inside = [place for place in range(at, at + _LONGEST_PART) if words[place].lower != "-"]
    if len(inside) < 3 or words[inside[0]].lower != "and":
        return None
    count, part = words[inside[1]].lower, words[inside[2]].lower
    size = _fraction_words().get(part, 0)
    if count in ("a", "one") and part in ("half", "quarter"):
        return Plain(1 / size, inside[2] + 1)
    above = _COUNTED_PARTS.get(count, 0) if part.endswith("s") else 0
    return Plain(above / size, inside[2] + 1) if 0 < above < size else None


_LONGEST_PART = 6  # words and hyphens: "- and - a - half"
_COUNTED_PARTS = {"two": 2, "three": 3}


def _few(words: Words, first: int, at: int) -> Amount:
    least = word_table()["few"][words[at].lower]
    place = at + 2 if words[at + 1].lower == "of" else at + 1
    if words[place].lower in word_table()["scales"]:
        size, scale, last = _scaled(words, least, place)  # "a few hundred thousand"
        return Amount(first=first, last=last, value=None, low=size, form="vague", scale=scale)
    if words[at].lower == "couple":
        return Amount(first=first, last=at + 1, value=2, approximate=True, form="vague")
    return Amount(first=first, last=at + 1, value=None, low=least, form="vague")


def _vague(words: Words, at: int) -> Amount | None:
    vague = word_table()["vague"]
    least, last = float(vague[words[at].lower]), at + 1
    alone = words[at].lower in ("tens", "scores")
    while words[last].lower == "of" and words[last + 1].lower in vague:
        scale = vague[words[last + 1].lower] / 2
        least, last, alone = least * scale, last + 2, False
    if alone and not (words[at].lower == "scores" and words[last].lower == "of"):
        return None
    return Amount(first=at, last=last, value=None, low=least, form="vague", scale=least)


def _in_words(words: Words, at: int) -> Amount | None:
    lowers = words.lowers(at, at + 24)
    numeral = read_spelled(lowers, 0)
    if numeral is None:
        return None
    last = at + numeral.next
    if numeral.is_ordinal:
        return Amount(first=at, last=last, value=float(numeral.value), form="ordinal")
    if numeral.is_year:
        return None
    value = float(numeral.value)
    step = last + 1 if words[last].lower == "-" else last
    fraction = _fraction_words().get(words[step].lower)
    if fraction and words[step].lower.endswith("s") and value < fraction * 3:
        return _part_of_scale(words, at, step + 1, value / fraction)
    share = _share_of(words, at, last, value)
    if share is not None:
        return share
    part = read_part(words, last)
    if part is not None:
        value, last = value + part.value, part.next
    scaled, scale, last = _scaled(words, value, last)
    return Amount(first=at, last=last, value=scaled, scale=max(scale, 1.0))
