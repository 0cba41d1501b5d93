"""Whether a text is a report of these days or tells of times long past."""

from __future__ import annotations

import re

_YEAR = re.compile(r"(?<![\d.,$€£:/-])(?:1[0-9]|20)\d\d(?![\d.,:%-]*\d|\s?(?:%|percent|people))")
_TODAY = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|(?:last|this|next) (?:week|month|year|night)|now|recently|currently"
    r"|(?:on|last|next|late|early) (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_FAR = 2  # years before publication that a report of these days seldom goes back
_LEAST = 3


def is_narrative(text: str, published_year: int | None) -> bool:
    """Whether `text` tells of years long past: it opens with one, and names them more often than it points to today.

    Such texts (histories, obituaries, chronologies) go on from the date told last: "In March" is the March of that
    year. A text without a date of publication is one if it names years and never points to today.
    """
    years = list(_YEAR.finditer(text))
    far = [match for match in years if published_year is None or int(match[0]) < published_year - _FAR]
    if len(far) < _LEAST or 2 * len(far) < len(years):
        return False
    pointing = [match.start() for match in _TODAY.finditer(text)]
    if published_year is None:
        return not pointing
    return far[0].start() < min(pointing, default=len(text)) and len(far) > 2 * len(pointing)
