"""Counts that grow between the reports, and the one that a later report gives lower."""

import pytest
from tests.collate.build import storyline_of
from tests.collate.findings.pairing import kind_told

from variorum.collate.findings.find import find_findings

EARLY, LATE = "2026-05-10T20:00:00Z", "2026-05-11T08:00:00Z"
SHARE = "Karin Berg had 48.9 percent of the vote at 10 p.m. on Sunday."
FINAL = "Karin Berg won 49.6 percent of the vote on Sunday, the office said."


@pytest.mark.parametrize(
    ("early", "late", "figures", "kind"),
    [
        (SHARE, FINAL, ("48.9 percent", "49.6 percent"), "update"),
        (
            "Berg led by 310 votes with 31 of 88 districts counted.",
            "Berg won by 1,204 votes on Sunday.",
            ("310", "1,204"),
            "update",
        ),
        # A result is no count that goes on, nor is a vote at an hour.
        (FINAL, FINAL.replace("49.6", "49.1"), ("49.6 percent", "49.1 percent"), "conflict"),
        (
            "Berg led by 310 votes after the last of 88 districts had been counted.",
            "Berg won by 1,204 votes on Sunday.",
            ("310", "1,204"),
            "conflict",
        ),
        (
            "The council passed the plan by 21 votes at 10 p.m. on Sunday.",
            "The council passed the plan by 23 votes on Sunday.",
            ("21", "23"),
            "conflict",
        ),
    ],
)
def test_votes_told_while_they_are_counted_are_updated(early, late, figures, kind):
    assert kind_told((EARLY, early), (LATE, late), *figures) == kind


def test_what_a_later_report_gives_before_an_earlier_one_is_no_update():
    assert kind_told((LATE, SHARE), (EARLY, FINAL), "48.9 percent", "49.6 percent") == "conflict"


LED = "Nadia Berg led the race for mayor of Tern by {} votes on Sunday night with {} of 88 districts counted."
WON = "Nadia Berg won the race for mayor of Tern by {} votes on Sunday."


@pytest.mark.parametrize(("last", "fell"), [("2026-05-14", True), ("2026-05-11", False)])
def test_a_count_that_is_lower_a_day_later_is_a_conflict_beside_the_update(last, fell):
    found = find_findings(
        storyline_of(
            ("2026-05-10", LED.format(310, 31)),
            ("2026-05-11", LED.format(740, 62)),
            ("2026-05-11", WON.format("1,240")),
            (last, WON.format("1,204")),
        )
    )
    told = {(each.kind, frozenset(r.value for r in each.readings)) for each in found if each.aspect == "figure"}
    assert (("conflict", frozenset({1240.0, 1204.0})) in told) is fell
    assert any(kind == "update" and 310.0 in values for kind, values in told)


def test_less_than_the_least_of_a_day_before_is_a_conflict():
    told = "Thieves have stolen {} card numbers of the customers of Tern Bank, the bank said."
    days, counts = ("2026-05-10", "2026-05-12", "2026-05-18"), ("more than 200,000", "100,000", "209,000")
    found = find_findings(storyline_of(*((day, told.format(count)) for day, count in zip(days, counts, strict=True))))
    values = [(each.kind, {reading.value for reading in each.readings}) for each in found if each.aspect == "figure"]
    assert ("conflict", {200_000.0, 100_000.0}) in values


def test_a_report_without_a_day_does_not_hide_that_a_tally_rose():
    told = "Customers of Tern Bank lost their savings in the theft: {} of them, the bank said."
    days, counts = ("2026-05-10", "2026-05-14", ""), ("1,200", "1,900", "2,400")
    found = find_findings(storyline_of(*((day, told.format(count)) for day, count in zip(days, counts, strict=True))))
    assert [each.kind for each in found if each.aspect == "figure"] == ["update"]
