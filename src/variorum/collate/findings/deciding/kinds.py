"""Conflict, update or variant: time and scope decide between them (CONTRACT: the kinds of finding).

A table of named rules, tried in order; each gives a kind with its reason, or None. What no rule explains is a conflict.
"""

from __future__ import annotations

from collections.abc import Callable

from variorum.collate.findings.deciding.cases import Case, Kind
from variorum.collate.findings.deciding.changes import (
    came_to_pass,
    days_apart,
    judged_anew,
    lasted_longer,
    moved_in_trading,
    of_two_days,
    of_two_happenings,
    offered_anew,
    put_forward_anew,
    put_off,
    told_by_one_report,
)
from variorum.collate.findings.deciding.growth import counted_on, grew_with_time, ran_on
from variorum.collate.findings.deciding.scopes import (
    both_at_least,
    in_addition,
    of_two_periods,
    of_two_scopes,
    told_in_passing,
)

RULES: tuple[Callable[[Case], Kind | None], ...] = (
    of_two_happenings,
    told_by_one_report,
    of_two_periods,
    in_addition,
    put_forward_anew,
    put_off,
    of_two_scopes,
    moved_in_trading,
    judged_anew,
    offered_anew,
    of_two_days,
    lasted_longer,
    counted_on,
    grew_with_time,
    ran_on,
    came_to_pass,
    days_apart,
    both_at_least,
    told_in_passing,
)


def kind_of(case: Case) -> Kind:
    """Return what kind of disagreement a point is, and why."""
    for rule in RULES:
        found = rule(case)
        if found is not None:
            return found
    verdict = case.best.verdict
    return Kind("conflict", verdict.reason if verdict else "the words exclude each other")
