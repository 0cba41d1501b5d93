"""The second network: words that say the same are told from words that exclude each other."""

import pytest
from tests.collate.build import storyline_of

from variorum.collate.align import Alignment
from variorum.collate.differences import Difference, find_differences
from variorum.collate.findings.judged.contradictions import Contradiction, judge_contradiction
from variorum.collate.findings.judged.judge import mean_of_odds
from variorum.collate.points import Weights, read_wordings


def difference_of(one: str, other: str, words: tuple[str, str]) -> Difference:
    """Return the difference between two sentences at the given words."""
    left, right = wordings = read_wordings(storyline_of(one, other))
    found = find_differences(Alignment(left, right, Weights(wordings)))
    for each in found:
        stretches = (left.words(each.left.first, each.left.end), right.words(each.right.first, each.right.end))
        if stretches == words:
            return each
    raise AssertionError(f"{words} are no difference")


def told(one: str, other: str, words: tuple[str, str]) -> Contradiction:
    return judge_contradiction(difference_of(one, other, words))


SAME = [
    (
        "Thousands of revellers gathered in Valmere on Saturday night.",
        "Thousands of partygoers gathered in Valmere on Saturday night.",
        ("revellers", "partygoers"),
    ),
    (
        "The firm told its staff in Valmere about the cuts on Monday.",
        "The company told its staff in Valmere about the cuts on Monday.",
        ("firm", "company"),
    ),
]
EXCLUDING = [
    (
        "The gunman fled from the bank in Valmere in a stolen van on Monday.",
        "The gunman fled from the bank in Valmere on a stolen motorcycle on Monday.",
        ("van", "motorcycle"),
    ),
]


@pytest.mark.parametrize("same", SAME)
@pytest.mark.parametrize("excluding", EXCLUDING)
def test_words_of_one_meaning_exclude_each_other_less_than_others(same, excluding):
    assert told(*same).excludes < told(*excluding).excludes


def test_a_pair_is_judged_alike_whatever_was_judged_before():
    first = told(*EXCLUDING[0])
    told(*SAME[0])
    assert told(*EXCLUDING[0]) == first


@pytest.mark.parametrize(("one", "other", "mean"), [(0.5, 0.5, 0.5), (0.9, 0.1, 0.5), (1.0, 0.0, 0.5), (0.8, 0.8, 0.8)])
def test_two_opinions_count_alike(one, other, mean):
    assert mean_of_odds(one, other) == pytest.approx(mean, abs=1e-6)
    assert mean_of_odds(one, other) == mean_of_odds(other, one)
