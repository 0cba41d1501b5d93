"""Messages for people, on stderr."""

from __future__ import annotations


def say(message: str) -> None:
    """Print one message for people on stderr; `message` may use rich's markup."""
    from rich.console import Console  # noqa: PLC0415 - not for `--help`

    Console(stderr=True, highlight=False, soft_wrap=True).print(message)


def plain(text: str) -> str:
    """Return `text` with what rich would take for markup escaped."""
    from rich.markup import escape  # noqa: PLC0415

    return escape(text)
