"""One saying printed in other words: where two quotations differ by more than an excerpt.

Words are aligned (longest common subsequence). What one quotation has before, behind or left out of the middle of the
other is an excerpt; words that stand in the place of others, and a negation that only one has, are a change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec
from rapidfuzz.distance import Indel, Opcode

from variorum.model.span import Span
from variorum.text.fold import fold
from variorum.text.spelling import slip_apart

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_NEGATIONS = frozenset({"not", "no", "never", "nobody", "nothing", "none", "neither", "nor", "without"})
# A negation that is put in or left out where the words run on; "no" would begin an answer ("No, we will").
_PUT_IN = frozenset({"not", "never"})
# Spoken words are tidied by every desk: these may come and go, or stand for one another.
_SLIGHT_WORDS = """
a an the and but so that this that these those it he she they we i you well just very really to of in on at is are was
were be been am s
"""
_SLIGHT = frozenset(_SLIGHT_WORDS.split())
_DO = frozenset({"do", "does", "did"})
_CONTRACTED = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'s": "is", "'d": "would"}
_RUN_TOGETHER = {
    "cannot": ("can", "not"),
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
}
# Words that both must share for being one saying, and the share of the shorter one that they must make up.
_LEAST_SHARED = 5
_LEAST_SHARE = 0.6
_MOST_CHANGED = 3


class Changed(msgspec.Struct, frozen=True):
    """Where the words differ, by offset in each of the two quotations.

    `denied`: exactly one side has a negation. `before` and `after` count the words on either side that are the same.
    """

    one: Span
    other: Span
    denied: bool
    before: int
    after: int


class Comparison(msgspec.Struct, frozen=True):
    """How many words two printings of one saying share, as a share of the shorter one (0 to 1), and what is changed."""

    shared: int
    share: float
    changes: tuple[Changed, ...]


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a quotation, contractions written out ("we're" is "we are")."""
    return tuple(word.text for word in _placed(text))


@lru_cache(maxsize=10_000)
def compare_printings(one: str, other: str) -> Comparison | None:
    """Return what two printings of one saying share and where they differ; None where they are no such two."""
    left, right = _placed(one), _placed(other)
    codes = _joined(list(Indel.opcodes([word.text for word in left], [word.text for word in right])))
    shared = sum(_length(code) for code in codes)
    share = shared / max(1, min(len(left), len(right)))
    if shared < _LEAST_SHARED or share < _LEAST_SHARE:
        return None
    return Comparison(shared, share, tuple(_changes(left, right, codes)))


def find_changed_words(one: str, other: str) -> Changed | None:
    """Return where two printings of one saying differ; None where they are no such two, or differ by an excerpt."""
    comparison = compare_printings(one, other)
    return comparison.changes[0] if comparison is not None and comparison.changes else None


class _Placed(msgspec.Struct, frozen=True):
    text: str
    start: int
    end: int


@lru_cache(maxsize=2_000)
def _placed(text: str) -> tuple[_Placed, ...]:
    return tuple(
        _Placed(word, match.start(), match.end())
        for match in _WORD.finditer(text)
        for word in _written_out(fold(match.group()))
    )


def _written_out(word: str) -> tuple[str, ...]:
    if word in _RUN_TOGETHER:
        return _RUN_TOGETHER[word]
    for ending, full in _CONTRACTED.items():
        if word.endswith(ending) and len(word) > len(ending):
            return (word[: -len(ending)], full)
    return (word,)


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


def _length(code: Opcode) -> int:
    return code.src_end - code.src_start if code.tag == "equal" else 0


def _changes(left: Sequence[_Placed], right: Sequence[_Placed], codes: Sequence[Opcode]) -> Iterator[Changed]:
    for at, code in enumerate(codes):
        before = _length(codes[at - 1]) if at else 0
        after = _length(codes[at + 1]) if at + 1 < len(codes) else 0
        ours, theirs = left[code.src_start : code.src_end], right[code.dest_start : code.dest_end]
        if code.tag == "equal":
            continue
        if not ours or not theirs:
            if before and after and _is_put_in(ours or theirs):
                # The side that lacks it shows the words that it would stand between.
                around = left[code.src_start - 1 : code.src_end + 1], right[code.dest_start - 1 : code.dest_end + 1]
                yield _changed(*around, denied=True, before=before, after=after)
            continue
        denied = _negates(ours) != _negates(theirs)
        if _is_change(ours, theirs, denied=denied):
            yield _changed(ours, theirs, denied=denied, before=before, after=after)


def _changed(left: Sequence[_Placed], right: Sequence[_Placed], *, denied: bool, before: int, after: int) -> Changed:
    one, other = (Span(side[0].start, side[-1].end) for side in (left, right))
    return Changed(one, other, denied, before, after)


def _is_put_in(words: Sequence[_Placed]) -> bool:
    texts = {word.text for word in words}
    return bool(texts & _PUT_IN) and texts <= _PUT_IN | _DO


def _negates(words: Sequence[_Placed]) -> bool:
    return any(word.text in _NEGATIONS for word in words)


def _is_change(left: Sequence[_Placed], right: Sequence[_Placed], *, denied: bool) -> bool:
    if denied and max(len(left), len(right)) <= _MOST_CHANGED:
        return True
    # "No coincidence" and "not a coincidence" deny alike.
    slight = _SLIGHT if denied else _SLIGHT | _NEGATIONS
    telling = [[word.text for word in side if word.text not in slight] for side in (left, right)]
    if not telling[0] or not telling[1] or max(len(side) for side in telling) > _MOST_CHANGED:
        return False
    one, other = ("".join(side) for side in telling)
    return one != other and not slip_apart(one, other)
