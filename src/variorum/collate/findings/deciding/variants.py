"""Variants: amounts of the same thing for the same name, which scope or moment may explain.

An amount belongs to the name that its sentence gives last before it, and to the nouns that it measures. Amounts of
different reports that share both, are of one kind and unit, and do not agree, stand side by side; not so where one of
the reports gives both: it tells two things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from variorum.collate.compare.figures import compare_figures
from variorum.collate.differences import unit_of
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.model.span import ReportId

# Kind, unit and value of an amount.
_Amount = tuple[str, str | None, float | None]
_KINDS = frozenset({"money", "percent"})
_STEPS = 3
# A name and noun that more amounts share than this tell no longer which of them belong together.
_MOST = 12


def find_variants(wordings: Sequence[Wording]) -> list[list[Side]]:
    """Return pairs of amounts that differ for one name and noun, in order of place, each pair once."""
    told: dict[tuple[str, str, str, str | None], list[Side]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        for value in wording.values:
            quantity = value.quantity
            if quantity is None or quantity.kind not in _KINDS or quantity.value is None:
                continue
            name = _name_before(wording, value)
            for noun in _measured(wording, value) if name is not None else ():
                side = Side(number, unit_of(value))
                told[(name or "", noun, quantity.kind, quantity.unit)].append(side)
    amounts = _amounts_by_report(wordings)
    found: dict[tuple[tuple[int, int, int], tuple[int, int, int]], list[Side]] = {}
    for sides in told.values():
        for place, one in enumerate(sides if len(sides) <= _MOST else ()):
            for other in sides[place + 1 :]:
                both = (one, other), (other, one)
                told_by_one = any(_is_given_too(wordings, amounts, given, side) for given, side in both)
                if not told_by_one and _stand_side_by_side(wordings, one, other):
                    found[(one.place, other.place)] = [one, other]
    return [found[key] for key in sorted(found)]


def _amounts_by_report(wordings: Sequence[Wording]) -> Mapping[ReportId, Set[_Amount]]:
    found: dict[ReportId, set[_Amount]] = defaultdict(set)
    for wording in wordings:
        told = {_amount(value) for value in wording.values if value.quantity is not None}
        for report in wording.reports:
            found[report] |= told
    return found


def _amount(value: Value | None) -> _Amount:
    quantity = value.quantity if value is not None else None
    return (quantity.kind, quantity.unit, quantity.value) if quantity is not None else ("", None, None)


def _is_given_too(
    wordings: Sequence[Wording], amounts: Mapping[ReportId, Set[_Amount]], given: Side, side: Side
) -> bool:
    """Whether a report that gives one amount gives the other one as well."""
    return any(_amount(given.unit.value) in amounts[report] for report in wordings[side.wording].reports)


def _stand_side_by_side(wordings: Sequence[Wording], one: Side, other: Side) -> bool:
    left, right = one.unit.value, other.unit.value
    if left is None or right is None or left.quantity is None or right.quantity is None:
        return False
    apart = not wordings[one.wording].reports & wordings[other.wording].reports
    return apart and compare_figures(left.quantity, right.quantity).outcome == "differs"


def _name_before(wording: Wording, value: Value) -> str | None:
    """The key of the last word of the name that stands nearest before an amount."""
    names = [each for each in wording.values if each.mention is not None and each.end <= value.first]
    return wording.key[names[-1].end - 1] if names else None


def _measured(wording: Wording, value: Value) -> Iterator[str]:
    """The nouns that an amount measures: below it through prepositions, or the noun that it hangs on."""
    inside = range(value.first, value.end)
    level, found = list(inside), set()
    for _ in range(_STEPS):
        level = [child for index in level for child in wording.children[index] if child not in inside]
        found.update(level)
    found.update(wording.head[i] for i in inside if wording.head[i] not in inside)
    yield from sorted({wording.key[i] for i in found if wording.pos[i] == "NOUN" and wording.is_content[i]})
