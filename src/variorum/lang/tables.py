"""The one loader of word tables.

A table is a TOML file, `lang/<language>/<name>.toml`; what its keys mean stands in its head. Tables are read when they
are first asked for and kept.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
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


@cache
def load_words(language: str, name: str, *keys: str) -> frozenset[str]:
    """Return the words that a table lists with blanks between them under `keys`, the outermost first.

    Raises WrongUse if there is no such table, or no such list of words in it.
    """
    listed: Any = load_table(language, name)
    for key in keys:
        listed = listed.get(key) if isinstance(listed, dict) else None
    if not isinstance(listed, str):
        raise WrongUse(f"there are no words under {'.'.join(keys)!r} in table {name!r} for language {language!r}")
    return frozenset(listed.split())


@cache
def load_keys(language: str, name: str, section: str) -> Mapping[str, str]:
    """Return for each word that a section of a table lists the key under which it does; the last one, if several do.

    The same object each time: do not change it. Raises WrongUse if there is no such table, or no such section in it.
    """
    listed = load_table(language, name).get(section)
    if not isinstance(listed, dict):
        raise WrongUse(f"there is no section {section!r} in table {name!r} for language {language!r}")
    return {word: key for key, words in listed.items() for word in words.split()}
