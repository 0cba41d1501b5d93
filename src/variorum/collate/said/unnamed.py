"""Speakers whom the reports describe and do not name: "a spokesman for the port", "one witness", "the statement".

Their words are nobody's of the record's names, and no less part of it: they stand under the description that a
report gives. Descriptions are of one speaker where a report speaks of "the" same, where two of them print one saying,
and where they mean a body of people ("police", "officials"); "a witness" and again "a witness" may be two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from variorum.collate.said.voices import Said, fold_sayings, order_quotes, read_sayings, telling_words
from variorum.collate.storyline import Storyline
from variorum.lang.tables import load_words
from variorum.model.record import UnnamedVoice
from variorum.model.report import Report
from variorum.model.span import Place, ReportId, Span
from variorum.text.fold import fold
from variorum.text.tree import Tree

# A longer description tells a story of its own ("the man, who had been waiting since noon to …").
_LONGEST = 80


class _Described(msgspec.Struct, frozen=True, order=True):
    """Who says something, as one report describes them: `kin` names those descriptions that are of one speaker."""

    report: ReportId
    source: Span
    kin: str


def collect_unnamed(storyline: Storyline) -> list[UnnamedVoice]:
    """Return the speakers that no report names and what they are quoted with, those with most witnesses first."""
    described: dict[Said, _Described] = {}
    for report in storyline.reports:
        tree = storyline.trees[report.id]
        if tree is not None:
            described |= dict(_described(storyline, tree, report))
    voices = [_voice(storyline, groups, described) for groups in _gather(fold_sayings(list(described)), described)]
    return sorted(voices, key=lambda voice: _rank(storyline, voice))


def _rank(storyline: Storyline, voice: UnnamedVoice) -> tuple[int, int, ReportId, int]:
    first = voice.described
    return (-storyline.count_witnesses(voice.quotes), -len(voice.quotes), first.report, first.start)


def _described(storyline: Storyline, tree: Tree, report: Report) -> Iterator[tuple[Said, _Described]]:
    found = report.layers.attributions or ()
    quoted = [part for each in found if each.direct for part in each.content]
    # A quotation without a cue of its own goes on with what its source said.
    spoken = {each.source for each in found if each.cue is not None and _tells(tree, each.cue)}
    for attribution in storyline.speech_of(report.id):
        source, cue = attribution.source, attribution.cue
        if source is None or storyline.speaker_of(report.id, attribution) is not None:
            continue
        head = _head(tree, source)
        told = _tells(tree, cue) if cue is not None else source in spoken
        # Whom a speaker quotes is the speaker's own matter.
        if told and head is not None and not any(part.overlaps(source) for part in quoted):
            for said in read_sayings(tree, report, attribution):
                yield said, _Described(report.id, source, _kin(tree, report, source, head))


def _tells(tree: Tree, cue: Span) -> bool:
    """Whether a cue tells that somebody spoke: "said in a statement", no "increased its estimate of"."""
    words = tree.words_in(cue)
    told = telling_words()
    return any(
        tree.tokens.lemma[word].casefold() in told and (tree.tokens.pos[word] != "NOUN" or word == words[0])
        for word in words
    )


def _head(tree: Tree, source: Span) -> int | None:
    """The noun that says what the speaker is; None where a pronoun or a name stands there."""
    words = tree.words_in(source)
    heads = tree.tokens.head
    head = next((word for word in words if heads[word] == word or heads[word] not in words), None)
    if head is None or _is_told_it(tree, head):
        return None
    is_hearsay = tree.tokens.lemma[head].casefold() in load_words("en", "tellings", "hearsay")
    if is_hearsay and all(tree.tokens.pos[word] != "PROPN" for word in words):
        return None
    counted = tree.tokens.pos[head] == "NUM" and bool(tree.children_by(head, "prep"))  # "one of the guards"
    aged = tree.tokens.pos[head] == "ADJ" and _is_definite(tree, head)  # "the 76-year-old"
    return head if tree.tokens.pos[head] == "NOUN" or counted or aged else None


def _is_told_it(tree: Tree, head: int) -> bool:
    """Whether this is whom somebody tells: "it disclosed to customers that"."""
    above = tree.tokens.head[head]
    accords = tree.tokens.lemma[tree.tokens.head[above]].casefold() in ("accord", "according")
    return tree.tokens.dep[head] == "pobj" and tree.word(above).casefold() == "to" and not accords


def _kin(tree: Tree, report: Report, source: Span, head: int) -> str:
    words = [word for word in fold(report.text[source.start : source.end]).strip(" ,").split() if word != "the"]
    bare = not tree.children_by(head, "det", "poss", "nummod", "amod")
    if tree.tokens.tag[head] == "NNS" and (bare or _is_definite(tree, head)):
        return " ".join(words)
    if _is_definite(tree, head):
        return f"{report.id} {tree.tokens.lemma[head]}"
    return f"{report.id} {source.start}"


def _is_definite(tree: Tree, head: int) -> bool:
    return any(tree.word(word).casefold() in ("the", "that", "this") for word in tree.children_by(head, "det"))


def _gather(groups: Sequence[list[Said]], described: dict[Said, _Described]) -> list[list[list[Said]]]:
    """The sayings by speaker: those that share a description, or are printed under two."""
    found: dict[str, list[list[Said]]] = {}
    for group in groups:
        kin = {described[said].kin for said in group}
        old = {id(found[each]): found[each] for each in sorted(kin) if each in found}
        joined = [*(each for groups in old.values() for each in groups), group]
        kin |= {described[said].kin for each in joined for said in each}
        found |= dict.fromkeys(kin, joined)
    return list({id(groups): groups for groups in found.values()}.values())


def _voice(storyline: Storyline, groups: Sequence[Sequence[Said]], described: dict[Said, _Described]) -> UnnamedVoice:
    sources: dict[int, list[_Described]] = defaultdict(list)
    for each in (described[said] for group in groups for said in group):
        length = len(each.source)
        sources[length if length <= _LONGEST else -length].append(each)
    told = min(sources[max(sources)])
    place = Place(report=told.report, start=told.source.start, end=told.source.end)
    return UnnamedVoice(described=place, quotes=order_quotes(storyline, groups))
