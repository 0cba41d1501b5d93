"""Who did an act that one does once, and who may be one and the same."""

import pytest
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.facts.posts.doers import DOER_RELATIONS

TOLD = [
    ("Ida Holm wrote the letter.", "Ida Holm is ten. Holm's parents wrote the letter.", "Ida Holm", "Holm's parents"),
    ("His wife called police at 9 p.m.", "Her husband called police.", "His wife", "Her husband"),
    (
        "The doctor took a picture of himself beside the patient.",
        "The doctor, Ida Voss, took a picture with the patient.",
        "doctor",
        "Ida Voss",
    ),
    ("He drove the car into the crowd.", "She drove the car into the crowd.", "He", "She"),
    ("A woman found the body.", "The body was found by a man who was out with his dog.", "woman", "man"),
    ("Per Holm fired the gun, police said.", "The gun was fired by Ole Berg, police said.", "Holm", "Ole Berg"),
    ("Her mother found the baby.", "The baby was found by her father.", "Her mother", "her father"),
]
NOT_TOLD = [
    ("Ida Holm wrote the letter.", "The mayor wrote the letter."),
    ("The captain called police.", "Ole Berg called police."),
    ("Ida Holm and Ole Berg wrote the letter.", "Ole Berg wrote the letter."),
    ("A man found the second body.", "A woman found the first body."),
    ("Ida Holm called police on Monday.", "He called police too."),
    ("Per Holm may have fired the gun.", "The gun was fired by Ole Berg."),
    ("In 1990 Ida Holm wrote the letter.", "In 2014 Ole Berg wrote the letter."),
    ("Police found the body.", "A woman found the body."),
    ("Ida Holm bought the house.", "Holm bought the house."),
    ("A man called police.", "The alarm came at six. Her mother called police."),
    ("He killed a woman in Voss.", "She killed a woman in Bergen."),
    ("He announced the plan.", "She announced the plan."),
    ("Did he write the letter?", "She wrote the letter."),
    ("He did not write the letter.", "She wrote the letter."),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), TOLD)
def test_two_who_cannot_both_have_done_it(one: str, other: str, left: str, right: str) -> None:
    assert frozenset((left, right)) in told(DOER_RELATIONS, one, other)


@pytest.mark.parametrize(("one", "other"), NOT_TOLD)
def test_one_who_may_be_the_other(one: str, other: str) -> None:
    assert told(DOER_RELATIONS, one, other) == set()
