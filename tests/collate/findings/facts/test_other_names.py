"""Persons whom reports name differently, and those who are two."""

import pytest
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.facts.persons.other_names import OTHER_NAME_RELATIONS


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        (
            "Hero driver Graham Pelling, 54, broke the glass with his boot.",
            "The train's driver, Gareth Pelling, was taken to hospital.",
            {"Graham Pelling", "Gareth Pelling"},
        ),
        (
            "Martin Holmes, 34, was found by a neighbour.",
            "A neighbour had heard shouts. Walter Holmes (34) lay on the stairs.",
            {"Martin Holmes", "Walter Holmes"},
        ),
        ("Priya Nathan crawled from the cabin.", "Priya Nathwani went home.", {"Priya Nathan", "Priya Nathwani"}),
        ("The judge, Leela Murthy, wept.", "A friend called Leena Murthy.", {"Leela Murthy", "Leena Murthy"}),
    ],
)
def test_one_person_has_one_name(one, other, names):
    assert told(OTHER_NAME_RELATIONS, one, other) == {frozenset(names)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # A family that a report names, relatives, another role or age.
        (
            "Driver Graham Pelling, 54, broke the glass. His brother, driver Gareth Pelling, came at noon.",
            "The train's driver, Gareth Pelling, was taken to hospital.",
        ),
        ("Her son, Martin Holmes, wept.", "Her other son, Walter Holmes, was in Bergen."),
        ("Martin Holmes, 34, was found by a neighbour.", "A neighbour found Walter Holmes, 67."),
        # Short forms and spellings, other last names, figures that are no ages.
        ("The driver, Mike Pelling, was hurt.", "Driver Michael Pelling was hurt."),
        ("Susan Keller, 29, had a broken leg.", "Susan Moore, 29, goes home today."),
        # One sound in two spellings, a part of a name, a report that names both.
        ("Heydar Alishbandi spoke.", "Heydar Alishvandi spoke."),
        ("David Haine was freed.", "David Haines was freed."),
        ("Pavel Orlin met Pavel Orlik.", "Pavel Orlik went home."),
        ("Martin Holmes, 3 goals, was the best.", "Walter Holmes, 3 goals, was the best."),
    ],
)
def test_two_persons_have_two_names(one, other):
    assert told(OTHER_NAME_RELATIONS, one, other) == set()
