"""Where a sentence tells the score of a game."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.collate.differences import Unit
from variorum.collate.points import Wording

_NUMBER = re.compile(r"\d{1,3}$")
_SCORE = re.compile(r"\d ?[-‐‑–—] ?\d")
_DASHES = frozenset("-‐‑–—")
# Bouts, games of a season and most scores are fewer than this; "1914-18" is none.
_MOST = 99


def find_scores_in(wording: Wording) -> Iterator[Unit]:
    """Yield numbers with hyphens between them: "9-5", "45-1-2"."""
    index = 0 if _SCORE.search(wording.text) else len(wording)
    while index + 2 < len(wording):
        end = index
        while _NUMBER.match(wording.word(end)) and end + 2 < len(wording) and wording.word(end + 1) in _DASHES:
            end += 2
        if end > index and _NUMBER.match(wording.word(end)):
            if all(int(wording.word(i)) <= _MOST for i in range(index, end + 1, 2)):
                yield Unit(index, end + 1, None)
            index = end
        index += 1
