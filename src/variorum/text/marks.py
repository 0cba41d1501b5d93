"""Marks that come in pairs."""

from __future__ import annotations

_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))


def is_balanced(text: str) -> bool:
    """Return whether what a text opens is closed in it: brackets, quotation marks, a colon."""
    return (
        not text.endswith(":")
        and text.count('"') % 2 == 0
        and all(text.count(left) == text.count(right) for left, right in _PAIRS)
    )
