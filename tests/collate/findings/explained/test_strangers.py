"""Names of two whom nothing joins, and names that fill one place."""

import pytest
from tests.collate.findings.pairing import is_explained

STRANGERS = [
    (
        "Ola Holm mended the old boat at the pier in May.",
        "At dawn the shop was opened by Anna Berg.",
        "Ola Holm",
        "Anna Berg",
    ),
    (
        "Holm, a farmer, said the flood took his barn.",
        "Berg said that she had lost her cows.",
        "Holm",
        "Berg",
    ),
]
ONE_PLACE = [
    (
        "The prize for the best boat went to Ola Holm of Voss.",
        "The prize for the best boat went to Anna Berg of Voss.",
        "Ola Holm",
        "Anna Berg",
    ),
    (
        "The town board said on Monday that Holm had taken the boat.",
        "The town board said on Monday that Berg had taken the boat.",
        "Holm",
        "Berg",
    ),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), STRANGERS)
def test_names_of_two_whom_nothing_joins(one, other, left, right):
    assert is_explained(one, other, left, right, shared=0.2)
    assert is_explained(other, one, right, left, shared=0.2)


@pytest.mark.parametrize(("one", "other", "left", "right"), ONE_PLACE)
def test_names_in_one_place(one, other, left, right):
    assert not is_explained(one, other, left, right, shared=0.8)
    assert not is_explained(other, one, right, left, shared=0.8)
