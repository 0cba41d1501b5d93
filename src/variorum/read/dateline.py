"""The date of a report and its basis: rivals weighed together, for pages and for plain texts alike.

A date comes with the evidence it was read from. One that the text itself contradicts is not taken; where none can be
defended the answer is None.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from variorum.model.report import PublishedBasis


class DateCandidate(msgspec.Struct, frozen=True, kw_only=True):
    """One date that a report may have been published on.

    `value` is ISO 8601, as precise as is known, with the time and zone where they stand. `evidence` is what it was read
    from, in words for people ("meta article:published_time", "the line 'Tue, 21-Oct-2025'"). `weight` says how far such
    a place is to be trusted before the text is asked (0 to 1, measured on the date benchmark). `updated` marks the date
    of the last change.
    """

    value: str
    basis: PublishedBasis
    evidence: str
    weight: float = 0.5
    updated: bool = False


def choose_date(candidates: Sequence[DateCandidate], text: str) -> DateCandidate | None:
    """Return the candidate that is best defended, or None. `text` is the report's body, asked for contradictions."""
    published = [each for each in candidates if not each.updated] or list(candidates)
    return max(published, key=lambda each: each.weight, default=None)
