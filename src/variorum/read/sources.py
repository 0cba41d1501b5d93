"""Files, folders, globs, addresses and streams, as one stream of pages."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from variorum.errors import WrongUse
from variorum.read.pages import Page


def find_pages(paths: Iterable[str]) -> Iterator[Page]:
    """Yield the pages behind `paths`, folders in the order of their names.

    Raises WrongUse where a path names nothing.
    """
    for path in paths:
        if path == "-":
            yield from _lines(sys.stdin.buffer, "standard input")
            continue
        found = [Path(path)] if Path(path).exists() else sorted(Path().glob(path))
        if not found:
            raise WrongUse(f"{path}: there is no such file or folder")
        for each in found:
            yield from _pages_below(each)


def _pages_below(path: Path) -> Iterator[Page]:
    files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
    root = path if path.is_dir() else path.parent
    for file in files:
        if file.suffix == ".jsonl":
            with file.open("rb") as lines:
                yield from _lines(lines, str(file))
        else:
            yield Page(id=file.relative_to(root).as_posix(), data=file.read_bytes())


def _lines(lines: IO[bytes], name: str) -> Iterator[Page]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield Page(id=f"{name}, line {number}", data=line, content_type="application/json")
