"""Figures that differ and can both be right, since they are of two scopes: another span of time, a sum with its debt.

Rules of `kinds.py`; each gives a variant.
"""

from __future__ import annotations

import re
from collections.abc import Set

from variorum.collate.findings.deciding.cases import Case, Kind, is_tally
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

# Sentences that share less than this beside two amounts need not be about the same deal or moment.
_IN_PASSING = 0.2
_AMOUNTS = frozenset({"money", "percent"})
_PERIOD = re.compile(r"^(\d{4}(-(Q[1-4]|H[12]|\d\d))?|XXXX-(Q[1-4]|H[12]|\d\d))$")


def of_two_periods(case: Case) -> Kind | None:
    """Figures that are told of a year and of a quarter, or of two years.

    A count may be of a month and of its year: "killed 12 in May 2013", "killed 14 in 2013".
    """
    best = case.best
    values = (best.left.unit.value, best.right.unit.value)
    # How long one thing lasted is no figure of a year, whatever years its sentences name.
    lasting = any(value is not None and value.kind == "duration" for value in values)
    if best.aspect != "figure" or lasting:
        return None
    left, right = (_periods(case, side) for side in (best.left, best.right))
    counts = all(is_tally(side) for side in (best.left, best.right))
    if not left or not right or any(_may_be_one(one, other, counts) for one in left for other in right):
        return None
    return Kind("variant", "the figures are for different spans of time")


def _may_be_one(one: str, other: str, counts: bool) -> bool:
    """Whether two periods can be one, as far as their years are known; of `counts` also a month and its year."""
    (year, _, span), (year_other, _, span_other) = one.partition("-"), other.partition("-")
    if year != year_other and "XXXX" not in (year, year_other):
        return False
    return span == span_other or (counts and "" in (span, span_other) and (span + span_other).isdigit())


def _periods(case: Case, side: Side) -> set[str]:
    """The years, halves, quarters and months that a side's sentence names, as TIMEX3 values.

    Of "the last quarter of 2025" only the quarter.
    """
    times = (value.time for value in case.wording_of(side).values)
    named = {time.value for time in times if time is not None and _PERIOD.match(time.value)}
    return {each for each in named if not any(other.startswith(f"{each}-") for other in named)}


def in_addition(case: Case) -> Kind | None:
    """A figure that was added to the other or is a further one ("an additional 2.5 million")."""
    best = case.best
    added = load_words("en", "tallies", "words", "added") - {"more"}
    if best.aspect != "figure":
        return None
    told = [_is_added(case.wording_of(side), side, added) for side in (best.left, best.right)]
    # Two reports that state how many more came tell of one reinforcement.
    if not any(told) or (all(told) and best.stated):
        return None
    return Kind("variant", "one of the figures is what came in addition to others")


def _is_added(wording: Wording, side: Side, added: Set[str]) -> bool:
    before, after = (
        range(max(0, side.unit.first - 2), side.unit.first),
        wording.lemma[side.unit.end : side.unit.end + 2],
    )
    return any(wording.lemma[i] in added for i in before) or (after[:1] == ["more"] and after[1:] != ["than"])


def of_two_scopes(case: Case) -> Kind | None:
    """Sums of which one is told to hold or to leave out something that the other sentence does not name.

    "$149 billion including debt" and "$130 billion"; not "with its debt, the deal is worth $146 billion".
    """
    best = case.best
    sides = (best.left, best.right)
    scopes = [_scope_of(case.wording_of(side), side) for side in sides]
    if best.aspect != "figure" or (scopes[0] is None) == (scopes[1] is None):
        return None
    scoped, partner = (scopes[0], sides[1]) if scopes[0] is not None else (scopes[1], sides[0])
    if scoped and scoped <= set(case.wording_of(partner).key):
        return None
    return Kind("variant", "one of the sums is told to hold or to leave out something")


def _scope_of(wording: Wording, side: Side) -> frozenset[str] | None:
    """What a sum is told right behind it to hold or to leave out; None where it is told nothing of the kind."""
    value = side.unit.value
    if value is None or value.quantity is None or value.quantity.kind != "money":
        return None
    scoping = load_words("en", "apart", "words", "scoping")
    behind = (i for i in range(value.end, min(value.end + 2, len(wording))) if wording.lemma[i] in scoping)
    index = next(behind, None)
    return (
        None if index is None else frozenset(wording.key[i] for i in wording.children[index] if wording.is_content[i])
    )


def both_at_least(case: Case) -> Kind | None:
    """Two counts that are both given as the least ("at least 21", "at least 30"): both can hold.

    Not so those of one thing long past, which nobody counts any more: "killed more than 20,000 in 2003".
    """
    stated = any(pair.stated for pair in case.pairs)
    if stated and _periods(case, case.best.left) & _periods(case, case.best.right):
        return None
    values = (side.unit.value for side in (case.best.left, case.best.right))
    quantities = [value.quantity if value is not None else None for value in values]
    if any(each is None or not each.is_least for each in quantities):
        return None
    return Kind("variant", "both figures are given as the least, and the higher one holds the lower")


def told_in_passing(case: Case) -> Kind | None:
    """Sums and shares in sentences that agree on hardly anything else: scope or moment may explain them."""
    best = case.best
    amounts = [side.unit.value.quantity for side in (best.left, best.right) if side.unit.value is not None]
    # What both state of one thing is of it, whatever else they tell.
    if (
        best.stated
        or best.shared >= _IN_PASSING
        or not all(each is not None and each.kind in _AMOUNTS for each in amounts)
    ):
        return None
    return Kind("variant", "the sentences agree on little else, so that scope or moment may explain the amounts")
