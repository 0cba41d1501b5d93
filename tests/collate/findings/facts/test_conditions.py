"""States of one that exclude each other, and acts that one report tells and another denies."""

import pytest
from tests.collate.build import storyline_of

from variorum.collate.findings.explained import Explainer
from variorum.collate.findings.facts.conditions.conditions import CONDITION_RELATIONS
from variorum.collate.findings.facts.differ import differ_in_facts
from variorum.collate.points import Weights, read_wordings


def told(*texts: str) -> list[tuple[str, str]]:
    """The stretches of the pairs that are told, in the order of the reports; once, be it as an act and as a state."""
    storyline = storyline_of(*texts)
    wordings = read_wordings(storyline)
    explainer = Explainer(storyline, wordings)
    pairs = differ_in_facts(wordings, Weights(wordings), CONDITION_RELATIONS)
    found = []
    for pair in pairs:
        if not explainer.explains(pair):
            sides = sorted((pair.left, pair.right), key=lambda side: sorted(wordings[side.wording].reports))
            found.append(tuple(wordings[each.wording].words(each.unit.first, each.unit.end) for each in sides))
    return list(dict.fromkeys(found))


TOLD = [
    # States.
    ("Doctors said Malk remains in a coma.", "Malk is awake and talking, his brother said.", "in a coma", "awake"),
    ("The gunman was taken into custody.", "The gunman remains at large, police said.", "into custody", "at large"),
    ("The gunman is behind bars.", "The gunman remains at large, police said.", "behind bars", "at large"),
    ("Police arrested the gunman.", "The gunman is still on the run, a spokesman said.", "arrested", "on the run"),
    ("The minister resigned on Tuesday.", "The minister was fired on Tuesday.", "resigned", "was fired"),
    ("Ida Holm stepped down as head of the club.", "The club sacked Ida Holm.", "stepped down", "sacked"),
    ("Malk was armed when police stopped him.", "Malk was unarmed, his family said.", "was armed", "unarmed"),
    ("The driver was injured in the crash.", "The driver escaped unharmed.", "was injured", "unharmed"),
    ("A jury found Voss guilty of fraud.", "A jury acquitted Voss of fraud.", "guilty", "acquitted"),
    ("Voss pleaded guilty to theft.", "Voss pleaded not guilty to theft.", "guilty", "not guilty"),
    ("The governor, Ida Holm, died on Tuesday.", "Governor Holm is alive, her office said.", "died", "alive"),
    ("Ida Holm was found dead at home.", "Holm fell ill in May. She is alive, her office said.", "dead", "alive"),
    ("The wedding is off, Holm said.", "The wedding is on, her sister said.", "off", "on"),
    ("The board has approved the merger.", "The board rejected the merger.", "has approved", "rejected"),
    (
        "Police said the mayor, Jonas Malk, was in critical condition.",
        "Malk is in serious condition.",
        "critical",
        "serious",
    ),
    # Acts told and denied.
    (
        "The bank had been evacuated.",
        "The bank had not been evacuated.",
        "had been evacuated",
        "had not been evacuated",
    ),
    (
        "Rask shot the guard, prosecutors said.",
        "Rask's lawyer said he did not shoot the guard.",
        "shot",
        "did not shoot",
    ),
    ("Holm will testify on Monday.", "Holm will not testify, her lawyer said.", "will testify", "will not testify"),
    ("The army attacked the village.", "The army denied attacking the village.", "attacked", "denied attacking"),
    (
        "The league is weighing expansion.",
        "The league is not considering expanding.",
        "is weighing",
        "is not considering",
    ),
    (
        "Holm fired the shot, a witness said.",
        "Holm is not the one who fired the shot, his lawyer told the court.",
        "fired",
        "is not the one who fired",
    ),
    (
        "Ida Holm came by car, police said. Then Ida fired the shot.",
        "Holm did not fire the shot, her lawyer said.",
        "fired",
        "did not fire",
    ),
    (
        "Police arrested the captain late on Tuesday.",
        "The captain, Ida Holm, was not arrested at any time.",
        "arrested",
        "was not arrested",
    ),
    ("Ida Holm accused Malk of theft.", "Holm did not accuse him of anything.", "accused", "did not accuse"),
    (
        "Norvik is in talks with Solheim.",
        "Norvik denied that it is in talks with Solheim.",
        "in talks",
        "denied that it is in talks",
    ),
    # Acts told by a noun.
    (
        "Norvik made Solheim an offer on Monday.",
        "Norvik did not make an offer to Solheim.",
        "made Solheim an offer",
        "did not make an offer",
    ),
    ("The convoy came under attack.", "The convoy was not attacked.", "came under attack", "was not attacked"),
    ("The army launched an attack on Elm.", "The army did not attack Elm.", "launched an attack", "did not attack"),
    ("The clerk issued a warning to Malk.", "The clerk did not warn Malk.", "issued a warning", "did not warn"),
    ("Malk received no warning.", "Malk was warned.", "received no warning", "was warned"),
    ("The camp isn’t under attack.", "The camp is under attack.", "isn’t under attack", "is under attack"),
    # Plans.
    ("Norvik plans to close the mill.", "Norvik will not close the mill.", "plans to close", "will not close"),
    ("Norvik is closing the Elm mill.", "Norvik won't close the mill.", "is closing", "won't close"),
    ("The match was called off.", "The match will go ahead.", "was called off", "will go ahead"),
    ("The wedding is off, Holm said.", "The wedding will take place in May.", "off", "will take place"),
    # Weapons.
    ("Malk pulled a gun, police said.", "Malk was unarmed, his wife said.", "pulled a gun", "unarmed"),
    ("Malk was armed with a knife.", "Malk did not have a weapon.", "was armed", "did not have a weapon"),
    # As it looked.
    (
        "The dog attacked the boy.",
        "The dog did not appear to attack the boy.",
        "attacked",
        "did not appear to attack",
    ),
    # Comments.
    (
        "Ida Holm has not yet commented on the plan.",
        "Ida Holm said in a statement that it was her idea.",
        "has not yet commented",
        "said",
    ),
    # States.
    ("The building was vacant, police said.", "The building was occupied.", "vacant", "was occupied"),
    ("The officer was off duty.", "The officer was on duty.", "off duty", "on duty"),
    ("Malk was unlicensed.", "Malk was licensed, his lawyer said.", "unlicensed", "was licensed"),
    ("Police are holding the gunman.", "Police are hunting the gunman.", "are holding", "are hunting"),
    # What stands beside.
    ("Ida Holm was fired on Monday - her deputy left too.", "Ida Holm resigned.", "was fired", "resigned"),
    # Whoever has one role.
    (
        "Ida Holm, the suspect in the case, was arrested.",
        "The suspect is still at large, police said.",
        "was arrested",
        "at large",
    ),
    ("The driver, Jon Berg, was drunk, police said.", "Jon Berg was sober.", "drunk", "sober"),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), TOLD)
def test_what_excludes_each_other_is_told(one: str, other: str, left: str, right: str) -> None:
    assert told(one, other) == [(left, right)]


UNTOLD = [
    # Denied in part, or of another time.
    ("The driver was injured in the crash.", "The driver was not seriously injured."),
    ("The club has not won the cup since 1990.", "The club won the cup on Sunday."),
    ("The gun has not been found.", "The gun was found on Tuesday."),
    ("The minister did not resign because of the report.", "The minister resigned."),
    ("Police did not arrest the driver at the scene.", "Police arrested the driver at his home on Friday."),
    ("The bank was not evacuated by police but by its staff.", "The bank was evacuated."),
    ("Malk was unconscious when rescuers found him.", "Malk is awake and talking."),
    ("The bridge was closed on Monday.", "The bridge is open."),
    ("The trains didn’t derail, the agency said.", "The trains didn't derail."),
    ("Holm was not sure of it.", "Holm was never sure of it."),
    ("The firm has not sold the mill.", "The firm sold the mill on Tuesday."),
    # No facts.
    ("Holm may testify on Monday.", "Holm will not testify, her lawyer said."),
    ("If Rask shot the guard, he faces jail.", "Rask did not shoot the guard."),
    ("Rask is accused of having shot the guard.", "Rask did not shoot the guard."),
    ("Police asked whether Rask shot the guard.", "Rask did not shoot the guard."),
    ("Did the crew abandon the ship?", "The crew did not abandon the ship."),
    ("Norvik declined to comment.", "Norvik commented on the rumour in May."),
    ("Malk declined to say whether he had sold the farm.", "Malk sold the farm."),
    ("Reports that Malk sold the farm are false, his wife said.", "Malk did not sell the farm."),
    (
        "The former director stole the money over six years and spent it on a yacht, a jury heard on Monday.",
        "The former director did not steal the money.",
    ),
    (
        "The former director stole the money over six years, a court was told, and hid it, a jury heard.",
        "The former director did not steal the money.",
    ),
    # Acts told by a noun: in two ways, or of two.
    ("Norvik made no offer to Solheim.", "Norvik made an offer to Elm."),
    ("The convoy was not attacked.", "The camp came under attack."),
    ("The firm received no warning.", "The firm issued a warning."),
    # Weapons of two kinds, or none in use.
    ("Malk did not pull a gun.", "Malk had a gun at home, police said."),
    ("Malk had a knife.", "Malk did not have a gun."),
    # Comments to one only, of a wish not to speak, and of another.
    ("Ida Holm did not comment on the plan.", "Ida Holm said in a statement that it was her idea."),
    ("Ida Holm has not commented on the plan.", "Ida Holm told the Herald that it was her idea."),
    ("Ida Holm has not commented on the plan.", "Per Rask said in a statement that it was his idea."),
    ("That mill isn’t to everyone’s liking, Malk said.", "“That mill isn't to everyone's liking,” said Malk."),
    ("The trains haven’t been stopped.", "The trains haven't been stopped."),
    # States of two things, and of two times.
    ("The left door was locked.", "The right door was unlocked."),
    ("The first bomb was real.", "The second bomb was fake."),
    ("Malk was unconscious in the car.", "Malk was conscious in hospital."),
    ("Soon after, Malk was unconscious.", "Malk was awake."),
    (
        "Per Rask did not sell the farm.",
        "The paper looked into claims that the neighbour to whom Per Rask sold the farm has left.",
    ),
    ("The building is vacant.", "The building was occupied."),
    # Settings.
    ("Malk was killed in May.", "They never helped when Malk was alive."),
    ("The thief did not steal the 200 coins.", "The thief stole 150 coins."),
    # Two of a kind, and two acts.
    ("Holm did not fire the shot.", "The shot was fired at noon."),
    ("The Norvik station did not close.", "The Solheim station closed in May."),
    ("Ida Holm was not hurt.", "Per Rask was hurt."),
    ("A man was arrested.", "A man is still at large."),
    ("The board approved the budget.", "The board rejected the merger."),
    ("The firm did not warn its customers.", "The firm warned its investors."),
    ("The suspect was armed with a knife.", "The suspect was not armed with a gun."),
    ("Voss was convicted of fraud.", "Voss was acquitted of murder."),
    # Both hold.
    ("Malk was in critical but stable condition.", "Malk was in critical condition."),
    ("Malk died on Tuesday.", "Malk is survived by a wife."),
    # Each report tells both: they agree about who says what.
    (
        "Rask shot the guard, prosecutors said. His lawyer said Rask did not shoot the guard.",
        "Rask did not shoot the guard, the lawyer said. Prosecutors said Rask shot the guard.",
    ),
]


@pytest.mark.parametrize(("one", "other"), UNTOLD)
def test_what_both_can_be_right_is_not_told(one: str, other: str) -> None:
    assert told(one, other) == []


def test_what_stands_behind_out_of_is_a_state():
    wordings = read_wordings(storyline_of("The fire is under control.", "The fire is out of control."))
    facts = list(CONDITION_RELATIONS[0].find(wordings))
    sides = [(fact.side.wording, fact.side.unit) for fact in facts]
    assert {wordings[number].words(unit.first, unit.end) for number, unit in sides} == {
        "under control",
        "out of control",
    }
    assert len({fact.about for fact in facts}) == 1
    assert len({fact.value for fact in facts}) == len(facts)
