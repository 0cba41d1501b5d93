"""Figures of two polls, forecasts or offers, and counts that run on; figures of one of these stay a difference."""

import pytest
from tests.collate.findings.pairing import is_explained, kind_told

TWO = [
    (
        "A poll by Norvik Research found that 62 percent of voters want a new bridge.",
        "An opinion poll published by the Harbour Post on Sunday said 83 percent of voters want a new bridge.",
        "62 percent",
        "83 percent",
    ),
    (
        "Analysts polled by Norvik Research predict earnings of $3.73 per share.",
        "The company forecast earnings of $3.93 per share.",
        "$3.73",
        "$3.93",
    ),
    (
        "The union thinks Acme will sell nine million phones this year.",
        "The bank forecasts that Acme will sell 29 million phones this year.",
        "nine million",
        "29 million",
    ),
    (
        "Acme raised its offer for Zenit from $160 million to $184 million.",
        "Acme has made an offer of $184 million for Zenit.",
        "$160 million",
        "$184 million",
    ),
    (
        "In a poll released on Sunday, 62 percent of respondents said the strike was inexcusable.",
        "A poll published by the Harbour Post on Sunday said 83 percent of voters were unhappy with the mayor.",
        "62 percent",
        "83 percent",
    ),
]

ONE = [
    (
        "The police think nine people were hurt in the storm.",
        "The mayor believes 29 people were hurt in the storm.",
        "nine",
        "29",
    ),
    (
        "In a poll released on Sunday, 62 percent of voters were unhappy with the mayor.",
        "A poll published by the Harbour Post on Sunday said 83 percent of voters were unhappy with the mayor.",
        "62 percent",
        "83 percent",
    ),
    (
        "A poll by Norvik Research found that 62 percent of voters want a new bridge.",
        "A Norvik Research poll found that 66 percent of voters want a new bridge.",
        "62 percent",
        "66 percent",
    ),
    (
        "In the exit poll the Greens stood at 12 percent and celebrated.",
        "The exit survey put the Greens at 9 percent.",
        "12 percent",
        "9 percent",
    ),
    (
        "The company forecast earnings of $3.73 per share.",
        "The firm predicted earnings of $3.93 per share.",
        "$3.73",
        "$3.93",
    ),
    (
        "Acme raised its offer for Zenit from $160 million to $184 million.",
        "Acme has made an offer of $250 million for Zenit.",
        "$184 million",
        "$250 million",
    ),
]

KINDS = [
    (
        "By 9:45 p.m. the hoax was shared 130,000 times.",
        "As of 11 p.m. the hoax had over 159,000 shares.",
        "130,000",
        "159,000",
        "update",
    ),
    (
        ("2014-12-28", "As of 11 p.m. the hoax had over 159,000 shares."),
        ("", "By 9:45 p.m. on Sunday night the hoax was shared 130,000 times."),
        "159,000",
        "130,000",
        "update",
    ),
    (
        "As of 11 p.m. the hoax had 130,000 shares.",
        "By 9:45 p.m. the hoax was shared 159,000 times.",
        "130,000",
        "159,000",
        "conflict",
    ),
    (
        "At least 6,000 sites had been infected and the number is growing.",
        "The firm found about 10,000 sites that have been infected.",
        "6,000",
        "10,000",
        "variant",
    ),
    (
        ("2026-03-11T08:00:00Z", "So far 6,000 people have signed the letter."),
        ("2026-03-11T18:00:00Z", "About 7,500 people signed the letter."),
        "6,000",
        "7,500",
        "update",
    ),
    (
        ("", "So far 6,000 people have signed the letter."),
        ("", "About 7,500 people signed the letter."),
        "6,000",
        "7,500",
        "update",
    ),
    ("About 6,000 people signed the letter.", "About 7,500 people signed the letter.", "6,000", "7,500", "conflict"),
    ("So far the hall has 600 seats.", "The hall has 750 seats.", "600", "750", "conflict"),
    (
        "Acme's initial offer was worth $103 million.",
        "Acme's sweetened offer is worth $121 million.",
        "$103 million",
        "$121 million",
        "update",
    ),
    (
        "Acme's initial offer was worth $103 million.",
        "Acme's first offer was worth $121 million.",
        "$103 million",
        "$121 million",
        "conflict",
    ),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), TWO)
def test_figures_of_two_judges_are_explained(one, other, left, right):
    assert is_explained(one, other, left, right)
    assert is_explained(other, one, right, left)


@pytest.mark.parametrize(("one", "other", "left", "right"), ONE)
def test_figures_of_one_judge_stay_a_difference(one, other, left, right):
    assert not is_explained(one, other, left, right)
    assert not is_explained(other, one, right, left)


@pytest.mark.parametrize(("one", "other", "left", "right", "kind"), KINDS)
def test_a_count_that_runs_on_and_a_later_offer_are_no_conflict(one, other, left, right, kind):
    assert kind_told(one, other, left, right) == kind
    assert kind_told(other, one, right, left) == kind


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        (
            "The margin of sampling error is plus or minus 3 percentage points.",
            "The margin of error is plus or minus 4.5 percentage points for registered voters.",
            "3 percentage points",
            "4.5 percentage points",
        ),
        (
            "The poll surveyed 552 voters by telephone.",
            "A poll of 1,704 adults shows her ahead in the harbour towns.",
            "552",
            "1,704",
        ),
    ],
)
def test_figures_of_polls_are_of_two_unless_one_body_is_named(one, other, left, right):
    assert is_explained(one, other, left, right)


def test_one_body_has_one_poll():
    one = "The poll of the Norvik Institute surveyed 552 voters."
    other = "The Norvik Institute asked 1,704 voters for its poll."
    assert not is_explained(one, other, "552", "1,704")
