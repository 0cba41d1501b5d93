"""Which way somebody or something was going when something happened."""

import pytest
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.facts.occasions.ways import WAY_RELATIONS

TOLD = [
    ("The plane crashed shortly after takeoff.", "The plane crashed as it was landing."),
    ("The plane crashed moments after taking off from Voss.", "The plane crashed while trying to land at Voss."),
    ("The train was leaving the station when it derailed.", "The train derailed as it was arriving at the station."),
    (
        "The train was pulling out of the station when it derailed.",
        "The train derailed while pulling into the station.",
    ),
    (
        "The bus had been leaving the depot when it hit a pole.",
        "The bus was pulling into the depot when it hit a pole.",
    ),
    ("Holm was on his way home from the match.", "Holm was attacked on his way to the match."),
    ("Holm was attacked as she was walking home from school.", "Holm was attacked while walking to school."),
    ("Berg was killed while leaving the mosque.", "Berg was killed as he was entering the mosque."),
    ("The gunman was entering the bank when police came.", "The gunman was leaving the bank when police came."),
]
NOT_TOLD = [
    ("The plane crashed shortly after takeoff.", "The plane crashed before it could land."),
    ("The plane crashed shortly after takeoff.", "Passengers cheered after landing."),
    ("The train was leaving the station when it derailed.", "The train derailed as it was arriving at the depot."),
    ("The plane crashed after takeoff.", "Holm fell while leaving the stage, and police came after landing."),
    ("The gunman was entering the bank.", "The manager was leaving the bank."),
    ("Holm walked to the bank.", "Holm was leaving the bank when she fell."),
    ("Holm may be returning to the club.", "Holm left the club."),
]


@pytest.mark.parametrize(("one", "other"), TOLD)
def test_nobody_goes_both_ways_at_a_time(one: str, other: str) -> None:
    assert len(told(WAY_RELATIONS, one, other)) == 1


@pytest.mark.parametrize(("one", "other"), NOT_TOLD)
def test_both_ways_can_be_right(one: str, other: str) -> None:
    assert told(WAY_RELATIONS, one, other) == set()
