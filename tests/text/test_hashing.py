import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.text.hashing import LEAST_PROSE, hash_text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Málaga", "MALAGA"),
        ("tariffs", "tariff"),
        ("start\u00adup", "startup"),
        ("Москвы", "МОСКВЫ"),
        ("“So,” she said", "so she SAID"),
        ("cafe\u0301", "café"),
        ("Łódź", "łódź"),
    ],
)
def test_what_makes_no_difference(one, other):
    assert hash_text(one).words.tolist() == hash_text(other).words.tolist()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("\n\n", 0),
        ("one two-three", 3),
        ("海が3度", 4),
        ("don’t", 2),
        ("x" * 1000, 1),
        ("🌊🌊", 0),
        ("\ud800 a", 1),
    ],
)
def test_words_are_counted(text, count):
    assert len(hash_text(text).words) == count


def test_a_word_is_the_same_in_any_script_around_it():
    assert hash_text("tide").words[0] == hash_text("海 tide Ж").words[1]


def test_long_lines_that_end_in_a_stop_are_prose():
    line = "word " * LEAST_PROSE
    marks = hash_text(f"Menu\n{line}end.\n{line}\nEnd.").in_prose
    assert marks.tolist() == [False] + [True] * (LEAST_PROSE + 1) + [False] * LEAST_PROSE + [False]


@settings(deadline=None)
@given(st.text())
def test_every_word_has_a_number_and_a_mark(text):
    words, in_prose = hash_text(text)
    assert len(words) == len(in_prose)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["tide", "harbour", "internationally", "3", "é", "海"])))
def test_words_apart_have_the_numbers_that_they_have_alone(words):
    assert hash_text(" ".join(words)).words.tolist() == [hash_text(word).words[0] for word in words]
