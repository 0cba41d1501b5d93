"""How alike sentences run around two stretches."""

from __future__ import annotations

from variorum.collate.findings.pairs import Pair

# Linked words on either side of two stretches that make their place the same beyond doubt.
TIGHT = 2
# Words are taken for one place of two sentences by the network alone where it is as sure as this.
SURE_ALONE = 0.8
# Where the judge is this sure of two datings, other verbs around them tell nothing against it: "broke out", "began".
SURE_OF_ACT = 0.6
# Sentences that share less of their weight than this tell two things: two sayings, two counts, two happenings.
ONE_SAYING = 0.5


def is_tight(pair: Pair) -> bool:
    """Return whether sentences run alike on both sides of a pair."""
    return pair.difference is not None and min(pair.difference.before, pair.difference.after) >= TIGHT
