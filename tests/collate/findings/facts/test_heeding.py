"""Whether advice, warnings and requests were followed: what is read, and what two reports tell of them."""

import pytest
from tests.collate.build import storyline_of

from variorum.collate.findings.facts.conditions.heeding import HEEDING_RELATIONS, find_heeding
from variorum.collate.findings.facts.differ import differ_in_facts, state_facts
from variorum.collate.points import Weights, read_wordings

READ = [
    ("The mayor ignored the warnings.", ["warning spurned"]),
    ("The mayor did not ignore the warnings.", ["warning followed"]),
    ("The council acted on the advice of its engineers.", ["advice followed"]),
    ("The bridge was closed at the request of the police.", ["request followed"]),
    ("The plan was changed in response to public comments.", ["comment followed"]),
    ("The firm went ahead despite the objections.", ["objection spurned"]),
    ("He signed it before receiving a recommendation.", ["recommendation spurned"]),
    ("The judge turned down the request.", ["request spurned"]),
    ("The captain complied with the order.", ["order followed"]),
    # What is open, only said, or an answer to a paper.
    ("The mayor could ignore the warnings.", []),
    ("Did the mayor ignore the warnings?", []),
    ("She left despite his comments.", []),
    ("The firm did not respond to a request for comment.", []),
    ("He rejected suggestions that he knew of it.", []),
]
DIFFER = [
    ("The captain ignored the warnings.", "Told of the storm, the captain heeded the warnings and turned."),
    ("She was moved at her own request.", "Her request was refused, and she was moved."),
    ("The drivers turned down the offer.", "The drivers accepted an offer of 6 percent."),
    ("The mayor decided it before receiving a recommendation.", "The mayor said he acted on the recommendation."),
]
AGREE = [
    ("The captain ignored the warnings.", "Despite the warnings the ship set sail."),
    ("The captain ignored the warnings.", "The captain took the advice."),
    ("The drivers rejected an offer of 4 percent.", "The drivers accepted an offer of 6 percent."),
    ("The judge granted the request for a delay.", "The judge refused the request for bail."),
    ("The council granted the request of Joren Malk.", "The council refused the request of Anna Voss."),
    ("The captain ignored the warnings.", "At first he ignored the warnings, but at noon he heeded the warnings."),
]


@pytest.mark.parametrize(("text", "facts"), READ)
def test_what_became_of_advice_is_read(text, facts):
    found = find_heeding(read_wordings(storyline_of(text)))
    assert [f"{fact.about} {fact.value.split()[0]}" for fact in found] == facts


def _told(one: str, other: str):
    wordings = read_wordings(storyline_of(one, other))
    return list(differ_in_facts(state_facts(wordings, HEEDING_RELATIONS), Weights(wordings)))


@pytest.mark.parametrize(("one", "other"), DIFFER)
def test_advice_followed_and_not_followed_differ(one, other):
    assert _told(one, other)
    assert len(_told(other, one)) == len(_told(one, other))


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_advice_of_two_or_told_alike_does_not(one, other):
    assert not _told(one, other)
