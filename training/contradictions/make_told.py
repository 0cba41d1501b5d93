"""Pairs of slots from stories that we wrote ourselves, every point marked in every report.

    PYTHONPATH=training python training/contradictions/make_told.py training/stories/*.jsonl --out TOLD.pkl

How points are marked is in `training/told.py`, what the letters of ids stand for in `ASPECTS`. Values are also given
masked, so that what is said of them is learnt too.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import msgspec
from rows import Row, write_rows
from told import Marked, Told, read_told

from variorum.collate.differences import Unit
from variorum.collate.findings.judged.slots import encode_slots, slot_of
from variorum.collate.points import Wording, read_wordings
from variorum.text.wordpieces import Vocabulary, load_vocabulary

ASPECTS = {"f": "figure", "d": "date", "p": "place", "n": "name", "s": "status", "x": "description"}
# Which values of a wording a mark of each letter can be, and which letters' points are set against each other.
KINDS = {
    "f": frozenset({"figure", "duration", "ordinal"}),
    "d": frozenset({"date", "duration"}),
    "n": frozenset({"name", "place"}),
    "p": frozenset({"place", "name"}),
}
ALIKE = {"n": "name", "p": "name", "s": "word", "x": "word"}
# How many of the pairs of two points are kept.
KEPT = {"f": 0.7, "d": 0.9, "p": 0.5, "n": 0.4, "s": 0.35, "x": 0.35}
KEPT_SHOWN = 0.25
# Of those again, shown and masked, at most so many for each pair of one point; and how many masked pairs of one point.
OTHERS_SHOWN, OTHERS_MASKED, ONES_MASKED = 1.1, 0.8, 0.7
# What a pair counts: shown of one point, shown of two, masked.
ONE, TWO, MASKED = 1.0, 0.8, 0.5


class Placed(msgspec.Struct, frozen=True):
    """A marked stretch as a unit of its wording."""

    mark: Marked
    wording: Wording
    unit: Unit


def place_marks(told: Told) -> list[Placed]:
    """Return the marks of a story as units of wordings; those that no one wording holds are left out."""
    homes: dict[str, list[tuple[int, Wording]]] = defaultdict(list)
    for wording in read_wordings(told.storyline):
        for home in wording.homes:
            homes[home.report].append((home.start, wording))
    placed = []
    for mark in told.marks:
        for base, wording in homes[mark.report]:
            if base <= mark.start and mark.end <= base + wording.end[-1]:
                unit = unit_at(wording, range(mark.start - base, mark.end - base), KINDS.get(mark.point[0]))
                if unit is not None:
                    placed.append(Placed(mark, wording, unit))
    return placed


def unit_at(wording: Wording, span: range, kinds: frozenset[str] | None) -> Unit | None:
    """Return the words of a wording that a span of its characters meets; the value there if one of the kinds is."""
    inside = [i for i in range(len(wording)) if wording.start[i] < span.stop and span.start < wording.end[i]]
    if not inside:
        return None
    values = (wording.value_at.get(i) for i in inside)
    value = next((each for each in values if each is not None and kinds and each.kind in kinds), None)
    if value is not None:
        return Unit(value.first, value.end, value)
    return Unit(inside[0], inside[-1] + 1, None)


def rows_of(told: Told, vocabulary: Vocabulary, rng: random.Random) -> Iterator[Row]:
    """Yield the pairs of one story: of one point, and of two points of like kind."""
    for one, other in combinations(place_marks(told), 2):
        letter, letter_other = one.mark.point[0], other.mark.point[0]
        same = one.mark.point == other.mark.point
        if one.mark.report == other.mark.report or ALIKE.get(letter, letter) != ALIKE.get(letter_other, letter_other):
            continue
        if not same and rng.random() > KEPT[letter]:
            continue
        if (one.unit.value is None) != (other.unit.value is None) and rng.random() > 0.5:
            continue
        aspect = ASPECTS[letter]
        if letter in KINDS:
            masked = encode_slots(*(slot_of(each.wording, each.unit) for each in (one, other)), vocabulary)
            yield Row(aspect, masked, float(same), None, None, MASKED, story=None)
        if same or letter not in KINDS or rng.random() < KEPT_SHOWN:
            shown = encode_slots(*(slot_of(each.wording, each.unit, shown=True) for each in (one, other)), vocabulary)
            contested = float(one.mark.point in told.contested) if same else None
            yield Row(aspect, shown, float(same), contested, contested or 0.0, ONE if same else TWO, story=None)


def thin(rows: Sequence[Row], rng: random.Random) -> Iterator[Row]:
    """Yield the pairs of which not too many are masked or of two points, for each aspect."""
    groups: dict[tuple[str, bool, float | None], list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.aspect, row.contradicts is None, row.point].append(row)
    for (aspect, masked, point), mine in sorted(groups.items()):
        most = len(mine)
        if point == 0.0:
            most = int((OTHERS_MASKED if masked else OTHERS_SHOWN) * len(groups.get((aspect, masked, 1.0), ())))
        elif masked:
            most = int(ONES_MASKED * most)
        yield from rng.sample(mine, min(most, len(mine)))


def main() -> None:
    """Write the pairs of all stories."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    vocabulary, rng = load_vocabulary(), random.Random(0)
    rows = [row for told in read_told(chosen.stories) for row in rows_of(told, vocabulary, rng)]
    write_rows(chosen.out, thin(rows, rng))


if __name__ == "__main__":
    main()
