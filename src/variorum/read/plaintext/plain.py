"""Plain text, as some crawler flattened it, to a report: the article's own paragraphs, and what stood around them.

The article is the stretch of lines in which prose outweighs furniture the most (a maximal sum over line scores, after
Kohlschütter et al. 2010, "Boilerplate detection using shallow text features"); what is left inside it of links, notices
and repetitions goes too. Every paragraph that stays is verbatim in the source but for white space, and nothing is
dropped from inside a paragraph except a dateline at its head.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

import msgspec

from variorum.read.plaintext.furniture import Line, ends_sentence, is_title_case, shape_of
from variorum.read.trace import Reason, Taken
from variorum.text.fold import fold

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_WIDE = re.compile(r"\s{4,}")  # between the words of a menu; patterns would try every part of a long one
# Nobody sets a line of running text longer than this; longer ones are paragraphs already.
_WIDEST_WRAP = 110

# What a line adds to the stretch it stands in; prose by its words. Found by search on pages flattened to text and on
# reposts inside other sites' furniture, each checked on the other (docs/reading.md).
_SCORES = {
    "headline": -0.7, "sentence case": -1.0, "fragment": -0.8, "date": -0.3, "menu": -2.0, "link": -0.3,
    "bare link": -1.0, "notice": -0.7, "address": -0.5, "no words": -1.5, "item": -0.5, "subheading": -0.3,
    "repeated": -0.3,
}  # fmt: skip
_WORDS_A_POINT = 12
_MOST_WORDS = 60


class Passages(msgspec.Struct, frozen=True, kw_only=True):
    """A text in parts: the lines before the article, its own, and those after, in order."""

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    tail: tuple[Line, ...]


def split_lines(text: str) -> list[str]:
    """Return the paragraphs of `text`: its lines, where lines that were only wrapped are one paragraph.

    Verse, lists and tables keep a line each.
    """
    blocks = _BLANK_LINES.split(text.strip("\n")) if _BLANK_LINES.search(text) else [text]
    lines: list[str] = []
    for block in blocks:
        lines.extend(_unwrap([_WIDE.sub("   ", line.strip()) for line in block.split("\n") if line.strip()]))
    return lines


def _unwrap(lines: list[str]) -> list[str]:
    if len(lines) < 2:
        return lines
    width = max(len(line) for line in lines)
    if width > _WIDEST_WRAP or width < 40:
        return lines
    # A line was wrapped if the next word did not fit on it: then it ends within a word of the widest.
    joins = [len(line) + 1 + len(after.split(maxsplit=1)[0]) > width - 2 for line, after in pairwise(lines)]
    full = sum(joined and ends_sentence(line) for joined, line in zip(joins, lines, strict=False))
    # Wrapped lines break anywhere; lines that each end a sentence are paragraphs of one width by chance.
    if sum(joins) < 0.6 * len(joins) or full > 0.5 * sum(joins):
        return lines
    paragraphs = [[lines[0]]]
    for joined, line in zip(joins, lines[1:], strict=True):
        if joined:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [" ".join(paragraph) for paragraph in paragraphs]


def find_passages(texts: Sequence[str]) -> Passages:
    """Return which of the lines are the article; all of them are in one of the three parts."""
    lines = [shape_of(text) for text in texts]
    start, end = _heaviest(_scores(lines))
    if start == end:
        # No prose at all: verse, a list, a table. It stands as it is, without what is surely furniture at its ends.
        start, end = _without_ends(lines)
    return Passages(head=tuple(lines[:start]), body=tuple(lines[start:end]), tail=tuple(lines[end:]))


def _scores(lines: Sequence[Line]) -> list[float]:
    keys = [fold(line.text) for line in lines]
    counts = Counter(keys)
    seen: set[str] = set()
    scores = []
    for index, (line, key) in enumerate(zip(lines, keys, strict=True)):
        # A blurb stands twice in the foot of a page, apart; a doubled article is weighed once.
        score = 0.0 if line.kind == "prose" and key in seen else _score(lines, index)
        seen.add(key)
        scores.append(score + _SCORES["repeated"] if counts[key] > 1 and line.kind != "prose" else score)
    return scores


def _score(lines: Sequence[Line], index: int) -> float:
    line = lines[index]
    goes_on = index > 0 and lines[index - 1].text.endswith(",") and line.kind in ("headline", "fragment")
    if line.kind == "prose" or goes_on:
        return min(line.words, _MOST_WORDS) / _WORDS_A_POINT
    if line.kind == "item" and line.words >= 8:
        return line.words / _WORDS_A_POINT / 2
    if line.kind == "headline" and _is_subheading(lines, index):
        return _SCORES["subheading"]
    if line.kind == "headline" and not is_title_case(line.text):
        return _SCORES["sentence case"]
    if line.kind == "link" and line.words <= 4:
        return _SCORES["bare link"]
    return _SCORES[line.kind]


def _is_subheading(lines: Sequence[Line], index: int) -> bool:
    """A headline alone between two long paragraphs."""
    around = lines[max(0, index - 1) : index + 2]
    return len(around) == 3 and all(line.kind == "prose" and line.words >= 20 for line in (around[0], around[2]))


def _heaviest(scores: Sequence[float]) -> tuple[int, int]:
    """The stretch with the greatest sum (Kadane); (0, 0) where no score is above zero."""
    best, best_at, total, start = 0.0, (0, 0), 0.0, 0
    for index, score in enumerate(scores):
        if total <= 0:
            total, start = 0.0, index
        total += score
        if total > best:
            best, best_at = total, (start, index + 1)
    return best_at


def _without_ends(lines: Sequence[Line]) -> tuple[int, int]:
    kept = [index for index, line in enumerate(lines) if line.kind in ("headline", "fragment", "item", "prose")]
    return (kept[0], kept[-1] + 1) if kept else (0, 0)


def clean_body(body: Sequence[Line], title: str | None) -> tuple[list[str], list[Taken]]:
    """Return the paragraphs of the article, and what was taken from between them."""
    paragraphs: list[str] = []
    taken: list[Taken] = []
    title_key = fold(title) if title is not None else None
    # Where there is no prose at all, the lines are the text: verse, a list.
    links = _links_in_runs(body) if any(line.kind == "prose" for line in body) else set()
    for index, line in enumerate(body):
        reason = "headline" if fold(line.text) == title_key else "link" if index in links else _why_taken(line)
        if reason is None:
            paragraphs.append(line.text)
        else:
            taken.append(Taken(line.text, reason))
    return paragraphs, taken


def _why_taken(line: Line) -> Reason | None:
    if line.kind in ("menu", "link", "notice", "address", "no words"):
        return line.kind
    return "date line" if line.kind == "date" else None


def _links_in_runs(body: Sequence[Line]) -> set[int]:
    """The headlines that stand three or more in a row and that nothing announces: links, not a list of this article."""
    found: set[int] = set()
    for is_headline, group in groupby(range(len(body)), key=lambda index: body[index].kind == "headline"):
        run = list(group)
        announced = run[0] > 0 and body[run[0] - 1].text.endswith(":")
        if is_headline and len(run) >= 3 and not announced:
            titles = sum(is_title_case(body[index].text) for index in run)
            found.update(run if titles > 0.6 * len(run) else ())
    return found
