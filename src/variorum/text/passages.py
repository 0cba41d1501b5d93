"""Passages that two texts share word for word.

What stands in quotation marks is told apart: two reporters who quote one letter share its words and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec
import numpy as np
from numpy.typing import NDArray

from variorum.model.report import Report
from variorum.model.span import Place, Span
from variorum.text.shingles import Hashes, ShingleIndex, hash_shingles, hash_words, sample_shingles, word_pattern

LEAST_WORDS = 18  # a shorter run of the same words may be chance, a name with titles, or a set phrase
MOST_GAP = 2  # words changed within a passage that is still the same one

# A quotation ends in its paragraph, or its mark was a stray one. Single quotes are left: apostrophes look the same.
QUOTATION = re.compile(r"[“„«\"][^“”„«»\"\n]*(?:[”»\"“]|(?=\n)|$)")


class SharedPassage(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that stands in two texts: in the earlier given one and in the other.

    `words` counts those in common; `quoted` says that without what stands in quotation marks it would be too short.
    """

    first: Place
    second: Place
    words: int
    quoted: bool


def find_shared_passages(reports: Sequence[Report], least_words: int = LEAST_WORDS) -> list[SharedPassage]:
    """Return the passages that any two of `reports` share, by the ids of the reports and their place.

    The same whatever the order of the reports. The time grows with the texts and with the passages that are shared.
    """
    ordered = sorted(reports, key=lambda report: report.id)
    texts = [_Text(report) for report in ordered]
    # A passage may be a small part of both texts: what they share of all is no measure of it.
    index = ShingleIndex(least_share=0.0)
    return [
        passage
        for text in texts
        for other in index.add(sample_shingles(text.shingles, one_in=4))
        for passage in _align(texts[other], text, least_words)
    ]


class _Text:
    """A report with its words by place, and where each of its shingles first stands."""

    def __init__(self, report: Report) -> None:
        self.report = report
        places = [match.span() for match in word_pattern(report.text).finditer(report.text)]
        self.starts = np.array([start for start, _ in places], dtype=np.int64)
        self.ends = np.array([end for _, end in places], dtype=np.int64)
        self.shingles: Hashes = hash_shingles(hash_words([report.text[start:end] for start, end in places]))
        self.quoted = _mark_quoted(report.text, self.starts)
        self.sorted, self.first_at = np.unique(self.shingles, return_index=True)


def _mark_quoted(text: str, starts: NDArray[np.int64]) -> NDArray[np.bool_]:
    edges = np.array([edge for match in QUOTATION.finditer(text) for edge in match.span()], dtype=np.int64)
    return np.asarray(np.searchsorted(edges, starts, side="right") % 2 == 1)


def _align(a: _Text, b: _Text, least_words: int) -> Iterator[SharedPassage]:
    """Yield the passages of `b` that stand in `a`."""
    at = np.minimum(np.searchsorted(a.sorted, b.shingles), max(len(a.sorted) - 1, 0))
    shared = np.flatnonzero(a.sorted[at] == b.shingles) if len(a.sorted) else np.empty(0, dtype=np.int64)
    in_a = a.first_at[at[shared]]
    for run in _runs(in_a, shared):
        first = Span(int(in_a[run.start]), int(in_a[run.end - 1]) + 2)
        second = Span(int(shared[run.start]), int(shared[run.end - 1]) + 2)
        if len(second) + 1 >= least_words:
            quoted = b.quoted[second.start : second.end + 1]
            yield SharedPassage(
                first=_place(a, first),
                second=_place(b, second),
                words=run.end - run.start + 2,
                quoted=int((~quoted).sum()) < least_words,
            )


def _runs(in_a: NDArray[np.int64], in_b: NDArray[np.int64]) -> Iterator[Span]:
    """Yield the stretches of shared shingles that go on in both texts, with at most MOST_GAP words changed between."""
    if not len(in_b):
        return
    # A changed word breaks the three shingles that hold it.
    most = MOST_GAP + 3
    steps_a, steps_b = np.diff(in_a), np.diff(in_b)
    breaks = np.flatnonzero((steps_b > most) | (steps_a < 1) | (steps_a > most)) + 1
    for start, end in pairwise([0, *breaks.tolist(), len(in_b)]):
        yield Span(start, end)


def _place(text: _Text, words: Span) -> Place:
    last = min(words.end, len(text.ends) - 1)
    return Place(report=text.report.id, start=int(text.starts[words.start]), end=int(text.ends[last]))
