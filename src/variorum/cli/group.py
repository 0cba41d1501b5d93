"""`variorum group`."""

from __future__ import annotations

from variorum import pipeline
from variorum.cli.io import Jobs, Out, Paths, Refusals, engine, given, shown, write_lines


def group(paths: Paths = None, jobs: Jobs = 1, output: Out = None) -> None:
    """Find which reports tell one story and which are copies, one line of JSON each.

    variorum read reports/ | variorum group
    """
    refusals = Refusals()
    reports = shown(pipeline.read(given(paths), engine=engine(jobs), refuse=refusals.add), "grouping")
    write_lines(pipeline.group(reports, refuse=refusals.add), output)
    refusals.finish()
