"""The one loader of word tables.

A table is a TOML file, `lang/<language>/<name>.toml`; what its keys mean stands in its head. Tables are read when they
are first asked for and kept.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from variorum.errors import WrongUse


@cache
def load_table(language: str, name: str) -> dict[str, Any]:
    """Return the table `name` of a language ("en"). The same object each time: do not change it.

    Raises WrongUse if the language has no such table.
    """
    source = resources.files(__package__).joinpath(language, f"{name}.toml")
    if not source.is_file():
        raise WrongUse(f"there is no word table {name!r} for language {language!r}")
    return tomllib.loads(source.read_text(encoding="utf-8"))
