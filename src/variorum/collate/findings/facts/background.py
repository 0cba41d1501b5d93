"""The year of a story, and which sentences tell of a time long before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from variorum.collate.findings.deciding.moments import last_day
from variorum.collate.points import Wording

_YEAR = 4
_RECENT = timedelta(days=90)


def year_of(wordings: Sequence[Wording]) -> str:
    """Return the year that the sentences name most often, empty where they name none: what is older is background."""
    years = Counter(
        value.time.value[:_YEAR]
        for wording in wordings
        for value in wording.values
        if value.time is not None and value.time.value[:_YEAR].isdigit()
    )
    return max(years, key=lambda year: (years[year], year), default="")


def is_background(wording: Wording, year: str) -> bool:
    """Return whether a sentence names a time long before the year of the story."""
    for value in wording.values:
        told = value.time.value if value.time is not None else ""
        day = last_day(told)
        if day is None or not year or told[:_YEAR] >= year:
            continue
        if len(told) == _YEAR or date(int(year), 1, 1) - day > _RECENT:
            return True
    return False
