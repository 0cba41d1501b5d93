"""With and without: what is read as had or lacking, and what two reports tell of it."""

import pytest
from tests.collate.build import storyline_of

from variorum.collate.findings.facts.conditions.lacking import LACKING_RELATIONS, find_lacking
from variorum.collate.findings.facts.differ import differ_in_facts
from variorum.collate.points import Weights, read_wordings

READ = [
    ("The rider wore a helmet.", ["helmet with"]),
    ("The rider was not wearing a helmet.", ["helmet without"]),
    ("Officers searched the house without a warrant.", ["warrant without"]),
    ("The man was arrested after a brief struggle.", ["struggle with"]),
    ("There were no signs of a struggle.", ["struggle without"]),
    ("Police found no signs of forced entry.", ["forced_entry without"]),
    ("Foul play was ruled out.", ["foul_play without"]),
    ("Foul play is suspected.", ["foul_play with"]),
    ("The room showed signs of a struggle.", ["struggle with"]),
    ("She was sentenced to life without the possibility of parole.", ["parole without"]),
    ("He was denied bail.", ["bail without"]),
    ("He was freed on bail.", ["bail with"]),
    ("The pair obtained a marriage license.", ["license marriage with"]),
    # What is open, another thing, or a struggle of another sort.
    ("Riders should wear a helmet.", []),
    ("He was out on parole.", []),
    ("After the fight he sang.", []),
    ("Did the rider wear a helmet?", []),
]
DIFFER = [
    ("The rider was not wearing a helmet.", "The rider, a student, wore a helmet."),
    ("He was suspended without pay.", "The school suspended him with pay on Monday."),
    ("The suspect was arrested without a struggle.", "After a struggle the suspect was arrested."),
    ("He is held without bail.", "He was released on bail."),
    ("He had no criminal record.", "The man had a long criminal record."),
]
AGREE = [
    ("Joren Malk was not wearing a helmet.", "Anna Voss wore a helmet."),
    ("The pair obtained a marriage license.", "He drove without a license."),
    ("No tsunami warning was issued.", "The office issued a storm warning."),
    ("The rider wore no helmet.", "The rider rode without a helmet."),
]


@pytest.mark.parametrize(("text", "facts"), READ)
def test_what_is_had_or_lacking_is_read(text, facts):
    found = find_lacking(read_wordings(storyline_of(text)))
    assert [f"{fact.about} {fact.value.split('|')[0]}" for fact in found] == facts


def _told(one: str, other: str):
    wordings = read_wordings(storyline_of(one, other))
    return list(differ_in_facts(wordings, Weights(wordings), LACKING_RELATIONS))


@pytest.mark.parametrize(("one", "other"), DIFFER)
def test_with_and_without_differ(one, other):
    assert _told(one, other)
    assert len(_told(other, one)) == len(_told(one, other))


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_two_persons_and_two_things_do_not(one, other):
    assert not _told(one, other)
