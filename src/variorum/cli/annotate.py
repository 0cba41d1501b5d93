"""`variorum annotate`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from variorum import pipeline
from variorum.cli.io import Jobs, Out, Paths, Refusals, engine, given, shown, write_bytes, write_lines
from variorum.cli.screen import screen_of
from variorum.publish.layers import render_layers, show_layers


class View(StrEnum):
    """How layers can be looked at."""

    terminal = "terminal"
    html = "html"


def annotate(
    paths: Paths = None,
    view: Annotated[
        View | None,
        typer.Option("--view", help="Show the layers in the text instead: terminal, html.", show_default=False),
    ] = None,
    jobs: Jobs = 1,
    output: Out = None,
) -> None:
    """Lay sentences, times, quantities, names and attributions over reports, one line of JSON each.

    variorum read reports/ | variorum annotate > annotated.jsonl

    variorum annotate report.html --view terminal
    """
    refusals = Refusals()
    reports = pipeline.read(given(paths), engine=engine(jobs), refuse=refusals.add)
    annotated = shown(pipeline.annotate(reports, engine=engine(jobs), refuse=refusals.add), "annotating")
    if view is None:
        write_lines(annotated, output)
    else:
        screen = screen_of(output)
        looked_at = list(annotated)
        page = (
            render_layers(looked_at)
            if view == View.html
            else show_layers(looked_at, colour=screen.colour, width=screen.width)
        )
        write_bytes([page.encode()], output)
    refusals.finish()
