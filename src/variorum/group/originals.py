"""Which report of a family of copies the others repeat.

Every copy was made from the original: what was cut from one is in others, what was added to one is in none. So the
original has nearly all of what any two have, and little of its own; sentences of its own count against it more than
short lines, which are any site's furniture. Of two there is no third to ask: the fuller one is taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from variorum.group.sketch import Shingles, Sketch

# Points of a report for being the original, chosen on copies dev, cross-validated by family (docs/grouping.md).
MISSING = -1.6  # for the share of what any two have that it lacks
OWN_PROSE, OWN_LINES = -2.5, -0.5  # for the share of it that is in no other, in sentences and in short lines
OWN_OPENING, OPENING = -0.7, 40  # for the share of its first shingles that is in no other
SAME_TITLE = 0.4  # for the share of the family that has its title
NAMED = 0.3  # its outlet is named in it: "told the Courier"
CREDIT, DATELINE = 0.3, 0.3  # it names an agency, and opens with place and agency: copies lose them


def choose_original(family: Sequence[Sketch]) -> int:
    """Return the place in `family`, in order of ids, of the report that the others repeat."""
    credits = {sketch.credit for sketch in family if sketch.credit}
    agencies = [at for at, sketch in enumerate(family) if is_credited(sketch.outlet, credits)]
    if len(agencies) == 1:
        return agencies[0]
    days = [(sketch.published or "")[:10] for sketch in family]
    known = sorted(day for day in days if day)
    first = [at for at, day in enumerate(days) if not known or day == known[0]]
    if len(first) == 1:
        return first[0]
    points = weigh_originals(family)
    # Of equals the earlier within the day, then the fuller.
    return min(first, key=lambda at: (-round(points[at], 6), family[at].published or "9999", -len(family[at].ordered)))


def weigh_originals(family: Sequence[Sketch]) -> list[float]:
    """Return how much speaks for each of a family as its original."""
    if len(family) == 2:
        points = [compare_originality(*family), compare_originality(*reversed(family))]
    else:
        points = weigh_common(family)
    return [
        point + NAMED * sketch.names_itself + CREDIT * bool(sketch.credit) + DATELINE * sketch.has_dateline
        for sketch, point in zip(family, points, strict=True)
    ]


def weigh_common(family: Sequence[Sketch]) -> list[float]:
    """Return for each report of a family how little it lacks of what any two have, and how little it has for itself."""
    ordered = np.sort(np.concatenate([sketch.plain for sketch in family]))
    common = ordered[1:][ordered[1:] == ordered[:-1]]
    common = common[np.concatenate([[True], common[1:] != common[:-1]])] if len(common) else common
    titles = Counter(sketch.title for sketch in family)
    points = []
    for sketch in family:
        own = ~is_in(sketch.ordered, common)
        size = max(len(own), 1)
        prose = int((own & sketch.in_prose).sum())
        shared = len(sketch.plain) - len(set(sketch.ordered[own].tolist()))
        points.append(
            MISSING * (1 - shared / max(len(common), 1))
            + OWN_PROSE * prose / size
            + OWN_LINES * (int(own.sum()) - prose) / size
            + OWN_OPENING * float(own[:OPENING].mean() if len(own) else 0)
            + SAME_TITLE * titles[sketch.title] / len(family)
        )
    return points


def compare_originality(a: Sketch, b: Sketch) -> float:
    """Return how much speaks for `a` being the original of `b`: above 0 for, below against, -1 to 1."""
    own_a, own_b = ~is_in(a.ordered, b.plain), ~is_in(b.ordered, a.plain)
    if own_a.all() or own_b.all():
        return 0.0
    # Of two, what one has more the other mostly cut: additions show only where a third has them not.
    return float(own_a.mean() - own_b.mean())


def is_credited(outlet: str, credits: Iterable[str]) -> bool:
    """Whether an outlet is the agency of one of `credits`: "boreal" is "boreal news"."""
    words = set(outlet.split())
    return bool(words) and any(words >= set(credit.split()) for credit in credits)


def is_in(some: Shingles, ascending: Shingles) -> NDArray[np.bool_]:
    """Return for each of `some` whether it is in `ascending`."""
    if not len(ascending):
        return np.zeros(len(some), dtype=np.bool_)
    at = ascending.searchsorted(some)
    at[at == len(ascending)] = 0
    return np.asarray(ascending[at] == some)


def count_shared(a: Shingles, b: Shingles) -> int:
    """Return how many numbers two arrays, each without repeats, have in common."""
    both = np.concatenate((a, b))
    both.sort()
    return int(np.count_nonzero(both[1:] == both[:-1]))
