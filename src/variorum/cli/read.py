"""`variorum read`."""

from __future__ import annotations

from variorum import pipeline
from variorum.cli.io import Jobs, Out, Paths, Refusals, engine, given, shown, write_lines


def read(paths: Paths = None, jobs: Jobs = 1, output: Out = None) -> None:
    """Read pages, texts and feeds into reports, one line of JSON each.

    variorum read reports/ > reports.jsonl
    """
    refusals = Refusals()
    reports = pipeline.read(given(paths), engine=engine(jobs), refuse=refusals.add)
    write_lines(shown(reports, "reading"), output)
    refusals.finish()
