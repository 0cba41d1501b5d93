"""At which stage somebody or something is, where one stage excludes another."""

import pytest
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.facts.conditions.stages import STAGE_RELATIONS

TOLD = [
    # Whoever has one role, by name and by role.
    (
        "Rask gave himself up on Friday.",
        "Officers tracked Rask down on Friday.",
        "gave himself up",
        "tracked Rask down",
    ),
    ("The driver remained at the scene.", "The driver drove off.", "remained at the scene", "drove off"),
    ("Malk was forced out.", "Malk left of his own accord.", "forced out", "left of his own accord"),
    ("Ida Holm has pulled out of the film.", "Holm has not withdrawn.", "pulled out", "has not withdrawn"),
    ("Ida Holm decided not to return.", "Holm hasn't stepped away.", "decided not to return", "hasn't stepped away"),
    ("Ida Holm has reportedly withdrawn.", "Holm has not pulled out.", "withdrawn", "has not pulled out"),
    ("Holm has left the talks.", "Holm is still negotiating.", "left the talks", "still negotiating"),
    ("Holm is a former employee.", "Holm, a suspended employee, was there.", "former", "suspended"),
    # How somebody died, and how badly they were hurt.
    (
        "The boy died instantly, police said.",
        "The boy died in hospital a day later.",
        "died instantly",
        "died in hospital a day later",
    ),
    (
        "The woman was pronounced dead at the scene.",
        "The woman later died of her wounds.",
        "pronounced dead at the scene",
        "later died",
    ),
    (
        "Jon Berg, a teenager, was declared dead on arrival.",
        "The teenager was taken to the clinic but he later died.",
        "declared dead on arrival",
        "later died",
    ),
    (
        "The guard was critically wounded.",
        "The guard escaped with minor injuries.",
        "critically wounded",
        "escaped with minor injuries",
    ),
    (
        "The guard was slightly injured.",
        "The guard is in critical condition.",
        "slightly injured",
        "in critical condition",
    ),
    # What a fire came from.
    (
        "We have no idea what caused the fire, the owner said.",
        "The fire was deliberately set, the chief said.",
        "have no idea what caused",
        "deliberately set",
    ),
    (
        "The cause of the blaze is unknown.",
        "The blaze was started by a faulty heater.",
        "unknown",
        "started by",
    ),
    ("The fire was accidental.", "Police say the fire was set intentionally.", "accidental", "set intentionally"),
    ("Arsonists set the fire, police said.", "The fire started by accident.", "Arsonists set", "started by accident"),
    # What is made up.
    ("The scene was staged with actors.", "The footage is genuine, its maker said.", "staged", "genuine"),
    # Words formed of one.
    ("The visit was unplanned.", "The visit was planned.", "unplanned", "planned"),
    ("The guide, Ida Voss, was unlicensed.", "Ida Voss was licensed.", "unlicensed", "licensed"),
    ("The match was postponed.", "The match was called off.", "postponed", "called off"),
    ("The judge dismissed the lawsuit.", "The lawsuit was settled.", "dismissed", "settled"),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), TOLD)
def test_stages_that_exclude_each_other_are_told(one: str, other: str, left: str, right: str) -> None:
    assert told(STAGE_RELATIONS, one, other) == {frozenset({left, right})}
    assert told(STAGE_RELATIONS, other, one) == {frozenset({left, right})}


UNTOLD = [
    # One follows the other.
    ("Rask fled the scene.", "Rask was arrested on Friday."),
    ("The suspect surrendered.", "The suspect was arrested."),
    ("Malk was critically wounded.", "Malk died in hospital."),
    ("Ida Holm was in talks with the club.", "Holm has left the talks."),
    ("Holm was asleep at home.", "Holm was awake by noon."),
    # Of two.
    ("The woman died in hospital.", "The man died at the scene."),
    ("One officer was slightly injured.", "The officer was critically wounded."),
    ("The driver of the bus fled the scene.", "The driver of the car stayed at the scene. The drivers were hurt."),
    ("The match was postponed.", "The concert was called off."),
    # No facts.
    ("The fire may have been set intentionally.", "The fire was accidental."),
    ("It was not known if the fire was set deliberately.", "The fire was set deliberately."),
    ("It is unknown whether the fire will spread.", "The fire was started by a heater."),
    ("Investigators asked whether the fire was accidental.", "The fire was set intentionally."),
    ("Ida Holm has reportedly withdrawn.", "Holm reportedly has not pulled out."),
    # Another one, another time.
    ("A similar fire in 2005 was accidental.", "The fire was set intentionally."),
    ("The cause of the dispute is unknown.", "The fire was started by a heater."),
    ("The firm declared a loss.", "The visit was undeclared."),
    ("Malk was known as a miser.", "Malk was unknown."),
    ("The visit was expected to last a week.", "The visit was unexpected."),
    # Both hold.
    ("The fire was caused by a heater.", "The fire was accidental."),
    ("Malk is a former mayor.", "Malk was forced out."),
    # Said as a phrase of another sense.
    ("Malk talked in court.", "Malk withdrew."),
    ("Holm left a statement according to the club.", "Holm was forced out."),
]


@pytest.mark.parametrize(("one", "other"), UNTOLD)
def test_what_both_can_be_right_is_not_told(one: str, other: str) -> None:
    assert told(STAGE_RELATIONS, one, other) == set()
