"""Quotations that several reports print: word for word an agreement about who said what, else perhaps a misquotation.

Quotations meet by runs of four words (an index), so that nothing is compared with everything.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from variorum.collate.findings.written.spots import Spot
from variorum.collate.storyline import Storyline
from variorum.model.annotations import Attribution
from variorum.model.report import Report
from variorum.model.span import EntityId, ReportId
from variorum.text.fold import fold

RUN = 4
# Shorter quotations are phrases that anyone may use.
LEAST_WORDS = 5
# Longer ones are letters and transcripts, or a mark that was never closed.
LONGEST_CHARS = 600
# A run that more quotations share is a refrain; the first ones stand for all.
MOST_PARTNERS = 40
_LEAST_BETWEEN_MARKS = 10
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


class Quotation(msgspec.Struct, frozen=True):
    """A stretch of direct speech in one report, its words folded, and whose it is (None where nobody is resolved)."""

    spot: Spot
    words: tuple[str, ...]
    speaker: EntityId | None = None


def read_quotations(storyline: Storyline) -> list[Quotation]:
    """Return the direct speech of all reports that is long enough to be told by its words, in order of place."""
    found = []
    for report in storyline.reports:
        for attribution, spot in find_direct_speech(report):
            words = tuple(_WORD.findall(fold(report.text[spot.start : spot.end])))
            if len(words) >= LEAST_WORDS and spot.end - spot.start <= LONGEST_CHARS:
                found.append(Quotation(spot, words, storyline.speaker_of(report.id, attribution)))
    return sorted(found, key=lambda each: each.spot)


def find_direct_speech(report: Report) -> Iterator[tuple[Attribution, Spot]]:
    """Yield what a report quotes, from mark to mark, with whom it gives it to."""
    for attribution in report.layers.attributions or ():
        for content in attribution.content if attribution.direct else ():
            start, end = _quoted_part(report.text[content.start : content.end])
            yield attribution, Spot(report.id, content.start + start, content.start + end)


def find_shared_quotations(quotations: Sequence[Quotation]) -> list[list[Quotation]]:
    """Return the quotations that stand in two reports or more, those of one saying together, in order of place."""
    groups: dict[int, list[int]] = defaultdict(list)
    root_of: dict[int, int] = {}
    for number, partners in enumerate(_partners(quotations)):
        words = quotations[number].words
        same = [root_of[other] for other in partners if says_the_same(words, quotations[other].words)]
        root_of[number] = min(same, default=number)
        groups[root_of[number]].append(number)
    found = []
    for members in groups.values():
        best: dict[ReportId, Quotation] = {}
        for number in members:
            quotation = quotations[number]
            old = best.get(quotation.spot.report)
            if old is None or len(quotation.words) > len(old.words):
                best[quotation.spot.report] = quotation
        if len(best) > 1:
            found.append(sorted(best.values(), key=lambda each: each.spot))
    return found


class Printings(msgspec.Struct, frozen=True):
    """Two quotations that share a run of words and are neither the same nor one a part of the other."""

    one: Quotation
    other: Quotation


def find_near_quotations(quotations: Sequence[Quotation]) -> Iterator[Printings]:
    """Yield the quotations of different reports that may be one saying in other words."""
    for number, partners in enumerate(_partners(quotations)):
        other = quotations[number]
        for one in (quotations[partner] for partner in partners):
            if one.spot.report != other.spot.report and not says_the_same(one.words, other.words):
                yield Printings(one, other)


def says_the_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether the shorter of two quotations stands word for word in the longer one."""
    shorter, longer = sorted((one, other), key=len)
    return f" {' '.join(shorter)} " in f" {' '.join(longer)} "


def _quoted_part(text: str) -> tuple[int, int]:
    """Return the stretch between the outermost quotation marks; the whole where there are none."""
    marks = [index for index, char in enumerate(text) if char in '"“”„«»']
    if len(marks) >= 2 and marks[-1] - marks[0] > _LEAST_BETWEEN_MARKS:
        return marks[0], marks[-1] + 1
    return 0, len(text)


def _partners(quotations: Sequence[Quotation]) -> Iterator[list[int]]:
    """Yield for each quotation the earlier ones that share a run of words with it."""
    posted: Mapping[tuple[str, ...], list[int]] = _index(quotations)
    for number, quotation in enumerate(quotations):
        met = {other for run in _runs(quotation.words) for other in posted[run][:MOST_PARTNERS]}
        yield sorted(other for other in met if other < number)


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)]


def _index(quotations: Sequence[Quotation]) -> dict[tuple[str, ...], list[int]]:
    posted: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, quotation in enumerate(quotations):
        for run in _runs(quotation.words):
            posted[run].append(number)
    return posted
