"""Amounts of one thing for one name, side by side."""

from tests.collate.build import storyline_of

from variorum.collate.findings.deciding.variants import find_variants
from variorum.collate.points import read_wordings

OFFER = "In May the Lark Lines made an offer of $15 a share, which the owners of the harbour did not answer."


def variants(*texts):
    wordings = read_wordings(storyline_of(*texts))
    return [
        tuple(wordings[side.wording].words(side.unit.first, side.unit.end) for side in sides)
        for sides in find_variants(wordings)
    ]


def test_amounts_of_one_name_and_noun_stand_side_by_side():
    other = "The owners had asked for more than the Lark Lines wanted, whose offer was $18 a share."
    assert variants(OFFER, other) == [("$15", "$18")]


def test_a_report_that_gives_both_amounts_tells_two_things():
    both = "The Lark Lines, whose first offer was $15 a share, came back in June with an offer of $18 a share."
    assert variants(OFFER, both) == []
