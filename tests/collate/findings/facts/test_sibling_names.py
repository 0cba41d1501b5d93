"""Names of two things of one kind in one slot, what abbreviations stand for, seats and hosts: told and not told."""

import pytest
from tests.collate.build import storyline_of

from variorum.collate.findings.explained import Explainer
from variorum.collate.findings.facts.differ import differ_in_facts
from variorum.collate.findings.facts.posts.sibling_names import SIBLING_RELATIONS, are_siblings
from variorum.collate.findings.facts.scenes.seats import SEAT_RELATIONS
from variorum.collate.points import Weights, read_wordings

RELATIONS = (*SIBLING_RELATIONS, *SEAT_RELATIONS)


def told(*texts: str) -> list[tuple[str, str]]:
    """The stretches that are told apart and not explained away, each pair once, in order."""
    storyline = storyline_of(*texts)
    wordings = read_wordings(storyline)
    explainer = Explainer(storyline, wordings)
    pairs = differ_in_facts(wordings, Weights(wordings), RELATIONS)
    return [
        tuple(wordings[side.wording].words(side.unit.first, side.unit.end) for side in (pair.left, pair.right))
        for pair in pairs
        if not explainer.explains(pair)
    ]


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        (
            "Martin Holmes told the Swedish Times that he had seen the wolf twice.",
            "The wolf was old and grey. Martin Holmes told the Danish Times.",
            ("Swedish Times", "Danish Times"),
        ),
        (
            "She fought for the MFL (Miners' Free League) as a girl.",
            "The MFL, or Women's Free League, was founded in the north.",
            ("Miners' Free League", "Women's Free League"),
        ),
        (
            "A spokesman for the joint forces command in Norfield said that the fleet had sailed.",
            "The fleet is at sea, the special forces command in Norfield said.",
            ("joint forces command", "special forces command"),
        ),
        (
            "The Miners' Free League (MFL) met in the north.",
            "She fought for the Miners' Freedom League (MFG) as a girl.",
            ("Miners' Free League", "Miners' Freedom League"),
        ),
        (
            "Oslo-based Kvam Steel will close the mill.",
            "Kvam Steel, which is based in Hamburg, said nothing about the mill.",
            ("Oslo", "Hamburg"),
        ),
        (
            "Boston host Chicago on January 10 without their captain.",
            "The captain will miss the January 10 game at Chicago.",
            ("host Chicago", "at Chicago"),
        ),
    ],
)
def test_two_things_of_one_kind_in_one_slot_are_told(one, other, names):
    assert [set(each) for each in told(one, other)] == [set(names)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # another did it, or something else was done
        ("Martin Holmes told the Swedish Times that he saw it.", "Peter Lindgren told the Danish Times that he did."),
        ("Martin Holmes told the Swedish Times that he saw it.", "Martin Holmes sued the Danish Times over it."),
        # one of the reports has both
        (
            "Martin Holmes told the Swedish Times that he saw it. Martin Holmes told the Danish Times the same.",
            "Martin Holmes told the Danish Times that he saw it.",
        ),
        # abbreviations in two languages
        ("The Miners' Free League (MFL) met.", "The Miners' Free League (BFU) met."),
        # translations of one name, a name and its short form
        ("The MFL (Miners' Free League) met.", "The MFL, or Miners' Freedom Union, met."),
        ("The MFL (Miners' Free League) met.", "The MFL (Free League) met."),
        # a part of the town, the state of it, another team's game, another day
        ("London-based Kvam Steel will close it.", "Kvam Steel, based in Croydon, will close it."),
        ("Palo Alto-based Kvam Steel will close it.", "California-based Kvam Steel will close it."),
        ("Boston host Chicago on January 10.", "Boston had lost the January 3 game at Chicago."),
    ],
)
def test_what_may_both_be_right_is_not_told(one, other):
    assert told(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        ("north valley college", "south valley college", True),
        ("north valley college", "northeast valley college", False),
        ("4th precinct", "5th precinct", True),
        ("norwegian joint command", "special command", True),
        ("kvam steel", "kvam works", False),
        ("st marys hospital", "st marys clinic", False),
        ("red hall", "blue hall", True),
    ],
)
def test_siblings_differ_in_one_word_that_excludes_the_other(one, other, are):
    assert are_siblings(one, other) == are_siblings(other, one) == are


def test_odd_texts_have_no_facts():
    assert told("", "MFL") == []
    assert told("MFL (" * 100, "or (MFL) or, based in") == []
