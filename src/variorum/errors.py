"""What can go wrong, in words for people: where it was, what was wrong, what to do.

A `Refusal` is about one item; the engine counts it by its reason, keeps it, and goes on with the rest. A `Fault` is the
caller's or ours; the run stops. Only the engine and the outermost handler of a command or a server catch `Exception`.
"""

from __future__ import annotations


class Refusal(Exception):
    """One item that could not be taken. `reason` is the class's own word for counting; `where` names the item."""

    reason = "refused"

    def __init__(self, where: str, what: str) -> None:
        super().__init__(where, what)
        self.where = where
        self.what = what

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


class NoText(Refusal):
    """Nothing to read was left: an empty file, or a page that is furniture from end to end."""

    reason = "no text"


class NotAnArticle(Refusal):
    """A page that is something else: a login or consent page, an index, an error message."""

    reason = "not an article"


class LeftOut(Refusal):
    """A file beside the reports that is none of them, a README or a licence: named, and no fault of the run."""

    reason = "left out"


class NotReadable(Refusal):
    """Bytes that are no text in any form that is read here: binary junk, a broken archive."""

    reason = "not readable"


class TooLarge(Refusal):
    """More than a limit allows: bytes of a page, files of an archive."""

    reason = "too large"


class TooSlow(Refusal):
    """An item that took longer than its time limit and was stopped."""

    reason = "too slow"


class NotFetched(Refusal):
    """An address that gave no page: not reached, not allowed, or an error."""

    reason = "not fetched"


class BrokenLine(Refusal):
    """A line of JSON that breaks the format; `what` names the field."""

    reason = "broken line"


class SameId(Refusal):
    """A second report under an id that is already taken by another text."""

    reason = "id taken"


class Crash(Refusal):
    """A report on which our own code failed: a defect of ours, kept from stopping the rest."""

    reason = "internal error"


class Fault(Exception):
    """The run cannot go on; the message says what to do about it."""


class WrongUse(Fault):
    """A command or function was called with something that does not exist or does not fit."""


class MissingPart(Fault):
    """A library, model or program that is needed is not installed; the message gives the line to type."""


class BrokenRecord(Fault):
    """A record that breaks one of its own laws (`model/laws.py`): a defect of ours, never shown as a result."""
