"""The same words again: copies as a family tree, the original at the root."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from variorum.model.report import Report
from variorum.model.span import ReportId
from variorum.text.shingles import find_words, hash_shingles, hash_words

LEAST_SHARE = 0.4


def find_families(reports: Sequence[Report]) -> dict[ReportId, ReportId | None]:
    """Return for each report the one that it repeats, or None."""
    ordered = sorted(reports, key=lambda report: (report.published or "9999", -len(report.text), report.id))
    shingles = [np.unique(hash_shingles(hash_words(find_words(report.text)))) for report in ordered]
    holders: dict[int, list[int]] = defaultdict(list)
    found: dict[ReportId, ReportId | None] = {}
    for at, mine in enumerate(shingles):
        met: dict[int, int] = defaultdict(int)
        for shingle in mine[mine % np.uint64(8) == 0].tolist():
            for other in holders[shingle]:
                met[other] += 1
            holders[shingle].append(at)
        found[ordered[at].id] = None
        for other in sorted(met):
            shared = len(np.intersect1d(mine, shingles[other], assume_unique=True))
            if shared >= LEAST_SHARE * min(len(mine), len(shingles[other])):
                found[ordered[at].id] = ordered[other].id
                break
    return found
