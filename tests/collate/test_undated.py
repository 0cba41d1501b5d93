from tests.collate.build import reports_of

from variorum.annotate.order import retime
from variorum.collate.dated.undated import date_from_stories

DATED = ("2026-03-11", "The bridge at Tarn collapsed on Tuesday, and the mayor, Lena Berg, closed the road.")


def test_a_weekday_that_a_dated_report_shares_dates_a_report():
    reports = reports_of(
        DATED, ("", "Lena Berg closed the road after the Tarn bridge collapsed on Tuesday. She will speak on Thursday.")
    )
    assert date_from_stories(reports, retime) in ({"r2": "2026-03-11"}, {"r2": "2026-03-12"})


def test_a_report_whose_words_name_no_day_stays_undated():
    assert date_from_stories(reports_of(DATED, ("", "The Tarn bridge collapsed, the mayor said.")), retime) == {}


def test_a_story_without_any_date_stays_undated():
    both = reports_of(("", DATED[1]), ("", "Lena Berg closed the road after the Tarn bridge collapsed on Tuesday."))
    assert date_from_stories(both, retime) == {}


def test_another_story_dates_nothing():
    undated = reports_of(("", "Lena Berg closed the road after the Tarn bridge collapsed on Tuesday."), story="other")
    dated = reports_of(("2026-03-11", "x"), DATED)[1:]
    assert date_from_stories([*dated, *undated], retime) == {}
