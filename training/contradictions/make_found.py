"""Pairs of stretches of real stories wherever they stand: what readers of whole stories found, and values like these.

    PYTHONPATH=training:training/collate python training/contradictions/make_found.py TEXTS... --out FOUND.pkl \\
        --findings training/judged/findings.jsonl

The rows of `make_read.py` are pairs that the program laid side by side. Here two readings of one finding are a pair
whatever their sentences share, readings of two findings are of two points, and each value is paired with those of its
type in other reports that stand in the likeliest words. Of these it is only known that no reader found a conflict.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from articles import by_story, places_of, read_articles, read_lines, reports_of
from make_rows import Read, read_case
from make_told import KINDS, unit_at
from rows import JUDGEMENTS, Judgement, Row, write_rows

from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.judged.counterparts import Beside
from variorum.collate.findings.judged.evidence import compare_units
from variorum.collate.findings.judged.slots import encode_slots, slot_of
from variorum.collate.findings.pairs import Side, aspect_of_value
from variorum.collate.points import Value
from variorum.text.wordpieces import load_vocabulary

VALUES = {"figure": KINDS["f"], "date": KINDS["d"], "name": KINDS["n"], "place": KINDS["p"]}
LETTERS = {"update": "U", "same": "S"}
# Words of a reading at most, pairs of two findings of a story, values of one type that are paired, words around one.
LONGEST, OTHERS, MOST_VALUES, NEAR = 14, 60, 160, 8
# Of each value the nearest two of a report are taken, of all such pairs of a story so many.
NEAREST, MOST_NEAR = 2, 800
# What a pair counts of which readers found nothing, and one of a finding of which only some readings exclude others.
UNFOUND, UNSURE = 0.25, Judgement(1.0, None, None, 1.0)


class Placed(NamedTuple):
    """A reading of a finding, by the finding's number, in a report."""

    finding: int
    report: str
    side: Side


class Near(NamedTuple):
    """A value with the words near it, those of its sentence, and its verb."""

    side: Side
    near: frozenset[str]
    sentence: frozenset[str]
    verb: str


class Story:
    """One story, read, with what a reader found in it; it makes its rows."""

    def __init__(self, name: str, findings: Sequence[Mapping[str, Any]], read: Read) -> None:
        self.name, self.findings, self.read, self.rng = name, findings, read, random.Random(name)
        self.placed = [list(self._place(number, each)) for number, each in enumerate(findings)]
        self.at: dict[tuple[int, int], set[int]] = defaultdict(set)
        for each in (one for placed in self.placed for one in placed):
            self.at[each.side.place[:2]].add(each.finding)

    def _place(self, number: int, finding: Mapping[str, Any]) -> Iterator[Placed]:
        for report, start, end in places_of(finding):
            for index, wording in enumerate(self.read.wordings):
                for home in wording.homes:
                    if home.report == report and home.start <= start and end <= home.start + wording.end[-1]:
                        span = range(start - home.start, end - home.start)
                        unit = unit_at(wording, span, VALUES.get(finding["aspect"]))
                        if unit is not None and len(unit.range) <= LONGEST:
                            yield Placed(number, report, Side(index, unit))

    def rows(self) -> Iterator[Row]:
        """Yield the pairs of one finding, of two, and of values in like words."""
        for finding, placed in zip(self.findings, self.placed, strict=True):
            letter = LETTERS.get(finding["kind"]) or ("B" if finding.get("borderline") else "C")
            for one, other in combinations(placed, 2) if finding["kind"] != "trap" else ():
                if one.report != other.report and one.side.wording != other.side.wording:
                    judged = self._judged(letter, one.side, other.side, len(placed))
                    yield self._row(finding["aspect"], one.side, other.side, judged)
        yield from self._of_two_findings()
        yield from self._near()

    def _judged(self, letter: str, one: Side, other: Side, readings: int) -> Judgement:
        """What is known of two readings of a finding; which of several words exclude each other is not."""
        if letter == "S" or self._words(one) == self._words(other) or self._verdict(one, other) in ("same", "fits"):
            return JUDGEMENTS["S"]
        valued = one.unit.value is not None and other.unit.value is not None
        return JUDGEMENTS[letter] if valued or readings == len((one, other)) else UNSURE

    def _of_two_findings(self) -> Iterator[Row]:
        pairs = [
            (one, other)
            for one, other in combinations([each for placed in self.placed for each in placed], 2)
            if self.findings[one.finding]["aspect"] == self.findings[other.finding]["aspect"]
            and one.report != other.report
            and one.side.wording != other.side.wording
            and not self.at[one.side.place[:2]] & self.at[other.side.place[:2]]
        ]
        for one, other in self.rng.sample(pairs, min(OTHERS, len(pairs))):
            yield self._row(self.findings[one.finding]["aspect"], one.side, other.side, JUDGEMENTS["D"])

    def _near(self) -> Iterator[Row]:
        found = (pair for values in self._typed().values() for pair in self._nearest(values))
        unique = {(one.place, other.place): (one, other) for one, other in found}
        pairs = [unique[places] for places in sorted(unique)]
        unfound = Judgement(None, None, 0.0, UNFOUND)
        for one, other in self.rng.sample(pairs, min(MOST_NEAR, len(pairs))):
            if one.unit.value is None or self.at[one.place[:2]] & self.at[other.place[:2]]:
                continue
            if self._verdict(one, other) == "differs":
                yield self._row(aspect_of_value(one.unit.value.kind), one, other, unfound)

    def _typed(self) -> Mapping[tuple[str | None, ...], list[Near]]:
        typed: dict[tuple[str | None, ...], list[Near]] = defaultdict(list)
        for index, wording in enumerate(self.read.wordings):
            for value in wording.values:
                content = [i for i in range(len(wording)) if wording.is_content[i] and wording.value_at.get(i) != value]
                near = (wording.key[i] for i in content if value.first - NEAR <= i < value.end + NEAR)
                verb = wording.lemma[wording.verb_above(top_of(wording, unit_of(value)))]
                words = frozenset(wording.key[i] for i in content)
                typed[_type_of(value)].append(Near(Side(index, unit_of(value)), frozenset(near), words, verb))
        return typed

    def _nearest(self, values: Sequence[Near]) -> Iterator[tuple[Side, Side]]:
        chosen = self.rng.sample(values, min(MOST_VALUES, len(values)))
        best: dict[tuple[tuple[int, int, int], str], list[tuple[float, Side, Side]]] = defaultdict(list)
        for one, other in combinations(chosen, 2):
            left, right = (self.read.wordings[each.side.wording].reports for each in (one, other))
            if not left & right:
                near = self._weigh(one.near & other.near) + self._weigh(one.sentence & other.sentence) / 2
                near += (one.verb == other.verb) / 2
                for each, reports in ((one, right), (other, left)):
                    for report in reports:
                        best[each.side.place, report].append((near, one.side, other.side))
        for pairs in best.values():
            for _, one_side, other_side in sorted(pairs, key=lambda pair: -pair[0])[:NEAREST]:
                yield min(one_side, other_side, key=_place), max(one_side, other_side, key=_place)

    def _weigh(self, keys: frozenset[str]) -> float:
        return sum(map(self.read.weights.of, sorted(keys)))

    def _words(self, side: Side) -> list[str]:
        wording = self.read.wordings[side.wording]
        return [wording.key[i] for i in side.unit.range]

    def _verdict(self, one: Side, other: Side) -> str | None:
        sides = Beside(self.read.wordings[one.wording], self.read.wordings[other.wording])
        verdict = compare_units(sides, one.unit, other.unit)
        return verdict.outcome if verdict is not None else None

    def _row(self, aspect: str, one: Side, other: Side, judged: Judgement) -> Row:
        slots = (slot_of(self.read.wordings[each.wording], each.unit, shown=True) for each in (one, other))
        return Row(aspect, encode_slots(*slots, load_vocabulary()), *judged, self.name)


def _place(side: Side) -> tuple[int, int, int]:
    return side.place


def _type_of(value: Value) -> tuple[str | None, ...]:
    if value.quantity is not None:
        return value.kind, value.quantity.kind, value.quantity.unit
    if value.time is not None:
        return value.kind, value.time.type
    return value.kind, value.mention.type if value.mention is not None else None


def main() -> None:
    """Write the pairs of all stories that were read whole and whose reports are among the texts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--findings", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    articles = read_articles(chosen.texts)
    stories = by_story(read_lines(chosen.findings), articles)
    rows: list[Row] = []
    for name, findings in stories.items():
        rows += Story(name, findings, read_case({"reports": reports_of(findings, articles)})).rows()
    write_rows(chosen.out, rows)


if __name__ == "__main__":
    main()
