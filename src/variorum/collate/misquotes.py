"""One saying printed in other words: where two quotations differ by more than an excerpt.

Words are aligned (longest common subsequence). What one quotation has before, behind or left out of the middle of the
other is an excerpt; words that stand in the place of others, and a negation that only one has, are a change.
"""

from __future__ import annotations

import re

import msgspec
from rapidfuzz.distance import Indel, Opcode

from variorum.model.span import Span
from variorum.text.fold import fold
from variorum.text.spelling import slip_apart

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_NEGATIONS = frozenset({"not", "no", "never", "nobody", "nothing", "none", "neither", "nor", "without"})
# Spoken words are tidied by every desk: these may come and go, or stand for one another.
_SLIGHT_WORDS = """
a an the and but so that this these those it he she they we i you well just very really to of in on at is are was were
be been am s
"""
_SLIGHT = frozenset(_SLIGHT_WORDS.split())
_CONTRACTED = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'s": "is", "'d": "would"}
# Words that both must share for being one saying, and the share of the shorter one that they must make up.
_LEAST_SHARED = 5
_LEAST_SHARE = 0.6
_MOST_CHANGED = 3


class Changed(msgspec.Struct, frozen=True):
    """Where the words differ, by offset in each of the two quotations."""

    one: Span
    other: Span


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a quotation, contractions written out ("we're" is "we are")."""
    return tuple(word.text for word in _placed(text))


def _written_out(word: str) -> tuple[str, ...]:
    for ending, full in _CONTRACTED.items():
        if word.endswith(ending) and len(word) > len(ending):
            return (word[: -len(ending)], full)
    return (word,)


def find_changed_words(one: str, other: str) -> Changed | None:
    """Return where two printings of one saying differ; None where they are no such two, or differ by an excerpt."""
    left, right = _placed(one), _placed(other)
    codes = _joined(list(Indel.opcodes([word.text for word in left], [word.text for word in right])))
    shared = sum(code.src_end - code.src_start for code in codes if code.tag == "equal")
    shorter = min(len(left), len(right))
    if shared < _LEAST_SHARED or shared < _LEAST_SHARE * shorter:
        return None
    for code in codes:
        changed = _change(left[code.src_start : code.src_end], right[code.dest_start : code.dest_end], code)
        if changed is not None:
            return changed
    return None


class _Placed(msgspec.Struct, frozen=True):
    text: str
    start: int
    end: int


def _placed(text: str) -> list[_Placed]:
    return [
        _Placed(word, match.start(), match.end())
        for match in _WORD.finditer(text)
        for word in _written_out(fold(match.group()))
    ]


def _joined(codes: list[Opcode]) -> list[Opcode]:
    """The steps of an alignment, a deletion and an insertion side by side as one replacement."""
    out: list[Opcode] = []
    for code in codes:
        last = out[-1] if out else None
        if last is not None and last.tag != "equal" and code.tag != "equal":
            out[-1] = Opcode("replace", last.src_start, code.src_end, last.dest_start, code.dest_end)
        else:
            out.append(code)
    return out


def _change(left: list[_Placed], right: list[_Placed], code: Opcode) -> Changed | None:
    if code.tag == "equal":
        return None
    telling = [[word.text for word in side if word.text not in _SLIGHT] for side in (left, right)]
    negated = [bool(_NEGATIONS.intersection(side)) for side in telling]
    if left and right and negated[0] != negated[1] and max(len(left), len(right)) <= _MOST_CHANGED:
        return _spans(left, right)
    if not telling[0] or not telling[1] or max(len(side) for side in telling) > _MOST_CHANGED:
        return None
    if "".join(telling[0]) == "".join(telling[1]) or slip_apart("".join(telling[0]), "".join(telling[1])):
        return None
    return _spans(left, right)


def _spans(left: list[_Placed], right: list[_Placed]) -> Changed:
    return Changed(Span(left[0].start, left[-1].end), Span(right[0].start, right[-1].end))
