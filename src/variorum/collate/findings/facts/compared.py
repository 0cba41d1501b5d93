"""How the typed values of two facts compare."""

from __future__ import annotations

from typing import NamedTuple

from variorum.collate.compare.verdict import Verdict
from variorum.collate.findings.facts.fact import Stated
from variorum.collate.findings.judged.evidence import compare_units
from variorum.collate.points import Wording


class _Both(NamedTuple):
    """Two wordings, not aligned."""

    left: Wording
    right: Wording


def compare_stated(one: Stated, other: Stated) -> Verdict | None:
    """Return the verdict on the values of two facts; None where one is untyped or they are of two types."""
    return compare_units(_Both(one.wording, other.wording), one.fact.side.unit, other.fact.side.unit)


def differ(one: Stated, other: Stated) -> bool:
    """Return whether the values of two facts cannot both be right, by themselves."""
    verdict = compare_stated(one, other)
    return verdict is not None and verdict.outcome == "differs"
