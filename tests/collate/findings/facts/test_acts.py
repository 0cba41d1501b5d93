"""Acts that one report tells and another denies, with the stretches that tell them, and who has not spoken."""

import pytest
from tests.collate.build import storyline_of

from variorum.collate.findings.explained.explainer import explains
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.facts.conditions.comments import COMMENT_RELATIONS
from variorum.collate.findings.facts.conditions.denied_acts import ACT_RELATIONS
from variorum.collate.findings.facts.differ import differ_in_facts, state_facts
from variorum.collate.points import Weights, read_wordings


def told(*texts: str) -> list[tuple[str, str]]:
    """The stretches of the pairs that are told, in the order of the reports."""
    storyline = storyline_of(*texts)
    wordings = read_wordings(storyline)
    setting = Setting(storyline, wordings)
    pairs = differ_in_facts(state_facts(wordings, (*ACT_RELATIONS, *COMMENT_RELATIONS)), Weights(wordings))
    found = []
    for pair in pairs:
        if not explains(setting, pair):
            sides = sorted((pair.left, pair.right), key=lambda side: sorted(wordings[side.wording].reports))
            found.append(tuple(wordings[each.wording].words(each.unit.first, each.unit.end) for each in sides))
    return list(dict.fromkeys(found))


TOLD = [
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
    # Acts told by a noun: in two ways, or of two.
    ("Norvik made no offer to Solheim.", "Norvik made an offer to Elm."),
    ("The convoy was not attacked.", "The camp came under attack."),
    ("The firm received no warning.", "The firm issued a warning."),
    # Comments to one only, of a wish not to speak, and of another.
    ("Ida Holm did not comment on the plan.", "Ida Holm said in a statement that it was her idea."),
    ("Ida Holm has not commented on the plan.", "Ida Holm told the Herald that it was her idea."),
    ("Ida Holm has not commented on the plan.", "Per Rask said in a statement that it was his idea."),
    ("That mill isn’t to everyone’s liking, Malk said.", "“That mill isn't to everyone's liking,” said Malk."),
    ("The trains haven’t been stopped.", "The trains haven't been stopped."),
    # Of another, beside a claim.
    (
        "Per Rask did not sell the farm.",
        "The paper looked into claims that the neighbour to whom Per Rask sold the farm has left.",
    ),
    # Of two numbers.
    ("The thief did not steal the 200 coins.", "The thief stole 150 coins."),
    # Two of a kind, and two acts.
    ("Holm did not fire the shot.", "The shot was fired at noon."),
    ("The Norvik station did not close.", "The Solheim station closed in May."),
    ("Ida Holm was not hurt.", "Per Rask was hurt."),
    ("The firm did not warn its customers.", "The firm warned its investors."),
    # Each report tells both: they agree about who says what.
    (
        "Rask shot the guard, prosecutors said. His lawyer said Rask did not shoot the guard.",
        "Rask did not shoot the guard, the lawyer said. Prosecutors said Rask shot the guard.",
    ),
]


@pytest.mark.parametrize(("one", "other"), UNTOLD)
def test_what_both_can_be_right_is_not_told(one: str, other: str) -> None:
    assert told(one, other) == []
