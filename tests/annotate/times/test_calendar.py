from datetime import date

import holidays
import pytest
from dateutil.easter import easter as reference_easter
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotate.times.calendar import Moment, add_months, easter, holiday_in, nth_weekday, shift, write_moment
from variorum.lang.tables import load_table


@pytest.mark.parametrize(
    ("grain", "value"),
    [
        ("D", "2025-10-29"),
        ("W", "2025-W44"),
        ("WE", "2025-W44-WE"),
        ("M", "2025-10"),
        ("Q", "2025-Q4"),
        ("QX", "2025-QX"),
        ("H", "2025-H2"),
        ("Y", "2025"),
        ("DE", "202"),
        ("CE", "20"),
    ],
)
def test_values_of_a_day_by_grain(grain, value):
    assert write_moment(Moment(date(2025, 10, 29), grain)) == value


def test_weeks_belong_to_the_year_of_their_thursday():
    assert write_moment(Moment(date(2024, 12, 31), "W")) == "2025-W01"


@given(st.integers(1950, 2090))
@settings(deadline=None)
def test_easter_and_moving_holidays_agree_with_the_library(year):
    calendar = holidays.country_holidays("US", years=year, observed=False)
    assert holiday_in("nth 11 4 4 0", year) in calendar
    assert holiday_in("nth 9 1 1 0", year) in calendar
    assert easter(year) == reference_easter(year)


@given(st.dates(date(1800, 1, 1), date(2200, 1, 1)), st.integers(-240, 240))
def test_months_there_and_back(day, months):
    moved = add_months(day, months)
    assert moved is not None
    back = add_months(moved, -months)
    assert back is not None
    assert (back.year, back.month) == (day.year, day.month)


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 7), st.sampled_from([1, 2, 3, 4, -1]))
def test_the_nth_weekday_is_one(year, month, weekday, nth):
    day = nth_weekday(year, month, weekday, nth)
    assert (day.isoweekday(), day.month) == (weekday, month)


def test_every_holiday_of_the_table_has_a_day():
    rules = [rule for rule in load_table("en", "times")["holidays"].values() if rule]
    assert all(holiday_in(rule, 2025) is not None for rule in rules)


def test_what_leaves_the_calendar_is_none():
    assert shift(date(9999, 12, 1), 2, "M") is None
    assert shift(date(1, 1, 1), -1, "D") is None
    assert holiday_in("02-30", 2025) is None
