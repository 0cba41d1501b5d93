"""Quantities in sentences of our own writing (gold.jsonl): spans, values, bounds, units, hedges, things counted."""

import json
import time as clock
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotate.quantities.find import find_quantities, find_quantities_in
from variorum.annotate.times.find import find_times_in
from variorum.model.annotations import Annotations, Quantity
from variorum.model.report import Report
from variorum.model.span import Span

GOLD = [json.loads(line) for line in (Path(__file__).parent / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
# Known misses: label or count, word of a relation or of a bound ("charged over 3 contracts"), millions without a noun.
MISSES = ("Boeing 737", "Model Y", "The app has 1.2bn", "The mayor, 58", "The Group of 20")


def read(text: str) -> tuple[Quantity, ...]:
    return find_quantities_in(text, times=find_times_in(text, "2025-10-29"))


def as_row(text: str, quantity: Quantity) -> dict[str, object]:
    row: dict[str, object] = {"words": text[quantity.start : quantity.end], "kind": quantity.kind}
    for field in ("value", "low", "high"):
        value = getattr(quantity, field)
        if value is not None:
            row[field] = pytest.approx(value)
    if quantity.unit:
        row["unit"] = quantity.unit
    if quantity.approximate:
        row["approximate"] = True
    if quantity.same_as:
        row["same_as"] = text[quantity.same_as.start : quantity.same_as.end]
    return row


@pytest.mark.parametrize("row", GOLD, ids=lambda row: row["text"][:40])
def test_gold(row, request):
    if row["text"].startswith(MISSES):
        request.applymarker(pytest.mark.xfail(strict=True))
    expected = [{field: value for field, value in each.items() if field != "of"} for each in row["quantities"]]
    assert [as_row(row["text"], quantity) for quantity in read(row["text"])] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Call 911 or 0207 782 4368.",
        "See twitter.com/7gBqmw9DR7 and version 5.0.1.",
        "At one point one of them left; no one knew.",
        "The Second Amendment, Chapter 11 and Apollo 11 mission.",
        "Few options are left.",
    ],
)
def test_numbers_that_count_nothing(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [("A run of 31/4 miles.", 3.25), ("The crack is 11/2 inches wide.", 1.5), ("It flew 12/4 miles.", 4.0)],
)
def test_a_fraction_printed_as_one_with_the_number_before_it(text, value):
    (quantity,) = read(text)
    assert quantity.value == value


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Hundreds of South Koreans were held.", "Koreans"),
        ("Some 28,500 U.S. troops are there.", "troops"),
        ("It hired four of the country's largest firms.", "firms"),
        ("Hundreds marched.", None),
        ("A third of voters left.", "voters"),
        ("It is 95% effective.", None),
    ],
)
def test_what_is_counted_without_a_parse(text, counted):
    (quantity,) = read(text)
    assert (quantity.of and text[quantity.of.start : quantity.of.end]) == counted


def test_the_words_of_a_hedge_have_their_place():
    text = "Nearly 200 people, at least 12 of them children."
    assert [text[q.hedge.start : q.hedge.end] for q in read(text) if q.hedge] == ["Nearly", "at least"]


def test_numbers_inside_times_are_no_quantities():
    text = "On 12 May 2025, after 3 days, 4 people left at 5 p.m."
    assert [text[q.start : q.end] for q in read(text)] == ["4"]


def test_pounds_weigh_where_dollars_are_spoken_of():
    assert read("He paid $5 for 20 pounds of rice.")[1].unit == "pound"
    assert read("He paid £5 and then 20 pounds more.")[1].unit == "GBP"
    assert read("A 400-pound gorilla.")[0].unit == "pound"
    assert read("She weighs 120 pounds.")[0].kind == "measure"


def test_a_batch_uses_the_layers_that_reports_carry():
    text = "In 2000 it paid $5."
    report = Report(id="a", text=text, annotations=Annotations(sentences=(Span(0, 19),), times=find_times_in(text)))
    assert [text[q.start : q.end] for q in find_quantities([report])[0]] == ["$5"]


NOISE = """
5 $ 3.2bn £ half a third of two dozen - to % percent between and minus 1/2 , people 99999999999999999999999 million
billions over at least é 👍🏽 one in ten ' . aged 12 -year-old €
"""
WORDS = st.sampled_from(NOISE.split())


@given(st.lists(WORDS, max_size=25).map(" ".join) | st.lists(WORDS, max_size=25).map("".join))
@settings(max_examples=300, deadline=None)
def test_every_quantity_lies_in_its_text_and_is_a_finite_number(text):
    for quantity in find_quantities_in(text):
        assert 0 <= quantity.start < quantity.end <= len(text)
        numbers = [number for number in (quantity.value, quantity.low, quantity.high) if number is not None]
        assert numbers
        assert all(abs(number) < 1e45 for number in numbers)


@pytest.mark.parametrize(
    "piece", ["5 pounds ", "a hundred ", "half a ", "two of ", "million ", "no more than ", "3,", " -5", "two of 1 "]
)
def test_cost_grows_with_the_text_not_with_its_square(piece):
    def cost(repeats: int) -> float:
        started = clock.process_time()
        find_quantities_in(piece * repeats)
        return clock.process_time() - started

    cost(10)
    assert cost(4000) < 30 * max(cost(500), 0.01)


def test_noise_is_left_alone():
    assert find_quantities_in("") == ()
    assert find_quantities_in("1" * 100_000) == ()
    assert find_quantities_in("首脑会谈 مرحبا") == ()
