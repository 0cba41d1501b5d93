"""What two reports state of one thing alike, in whatever words."""

import pytest
from tests.collate.build import storyline_of

from variorum.collate.findings.facts.alike import agree_in_facts
from variorum.collate.findings.facts.differ import differ_in_facts, state_facts
from variorum.collate.findings.facts.relations import RELATIONS
from variorum.collate.points import Weights, read_wordings


def told(*texts):
    """The aspect and the words of both sides of what is stated alike, and of what is stated differently."""
    wordings = read_wordings(storyline_of(*texts))
    facts, weights = state_facts(wordings, RELATIONS), Weights(wordings)

    def worded(pairs):
        return {
            (
                pair.aspect,
                *(
                    wordings[side.wording].words(side.unit.first, side.unit.end).lower()
                    for side in (pair.left, pair.right)
                ),
            )
            for pair in pairs
        }

    return worded(agree_in_facts(facts, weights)), worded(differ_in_facts(facts, weights))


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            "Jon Berg was convicted of fraud on Monday.",
            "After three weeks a jury found Jon Berg guilty.",
            ("status", "convicted", "found jon berg guilty"),
        ),
        (
            "A man rammed a car into the wall of the consulate.",
            "The attacker rammed his car into a consulate's gate.",
            ("description", "car", "car"),
        ),
        (
            "The blast killed 11 people in Bergen.",
            "Eleven people died when a bomb went off, doctors said.",
            ("figure", "11", "eleven"),
        ),
        (
            "Jon Berg, 30, from Bergen, was on the tram.",
            "Jon Berg, 30, from Bergen, recalled the crash.",
            ("place", "bergen", "bergen"),
        ),
    ],
)
def test_what_is_stated_of_one_thing_in_other_words_agrees(one, other, words):
    alike, apart = told(one, other)
    assert words in alike
    assert not apart


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # A denial, the least of a count that another report knows, one report, another person.
        ("Police fired tear gas into the crowd.", "No tear gas was used, he said."),
        ("The train came off the rails, killing at least one person.", "Two people were killed on the train."),
        ("Jon Berg was convicted of fraud. A jury found Jon Berg guilty.", "The harbour of Kvam was shut."),
        ("Jon Berg, 30, from Holm, was on the tram.", "Ole Dahl, 31, from Holm, was on the tram."),
    ],
)
def test_what_only_seems_alike_does_not_agree(one, other):
    alike, _ = told(one, other)
    assert not alike


def test_what_excludes_each_other_does_not_agree():
    alike, apart = told("Jon Berg, 30, from Bergen, was hurt.", "Jon Berg, 34, from Bergen, was hurt.")
    assert ("place", "bergen", "bergen") in alike
    assert {each[0] for each in alike}.isdisjoint({each[0] for each in apart})
    assert apart
