"""Names behind one title: of two people, and of one whom reports name otherwise."""

import pytest
from tests.collate.findings.pairing import is_explained

TWO = [
    (
        "The papers name Norwegian Prime Minister Ola Brandt among the owners.",
        "The papers name the prime minister of Iceland, and Danish Prime Minister Lise Holm among the owners.",
        "Ola Brandt",
        "Lise Holm",
    ),
    (
        "“We mourn them,” President Luis Ferrer said in a statement.",
        "“We mourn them,” former President Ana Molina said in a statement.",
        "Luis Ferrer",
        "Ana Molina",
    ),
]
ONE = [
    (
        "“We mourn them,” President Luis Ferrer said in a statement.",
        "“We mourn them,” President Ana Molina said in a statement.",
        "Luis Ferrer",
        "Ana Molina",
    ),
    (
        "Former mayor Luis Ferrer opened the bridge on Monday.",
        "Former mayor Ana Molina opened the bridge on Monday.",
        "Luis Ferrer",
        "Ana Molina",
    ),
    (
        "Norwegian Prime Minister Ola Brandt signed the treaty.",
        "Norway's Prime Minister Lise Holm signed the treaty.",
        "Ola Brandt",
        "Lise Holm",
    ),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), TWO)
def test_holders_of_two_offices_are_no_conflict(one, other, left, right):
    assert is_explained(one, other, left, right)


@pytest.mark.parametrize(("one", "other", "left", "right"), ONE)
def test_two_names_for_one_office_stay_a_difference(one, other, left, right):
    assert not is_explained(one, other, left, right)
