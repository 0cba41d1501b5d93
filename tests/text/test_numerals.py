import pytest

from variorum.text.numerals import number_words, read_spelled


@pytest.mark.parametrize(
    ("words", "value", "read"),
    [
        ("one hundred and twelve people", 112, 4),
        ("twenty - six", 26, 3),
        ("two hundred thousand", 200_000, 3),
        ("three million two hundred thousand", 3_200_000, 5),
        ("nine hundred ninety - nine", 999, 5),
        ("five six", 5, 1),
        ("two and three", 2, 1),
        ("twenty thousand", 20_000, 2),
    ],
)
def test_numbers_in_words(words, value, read):
    numeral = read_spelled(words.split(), 0)
    assert numeral is not None
    assert (numeral.value, numeral.next, numeral.is_ordinal, numeral.is_year) == (value, read, False, False)


@pytest.mark.parametrize(
    ("words", "value"), [("third", 3), ("twenty - third", 23), ("one hundred and first", 101), ("ninetieth", 90)]
)
def test_ordinals(words, value):
    numeral = read_spelled(words.split(), 0)
    assert numeral is not None
    assert (numeral.value, numeral.is_ordinal) == (value, True)


@pytest.mark.parametrize(
    ("words", "value"), [("nineteen ninety - six", 1996), ("twenty twenty - five", 2025), ("eighteen twelve", 1812)]
)
def test_spoken_years(words, value):
    numeral = read_spelled(words.split(), 0)
    assert numeral is not None
    assert (numeral.value, numeral.is_year) == (value, True)


@pytest.mark.parametrize("words", [["people"], ["and", "five"], ["hundred"], []])
def test_what_begins_no_number(words):
    assert read_spelled(words, 0) is None
    assert "people" not in number_words()
