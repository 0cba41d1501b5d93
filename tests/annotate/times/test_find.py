"""Time expressions in real wording: the spans found, and their values as of the report's publication."""

import itertools
import re
import time as clock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotate.times.find import find_times, find_times_in
from variorum.lang.tables import load_table
from variorum.model.annotations import Time
from variorum.model.report import Report

FRIDAY = "2025-03-14"


def found(text: str, published: str | None = FRIDAY) -> list[str]:
    return [f"{text[time.start : time.end]} = {time.value}" for time in find_times_in(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Wednesday.", ["Wednesday = 2025-03-12"]),
        ("They will meet on Wednesday.", ["Wednesday = 2025-03-19"]),
        ("They meet on Friday and will return on Friday.", ["Friday = 2025-03-14", "Friday = 2025-03-14"]),
        ("He is set to hold a closely watched meeting on Monday.", ["Monday = 2025-03-17"]),
        ("The offer had been due to expire on Monday.", ["Monday = 2025-03-10"]),
        ("The visit precedes his upcoming talks in Busan on Tuesday.", ["Tuesday = 2025-03-18"]),
        (
            "PRESIDENT LEE MET TRUMP ON WEDNESDAY. TALKS WILL RESUME MONDAY.",
            ["WEDNESDAY = 2025-03-12", "MONDAY = 2025-03-17"],
        ),
        ("In a text about what may come, the court on Tuesday only narrowed it.", ["Tuesday = 2025-03-11"]),
        ("Minister to visit flood zone Sunday", ["Sunday = 2025-03-16"]),
        ("It found the task difficult to meet by Monday, he said.", ["Monday = 2025-03-10"]),
        ("Last Friday he was away; next Friday he is back.", ["Last Friday = 2025-03-07", "next Friday = 2025-03-21"]),
        (
            "They spoke on Monday last week and on Tuesday of next week.",
            ["Monday last week = 2025-03-03", "Tuesday of next week = 2025-03-18"],
        ),
        ("The bill passed in the early hours of Wednesday.", ["the early hours of Wednesday = 2025-03-12TMO"]),
        (
            "He spoke on Thursday night and late Tuesday.",
            ["Thursday night = 2025-03-13TNI", "late Tuesday = 2025-03-11"],
        ),
    ],
)
def test_weekdays_follow_the_verbs(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was agreed in late July.", ["late July = 2024-07"]),
        ("It comes after December's flood.", ["December = 2024-12"]),
        ("They will settle the October deal.", ["October = 2024-10"]),
        ("They agreed to meet in May.", ["May = 2025-05"]),
        ("Martial law was declared last December.", ["last December = 2024-12"]),
        ("It imposed tariffs in April and will lift them in May.", ["April = 2024-04", "May = 2025-05"]),
        (
            "The court will rule on 28 April, before the vote on May 12th.",
            ["28 April = 2025-04-28", "May 12th = 2025-05-12"],
        ),
        ("The year ended Sept. 30 was good.", ["The year = P1Y", "Sept. 30 = 2024-09-30"]),
        ("It is open until April 2.", ["April 2 = 2025-04-02"]),
        ("He was arrested Dec. 3.", ["Dec. 3 = 2024-12-03"]),
        (
            "Posted 10/03/2025, 03/10/2025 and 04/08/2019",
            ["10/03/2025 = 2025-03-10", "03/10/2025 = 2025-03-10", "04/08/2019 = 2019-04-08"],
        ),
        (
            "It was held July 31 to Aug. 2, 2024, and Oct. 31-Nov. 1.",
            ["July 31 = 2024-07-31", "Aug. 2, 2024 = 2024-08-02", "Oct. 31 = 2024-10-31", "Nov. 1 = 2024-11-01"],
        ),
        ("On Sunday, 19 January, it began.", ["Sunday, 19 January = 2025-01-19"]),
        (
            "It will run on March 17-18 and April 3 and 4.",
            ["March 17 = 2025-03-17", "18 = 2025-03-18", "April 3 = 2025-04-03", "4 = 2025-04-04"],
        ),
        ("On April 3 and 4 people died.", ["April 3 = 2025-04-03"]),
        (
            "On 14.03.2025, 2025-03-01, 14-Mar-2025 and 25/12/2024.",
            [
                "14.03.2025 = 2025-03-14",
                "2025-03-01 = 2025-03-01",
                "14-Mar-2025 = 2025-03-14",
                "25/12/2024 = 2024-12-25",
            ],
        ),
        ("January this year and June last year.", ["January this year = 2025-01", "June last year = 2024-06"]),
        (
            "the third quarter, a first-quarter loss, Q1 2024 and 2Q23",
            ["the third quarter = 2024-Q3", "first-quarter = 2025-Q1", "Q1 2024 = 2024-Q1", "2Q23 = 2023-Q2"],
        ),
        ("the second half of last year", ["the second half of last year = 2024-H2"]),
        (
            "the summer of 2019, last autumn and this spring",
            ["the summer of 2019 = 2019-SU", "last autumn = 2024-FA", "this spring = 2025-SP"],
        ),
        (
            "since the late 1990s, the '60s and the 20th century",
            ["the late 1990s = 199", "the '60s = 196", "the 20th century = 19"],
        ),
        ("in nineteen ninety-six and in fiscal 2025", ["nineteen ninety-six = 1996", "fiscal 2025 = 2025"]),
        ("He died in 44 BC, she in AD 79.", ["44 BC = BC0044", "AD 79 = 0079"]),
    ],
)
def test_dates(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "yesterday, today and tomorrow morning",
            ["yesterday = 2025-03-13", "today = 2025-03-14", "tomorrow morning = 2025-03-15TMO"],
        ),
        ("the day before yesterday", ["the day before yesterday = 2025-03-12"]),
        (
            "last month, earlier this year, next week",
            ["last month = 2025-02", "earlier this year = 2025", "next week = 2025-W12"],
        ),
        ("the end of this month", ["the end of this month = 2025-03"]),
        ("two years ago and nearly four months ago", ["two years ago = 2023", "nearly four months ago = 2024-11"]),
        ("several years ago", ["several years ago = PAST_REF"]),
        ("last night and this evening", ["last night = 2025-03-13TNI", "this evening = 2025-03-14TEV"]),
        ("Rain is expected overnight.", ["overnight = 2025-03-14TNI"]),
        ("Rain fell overnight.", ["overnight = 2025-03-13TNI"]),
        ("He spoke over the weekend.", ["the weekend = 2025-W11-WE"]),
    ],
)
def test_words_that_count_from_today(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The war began on 24 February 2022. Two days later the city was shelled. The next day talks began.",
            ["24 February 2022 = 2022-02-24", "Two days later = 2022-02-26", "The next day = 2022-02-27"],
        ),
        (
            "In June 2011 they took it. The following month they lost it. That year 300 died.",
            ["June 2011 = 2011-06", "The following month = 2011-07", "That year = 2011"],
        ),
        (
            "Third-quarter profit was $5 million, against $4 million a year earlier.",
            ["Third-quarter = 2024-Q3", "a year earlier = 2023-Q3"],
        ),
        (
            "Police were called at around 3.30pm on Saturday 8 March and again at 9pm.",
            ["around 3.30pm on Saturday 8 March = 2025-03-08T15:30", "9pm = 2025-03-08T21:00"],
        ),
        (
            "It was agreed in May 2019. The following March it ended. The previous summer had been dry.",
            ["May 2019 = 2019-05", "The following March = 2020-03", "The previous summer = 2019-SU"],
        ),
        ("Fees are due on the 20th.", ["the 20th = 2025-03-20"]),
        (
            "From April to June 2024, 3 March to 5 April 2023",
            ["April = 2024-04", "June 2024 = 2024-06", "3 March = 2023-03-03", "5 April 2023 = 2023-04-05"],
        ),
        (
            "The night of March 3 and noon on Nov. 9.",
            ["The night of March 3 = 2025-03-03TNI", "noon on Nov. 9 = 2024-11-09T12:00"],
        ),
        ("In 1987 prices fell. That day many sold.", ["1987 = 1987", "That day = 1987-XX-XX"]),
        ("In March 2011 it began. Two days later it ended.", ["March 2011 = 2011-03", "Two days later = 2011-03-XX"]),
        (
            "It began in March 1936. In May they won; on 12 June they left. In 1937 it went on, in 1938 it ended.",
            ["March 1936 = 1936-03", "May = 1936-05", "12 June = 1936-06-12", "1937 = 1937", "1938 = 1938"],
        ),
    ],
)
def test_a_story_goes_on_from_the_date_told_last(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "at 11:15 a.m. local time (0915 GMT)",
            ["11:15 a.m. local time = 2025-03-14T11:15", "0915 GMT = 2025-03-14T09:15"],
        ),
        ("5 p.m. ET Friday", ["5 p.m. ET Friday = 2025-03-14T17:00"]),
        (
            "noon Thursday, midnight Thursday",
            ["noon Thursday = 2025-03-13T12:00", "midnight Thursday = 2025-03-13T24:00"],
        ),
        ("at 7 o'clock", ["7 o'clock = 2025-03-14T07:00"]),
        ("Fri, 14 Mar 2025 10:05:00 GMT", ["Fri, 14 Mar 2025 10:05:00 GMT = 2025-03-14T10:05"]),
    ],
)
def test_times_of_day(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("With 9:42 to play, Rovers led by two.", []),
        ("Rovers led 30-28 with only 5:06 to go.", []),
        ("Lund scored with about 10:00 remaining.", []),
        ("Lund scored at 8:15 left in the second half.", []),
        ("Lund scored 2:51 into overtime, and at 14:20 of the second period.", []),
        ("With 3:09 to play in the fourth quarter Rovers scored.", []),
        # What only looks like it.
        ("She left at 6:11 to go home.", ["6:11 = 2025-03-14T06:11"]),
        ("They met at 7:54 to play chess.", ["7:54 = 2025-03-14T07:54"]),
        ("The doors opened at 7:30 in the first week.", ["7:30 = 2025-03-14T07:30"]),
        ("By 9:15 left-wing voters had turned out.", ["9:15 = 2025-03-14T09:15"]),
        ("Sales rose 3 percent in the fourth quarter.", ["the fourth quarter = 2024-Q4"]),
    ],
)
def test_the_clock_of_a_game_tells_no_time_of_day(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "for nearly four years, 18 months and half an hour",
            ["nearly four years = P4Y", "18 months = P18M", "half an hour = PT30M"],
        ),
        ("a two-and-a-half-year sentence, a 90-day pause", ["two-and-a-half-year = P2Y6M", "90-day = P90D"]),
        (
            "several weeks, a couple of days, the past 72 hours",
            ["several weeks = PXW", "a couple of days = P2D", "the past 72 hours = PT72H"],
        ),
        (
            "a year and a half, two decades, a hundred years",
            ["a year and a half = P1Y6M", "two decades = P20Y", "a hundred years = P100Y"],
        ),
        ("4½ months, a 2½-year term, 3 ½ years", ["4½ months = P4.5M", "2½-year = P2Y6M", "3 ½ years = P3Y6M"]),
        # Fractions that lost their small digits, a quantity of none of them, and the hours of every day.
        ("41/2 months and 31/4 hours", ["41/2 months = P4.5M", "31/4 hours = PT3H15M"]),
        ("31/4 miles, 9/11, 2½ million and 24/7", []),
        ("his week-long tour, three consecutive days", ["week-long = P1W", "three consecutive days = P3D"]),
        (
            "every Tuesday, twice a week, each year, daily",
            ["every Tuesday = XXXX-WXX-2", "twice a week = P1W", "each year = P1Y", "daily = XXXX-XX-XX"],
        ),
        ("every four years and every other day", ["every four years = P4Y", "every other day = P2D"]),
        (
            "now, recently, in the near future",
            ["now = PRESENT_REF", "recently = PAST_REF", "the near future = FUTURE_REF"],
        ),
        ("in recent weeks and the coming days", ["recent weeks = PAST_REF", "the coming days = FUTURE_REF"]),
    ],
)
def test_lengths_recurrences_and_vague_times(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Good Friday, Easter Monday and Black Friday",
            ["Good Friday = 2025-04-18", "Easter Monday = 2025-04-21", "Black Friday = 2024-11-29"],
        ),
        ("On Christmas Eve they fled.", ["Christmas Eve = 2024-12-24"]),
        (
            "They met at Chuseok 2025 and Lunar New Year 2025.",
            ["Chuseok 2025 = 2025-10-06", "Lunar New Year 2025 = 2025-01-29"],
        ),
        ("Super Tuesday", []),
    ],
)
def test_holidays(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May may march. Mr March, 58 years old, is a 58-year-old.",
        "Sales fall. Three-quarters of voters and a quarter of firms rely on the Sun.",
        "The 2000 people, $1990, Flight 1999 and 1,500 metres.",
        "It costs $5 a month and 12 percent a year.",
        "as soon as possible? No: as soon as they left. Good morning. The Sunday Times. USA Today.",
        "the last minute, the last day of school, a second term, quarterly results, a daily paper",
        "He scored in the fourth quarter after two touchdowns.",
    ],
)
def test_what_only_looks_like_a_time(text):
    assert [each for each in found(text) if "as soon as possible" not in each] == []


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        (
            None,
            "On Wednesday, 3 May, last year and in July.",
            ["Wednesday, 3 May = XXXX-05-03", "last year = XXXX", "July = XXXX-07"],
        ),
        (None, "On Wednesday night.", ["Wednesday night = XXXX-WXX-3TNI"]),
        (
            None,
            "the third quarter, next week, today, noon",
            ["the third quarter = XXXX-Q3", "next week = XXXX-WXX", "today = XXXX-XX-XX", "noon = XXXX-XX-XXT12:00"],
        ),
        (
            "2025",
            "last year, last month, Wednesday",
            ["last year = 2024", "last month = XXXX-XX", "Wednesday = XXXX-WXX-3"],
        ),
        (
            "2025-10",
            "last month, this year, Wednesday",
            ["last month = 2025-09", "this year = 2025", "Wednesday = XXXX-WXX-3"],
        ),
        ("2025-10-29T23:30:00Z", "Wednesday", ["Wednesday = 2025-10-29"]),
    ],
)
def test_what_the_publication_does_not_tell_is_underspecified(published, text, expected):
    assert found(text, published) == expected


def test_types():
    text = "On Friday at noon, for two days, every week."
    assert [time.type for time in find_times_in(text, FRIDAY)] == ["DATE", "TIME", "DURATION", "SET"]


def test_offsets_count_code_points():
    text = "👍🏽 e\u0301 On Monday."
    (time,) = find_times_in(text, FRIDAY)
    assert text[time.start : time.end] == "Monday"


def test_a_batch_is_its_reports_one_by_one():
    reports = [Report(id="a", text="On Monday.", published=FRIDAY), Report(id="b", text="On Monday.", published=None)]
    assert find_times(reports) == [
        (Time(start=3, end=9, type="DATE", value="2025-03-10"),),
        (Time(start=3, end=9, type="DATE", value="XXXX-WXX-1"),),
    ]


TIMEX3 = re.compile(
    r"(?:PAST|PRESENT|FUTURE)_REF"
    r"|P(?:T?(?:\d+(?:\.\d+)?|X)(?:Y|M|W|D|Q|DE|CE|ME|WE|NI|H|S)(?:\d+M|\d+S|T12H)?)|PT12H"
    r"|BC\d{4}|\d\d|\d{3}|XX|XXX"
    r"|(?:\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?|-W(?:\d\d|XX)(?:-(?:WE|[1-7]))?|-Q[1-4X]|-H[12X]|-(?:SP|SU|FA|WI))?"
    r"(?:T(?:\d\d:\d\d(?::\d\d)?|MO|AF|EV|NI|DT))?"
)


WORDS = st.sampled_from(
    [
        "May",
        "31",
        "the",
        "last",
        "quarter",
        "of",
        "1999",
        "Friday",
        ",",
        "-",
        "two",
        "years",
        "ago",
        "!",
        "9999",
        "0001",
        "31.02.2025",
        "a",
        "half",
        "in",
        "week",
        "'til",
        "12:61",
        "€",
        "é\n",
    ]
)


def _all_words() -> list[str]:
    table = load_table("en", "times")
    valued = [word for role in table["valued"].values() for word in role]
    plain = [word for words in table["plain"].values() for word in words.split()]
    return sorted({*valued, *plain, "May", "Monday", "3", "1999", "half", "5 p.m.", "-", ",", "'s"})


@given(st.lists(st.sampled_from(_all_words()), max_size=25).map(" ".join), st.sampled_from([None, "2025", FRIDAY]))
@settings(max_examples=500, deadline=None)
def test_any_order_of_words_of_time_gives_valid_times(text, published):
    assert all(TIMEX3.fullmatch(time.value) for time in find_times_in(text, published))


@given(st.lists(WORDS, max_size=30).map(" ".join), st.sampled_from([None, "0001-01-01", "9999-12-31", "2025", FRIDAY]))
@settings(max_examples=200, deadline=None)
def test_every_time_lies_in_its_text_and_they_follow_one_another(text, published):
    times = find_times_in(text, published)
    assert all(0 <= time.start < time.end <= len(text) and time.value for time in times)
    assert all(TIMEX3.fullmatch(time.value) for time in times)
    assert all(one.end <= two.start for one, two in itertools.pairwise(times))


@pytest.mark.parametrize("piece", ["May ", "the ", "full ", ",", "1 ", "a hundred ", "two years ago ", "early in "])
def test_cost_grows_with_the_text_not_with_its_square(piece):
    def cost(repeats: int) -> float:
        """The least of three runs: a busy machine makes any single one slow."""
        taken = []
        for _ in range(3):
            started = clock.process_time()
            find_times_in(piece * repeats, FRIDAY)
            taken.append(clock.process_time() - started)
        return min(taken)

    cost(10)
    assert cost(8000) < 30 * max(cost(1000), 0.01)


def test_the_end_of_a_code_is_no_year():
    assert find_times_in("The galaxy RX J1131-1231 bends the light of four quasars.") == ()
    assert find_times_in("The files of 2013-2015 are lost.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank on Saturday morning off Port Kesh.", ["Saturday morning = 2025-03-15TMO"]),
        ("The ferry sank on Saturday off Port Kesh.", ["Saturday = 2025-03-08"]),
        (
            "The ferry sank on Saturday. The owner had sold it on Thursday. It was raised on Saturday.",
            ["Saturday = 2025-03-15", "Thursday = 2025-03-13", "Saturday = 2025-03-15"],
        ),
        (
            "The ferry sank on Thursday. The owner had sold it on Saturday, and was paid on Saturday.",
            ["Thursday = 2025-03-13", "Saturday = 2025-03-08", "Saturday = 2025-03-08"],
        ),
        ("The ferry sank last Saturday.", ["last Saturday = 2025-03-08"]),
        ("The ferry sank on Sunday.", ["Sunday = 2025-03-09"]),
    ],
)
def test_a_bare_weekday_of_six_days_ago_is_the_morrow_where_that_has_begun(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two years ago, the windows of the town hall were smashed on Halloween.", "Halloween = 2022-10-31"),
        ("The windows were smashed on New Year's Eve three years ago.", "New Year's Eve = 2021-12-31"),
        ("The 2019 Thanksgiving parade was held in the rain.", "Thanksgiving = 2019-11-28"),
        ("Guests arrive before the New Year's Eve ball on Dec. 31, 2016.", "New Year's Eve = 2016-12-31"),
        ("The fair, founded ten years ago, will open on Easter Monday.", "Easter Monday = 2025-04-21"),
        ("The windows were smashed on Halloween.", "Halloween = 2024-10-31"),
    ],
)
def test_a_holiday_is_of_the_year_that_its_sentence_tells(text, expected):
    assert expected in found(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will sail tomorrow,” the captain wrote on Monday.", "tomorrow = 2025-03-11"),
        ("On Tuesday the captain said: “We sailed last night.”", "last night = 2025-03-10TNI"),
        ("“We will sail tomorrow,” the captain wrote.", "tomorrow = 2025-03-15"),
        ("The captain said on Monday that the ferry would sail tomorrow.", "tomorrow = 2025-03-15"),
        ("“We sailed on Monday and return tomorrow,” the captain wrote.", "tomorrow = 2025-03-15"),
    ],
)
def test_tomorrow_in_a_quotation_is_counted_from_the_day_it_was_said_on(text, expected):
    assert expected in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Play Video 0:53 The ferry leaves the harbour",
        "A timeline of events 01:26",
        "9 September 11:25 p.m. GMT+02:00",
        "Stickers themed around winter sports were shown.",
        "The comet lit up the night sky over the harbour.",
    ],
)
def test_lengths_of_clips_zones_and_kinds_are_no_times(text):
    assert not {"0:53", "01:26", "02:00", "winter", "the night"} & {
        text[time.start : time.end] for time in find_times_in(text, FRIDAY)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It left at 0:53 for the islands.", "0:53 = 2025-03-14T00:53"),
        ("9:30 The ferry leaves the harbour", "9:30 = 2025-03-14T09:30"),
        ("The ferry was raised in the winter of 2016.", "the winter of 2016 = 2016-WI"),
        ("The comet was seen in the night by sailors.", "the night = 2025-03-14TNI"),
    ],
)
def test_what_only_looks_like_them_is_a_time(text, expected):
    assert found(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The files of 4,000 guests lay open between November and January.",
            ["November = 2024-11", "January = 2025-01"],
        ),
        ("The files of 4,000 guests lay open between May and July.", ["May = 2024-05", "July = 2024-07"]),
        ("Guests may come from 3 May to 5 July.", ["3 May = 2025-05-03", "5 July = 2025-07-05"]),
        ("Fans came in their thousands to celebrate the cup on Thursday.", ["Thursday = 2025-03-13"]),
        ("Minister to visit flood zone Sunday", ["Sunday = 2025-03-16"]),
        ("The owner promises to raise the ferry in May.", ["May = 2025-05"]),
        ("Guests were sent to ferryhelp2017.com by the owner.", []),
    ],
)
def test_ends_of_stretches_and_what_looks_ahead_by_an_infinitive_alone(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sailed on 9 March. It is seen before dawn in the bay on 20 March.", "dawn = 2025-03-20TMO"),
        ("The ferry sailed on 9 March. It sank before dawn, the owner said on 11 March.", "dawn = 2025-03-09TMO"),
    ],
)
def test_a_time_of_day_is_of_the_day_behind_it(text, expected):
    assert expected in found(text)
