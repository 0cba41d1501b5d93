"""Figures on two scales, and figures of one that stay a difference."""

import pytest
from tests.collate.findings.pairing import is_explained

TWO = [
    ("Holm was cut over the eye in the second round.", "Holm lay on the canvas in the sixth round.", "second", "sixth"),
    (
        "Berg earned $11 million last year, which made her the best-paid player.",
        "Berg earned a huge sum last year, a nearly $20 million lead over the next player.",
        "$11 million",
        "$20 million",
    ),
    (
        "The vote is only valid with a turnout of 50 percent of the voters.",
        "Officials said that 90 percent of the voters took part.",
        "50 percent",
        "90 percent",
    ),
    (
        "The mayor has been in office for a little over a month, and has changed much.",
        "The mayor marks his first 100 days in office on Wednesday.",
        "over a month",
        "first 100 days",
    ),
    (
        ("", "The shooting sparked five days of riots across the country."),
        ("", "Windows were mended after eight days of the worst riots in decades."),
        "five days",
        "eight days",
    ),
    (
        "Tremors from a quake registering 6.1 on the Richter scale were felt in the town.",
        "On Monday a quake measuring 3.8 on the Richter scale was felt near the town.",
        "6.1 on the Richter scale",
        "3.8 on the Richter scale",
    ),
    (
        "A magnitude 6.0 quake can cause severe damage in the town.",
        "A magnitude 6.4 quake caused severe damage in the town.",
        "magnitude 6.0",
        "magnitude 6.4",
    ),
    (
        "People ran when a magnitude 6.0 quake shook Leeds.",
        "In February a magnitude 6.4 quake hit Berg and killed hundreds.",
        "magnitude 6.0",
        "magnitude 6.4",
    ),
    (
        "The ferry turned back four hours into the crossing.",
        "The ferry was home after eight hours at sea.",
        "four hours",
        "eight hours",
    ),
]
ONE = [
    (
        "The ferry from Kvam turned back four hours into its crossing with 90 people on board.",
        "With 90 people on board the ferry turned back three hours into the crossing.",
        "four hours",
        "three hours",
    ),
    (
        "Berg stopped Holm in the sixth round on Saturday.",
        "On Saturday Berg stopped Holm in the seventh round.",
        "sixth",
        "seventh",
    ),
    ("Berg stopped Holm in the sixth round.", "The referee halted it in the seventh round.", "sixth", "seventh"),
    (
        "Berg knocked Holm down hard in the second round of the bout in Oslo.",
        "Berg knocked Holm down hard in the third round of the bout in Oslo.",
        "second",
        "third",
    ),
    (
        "Tremors from a quake registering 6.1 on the Richter scale were felt in the town.",
        "A quake measuring 5.8 on the Richter scale was felt near the town.",
        "6.1 on the Richter scale",
        "5.8 on the Richter scale",
    ),
    ("Berg earned $11 million last year.", "In the last year Berg earned $20 million.", "$11 million", "$20 million"),
    (
        "Berg had a $5 million lead over the next player.",
        "Her lead over the next player was a $9 million lead.",
        "$5 million",
        "$9 million",
    ),
    (
        "Officials said that 68 percent of the voters took part.",
        "Some 90 percent of all voters took part, officials said.",
        "68 percent",
        "90 percent",
    ),
    (
        ("2026-03-11", "The shooting sparked five days of riots across the country."),
        ("2026-03-11", "There were eight days of riots across the country after the shooting."),
        "five days",
        "eight days",
    ),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), TWO)
def test_figures_on_two_scales_are_explained(one, other, left, right):
    assert is_explained(one, other, left, right)


@pytest.mark.parametrize(("one", "other", "left", "right"), ONE)
def test_figures_on_one_scale_are_not(one, other, left, right):
    assert not is_explained(one, other, left, right)
