"""What readings of one point have to do with one another: agreement, conflict, update, variant, single.

Sentences of different reports are laid side by side (`align.py`); where one place in both is filled differently and the
judge is sure that they tell of one point, that is a disagreement, and time and scope decide its kind
(`findings_kinds.py`). Where typed values agree, that is an agreement.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from variorum.collate.align import align_wordings
from variorum.collate.findings_evidence import Vocabulary
from variorum.collate.findings_kinds import kind_of
from variorum.collate.findings_points import Pair, Side, find_agreements, find_disagreements, gather_points, is_telling
from variorum.collate.findings_spots import Mouths, Spot, spots_of, value_of
from variorum.collate.findings_words import name_topic, say_why
from variorum.collate.points import Weights, Wording, read_wordings
from variorum.collate.storyline import Storyline
from variorum.model.record import Aspect, Finding, FindingKind
from variorum.model.span import Reading, ReportId

# Readings of one finding, and agreements of a record: more than these nobody reads.
MOST_READINGS = 12
AGREEMENTS_A_REPORT = 6


def find_findings(storyline: Storyline) -> list[Finding]:
    """Return the findings of a storyline, those that matter most first."""
    if len(storyline.reports) < 2:
        return []
    maker = _Maker(storyline)
    return maker.findings()


class _Maker:
    """Everything that making the findings of one storyline needs, read once."""

    def __init__(self, storyline: Storyline) -> None:
        self.storyline = storyline
        self.wordings = read_wordings(storyline)
        self.weights = Weights(self.wordings)
        self.numbers = {id(wording): number for number, wording in enumerate(self.wordings)}
        self.alignments = list(align_wordings(self.wordings, self.weights))
        self.vocabulary = Vocabulary(self.wordings)
        self.vocabulary.learn(self.alignments)
        self.mouths = Mouths(storyline)

    def findings(self) -> list[Finding]:
        """Return all findings, ranked."""
        agreeing = list(find_agreements(self.alignments, self.numbers))
        differing = find_disagreements(self.alignments, self.numbers, self.vocabulary)
        found = [each for group in gather_points(differing, self.wordings) if (each := self._differ(group))]
        found += self._agreements(agreeing)
        return sorted(found, key=self._rank)

    def _agreements(self, agreeing: Sequence[Pair]) -> list[Finding]:
        """The agreements that matter most: told by most independent reports in sentences that share most."""
        pairs = sorted(agreeing, key=lambda pair: (-pair.shared, pair.left.place, pair.right.place))
        found = []
        for group in gather_points([pair for pair in pairs if is_telling(pair)], self.wordings):
            readings = self._readings([side for pair in group for side in (pair.left, pair.right)])
            if len({reading.report for reading in readings}) > 1:
                found.append(self._finding("agreement", group[0].aspect, group, readings))
        found.sort(key=self._rank)
        return found[: AGREEMENTS_A_REPORT * len(self.storyline.reports)]

    def _rank(self, finding: Finding) -> tuple[int, int, int, str]:
        order = {"conflict": 0, "update": 1, "variant": 2, "agreement": 3, "single": 4}
        return (order[finding.kind], -finding.independent, -len(finding.readings), finding.id)

    def _differ(self, pairs: Sequence[Pair]) -> Finding | None:
        best = pairs[0]
        readings = self._readings([side for pair in pairs for side in (pair.left, pair.right)])
        if len({reading.report for reading in readings}) < 2:
            return None
        kind = kind_of(self.storyline, self.wordings, pairs, readings)
        return self._finding(kind, best.aspect, pairs, readings)

    def _readings(self, sides: Sequence[Side]) -> list[Reading]:
        """The readings of some stretches: one a place, the shorter of two that overlap, at most `MOST_READINGS`."""
        placed: dict[Spot, str | float] = {}
        for side in sides:
            wording = self.wordings[side.wording]
            for spot in spots_of(wording, side.unit):
                if not any(
                    spot.report == old.report and spot.start < old.end and old.start < spot.end for old in placed
                ):
                    placed[spot] = value_of(wording, side.unit)
        kept = sorted(list(placed)[:MOST_READINGS])
        return [self.mouths.reading(spot, placed[spot]) for spot in kept]

    def _finding(
        self, kind: FindingKind, aspect: Aspect, pairs: Sequence[Pair], readings: Sequence[Reading]
    ) -> Finding:
        reports = [reading.report for reading in readings]
        return Finding(
            id=_id_of(kind, readings),
            kind=kind,
            aspect=aspect,
            topic=name_topic(self.wordings, pairs[0]),
            why=say_why(kind, self.wordings, pairs[0]),
            stories=tuple(sorted({self.storyline.story_of(report) for report in reports})),
            independent=self.storyline.count_independent(reports),
            readings=tuple(readings),
        )


def _id_of(kind: str, readings: Sequence[Reading]) -> str:
    places = ";".join(f"{reading.report}:{reading.start}:{reading.end}" for reading in readings)
    return "f" + hashlib.sha256(f"{kind} {places}".encode()).hexdigest()[:12]


def reports_of(wordings: Sequence[Wording], pair: Pair) -> set[ReportId]:
    """Return the reports that either side of a pair stands in."""
    return set(wordings[pair.left.wording].reports | wordings[pair.right.wording].reports)
