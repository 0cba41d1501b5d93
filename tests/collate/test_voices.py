import pytest
from tests.collate.build import storyline_of

from variorum.collate.voices import collect_voices, is_same_quotation


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("we will rebuild it stone by stone", "we will rebuild it stone by stone", True),
        ("we will rebuild it, stone by stone", "we will rebuild it - stone by stone", True),
        ("we will rebuild it stone by stone", "rebuild it stone by stone", True),
        ("we will rebuild it stone by stone", "we will never rebuild anything here", False),
        ("very close", "very close", True),
        ("very close", "we are very close to a settlement", False),
    ],
)
def test_same_quotation(one, other, same):
    assert is_same_quotation(one, other) is same


def test_a_quotation_stands_once_for_each_report_that_prints_it():
    line = storyline_of(
        "“We will rebuild the bridge stone by stone,” said Lena Berg. “We will rebuild the bridge stone by stone.”",
        "Lena Berg, the mayor, said: “We will rebuild the bridge stone by stone.”",
    )
    (voice,) = [each for each in collect_voices(line) if each.speaker == "lena-berg"]
    assert sorted(quote.report for quote in voice.quotes if quote.direct) == ["r1", "r2"]


def test_those_quoted_by_most_witnesses_come_first():
    line = storyline_of(
        "“The water came at night,” said Otto Lindqvist. “It was loud,” he said.",
        "“The bridge will open in May,” said Lena Berg.",
        "“It will cost nothing,” said Lena Berg, the mayor.",
    )
    assert collect_voices(line)[0].speaker == "lena-berg"
