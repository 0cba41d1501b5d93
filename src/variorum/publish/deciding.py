"""The words of a reading that decided its finding: the figure, the date, the name, the word that differs.

The record keeps the value that was compared, not its place; here its place in the reading is found again. Shape and the
other readings decide: words that carry the value, and of these rather those that the other side does not use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise

import msgspec

from variorum.lang.tables import load_table
from variorum.model.record import Aspect
from variorum.model.span import Span
from variorum.publish.marks import joined
from variorum.text.fold import fold
from variorum.text.numerals import load_numbers, number_words, read_spelled

_WORD = re.compile(r"[$€£¥₩₹]?\d+(?:[.,:]\d+)*(?:st|nd|rd|th|[%°$€£¥])?|[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*", re.UNICODE)
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_SHORT = 3  # A word of up to three letters that tells two readings apart is mostly an article or a preposition.
_GAP = 2  # So many short words between two that decide are part of what is said.
_VALUE = 16  # A figure or time with its unit is hardly ever longer, a clause around one hardly ever shorter.
_SPELLED = 48  # A time in words is longer, and each of them counts: "just after twenty to seven on Tuesday morning".
_CLAUSE = 80  # A status is told in a clause; in a longer reading the words that differ are looked for.
_SHARE = 0.6  # Where more of a reading than this differs, the difference shows nothing: the wording is simply another.
_STEM = 5  # 'postponed' is found by 'postpone', 'inspected' by 'inspection'.
_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")

_DENIALS = frozenset({"no", "not", "never", "none", "nothing", "nobody", "neither", "nor"})


class _Token(msgspec.Struct, frozen=True):
    span: Span
    word: str
    folded: str


def find_deciding(
    words: str, value: str | float | None, rivals: Sequence[str], aspect: Aspect = "description"
) -> list[Span]:
    """Return where in `words` (one reading's) the deciding ones stand, in order; everything where none stand out.

    `rivals` are the words of readings with another value. Offsets count from the start of `words`.
    """
    tokens = _tokens(words)
    spelled = aspect == "date" and any(token.folded in number_words() for token in tokens)
    if aspect in ("figure", "date") and len(words) <= (_SPELLED if spelled and not rivals else _VALUE):
        # Nothing but the value was read: "four and a half percent", "7 a.m."
        return [Span(0, len(words))]
    if aspect == "description" and isinstance(value, str) and fold(value) == fold(words):
        return [Span(0, len(words))]
    theirs = {token.folded for rival in rivals for token in _tokens(rival)}
    for found in (_of_value(tokens, value), _of_shape(tokens, aspect)):
        # A status is what its words say, whoever else uses them: "the sum that she promised has not been paid".
        shared = found if not theirs or aspect == "status" else []
        telling = [token for token in found if token.folded not in theirs] or shared
        if telling:
            spans = _filled(_with_scale([token.span for token in telling], tokens), found, tokens)
            return joined(_bridged(spans, tokens) if aspect == "description" else spans, words)
    if aspect == "status" and value is not None and len(words) <= _CLAUSE:
        # Our name of a status ("not funded") need not be among its words ("no money had been set aside").
        return [Span(0, len(words))]
    differing = [token for token in tokens if token.folded not in theirs and len(token.word) > _SHORT]
    if theirs and differing and len(differing) <= _SHARE * len(tokens):
        return joined([token.span for token in differing], words)
    found = _of_value(tokens, value)
    return joined(_bridged([token.span for token in found], tokens), words) if found else [Span(0, len(words))]


@lru_cache(maxsize=4096)
def _tokens(words: str) -> tuple[_Token, ...]:
    # A reading is a rival of every reading on the other sides of its finding: kept, it is folded once.
    return tuple(_Token(Span(m.start(), m.end()), m[0], fold(m[0])) for m in _WORD.finditer(words))


def _of_value(tokens: Sequence[_Token], value: str | float | None) -> list[_Token]:
    if value is None:
        return []
    if isinstance(value, int | float):
        return _of_number(tokens, float(value))
    wanted = [token.folded for token in _tokens(value) if len(token.folded) > 1 or token.folded.isdigit()]
    dated = _of_date(tokens, value)
    found = dated or [token for token in tokens if any(_is_same_word(token.folded, other) for other in wanted)]
    if not found or wanted[:1] != ["not"]:
        return found
    # "Not signed" is told as "no agreement was signed".
    denied = [token for token in tokens if token.folded in _DENIALS or token.folded.endswith("n't")]
    carried = {token.span for token in (*found, *denied)}
    return [token for token in tokens if token.span in carried] if set(found) - set(denied) else []


def _is_same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter = min(len(one), len(other))
    return shorter >= _STEM and one[:_STEM] == other[:_STEM] and shorter >= 0.6 * max(len(one), len(other))


def _of_number(tokens: Sequence[_Token], value: float) -> list[_Token]:
    words = [(part, at) for at, token in enumerate(tokens) for part in _parts(token.folded)]
    scales = {1.0, *(float(scale) for scale in load_numbers().scales.values())}
    for index, (word, at) in enumerate(words):
        figure = _NUMBER.search(word)
        if figure is None:
            spelled = read_spelled([word for word, _ in words], index)
            if spelled is not None and spelled.value == value:
                return list(tokens[at : words[spelled.next - 1][1] + 1])
        elif _is_number(figure[0]):
            read = float(figure[0].replace(",", ""))
            if any(abs(read * scale - value) <= 1e-6 * max(1.0, abs(value)) for scale in scales):
                return [tokens[at]]
    return []


def _parts(word: str) -> list[str]:
    """A word as `read_spelled` wants it, its hyphens words of their own: "twenty", "-", "six"."""
    return re.findall(r"-|[^-]+", word)


def _is_number(figure: str) -> bool:
    return ":" not in figure and figure.count(".") <= 1


def _of_date(tokens: Sequence[_Token], value: str) -> list[_Token]:
    """The tokens of an ISO date: its day, month, year or clock, weekdays too."""
    match = re.match(r"\d{4}(-\d\d)?(-\d\d)?(T\d\d(:\d\d)?)?", value)
    return _of_times(tokens) if match and (match[1] or match[0] == value) else []


def _of_times(tokens: Iterable[_Token]) -> list[_Token]:
    return [token for token in tokens if token.folded in _time_words() or _NUMBER.search(token.word)]


def _of_shape(tokens: Sequence[_Token], aspect: Aspect) -> list[_Token]:
    if aspect == "figure":
        return [token for token in tokens if _NUMBER.search(token.word) or token.folded in number_words()]
    if aspect == "date":
        return _of_times(tokens)
    if aspect in ("name", "place"):
        return [token for token in tokens[1:] if token.word[:1].isupper()]
    return []


def _with_scale(spans: Sequence[Span], tokens: Sequence[_Token]) -> list[Span]:
    """`spans`, with the scale, per cent or unit of time after a number: "350 billion", "25 percent", "four hours"."""
    scales = {*load_numbers().scales, "percent", "per", "cent", *_time_units()}
    starts = {span.start for span in spans}
    out = list(spans)
    for before, after in pairwise(tokens):
        if after.folded in scales and after.span.start not in starts and before.span.start in starts:
            out.append(after.span)
            starts.add(after.span.start)
    return out


def _filled(spans: Sequence[Span], found: Sequence[_Token], tokens: Sequence[_Token]) -> list[Span]:
    """`spans`, with the words of the value that lie between two of them: "heavy fuel oil" against "diesel fuel"."""
    first, last = min(spans).start, max(span.end for span in spans)
    between = [token for token in tokens if first <= token.span.start < last]
    carried = {token.span for token in found}
    if all(token.span in carried or token.span in spans for token in between):
        return [Span(first, last)]
    return list(spans)


def _bridged(spans: Sequence[Span], tokens: Sequence[_Token]) -> list[Span]:
    """`spans`, those joined between which one or two short words stand: a saying is one value, articles and all."""
    out: list[Span] = []
    for span in sorted(spans):
        between = [
            token for token in tokens if out and out[-1].end <= token.span.start and token.span.end <= span.start
        ]
        if out and len(between) <= _GAP and all(len(token.word) <= _SHORT for token in between):
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


@cache
def _time_units() -> frozenset[str]:
    return frozenset(word for unit in _UNITS for word in (unit, unit + "s"))


@cache
def _time_words() -> frozenset[str]:
    valued = load_table("en", "times")["valued"]
    return frozenset(valued["month"]) | frozenset(valued["weekday"]) | number_words()
