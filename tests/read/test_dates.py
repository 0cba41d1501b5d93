"""Dates: read from what is written, weighed together, held against the text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.read.dates.contradictions import is_contradicted, opening_weekday
from variorum.read.dates.dateline import DateCandidate, choose_date, date_by_opening
from variorum.read.dates.datewords import find_dates, is_date_line, read_stamp


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
        ("১৬ ফেব্রুয়ারি ২০২০", "2020-02-16"),
        ("29 अक्टूबर 2025", "2025-10-29"),
        ("(Porto Vecchio, 14 Gennaio 20)", "2020-01-14"),
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


@pytest.mark.parametrize(
    ("written", "fits"),
    [
        ("Tue, 21-Oct-2025", True),
        ("Wednesday, October 21, 2025", False),
        ("Dienstag, 21. Oktober 2025", True),
        ("Mo., 21.10.2025", None),  # short names stand for other words too: they only speak for a day
        ("miércoles 21 de octubre de 2025", False),
        ("wtorek, 21 października 2025", True),
        ("2025년 10월 29일(수)", True),
        ("2025年10月29日（木）", False),
        ("October 21, 2025", None),
    ],
)
def test_a_weekday_beside_a_date_fits_it_or_not(written, fits):
    assert [date.fits for date in find_dates(written)] == [fits]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Published: 29 October 2025", ["published"]),
        ("Last updated 4 Jun 2020, originally created 17 Jun 2019", ["updated", "published"]),
        ("Veröffentlicht am 29.10.2025, aktualisiert am 30.10.2025", ["published", "updated"]),
        ("Publié le 29 octobre 2025, mis à jour le 30 octobre 2025", ["published", "updated"]),
        ("опубликовано 29 октября 2025", ["published"]),
        ("입력 2025.10.29 수정 2025.10.30", ["published", "updated"]),
        ("更新日：2025年10月29日", ["updated"]),
        ("29 October 2025", [None]),
    ],
)
def test_words_before_a_date_say_what_it_is(written, said):
    assert [date.said for date in find_dates(written)] == said


@pytest.mark.parametrize(
    ("written", "ranged"),
    [
        ("14. - 20. Januar 2022", True),
        ("2020/7/11-12", True),
        ("20. Januar 2022", False),
        ("2020-07-11 - 12:30", False),
    ],
)
def test_days_named_together_are_marked(written, ranged):
    assert [date.ranged for date in find_dates(written)] == [ranged]


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Tue, 21-Oct-2025", True),
        ("Published: October 21, 2025 at 10:30 am GMT", True),
        ("Dienstag, 21. Oktober 2025, 10:30 Uhr", True),
        ("21 octobre 2025 à 10h30", True),
        ("2025년 10월 29일 입력", True),
        ("Parliament votes on the new budget on 21 October 2025", False),
        ("Jane Doe, 21 October 2025", False),
        ("no date", False),
    ],
)
def test_a_line_is_a_date_and_no_more(line, is_one):
    assert is_date_line(line) is is_one


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


@pytest.mark.parametrize(
    "text",
    [
        "Der Minister traf am Sonntag in Wien ein und soll am Montag den Kanzler treffen.",
        "Le ministre est arrivé dimanche à Paris, avant la réunion qui se tiendra lundi.",
        "El ministro llegó el domingo a Madrid y se reunirá el lunes con la presidenta.",
        "Il ministro è arrivato domenica a Roma e incontrerà lunedì la premier.",
        "O ministro chegou no domingo a Lisboa e vai reunir-se na segunda-feira com o presidente.",
        "De minister kwam zondag aan in Den Haag en zal maandag de premier ontmoeten.",
        "Ministern anlände söndag till Oslo och ska på måndag träffa statsministern.",
        "Minister przyjechał w niedzielę do Warszawy i spotka się w poniedziałek z premierem.",
        "Министр прилетел в воскресенье в Москву и встретится в понедельник с премьером.",
        "Міністр приїхав у неділю до Києва і зустрінеться у понеділок з прем'єром.",
    ],
)
def test_weekdays_bound_the_day_in_other_languages(text):
    days = ["2025-08-24", "2025-08-25", "2025-08-28", "2025-10-22"]
    assert [is_contradicted(day, text) for day in days] == [False, False, True, True]


@pytest.mark.parametrize(
    "text",
    [
        "Der Markt wird am 25. August eröffnet, das gab die Stadt bekannt, und er soll eine Woche dauern.",
        "La foire des vins du pays se tiendra le 25 août sur la grande place de la ville.",
        "La feria abrirá el 25 de agosto con un concierto en la plaza mayor de la ciudad.",
        "La fiera aprirà il 25 agosto con un concerto nella piazza della città.",
        "Ярмарка будет открыта 25 августа на главной площади города.",
    ],
)
def test_a_dated_event_to_come_bounds_the_day_in_other_languages(text):
    assert [is_contradicted(day, text) for day in ("2025-08-20", "2025-10-21")] == [False, True]


SUNDAY = "The new minister reached the capital on Sunday for her first talks. Both sides will discuss trade."


def test_a_day_on_which_a_page_was_shown_gives_way_to_the_day_its_opening_tells():
    assert opening_weekday(SUNDAY) == 6
    day = date_by_opening("2025-08-27", SUNDAY)
    assert day is not None
    assert (day.value, day.basis) == ("2025-08-24", "text")
    chosen = choose_date([candidate("2025-08-27", 0.3), day], SUNDAY)
    assert chosen is not None
    assert chosen.value == "2025-08-24"
    # A day that its opening bears out stands.
    assert date_by_opening("2025-08-25", SUNDAY) is None
    assert date_by_opening("2025-08-27", "The minister spoke of trade.") is None


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
