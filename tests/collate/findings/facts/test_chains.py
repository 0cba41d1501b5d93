"""Days of what a story tells as one happening: told where they lie next to each other, and not for two happenings."""

import pytest
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.facts.occasions.chains import CHAIN_RELATIONS

TOLD = [
    (
        "The swelling led to cardiac arrest on the morning of May 3. The cardiac arrest came during the procedure.",
        "Anna Malk had a routine procedure on May 2.",
    ),
    (
        "Anna Malk had a heart attack on May 3.",
        "Anna Malk was rushed from the clinic to Bergen Hospital on May 2 after she stopped breathing.",
    ),
    (
        "Joren Malk was wounded on Friday in air strikes.",
        "He was taken to hospital following the attack on a bunker in Bergen on Saturday that killed ten.",
    ),
    (
        "A bus crash in Bergen killed six on Friday.",
        "Six people were killed on Thursday. The crash killed a child too.",
    ),
    ("Joren Malk was stabbed on May 7.", "Joren Malk was injured on May 8. He was stabbed and injured near a bar."),
]
NOT_TOLD = [
    # Nothing tells the two as one.
    ("Joren Malk was stabbed on Friday.", "Joren Malk was injured on Thursday."),
    ("Joren Malk had surgery on May 3.", "Joren Malk had a heart attack on May 2."),
    # Two days, of which one report tells both, or of two persons or two places.
    ("The crash killed six on Friday. Three were killed on Thursday.", "Six were killed on Thursday in the crash."),
    ("Joren Malk was killed on Friday in a crash.", "Tomas Berg crashed on Thursday."),
    ("A crash in Bergen killed six on Friday.", "A crash in Oslo killed two on Thursday."),
    # Far from each other, planned, denied, another clock, a death that came later.
    ("Joren Malk was shot and killed on Friday.", "Joren Malk was shot on Tuesday."),
    ("Joren Malk will have surgery on Friday during a transplant.", "Joren Malk had the transplant on Thursday."),
    ("Joren Malk was shot on Friday.", "Joren Malk died on Saturday."),
    ("A crash killed six at 11 p.m. on Friday.", "Six were killed at 3 a.m. GMT on Saturday."),
    ("A crash killed six on Friday.", "Six more were killed in a crash on Saturday, a day later."),
]


@pytest.mark.parametrize(("one", "other"), TOLD)
def test_next_days_of_what_is_told_as_one_are_told(one: str, other: str) -> None:
    assert told(CHAIN_RELATIONS, one, other)
    assert told(CHAIN_RELATIONS, one, other) == told(CHAIN_RELATIONS, other, one)


@pytest.mark.parametrize(("one", "other"), NOT_TOLD)
def test_days_of_two_happenings_are_not_told(one: str, other: str) -> None:
    assert told(CHAIN_RELATIONS, one, other) == set()
