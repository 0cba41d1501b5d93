"""What sentences measure of one thing, and which two measures exclude each other."""

import msgspec
import pytest
from tests.collate.build import storyline_of
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.cases import Case
from variorum.collate.findings.explained import Explainer
from variorum.collate.findings.facts.differ import differ_in_facts
from variorum.collate.findings.facts.measures.measures import MEASURE_RELATIONS
from variorum.collate.findings.kinds import kind_of
from variorum.collate.points import Weights, read_wordings

DIFFERENT = [
    # A sentence, with the name and with a pronoun.
    (
        "Anders Holm was sentenced to three years in prison for the theft.",
        "Holm had kept the books of the club. He was jailed for four years.",
        "three years",
        "four years",
    ),
    (
        "The town wept when Holm got a six-year sentence.",
        "Anders Holm, who stole the money, was sentenced to four years.",
        "six-year",
        "four years",
    ),
    # A contract with a person, its length and its worth.
    (
        "The Bears signed Jonas Berg to a five-year deal worth nearly $80 million.",
        "Much was hoped of a team that had signed forward Jonas Berg to a $92 million deal.",
        "$80 million",
        "$92 million",
    ),
    (
        "Berg signed a five-year contract with the Bears.",
        "Jonas Berg agreed to a three-year deal on Friday.",
        "five-year",
        "three-year",
    ),
    # A fall, whose is told by name and by age.
    (
        "A 36-year-old climber died after falling about 150 metres.",
        "Duncan Reed, 36, slipped on ice and fell 60 metres from a ridge.",
        "150 metres",
        "60 metres",
    ),
    # Happenings that a story has one of.
    (
        "The train was delayed by about 30 minutes.",
        "After a 50-minute delay the train went on to Oslo.",
        "about 30 minutes",
        "50-minute",
    ),
    (
        "The jury deliberated for 40 hours before it found him guilty.",
        "After 30 hours of deliberations the jury was deadlocked.",
        "40 hours",
        "30 hours",
    ),
    (
        "The storm did about $2 million in damage.",
        "Officials said the wind caused $5 million in damage to the church.",
        "$2 million",
        "$5 million",
    ),
    # What was paid for a firm.
    (
        "Acme bought Norvik for $2 billion.",
        "The shares rose after the $5 billion acquisition of Norvik by Acme.",
        "$2 billion",
        "$5 billion",
    ),
    # What is put up and asked for is what it measures.
    ("The police offered a $5,000 reward.", "There is a reward of $20,000.", "$5,000", "$20,000"),
    # The gun somebody had.
    (
        "Police said he pointed a .357 caliber revolver at them.",
        "A loaded 38-caliber revolver was found beside him.",
        ".357",
        "38",
    ),
    (
        "Jerry Timms was armed with a .45-caliber handgun.",
        "The court heard that Jerry Timms had a .32-caliber revolver.",
        ".45",
        ".32",
    ),
    (
        "Berg, an 11-year veteran, spoke first.",
        "Captain Ole Berg is a 20-year veteran of the force.",
        "11-year",
        "20-year",
    ),
    ("The surgery took time and lasted three hours.", "He woke after a six-hour surgery.", "three hours", "six-hour"),
]


@pytest.mark.parametrize(("one", "other", "value", "partner"), DIFFERENT)
def test_two_measures_of_one_thing_are_told(one: str, other: str, value: str, partner: str) -> None:
    assert told(MEASURE_RELATIONS, one, other) == {frozenset({value, partner})}
    assert told(MEASURE_RELATIONS, other, one) == {frozenset({value, partner})}


ALIKE = [
    # Rounded, hedged, in other units.
    ("Acme bought Norvik for $3.2 billion.", "The $3 billion purchase of Norvik was told in May."),
    ("Holm fell 60 metres.", "Anders Holm fell about 200 feet."),
    ("Holm was fined £500.", "Anders Holm was fined $750."),
    # Two persons, two things.
    ("Anders Holm was sentenced to three years.", "Jonas Berg was sentenced to four years."),
    ("Acme bought Norvik for $2 billion.", "Acme bought Sunfield for $5 billion."),
    # Two moments.
    ("In 2005, Holm was sentenced to three years.", "Anders Holm was sentenced to four years on Tuesday."),
    # What is asked for, may be, or was not.
    # Two cases of one man, the year told in the clause above.
    (
        "He was caught with arms and sent to prison in 1959, when Holm received a five-year sentence.",
        "Anders Holm was sentenced to 12 years in prison.",
    ),
    ("Holm was sentenced to three years.", "Anders Holm could be sentenced to ten years."),
    ("Berg signed a five-year contract.", "The Bears offered Jonas Berg a three-year contract."),
    ("Holm was sentenced to three years.", "Anders Holm was not sentenced to four years."),
    # A part of it.
    ("Holm was sentenced to three years.", "Anders Holm served nine months of a three-year sentence."),
    # Days hold fewer hours of deliberating.
    ("The jury deliberated for 40 hours.", "The jury deliberated for six days."),
    # A sentence that tells of two.
    ("Holm was sentenced to three years and to six months.", "Anders Holm was sentenced to four years."),
    # The other report tells that value too.
    (
        "The jury deliberated for 40 hours.",
        "The jury deliberated for 30 hours. The jurors deliberated for 40 hours in all.",
    ),
    # For each of something; what a story has many of; the stakes of two.
    ("Acme bought Norvik for $60 per share.", "Acme bought Norvik for $5 billion."),
    ("The meeting lasted two hours.", "After a five-hour meeting they went home."),
    ("The police offered a $5,000 reward.", "Acme offered a $20,000 reward. Norvik offered a $5,000 reward."),
    # Whose the gun was, and what killed.
    ("Timms had a .45-caliber handgun.", "Jerry Timms had a 45-calibre pistol."),
    ("Timms had a .45-caliber handgun.", "Jerry Timms was killed by a .32-caliber bullet."),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_what_can_both_be_right_is_not_told(one: str, other: str) -> None:
    assert told(MEASURE_RELATIONS, one, other) == set()
    assert told(MEASURE_RELATIONS, other, one) == set()


def test_odd_texts_have_no_measures() -> None:
    assert told(MEASURE_RELATIONS, "", "x" * 5000, "😀 $5 😀", "FELL 60 METRES FELL 60 METRES") == set()


def test_amounts_of_one_thing_conflict_in_sentences_that_share_nothing_else() -> None:
    storyline = storyline_of(
        "Acme bought Norvik for $2 billion.",
        "Shares of many makers of tools fell a little in Oslo after the $5 billion acquisition of Norvik was told.",
    )
    wordings = read_wordings(storyline)
    (pair,) = differ_in_facts(wordings, Weights(wordings), MEASURE_RELATIONS)
    assert kind_of(Case(storyline, wordings, [pair], [])).kind == "conflict"
    beside = msgspec.structs.replace(pair, shared=0.1, apart=False, stated=False)
    assert kind_of(Case(storyline, wordings, [beside], [])).kind == "variant"
    assert not Explainer(storyline, wordings).explains(pair)
