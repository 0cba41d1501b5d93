"""Which equal values of sentences laid side by side are agreements worth telling, brought together into points.

Two sentences have many names in common: the rarest of those of places and bodies stands for all. Persons are told with
the role that reports give them (`bearers.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from variorum.collate.findings.pairs import Pair, gather_points, is_telling, join_amounts, rarity
from variorum.collate.points import Weights, Wording


def gather_agreements(pairs: Iterable[Pair], wordings: Sequence[Wording], weights: Weights) -> Iterator[list[Pair]]:
    """Yield groups of the `pairs` that surely are of one point told alike: figures, dates, names, then places.

    Within a group those come first whose sentences have most in common.
    """
    ranked = sorted(pairs, key=lambda pair: (-pair.shared, pair.left.place, pair.right.place))
    telling = [pair for pair in ranked if is_telling(pair, wordings, weights)]
    rarest = _rarest_names(telling, wordings, weights)
    for aspect in ("figure", "date", "name", "place"):
        mine = [pair for pair in (telling if aspect in ("figure", "date") else rarest) if pair.aspect == aspect]
        yield from join_amounts(gather_points(mine, wordings))


def _rarest_names(pairs: Sequence[Pair], wordings: Sequence[Wording], weights: Weights) -> list[Pair]:
    """The rarest name or place, of persons none, that each two sentences share; in the order of `pairs`."""
    best: dict[tuple[int, int], tuple[float, Pair]] = {}
    for pair in pairs:
        if pair.aspect in ("name", "place") and not _is_person(pair):
            sentences = (pair.left.wording, pair.right.wording)
            # Of two names as rare the longer one.
            rare = rarity(pair, wordings, weights) + len(pair.left.unit.range) / 100
            if sentences not in best or rare > best[sentences][0]:
                best[sentences] = (rare, pair)
    kept = {id(pair) for _, pair in best.values()}
    return [pair for pair in pairs if id(pair) in kept]


def _is_person(pair: Pair) -> bool:
    """Whether a pair is of persons' names."""
    value = pair.left.unit.value
    return value is not None and value.mention is not None and value.mention.type == "PERSON"
