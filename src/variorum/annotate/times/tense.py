"""Whether a clause looks back or ahead, by the verbs around a time expression.

Cheap cues of our own, so that times are found without a parse: `lang/en/tense.toml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

import msgspec

from variorum.annotate.times.words import Token
from variorum.lang.tables import load_words

Direction = Literal["past", "present", "future"]

_BACK, _FORTH = 24, 12  # words looked at: farther verbs govern something else (dev half A: 12/24/48 back differ by 0.2)
_CLAUSE_ENDS = frozenset(".;:!?")


class _Cues(msgspec.Struct, frozen=True):
    future: frozenset[str]
    past: frozenset[str]
    present: frozenset[str]
    not_past: frozenset[str]
    planned: frozenset[str]
    committed: frozenset[str]
    surely_past: frozenset[str]
    surely_future: frozenset[str]


_TABLES = ("future", "past", "present", "not_past", "planned", "committed", "surely_past", "surely_future")


@cache
def _cues() -> _Cues:
    return _Cues(*(load_words("en", "tense", name) for name in _TABLES))


class Side(msgspec.Struct, frozen=True):
    """Where a clause looks, None where no cue tells; `is_certain` where a word right before the date says so.

    `is_weak` where an infinitive alone looks ahead: "fans came to celebrate their victory on Sunday".
    """

    direction: Direction | None = None
    is_certain: bool = False
    is_weak: bool = False


def find_side(tokens: Sequence[Token], first: int, last: int) -> Side:
    """Return where the clause around tokens[first:last] looks.

    "ended Sept. 30" and "until May 2" tell it for certain, whatever the verbs say.
    """
    before = tokens[first - 1].word if first > 0 else ""
    if before in _cues().surely_past:
        return Side("past", is_certain=True)
    if before in _cues().surely_future:
        return Side("future", is_certain=True)
    if before == "for" and tokens[first].word in _WEEKDAYS and not is_modifier(tokens, first, last):
        # "called a day of mourning for Sunday": what is arranged lies ahead, though its verb looks back.
        return Side("past" if "had" in _words(tokens, first - 8, first) else "future")
    if first > 0 and tokens[first - 1].word in _LEADS:
        first -= 1
    beside = _cue(tokens, first - 1) if first > 0 else None
    if beside == "past" and tokens[first - 1].word != "set":
        return Side("past", is_certain=True)  # "was arrested Dec. 3"
    return _find_direction(tokens, first, last)


def is_modifier(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether tokens[first:last] stands before a noun ("the July deal"): the verbs speak of that, not of the date."""
    before = tokens[first - 1].word if first > 0 else ""
    following = tokens[last].word if last < len(tokens) else ""
    if following in _POSSESSIVE:
        return True
    return before in _ARTICLES | _POSSESSIVE and following.isalpha() and following not in _FUNCTION_WORDS


def _find_direction(tokens: Sequence[Token], first: int, last: int) -> Side:
    """Where the clause looks, by no word right before the date.

    The nearest cue before the expression decides, else the first after it within the clause. An infinitive that no
    verb of planning governs ("difficult to meet", a headline's "Lee to visit") decides only where nothing else does.
    """
    direct = _verb_behind(tokens, last)
    if direct is not None:
        return Side(direct)
    infinitive = False
    for index in range(first - 1, max(-1, first - 1 - _BACK), -1):
        if tokens[index].word in _CLAUSE_ENDS:
            break
        direction = _cue(tokens, index)
        if direction is not None:
            return Side(direction)
        infinitive = infinitive or _is_infinitive(tokens, index)
    for index in range(last, min(len(tokens), last + _FORTH)):
        if tokens[index].word in _CLAUSE_ENDS or infinitive:
            break
        direction = _cue(tokens, index)
        if direction is not None:
            return Side(direction)
    return Side("future", is_weak=True) if infinitive else Side()


def _verb_behind(tokens: Sequence[Token], last: int) -> Direction | None:
    """The verb right behind a date that stands between it and its subject ("the court on Friday only narrowed")."""
    for index in range(last, min(len(tokens), last + 3)):
        word = tokens[index].word
        if word in ("will", "would") or word in _cues().past:
            return _cue(tokens, index)
        if word.endswith("ed") and not tokens[index].is_capital:
            return _cue(tokens, index)
        if not word.isalpha() or word in _FUNCTION_WORDS:
            return None
    return None


def _cue(tokens: Sequence[Token], index: int) -> Direction | None:
    """Where one word looks: a plan ahead, or a verb by its tense."""
    before = tokens[index - 1].word if index > 0 else ""
    if before in ("be", "to"):
        return None  # "will be paid", "to expire": what stands before them tells
    return _plan_cue(tokens, index) or _verb_cue(tokens, index, before)


def _plan_cue(tokens: Sequence[Token], index: int) -> Direction | None:
    cues, token = _cues(), tokens[index]
    following = tokens[index + 1].word if index + 1 < len(tokens) else ""
    if token.word == "could" and following == "not":
        return "past"  # "could not be reached on Sunday"
    if token.word in cues.planned or (token.word == "set" and following in ("to", "for")):
        return "past" if "had" in _words(tokens, index - 3, index) else "future"
    if token.word in cues.committed and _is_infinitive(tokens, index + 1):
        return "future"
    is_name = token.word in ("may", "will") and _is_name(tokens, index)
    is_future = token.word in cues.future and not is_name and not _is_lead(tokens, index)
    return "future" if is_future else None


def _is_lead(tokens: Sequence[Token], index: int) -> bool:
    """Whether "ahead" tells who leads ("was ahead on Sunday", "pulled ahead") and not what is to come."""
    if tokens[index].word != "ahead" or index < 2:
        return False
    return _verb_cue(tokens, index - 1, tokens[index - 2].word) is not None


def _is_name(tokens: Sequence[Token], index: int) -> bool:
    """Will Smith, Theresa May; not WILL in text set in capitals, nor a question's first word."""
    before = index > 0 and tokens[index - 1].is_capital
    following = index + 1 < len(tokens) and tokens[index + 1].is_capital
    return tokens[index].is_capital and before != following


def _verb_cue(tokens: Sequence[Token], index: int, before: str) -> Direction | None:
    cues, word = _cues(), tokens[index].word
    if word in _POSSESSIVE and before not in _SUBJECTS:
        return None
    if word in cues.present:
        is_condition = "if" in _words(tokens, index - 5, index)
        return "future" if is_condition or _is_infinitive(tokens, index + 1) else "present"
    if word in cues.past:
        return "past"
    if len(word) > 3 and word.endswith("ed") and word not in cues.not_past and not tokens[index].is_capital:
        return None if _is_adjective(tokens, index) else "past"
    return None


def _words(tokens: Sequence[Token], first: int, last: int) -> set[str]:
    return {tokens[each].word for each in range(max(0, first), last)}


def _is_adjective(tokens: Sequence[Token], index: int) -> bool:
    """ "a closely watched meeting", "the disputed vote": a participle between an article or adverb and a noun."""
    before = tokens[index - 1].word if index > 0 else ""
    following = tokens[index + 1].word if index + 1 < len(tokens) else ""
    return (
        (before in _ARTICLES or before in ("still", "yet", "most", "very") or before.endswith("ly"))
        and following.isalpha()
        and following not in _FUNCTION_WORDS
    )


_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_POSSESSIVE = frozenset({"'s", "’s"})
_SUBJECTS = frozenset({"it", "he", "she", "that", "there", "what", "who", "here", "this", "everyone", "where"})
_LEADS = frozenset({"on", "in"})
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})
_FUNCTION_WORDS = frozenset(
    {"on", "in", "at", "to", "for", "from", "by", "with", "that", "the", "a", "an", "it", "he", "she", "they", "his"}
    | {"her", "its", "their", "against", "over", "after", "before", "as", "of", "into", "out", "up", "down", "off"}
    | {"and", "or", "but", "while", "who", "which", "when", "where", "we", "you", "i", "if", "because", "so", "than"}
)


def _is_infinitive(tokens: Sequence[Token], index: int) -> bool:
    if index + 1 >= len(tokens) or tokens[index].word != "to":
        return False
    verb = tokens[index + 1]
    return verb.word.isalpha() and not verb.is_capital and verb.word not in _ARTICLES and verb.value is None
