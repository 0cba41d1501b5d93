"""When a figure holds by its own report, and measures of two happenings that lie days apart."""

import pytest
from tests.collate.findings.pairing import is_explained

TEST = "2026-09-15"


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        # The thing is dated in the sentence before.
        (
            "The North fired a rocket on Monday. The rocket flew about 900 km and fell into the sea.",
            "On August 29, the North fired a rocket. The rocket flew about 400 km before falling into the sea.",
            "900 km",
            "400 km",
        ),
        # Further up, past what is only compared with.
        (
            "Monday's rocket was the fifth this year. The army said it was a rocket similar to that of August. "
            "The rocket flew about 900 km and fell into the sea.",
            "On August 29 the North fired a rocket. The Falcon rocket is of a new make. "
            "The rocket flew about 400 km before falling into the sea.",
            "900 km",
            "400 km",
        ),
        # In the clause that tells which one is meant.
        (
            "The North fired a rocket on Monday. The rocket flew about 900 km and fell into the sea.",
            "A rocket fired by the North in May flew about 400 km and fell into the sea.",
            "900 km",
            "400 km",
        ),
        # In the clauses themselves.
        (
            "On Monday the river at Lund rose to 4.2 metres and flooded the old town.",
            "On August 20 the river at Lund rose to 3.1 metres and flooded two cellars in the old town.",
            "4.2 metres",
            "3.1 metres",
        ),
    ],
)
def test_measures_of_two_times_are_no_conflict(one, other, left, right):
    assert is_explained((TEST, one), (TEST, other), left, right)


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        # One happening.
        (
            "The North fired a rocket on Monday. The rocket flew about 900 km and fell into the sea.",
            "The North fired a rocket on September 14. The rocket flew about 400 km and fell into the sea.",
            "900 km",
            "400 km",
        ),
        # Reports date it otherwise by a day.
        (
            "The North fired a rocket on Monday. The rocket flew about 900 km and fell into the sea.",
            "The North fired a rocket on Sunday. The rocket flew about 400 km and fell into the sea.",
            "900 km",
            "400 km",
        ),
        # Nothing tells when.
        (
            "The North fired a rocket. The rocket flew about 900 km and fell into the sea.",
            "On August 29, the North fired a rocket. The rocket flew about 400 km and fell into the sea.",
            "900 km",
            "400 km",
        ),
        # The other time is that of a saying, or of something else.
        (
            "The North fired a rocket on August 29. The rocket flew about 900 km and fell into the sea.",
            "The army said on Monday that the rocket of the North flew about 400 km and fell into the sea.",
            "900 km",
            "400 km",
        ),
        (
            "The North fired a rocket on August 29. The rocket flew about 900 km and fell into the sea.",
            "The council met on Monday. The rocket of the North flew about 400 km and fell into the sea.",
            "900 km",
            "400 km",
        ),
        # A count goes on changing.
        (
            "By Monday the flood at Lund had killed 14 people.",
            "By September 2 the flood at Lund had killed 12 people.",
            "14",
            "12",
        ),
    ],
)
def test_measures_of_one_time_conflict(one, other, left, right):
    assert not is_explained((TEST, one), (TEST, other), left, right)
