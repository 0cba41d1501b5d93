"""Figures that are none, and figures that stay a difference."""

import pytest
from tests.collate.findings.pairing import is_explained

NONE = [
    (
        "A five-boat attack on the ship was beaten off.",
        "The ship beat off an attack of many boats on 10 Nov 11.",
        "five",
        "10",
    ),
    # A caption tells nothing.
    ("Four boats at the pier of Kvam.", "Six boats lay at the pier of Kvam.", "Four", "Six"),
]

SOME = [
    ("A five-boat attack was beaten off.", "An attack of 10 boats was beaten off in May.", "five", "10"),
    ("A bomb killed 10 on Nov 11.", "A bomb killed 12 people on Nov 11.", "10", "12"),
    ("Berg served four months.", "Berg served six months in a federal prison.", "four months", "six months"),
    ("The men drove four vans into the shop.", "The men drove two vans into the shop.", "four", "two"),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), NONE)
def test_figures_that_are_none_are_explained(one, other, left, right):
    assert is_explained(one, other, left, right)
    assert is_explained(other, one, right, left)


@pytest.mark.parametrize(("one", "other", "left", "right"), SOME)
def test_figures_that_are_read_right_stay_a_difference(one, other, left, right):
    assert not is_explained(one, other, left, right)
    assert not is_explained(other, one, right, left)
