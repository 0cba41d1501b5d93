"""Names of things that differ in one word for another."""

import pytest
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.facts.posts.slips import SLIP_RELATIONS, are_mistaken


@pytest.mark.parametrize(
    ("one", "other", "mistaken"),
    [
        ("distribution", "distributors", True),
        ("humane", "human", True),
        ("theatre", "theater", False),
        ("advisors", "advisers", False),
        ("systems", "system", False),
        ("industries", "industry", False),
        ("courthouse", "court", False),
        ("millford", "milford", False),
        ("national", "regional", False),
    ],
)
def test_mistaken_words_are_told_from_spellings(one: str, other: str, mistaken: bool) -> None:
    assert are_mistaken(one, other) is mistaken
    assert are_mistaken(other, one) is mistaken


def test_a_firm_by_two_names_is_told_and_by_two_spellings_not() -> None:
    one = "The fire began at Kvam Distribution Ltd. in Norfield."
    assert told(SLIP_RELATIONS, one, "Workers of Kvam Distributors Ltd. watched the fire.")
    assert not told(SLIP_RELATIONS, one, "Workers of Kvam Distribution watched the fire.")
    assert not told(SLIP_RELATIONS, one, "Workers of Holm Distributors Ltd. watched the fire.")
