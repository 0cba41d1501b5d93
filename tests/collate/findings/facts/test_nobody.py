"""Whether anybody was hurt or killed."""

import pytest
from tests.collate.build import storyline_of

from variorum.collate.findings.facts.conditions.nobody import NOBODY_RELATIONS
from variorum.collate.findings.facts.differ import differ_in_facts
from variorum.collate.points import Weights, read_wordings


def told(*texts: str) -> list[frozenset[str]]:
    wordings = read_wordings(storyline_of(*texts))
    pairs = differ_in_facts(wordings, Weights(wordings), NOBODY_RELATIONS)
    return [
        frozenset(wordings[each.wording].words(each.unit.first, each.unit.end) for each in (pair.left, pair.right))
        for pair in pairs
    ]


@pytest.mark.parametrize(
    ("nobody", "some", "none", "count"),
    [
        ("The shop burned down. No one was hurt.", "Two people were injured.", "No one was hurt", "Two"),
        ("No injuries were reported.", "Three people were hurt in the fire.", "No injuries", "Three"),
        ("There were no injuries, the chief said.", "One person was injured.", "no injuries", "One"),
        ("Nobody was killed in the crash.", "The crash killed four people.", "Nobody was killed", "four"),
        ("Everyone escaped unhurt.", "Two people were injured.", "Everyone escaped unhurt", "Two"),
        ("Everyone on board survived.", "Two people died.", "Everyone on board survived", "Two"),
        ("No passengers were hurt.", "Three passengers were injured.", "No passengers were hurt", "Three"),
        ("None of the passengers was hurt.", "Three passengers were hurt.", "None of the passengers was hurt", "Three"),
        ("All 12 passengers were unharmed.", "Three passengers were hurt.", "All 12 passengers were unharmed", "Three"),
        ("There were no injuries to passengers.", "Three passengers were hurt.", "no injuries", "Three"),
    ],
)
def test_nobody_excludes_somebody(nobody: str, some: str, none: str, count: str) -> None:
    assert told(nobody, some) == [frozenset({none, count})]


@pytest.mark.parametrize(
    ("nobody", "some"),
    [
        ("No one else was hurt.", "Two people were injured."),
        ("No one was seriously hurt.", "Two people were injured."),
        ("No serious injuries were reported.", "Two people were injured."),
        ("No injuries to passengers were reported.", "Two people were injured."),
        ("None of the crew was hurt.", "Two people were injured."),
        ("All passengers were unharmed.", "Two firefighters were injured."),
        ("All young passengers were unharmed.", "Three passengers were injured."),
        ("Not all passengers were unharmed.", "Three passengers were injured."),
        ("Both escaped unhurt.", "Two people were injured."),
        ("Some passengers were unharmed.", "Three passengers were injured."),
        ("It is not known if anyone was hurt.", "Two people were injured."),
        ("No deaths were reported.", "Two people were injured."),
        ("There have been no deaths there since 2004.", "Seven people were killed."),
        ("No one was hurt.", "Two people were injured there in May 2019."),
        ("No one was hurt. Two people were injured, the chief said later.", "Two people were injured."),
    ],
)
def test_nobody_of_some_is_told_of_these_only(nobody: str, some: str) -> None:
    assert told(nobody, some) == []
