"""Equal values that are told of two things: each of a person, a body or a row of its own."""

from __future__ import annotations

import msgspec

from variorum.collate.align import Alignment
from variorum.collate.differences import measure
from variorum.collate.findings.explained.amounts.apart import of_two_givers, of_two_orders
from variorum.collate.findings.explained.amounts.listed import of_two_ages_listed
from variorum.collate.findings.explained.amounts.whose import BEARER_RULES
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.judged.evidence import aspect_of, compare_values
from variorum.collate.findings.pairs import Pair, Side
from variorum.collate.points import Weights

_RULES = (of_two_givers, of_two_orders, of_two_ages_listed, *BEARER_RULES)


def set_side_by_side(setting: Setting, weights: Weights, one: Side, other: Side) -> Pair:
    """Return two values as a pair, wherever they stand."""
    left, right = setting.wordings[one.wording], setting.wordings[other.wording]
    difference = measure(Alignment(left, right, weights), one.unit, other.unit)
    shared = difference.alignment.shared_without(one.unit.range, other.unit.range)
    return Pair(
        one,
        other,
        aspect_of(difference),
        compare_values(difference),
        min(shared.left, shared.right),
        shared.weight,
        difference=difference,
        apart=True,
    )


def are_of_two(setting: Setting, pair: Pair) -> bool:
    """Return whether the values of a pair are each of a person, a body or a row of its own."""
    sure = msgspec.structs.replace(pair, sure=1.0)
    return any(rule(setting, sure) for rule in _RULES)
