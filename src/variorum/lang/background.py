"""How rare a word is in the languages at large, apart from any archive of reports.

`background.txt` has a line for each tenth of a nat: `rarity word word …`, where rarity is minus the logarithm of the
share of texts of 200 words that hold the word. Made by `training/group/make_background.py`.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

RAREST = 9.0  # a word that the table lacks: a name, mostly. As rare as one text in 8,000.
_DIGITS = re.compile(r"\D")
_NUMBER_RARITY = (1.0, 1.0, 2.5, 4.5)  # by digits: "2", "12", "350"; a year is about as common as "12"


@cache
def load_rarities() -> dict[str, float]:
    """Return the rarity of each word of the table, in nats. The same object each time: do not change it."""
    source = resources.files(__package__).joinpath("background.txt")
    rarities = {}
    for line in source.read_text(encoding="utf-8").splitlines():
        rarity, *words = line.split(" ")
        rarities.update(dict.fromkeys(words, float(rarity)))
    return rarities


def rarity(folded: str) -> float:
    """Return how rare a folded word is: 0 (in every text) to RAREST."""
    if folded[:1].isdigit():
        digits = len(_DIGITS.sub("", folded))
        if digits == 4 and folded[:2] in ("19", "20"):
            return 3.0
        return _NUMBER_RARITY[digits] if digits < 4 else 7.0
    return load_rarities().get(folded, RAREST)
