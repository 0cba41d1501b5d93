"""What the clock of a game shows: so much is left to play."""

from __future__ import annotations

import re

from variorum.collate.points import Wording
from variorum.lang.tables import load_words

_CLOCK = re.compile(r"(\d{0,2}):(\d\d)$")
# Words behind a clock that tell that so much was left: "13:41 still to play".
_NEAR = 4


def seconds_at(wording: Wording, index: int) -> int | None:
    """Return the seconds that a clock shows: 793 of "13:13"; None for a word that is no clock."""
    found = _CLOCK.match(wording.word(index))
    return int(found[1] or 0) * 60 + int(found[2]) if found is not None else None


def is_clock_of_game(wording: Wording, index: int) -> bool:
    """Return whether a word is a clock that tells how much is left to play."""
    left = wording.lemma[index + 1 : index + 1 + _NEAR]
    return seconds_at(wording, index) is not None and not load_words("en", "plays", "left").isdisjoint(left)
