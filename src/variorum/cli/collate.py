"""`variorum collate`."""

from __future__ import annotations

import os
import shutil
import sys
from enum import StrEnum
from typing import Annotated

import typer

from variorum import pipeline
from variorum.cli.io import Jobs, Out, Paths, Refusals, engine, given, shown, write_bytes
from variorum.publish.formats import render


class Format(StrEnum):
    """How a record can be written."""

    terminal = "terminal"
    md = "md"
    json = "json"
    html = "html"


def collate(
    paths: Paths = None,
    story: Annotated[
        str | None, typer.Option(help="Take all reports as one story of this id.", show_default=False)
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", "-f", help="json: one record a line; html: one file that opens from disk.")
    ] = Format.terminal,
    jobs: Jobs = 1,
    output: Out = None,
) -> None:
    """Make one record of what reports of a running story say, each line with the places it rests on.

    variorum collate reports/

    variorum collate reports/ --format html -o record.html
    """
    refusals = Refusals()
    reports = shown(pipeline.read(given(paths), engine=engine(jobs), refuse=refusals.add), "reading")
    records = pipeline.collate(reports, story=story, engine=engine(jobs), refuse=refusals.add)
    colour = output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    width = min(100, shutil.get_terminal_size((80, 24)).columns) if output is None else 80
    write_bytes(render(records, form.value, colour=colour, width=width), output)
    refusals.finish()
