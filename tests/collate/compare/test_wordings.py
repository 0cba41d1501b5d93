"""Pairs of wordings of our own, read and compared from end to end."""

import pytest

from variorum.annotate.quantities.find import find_quantities_in
from variorum.annotate.times.find import find_times_in
from variorum.collate.compare.dates import compare_dates, readings_of
from variorum.collate.compare.figures import compare_figures

THURSDAY = "2025-03-06"


def compare_first_figures(one: str, other: str) -> str:
    quantities = [find_quantities_in(text, times=find_times_in(text, THURSDAY))[0] for text in (one, other)]
    return compare_figures(*quantities).outcome


def meant(text: str, published: str | None) -> tuple[str, ...]:
    time = find_times_in(text, published)[0]
    return readings_of(time.value, text[time.start : time.end], text[max(0, time.start - 12) : time.start])


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
        ("more than $1 million", "almost $1 million", "same"),
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
        ("They left early on Friday.", "They left late on Thursday.", "differs"),
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


def test_parts_of_a_day_that_meet_fit_where_one_is_hedged():
    assert compare_first_times("on Tuesday afternoon", "on Tuesday morning", THURSDAY, hedged=True) == "fits"
    assert compare_first_times("on Tuesday night", "on Tuesday morning", THURSDAY, hedged=True) == "differs"
