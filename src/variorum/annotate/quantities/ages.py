"""Ages: measures in years, months or weeks of life."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from variorum.annotate.quantities.reads import Read
from variorum.annotate.quantities.words import Words, word_set
from variorum.model.annotations import Quantity

_OLDEST = 120


def find_age(words: Words, read: Read) -> Quantity | None:
    """Return the age that a number tells, None if it tells none.

    "34-year-old", "aged 34", "Maria Lopez, 62,", "his son, 5,".
    """
    first, last, value = read.first, read.last, read.value
    top = read.high if value is None else value
    if top is None or not 0 < top <= _OLDEST:
        return None
    old = _old(words.lowers(last, last + 4))
    if not old.words and not (
        words[first - 1].lower in ("aged", "age", "ages", "turned", "turns", "turning")
        or _is_age_apart(words, first, last)
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


def _is_age_apart(words: Words, first: int, last: int) -> bool:
    """A number set apart by commas behind a person: a capitalised word that is no month, or a word for a relative."""
    if words[first - 1].lower != "," or words[last].lower not in (",", ".", ";", ")", "") or last != first + 1:
        return False
    if words[first].value is None or words[first].value != int(words[first].value or 0):
        return False
    person, before = words[first - 2], words[first - 3].lower
    if person.lower in word_set("relatives"):
        return True
    ends = words[last].lower == "," or (words[last].lower == "." and words[first - 3].is_capital)
    if not ends or not person.is_word or person.lower in word_set("no_persons") | word_set("days"):
        return False
    return before not in word_set("place_words") if person.is_capital else before in ("the", "a", "an", "his", "her")
