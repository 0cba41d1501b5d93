"""The same words quoted in several reports: an agreement about who said what, word for word.

Quotations meet by runs of four words (an index), and agree where one is the other or a part of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from variorum.collate.findings.spots import Spot
from variorum.collate.storyline import Storyline
from variorum.model.span import ReportId
from variorum.text.fold import fold

RUN = 4
# Shorter quotations are phrases that anyone may use.
LEAST_WORDS = 5
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


class Quotation(msgspec.Struct, frozen=True):
    """A stretch of direct speech in one report, and its words folded."""

    spot: Spot
    words: tuple[str, ...]


def find_shared_quotations(storyline: Storyline) -> list[list[Quotation]]:
    """Return the quotations that stand in two reports or more, those of one saying together, in order of place."""
    quotations = _quotations(storyline)
    groups: dict[int, list[int]] = defaultdict(list)
    root_of: dict[int, int] = {}
    posted: Mapping[tuple[str, ...], list[int]] = _index(quotations)
    for number, quotation in enumerate(quotations):
        partners = sorted({other for run in _runs(quotation.words) for other in posted[run][:40] if other < number})
        same = [root_of[other] for other in partners if _says_the_same(quotation.words, quotations[other].words)]
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


def _quotations(storyline: Storyline) -> list[Quotation]:
    found = []
    for report in storyline.reports:
        for attribution in report.layers.attributions or ():
            for content in attribution.content if attribution.direct else ():
                text = report.text[content.start : content.end]
                start, end = _quoted_part(text)
                words = tuple(_WORD.findall(fold(text[start:end])))
                if len(words) >= LEAST_WORDS and end - start <= 600:
                    found.append(Quotation(Spot(report.id, content.start + start, content.start + end), words))
    return sorted(found, key=lambda each: each.spot)


def _quoted_part(text: str) -> tuple[int, int]:
    """Return the stretch between the outermost quotation marks; the whole where there are none."""
    marks = [index for index, char in enumerate(text) if char in '"“”„«»']
    if len(marks) >= 2 and marks[-1] - marks[0] > 10:
        return marks[0], marks[-1] + 1
    return 0, len(text)


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)]


def _index(quotations: Sequence[Quotation]) -> dict[tuple[str, ...], list[int]]:
    posted: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, quotation in enumerate(quotations):
        for run in _runs(quotation.words):
            posted[run].append(number)
    return posted


def _says_the_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the shorter of two quotations stands word for word in the longer one."""
    shorter, longer = sorted((one, other), key=len)
    joined = f" {' '.join(longer)} "
    return f" {' '.join(shorter)} " in joined
