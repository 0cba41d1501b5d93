import pytest

from variorum.model.record import Amount
from variorum.publish.wording import amount_in_words, excerpted, number_in_words, opened, undertaking


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (3.5e11, "350 billion"),
        (1.2e12, "1.2 trillion"),
        (12400.0, "12,400"),
        (3.25, "3.25"),
        (0.0, "0"),
        (-2e6, "-2 million"),
        (float("nan"), "nan"),
        (float("inf"), "inf"),
    ],
)
def test_numbers(value, words):
    assert number_in_words(value) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (None, ""),
        (Amount(), ""),
        (Amount(value=3.5e11, unit="USD"), "$350 billion"),
        (Amount(value=25.0, unit="percent"), "25 percent"),
        (Amount(low=10.0, high=15.0, unit="km"), "10 to 15 km"),
        (Amount(low=3e6, unit="EUR"), "at least €3 million"),
        (Amount(high=40.0), "up to 40"),
    ],
)
def test_amounts(amount, words):
    assert amount_in_words(amount) == words


def test_an_amount_is_not_told_twice():
    amount = Amount(value=3.5e11, unit="USD")
    assert undertaking("invest $350 billion in shipyards", amount) == "invest $350 billion in shipyards"
    assert undertaking("invest in shipyards", amount) == "invest in shipyards, $350 billion"


def test_openings():
    assert opened("the figures differ") == "The figures differ"
    assert opened("") == ""
    assert excerpted("was put off") == "… was put off"
    assert excerpted("It was put off.") == "It was put off."
