"""Prices at two moments of trading, and at one."""

import pytest
from tests.collate.findings.pairing import is_explained

TWO = [
    (
        "Acme shares fell 6.6%.",
        "Acme shares fell 1.5 percent to $65.09 at 9:34 a.m. in New York.",
        "6.6%",
        "1.5 percent",
    ),
    (
        "Acme shares fell 1.5 percent to $65.09 at 9:34 a.m. in New York.",
        "Acme shares fell 4.3 percent to $63.20 at mid-afternoon.",
        "$65.09",
        "$63.20",
    ),
    ("Acme shares were down 2 percent in early trading.", "Acme shares closed 3 percent lower.", "2", "3"),
    ("The tool maker drew buyers (ACME +2.00%).", "Acme shares rose 3.1 percent by midday.", "+2.00%", "3.1"),
    (
        "Acme shares rose slightly before the opening bell.",
        "Acme shares fell 1 percent in early trading.",
        "rose",
        "fell",
    ),
    ("The Nasdaq index rose 20 points on Monday.", "The Nasdaq index rose 35 points on Tuesday.", "20", "35"),
]
ONE = [
    (
        "Acme shares fell 2 percent to $61 at 9:34 a.m. on Friday.",
        "Acme shares fell 2 percent to $61 at 11:50 a.m. on Friday.",
        "9:34 a.m.",
        "11:50 a.m.",
    ),
    ("Acme shares closed 2 percent lower at $20.", "Acme shares closed 3 percent lower at $20.", "2", "3"),
    ("Acme shares fell 2 percent on Monday.", "Acme shares fell 3 percent on Monday.", "2", "3"),
    (
        "Acme shares fell 1.5 percent to $65.09 at 9:34 a.m. on Friday.",
        "Acme shares fell 1.5 percent to $61.09 at 9:34 a.m. on Friday.",
        "$65.09",
        "$61.09",
    ),
    (
        "Acme's profit fell 4 percent in the quarter, it said in the morning.",
        "Acme's profit fell 9 percent in the quarter, it said.",
        "4",
        "9",
    ),
    ("Acme shares rose at the close on Friday.", "Acme shares fell at the close on Friday.", "rose", "fell"),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), TWO)
def test_prices_of_two_moments_are_explained(one, other, left, right):
    assert is_explained(one, other, left, right)
    assert is_explained(other, one, right, left)


@pytest.mark.parametrize(("one", "other", "left", "right"), ONE)
def test_prices_of_one_moment_stay_a_difference(one, other, left, right):
    assert not is_explained(one, other, left, right)
    assert not is_explained(other, one, right, left)
