"""Figures and places of two candidates, of two groups of those asked, of two seats."""

import pytest
from tests.collate.findings.pairing import is_explained

DAY = "2026-03-02"


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        (
            "Karin Berg must win 53 percent of the open seats. Peter Dahl is behind.",
            "Peter Dahl must win 58 percent of the open seats. Karin Berg leads.",
            "53 percent",
            "58 percent",
        ),
        (
            "Of registered voters 52 percent would consider the plan.",
            "The plan troubles 31 percent of young voters in the poll.",
            "52 percent",
            "31 percent",
        ),
        (
            "In the survey, 44 percent of Democrats back the senator.",
            "A survey puts the senator at 49 percent among likely voters.",
            "44 percent",
            "49 percent",
        ),
        (
            "Among likely voters Berg leads in the poll by 20 percent.",
            "Among likely voters, the poll found, 40 percent trust Dahl.",
            "20 percent",
            "40 percent",
        ),
        (
            "The survey finds Berg with a lead over Dahl, 46 percent to 44 percent, among likely voters.",
            "Among Democrats alone, Berg leads Dahl in the poll 49 percent to 41 percent, the paper said.",
            "44 percent",
            "41 percent",
        ),
        (
            "Karin Berg, a lawyer, won 49.6 percent of the vote against 48.2 percent for Peter Dahl, the mayor.",
            "Karin Berg had 48.9 percent of the vote at 10 p.m. and Peter Dahl of the Harbour Party 47.1 percent.",
            "48.2 percent",
            "48.9 percent",
        ),
        (
            "Karin Berg, a lawyer, won 49.6 percent of the vote against 48.2 percent for Peter Dahl, the mayor.",
            "Karin Berg had 48.9 percent of the vote at 10 p.m. and Peter Dahl of the Harbour Party 47.1 percent.",
            "49.6 percent",
            "47.1 percent",
        ),
        (
            "They asked whether the Florida senator had the nerve.",
            "In second place for now stands the senator from Texas.",
            "Florida",
            "Texas",
        ),
    ],
)
def test_two_of_a_contest_are_counted_apart(one, other, left, right):
    assert is_explained((DAY, one), (DAY, other), left, right, shared=0.2)


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        (
            "Karin Berg must win 53 percent of the open seats.",
            "Berg must win 58 percent of the open seats.",
            "53 percent",
            "58 percent",
        ),
        (
            "In the poll, 44 percent of likely voters trust Berg.",
            "Berg is trusted by 49 percent of likely voters, the poll found.",
            "44 percent",
            "49 percent",
        ),
        (
            "The senator was born in Texas.",
            "Florida is where the senator was born.",
            "Texas",
            "Florida",
        ),
    ],
)
def test_one_of_a_contest_can_be_told_differently(one, other, left, right):
    assert not is_explained((DAY, one), (DAY, other), left, right, shared=0.2)
