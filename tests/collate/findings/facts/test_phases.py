"""At which point of a journey, a way or a death something happened, and how far a thing was harmed."""

import pytest
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.facts.occasions.phases import PHASE_RELATIONS

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
    ("Holm died instantly.", "Holm died later in hospital."),
    ("Holm was killed on impact.", "Holm died three days later."),
    ("Holm was declared dead on arrival.", "Holm was rushed to Voss Hospital, where he later died."),
    ("The church was razed.", "The church suffered minor damage."),
    ("The church was gutted by fire overnight.", "The church was only slightly damaged, the chief said."),
    ("The house was completely destroyed.", "The house was only slightly damaged."),
]
NOT_TOLD = [
    ("The plane crashed shortly after takeoff.", "The plane crashed before it could land."),
    ("The plane crashed shortly after takeoff.", "Passengers cheered after landing."),
    ("The train was leaving the station when it derailed.", "The train derailed as it was arriving at the depot."),
    ("The plane crashed after takeoff.", "Holm fell while leaving the stage, and police came after landing."),
    ("The gunman was entering the bank.", "The manager was leaving the bank."),
    ("Holm walked to the bank.", "Holm was leaving the bank when she fell."),
    ("Holm may be returning to the club.", "Holm left the club."),
    ("Holm died instantly.", "Berg died later in hospital."),
    ("Holm died at once.", "Holm was found dead two days later."),
    ("Holm died instantly.", "Holm was pronounced dead on arrival."),
    ("Holm died at Voss Hospital.", "Holm died hours later."),
    ("The church was nearly destroyed.", "The church suffered minor damage."),
    ("The church was razed.", "The hall suffered minor damage."),
    ("The church was destroyed in 1910.", "The church was slightly damaged on 3 May 2016. In 2016 many came."),
]


@pytest.mark.parametrize(("one", "other"), TOLD)
def test_two_points_exclude_each_other(one: str, other: str) -> None:
    assert len(told(PHASE_RELATIONS, one, other)) == 1


@pytest.mark.parametrize(("one", "other"), NOT_TOLD)
def test_both_points_can_be_right(one: str, other: str) -> None:
    assert told(PHASE_RELATIONS, one, other) == set()
