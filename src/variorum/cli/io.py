"""What all commands share: reports in, lines out, refusals counted and told at the end."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, TypeVar

import msgspec
import typer

from variorum.cli.say import plain, say
from variorum.engine.local import LocalEngine
from variorum.errors import LeftOut, Refusal, WrongUse
from variorum.model.jsonl import encode_all

T = TypeVar("T")

Paths = Annotated[
    list[str] | None,
    typer.Argument(help='Files, folders, globs or JSON Lines; "-" for standard input.', show_default=False),
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to work in.")]
Out = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write here instead of to standard output.", show_default=False)
]


RefusedTo = Annotated[
    Path | None,
    typer.Option(
        "--refused", metavar="FILE", help="Keep what was not taken here: a line of JSON each.", show_default=False
    ),
]


class Refusals:
    """The reports that could not be taken, collected as they come; kept in the file `out` where one is named."""

    def __init__(self, out: Path | None = None) -> None:
        self.all: list[Refusal] = []
        self.out = out

    def add(self, refusal: Refusal) -> None:
        """Keep one refusal."""
        self.all.append(refusal)

    def finish(self) -> None:
        """Name each refused report on stderr, count them by reason, and end with code 1 if there are any.

        What was left out is named too, but is no report that the caller asked for.
        """
        if self.out is not None:
            lines = ({"where": refusal.where, "reason": refusal.reason, "what": refusal.what} for refusal in self.all)
            write_bytes((msgspec.json.encode(line) + b"\n" for line in lines), self.out)
        for refusal in self.all:
            how = "left out" if isinstance(refusal, LeftOut) else "not taken"
            say(f"[yellow]{how}:[/] {plain(str(refusal))}")
        missed = Counter(refusal.reason for refusal in self.all if not isinstance(refusal, LeftOut))
        if missed:
            counts = ", ".join(f"{n} {reason}" for reason, n in sorted(missed.items()))
            say(f"{missed.total()} not taken ({counts})")
            raise typer.Exit(1)


def given(paths: list[str] | None) -> list[str]:
    """Return the paths of a command; standard input where none is given and something is piped in.

    Raises WrongUse where there is nothing to read.
    """
    if paths:
        return paths
    if sys.stdin.isatty():
        raise WrongUse('no reports given: name files or a folder, or pipe JSON Lines in ("variorum --help" shows how)')
    return ["-"]


def engine(jobs: int) -> LocalEngine:
    """Return the engine of a command."""
    return LocalEngine(jobs=jobs)


def write_lines(values: Iterable[msgspec.Struct], out: Path | None) -> None:
    """Write a line of JSON for each value, as they come."""
    write_bytes(encode_all(values), out)


def write_bytes(chunks: Iterable[bytes], out: Path | None) -> None:
    """Write to the file `out`, or to standard output.

    The file is replaced when all is written, so that it may be the one that is read, and a run that dies leaves the old
    one. Raises WrongUse if the place cannot be written.
    """
    if out is None:
        _write_stdout(chunks)
        return
    # A device or a pipe cannot be replaced by a file.
    part = out if out.exists() and not out.is_file() else out.with_name(f".{out.name}.part")
    try:
        with part.open("wb") as file:
            file.writelines(chunks)
        if part != out:
            part.replace(out)
    except OSError as error:
        if part != out:
            part.unlink(missing_ok=True)
        raise WrongUse(f"{out}: cannot be written ({error.strerror})") from None


def _write_stdout(chunks: Iterable[bytes]) -> None:
    try:
        for chunk in chunks:
            sys.stdout.buffer.write(chunk)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The reader of our output (head, a pager) has gone: not an error of ours. Python's own flush at exit must not
        # complain about it a second time.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise WrongUse(f"standard output: cannot be written ({error.strerror})") from None


def shown(items: Iterable[T], what: str) -> Iterator[T]:
    """Yield `items`, counting them on stderr while it is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console  # noqa: PLC0415 - not for `--help`
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn  # noqa: PLC0415

    columns = (SpinnerColumn(), TextColumn(what), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(items, description=what)
