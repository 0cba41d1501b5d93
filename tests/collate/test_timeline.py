from tests.collate.build import storyline_of

from variorum.collate.likeness import Likeness
from variorum.collate.timeline import make_timeline


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


def test_underspecified_times_date_nothing():
    assert timeline(("", "The bridge collapsed on Tuesday.")) == []
