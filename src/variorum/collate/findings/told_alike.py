"""What reports tell alike: equal values, facts, bearers of roles, quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from variorum.collate.findings.alike.acts_alike import clauses_of, find_acts_alike
from variorum.collate.findings.alike.agreements import gather_agreements, of_new_sentences
from variorum.collate.findings.alike.bearers import find_bearers
from variorum.collate.findings.alike.particulars import find_particulars
from variorum.collate.findings.deciding.cases import Kind
from variorum.collate.findings.facts.alike import agree_in_facts
from variorum.collate.findings.pairs import Pair, find_agreements
from variorum.collate.findings.quoted.quotes import find_shared_quotations
from variorum.collate.findings.sources import Sources
from variorum.collate.findings.written.writer import Writer, shortened
from variorum.collate.storyline import Storyline
from variorum.model.record import Finding
from variorum.model.span import StoryId

# Agreements and quotations of a record: more than these nobody reads.
_AGREEMENTS_A_REPORT = 7
_MOST_QUOTATIONS = 2
_ENOUGH = 3
# An act whose sentences are for the most part those of another one, or of words told alike, is that again.
_SHOWN = 0.6
_AGREED = Kind("agreement", "the reports say the same")
_SAME_ROLE = Kind("agreement", "the reports give the same name to the bearer of this role")
_QUOTED = Kind("agreement", "the reports quote the same words")


def find_told_alike(sources: Sources, writer: Writer) -> list[Finding]:
    """Return the agreements that most independent reports tell, then the quotations."""
    found = [*_bearers(sources, writer), *_agreements(sources, writer)]
    most = _AGREEMENTS_A_REPORT * len(set(sources.storyline.roots.values()))
    return sorted(found, key=writer.rank)[:most] + _quotations(sources, writer)


def _agreements(sources: Sources, writer: Writer) -> list[Finding]:
    """The values, facts and acts that reports tell alike."""
    numbers = {id(wording): number for number, wording in enumerate(sources.wordings)}
    pairs = [
        *find_agreements(sources.alignments, numbers),
        *find_particulars(sources.setting, sources.weights),
        *agree_in_facts(sources.facts, sources.weights),
    ]
    found = []
    told = [*gather_agreements(pairs, sources.wordings, sources.weights)]
    for group in told:
        readings = writer.read_pairs(group)
        if len({reading.report for reading in readings}) > 1:
            found.append(writer.write_pairs(_AGREED, group, readings))
    return [*found, *_acts(sources, writer, told)]


def _acts(sources: Sources, writer: Writer, told: Sequence[Sequence[Pair]]) -> Iterator[Finding]:
    """The acts that enough witnesses tell alike, where no value that they tell alike shows the same sentences."""
    acts = find_acts_alike(sources.alignments, sources.wordings, sources.storyline.reports)
    in_words = [group for group in told if group[0].aspect in ("status", "description")]
    for group in of_new_sentences(of_new_sentences(acts, told), in_words, _SHOWN):
        readings = writer.read_sides(clauses_of(group, sources.wordings))
        finding = writer.write_pairs(_AGREED, group, readings)
        if sources.storyline.count_witnesses(readings) >= _enough(sources.storyline, finding.stories):
            yield finding


def _enough(storyline: Storyline, stories: Sequence[StoryId]) -> int:
    """How many witnesses settle what no value tells: half of those of its stories, two at least and three at most."""
    reports = [report.id for report in storyline.reports if storyline.story_of(report.id) in stories]
    return min(_ENOUGH, max(2, ceil(storyline.count_independent(reports) / 2)))


def _bearers(sources: Sources, writer: Writer) -> list[Finding]:
    """The persons whom several witnesses give the same role, each with the role that most of them give."""
    best: dict[str, tuple[int, Finding]] = {}
    for bearer in find_bearers(sources.wordings):
        readings = writer.read_sides(bearer.sides)
        witnesses = sources.storyline.count_witnesses(readings)
        if witnesses > 1 and witnesses > best.get(bearer.last, (0, None))[0]:
            best[bearer.last] = (witnesses, writer.write(_SAME_ROLE, "name", f"{bearer.title} {bearer.name}", readings))
    return [finding for _, finding in best.values()]


def _quotations(sources: Sources, writer: Writer) -> list[Finding]:
    """The quotations that several witnesses print word for word, the longest first."""
    found = []
    for quotations in find_shared_quotations(sources.quotations):
        readings = writer.read((each.spot, " ".join(each.words)) for each in quotations)
        if sources.storyline.count_witnesses(readings) > 1:
            words = sources.storyline.words(quotations[0].spot.report, quotations[0].spot.span)
            found.append(writer.write(_QUOTED, "description", shortened(words), readings))
    longest = sorted(found, key=lambda each: (-each.independent, -len(str(each.readings[0].value)), each.id))
    return longest[:_MOST_QUOTATIONS]
