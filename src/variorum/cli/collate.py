"""`variorum collate`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from variorum.cli.io import Jobs, Out, Paths, Refusals, given, write_bytes
from variorum.cli.records import find_records
from variorum.cli.screen import screen_of
from variorum.publish.filter import Filter, check_filter, filter_records
from variorum.publish.formats import FORMS, render


class Format(StrEnum):
    """A form of `publish.formats.FORMS`."""

    terminal = "terminal"
    md = "md"
    json = "json"
    html = "html"
    csv = "csv"
    annotations = "annotations"
    timelinejs = "timelinejs"


class Kind(StrEnum):
    """A kind of finding."""

    agreement = "agreement"
    conflict = "conflict"
    update = "update"
    variant = "variant"
    single = "single"


def collate(
    paths: Paths = None,
    *,
    story: Annotated[
        str | None, typer.Option(help="Take all reports as one story of this id.", show_default=False)
    ] = None,
    form: Annotated[
        Format,
        typer.Option(
            "--format", "-f", metavar="FORM", help="; ".join(f"{name}: {what}" for name, what in FORMS.items()) + "."
        ),
    ] = Format.terminal,
    kind: Annotated[
        list[Kind] | None,
        typer.Option(metavar="KIND", help=f"Only findings of this kind: {', '.join(Kind)}. Again for more."),
    ] = None,
    outlet: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only what this outlet says; a part of its name will do.")
    ] = None,
    entity: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only what is about this person, place or thing.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only what reports published on or after this day say.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only what reports published on or before this day say.")
    ] = None,
    min_independent: Annotated[int, typer.Option(min=1, help="Only what so many independent reports say.")] = 1,
    jobs: Jobs = 1,
    output: Out = None,
) -> None:
    """Make one record of what reports of a running story say, each line with the places it rests on.

    variorum collate reports/

    variorum collate reports/ --format html -o record.html

    variorum collate reports/ --kind conflict --kind update --since 2025-10-29

    A record written with --format json can be given again in place of the reports.
    """
    refusals = Refusals()
    wanted = Filter(
        kinds=frozenset(each.value for each in kind or ()),
        outlets=tuple(outlet or ()),
        entities=tuple(entity or ()),
        since=since,
        until=until,
        min_independent=min_independent,
    )
    check_filter(wanted)
    records = filter_records(find_records(given(paths), story, jobs, refusals), wanted)
    screen = screen_of(output)
    write_bytes(render(records, form.value, colour=screen.colour, width=screen.width), output)
    refusals.finish()
