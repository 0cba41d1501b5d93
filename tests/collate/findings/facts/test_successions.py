"""Whom somebody succeeded, and by whom: two who cannot both be, and what is no succession."""

import pytest
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.facts.posts.successions import SUCCESSION_RELATIONS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Laura Benson succeeded Robert Dunn in May.", "Laura Benson replaced Alan Moore as chief of the board."),
        ("Robert Dunn was replaced by Laura Benson.", "Robert Dunn's successor, Susan Keller, is from Norfield."),
        ("Laura Benson succeeded Robert Dunn.", "Robert Dunn was succeeded by Susan Keller, his deputy."),
    ],
)
def test_two_predecessors_or_successors_are_told(one, other):
    assert len(told(SUCCESSION_RELATIONS, one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # hoped for, denied, of another, both told, a spelling
        ("Laura Benson had hoped to succeed Robert Dunn.", "Robert Dunn was succeeded by Susan Keller."),
        ("Laura Benson did not replace Robert Dunn.", "Robert Dunn was replaced by Susan Keller."),
        ("Laura Benson succeeded Robert Dunn.", "Susan Keller succeeded Alan Moore."),
        (
            "Laura Benson succeeded Robert Dunn. Laura Benson later replaced Alan Moore.",
            "Laura Benson succeeded Alan Moore.",
        ),
        ("Laura Benson succeeded Robert Dunn.", "Laura Benson replaced Robert Dunne."),
        ("Laura Benson succeeded Dunn.", "Laura Benson succeeded Robert Dunn and Alan Moore."),
    ],
)
def test_what_may_both_be_right_is_not_told(one, other):
    assert told(SUCCESSION_RELATIONS, one, other) == set()


def test_odd_texts_have_no_facts():
    assert told(SUCCESSION_RELATIONS, "", "successor") == set()
    assert told(SUCCESSION_RELATIONS, "succeeded " * 100, "replaced by by by the the") == set()
