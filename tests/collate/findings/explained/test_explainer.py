"""Rules that ask how sure a place is, or what a year is told for."""

import pytest
from tests.collate.findings.pairing import is_explained

PART = ("Thirty of the boarders had been taken.", "Gunmen kidnapped 27 pupils at the school.", "Thirty", "27")
SMALL_PART = ("Twenty of the boarders had been taken.", "Gunmen kidnapped 27 pupils at the school.", "Twenty", "27")
LONG = (
    "The hostages were freed after 444 days with the rebels.",
    "They had been held for ten months, a diplomat said.",
    "444 days",
    "ten months",
)


def test_a_part_may_be_more_than_another_whole_where_the_place_is_not_sure():
    assert is_explained(*PART)
    assert not is_explained(*PART, sure=0.9)


def test_a_part_that_is_less_than_the_whole_is_a_part():
    assert is_explained(*SMALL_PART)
    assert is_explained(*SMALL_PART, sure=0.9)


def test_a_share_of_a_vote_is_no_part_of_another_share():
    assert not is_explained(
        "The mayor won with 54 percent of the vote.", "He won with 61 percent on Sunday.", "54 percent", "61 percent"
    )


def test_how_long_one_thing_lasted_is_told_by_many_verbs():
    assert is_explained(*LONG)
    assert not is_explained(*LONG, sure=0.9)


@pytest.mark.parametrize("compared", ["the lowest since 2009", "fewer than in 2009"])
def test_a_year_that_a_figure_is_compared_with_dates_no_figure(compared):
    one = ("2026-03-11T08:00:00Z", f"The town counted 312 births, {compared}.")
    other = ("2026-03-11T09:00:00Z", "The town counted 287 births.")
    assert not is_explained(one, other, "312", "287")


def test_a_year_that_dates_a_figure_makes_it_another():
    one = ("2026-03-11T08:00:00Z", "The town counted 312 births in 2009.")
    other = ("2026-03-11T09:00:00Z", "The town counted 287 births.")
    assert is_explained(one, other, "312", "287")
