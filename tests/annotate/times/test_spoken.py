"""Times of day in words, in wording of our own, as of a Friday."""

import pytest

from variorum.annotate.times.find import find_times_in


def found(text: str) -> list[str]:
    return [f"{text[time.start : time.end]} = {time.value}" for time in find_times_in(text, "2025-03-14")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry left at half past ten.", ["half past ten = 2025-03-14T10:30"]),
        ("The ferry left at half-past ten at night.", ["half-past ten at night = 2025-03-14T22:30"]),
        ("The ferry left at a quarter to nine.", ["a quarter to nine = 2025-03-14T08:45"]),
        ("The ferry left about quarter past nine.", ["about quarter past nine = 2025-03-14T09:15"]),
        ("The ferry left at five minutes to six.", ["five minutes to six = 2025-03-14T05:55"]),
        ("The ferry left at ten past four on Monday.", ["ten past four on Monday = 2025-03-10T04:10"]),
        ("The ferry left at twenty to five.", ["twenty to five = 2025-03-14T04:40"]),
        ("The ferry left at ten minutes to one.", ["ten minutes to one = 2025-03-14T12:50"]),
        ("The ferry left towards eight in the morning.", ["eight in the morning = 2025-03-14T08:00"]),
        ("The ferry left at 8 in the evening.", ["8 in the evening = 2025-03-14T20:00"]),
        ("The ferry left at two in the afternoon.", ["two in the afternoon = 2025-03-14T14:00"]),
        ("The ferry left at ten on Monday night.", ["ten on Monday night = 2025-03-10T22:00"]),
        ("The ferry left at ten o'clock in the evening.", ["ten o'clock in the evening = 2025-03-14T22:00"]),
        ("The ferry left an hour before midnight.", ["an hour before midnight = 2025-03-14T23:00"]),
        ("The ferry left just after 6.30 last night.", ["6.30 last night = 2025-03-13T18:30"]),
        ("The ferry left at 6:30 yesterday evening.", ["6:30 yesterday evening = 2025-03-13T18:30"]),
        ("The ferry left at 9.40 in the morning.", ["9.40 in the morning = 2025-03-14T09:40"]),
        ("The ferry left at about 8:15 on Monday evening.", ["about 8:15 on Monday evening = 2025-03-10T20:15"]),
        ("The ferry left at 12.30 this morning.", ["12.30 this morning = 2025-03-14T00:30"]),
        ("The ferry left at 8 p.m. last night.", ["8 p.m. last night = 2025-03-13T20:00"]),
        ("The ferry left at 8:15 tonight.", ["8:15 tonight = 2025-03-14T20:15"]),
        ("The ferry left at 10.51 local time.", ["10.51 local time = 2025-03-14T10:51"]),
        ("The share cost 6.30 last night.", ["last night = 2025-03-13TNI"]),
        ("The ferry left half an hour after noon.", ["half an hour after noon = 2025-03-14T12:30"]),
        (
            "The ferry left 20 minutes before 9 p.m. on Monday.",
            ["20 minutes before 9 p.m. on Monday = 2025-03-10T20:40"],
        ),
        ("The ferry left two hours after midnight.", ["two hours after midnight = 2025-03-14T02:00"]),
    ],
)
def test_times_of_day_in_words(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "clocks"),
    [
        ("It cut the delay from five minutes to six seconds.", 0),
        ("They added five minutes to six races.", 0),
        ("Shares fell from a quarter to nine dollars.", 0),
        ("He was sold at twenty to five clubs.", 0),
        ("Half of the ten were hurt.", 0),
        ("They drove past four in the dark.", 0),
        ("The raid killed 12 in the morning.", 0),
    ],
)
def test_numbers_that_tell_no_hour(text, clocks):
    assert sum(":" in each.value for each in find_times_in(text, "2025-03-14")) == clocks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It took an hour and 15 minutes.", ["an hour and 15 minutes = PT1H15M"]),
        ("It took two years and three months.", ["two years and three months = P2Y3M"]),
        ("It took 3 days, 4 hours.", ["3 days, 4 hours = P3DT4H"]),
        ("It took 9 minutes 46 seconds.", ["9 minutes 46 seconds = PT9M46S"]),
        ("It took three months and two years.", ["three months = P3M", "two years = P2Y"]),
        ("It was told two years and three months ago.", ["two years = P2Y", "three months ago = 2024-12"]),
    ],
)
def test_lengths_in_two_units(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("The blast occurred an hour before midnight.", "2025-03-14T06:10:00Z", "2025-03-13T23:00"),
        ("The fire broke out at 9:30 p.m. local time.", "2025-03-14T07:00:00Z", "2025-03-13T21:30"),
        # Of another zone it may be the same day; what is to come is; and without the hour of the report nothing tells.
        ("The blast occurred an hour before midnight.", "2025-03-14T15:10:00Z", "2025-03-14T23:00"),
        ("The bridge will close at 9:30 p.m.", "2025-03-14T07:00:00Z", "2025-03-14T21:30"),
        ("The fire broke out at 9:30 p.m.", "2025-03-14", "2025-03-14T21:30"),
    ],
)
def test_what_happened_at_a_later_hour_was_on_the_day_before(text, published, value):
    assert [each.value for each in find_times_in(text, published)] == [value]
