"""`variorum annotate`."""

from __future__ import annotations

from variorum import pipeline
from variorum.cli.io import Jobs, Out, Paths, Refusals, engine, given, shown, write_lines


def annotate(paths: Paths = None, jobs: Jobs = 1, output: Out = None) -> None:
    """Lay sentences, times, quantities, names and attributions over reports, one line of JSON each.

    variorum read reports/ | variorum annotate > annotated.jsonl
    """
    refusals = Refusals()
    reports = pipeline.read(given(paths), engine=engine(jobs), refuse=refusals.add)
    annotated = pipeline.annotate(reports, engine=engine(jobs), refuse=refusals.add)
    write_lines(shown(annotated, "annotating"), output)
    refusals.finish()
