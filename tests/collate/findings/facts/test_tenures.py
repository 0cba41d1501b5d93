"""How long somebody was somewhere, in years or seasons, and which two of them exclude each other."""

import pytest
from tests.collate.build import storyline_of

from variorum.collate.findings.cases import Case
from variorum.collate.findings.facts.differ import differ_in_facts
from variorum.collate.findings.facts.measures.tenures import TENURE_RELATIONS
from variorum.collate.findings.kinds import kind_of
from variorum.collate.points import Weights, read_wordings


def told(*texts: str) -> set[frozenset[str]]:
    wordings = read_wordings(storyline_of(*texts))
    pairs = differ_in_facts(wordings, Weights(wordings), TENURE_RELATIONS)
    return {
        frozenset(wordings[side.wording].words(side.unit.first, side.unit.end) for side in (pair.left, pair.right))
        for pair in pairs
    }


DIFFERENT = [
    (
        "Jonas Berg spent six years with the Chicago Bears.",
        "Berg was drafted by the Chicago Bears, where he played nine seasons.",
        "six years",
        "nine",
    ),
    ("Jonas Berg worked at Acme for six years.", "Berg worked for ten years at Acme.", "six years", "ten years"),
]


@pytest.mark.parametrize(("one", "other", "value", "partner"), DIFFERENT)
def test_two_lengths_of_one_stay_are_told(one: str, other: str, value: str, partner: str) -> None:
    assert told(one, other) == {frozenset({value, partner})}
    assert told(other, one) == {frozenset({value, partner})}


ALIKE = [
    ("Jonas Berg spent six years with the Chicago Bears.", "Jonas Berg played six seasons with the Chicago Bears."),
    ("Jonas Berg spent six years with the Bears.", "Jonas Berg spent nine years with the Lions."),
    ("Jonas Berg spent six years with the Bears.", "Jonas Berg spent nine years as a coach for the Bears."),
    ("Jonas Berg spent six years with the Bears.", "Jonas Berg spent his first two years with the Bears."),
    ("Jonas Berg spent six years with the Bears.", "Jonas Berg could spend nine years with the Bears."),
    ("Jonas Berg spent six years with the Bears.", "Anders Holm spent nine years with the Bears."),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_two_stays_are_not_told(one: str, other: str) -> None:
    assert told(one, other) == set()
    assert told(other, one) == set()


def test_years_that_sentences_name_do_not_part_two_lengths_of_one_stay() -> None:
    storyline = storyline_of(
        "Jonas Berg, who came in 2003, spent six years with the Chicago Bears.",
        "Berg, who left in 2011, played nine seasons with the Chicago Bears.",
    )
    wordings = read_wordings(storyline)
    (pair,) = differ_in_facts(wordings, Weights(wordings), TENURE_RELATIONS)
    assert kind_of(Case(storyline, wordings, [pair], [])).kind == "conflict"
