"""What a report tells itself: a copy tells what its original does not print, and is no witness of the rest."""

from __future__ import annotations

from variorum.collate.findings.written.spots import Spot
from variorum.collate.storyline import Storyline


def is_own(storyline: Storyline, spot: Spot) -> bool:
    """Return whether a place stands in a report of its own, or in a sentence of a copy that its original lacks."""
    root, tree = storyline.roots[spot.report], storyline.trees[spot.report]
    if root == spot.report:
        return True
    number = tree.sentence_of(spot.start) if tree is not None else None
    if tree is None or number is None:
        return False
    return storyline.words(spot.report, tree.sentences[number]) not in storyline.by_id[root].text
