"""Where else the reports tell what a finding rests on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.collate.build import storyline_of

from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.written.echoes import Echoes
from variorum.collate.findings.written.spots import Mouths, Spot
from variorum.collate.points import Weights, read_wordings

QUAKE = (
    "The quake killed ten people and injured 80 on the island of Marren, the governor said.",
    "Doctors in Holm treated 80 wounded people, and 30 of them stayed. The island has 80 schools.",
    "At least 50 people were hurt on Marren. The governor said that 50 were injured.",
)
MOST = 12


def echoes(words, *texts, report="r1"):
    """The places that tell what the first `words` of a report tell, each as its report and its words."""
    storyline = storyline_of(*texts)
    wordings = read_wordings(storyline)
    mouths = Mouths(storyline)
    found = Echoes(Setting(storyline, wordings), Weights(wordings), mouths)
    printed = {each.id: each.text for each in storyline.reports}
    start = printed[report].index(words)
    reading = mouths.reading(Spot(report, start, start + len(words)), words)
    others = found.add_to([reading], MOST)[1:]
    return [(each.report, printed[each.report][each.start : each.end]) for each in others]


def test_a_figure_is_echoed_where_it_counts_the_same():
    assert echoes("80", *QUAKE) == [("r2", "80")]


def test_one_report_may_tell_it_twice():
    assert echoes("50", *QUAKE, report="r3") == [("r3", "50")]


@pytest.mark.parametrize(
    ("words", "one", "other"),
    [
        # One day of two acts; one sum of two persons; a town that two things are of.
        ("Tuesday", "The ferry sank on Tuesday off Kvam.", "The owner of the yard flew to Lund on Tuesday."),
        ("14", "Jon Berg scored 14 points for the Otters.", "Ole Dahl scored 14 points for the Bears."),
        ("Oslo", "The skipper lives in Oslo with two sons.", "The wreck was insured by a firm in Oslo."),
    ],
)
def test_what_is_of_another_thing_is_no_echo(words, one, other):
    assert echoes(words, one, other) == []


def test_a_day_is_echoed_under_its_act():
    found = echoes("Tuesday", "The ferry sank on Tuesday off Kvam.", "On Tuesday she sank, her owner said, in fog.")
    assert found == [("r2", "Tuesday")]


def test_a_street_is_one_place_wherever_it_stands():
    one, other = "Gomes was found in a flat on Philip Street.", "Neighbours on Philip Street heard shouting."
    assert echoes("Philip Street", one, other) == [("r2", "Philip Street")]


def test_words_are_echoed_with_what_they_hang_on():
    one, other = "He carried a rifle into the office.", "A man carried a rifle up the stairs. A rifle is a long gun."
    assert echoes("rifle", one, other) == [("r2", "rifle")]


def test_a_place_in_no_sentence_has_no_echo():
    storyline = storyline_of(*QUAKE)
    wordings = read_wordings(storyline)
    mouths = Mouths(storyline)
    found = Echoes(Setting(storyline, wordings), Weights(wordings), mouths)
    reading = mouths.reading(Spot("r1", len(QUAKE[0]), len(QUAKE[0]) + 1), None)
    assert found.add_to([reading], MOST) == [reading]


@given(st.integers(1, 4))
def test_no_more_readings_than_asked(most):
    storyline = storyline_of(*QUAKE, QUAKE[0].replace("ten", "nine"))
    wordings = read_wordings(storyline)
    mouths = Mouths(storyline)
    found = Echoes(Setting(storyline, wordings), Weights(wordings), mouths)
    start = QUAKE[0].index("80")
    reading = mouths.reading(Spot("r1", start, start + 2), 80.0)
    assert len(found.add_to([reading], most)) <= most
