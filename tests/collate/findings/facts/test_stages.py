"""At which stage somebody or something is, where one stage excludes another."""

import pytest
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.facts.conditions.stages import STAGE_RELATIONS

TOLD = [
    # Life and health.
    ("The governor, Ida Holm, died on Tuesday.", "Governor Holm is alive, her office said.", "died", "alive"),
    ("Ida Holm was found dead at home.", "Holm fell ill in May. She is alive, her office said.", "dead", "alive"),
    ("Doctors said Malk remains in a coma.", "Malk is awake and talking, his brother said.", "in a coma", "awake"),
    ("The driver was injured in the crash.", "The driver escaped unharmed.", "injured", "unharmed"),
    (
        "Police said the mayor, Jonas Malk, was in critical condition.",
        "Malk is in serious condition.",
        "in critical condition",
        "in serious condition",
    ),
    ("The driver, Jon Berg, was drunk, police said.", "Jon Berg was sober.", "drunk", "sober"),
    # Crime and its pursuit; whoever has one role is known by name and by role.
    ("The gunman was taken into custody.", "The gunman remains at large, police said.", "into custody", "at large"),
    ("The gunman is behind bars.", "The gunman remains at large, police said.", "behind bars", "at large"),
    ("Police arrested the gunman.", "The gunman is still on the run, a spokesman said.", "arrested", "on the run"),
    (
        "Ida Holm, the suspect in the case, was arrested.",
        "The suspect is still at large, police said.",
        "arrested",
        "at large",
    ),
    ("Police are holding the gunman.", "Police are hunting the gunman.", "holding", "hunting"),
    ("A jury found Voss guilty of fraud.", "A jury acquitted Voss of fraud.", "found Voss guilty", "acquitted"),
    (
        "Ida Voss pleaded guilty to theft.",
        "Ida Voss pleaded not guilty to theft.",
        "pleaded guilty",
        "pleaded not guilty",
    ),
    ("Malk was armed when police stopped him.", "Malk was unarmed, his family said.", "armed", "unarmed"),
    ("Malk pulled a gun, police said.", "Malk was unarmed, his wife said.", "pulled a gun", "unarmed"),
    ("Malk was armed with a knife.", "Malk did not have a weapon.", "armed", "did not have a weapon"),
    ("Rask gave himself up on Friday.", "Officers tracked Rask down.", "gave himself up", "tracked Rask down"),
    ("The driver remained at the scene.", "The driver drove off.", "remained at the scene", "drove off"),
    # Office and duty.
    ("The minister resigned on Tuesday.", "The minister was fired on Tuesday.", "resigned", "fired"),
    ("Ida Holm stepped down as head of the club.", "The club sacked Ida Holm.", "stepped down", "sacked"),
    ("Malk was forced out.", "Malk left of his own accord.", "forced out", "left of his own accord"),
    ("Ida Holm was fired on Monday - her deputy left too.", "Ida Holm resigned.", "fired", "resigned"),
    ("The officer was off duty.", "The officer was on duty.", "off duty", "on duty"),
    ("The guide, Ida Voss, was unlicensed.", "Ida Voss held a licence.", "unlicensed", "held a licence"),
    # Things.
    ("The wedding is off, Holm said.", "The wedding is on, her sister said.", "is off", "is on"),
    ("The match was called off.", "The match will go ahead.", "called off", "go ahead"),
    ("The wedding is off, Holm said.", "The wedding will take place in May.", "is off", "take place"),
    ("The match was postponed.", "The match was called off.", "postponed", "called off"),
    ("The board has approved the merger.", "The board rejected the merger.", "approved", "rejected"),
    ("The building was vacant, police said.", "The building was occupied.", "vacant", "occupied"),
    ("The film was staged with actors.", "The film is genuine, its maker said.", "staged", "genuine"),
    ("The hotel had no sprinklers.", "The hotel was fitted with sprinklers.", "had no sprinklers", "with sprinklers"),
    # How somebody died, and how badly they were hurt.
    ("The boy died instantly.", "The boy died a day later.", "died instantly", "died a day later"),
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
    # What a fire came from.
    ("The fire was accidental.", "Police say the fire was set intentionally.", "accidental", "set intentionally"),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), TOLD)
def test_stages_that_exclude_each_other_are_told(one: str, other: str, left: str, right: str) -> None:
    assert told(STAGE_RELATIONS, one, other) == {frozenset({left, right})}
    assert told(STAGE_RELATIONS, other, one) == {frozenset({left, right})}


UNTOLD = [
    # One follows the other, or is of another moment.
    ("Rask fled the scene.", "Rask was arrested on Friday."),
    ("The suspect surrendered.", "The suspect was arrested."),
    ("Malk was critically wounded.", "Malk died in hospital."),
    ("Holm was asleep at home.", "Holm was awake by noon."),
    ("Malk was unconscious when rescuers found him.", "Malk is awake and talking."),
    ("Malk was unconscious in the car.", "Malk was conscious in hospital."),
    ("The bridge was closed on Monday.", "The bridge is open."),
    ("The building is vacant.", "The building was occupied."),
    ("Malk was killed in May.", "They never helped when Malk was alive."),
    # Of two.
    ("The woman died in hospital.", "The man died at the scene."),
    ("One officer was slightly injured.", "The officer was critically wounded."),
    ("The driver of the bus fled the scene.", "The driver of the car stayed at the scene. The drivers were hurt."),
    ("The match was postponed.", "The concert was called off."),
    ("A man was arrested.", "A man is still at large."),
    ("The left door was locked.", "The right door was unlocked."),
    ("The first bomb was real.", "The second bomb was fake."),
    ("The board approved the budget.", "The board rejected the merger."),
    # Of two charges and of two weapons.
    ("Voss was convicted of fraud.", "Voss was acquitted of murder."),
    ("Malk had a knife.", "Malk did not have a gun."),
    ("The suspect was armed with a knife.", "The suspect was not armed with a gun."),
    # No facts.
    ("The fire may have been set intentionally.", "The fire was accidental."),
    ("It was not known if the fire was set deliberately.", "The fire was set deliberately."),
    ("Investigators asked whether the fire was accidental.", "The fire was set intentionally."),
    # Both hold.
    ("The fire was caused by a heater.", "The fire was accidental."),
    ("Malk was in critical but stable condition.", "Malk was in critical condition."),
    ("Malk died on Tuesday.", "Malk is survived by a wife."),
    ("The driver was injured in the crash.", "The driver was not seriously injured."),
]


@pytest.mark.parametrize(("one", "other"), UNTOLD)
def test_what_both_can_be_right_is_not_told(one: str, other: str) -> None:
    assert told(STAGE_RELATIONS, one, other) == set()
