"""What readings of one point have to do with one another: agreement, conflict, update, variant, single.

What the reports tell differently (`told_apart.py`), alike (`told_alike.py`) and alone become findings that rest on
readings. Each gets all places that tell what it rests on (`echoes.py`); what says nothing more is left out, and the
rest is ranked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

import msgspec

from variorum.collate.findings.alike.sums import fold_sums
from variorum.collate.findings.deciding.cases import Kind
from variorum.collate.findings.singles import find_lone_figures
from variorum.collate.findings.sources import Sources
from variorum.collate.findings.told_alike import find_told_alike
from variorum.collate.findings.told_apart import find_told_apart
from variorum.collate.findings.written.echoes import Echoes
from variorum.collate.findings.written.reasons import name_alone
from variorum.collate.findings.written.spots import Spot
from variorum.collate.findings.written.writer import MOST_READINGS, Writer, place_of
from variorum.collate.storyline import Storyline
from variorum.model.record import Aspect, Finding, FindingKind

# Findings that are of one point, whose every telling is a reading of it.
_ECHOED = ("conflict", "update", "agreement")
_ALONE = Kind("single", "one report alone gives this figure")


def find_findings(storyline: Storyline) -> list[Finding]:
    """Return the findings of a storyline, those that matter most first."""
    if len(storyline.reports) < 2:
        return []
    sources = Sources(storyline)
    writer = Writer(storyline, sources.wordings)
    found = [*find_told_apart(sources, writer), *find_told_alike(sources, writer)]
    found += _singles(sources, writer, found)
    folded = fold_sums(storyline, sorted(found, key=writer.rank))
    whole = _echoed(Echoes(sources.setting, sources.weights, writer.mouths), writer, folded)
    return sorted(_witnessed(writer, whole), key=writer.rank)


def _singles(sources: Sources, writer: Writer, found: Sequence[Finding]) -> Iterator[Finding]:
    """Figures that one report alone gives, unless another finding tells of them."""
    told = {(reading.report, reading.start) for finding in found for reading in finding.readings}
    for side in find_lone_figures(sources.storyline, sources.wordings, sources.vocabulary):
        readings = [each for each in writer.read_sides([side]) if (each.report, each.start) not in told]
        if readings:
            yield writer.write(_ALONE, "figure", name_alone(sources.wordings[side.wording], side.unit), readings)


def _echoed(echoes: Echoes, writer: Writer, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings with all places that tell what they rest on, less those that one before then holds."""
    held: dict[tuple[FindingKind, Aspect], list[Set[Spot]]] = defaultdict(list)
    for finding in findings:
        whole = finding
        if finding.kind in _ECHOED:
            readings = sorted(echoes.add_to(finding.readings, MOST_READINGS), key=place_of)
            whole = writer.write(Kind(finding.kind, finding.why), finding.aspect, finding.topic, readings)
        spots = {Spot(each.report, each.start, each.end) for each in whole.readings}
        before = held[finding.kind, finding.aspect]
        if not any(spots <= each for each in before):
            before.append(spots)
            yield whole


def _witnessed(writer: Writer, findings: Iterator[Finding]) -> Iterator[Finding]:
    """Yield the findings as they may stand: what one family of copies says alike is no agreement.

    Where a copy says something else, that is worth telling; so is who prints one passage of an agency.
    """
    for finding in findings:
        if finding.kind == "agreement" and finding.independent == 1:
            continue
        if writer.is_of_one_passage(finding):
            yield msgspec.structs.replace(finding, why=f"{finding.why}, in one passage that all of them print")
        else:
            yield finding
