"""What the terminal of a command can show."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import msgspec


class Screen(msgspec.Struct, frozen=True):
    """Whether to write in colour, and in how many columns."""

    colour: bool
    width: int


def screen_of(output: Path | None) -> Screen:
    """Return what can be shown: colour only on a terminal (https://no-color.org), 80 columns in a file or a pipe."""
    is_terminal = output is None and sys.stdout.isatty()
    # Lines of more than a hundred columns are hard to read, however wide the window is.
    width = min(100, shutil.get_terminal_size((80, 24)).columns) if is_terminal else 80
    return Screen(is_terminal and "NO_COLOR" not in os.environ, width)
