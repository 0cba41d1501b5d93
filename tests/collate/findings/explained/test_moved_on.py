"""What reports published days apart tell as news."""

import pytest
from tests.collate.findings.pairing import is_explained

EARLY, LATE, NEXT = "2026-03-02", "2026-03-09", "2026-03-03"


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        (
            "On Monday she defended the harbour plan.",
            "She was cheered on Sunday.",
            "Monday",
            "Sunday",
        ),
        (
            "Last December Berg called the harbour plan a farce on the radio.",
            "In a speech last July, Berg said no.",
            "December",
            "July",
        ),
        (
            "The party has won the primaries in Virginia and Georgia by a wide margin.",
            "It could lose the old strongholds, say aides, like Arizona and Georgia.",
            "Virginia",
            "Arizona",
        ),
    ],
)
def test_reports_days_apart_tell_of_other_happenings(one, other, left, right):
    assert is_explained((EARLY, one), (LATE, other), left, right, shared=0.2)


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        ("The ferry sank off Kelsund on Monday.", "The ferry sank off Kelsund on Sunday.", "Monday", "Sunday"),
        ("Berg was born in 1958.", "Berg, a lawyer, was born in 1961 in Tern.", "1958", "1961"),
        ("The blast killed 12 people.", "The blast killed 14 people.", "12", "14"),
    ],
)
def test_what_runs_alike_or_lies_back_stays_a_difference(one, other, left, right):
    assert not is_explained((EARLY, one), (LATE, other), left, right, shared=0.2)


def test_reports_of_one_day_and_the_next_tell_of_one_happening():
    one, other = (
        "The minister resigned on Monday over the harbour plan.",
        "Over the plan the minister resigned on Sunday.",
    )
    assert not is_explained((EARLY, one), (NEXT, other), "Monday", "Sunday", shared=0.2)


def test_sentences_that_agree_on_more_tell_of_one_happening_still():
    one = "The party has won the primaries in Virginia and Georgia by a wide margin."
    other = "It could lose the old strongholds, say aides, like Arizona and Georgia."
    assert not is_explained((EARLY, one), (LATE, other), "Virginia", "Arizona", shared=0.6)


@pytest.mark.parametrize(
    ("early", "late", "told"),
    [
        ("In Ohio 66 delegates were at stake.", "Berg won 40 delegates in Utah on Tuesday.", True),
        ("In Ohio 66 delegates were at stake.", "Berg won 40 delegates in Ohio on Tuesday.", False),
        ("She has 66 delegates after Ohio.", "Berg now has 40 delegates.", False),
    ],
)
def test_figures_of_two_states_told_on_different_days_are_of_two_things(early, late, told):
    assert is_explained((EARLY, early), (LATE, late), "66", "40", shared=0.2) == told
    assert not is_explained((EARLY, early), (NEXT, late), "66", "40", shared=0.2)


BEFORE = "Karin Berg hopes for a win in Florida. "
AFTER = "Karin Berg looked back on her day in Texas. "


def test_a_count_is_of_the_state_that_the_sentence_before_names():
    one, other = BEFORE + "Some 150 delegates are at stake there.", AFTER + "There were 107 delegates to be won."
    assert is_explained((EARLY, one), (LATE, other), "150", "107", shared=0.2)


def test_what_somebody_has_by_now_is_of_no_one_state():
    one, other = BEFORE + "Berg has 231 delegates so far.", AFTER + "Berg now has 370 delegates."
    assert not is_explained((EARLY, one), (LATE, other), "231", "370", shared=0.2)


WORK, MARCH = "The yards at Tern give work to 3,200 people.", "Some 3,800 people joined a march to the harbour in Voss."


def test_counts_of_two_doings_days_apart_are_two():
    assert is_explained((EARLY, WORK), (LATE, MARCH), "3,200", "3,800", shared=0.2)
    assert not is_explained((EARLY, WORK), (NEXT, MARCH), "3,200", "3,800", shared=0.2)
    joined = "In Voss 4,100 people took part in a march to the harbour and joined the choir."
    assert not is_explained((EARLY, MARCH), (LATE, joined.replace("took part", "joined")), "3,800", "4,100", shared=0.2)
