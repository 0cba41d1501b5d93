"""Pairs of wordings of our own, read and compared from end to end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.annotate.quantities.find import find_quantities_in
from variorum.annotate.times.find import find_times_in
from variorum.collate.compare.dates import compare_dates
from variorum.collate.compare.figures import compare_figures
from variorum.collate.compare.readings import readings_of

THURSDAY = "2025-03-06"


def compare_first_figures(one: str, other: str) -> str:
    quantities = [find_quantities_in(text, times=find_times_in(text, THURSDAY))[0] for text in (one, other)]
    return compare_figures(*quantities).outcome


def meant(text: str, published: str | None) -> tuple[str, ...]:
    time = find_times_in(text, published)[0]
    return readings_of(time.value, text[time.start : time.end], text[max(0, time.start - 20) : time.start])


def compare_first_times(one: str, other: str, published: str | None, *, hedged: bool = False) -> str:
    verdicts = [
        compare_dates(left, right, hedged=hedged) for left in meant(one, published) for right in meant(other, published)
    ]
    return next((each for each in verdicts if each.outcome in ("same", "fits")), verdicts[0]).outcome


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("half a mile of sand", "a mile and a half of sand", "differs"),
        ("half a mile of sand", "800 metres of sand", "fits"),
        ("a mile and a half of sand", "1.5 miles of sand", "same"),
        ("half a million voters", "a million and a half voters", "differs"),
        ("a fall to minus 20", "a fall to minus 17 degrees", "differs"),
        ("a fall to minus 20", "a fall to 20 degrees below zero", "same"),
        ("a fall to minus 20", "a fall to -4 degrees Fahrenheit", "fits"),
        ("a rise to 35 degrees", "a rise to 41 degrees Celsius", "differs"),
        ("a rise to 95 degrees", "a rise to 35 degrees Celsius", "fits"),
        ("a rise to 20 degrees", "a rise to minus 20 degrees", "differs"),
        ("about 850 guests", "roughly 1,000 guests", "differs"),
        ("about 12 guests", "some 15 guests", "differs"),
        ("about 25 guests", "around 30 guests", "differs"),
        ("about 29 guests", "around 30 guests", "fits"),
        ("about 145 guests", "around 150 guests", "fits"),
        ("about 990 guests", "around 1,000 guests", "fits"),
        # No figure is on both sides of one; "at least" and "up to" it meet in it.
        ("more than $1 million", "almost $1 million", "differs"),
        ("just over $1 million", "under $1 million", "differs"),
        ("at least $1 million", "up to $1 million", "same"),
        ("nearly 300 guests", "300 guests", "same"),
        # "About" allows as much as the figure's own digits do.
        ("about 360 guests", "358 guests", "fits"),
        ("about 360 guests", "326 guests", "differs"),
        ("about 35 guests", "33 guests", "fits"),
        ("about 400 guests", "365 guests", "fits"),
        ("about a dozen guests", "13 guests", "fits"),
        # A figure that is rounded is not moved far, and a bound is not rounded.
        ("60 guests", "65 guests", "differs"),
        ("10 guests", "11 guests", "differs"),
        ("20 guests", "19 guests", "fits"),
        ("$3 billion", "$3.1 billion", "fits"),
        ("$3 billion", "$3.2 billion", "differs"),
        ("at least 30 guests", "28 guests", "differs"),
        ("35 miles of sand", "60 km of sand", "fits"),
        ("more than 990 guests", "almost 1,000 guests", "fits"),
        ("more than 300 guests", "nearly 400 guests", "fits"),
        ("more than 300 guests", "nearly 280 guests", "differs"),
        ("nearly 400 guests", "395 guests", "fits"),
        ("nearly 400 guests", "330 guests", "differs"),
        ("nearly 400 guests", "440 guests", "differs"),
        ("just over 400 guests", "431 guests", "fits"),
        ("just over 400 guests", "511 guests", "differs"),
        ("more than 400 guests", "511 guests", "fits"),
        ("a 15ft boat", "a 20-foot boat", "differs"),
        ("a 15ft boat", "a 4.6m boat", "fits"),
        ("He is 5-foot-8.", "He is 5ft 8in.", "same"),
        ("He is 5-foot-8.", "He is 1.73m tall.", "fits"),
        ("He is 5-foot-8.", "He is 5ft 11in.", "differs"),
        ("a 1.5kg fish", "a 3.3lb fish", "fits"),
        ("a 1.5kg fish", "a 6lb fish", "differs"),
        ("a 140,000lb vessel", "a 140,000-pound vessel", "same"),
        ("a 13m wall", "a 12-metre wall", "differs"),
    ],
)
def test_figures_as_worded(one, other, outcome):
    assert compare_first_figures(one, other) == outcome
    assert compare_first_figures(other, one) == outcome


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("It took half an hour.", "It took an hour and a half.", "differs"),
        ("It took 90 minutes.", "It took an hour and a half.", "same"),
        ("It took a year and a half.", "It took 18 months.", "same"),
        ("It took a year and a half.", "It took half a year.", "differs"),
        ("They left early on Wednesday.", "They left late on Tuesday.", "fits"),
        ("They left late on Wednesday.", "They left early on Tuesday.", "differs"),
        ("They left early on Wednesday.", "They left late on Monday.", "differs"),
        ("They left before April 2011.", "They left in the first quarter of 2011.", "fits"),
        ("They left before April 2011.", "They left on May 3, 2011.", "differs"),
        ("They left sometime before April 2011.", "They left in March 2011.", "fits"),
        ("They left after April 2011.", "They left on May 3, 2011.", "fits"),
        ("They left after April 2011.", "They left in 2010.", "differs"),
        ("They left shortly before April 2011.", "They left in May 2010.", "differs"),
        ("They left well before April 2011.", "They left in May 2010.", "fits"),
        ("They left before April 2011.", "They left before May 2011.", "differs"),
        ("They left early on Friday.", "They left late on Friday.", "differs"),
        ("They left early on Friday.", "They left on Friday.", "fits"),
        ("They left on Tuesday afternoon.", "They left on Tuesday morning.", "differs"),
        ("They left on Tuesday night.", "They left on Tuesday evening.", "fits"),
        ("They left on Tuesday night.", "They left early on Wednesday.", "fits"),
        ("They left on Tuesday night.", "They left on Wednesday night.", "differs"),
        ("They left on Tuesday evening.", "They left at 8 p.m. on Tuesday.", "fits"),
        ("They left on Tuesday evening.", "They left at 8 a.m. on Tuesday.", "differs"),
        ("They left last week.", "They left this week.", "differs"),
        ("They left last weekend.", "They left last Tuesday.", "differs"),
        ("They left in late 2011.", "They left in 2009.", "differs"),
        ("They left in late 2011.", "They left in 2011.", "fits"),
        ("They left in late 2011.", "They left in early 2011.", "differs"),
        ("They left in late 2011.", "They left in October 2011.", "fits"),
        ("They left in late 2011.", "They left in March 2011.", "differs"),
        ("They left in mid-2011.", "They left in late 2011.", "fits"),
        ("They left in early May 2011.", "They left on May 24, 2011.", "differs"),
    ],
)
@pytest.mark.parametrize("published", [THURSDAY])
def test_times_as_worded(one, other, outcome, published):
    assert compare_first_times(one, other, published) == outcome
    assert compare_first_times(other, one, published) == outcome


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("They left on Thursday.", "They left on 6 June.", "unlike"),
        ("They left early on Thursday.", "They left on the night of Sept. 13.", "unlike"),
        ("They left on Thursday.", "They left on 6 June 2013.", "fits"),
        ("They left on Thursday.", "They left on 7 June 2013.", "differs"),
        ("They left on Thursday.", "They left on Friday.", "differs"),
        ("They left on 6 June.", "They left on 8 June.", "differs"),
        ("They left early on Thursday.", "They left on Wednesday night.", "fits"),
        ("They left early on Monday.", "They left late on Sunday.", "fits"),
        ("They left early on Thursday.", "They left on Thursday night.", "differs"),
        ("They left on Thursday night.", "They left on Wednesday night.", "differs"),
        ("They left early on Wednesday.", "They left late on Thursday.", "differs"),
    ],
)
def test_days_without_publication(one, other, outcome):
    assert compare_first_times(one, other, None) == outcome
    assert compare_first_times(other, one, None) == outcome


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        (("They left this week.", "2025-03-06"), ("They left last week.", "2025-03-12"), "same"),
        (("They left this week.", "2025-03-06"), ("They left last week.", "2025-03-05"), "differs"),
        (("They left this week.", "2025-03-06"), ("They left this week.", "2025-03-12"), "differs"),
        (("They left last week.", "2025-03-12"), ("They left on Wednesday.", "2025-03-06"), "fits"),
        (("They left last week.", "2025-03-12"), ("They left on Monday.", "2025-03-11"), "differs"),
        # The day by the one's week, the date by its month.
        (("The permit expires on Thursday.", "2025-03-04"), ("The permit expired on 6 March.", "2025-03-08"), "same"),
        (("The permit expires on Thursday.", "2025-03-04"), ("The permit expired on 6 March.", None), "fits"),
        (
            ("The permit expires on Thursday.", "2025-03-04"),
            ("The permit expired on 8 March.", "2025-03-08"),
            "differs",
        ),
    ],
)
def test_days_by_the_publication_of_each(one, other, outcome):
    verdicts = [compare_dates(left, right) for left in meant(*one) for right in meant(*other)]
    assert next((each for each in verdicts if each.outcome in ("same", "fits")), verdicts[0]).outcome == outcome


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("It sank at 12:20 p.m.", "It sank at 12:13 pm.", "differs"),
        ("It sank at 12:20 p.m.", "It sank at 12:20 pm.", "same"),
        ("It sank at 12:20 p.m.", "It sank at noon.", "differs"),
        ("It sank at 12:13 p.m.", "It sank around noon.", "fits"),
        ("It sank at 12:13 p.m.", "It sank at 12:15 p.m.", "fits"),
        ("It sank shortly before midnight.", "It sank an hour before midnight.", "differs"),
        ("It sank shortly before midnight.", "It sank at 11:50 p.m.", "fits"),
        ("It sank at five minutes to six.", "It sank at half past ten.", "differs"),
        ("It sank at quarter to nine.", "It sank at 8:45 p.m.", "same"),
        ("It sank at quarter to nine.", "It sank at a quarter past nine.", "differs"),
        ("It sank at ten o'clock.", "It sank at 10 p.m.", "same"),
        ("It sank towards eight in the morning.", "It sank at 7:50 a.m.", "fits"),
        ("It sank towards eight in the morning.", "It sank at 8 p.m.", "differs"),
        ("It sank in the evening.", "It sank at 8 p.m.", "fits"),
        ("It sank in the evening.", "It sank at 8 a.m.", "differs"),
        ("It sank at 8:30 GMT.", "It sank at 8:30 GMT.", "same"),
        ("It sank at 08:30 GMT.", "It sank at 10:30 local time.", "fits"),
        ("It sank at 08:30 GMT.", "It sank at 09:30 GMT.", "differs"),
        ("It sank at 08:30 GMT.", "It sank at 10:41 local time.", "differs"),
        ("It sank at 10:30 local time.", "It sank at 11 am.", "differs"),
        ("It sank at 11:30pm local time.", "It sank an hour before midnight.", "differs"),
    ],
)
@pytest.mark.parametrize("published", [None, THURSDAY])
def test_hours_without_a_day(one, other, outcome, published):
    assert compare_first_times(one, other, published) == outcome
    assert compare_first_times(other, one, published) == outcome


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("It sank at 6:15 a.m. on Tuesday.", "It sank at 6:15 a.m.", "same"),
        ("It sank at 6:15 a.m. on Tuesday.", "It sank at 6:42 a.m.", "differs"),
        ("It sank at 6:15 a.m. on Tuesday.", "It sank at 6:15 a.m. on Wednesday.", "differs"),
        ("It sank at 11:55 p.m. on Tuesday.", "It sank at midnight on Tuesday.", "fits"),
    ],
)
@pytest.mark.parametrize("published", [None, THURSDAY])
def test_an_hour_with_a_day_and_one_without(one, other, outcome, published):
    assert compare_first_times(one, other, published) == outcome
    assert compare_first_times(other, one, published) == outcome


@pytest.mark.parametrize(("one", "other"), [("at 6:15 a.m.", "in May 2011"), ("now", "at 6:15 a.m.")])
def test_what_is_no_time_of_day_is_unlike_one(one, other):
    assert compare_first_times(one, other, None) == "unlike"


def test_parts_of_a_day_that_meet_fit_where_one_is_hedged():
    assert compare_first_times("on Tuesday afternoon", "on Tuesday morning", THURSDAY, hedged=True) == "fits"
    assert compare_first_times("on Tuesday night", "on Tuesday morning", THURSDAY, hedged=True) == "differs"


DAYS = st.sampled_from(
    ["2011", "2011-10", "2011-10-02", "2011-W40", "2011-W40-WE", "XXXX-XX-XX", "XXXX-10-02", "XXXX-WXX-7"]
)
HOURS = st.sampled_from(
    ["", "T06:15", "T24:00", "T00:05", "TMO", "TAF", "TNI", "T06:15[gmt]", "TMO~START", "~START", "~END"]
)
VALUES = st.tuples(DAYS, HOURS).map("".join)


@given(VALUES, VALUES, st.booleans())
def test_a_comparison_does_not_hang_on_the_order(one, other, hedged):
    left, right = compare_dates(one, other, hedged=hedged), compare_dates(other, one, hedged=hedged)
    assert left.outcome == right.outcome
    assert left.distance == pytest.approx(right.distance)
    assert 0.0 <= left.distance <= 1.0


@given(VALUES | st.text(max_size=20), st.text(max_size=30), st.text(max_size=20))
def test_any_words_may_stand_for_a_dating(value, words, before):
    assert readings_of(value, words, before)


def test_overnight_is_the_night_before_a_day_or_the_one_after():
    nights = readings_of("2026-03-03TNI", "Overnight")
    early = readings_of("2026-03-03TMO", "early Tuesday morning")
    assert "fits" in {compare_dates(one, other).outcome for one in nights for other in early}
    assert readings_of("2026-03-03TNI", "Tuesday night") == ("2026-03-03TNI",)
