"""The command `variorum`: its subcommands, and how a run ends.

Exit codes: 0 all well, 1 some reports could not be taken, 2 wrong use.
"""

from __future__ import annotations

import importlib
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

import variorum
from variorum.cli.say import say
from variorum.errors import Fault

# Each command is the function of its name in the module of its name. A module is loaded when its command is run, so
# that `--help` does not wait for parsers and models; a line here is the first of the function's docstring (a test says
# so).
COMMANDS = {
    "collate": "Make one record of what reports of a running story say, each line with the places it rests on.",
    "explain": "Show what a finding rests on: each reading in its report, with the words that decided it marked.",
    "read": "Read pages, texts, mails, PDFs, feeds and archives into reports, one line of JSON each.",
    "annotate": "Lay sentences, times, quantities, names and attributions over reports, one line of JSON each.",
    "group": "Find which reports tell one story and which are copies, one line of JSON each.",
}


class Commands(TyperGroup):
    """The subcommands, loaded when they are run. Typer's own copy of click is private: its types are `Any` here."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401
        """Return the names of the commands, as help lists them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | None:  # noqa: ANN401
        """Return what help shows of a command."""
        return TyperCommand(cmd_name, help=COMMANDS[cmd_name]) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401
        """Return the name of the command that is to be run, the command, and the words that are left for it."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, load_command(name) if name and command else command, rest


def load_command(name: str) -> Any:  # noqa: ANN401
    """Return the command `name`, its module loaded."""
    module = importlib.import_module(f"variorum.cli.{name}")
    single = typer.Typer(rich_markup_mode="markdown", pretty_exceptions_enable=False, add_completion=False)
    single.command(name, context_settings=_HELP)(getattr(module, name))
    return typer.main.get_command(single)


_HELP = {"help_option_names": ["-h", "--help"]}
app = typer.Typer(
    name="variorum",
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings=_HELP,
)


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

        variorum collate reports/

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
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
