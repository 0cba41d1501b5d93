"""Of which peoples so many were: which counts of two reports are told to exclude each other."""

import pytest
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.facts.means.peoples import PEOPLE_RELATIONS

DIFFER = [
    ("The navy said it had seized 31 Somali smugglers.", "Marines caught 20 Somali and 11 Omani smugglers."),
    ("Forty Turkish miners were trapped.", "The forty Bulgarian miners were brought up on Monday."),
    ("Police held 14 Dutch fans.", "Fourteen Dutch and German fans were held."),
    ("A bus with 26 Polish pilgrims fell into a ravine.", "The 20 Poles and six Czechs came from Krakow."),
    ("The 12 armed Chadian rebels gave up.", "Twelve Sudanese suspects were led away."),
]
ALIKE = [
    ("Police held 14 Dutch fans.", "Fourteen fans were held, and 12 German tourists saw it."),
    ("Police held 14 Dutch fans.", "Fourteen German police officers came to help."),
    ("Three French climbers fell.", "Three Italian skiers were rescued by the army."),
    ("Police held 14 Dutch fans. A Danish guard was hurt.", "Fourteen Danish fans were held."),
    ("Two Spanish nurses were hurt.", "Two Spanish nurses and two Greek nurses were hurt."),
    ("Twelve Chadian rebels gave up.", "Were the twelve Sudanese suspects led away?"),
    ("The firm paid 40 Swiss francs.", "It has 40 Norwegian shops."),
]


@pytest.mark.parametrize("pair", DIFFER, ids=lambda pair: pair[0][:40])
def test_other_peoples_of_one_number_exclude_each_other(pair: tuple[str, str]) -> None:
    assert told(PEOPLE_RELATIONS, *pair)


@pytest.mark.parametrize("pair", ALIKE, ids=lambda pair: pair[1][:40])
def test_peoples_of_others_say_nothing(pair: tuple[str, str]) -> None:
    assert not told(PEOPLE_RELATIONS, *pair)
