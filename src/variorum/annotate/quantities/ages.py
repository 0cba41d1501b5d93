"""Ages: measures in years, months or weeks of life."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from variorum.annotate.quantities.reads import Read
from variorum.annotate.quantities.words import Words, word_set
from variorum.model.annotations import Quantity

_OLDEST = 120
# Younger than this "a girl of three" is as likely a girl among three; numbers in words below this count things.
_YOUNGEST = 4
_SPELLED = 13


def find_age(words: Words, read: Read) -> Quantity | None:
    """Return the age that a number tells, None if it tells none.

    "34-year-old", "aged 34", "Maria Lopez, 62,", "the teacher, fifty-six,", "his son, 5,", "a woman of 67", "at 76 he".
    """
    first, last, value = read.first, read.last, read.value
    top = read.high if value is None else value
    if top is None or not 0 < top <= _OLDEST:
        return None
    old = _old(words.lowers(last, last + 4))
    if not old.words and not (
        words[first - 1].lower in ("aged", "age", "ages", "turned", "turns", "turning")
        or _is_age_apart(words, read)
        or _is_age_of(words, read)
    ):
        return None
    return Quantity(
        start=words[first].start,
        end=words[last + old.words - 1].end,
        kind="measure",
        value=value,
        low=read.low,
        high=read.high,
        unit=old.unit,
        approximate=read.amount.approximate,
    )


class _Old(msgspec.Struct, frozen=True):
    unit: str
    words: int


def _old(lowers: Sequence[str]) -> _Old:
    """The unit of an age and how many words it takes: "-year-old", "years of age"; none of them is a year, 0."""
    plain = [word for word in lowers if word != "-"]
    unit = plain[0].removesuffix("s") if plain else ""
    if unit in ("year", "month", "week", "day") and len(plain) > 1:
        if plain[1] in ("old", "olds"):
            return _Old(unit, lowers.index(plain[1]) + 1)
        if plain[1:3] == ["of", "age"]:
            return _Old(unit, lowers.index("age") + 1)
    return _Old("year", 0)


def _is_age_apart(words: Words, read: Read) -> bool:
    """A number set apart by commas behind a person: a capitalised word that is no month, a word for somebody."""
    first, last = read.first, read.last
    if words[first - 1].lower != "," or words[last].lower not in (",", ".", ";", ")", "") or not _is_plain(read):
        return False
    person, before = words[first - 2], words[first - 3].lower
    if person.lower in word_set("relatives"):
        return True
    if person.lower in word_set("aged") and (read.value or 0.0) >= _SPELLED:
        return True
    if not read.amount.in_figures and (read.value or 0.0) < _SPELLED:
        return False  # "the Otters, two, and the Bears, three"
    ends = words[last].lower == "," or (words[last].lower == "." and words[first - 3].is_capital)
    if not ends or not person.is_word or person.lower in word_set("no_persons") | word_set("days"):
        return False
    return before not in word_set("place_words") if person.is_capital else before in ("the", "a", "an", "his", "her")


def _is_age_of(words: Words, read: Read) -> bool:
    """A number behind "of" that is a person's, or the first of a sentence: "a woman of 67 died", "At 76 he retired"."""
    first, last = read.first, read.last
    if not _is_plain(read) or (read.value or 0.0) < _YOUNGEST:
        return False
    if words[first - 1].lower == "of" and words[first - 2].lower in word_set("aged"):
        return not words[last].is_word or words[last].lower in word_set("behind_age")
    behind = words[last + 1] if words[last].lower == "," else words[last]
    return first == 1 and words[0].lower == "at" and behind.lower in ("he", "she")


def _is_plain(read: Read) -> bool:
    """Whether an amount is one whole number without a unit."""
    whole = read.value is not None and read.value == int(read.value)
    return whole and read.unit is None and (read.last == read.first + 1 or not read.amount.in_figures)
