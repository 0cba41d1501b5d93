"""`variorum group`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from variorum import pipeline
from variorum.cli.io import Jobs, Out, Paths, Refusals, engine, given, shown, write_bytes, write_lines
from variorum.group.explain import explain as explain_report
from variorum.group.explain import say_explanation
from variorum.group.grouping import archive_reports, read_groupings
from variorum.group.state import load_archive, save_archive
from variorum.model.span import ReportId

State = Annotated[
    Path | None,
    typer.Option("--state", metavar="FILE", help="Keep the stories in FILE and go on from it: ids stay as they are."),
]
Explain = Annotated[
    str | None, typer.Option("--explain", metavar="ID", help="Say in words why report ID is where it is, and stop.")
]


def group(
    paths: Paths = None, jobs: Jobs = 1, output: Out = None, state: State = None, explain: Explain = None
) -> None:
    """Find which reports tell one story and which are copies, one line of JSON each.

    variorum read reports/ | variorum group

    variorum group day2/ --state archive.db             with yesterday's reports
    """
    refusals = Refusals()
    archive = load_archive(state) if state is not None else None
    wanted = paths if explain is not None and archive is not None and archive.profiles and not paths else given(paths)
    read = shown(pipeline.read(wanted, engine=engine(jobs), refuse=refusals.add), "grouping") if wanted else []
    reports = pipeline.distinct(read, refusals.add)
    archive = archive_reports(reports, archive)
    if explain is not None:
        lines = say_explanation(explain_report(archive, ReportId(explain)))
        write_bytes((f"{line}\n".encode() for line in lines), output)
    else:
        write_lines(read_groupings(archive, reports), output)
    if state is not None:
        save_archive(archive, state)
    refusals.finish()
