from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.publish.dates import date_in_words, find_days, span_in_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "no date"),
        ("2025-10-29", "29 October 2025"),
        ("2025-10-29T14:05", "29 October 2025, 14:05"),
        ("2025-10-29T14:05:31Z", "29 October 2025, 14:05"),
        ("2025-10-29TMO", "29 October 2025, morning"),
        ("2025-10", "October 2025"),
        ("2025", "2025"),
        ("202", "2020s"),
        ("2025-W44", "week of 27 October 2025"),
        ("2025-W44-WE", "weekend of 1 November 2025"),
        ("2025-Q3", "third quarter of 2025"),
        ("2025-SU", "summer 2025"),
        ("2025-10-29/2025-10-31", "29 October 2025 to 31 October 2025"),
        ("PRESENT_REF", "PRESENT_REF"),
        ("P2D", "P2D"),
        ("2025-13", "2025-13"),
    ],
)
def test_dates_in_words(value, words):
    assert date_in_words(value) == words


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-10-29T23:00", "2025-10-29", "2025-10-29"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-W01", "2024-12-30", "2025-01-05"),
        ("2025-H2", "2025-07-01", "2025-12-31"),
        ("2025-10-29/2025-10-31", "2025-10-29", "2025-10-31"),
    ],
)
def test_days_of_a_date(value, first, last):
    days = find_days(value)
    assert (days.first, days.last) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value", [None, "", "P2D", "2025-13", "2025-02-30", "000", "2025-W60", "0000", "2025-10-31/2024"]
)
def test_what_names_no_day(value):
    assert find_days(value) is None


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2026-03-03", "2026-03-12", "3 to 12 March 2026"),
        ("2026-03-03", "2026-04-01", "3 March to 1 April 2026"),
        ("2025-12-30", "2026-01-02", "30 December 2025 to 2 January 2026"),
        ("2026-03-03T10:00", "2026-03-03T12:00", "3 March 2026"),
        ("2026-03", "2026-03-12", "March to 12 March 2026"),
        (None, "2026-03-12", "12 March 2026"),
        (None, None, ""),
    ],
)
def test_spans(first, last, words):
    assert span_in_words(first, last) == words


@given(st.text())
def test_any_text_is_a_date_or_shown_as_it_stands(text):
    assert find_days(text) is None or find_days(text).first <= find_days(text).last
    assert date_in_words(text)
