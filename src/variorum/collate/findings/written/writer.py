"""How what was found is written down: readings at their places, an id from them, who stands behind them, the rank."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from variorum.collate.findings.deciding.cases import Kind
from variorum.collate.findings.pairs import Pair, Side
from variorum.collate.findings.written.reasons import name_topic, say_why
from variorum.collate.findings.written.spots import Mouths, Spot, spots_of, value_of
from variorum.collate.points import Wording
from variorum.collate.storyline import Storyline
from variorum.model.record import Aspect, Finding
from variorum.model.span import Reading, ReportId

# Readings of one finding: more of them nobody reads.
MOST_READINGS = 12
_LONGEST_TOPIC = 80
_ORDER = {"conflict": 0, "update": 1, "variant": 2, "agreement": 3, "single": 4}


class Writer:
    """Writes findings of one storyline."""

    def __init__(self, storyline: Storyline, wordings: Sequence[Wording]) -> None:
        self.storyline, self.wordings = storyline, wordings
        self.mouths = Mouths(storyline)

    def write(self, kind: Kind, aspect: Aspect, topic: str, readings: Sequence[Reading]) -> Finding:
        """Return a finding of some readings."""
        reports = [reading.report for reading in readings]
        return Finding(
            id=_id_of(kind.kind, readings),
            kind=kind.kind,
            aspect=aspect,
            topic=topic,
            why=kind.reason,
            stories=tuple(sorted({self.storyline.story_of(report) for report in reports})),
            independent=self.storyline.count_independent(reports),
            readings=tuple(readings),
        )

    def write_pairs(self, kind: Kind, pairs: Sequence[Pair], readings: Sequence[Reading]) -> Finding:
        """Return a finding of pairs of one point; the first names its topic and gives its reason."""
        reason = say_why(kind, self.wordings, pairs[0])
        return self.write(Kind(kind.kind, reason), pairs[0].aspect, name_topic(self.wordings, pairs[0]), readings)

    def read(self, told: Iterable[tuple[Spot, str | float]]) -> list[Reading]:
        """Return the readings of some places with what they say, at most `MOST_READINGS`."""
        return [self.mouths.reading(spot, value) for spot, value in [*told][:MOST_READINGS]]

    def read_sides(self, sides: Iterable[Side]) -> list[Reading]:
        """Return the readings of some stretches: one a place, the shorter of two that overlap."""
        placed: dict[Spot, str | float] = {}
        for side in sides:
            wording = self.wordings[side.wording]
            for spot in spots_of(wording, side.unit):
                if not any(
                    spot.report == old.report and spot.start < old.end and old.start < spot.end for old in placed
                ):
                    placed[spot] = value_of(wording, side.unit)
        return self.read(sorted([*placed.items()][:MOST_READINGS], key=lambda each: each[0]))

    def read_pairs(self, pairs: Iterable[Pair]) -> list[Reading]:
        """Return the readings of both sides of some pairs."""
        return self.read_sides(side for pair in pairs for side in (pair.left, pair.right))

    def own(self, readings: Sequence[Reading]) -> list[Reading]:
        """Return the readings less those in which a copy repeats its original: no second moment, no second witness."""
        roots = self.storyline.roots
        told = {(each.report, each.value) for each in readings if roots[each.report] == each.report}
        return [
            each
            for each in readings
            if roots[each.report] == each.report or (roots[each.report], each.value) not in told
        ]

    def rank(self, finding: Finding) -> tuple[int, bool, int, int, list[tuple[ReportId, int, int]]]:
        """Return what orders findings: kind, witnesses and readings; what copies repeat changes no rank."""
        own = [place_of(each) for each in self.own(finding.readings)]
        return (_ORDER[finding.kind], self.is_of_one_passage(finding), -finding.independent, -len(own), own)

    def is_of_one_passage(self, finding: Finding) -> bool:
        """Return whether reports agree only in so far as they print one passage: one witness, though none is a copy."""
        return finding.kind == "agreement" and self.storyline.count_witnesses(finding.readings) == 1


def place_of(reading: Reading) -> tuple[ReportId, int, int]:
    """Return where a reading stands; what orders the readings of a finding."""
    return reading.report, reading.start, reading.end


def shortened(words: str) -> str:
    """Return words as a topic: on one line, cut where they are long."""
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST_TOPIC else plain[: _LONGEST_TOPIC - 1].rsplit(" ", 1)[0] + "…"


def _id_of(kind: str, readings: Sequence[Reading]) -> str:
    places = ";".join(f"{reading.report}:{reading.start}:{reading.end}" for reading in readings)
    return "f" + hashlib.sha256(f"{kind} {places}".encode()).hexdigest()[:12]
