import pytest
from tests.collate.build import storyline_of

from variorum.collate.dated.timeline import make_timeline
from variorum.collate.likeness import Likeness


def timeline(*texts):
    line = storyline_of(*texts)
    return [
        (event.date, event.text, sorted({place.report for place in event.readings}))
        for event in make_timeline(line, Likeness(line))
    ]


def test_one_happening_in_two_reports_is_one_event():
    events = timeline(
        ("2026-03-11", "The bridge at Tarn collapsed on Tuesday after days of rain."),
        ("2026-03-12", "Heavy rain brought down the Tarn bridge, which collapsed on 10 March."),
    )
    assert [(date, reports) for date, _, reports in events] == [("2026-03-10", ["r1", "r2"])]


def test_events_come_in_the_order_of_their_dates():
    events = timeline(
        "The inquiry opens on 4 May 2026. The bridge had been inspected in January 2025. It fell on 10 March."
    )
    assert [date for date, _, _ in events] == ["2025-01", "2026-03-10", "2026-05-04"]


def test_the_time_of_a_noun_dates_no_event():
    assert timeline("Nobody expects this year's harvest to be good.") == []


def test_a_clause_that_can_stand_alone_is_shown_alone():
    ((_, text, _),) = timeline("The town was dark because the bridge had collapsed on 10 March.")
    assert text == "the bridge had collapsed on 10 March"


def test_a_clause_about_it_is_shown_with_its_sentence():
    ((_, text, _),) = timeline("The town was dark because it had lost its power on 10 March.")
    assert text.startswith("The town was dark")


def test_reports_that_date_one_happening_differently_share_an_event():
    line = storyline_of(
        ("2026-03-20", "Police arrested Otto Lindqvist on 17 March after the bridge had been searched."),
        ("2026-03-20", "Otto Lindqvist was arrested by police on 19 March, the prosecutor said."),
        ("2026-03-21", "Lindqvist's lawyer said that police arrested Otto Lindqvist on 19 March."),
    )
    (event,) = [each for each in make_timeline(line, Likeness(line)) if "arrested" in each.text]
    assert event.date == "2026-03-19"
    assert sorted((each.report, each.date) for each in event.readings) == [
        ("r1", "2026-03-17"), ("r2", "2026-03-19"), ("r3", "2026-03-19"),
    ]  # fmt: skip


def test_what_happens_again_a_day_later_is_another_event():
    events = timeline(
        ("2026-03-10", "The council of Tarn rejected the plan for a new bridge on Tuesday."),
        ("2026-03-11", "The council of Tarn rejected the plan for a new bridge on Wednesday."),
    )
    assert [date for date, _, _ in events] == ["2026-03-10", "2026-03-11"]


def test_an_hour_without_a_day_stands_on_the_day_that_the_others_tell():
    events = timeline(
        ("2026-03-11", "The bridge at Tarn collapsed at 6:15 a.m. on Tuesday after days of rain."),
        ("2026-03-11", "The bridge at Tarn collapsed at 6:40 a.m. after days of rain."),
    )
    assert len(events) == 1
    assert events[0][0].startswith("2026-03-10T06:")


@pytest.mark.parametrize(
    "text",
    [
        "Turnout was 61 percent, the highest since 1998.",
        "Talks with the council begin on Monday.",
        "The bridge will open on 3 March.",
        "At the scene on Tuesday, 10 March.",
        "The ferry has carried 40,000 guests since 2019.",
        "The ferry has carried 40,000 guests over the past year.",
        "2/34 9 March 2026 A guest is seen at the harbour of Port Kesh.",
        "Before 2019 the ferry had carried no guests at all.",
        "The ferry sank off Port Kesh, the owner said on Tuesday.",
        "Turnout was up from 58 percent in 2022.",
        "The number of guests rose 12.8 percent compared to 2022.",
        "The small harbour of 1790 is today the biggest of the country.",
        "The mayor left the town on Saturday, March 10, 2026.",
        "The figures for 2025 are not known yet.",
        "This was the time of the year when the harvest came in.",
        "9 March 2026 Last updated at 14:39 GMT",
        "PUBLISHED: 02:31 GMT, 12 March 2013 | UPDATED: 22:19 GMT, 12 March 2013",
        "Ferry sinks off Port Kesh Updated: 2026-03-10 09:53 (Agencies)",
        "No one told us what went wrong — Ann Berg (@annberg) March 10, 2026",
    ],
)
def test_comparisons_wrong_readings_and_captions_date_nothing(text):
    assert timeline(text) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Updated rules of the harbour came into force on 9 March 2026.", "2026-03-09"),
        ("Published on 9 March 2026, the report blames the owner of the ferry.", "2026-03-09"),
        ("It was the worst accident since 2009, when 23 people died at Tarn.", "2009"),
    ],
)
def test_what_only_looks_like_a_stamp_or_a_bound_dates_its_clause(text, date):
    assert [each for each, _, _ in timeline(text)] == [date]


def test_this_morning_is_a_day_of_its_own():
    events = timeline(
        ("2026-03-10", "The ferry left Port Kesh at 6 a.m., the owner said on Tuesday."),
        ("2026-03-11", "The ferry left Port Kesh at 6 a.m. this morning."),
    )
    assert ("2026-03-11T06:00", ["r2"]) in [(date, reports) for date, _, reports in events]


def test_a_stretch_of_time_is_one_event():
    (event,) = timeline("The town paid for the bridge between 2019 and 2025.")
    assert event[0] == "2019/2025"


def test_underspecified_times_date_nothing():
    assert timeline(("", "The bridge collapsed on Tuesday.")) == []


def test_what_has_happened_where_the_morrow_has_begun_is_dated():
    events = timeline(
        ("2026-03-10", "The bridge at Tarn collapsed on Wednesday after days of rain. Nobody was hurt on Wednesday."),
        ("2026-03-11", "The bridge at Tarn collapsed on Wednesday after days of rain."),
    )
    assert ("2026-03-11", ["r1", "r2"]) in [(date, reports) for date, _, reports in events]
    assert timeline(("2026-03-10", "The mayor said tomorrow the bridge collapsed.")) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "The ferry left Port Kesh on 9 March and was raised from the sea on 10 March.",
            {"2026-03-09": "The ferry left Port Kesh on 9 March"},
        ),
        (
            "The town bought the ferry in 2019, and the council sold it in 2024.",
            {"2019": "The town bought the ferry in 2019", "2024": "the council sold it in 2024."},
        ),
        (
            "The ferry Alba, which was built in 1987, sank off Port Kesh on 9 March.",
            {
                "1987": "The ferry Alba, which was built in 1987",
                "2026-03-09": "The ferry Alba, which was built in 1987, sank off Port Kesh on 9 March.",
            },
        ),
        (
            "The owner (who bought the ferry Alba in 1987) said on Monday that he would sell her.",
            {"1987": "The owner (who bought the ferry Alba in 1987)"},
        ),
        (
            "The captain spoke of fear in 2015: “I will not sail again before 2019,” he wrote.",
            {"2015": "The captain spoke of fear in 2015: “I will not sail again before 2019,” he wrote."},
        ),
        (
            "The captain said on Monday that fears had spread among the sailors who had come to Port Kesh in 2015.",
            {"2015": "the sailors who had come to Port Kesh in 2015"},
        ),
        (
            "Berg told the paper in an interview published on Monday that the ferry was old.",
            {"2026-03-09": "Berg told the paper in an interview published on Monday that the ferry was old."},
        ),
        (
            "Two years ago, the mayor of Port Kesh was attacked and robbed by sailors.",
            {"2024": "Two years ago, the mayor of Port Kesh was attacked and robbed by sailors."},
        ),
    ],
)
def test_each_date_of_a_sentence_is_shown_with_the_words_that_it_belongs_to(text, shown):
    events = {date: text for date, text, _ in timeline(text)}
    assert {date: events.get(date) for date in shown} == shown


def test_an_hour_without_a_day_takes_the_day_of_reports_that_tell_the_same_hour():
    events = timeline(
        ("2026-03-11", "The ferry left Port Kesh harbour at 11:36 a.m. on Tuesday with 40 guests."),
        ("2026-03-11", "After leaving at 11:36 a.m., the ferry lost its way off Port Kesh harbour."),
    )
    assert [(date, reports) for date, _, reports in events] == [("2026-03-10T11:36", ["r1", "r2"])]


def test_a_happening_told_with_its_month_and_with_its_year_is_one():
    events = timeline(
        "Three sailors were kidnapped off Port Kesh in 2019, among them a captain of the ferry Alba.",
        "The ferry Alba lost three sailors kidnapped off Port Kesh in May 2019.",
    )
    assert [(date, reports) for date, _, reports in events] == [("2019-05", ["r1", "r2"])]


def test_one_deed_done_in_years_apart_is_two_happenings():
    events = timeline(
        "The singer Otto Lindqvist performed at the Tarn festival in 2004 with his band.",
        "The singer Otto Lindqvist performed at the Tarn festival in 2001.",
    )
    assert [(date, reports) for date, _, reports in events] == [("2001", ["r2"]), ("2004", ["r1"])]


def test_who_died_on_two_days_died_once():
    events = timeline(
        "The singer Otto Lindqvist died in 2001 at his house in Tarn.",
        "The singer Otto Lindqvist died in 2004 at his house in Tarn.",
    )
    assert [reports for _, _, reports in events] == [["r1", "r2"]]


def test_a_saying_in_quotation_marks_keeps_its_day():
    ((date, _, _),) = timeline("“The ferry sank because of me,” the captain said on Tuesday.")
    assert date == "2026-03-10"


def test_a_sentence_dates_one_act_once_and_most_exactly():
    assert [
        date for date, _, _ in timeline("The ferry was seen by sailors on Feb. 7, around 8:34 a.m. local time.")
    ] == ["2026-02-07T08:34"]
    events = timeline("The ferry left Port Kesh at 9 a.m. on Tuesday (7:30 p.m. GMT on Monday / 4:30 p.m. EST).")
    assert [date for date, _, _ in events] == ["2026-03-10T09:00"]


def test_a_caption_that_a_report_prints_twice_is_one_event():
    caption = "The ferry Alba was raised from the sea off Port Kesh on 10 March."
    assert len(timeline(f"{caption}\n\nNobody was hurt.\n\n{caption}")) == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "They freed 21 sailors kidnapped off Port Kesh in May 2024 by pirates.",
            "They freed 21 sailors kidnapped off Port Kesh in May 2024 by pirates.",
        ),
        (
            "The owner claimed that the ferry Alba sank off Port Kesh on Tuesday.",
            "The owner claimed that the ferry Alba sank off Port Kesh on Tuesday.",
        ),
        (
            "PORT KESH (Reuters) - The ferry Alba sank off the harbour on Tuesday with 40 guests.",
            "The ferry Alba sank off the harbour on Tuesday with 40 guests.",
        ),
    ],
)
def test_an_event_is_cut_where_it_stays_true(text, shown):
    ((_, told, _),) = timeline(text)
    assert told == shown


def test_like_sentences_of_one_month_are_one_happening_unless_their_verbs_are_two_steps():
    went, held = (
        "In May 2024 the pirates of Port Kesh seized the ferry Alba and its captain Otto Lindqvist near the harbour.",
        "The captain of the ferry Alba, Otto Lindqvist, fell into the hands of pirates near Port Kesh in May 2024.",
    )
    assert [reports for _, _, reports in timeline(went, held)] == [["r1", "r2"]]
    charged, convicted = (
        "In May 2024 the captain of the ferry Alba, Otto Lindqvist, was charged with fraud by a court in Port Kesh.",
        "The captain of the ferry Alba, Otto Lindqvist, was convicted of fraud by a court in Port Kesh in May 2024.",
    )
    assert [reports for _, _, reports in timeline(charged, convicted)] == [["r1"], ["r2"]]


def test_one_act_in_other_words_is_one_event_and_so_is_he_did():
    events = timeline(
        "The new mayor of Tarn, Anna Lund, reached Skarn on Tuesday for her first talks about the ferries.",
        "Traders wait for news of the pier. She arrived in Skarn on Tuesday.",
    )
    assert [reports for _, _, reports in events] == [["r1", "r2"]]


@pytest.mark.parametrize(
    "text",
    [
        "In Skarn on Tuesday Lena Berg sold the ferry. Lena Berg sold a horse in Tarn on Tuesday.",
        "Anna Lund met Lena Berg in Skarn on Tuesday. Anna Lund met Carl Holm at the pier on Tuesday.",
        "Lena Berg sold the ferry on Tuesday. Lena Berg did not sell the ferry on Tuesday, said the guild.",
    ],
)
def test_two_acts_of_one_report_and_day_stay_two(text):
    assert len(timeline(text)) == 2


def test_what_a_report_tells_twice_of_a_day_is_one_event_with_who_did_it():
    ((_, text, _),) = timeline(
        "The flare fired on Tuesday fell into the sea. Lena Berg fired a flare over Tarn on Tuesday."
    )
    assert text.startswith("Lena Berg")


def test_a_clause_and_its_sentence_are_one_event():
    events = timeline(
        "The ferry guild said on Tuesday that all the boats of Tarn would be sold.",
        "The ferry guild said on Tuesday that all the boats of Tarn would be sold, which pleased nobody on the quay.",
    )
    assert len(events) == 1


def test_what_happened_stands_for_what_was_planned():
    ((_, text, reports),) = timeline(
        ("2026-03-10", "Mayor Anna Lund is to meet ferry owner Lena Berg in Skarn on Tuesday."),
        ("2026-03-10", "Mayor Anna Lund met ferry owner Lena Berg in Skarn on Tuesday."),
    )
    assert (text, reports) == ("Mayor Anna Lund met ferry owner Lena Berg in Skarn on Tuesday.", ["r1", "r2"])


@pytest.mark.parametrize(
    "text",
    [
        "Anna Lund took office earlier this year and sold three ferries.",
        "Lena Berg, the owner of the ferry, could not be reached on Tuesday.",
        "This photo taken by a guard shows the ferry of Skarn at its pier on Tuesday.",
        "“The ferry is old. We have to find out what happened on Tuesday. It will not sail,” Lund said.",
        "The tour matters to the house of Lund, which has been working to rebuild its ties with Skarn following the "
        "storm triggered by the fall of Carl Holm, and his bold declaration of a strike last December.",
    ],
)
def test_what_dates_no_happening(text):
    assert timeline(text) == []


def test_what_a_caption_shows_in_the_present_is_no_event():
    assert timeline(("2026-03-14", "A flare is fired during a drill off the coast of Skarn on March 10, 2026.")) == []
