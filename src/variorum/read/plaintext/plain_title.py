"""Which line of a plain text is its headline.

The lines above the article are scored by what they are and where they stand. The weights were fitted (conditional
logit, four folds by page) on the flattened pages of the extraction set: on pages kept out the headline is found on
59 %, against 47 % by the best rules written by hand (`benchmarks/quality/plain.py`).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from variorum.read.plaintext.furniture import Line, is_title_case
from variorum.text.fold import fold

_MOST_LINES = 150  # above the article; a menu of more than that hides a headline from readers too
_MOST_WORDS = 30
# Under a picture, who took it: no headline says so.
_CAPTION = re.compile(
    r"\b(?:photo|photograph|foto|image|imagen|bild|picture|credit|crédito|写真|사진)s?\s*[:/©]|©", re.IGNORECASE
)
_NEVER = ("no words", "date", "address", "notice", "link")

_WEIGHTS = {
    "words shared with the article": 3.7,  # share of its longer words that the first paragraphs have too
    "distance": -0.66,  # logarithm of the lines between it and the article
    "one word": -1.9, "two or three words": -0.2, "four to six words": 0.3, "seven to fourteen words": 1.35,
    "more words": 0.5,
    "headline": 1.4, "fragment": -0.3, "prose": 0.1, "menu": -0.9, "item": 0.0,
    "repeated": 0.5,
    "inside another line": 2.2,  # a trail of links, or the headline with the site's name
    "full stop": -0.8, "question": 1.6, "title case": -0.6,
    "date in the next line": 0.6, "date near": 1.5, "under a menu": 0.7, "first line": 0.7,
    "in the article": -1.65,  # its first line, where shape alone made it prose
}  # fmt: skip
_LEAST = 2.0  # the score below which a text has no headline: of the right ones 97 in 100 lie above


class _Context(msgspec.Struct, frozen=True, kw_only=True):
    """What the features of a line are taken from: all candidate lines, and the words of the article."""

    lines: Sequence[Line]
    keys: Sequence[str]
    counts: Counter[str]
    above: int
    stems: frozenset[str]


def find_title(head: Sequence[Line], body: Sequence[Line]) -> str | None:
    """Return the headline among the lines above the article and its first line; None where none is likely."""
    above = head[-_MOST_LINES:]
    lines = [*above, *(body[:1] if len(body) >= 3 else ())]
    keys = [fold(line.text) for line in lines]
    context = _Context(
        lines=lines,
        keys=keys,
        counts=Counter(keys),
        above=len(above),
        stems=_stems(body[1 if len(body) > 1 else 0 : 13]),
    )
    best, best_score = None, _LEAST
    for index, line in enumerate(lines):
        if line.words <= _MOST_WORDS and line.kind not in _NEVER and not _CAPTION.search(line.text):
            score = sum(_WEIGHTS[name] * value for name, value in _features(context, index))
            if score > best_score:
                best, best_score = line.text, score
    return best


def _features(context: _Context, index: int) -> list[tuple[str, float]]:
    line, lines, keys = context.lines[index], context.lines, context.keys
    found = {
        "words shared with the article": _shared(keys[index], context.stems),
        "distance": math.log1p(max(0, context.above - index)),
        _length_of(line): 1.0,
        line.kind: 1.0,
        "title case": float(is_title_case(line.text)),
        "full stop": float(line.text.rstrip("\"'”»").endswith((".", "…", ":"))),
        "question": float(line.text.endswith(("?", "!"))),
        "repeated": float(context.counts[keys[index]] > 1),
        "inside another line": float(_is_inside(keys, index)),
        "date in the next line": float(any(each.kind == "date" for each in lines[index + 1 : index + 2])),
        "date near": float(any(each.kind == "date" for each in lines[max(0, index - 3) : index + 4])),
        "under a menu": float(index > 0 and lines[index - 1].kind in ("menu", "link", "fragment")),
        "first line": float(index == 0),
        "in the article": float(index >= context.above),
    }
    return list(found.items())


def _length_of(line: Line) -> str:
    for most, name in (
        (1, "one word"),
        (3, "two or three words"),
        (6, "four to six words"),
        (14, "seven to fourteen words"),
    ):
        if line.words <= most:
            return name
    return "more words"


def _is_inside(keys: Sequence[str], index: int) -> bool:
    key = keys[index]
    return len(key) > 10 and any(key in other and key != other for other in keys[max(0, index - 40) : index + 5])


def _stems(body: Sequence[Line]) -> frozenset[str]:
    return frozenset(word.strip(".,:;!?\"'()")[:5] for line in body for word in fold(line.text).split())


def _shared(key: str, stems: frozenset[str]) -> float:
    """The share of the longer words of a folded line that are in the article, in this form or with another ending."""
    long = [word for word in (each.strip(".,:;!?\"'()") for each in key.split()) if len(word) > 3]
    return sum(word[:5] in stems for word in long) / len(long) if long else 0.0
