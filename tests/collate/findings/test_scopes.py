"""Figures that differ and can both be right: spans of time, sums with their debt, additions, lower bounds."""

import pytest
from tests.collate.build import storyline_of
from tests.collate.findings.pairing import kind_told

from variorum.collate.findings.find import find_findings


@pytest.mark.parametrize(("debt", "kind"), [(" including debt", "variant"), ("", "conflict")])
def test_a_sum_that_holds_more_is_a_variant(debt, kind):
    one = f"Acme offered $149 billion{debt} for the chip maker on Monday."
    other = "Acme offered $121 billion for the chip maker on Monday."
    found = find_findings(storyline_of(one, other))
    assert [each.kind for each in found if each.aspect == "figure"] == [kind]


@pytest.mark.parametrize(
    ("one", "other", "left", "right", "kind"),
    [
        (
            "Acme sold 40,000 boats in 2024, the firm said.",
            "Acme sold 52,000 boats in 2025, the firm said.",
            "40,000",
            "52,000",
            "variant",
        ),
        (
            "Acme sold 40,000 boats in 2025, the firm said.",
            "Acme sold 52,000 boats in 2025, the firm said.",
            "40,000",
            "52,000",
            "conflict",
        ),
        # Quarters without their year; a month that its year holds.
        (
            ("", "For the first quarter Acme expects to sell 10 million boats."),
            ("", "For the December quarter Acme expects to sell 21 million boats."),
            "10 million",
            "21 million",
            "variant",
        ),
        (
            ("", "For the first quarter Acme expects to sell 10 million boats."),
            ("", "Acme expects to sell 21 million boats in the first quarter of 2015."),
            "10 million",
            "21 million",
            "conflict",
        ),
        (
            "A quake in the town of Kolm killed 26,000 people in December 2003.",
            "A quake killed 31,000 people in the town of Kolm in 2003.",
            "26,000",
            "31,000",
            "conflict",
        ),
        (
            "The breach hit 143 million customers of Acme.",
            "The breach hit an additional 2.5 million customers of Acme.",
            "143 million",
            "2.5 million",
            "variant",
        ),
        (
            "At least 21 passengers of the ferry were hurt.",
            "At least 30 passengers of the ferry were hurt.",
            "At least 21",
            "At least 30",
            "variant",
        ),
        # How long one thing lasted is of no year; two sums with their debt are of one scope.
        (
            "After a quarter-century of pretence he admitted his ruse in April 2003.",
            "It was not until 2005, after three decades of pretence, that he admitted it.",
            "a quarter-century",
            "three decades",
            "conflict",
        ),
        (
            "The deal, which amounts to $148.9 billion including debt that Acme would assume, would be the largest.",
            "With Acme's debt included, the deal would be worth some $146 billion.",
            "$148.9 billion",
            "$146 billion",
            "conflict",
        ),
        (
            "Exactly 21 passengers of the ferry were hurt.",
            "At least 30 passengers of the ferry were hurt.",
            "21",
            "At least 30",
            "conflict",
        ),
    ],
)
def test_what_can_both_be_right_is_a_variant(one, other, left, right, kind):
    assert kind_told(one, other, left, right) == kind
    assert kind_told(other, one, right, left) == kind


@pytest.mark.parametrize(("when", "kind"), [("in 2003", "conflict"), ("this morning", "variant")])
def test_two_least_counts_of_what_is_long_past_exclude_each_other(when, kind):
    one = f"A quake that shook the old town of Kolm killed more than 26,000 people {when}."
    other = f"The quake in Kolm {when} left more than 31,000 people dead."
    found = find_findings(storyline_of(one, other))
    assert kind in [each.kind for each in found if each.aspect == "figure"]
    assert {each.kind for each in found if each.aspect == "figure"} <= {kind, "agreement", "single"}
