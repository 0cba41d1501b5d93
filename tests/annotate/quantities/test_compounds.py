"""Measures of more than a number and its unit, in wording of our own."""

import pytest

from variorum.annotate.quantities.find import find_quantities_in
from variorum.annotate.times.find import find_times_in


def read(text: str) -> list[str]:
    quantities = find_quantities_in(text, times=find_times_in(text, "2025-10-29"))
    return [f"{text[each.start : each.end]} = {each.value:g} {each.unit or each.kind}" for each in quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The slick ran for a mile and a half along the shore.", ["a mile and a half = 1.5 mile"]),
        ("The slick ran for two miles and a half.", ["two miles and a half = 2.5 mile"]),
        ("The slick ran for half a mile along the shore.", ["half a mile = 0.5 mile"]),
        ("It lies one and a half kilometres away.", ["one and a half kilometres = 1.5 km"]),
        ("A two-and-a-half-mile queue formed.", ["two-and-a-half-mile = 2.5 mile"]),
        ("They laid 2 and a half kilometres of pipe.", ["2 and a half kilometres = 2.5 km"]),
        ("It took three and three quarters miles of rope.", ["three and three quarters miles = 3.75 mile"]),
        ("A foot and a half of snow fell.", ["A foot and a half = 1.5 foot"]),
        ("A million and a half voters stayed at home.", ["A million and a half = 1.5e+06 count"]),
        ("Rates rose by a percentage point and a half.", ["a percentage point and a half = 1.5 point"]),
        ("Half of them left, 50 percent and a quarter of the rest.", None),
        ("He met two and a third man fled.", ["two = 2 count", "third = 3 ordinal"]),
    ],
)
def test_a_unit_and_a_part(text, expected):
    if expected is None:
        assert not any("and" in each for each in read(text))
    else:
        assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The suspect is 5-foot-8.", ["5-foot-8 = 5.66667 foot"]),
        ("The suspect is 5ft 8in tall.", ["5ft 8in = 5.66667 foot"]),
        ("The suspect is 5 foot 8.", ["5 foot 8 = 5.66667 foot"]),
        ("The suspect is 5′8″ tall.", ["5′8″ = 5.66667 foot"]),
        ("A six-foot-four guard stood there.", ["six-foot-four = 6.33333 foot"]),
        ("The calf weighed 7 pounds, 8 ounces.", ["7 pounds, 8 ounces = 7.5 pound"]),
        ("The calf weighed 12 stone 7 pounds.", ["12 stone 7 pounds = 12.5 stone"]),
        ("The swell reached 12in.", ["12in = 12 inch"]),
        ("A 15ft boat and a 3lb fish.", ["15ft = 15 foot", "3lb = 3 pound"]),
        ("A 5-foot-wide and 8-foot-long trench.", ["5-foot = 5 foot", "8-foot = 8 foot"]),
        ("The wall is 6 feet and 10 men held it.", ["6 feet = 6 foot", "10 = 10 count"]),
        ("They sat 12 in a row.", ["12 = 12 count"]),
        ("The 140,000lb vessel sank.", ["140,000lb = 140000 pound"]),
        ("The 140,000-pound vessel sank.", ["140,000-pound = 140000 pound"]),
        ("The 140,000-pound fine (€160,000) was paid.", ["140,000-pound = 140000 GBP", "€160,000 = 160000 EUR"]),
    ],
)
def test_larger_and_smaller_units(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell to minus 20.", ["minus 20 = -20 count"]),
        ("It fell to minus twenty degrees.", ["minus twenty degrees = -20 degree"]),
        ("It fell to 20 degrees below zero.", ["20 degrees below zero = -20 degree"]),
        ("It fell to 20 below zero.", ["20 below zero = -20 degree"]),
        ("It fell to -17C.", ["-17C = -17 celsius"]),
        ("The margin is plus or minus four points.", ["four = 4 count"]),
        ("The margin is plus or minus 4 percent.", ["4 percent = 4 percent"]),
    ],
)
def test_below_zero(text, expected):
    assert read(text) == expected
