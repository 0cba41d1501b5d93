"""Findings for stories of 5 to 200 reports: CPU seconds after annotation, and how they grow.

    python -m benchmarks.speed.collate [--sizes 5 20 50 200] [--words 500]

The reports are made of sentences of one story of the collation set: each takes sentences at random until it has the
asked words, and each sentence loses one word of its own, so that no two are alike (copies would be compared once and
cost nothing).
"""

from __future__ import annotations

import argparse
import json
import random
import time

import msgspec
from rich.console import Console
from rich.table import Table

from benchmarks.quality.measured import BENCH
from variorum.annotate.order import annotate_batch
from variorum.collate.findings.find import find_findings
from variorum.collate.storyline import Storyline
from variorum.model.report import Report
from variorum.text.split import split_sentences

STORY = "croydon-tram-crash"


def make_reports(count: int, words: int, seed: int = 5) -> list[Report]:
    """Return `count` reports of about `words` words each."""
    story = json.loads((BENCH / "collation" / "dev" / f"{STORY}.json").read_text(encoding="utf-8"))
    sentences = [
        report["text"][span.start : span.end] for report in story["reports"] for span in split_sentences(report["text"])
    ]
    chance = random.Random(seed)
    reports = []
    for number in range(count):
        chosen: list[str] = []
        while sum(len(sentence.split()) for sentence in chosen) < words:
            parts = chance.choice(sentences).split()
            if len(parts) > 5:
                del parts[chance.randrange(1, len(parts) - 1)]
                chosen.append(" ".join(parts))
        reports.append(
            Report(id=f"r{number:03}", text="\n".join(chosen), language="en", story="s", storyline="s", copy_of=None)
        )
    return reports


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[5, 20, 50, 200])
    parser.add_argument("--words", type=int, default=500)
    chosen = parser.parse_args()
    table = Table("reports", "annotating, CPU s", "findings, CPU s", "findings")
    for size in [2, *chosen.sizes]:
        started = time.process_time()
        annotated = [
            report for report in annotate_batch(make_reports(size, chosen.words)) if isinstance(report, Report)
        ]
        between = time.process_time()
        found = find_findings(Storyline(annotated))
        spent = time.process_time() - between
        kinds = msgspec.json.encode(
            {kind: sum(each.kind == kind for each in found) for kind in ("conflict", "agreement")}
        )
        # The first, small story only loads the models.
        if size != 2:
            table.add_row(str(size), f"{between - started:.1f}", f"{spent:.2f}", kinds.decode())
    Console().print(table)


if __name__ == "__main__":
    main()
