"""Dates: read from what is written, weighed together, held against the text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.read.contradictions import is_contradicted
from variorum.read.dateline import DateCandidate, choose_date
from variorum.read.datewords import find_dates, read_stamp


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("29. Oktober 2025, 14:30 Uhr", "2025-10-29T14:30"),
        ("Oct. 29th, 2025 at 3:05 pm", "2025-10-29T15:05"),
        ("29 de octubre de 2025", "2025-10-29"),
        ("1er janvier 2021", "2021-01-01"),
        ("2025年10月29日", "2025-10-29"),
        ("2025년 10월 29일", "2025-10-29"),
        ("2018. április 5.", "2018-04-05"),
        ("5 апреля 2018", "2018-04-05"),
        ("Tue, 21-Oct-2025", "2025-10-21"),
        ("Stand: 01.05.19", "2019-05-01"),
        ("2020-05-01T10:00:00+0200", "2020-05-01T10:00:00+02:00"),
        ("13/04/2020", "2020-04-13"),
    ],
)
def test_written_dates_are_read(written, value):
    assert [date.value for date in find_dates(written)] == [value]


@pytest.mark.parametrize(
    "text", ["", "192.168.10.20", "version 2.0.13", "tel. 030/12/345678", "31.02.2020", "May 2020", "1/2"]
)
def test_what_is_no_date_is_none(text):
    assert find_dates(text) == []


@pytest.mark.parametrize(("order", "value"), [("dmy", "2020-04-03"), ("mdy", "2020-03-04")])
def test_an_open_order_is_marked_and_settled_by_the_language(order, value):
    (date,) = find_dates("03/04/2020", order)
    assert (date.value, date.unsure) == (value, True)


def test_a_name_of_two_months_is_read_in_the_language_of_the_page():
    assert [find_dates("10 listopada 2020", language=code)[0].value for code in ("pl", "hr")] == [
        "2020-11-10",
        "2020-10-10",
    ]


@pytest.mark.parametrize(
    ("stamp", "value"),
    [
        ("20200501", "2020-05-01"),
        ("2020-05-01 10:00:00", "2020-05-01T10:00:00"),
        ("Fri, 01 May 2020 10:00:00 GMT", "2020-05-01T10:00:00Z"),
        ("1588327200", "2020-05-01"),
        ("1588327200000", "2020-05-01"),
        ("0000-00-00", None),
        ("soon", None),
    ],
)
def test_stamps_for_machines_are_read(stamp, value):
    assert read_stamp(stamp) == value


@given(st.text(max_size=300))
def test_dates_lie_in_their_text_and_in_order(text):
    dates = find_dates(text)
    assert all(0 <= date.start < date.end <= len(text) for date in dates)
    assert all(before.end <= after.start for before, after in pairwise(dates))


ARRIVED = (
    "The minister is to hold her first talks in the capital this week. She arrived on Sunday, leading a delegation "
    "ahead of Monday's meeting."
)


@pytest.mark.parametrize(
    ("day", "text", "contradicted"),
    [
        ("2025-08-24", ARRIVED, False),  # a Sunday
        ("2025-08-25", ARRIVED, False),  # the Monday of the meeting
        ("2025-10-21", ARRIVED, True),  # a Tuesday: the day a crawler came by
        ("2025-08-30", ARRIVED, True),  # a Saturday
        ("2025-10-21", "The fair will open on August 25, the town said.", True),
        ("2025-08-20", "The fair will open on August 25, the town said.", False),
        ("2025-10-21", "“The fair will open on August 25,” he had said in July.", False),
        ("2025-10-21", "The fair opened on August 25 and closed a week later.", False),
        ("2025-10", ARRIVED, False),
        ("2025-10-21", "", False),
    ],
)
def test_a_text_contradicts_days_on_which_it_cannot_have_been_written(day, text, contradicted):
    assert is_contradicted(day, text) is contradicted


FIRST, SECOND = "2025-08-24", "2025-08-25"


def candidate(value, weight, place="", **others):
    return DateCandidate(value=value, basis="metadata", evidence="a test", weight=weight, place=place, **others)


@pytest.mark.parametrize(
    ("candidates", "value"),
    [
        ([], None),
        ([candidate("2025-08-25", 0.9)], "2025-08-25"),
        # Two places that agree outweigh one that is surer.
        (
            [candidate("2025-08-24", 0.9, "a"), candidate("2025-08-25", 0.8, "b"), candidate("2025-08-25", 0.8, "c")],
            "2025-08-25",
        ),
        # Two stamps of one system are one witness.
        (
            [candidate("2025-08-24", 0.9, "a"), candidate("2025-08-25", 0.8, "b"), candidate("2025-08-25", 0.8, "b")],
            "2025-08-24",
        ),
        # A change does not count where a publication is known, and does where none is.
        ([candidate("2025-08-24", 0.85), candidate("2025-09-01", 0.6, updated=True)], "2025-08-24"),
        ([candidate("2025-09-01", 0.6, updated=True)], "2025-09-01"),
        # The time of day comes from the place that has it.
        ([candidate("2025-08-24", 0.95, "a"), candidate("2025-08-24T10:00", 0.9, "b")], "2025-08-24T10:00"),
        # An evening in California is the next day in UTC.
        ([candidate("2025-08-25T02:00Z", 0.95, "a"), candidate("2025-08-24", 0.88, "b")], "2025-08-24"),
        ([candidate("2025-08-24", 0.1)], None),
    ],
)
def test_candidates_are_weighed_together(candidates, value):
    chosen = choose_date(candidates, "")
    assert (chosen.value if chosen else None) == value


def test_a_contradicted_date_gives_way_to_the_next():
    chosen = choose_date([candidate("2025-10-21", 0.9), candidate("2025-08-24", 0.6)], ARRIVED)
    assert chosen is not None
    assert chosen.value == "2025-08-24"
    assert choose_date([candidate("2025-10-21", 0.9)], ARRIVED) is None
