"""What tells nothing: a caption without a verb, the day of a month, a fraction without its bar, a part of a compound.

Rules of `explainer.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from variorum.collate.points import Value, Wording

if TYPE_CHECKING:
    from variorum.collate.findings.explained.explainer import Explainer
    from variorum.collate.findings.pairs import Pair

# Before the day of a month.
_DATING = frozenset({"on", "of", "from", "since", "until", "till", "by", "dated"})
_BARS = frozenset("/⁄½¼¾⅓⅔⅛")
_IN_FRACTION = frozenset("0123456789-‐‑– ") | _BARS


def in_no_sentence(explainer: Explainer, pair: Pair) -> bool:
    """A credit or a caption without a verb tells nothing."""
    (left, _), (right, _) = explainer.sides(pair)
    return not (left.has_verb and right.has_verb)


def of_a_day(explainer: Explainer, pair: Pair) -> bool:
    """The day of a month, read as a count of its own: "on 10 Nov 11"."""
    return any(_is_day(wording, value) for wording, value in explainer.sides(pair))


def _is_day(wording: Wording, value: Value) -> bool:
    if value.quantity is None or value.quantity.kind != "count" or value.quantity.unit is not None:
        return False
    after = wording.value_at.get(value.end)
    # A month by itself or with what was read as its day.
    dated = after is not None and after.time is not None and after.time.value[4:5] == "-" and _is_word(wording, after)
    return dated and value.first > 0 and wording.lemma[value.first - 1] in _DATING


def _is_word(wording: Wording, value: Value) -> bool:
    return wording.word(value.first)[:1].isupper() and "-W" not in (value.time.value if value.time is not None else "")


def of_a_broken_fraction(explainer: Explainer, pair: Pair) -> bool:
    """A mixed number and what is left of it without its bar: "4 1/2 months", "412 months"."""
    written = [_written(wording, value) for wording, value in explainer.sides(pair)]
    broken = [bool(_BARS & set(each)) for each in written]
    digits = ["".join(char for char in _in_digits(each) if char.isdigit()) for each in written]
    return broken[0] != broken[1] and len(digits[0]) > 1 and digits[0] == digits[1]


def _written(wording: Wording, value: Value) -> str:
    """The digits of a value as they stand in the text, with those right before it."""
    first, end = wording.start[value.first], wording.end[value.end - 1]
    text = wording.text[first:end]
    number = text[: next((i for i, char in enumerate(text) if char not in _IN_FRACTION), len(text))]
    while first > 0 and number and wording.text[first - 1] in _IN_FRACTION:
        first -= 1
        number = wording.text[first] + number
    return number.strip()


def _in_digits(number: str) -> str:
    """A number with its fraction in digits: "4½" is "41/2"."""
    table = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅛": "1/8"}
    return "".join(table.get(char, char) for char in number)


def within_a_compound(explainer: Explainer, pair: Pair) -> bool:
    """A number of a compound of two, which counts nothing: "a four-by-four"."""
    return any(_is_within(wording, value) for wording, value in explainer.sides(pair))


def _is_within(wording: Wording, value: Value) -> bool:
    if value.quantity is None or value.quantity.kind != "count":
        return False
    text = wording.text
    before, after = text[: wording.start[value.first]], text[wording.end[value.end - 1] :]
    return before.endswith("-by-") or after.startswith("-by-")


MISREAD_RULES: tuple[Callable[[Explainer, Pair], bool], ...] = (of_a_day, of_a_broken_fraction, within_a_compound)
