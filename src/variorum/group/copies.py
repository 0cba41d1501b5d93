"""The same words again: copies as family trees, the original at the root.

Two reports are copies where a good part of the shorter one's words, outside quotation marks, stands in the other one.
Which is the original is told by who was first, by agency credits, by who is nearest to all of the family, and by what
the longer one has more: a tail means that the shorter was cut, words in between that the longer was added to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from variorum.model.report import Report
from variorum.model.span import ReportId
from variorum.text.fold import fold
from variorum.text.passages import QUOTATION
from variorum.text.shingles import Hashes, ShingleIndex, ascending, hash_shingles, hash_text, sample_shingles

# Share of the shorter report's shingles outside quotation marks that the other has (copies dev: docs/grouping.md).
LEAST_SHARE = 0.3
LEAST_SHARE_WITH_QUOTES = 0.75  # of texts that are quotation for the most part
FEWEST_UNQUOTED = 25  # shingles
SURE_SHARE, MUCH_QUOTED = 0.6, 0.25  # shares that need no look at the quotations
# A copy of a copy shares so much more with it than with the original.
CLOSER_BY = 0.15
LEAST_CUT = 0.2  # of a text; a shorter tail may be a page's furniture
OWN, FULLER = 0.5, 0.2  # weights of the share that is a report's alone, and of its length
CREDIT = 0.3  # what names its agency is nearer to it than what has lost the name


class Pair(NamedTuple):
    """What two reports share: `shared` shingles, and as a share of the shorter one's."""

    shared: int
    share: float


class Sketch(msgspec.Struct, frozen=True, kw_only=True):
    """A report's shingles in the order of the text and in ascending order, outside quotation marks.

    `whole` are those of the whole text, in ascending order, where much of it is quoted; else None. `quoted` is the
    share of the text in quotation marks; `credit` is the agency that it names as its source, `outlet` who printed it,
    both folded and empty where unknown.
    """

    id: ReportId
    published: str | None
    credit: str
    outlet: str
    quoted: float
    ordered: Hashes
    plain: Hashes
    whole: Hashes | None

    @property
    def sample(self) -> list[int]:
        """The shingles that it is looked up by."""
        return sample_shingles(self.whole if self.whole is not None and self.is_short else self.plain)

    @property
    def is_short(self) -> bool:
        """Whether too little stands outside quotation marks to go by it alone."""
        return len(self.plain) < FEWEST_UNQUOTED * 3


def make_sketch(report: Report) -> Sketch:
    """Return the sketch of a report."""
    text = QUOTATION.sub(" . ", report.text)
    quoted = 1 - len(text) / max(len(report.text), 1)
    ordered = _shingles(text)
    is_short = len(ordered) < FEWEST_UNQUOTED * 3
    return Sketch(
        id=report.id,
        published=report.published,
        credit=fold(find_credit(report) or ""),
        outlet=fold(report.outlet or ""),
        quoted=quoted,
        ordered=ordered,
        plain=ascending(ordered),
        whole=ascending(_shingles(report.text)) if quoted >= MUCH_QUOTED or (quoted > 0 and is_short) else None,
    )


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
            original = self._choose_original(family)
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

    def _choose_original(self, family: Sequence[int]) -> int:
        """The report of a family that the others repeat: an agency's own, where another credits it with the text."""
        credits = {credit for number in family if (credit := self.sketches[number].credit)}
        agencies = [number for number in family if _is_credited(self.sketches[number].outlet, credits)]
        if len(agencies) == 1:
            return agencies[0]
        dates = {number: self.sketches[number].published for number in family}
        known = sorted(date[:10] for date in dates.values() if date)
        first = [number for number in family if (dates[number] or "")[:10] == known[0]] if known else list(family)
        if len(first) == 1:
            return first[0]
        points = self._weigh_originals(family)
        return min(first, key=lambda number: (-round(points[number], 6), dates[number] or "9999", self._id(number)))

    def _weigh_originals(self, family: Sequence[int]) -> dict[int, float]:
        """How much speaks for each of a family as its original, -1 to 1 and CREDIT."""
        held = [self.sketches[number] for number in family]
        if len(family) == 2:
            points = [compare_originality(*held), compare_originality(*reversed(held))]
        else:
            points = weigh_common(held)
        return {
            number: point + CREDIT * bool(sketch.credit)
            for number, sketch, point in zip(family, held, points, strict=True)
        }

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
    shared = _count_shared(a.plain, b.plain)
    is_plain = shorter >= FEWEST_UNQUOTED and shared >= LEAST_SHARE * shorter
    if not is_plain and not (a.is_short or b.is_short):
        return None
    if is_plain and (shared >= SURE_SHARE * shorter or max(a.quoted, b.quoted) < MUCH_QUOTED):
        return Pair(shared, shared / shorter)
    # A copy has the quotations too: where they differ, a few set phrases around them are no evidence.
    whole_a, whole_b = (each.plain if each.whole is None else each.whole for each in (a, b))
    shared, shorter = _count_shared(whole_a, whole_b), min(len(whole_a), len(whole_b))
    least = LEAST_SHARE if is_plain else LEAST_SHARE_WITH_QUOTES
    return Pair(shared, shared / shorter) if shorter and shared >= least * shorter else None


def weigh_common(family: Sequence[Sketch]) -> list[float]:
    """Return for each report of a family how much of what any two have it has, less the share that is its own alone.

    Each copy was made from the original: what was cut from one is in others, what was added to one is in none.
    """
    shingles, counts = np.unique(np.concatenate([sketch.plain for sketch in family]), return_counts=True)
    common = shingles[counts > 1]
    longest = max(len(sketch.plain) for sketch in family) or 1
    points = []
    for sketch in family:
        shared = _count_shared(sketch.plain, common)
        own = 1 - shared / max(len(sketch.plain), 1)
        points.append(shared / max(len(common), 1) - OWN * own + FULLER * len(sketch.plain) / longest)
    return points


def compare_originality(a: Sketch, b: Sketch) -> float:
    """Return how much speaks for `a` being the original of `b`: above 0 for, below against, -1 to 1."""
    in_b, in_a = _is_in(a.ordered, b.plain), _is_in(b.ordered, a.plain)
    if not in_b.any() or not in_a.any():
        return 0.0
    # Of two, what one has more the other mostly cut: a tail above all. Additions show only where a third has them not.
    mine, theirs = _measure_extra(in_b), _measure_extra(in_a)
    return (mine.cut - theirs.cut) + (mine.other - theirs.other)


_AGENCIES = "AP|AFP|Reuters|dpa|ANSA|EFE|Xinhua|Yonhap|Kyodo|TASS|PTI|ANI|UPI|IANS|AAP"
_CREDIT = re.compile(
    rf"\((?:{_AGENCIES})\)|\((?:Reporting|Writing|Editing) by|^(?:By )?(?:The )?Associated Press\b", re.M
)


def _is_credited(outlet: str, credits: Iterable[str]) -> bool:
    """Whether an outlet is the agency of one of `credits`: "boreal" is "boreal news"."""
    words = set(outlet.split())
    return bool(words) and any(words >= set(credit.split()) for credit in credits)


def find_credit(report: Report) -> str | None:
    """Return the agency credit that stands in a report, or None."""
    match = _CREDIT.search(report.text[:400]) or _CREDIT.search(report.text[-200:])
    return report.credit or (match[0] if match else None)


class _Extra(NamedTuple):
    """What a text has and another lacks, as shares of its shingles: a tail that was cut there, and all else."""

    cut: float
    other: float


def _measure_extra(shared: NDArray[np.bool_]) -> _Extra:
    # The tail begins where shared shingles cease to prevail: a set phrase far down does not put it off.
    end = int(np.cumsum(np.where(shared, 1.0, -0.5)).argmax()) + 1
    tail = (len(shared) - end) / len(shared)
    before = float((~shared[:end]).sum()) / len(shared)
    return _Extra(tail, before) if tail >= LEAST_CUT else _Extra(0.0, before + tail)


def _shingles(text: str) -> Hashes:
    return hash_shingles(hash_text(text))


def _is_in(some: Hashes, ascending: Hashes) -> NDArray[np.bool_]:
    if not len(ascending):
        return np.zeros(len(some), dtype=np.bool_)
    at = np.searchsorted(ascending, some)
    at[at == len(ascending)] = 0
    return np.asarray(ascending[at] == some)


def _count_shared(a: Hashes, b: Hashes) -> int:
    """How many numbers two ascending arrays have in common."""
    if len(a) > len(b):
        a, b = b, a
    return int(_is_in(a, b).sum())
