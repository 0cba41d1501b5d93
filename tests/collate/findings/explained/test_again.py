"""Figures and dates of the first and of the second happening of a kind within days."""

import pytest
from tests.collate.build import storyline_of

from variorum.collate.findings.find import find_findings

FIRST = "A quake shook Norvik on Sunday. The quake injured five people in Norvik."
SECOND = [
    "The quake injured three people in Norvik. Monday's quake was the second one to hit Norvik in the past 24 hours.",
    "The quake injured three people in Norvik. It was the third quake in two days.",
]
ONE = [
    "The quake injured three people in Norvik. It was the second quake in two years.",
    "The quake injured three people in Norvik. It was the second quake of its strength there.",
    "The quake injured three people in Norvik. A second quake jolted the town several hours later.",
]


def figures(*texts: str) -> list[str]:
    return [each.kind for each in find_findings(storyline_of(*texts)) if each.aspect == "figure"]


@pytest.mark.parametrize("other", SECOND)
def test_a_second_happening_within_days_has_figures_of_its_own(other: str) -> None:
    assert figures(FIRST, other) == figures(other, FIRST) == []


@pytest.mark.parametrize("other", ONE)
def test_figures_of_one_happening_stay_a_conflict(other: str) -> None:
    assert figures(FIRST, other) == ["conflict"]
