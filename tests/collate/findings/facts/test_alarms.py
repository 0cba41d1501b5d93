"""Alarms that are told to have come before what they were raised about."""

import pytest
from tests.collate.build import storyline_of

from variorum.collate.findings.facts.differ import differ_in_facts, state_facts
from variorum.collate.findings.facts.occasions.alarms import ALARM_RELATIONS
from variorum.collate.findings.find import find_findings
from variorum.collate.points import Weights, read_wordings


def told_in(*texts: str) -> int:
    wordings = read_wordings(storyline_of(*texts))
    return len(list(differ_in_facts(state_facts(wordings, ALARM_RELATIONS), Weights(wordings))))


@pytest.mark.parametrize(
    ("alarm", "cause"),
    [
        ("Police said they were called at 6.04am on Monday.", "The tram crashed at 6.10am on Monday."),
        ("The first call came in at 9:12 p.m.", "The explosion happened at 9:20 p.m., the mayor said."),
        ("Firefighters received a call at 3:05 a.m., they said.", "The fire broke out about 3:20 a.m. in the roof."),
        (
            "Crews were called at 6.04am. Ambulances were called at 6.10am as well.",
            "The accident happened at 6.10am, she said.",
        ),
    ],
)
def test_no_alarm_comes_before_its_cause(alarm, cause):
    assert told_in(alarm, cause) == 1
    assert told_in(cause, alarm) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # After it, or at most another watch; so long before, or on another day, that it was about something else.
        ("Police were called at 6.15am.", "The tram crashed at 6.10am."),
        ("Police were called at 6.09am.", "The tram crashed at 6.10am."),
        ("Police were called at about 6.05am.", "The tram crashed at 6.10am."),
        ("Police were called just after 6am.", "The tram crashed at 6.10am."),
        ("Police were called at 4.05am.", "The tram crashed at 6.10am."),
        ("Police were called at 6.04am on Sunday.", "The tram crashed at 6.10am on Monday."),
        # No alarm, or no happening.
        ("Police were not called at 6.04am.", "The tram crashed at 6.10am."),
        ("She called her mother at 6.04am.", "The tram crashed at 6.10am."),
        ("Police were called at 6.04am.", "The mayor spoke at 6.10am."),
        ("Police were called at 6.04am.", "Crews were called at 6.10am."),
    ],
)
def test_what_fits_is_not_told(one, other):
    assert told_in(one, other) == 0


def test_the_reason_is_told_to_readers():
    storyline = storyline_of("Police were called at 6.04am to a crashed tram.", "The tram crashed at 6.10am.")
    found = [each for each in find_findings(storyline) if each.kind == "conflict"]
    assert [each.aspect for each in found] == ["date"]
    assert "before what it was raised about" in found[0].why
