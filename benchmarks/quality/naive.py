"""Findings of ours beside those of a naive baseline, in one table: `python -m benchmarks.quality.naive`.

The baseline is that of the issue that asked for collating: sentences of two reports that TF-IDF finds alike (cosine at
least `ALIKE`) are a conflict where both have numbers and neither has all those of the other, else an agreement where
they are more alike still. On the set that is kept aside for judging it was given as P .11, R .08 of real conflicts:
how it does on stories tells how hard they are. Needs the public set and scikit-learn (dependency group "bench").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from rich.console import Console
from rich.table import Table
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.quality import collation, ours
from benchmarks.quality.measured import collate
from variorum.model.record import Finding, FindingKind
from variorum.model.span import Reading
from variorum.text.split import split_sentences

ALIKE, ALIKER = 0.3, 0.4
_SHORTEST = 25
_NUMBER = re.compile(r"\d[\d,.]*\d|\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.I)


def find_naively(reports: Sequence[Mapping[str, Any]], story: str) -> list[Finding]:
    """Return the baseline's findings: one for each two sentences that are alike."""
    told = [
        Reading(report=report["id"], start=span.start, end=span.end)
        for report in reports
        for span in split_sentences(report["text"])
        if span.end - span.start > _SHORTEST
    ]
    texts = {report["id"]: report["text"] for report in reports}
    words = [texts[each.report][each.start : each.end] for each in told]
    vectors = TfidfVectorizer(sublinear_tf=True).fit_transform(words)
    alike = (vectors @ vectors.T).tocsr()
    numbers = [set(_NUMBER.findall(each.lower())) for each in words]
    found = []
    for one, other in combinations(range(len(told)), 2):
        kind = _kind(alike[one, other], numbers[one], numbers[other])
        if told[one].report != told[other].report and kind is not None:
            readings = (told[one], told[other])
            found.append(
                Finding(
                    id=f"{one}-{other}",
                    kind=kind,
                    aspect="figure",
                    topic="",
                    why="",
                    stories=(),
                    independent=2,
                    readings=readings,
                )
            )
    return found


def _kind(alike: float, one: set[str], other: set[str]) -> FindingKind | None:
    if alike < ALIKE:
        return None
    if one and other and not (one <= other or other <= one):
        return "conflict"
    return "agreement" if alike >= ALIKER else None


def main() -> None:
    """Print one line a figure."""
    table = Table("stories", "figure", "naive", "ours")
    for stories, task in (("public", collation), ("our own", ours)):
        naive, mine = (task.measure(by).figures for by in (find_naively, collate))
        for figure in naive:
            table.add_row(stories, figure, f"{naive[figure]:.3f}", f"{mine[figure]:.3f}")
    Console().print(table)


if __name__ == "__main__":
    main()
