"""Names and days that the other sentence gives too, and clauses of one act done twice."""

import pytest
from tests.collate.findings.pairing import is_explained

NEXT_YEAR = ("2026-01-05T08:00:00Z", "2027-02-20T08:00:00Z")


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        # The other sentence names it as well.
        (
            "Watchers from the Northern Council, the Harbour League and the Sailors' Union saw the vote.",
            "Watchers from the Harbour League were asked to see the vote in Lund.",
            "Northern Council",
            "Harbour League",
        ),
        (
            "The gas pipe runs under the Kvam Strait and through the Lund Canal.",
            "Ships broke the pipe in the Kvam Strait, said the firm.",
            "Lund Canal",
            "Kvam Strait",
        ),
        (
            "In Saturday's semifinal, Lund plays Moss, which beat Voss on Friday.",
            "Lund will play the winner of Friday's match between Moss and Voss.",
            "Saturday",
            "Friday",
        ),
        (
            "The cables that join Sicily to Tunisia were cut near Lund, the firm said.",
            "The cables between Italy and Egypt were cut near Lund, an officer said.",
            "Tunisia",
            "Italy",
        ),
        (
            "Watchers from the Northern Council and the Organization for Trade and Harbours saw the vote.",
            "Watchers from the Organisation for Trade and Harbours were asked to see the vote in Lund.",
            "Northern Council",
            "Organisation for Trade",
        ),
        # Two reports that count from their own days.
        (
            (NEXT_YEAR[0], "The probe will land later this year, the agency said."),
            (NEXT_YEAR[1], "The probe will land later this year, the agency told us."),
            "later this year",
            "later this year",
        ),
        # A day counted from something told before.
        (
            "The climbers could not be brought down until the next morning.",
            "The climbers were brought down on Sunday.",
            "the next morning",
            "Sunday",
        ),
        # One act, done twice.
        (
            "In July, a masked thief stole £88m from the Hotel Berg.",
            "In May, thieves stole £2m from the Moe Gallery.",
            "July",
            "May",
        ),
        # Two lists.
        (
            "The striker will miss the games against Lund and Moss.",
            "He missed games against Bergen, Oslo, Narvik and Hamar midway through the season.",
            "Lund",
            "Bergen",
        ),
        (
            "The striker will miss the games against Lund and Moss.",
            "The striker missed games against Voss, Kvam and Narvik in autumn.",
            "Lund",
            "Voss",
        ),
        # Joined to the one that the other sentence gives.
        ("The works was built in 2017 or 2018 by Acme.", "The works was built in 2018 by Acme.", "2017", "2018"),
    ],
)
def test_what_has_its_counterpart_elsewhere_is_no_conflict(one, other, left, right):
    assert is_explained(one, other, left, right)


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        # Another actress whose name is spelled nearly alike, and one of one first name.
        (
            "Kristen Vold and Per Lie will star in the film about the girl Bakka.",
            "The film will be made with Per Lie and Kristen Bakke.",
            "Kristen Vold",
            "Kristen Bakke",
        ),
        # All but the day and the sum is the same.
        (
            "In May, thieves stole £2m from the Moe Gallery in Lund.",
            "In July, thieves stole £3m from the Moe Gallery in Lund.",
            "May",
            "July",
        ),
        (
            "The striker will miss the games against Lund and Moss.",
            "The striker will miss the games against Voss and Moss.",
            "Lund",
            "Voss",
        ),
        (
            "The cables that join Spain to Tunisia were cut near Lund, the firm said.",
            "The cables between Spain and Egypt were cut near Lund, an officer said.",
            "Tunisia",
            "Egypt",
        ),
        (
            "The climbers were brought down on Saturday.",
            "The climbers were brought down on Sunday.",
            "Saturday",
            "Sunday",
        ),
    ],
)
def test_what_has_none_is_one(one, other, left, right):
    assert not is_explained(one, other, left, right)
