"""Which figures one report alone gives, in sentences that no other has a counterpart of."""

import pytest
from tests.collate.build import storyline_of

from variorum.collate.align import align_wordings
from variorum.collate.findings.judged.evidence import Vocabulary
from variorum.collate.findings.singles import find_lone_figures
from variorum.collate.points import Weights, read_wordings

FERRY = "The ferry Lysefjord ran aground off Skudenes on Tuesday morning, the coast guard said."
TOLD = {
    "an amount": ("Mending the quay cost $4 million.", [4e6]),
    "a count": ("The island has 5,000 people.", [5000.0]),
    "a small count": ("Rescue boats from three harbours took part.", []),
    "amounts before counts, two a report": (
        "The island has 5,000 people. Mending the quay cost $4 million. Divers were paid $90,000 a day.",
        [4e6, 9e4],
    ),
}


def alone(*texts):
    storyline = storyline_of(*texts)
    wordings = read_wordings(storyline)
    vocabulary = Vocabulary(wordings)
    vocabulary.learn(list(align_wordings(wordings, Weights(wordings))))
    return [side.unit.value.quantity.value for side in find_lone_figures(storyline, wordings, vocabulary)]


@pytest.mark.parametrize("what", TOLD)
def test_what_stands_alone(what):
    text, values = TOLD[what]
    assert sorted(alone(FERRY, text)) == sorted(values)


@pytest.mark.parametrize(
    "line",
    [
        "Hide Caption 12 of 40 and the bridge is open.",
        "MORE: The bridge of Voss took 500 days to build.",
        "Bridges 101: The Courier tells you everything you need to know about bridges.",
        "Old Ferry With 300 Seats Found Off SkarnWhat Divers Say",
        "READ MORE: Ferry sold for $4 million after it sank.",
    ],
)
def test_what_a_page_says_of_itself_does_not(line):
    assert alone(FERRY, line) == []


def test_what_another_report_gives_too_does_not():
    assert alone("The island has 5,000 people.", "Some 5,000 sheep graze there.") == []


def test_nothing_is_alone_in_one_report():
    assert alone("Mending the quay cost $4 million.") == []
