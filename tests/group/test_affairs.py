"""Storylines over weeks: what belongs to an affair is in it, and what only shares its actors or its town stays out."""

from itertools import combinations

import msgspec
import pytest
from tests.group.affairs import affair_reports, told_affairs

from variorum.group.grouping import group_reports


def count_pairs(found, told):
    """The pairs put together rightly, wrongly, and those missed."""
    right = wrong = missed = 0
    for a, b in combinations(sorted(told), 2):
        is_one, is_put = told[a] == told[b], found[a] == found[b]
        right += is_one and is_put
        wrong += is_put and not is_one
        missed += is_one and not is_put
    return right, wrong, missed


@pytest.mark.parametrize("dated", [True, False])
def test_storylines_hold_affairs_and_few_neighbours(dated):
    reports = affair_reports()
    if not dated:
        reports = [msgspec.structs.replace(report, published=None) for report in reports]
    found = {grouping.id: grouping.storyline for grouping in group_reports(reports)}
    right, wrong, missed = count_pairs(found, told_affairs())
    assert right / (right + missed) >= 0.95
    assert right / (right + wrong) >= 0.8


def test_stories_of_two_days_are_whole():
    found = {grouping.id: grouping.story for grouping in group_reports(affair_reports())}
    for a, b in combinations(sorted(found), 2):
        if a[:-3] == b[:-3]:
            assert found[a] == found[b]


def test_dated_reports_are_not_held_together_by_undated_ones():
    # Two undated reports of one happening are near to each of two others of the same actor, months apart.
    varga = [report for report in affair_reports() if "Varga" in report.text]
    undated = [msgspec.structs.replace(report, published=None) for report in varga[:2]]
    found = {grouping.id: grouping.story for grouping in group_reports([*undated, *varga[2:]])}
    assert found["duties-02"] != found["ilka-04"]
