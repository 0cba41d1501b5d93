"""Names that are both right of one thing, and places that exclude each other."""

import pytest
from tests.collate.findings.pairing import is_explained

ONE = [
    # One place in the other, as the reports tell or as is known.
    ("The ferry sank off Voss, western Norway, on Monday.", "A ferry sank off Norway on Monday.", "Voss", "Norway"),
    (
        "The ferry sank at East Quay on Monday. Divers went to Solheim's East Quay.",
        "The ferry sank at Solheim on Monday.",
        "East Quay",
        "Solheim",
    ),
    ("Ola Holm was shot in Oslo on Friday.", "Ola Holm was shot in Norway on Friday.", "Oslo", "Norway"),
    # Two forms of one name.
    (
        "Bjorn Aasen won the race in Oslo on Sunday.",
        "B. Aasen won the race in Oslo on Sunday.",
        "Bjorn Aasen",
        "B. Aasen",
    ),
]
TWO = [
    ("Ola Holm was shot in Oslo on Friday.", "Ola Holm was shot in Bergen on Friday.", "Oslo", "Bergen"),
    # The reports put the town into another state.
    ("Ola Holm lives in Paris, Texas.", "Ola Holm lives in Ohio.", "Paris", "Ohio"),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), ONE)
def test_names_of_one_thing(one, other, left, right):
    assert is_explained(one, other, left, right)
    assert is_explained(other, one, right, left)


@pytest.mark.parametrize(("one", "other", "left", "right"), TWO)
def test_names_of_two_things(one, other, left, right):
    assert not is_explained(one, other, left, right)
    assert not is_explained(other, one, right, left)
