"""Whose words a quotation is, by all the reports that print it.

One report names the speaker, another says "she" or "the airline", a third leaves the quotation alone. Where those that
name somebody all name one, the words are theirs in the others too: one quotation has one speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

import msgspec

from variorum.lang.tables import load_table
from variorum.model.annotations import Attribution, Mention
from variorum.model.report import Report
from variorum.model.span import EntityId, ReportId, Span
from variorum.text.fold import fold

# Fewer words may be anybody's.
_LEAST_WORDS = 5
_MUCH_LONGER = 2
# A run of words that more quotations share is a refrain.
_MOST_SHARING = 40
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_PRONOUNS = frozenset({"he", "she"})
_MARKS = frozenset("\"“”'‘’«»")

# A report's own entity as one across reports.
EntityOf = Callable[[ReportId, EntityId | None], EntityId | None]


class Said(msgspec.Struct, frozen=True, order=True):
    """An attribution of one report, by where its first content starts."""

    report: ReportId
    start: int


class _Quoted(msgspec.Struct, frozen=True):
    """A quotation, folded; its speaker across reports, the name in its source, and whether that is "he" or "she"."""

    said: Said
    words: tuple[str, ...]
    speaker: EntityId | None
    named: Mention | None
    pronoun: bool


def find_speakers(reports: Sequence[Report], entity_of: EntityOf) -> dict[Said, EntityId]:
    """Return the speaker of each attribution that other reports tell better, as an entity across reports."""
    quoted = [each for report in reports for each in _quoted(report, entity_of)]
    found: dict[Said, EntityId] = {}
    for group in _group(quoted):
        speaker = _speaker_of(group)
        if speaker is None or len({each.said.report for each in group}) < 2:
            continue
        person = any(each.named.type == "PERSON" for each in group if each.named is not None)
        # What is much longer is more than theirs: a passage that quotes them, in marks of its own.
        longest = _MUCH_LONGER * max(len(each.words) for each in group if each.speaker == speaker)
        others = (
            each
            for each in group
            if each.speaker != speaker and (person or not each.pronoun) and len(each.words) <= longest
        )
        found |= {each.said: speaker for each in others}
    return found


def _speaker_of(group: Sequence[_Quoted]) -> EntityId | None:
    """The one speaker whom the reports name, or else whom they mean; None where they are several or none."""
    named = {each.speaker for each in group if each.named is not None}
    speakers = named or {each.speaker for each in group} - {None}
    return next(iter(speakers)) if len(speakers) == 1 else None


def _quoted(report: Report, entity_of: EntityOf) -> Iterator[_Quoted]:
    names = [mention for mention in report.layers.mentions or () if mention.form == "name"]
    starts = [mention.start for mention in names]
    for attribution in report.layers.attributions or ():
        source = attribution.source
        inside = names[bisect_left(starts, source.start) : bisect_left(starts, source.end)] if source else ()
        # A quotation that merely follows another has no cue, and its speaker is a guess.
        sure = attribution.speaker if attribution.cue is not None else None
        named = next((each for each in inside if each.entity == sure), None)
        medium = named is not None and _is_medium(report, named)
        speaker = None if medium else entity_of(report.id, attribution.speaker)
        pronoun = source is not None and report.text[source.start : source.end].casefold() in _PRONOUNS
        for part in _direct_parts(report, attribution):
            words = tuple(_WORD.findall(fold(report.text[part.start : part.end])))
            if len(words) >= _LEAST_WORDS:
                said = Said(report.id, attribution.content[0].start)
                yield _Quoted(said, words, speaker, None if medium else named, pronoun)


def _is_medium(report: Report, name: Mention) -> bool:
    """Whether a name is a newspaper's, which hands on what others told it."""
    last = fold(report.text[name.start : name.end]).rsplit(maxsplit=1)[-1:]
    return name.type != "PERSON" and not set(last).isdisjoint(load_table("en", "furniture")["mastheads"])


def _direct_parts(report: Report, attribution: Attribution) -> Iterator[Span]:
    """Yield the contents that stand in quotation marks throughout."""
    for part in attribution.content if attribution.direct else ():
        text = report.text[part.start : part.end].strip(" ,.")
        if text[:1] in _MARKS and text[-1:] in _MARKS:
            yield part


def _group(quoted: Sequence[_Quoted]) -> list[list[_Quoted]]:
    """The quotations, those together that print the same words, or a part of them."""
    sharing: dict[tuple[str, ...], list[int]] = defaultdict(list)
    group_of = list(range(len(quoted)))
    for number, each in enumerate(quoted):
        runs = {each.words[at : at + _LEAST_WORDS] for at in range(len(each.words) - _LEAST_WORDS + 1)}
        for other in sorted({other for run in runs for other in sharing[run][:_MOST_SHARING]}):
            if group_of[other] != group_of[number] and _is_part(each.words, quoted[other].words):
                old, new = group_of[number], group_of[other]
                group_of = [new if group == old else group for group in group_of]
        for run in runs:
            sharing[run].append(number)
    groups: dict[int, list[_Quoted]] = defaultdict(list)
    for number, each in enumerate(quoted):
        groups[group_of[number]].append(each)
    return list(groups.values())


def _is_part(one: Sequence[str], other: Sequence[str]) -> bool:
    short, long = sorted((one, other), key=len)
    return f" {' '.join(short)} " in f" {' '.join(long)} "
