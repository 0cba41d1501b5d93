"""How long ago somebody did something: which two of such spans exclude each other."""

import pytest
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.facts.occasions.long_ago import LONG_AGO_RELATIONS

DIFFERENT = [
    (
        "Berg, who married four weeks before he was shot, was buried on Monday.",
        "The officer got married six weeks ago.",
        "four weeks",
        "six weeks",
    ),
    (
        "She moved back to Bergen about ten weeks ago.",
        "She returned to Bergen five weeks ago.",
        "ten weeks",
        "five weeks",
    ),
    (
        "The suspect was released from prison two weeks ago.",
        "Jonas Berg was paroled five weeks before the attack.",
        "two weeks",
        "five weeks",
    ),
]
# Two persons, two acts, a rounding, over years.
ALIKE = [
    ("Jonas Berg married four weeks ago.", "Anders Holm married six weeks ago."),
    ("She married four weeks ago.", "She moved to Bergen six weeks ago."),
    ("The report was released two weeks ago.", "The film was released five weeks ago."),
    ("She moved to Bergen 29 days ago.", "She moved to Bergen 30 days ago."),
    ("She moved to Bergen two years ago.", "He moved to Bergen nine years ago."),
]


@pytest.mark.parametrize(("one", "other", "value", "partner"), DIFFERENT)
def test_two_spans_of_one_act_are_told(one: str, other: str, value: str, partner: str) -> None:
    assert told(LONG_AGO_RELATIONS, one, other) == {frozenset({value, partner})}
    assert told(LONG_AGO_RELATIONS, other, one) == {frozenset({value, partner})}


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_spans_that_can_both_be_right_are_not_told(one: str, other: str) -> None:
    assert told(LONG_AGO_RELATIONS, one, other) == set()
