"""What tells nothing: a caption without a verb, the day of a month.

Rules of `explainer.py`.
"""

from __future__ import annotations

from collections.abc import Callable

from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording

# Before the day of a month.
_DATING = frozenset({"on", "of", "from", "since", "until", "till", "by", "dated"})


def in_no_sentence(setting: Setting, pair: Pair) -> bool:
    """A credit or a caption without a verb tells nothing."""
    (left, _), (right, _) = setting.sides(pair)
    return not (left.has_verb and right.has_verb)


def of_a_day(setting: Setting, pair: Pair) -> bool:
    """The day of a month, read as a count of its own: "on 10 Nov 11"."""
    return any(_is_day(wording, value) for wording, value in setting.sides(pair))


def _is_day(wording: Wording, value: Value) -> bool:
    if value.quantity is None or value.quantity.kind != "count" or value.quantity.unit is not None:
        return False
    after = wording.value_at.get(value.end)
    # A month by itself or with what was read as its day.
    dated = after is not None and after.time is not None and after.time.value[4:5] == "-" and _is_word(wording, after)
    return dated and value.first > 0 and wording.lemma[value.first - 1] in _DATING


def _is_word(wording: Wording, value: Value) -> bool:
    return wording.word(value.first)[:1].isupper() and "-W" not in (value.time.value if value.time is not None else "")


MISREAD_RULES: tuple[Callable[[Setting, Pair], bool], ...] = (of_a_day,)
