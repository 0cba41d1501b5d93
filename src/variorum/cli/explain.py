"""`variorum explain`."""

from __future__ import annotations

from typing import Annotated

import typer

from variorum.cli.io import Jobs, Out, Paths, Refusals, given, write_bytes
from variorum.cli.records import find_records
from variorum.cli.screen import screen_of
from variorum.errors import WrongUse
from variorum.publish.explain import explain_finding, find_finding, suggest
from variorum.publish.formats import to_bytes


def explain(
    finding: Annotated[str, typer.Argument(help="The id of a finding, as the record shows it.", show_default=False)],
    paths: Paths = None,
    story: Annotated[
        str | None, typer.Option(help="Take all reports as one story of this id.", show_default=False)
    ] = None,
    jobs: Jobs = 1,
    output: Out = None,
) -> None:
    """Show what a finding rests on: each reading in its report, with the words that decided it marked.

    variorum explain f1 reports/

    variorum collate reports/ -f json | variorum explain f1
    """
    refusals = Refusals()
    records = find_records(given(paths), story, jobs, refusals)
    found = find_finding(records, finding)
    if not found:
        choices = ", ".join(suggest(records)) or "there are none"
        raise WrongUse(f"no finding {finding!r}; those that matter most are: {choices}")
    screen = screen_of(output)
    pages = (explain_finding(*each, colour=screen.colour, width=screen.width) for each in found)
    write_bytes((to_bytes(page) for page in pages), output)
    refusals.finish()
