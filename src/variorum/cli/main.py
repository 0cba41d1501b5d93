"""The command `variorum`: its subcommands, and how a run ends.

Exit codes: 0 all well, 1 some reports could not be taken, 2 wrong use.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

import variorum
from variorum.cli import annotate, collate, group, read
from variorum.cli.io import say
from variorum.errors import Fault

app = typer.Typer(
    name="variorum",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("collate")(collate.collate)
app.command("read")(read.read)
app.command("annotate")(annotate.annotate)
app.command("group")(group.group)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"variorum {variorum.__version__}")
        raise typer.Exit


@app.callback()
def _variorum(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Many reports of one running story, made into one record that can be checked.

    Reports can be pages, text files, folders, JSON Lines, or "-" for standard input.

        variorum collate reports/                           the record, in the terminal

        variorum collate reports/ --format html -o record.html

        variorum read reports/ | variorum annotate | variorum group

    Exit codes: 0 all well, 1 some reports could not be taken, 2 wrong use.
    """


def main() -> None:
    """Run the command line; faults end in one line for people, never in a traceback."""
    try:
        app()
    except Fault as fault:
        say(f"[bold red]error:[/] {fault}")
        sys.exit(2)
    except BrokenPipeError:
        # The reader of our output (head, a pager) has gone: not an error of ours. Python's own flush at exit must not
        # complain about it a second time.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
