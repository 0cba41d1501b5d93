"""Qualities and manners: what is read of which thing or act, and which two exclude each other."""

import pytest
from tests.collate.build import storyline_of
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.facts.means.qualities import QUALITY_RELATIONS, find_manners, find_qualities
from variorum.collate.points import read_wordings
from variorum.lang.tables import load_table

READ = [
    ("The talks were tense.", ["tone talk tense affirmed"]),
    ("The talks were not tense.", ["tone talk tense denied"]),
    ("An off-duty officer saw the man.", ["duty  off_-_duty affirmed"]),
    ("The police said the party was poorly equipped.", ["outfit  ill_-_equipped affirmed"]),
    ("Joren Malk, a rookie quarterback, scored.", ["seniority =malk rookie affirmed"]),
    # Of another thing, of what may be, and of several.
    ("The previous talks were tense.", []),
    ("Were the talks tense?", []),
    ("The talks could be tense.", []),
    ("The soup was cold.", []),
]
DONE = [
    ("The guard accidentally fired the gun.", ["purpose fire accidentally"]),
    ("The guard fired the gun by accident.", ["purpose fire accidentally"]),
    ("The guard did not accidentally fire the gun.", []),
    ("The guard may have accidentally fired the gun.", []),
]
DIFFER = [
    ("The two sides held tense talks.", "The talks were friendly, a spokesman said."),
    ("The two sides held tense talks.", "The talks were not difficult, she said."),
    ("The climbers were well equipped.", "It appeared the group was insufficiently equipped."),
    ("He fired a toy gun.", "The gun was real, police said."),
    ("The gun was accidentally fired.", "The guard deliberately fired the gun."),
]
AGREE = [
    ("The two sides held tense talks.", "The talks were difficult."),
    ("The two sides held tense talks.", "Tense talks gave way to friendly talks."),
    ("Joren Malk accidentally fired the gun.", "Anna Voss deliberately fired a gun."),
    ("The house was vacant.", "The warehouse was occupied."),
]


def _of(find, text):
    return list(find(read_wordings(storyline_of(text))))


@pytest.mark.parametrize(("text", "facts"), READ)
def test_qualities_are_read_with_what_has_them(text, facts):
    found = _of(find_qualities, text)
    assert [f"{fact.about} {' '.join(fact.value.split('|')[:2])}" for fact in found] == facts


@pytest.mark.parametrize(("text", "facts"), DONE)
def test_manners_are_read_with_the_act(text, facts):
    assert [f"{fact.about} {fact.value.split('|')[0]}" for fact in _of(find_manners, text)] == facts


@pytest.mark.parametrize(("one", "other"), DIFFER)
def test_qualities_that_exclude_each_other_differ(one, other):
    assert told(QUALITY_RELATIONS, one, other)
    assert len(told(QUALITY_RELATIONS, other, one)) == len(told(QUALITY_RELATIONS, one, other))


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_qualities_that_may_both_be_right_do_not(one, other):
    assert not told(QUALITY_RELATIONS, one, other)


def test_no_word_is_of_two_sides_of_a_row():
    table = load_table("en", "qualities")
    for sides in [row["sides"] for row in table["rows"].values()] + list(table["manners"].values()):
        words = [word for side in sides for word in side.split()]
        assert len(words) == len(set(words))
