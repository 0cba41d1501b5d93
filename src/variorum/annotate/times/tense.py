"""Whether a clause looks back or ahead, by the verbs around a time expression.

Cheap cues of our own, so that times are found without a parse: `lang/en/tense.toml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

import msgspec

from variorum.annotate.times.words import Token
from variorum.lang.tables import load_table

Direction = Literal["past", "present", "future"]

_BACK, _FORTH = 24, 12  # words looked at: farther verbs govern something else (dev half A: 12/24/48 back differ by 0.2)
_CLAUSE_ENDS = frozenset(".;:!?")
_NOT_VERBS = frozenset(["the", "a", "an", "its", "his", "her", "their", "our", "my", "this", "that", "these", "those", "be"])


class _Cues(msgspec.Struct, frozen=True):
    future: frozenset[str]
    past: frozenset[str]
    present: frozenset[str]
    not_past: frozenset[str]


@cache
def _cues() -> _Cues:
    table = load_table("en", "tense")
    return _Cues(*(frozenset(table[name].split()) for name in ("future", "past", "present", "not_past")))


def find_direction(tokens: Sequence[Token], first: int, last: int) -> Direction | None:
    """Return where the clause around tokens[first:last] looks, None where no cue tells.

    The nearest cue before the expression decides, else the first after it within the clause.
    """
    for index in range(first - 1, max(-1, first - 1 - _BACK), -1):
        if tokens[index].word in _CLAUSE_ENDS:
            break
        direction = _cue(tokens, index)
        if direction is not None:
            return direction
    for index in range(last, min(len(tokens), last + _FORTH)):
        if tokens[index].word in _CLAUSE_ENDS:
            break
        direction = _cue(tokens, index)
        if direction is not None:
            return direction
    return None


def _cue(tokens: Sequence[Token], index: int) -> Direction | None:
    cues, token = _cues(), tokens[index]
    word = token.word
    if word in cues.future and not (token.is_capital and word in ("may", "will")):
        return "future"
    if word in cues.past:
        return "past"
    if word in cues.present:
        return "present"
    if word == "to" and index + 1 < len(tokens) and _is_infinitive(tokens[index + 1]):
        return "future"
    if len(word) > 3 and word.endswith("ed") and word not in cues.not_past and not token.is_capital:
        return "past"
    return None


def _is_infinitive(token: Token) -> bool:
    return token.word.isalpha() and not token.is_capital and token.word not in _NOT_VERBS and token.value is None
