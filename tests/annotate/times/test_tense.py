import pytest

from variorum.annotate.times.find import find_times_in
from variorum.annotate.times.tense import find_side
from variorum.annotate.times.words import split_words


def side(text: str):
    """The side of the word in brackets."""
    start = text.index("[")
    plain = text.replace("[", "").replace("]", "")
    tokens = split_words(plain, 0, len(plain))
    first = next(index for index, token in enumerate(tokens) if token.start == start)
    return find_side(tokens, first, first + 1)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("They met on [Monday].", "past"),
        ("They will meet on [Monday].", "future"),
        ("The vote is to be held on [Monday].", "future"),
        ("It was due to end on [Monday].", "future"),
        ("It had been due to end on [Monday].", "past"),
        ("They agreed to meet on [Monday].", "future"),
        ("The court on [Monday] narrowed what may be asked.", "past"),
        ("If he is the nominee in [November], all changes.", "future"),
        ("Parliament's debate in [January] prompted it.", "past"),
        ("Minister to visit flood zone [Monday]", "future"),
        ("a closely watched vote on [Monday]", None),
        ("Police, [Monday]", None),
        ("Berg was ahead by 740 votes late on [Sunday].", "past"),
        ("Berg had pulled ahead by [Sunday].", "past"),
        ("The owner could not be reached on [Sunday].", "past"),
        ("The days ahead of the vote on [Sunday].", "future"),
    ],
)
def test_the_nearest_verb_tells_the_side(text, direction):
    assert side(text).direction == direction


@pytest.mark.parametrize("text", ["the year ended [March] 31", "open until [May] 2", "was arrested [Dec.] 3"])
def test_words_right_before_a_date_are_certain(text):
    assert side(text).is_certain


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The union called a day of rest for Sunday.", "2025-04-20"),
        ("Organisers have called a rally for Saturday.", "2025-04-19"),
        ("The vote had been set for Monday.", "2025-04-14"),
        ("He was arrested for Sunday's attack.", "2025-04-13"),
    ],
)
def test_what_is_arranged_for_a_weekday_lies_ahead(text, value):
    assert find_times_in(text, published="2025-04-16")[-1].value == value
