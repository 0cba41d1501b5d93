"""The same words again: copies as family trees, the original at the root.

Two reports are copies where a good part of the shorter one's words, outside quotation marks, stands in the other one.
Which of a family is the original: `originals.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from variorum.group.originals import choose_original, count_shared
from variorum.group.sketch import FEWEST_UNQUOTED, MUCH_QUOTED, Shingles, Sketch, make_sketch
from variorum.model.report import Report
from variorum.model.span import ReportId
from variorum.text.shingles import ShingleIndex

# Share of the shorter report's shingles outside quotation marks that the other has (copies dev: docs/grouping.md).
LEAST_SHARE = 0.3
LEAST_SHARE_WITH_QUOTES = 0.75  # of texts that are quotation for the most part
SURE_SHARE = 0.6  # share that needs no look at the quotations
PASSAGE = 18  # runs of words; fewer may be a name with titles, or a set phrase
# A copy of a copy shares so much more with it than with the original.
CLOSER_BY = 0.15


class Pair(NamedTuple):
    """What two reports share: `shared` shingles, and as a share of the shorter one's."""

    shared: int
    share: float


def find_families(reports: Sequence[Report]) -> dict[ReportId, ReportId | None]:
    """Return for each report the one that it repeats, or None; the same whatever the order of the reports."""
    tree = Copies()
    for report in sorted(reports, key=lambda report: (report.published or "9999", report.id)):
        tree.add(report)
    return tree.read_tree()


class Copies:
    """Families of copies that grow as reports come in."""

    def __init__(self) -> None:
        self.sketches: list[Sketch] = []
        self.links: dict[int, dict[int, Pair]] = {}
        self._index = ShingleIndex()

    def add(self, report: Report) -> None:
        """Add a report and find those that it shares its words with."""
        self.add_sketch(make_sketch(report))

    def add_sketch(self, sketch: Sketch) -> None:
        """Add a report by its sketch."""
        number = len(self.sketches)
        self.links[number] = {}
        for other in self._index.add(sketch.sample):
            pair = compare_sketches(sketch, self.sketches[other])
            if pair is not None:
                self.links[number][other] = self.links[other][number] = pair
        self.sketches.append(sketch)

    def read_tree(self) -> dict[ReportId, ReportId | None]:
        """Return for each report the one that it repeats, or None."""
        found: dict[ReportId, ReportId | None] = {sketch.id: None for sketch in self.sketches}
        for family in self._families():
            original = family[choose_original([self.sketches[number] for number in family])]
            for number in family:
                if number != original:
                    found[self._id(number)] = self._id(self._choose_parent(number, original, family))
        return found

    def _id(self, number: int) -> ReportId:
        return self.sketches[number].id

    def _families(self) -> Iterable[list[int]]:
        seen: set[int] = set()
        for start, near in self.links.items():
            if start in seen or not near:
                continue
            family, waiting = {start}, [start]
            while waiting:
                for other in self.links[waiting.pop()]:
                    if other not in family:
                        family.add(other)
                        waiting.append(other)
            seen |= family
            yield sorted(family, key=self._id)

    def _choose_parent(self, number: int, original: int, family: Sequence[int]) -> int:
        """The original, or an earlier copy of it that `number` is plainly closer to."""
        pairs = self.links[number]
        best, share = original, pairs[original].share + CLOSER_BY if original in pairs else 0.0
        mine = self.sketches[number].published or ""
        for other in family:
            theirs = self.sketches[other].published or ""
            is_earlier = bool(mine and theirs) and theirs < mine
            if other in pairs and other != original and pairs[other].share > share and is_earlier:
                best, share = other, pairs[other].share
        return best if best in pairs else self._step_towards(number, original)

    def _step_towards(self, number: int, original: int) -> int:
        """The neighbour of `number` on the shortest way of links to `original`."""
        before: dict[int, int] = {original: original}
        waiting = [original]
        for at in waiting:
            for other in sorted(self.links[at], key=self._id):
                if other not in before:
                    before[other] = at
                    waiting.append(other)
        return before[number]


def compare_sketches(a: Sketch, b: Sketch) -> Pair | None:
    """Return what two reports share, or None where neither repeats the other."""
    shorter = min(len(a.plain), len(b.plain))
    shared = count_shared(a.plain, b.plain)
    is_plain = shorter >= FEWEST_UNQUOTED and shared >= LEAST_SHARE * shorter
    if not is_plain and not (a.is_short or b.is_short):
        return None
    if is_plain and (shared >= SURE_SHARE * shorter or max(a.quoted, b.quoted) < MUCH_QUOTED):
        return Pair(shared, shared / shorter) if _is_evidence(shared, a.plain, b.plain) else None
    # A copy has the quotations too: where they differ, a few set phrases around them are no evidence.
    whole_a, whole_b = (each.plain if each.whole is None else each.whole for each in (a, b))
    shared, shorter = count_shared(whole_a, whole_b), min(len(whole_a), len(whole_b))
    least = LEAST_SHARE if is_plain else LEAST_SHARE_WITH_QUOTES
    is_copy = shorter and shared >= least * shorter and _is_evidence(shared, whole_a, whole_b)
    return Pair(shared, shared / shorter) if is_copy else None


def _is_evidence(shared: int, a: Shingles, b: Shingles) -> bool:
    """Whether so many words in common are no chance: two witnesses may put a short sentence in the same words.

    Where the texts differ, in a figure say, a passage must be shared beyond the sentence with the difference. What
    stands whole in a longer text needs a passage; two short texts that are the same are copies however short.
    """
    smaller = min(len(a), len(b))
    return shared >= 2 * PASSAGE or (shared == smaller and (shared >= PASSAGE or len(a) == len(b)))
