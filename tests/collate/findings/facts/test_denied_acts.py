"""Acts that one report tells and another denies, whatever the verb and however it is denied."""

import pytest
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.facts.conditions.denied_acts import ACT_RELATIONS

TOLD = [
    # Claims that are denied, rejected or called false.
    ("Holm sold the mill in May.", "Holm rejected claims that he had sold the mill."),
    ("Holm sold the mill in May.", "It is false that Holm sold the mill."),
    ("Holm sold the mill in May.", "It is not true that Holm sold the mill, his lawyer said."),
    ("Holm sold the mill in May.", "Claims that Holm sold the mill are untrue."),
    ("Holm sold the mill in May.", "There is no truth to reports that Holm sold the mill."),
    ("Ida Holm stole the painting.", "Malk falsely said that Ida Holm stole the painting."),
    ("Ida Holm painted the wall.", "Ida Holm disputed rumours that she had painted the wall."),
    ("Norvik is closing the mill.", "Norvik denied reports that the mill is being closed."),
    ("Norvik is in the process of closing the mill.", "Norvik is not closing the mill."),
    ("Ida Holm has resigned.", "It is untrue that Holm has resigned, the party said."),
    ("Holm hit the boy.", "Holm's lawyer claims that Holm did not hit the boy."),
    # Acts that a noun tells.
    ("The clinic said a biopsy was never performed.", "A doctor performed a biopsy on her cords."),
    ("Malk underwent an autopsy.", "No autopsy was ever done, the coroner said."),
    ("Dr Ida Holm has denied taking a selfie with Malk.", "The surgeon took a selfie in the theatre."),
    # Plans.
    ("Norvik plans to close the plant.", "There are no plans to close the plant."),
    ("Norvik plans to close the plant.", "Norvik has no intention of closing the plant."),
    ("Ida Holm will resign.", "Ida Holm said Monday that Ida Holm would not resign."),
    ("Norvik will sell the stadium.", "Norvik ruled out selling the stadium."),
    ("Norvik announced plans to sell the stadium.", "Norvik will not sell the stadium."),
    # What was left undone.
    ("Ida Holm paid the fine.", "Ida Holm left the court without paying the fine."),
    ("Ida Holm signed the bill.", "Instead of signing the bill, Ida Holm went home."),
    ("Ida Holm signed the bill.", "Ida Holm refused to sign the bill."),
    # Reports of others.
    ("Ida Holm has reportedly left the party.", "Ida Holm has never left the party."),
    ("Reports said Malk had died. But Malk has not sold the mill.", "Malk sold the mill."),
    # Verbs of one sense.
    ("Norvik halted the sale.", "Norvik did not stop the sale."),
    ("Ida Holm requested the files.", "Ida Holm never asked for help. Ida Holm did not request the files."),
    ("Ida Holm has pulled out of the talks.", "Ida Holm has not stepped away, the club said."),
    # Whoever a noun stands for.
    ("Beats Box, the music service, was sold. Norvik sold the service.", "Norvik did not sell Beats Box."),
    # A report that tells the claim as somebody's, and another as its own.
    ("A witness said Malk broke the window. Malk denied breaking the window.", "Malk broke the window in March."),
]

UNTOLD = [
    ("Holm sold the mill.", "Holm did not deny claims that he sold the mill."),
    ("Holm sold the mill.", "Holm would not say whether he sold the mill."),
    ("Holm sold the mill.", "Reports that he sold the boat are false, Holm said."),
    ("Holm sold the mill.", "If Holm did not sell the mill, it would close."),
    ("Holm sold the mill.", "Did Holm not sell the mill?"),
    ("Holm sold the mill.", "Malk rejected claims that Malk had sold the mill."),
    ("Holm sold the mill in 2003.", "Holm has no plans to sell the mill."),
    ("Norvik plans to close the plant.", "Norvik never closed the plant in the strike."),
    (
        "Norvik plans to close the plant.",
        "Norvik has no plans to close the Elm plant. Norvik plans to close the plant.",
    ),
    ("Norvik plans to close the plant.", "Norvik scrapped plans to close the plant."),
    ("Malk broke the window.", "A court heard that Malk broke the window. Malk broke no door."),
    ("Malk is accused of breaking the window.", "Malk did not break the window, his lawyer said."),
    ("A witness said Malk broke it.", "A witness said Malk broke the window. Malk denied breaking the window."),
    (
        "A clerk said Malk broke the window.",
        "A witness said Malk broke the window. Malk's wife said Malk did not break the window.",
    ),
    ("The doctor performed a biopsy.", "The clinic denied performing a biopsy on Holm. It was Dr Malk."),
    ("The surgeon, Ida Holm, took a selfie.", "Jonas Malk, a nurse, denied taking a selfie."),
    ("The nurse took a selfie. The nurse is Ida Holm.", "The surgeon, Jonas Malk, has denied taking a selfie."),
    ("No test was done on the blood.", "A test was done on the water."),
    ("Ida Holm paid the fine.", "Malk left the court without paying the fine."),
    ("Ida Holm paid the bill.", "Without paying the fine, Ida Holm left."),
    ("Holm will resign.", "Holm said he would not resign if the bill passed."),
    ("The league is not expanding now.", "The question is not if, but when the league will expand."),
    ("The league said the league is not looking to expand.", "The question is when the league will expand."),
    ("The captain hit the boat.", "The captain did not see the boat and hit it."),
    ("Norvik sold the service.", "Norvik did not sell Beats Box."),
    ("Police said Malk stole the car.", "Police are probing claims that the man who stole the car was drunk."),
    ("Malk was cleared of stealing the car.", "Malk stole the car in his youth, he said."),
    ("Ida Holm met the mayor on Monday.", "Ida Holm has not met the mayor since June."),
    ("Ida Holm signed the bill on Friday.", "Ida Holm has not yet signed the bill."),
    ("Norvik has not released the names.", "Norvik released the names on Friday."),
    ("Malk has reportedly died. Malk has not died, his wife said.", "Malk has not died, his wife said."),
]


@pytest.mark.parametrize(("one", "other"), TOLD)
def test_an_act_and_its_denial_are_told(one: str, other: str) -> None:
    assert told(ACT_RELATIONS, one, other)
    assert told(ACT_RELATIONS, other, one) == told(ACT_RELATIONS, one, other)


@pytest.mark.parametrize(("one", "other"), UNTOLD)
def test_what_denies_nothing_of_the_other_is_not_told(one: str, other: str) -> None:
    assert not told(ACT_RELATIONS, one, other)
