"""What reports tell differently: conflicts, updates and variants, each told by one finding alone.

Where one place of two sentences is filled differently and the judge is sure that they tell of one point, or where two
facts exclude each other, time and scope decide the kind (`kinds.py`). Rooms of their own find what sentences tell that
do not run alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.compare.words import says_the_same
from variorum.collate.findings.deciding.cases import Case, Kind
from variorum.collate.findings.deciding.growth import FELL, fallen
from variorum.collate.findings.deciding.kinds import kind_of
from variorum.collate.findings.deciding.variants import find_variants
from variorum.collate.findings.explained.explainer import explains
from variorum.collate.findings.explained.tight import ONE_SAYING, is_tight
from variorum.collate.findings.facts.differ import differ_in_facts
from variorum.collate.findings.judged.descriptions import Exclusion, find_exclusions
from variorum.collate.findings.judged.disagreements import SURE, fill_once, find_disagreements
from variorum.collate.findings.pairs import Pair, gather_points
from variorum.collate.findings.quoted.misquotations import find_misquotations
from variorum.collate.findings.sources import Sources
from variorum.collate.findings.updates import find_updates, leave_out_updated
from variorum.collate.findings.written.reasons import name_alone
from variorum.collate.findings.written.spots import Spot, meet, spots_of
from variorum.collate.findings.written.writer import Writer, place_of, shortened
from variorum.model.record import Finding
from variorum.model.span import Reading

_MOST_VARIANTS = 6
_SIDE_BY_SIDE = Kind(
    "variant", "amounts of the same for the same name; scope, part and whole, or another moment may explain them"
)


def find_told_apart(sources: Sources, writer: Writer) -> list[Finding]:
    """Return what the reports tell differently."""
    pairs = gather_points(_differing(sources, writer), sources.wordings)
    found = [each for group in pairs for each in _of_point(sources, writer, group)]
    found += _exclusions(sources, writer, found)
    found += _misquotations(sources, writer, found)
    found += _variants(sources, writer, found)
    return _updated(sources, writer, found)


def _differing(sources: Sources, writer: Writer) -> list[Pair]:
    """The pairs that differ, less those that something explains."""
    explained = partial(explains, sources.setting)
    judged = find_disagreements(sources.alignments, sources.vocabulary, sources.counterparts, explained, SURE)
    stated = differ_in_facts(sources.facts, sources.weights)
    return [
        pair
        for pair in fill_once([*judged, *stated])
        if not (explained(pair) or _is_of_two_happenings(sources, pair) or _is_speech_tag(sources, writer, pair))
    ]


def _is_speech_tag(sources: Sources, writer: Writer, pair: Pair) -> bool:
    """Whether two stretches of words differ only in how their reports say that somebody said something."""
    sides = (pair.left, pair.right)
    if pair.opposed or any(side.unit.value is not None for side in sides):
        return False
    return all(
        any(writer.mouths.is_cue(spot) for spot in spots_of(sources.wordings[side.wording], side.unit))
        for side in sides
    )


def _is_of_two_happenings(sources: Sources, pair: Pair) -> bool:
    """Whether two stories tell something each: two happenings, not one told differently.

    They date, place and name things of their own; of what else they tell one thing is only what runs alike in both.
    """
    left, right = (
        {sources.storyline.story_of(report) for report in sources.wordings[side.wording].reports}
        for side in (pair.left, pair.right)
    )
    if left & right:
        return False
    return pair.aspect in ("date", "place", "name") or not (is_tight(pair) or pair.shared >= ONE_SAYING)


def _of_point(sources: Sources, writer: Writer, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Yield what the pairs of one point come to: a finding, and with a tally that rose where it fell again."""
    readings = writer.read_pairs(pairs)
    if len({reading.report for reading in readings}) < 2:
        return
    case = Case(sources.storyline, sources.wordings, pairs, writer.own(readings))
    yield writer.write_pairs(kind_of(case), pairs, readings)
    for group in gather_points(list(fallen(case)), sources.wordings):
        yield writer.write_pairs(FELL, group, writer.read_pairs(group))


def _exclusions(sources: Sources, writer: Writer, found: Sequence[Finding]) -> list[Finding]:
    """Descriptions of one thing that exclude each other, unless another finding tells of them."""
    excluded: dict[tuple[str, str], list[Exclusion]] = defaultdict(list)
    for exclusion in find_exclusions(sources.storyline):
        if not says_the_same(exclusion.one, exclusion.other):
            one, other = sorted((exclusion.one, exclusion.other))
            excluded[(one, other)].append(exclusion)
    findings = []
    for (one, other), each in sorted(excluded.items()):
        spots = {
            Spot(phrase.report, phrase.span.start, phrase.span.end): value
            for exclusion in each
            for phrase, value in ((exclusion.left, exclusion.one), (exclusion.right, exclusion.other))
        }
        readings = writer.read(sorted(spots.items(), key=lambda told: told[0]))
        if not _is_told(readings, found):
            kind = Kind("conflict", f"“{one}” and “{other}” describe one thing and exclude each other")
            topic = " ".join(sources.storyline.words(readings[0].report, each[0].left.span).split())
            findings.append(writer.write(kind, "description", topic, readings))
    return findings


def _misquotations(sources: Sources, writer: Writer, found: Sequence[Finding]) -> list[Finding]:
    """What one saying is quoted with in words that exclude each other, unless another finding tells of them."""
    findings = []
    for each in find_misquotations(sources.storyline, sources.quotations):
        readings = sorted(writer.read(each.places), key=place_of)
        if not _is_told(readings, found):
            findings.append(writer.write(Kind("conflict", each.reason), each.aspect, shortened(each.topic), readings))
    return findings


def _variants(sources: Sources, writer: Writer, found: Sequence[Finding]) -> list[Finding]:
    """Amounts of the same for the same name that differ, unless another finding tells of them."""
    variants = []
    for sides in find_variants(sources.wordings):
        readings = writer.read_sides(sides)
        if len({reading.report for reading in readings}) > 1 and not _is_told(readings, found):
            topic = name_alone(sources.wordings[sides[0].wording], sides[0].unit)
            variants.append(writer.write(_SIDE_BY_SIDE, "figure", topic, readings))
    return variants[:_MOST_VARIANTS]


def _updated(sources: Sources, writer: Writer, found: Sequence[Finding]) -> list[Finding]:
    """The findings with what went on between the reports, less what that explains."""
    updates = find_updates(sources.storyline, sources.wordings)
    told = [
        writer.write(
            Kind("update", each.reason), each.aspect, each.topic, sorted(writer.read(each.spots), key=place_of)
        )
        for each in updates
    ]
    return leave_out_updated(found, updates, writer.own) + told


def _is_told(readings: Sequence[Reading], found: Sequence[Finding]) -> bool:
    """Whether one of the findings has a reading where one of these stands."""
    return any(meet(one, other) for one in readings for finding in found for other in finding.readings)
