"""Who said what, across reports.

A quotation that several reports print stands once for each of them, one after the other; a report that prints it twice
has it once. Speakers come in the order of how many witnesses quote them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec
from rapidfuzz import fuzz

from variorum.collate.storyline import Storyline
from variorum.model.record import Quote, Voice
from variorum.model.span import EntityId, ReportId
from variorum.text.fold import fold

# Of 100. Reports print one quotation with other punctuation, a word cut or an ellipsis; partial_ratio lets a short
# excerpt match inside the long form. Below 90, different sentences of one speech began to fall together.
_SAME_WORDS = 90
# A quotation of two words ("very close") is found in too many others to be matched inside them.
_MIN_PARTIAL_CHARS = 20


class Said(msgspec.Struct, frozen=True, order=True):
    """One quotation as one report prints it, its parts in one stretch."""

    report: ReportId
    start: int
    end: int
    direct: bool
    words: str


def collect_voices(storyline: Storyline) -> list[Voice]:
    """Return the speakers and what they are quoted with, those with most witnesses first."""
    said: dict[EntityId, list[Said]] = defaultdict(list)
    for report in storyline.reports:
        for attribution in storyline.speech_of(report.id):
            speaker = storyline.entity_of(report.id, attribution.speaker)
            if speaker is None:
                continue
            for part in attribution.content:
                words = fold(report.text[part.start : part.end]).strip("\"' ,.")
                said[speaker].append(Said(report.id, part.start, part.end, attribution.direct, words))
    voices = [_voice(speaker, _fold_same(quotes)) for speaker, quotes in said.items()]
    return sorted(voices, key=lambda voice: (-_witnesses(storyline, voice), -len(voice.quotes), voice.speaker))


def _voice(speaker: EntityId, groups: Sequence[Sequence[Said]]) -> Voice:
    ordered = sorted(groups, key=lambda group: (-len(group), not group[0].direct, group[0]))
    quotes = (
        Quote(report=each.report, start=each.start, end=each.end, direct=each.direct)
        for group in ordered
        for each in group
    )
    return Voice(speaker=speaker, quotes=tuple(quotes))


def _witnesses(storyline: Storyline, voice: Voice) -> int:
    return storyline.count_independent([quote.report for quote in voice.quotes])


def _fold_same(quotes: Sequence[Said]) -> list[list[Said]]:
    """The quotations in groups of the same words, each report once a group (its longest form)."""
    groups: list[list[Said]] = []
    at: dict[str, list[int]] = defaultdict(list)
    for quote in sorted(quotes, key=lambda each: (-len(each.words), each)):
        runs = _runs_of_words(quote.words)
        near = sorted({number for run in runs for number in at[run]})
        found = next((n for n in near if is_same_quotation(groups[n][0].words, quote.words)), None)
        if found is None:
            for run in runs:
                at[run].append(len(groups))
            groups.append([quote])
        elif all(quote.report != each.report for each in groups[found]):
            groups[found].append(quote)
    return [sorted(group) for group in groups]


def _runs_of_words(words: str) -> list[str]:
    """Runs of three words, or the whole where it is shorter: same quotations share one."""
    split = words.split()
    return sorted({" ".join(split[at : at + 3]) for at in range(max(1, len(split) - 2))})


def is_same_quotation(one: str, other: str) -> bool:
    """Whether two quotations, folded, are the same words, or one an excerpt of the other."""
    if one == other:
        return True
    if min(len(one), len(other)) < _MIN_PARTIAL_CHARS:
        return fuzz.ratio(one, other) >= _SAME_WORDS
    return fuzz.partial_ratio(one, other) >= _SAME_WORDS
