"""A record as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.model.record import Record


def render_markdown(records: Sequence[Record]) -> str:
    """Return the records as one Markdown document."""
    return "\n\n".join(f"# {record.title}" for record in records) + "\n"
