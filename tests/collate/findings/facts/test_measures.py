"""What sentences measure of one thing, and which two measures exclude each other."""

import msgspec
import pytest
from tests.collate.build import storyline_of
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.deciding.cases import Case
from variorum.collate.findings.deciding.kinds import kind_of
from variorum.collate.findings.explained.explainer import explains
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.facts.differ import differ_in_facts, state_facts
from variorum.collate.findings.facts.measures.measures import MEASURE_RELATIONS
from variorum.collate.findings.find import find_findings
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
    # Before the court: what somebody got, served, put up.
    ("Anders Holm was given 12 years in prison.", "A court handed Holm a 15-year term.", "12 years", "15-year"),
    ("Anders Holm spent nine months in jail.", "Holm served two months.", "nine months", "two months"),
    (
        "Anders Holm was sentenced to five years' probation.",
        "Holm got three years of probation.",
        "five years",
        "three years",
    ),
    (
        "Karen Berg was released on $5,000 bail.",
        "A judge set bail at $20,000 for Karen Berg.",
        "$5,000",
        "$20,000",
    ),
    # How long somebody was gone.
    ("Karen Berg was missing for three days.", "Berg had been missing for five days.", "three days", "five days"),
    ("Karen Berg was trapped for 50 hours.", "Berg had been trapped for 30 hours.", "50 hours", "30 hours"),
    ("Rebels held Karen Berg for six years.", "Karen Berg was held for four years.", "six years", "four years"),
    # A firm's figures for one time, and its part of another one.
    (
        "Acme made a profit of $5 million in 2013.",
        "Acme said that its profit fell to $3 million in 2013.",
        "$5 million",
        "$3 million",
    ),
    ("Acme posted revenue of $30 million.", "Acme's revenue rose to $50 million.", "$30 million", "$50 million"),
    ("Acme lost $3 million.", "Acme reported a $9 million loss.", "$3 million", "$9 million"),
    ("Acme holds a 25 percent stake in Norvik.", "Acme has a 35-percent stake in Norvik.", "25 percent", "35-percent"),
    # What thieves got away with, what kidnappers ask for, what a film brings in.
    ("Thieves stole jewels worth $5 million.", "The gang made off with $2 million.", "$5 million", "$2 million"),
    ("The kidnappers asked for $5 million.", "A ransom of $2 million was demanded.", "$5 million", "$2 million"),
    ("The film grossed $30 million.", "The film took in $50 million.", "$30 million", "$50 million"),
    # A fire and a quake.
    ("The fire burned 2,000 acres.", "Flames blackened 3,000 acres of forest.", "2,000 acres", "3,000 acres"),
    ("A magnitude 6.1 quake struck.", "The tremor had a magnitude of 5.8.", "6.1", "5.8"),
    ("The quake measured 6.1 on the Richter scale.", "The magnitude was put at 5.8.", "6.1", "5.8"),
    ("The quake was at a depth of 10 km.", "The earthquake struck 30 km deep.", "10 km", "30 km"),
    # Into a flight.
    (
        "The plane vanished 40 minutes after takeoff.",
        "About 90 minutes into the flight the plane was lost.",
        "40 minutes",
        "About 90 minutes",
    ),
    (
        "The jet fell ten minutes after it took off.",
        "The jet fell 30 minutes after taking off.",
        "ten minutes",
        "30 minutes",
    ),
    # Rates.
    ("Unemployment rose to 7.3 percent.", "The jobless rate was 6.1 percent.", "7.3 percent", "6.1 percent"),
    ("Turnout was 61 percent.", "A turnout of 73 percent was told.", "61 percent", "73 percent"),
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
    # Probation is no prison, a post is no sentence, what is asked for is not set.
    ("Anders Holm was sentenced to five years' probation.", "Holm was sentenced to three years in prison."),
    ("Anders Holm was sentenced to five years.", "Holm was given a three-year term on the board."),
    ("Karen Berg was released on $5,000 bail.", "Prosecutors asked for $20,000 bail for Karen Berg."),
    # Two firms, two times, one time and none.
    ("Acme made a profit of $5 million.", "Norvik made a profit of $3 million."),
    ("Acme made a profit of $5 million in 2013.", "Acme made a profit of $3 million in 2012."),
    ("Acme made a profit of $5 million in 2013.", "Acme made a profit of $3 million."),
    ("Acme made a profit of $5 million.", "Acme made an annual profit of $8 million."),
    ("Acme's profit rose to $5 million.", "Acme's profit rose by $3 million."),
    ("Acme has a 25 percent stake in Norvik.", "Sunfield has a 60 percent stake in Norvik."),
    ("Acme has a 25 percent stake in Norvik.", "Acme has a 60 percent stake in Sunfield."),
    # Another theft, a payment that is none.
    ("Thieves stole jewels worth $5 million.", "In July thieves stole jewels worth $2 million."),
    ("The kidnappers asked for $5 million.", "The ministry asked for $2 million."),
    # A fire grows; an aftershock, a rounding, a quake long ago, one much weaker, one that may be.
    ("On 7 March 2026 the fire had burned 2,000 acres.", "By 9 March 2026 the fire had burned 3,000 acres."),
    ("A magnitude 6.1 quake struck.", "An aftershock with a magnitude of 5.5 followed."),
    ("A magnitude 6.1 quake struck.", "A magnitude 6 quake struck."),
    ("A magnitude 6.1 quake struck.", "In 2003 a magnitude 6.7 quake killed many there."),
    ("A magnitude 6.1 quake struck.", "A quake of magnitude 4.2 was measured at dawn."),
    ("A magnitude 6.1 quake struck.", "A magnitude 5.5 quake can cause damage."),
    ("The quake was at a depth of 10 km.", "The ship lies at a depth of 30 km."),
    # After something else than a take-off.
    ("The plane vanished 40 minutes after takeoff.", "The plane was found two hours after the search."),
    ("Unemployment rose to 7.3 percent.", "Unemployment rose 2.1 percent."),
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
    (pair,) = differ_in_facts(state_facts(wordings, MEASURE_RELATIONS), Weights(wordings))
    assert kind_of(Case(storyline, wordings, [pair], [])).kind == "conflict"
    beside = msgspec.structs.replace(pair, shared=0.1, apart=False, stated=False)
    assert kind_of(Case(storyline, wordings, [beside], [])).kind == "variant"
    assert not explains(Setting(storyline, wordings), pair)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A magnitude 6.1 quake struck the island.", "The tremor had a magnitude of 5.8."),
        ("Acme made a profit of $5 million in 2013.", "In 2013 its profit fell to $3 million, Acme said."),
        ("Anders Holm was given 12 years in prison.", "A court handed Holm a 15-year term."),
        ("Robbers made off with $5 million.", "Thieves stole $2 million from the van."),
    ],
)
def test_what_is_told_of_a_measure_is_a_conflict(one: str, other: str) -> None:
    assert {each.kind for each in find_findings(storyline_of(one, other)) if each.aspect == "figure"} == {"conflict"}
