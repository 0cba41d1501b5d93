import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.text.shingles import (
    ShingleIndex,
    ascending,
    fold_word,
    hash_shingles,
    hash_words,
    sample_shingles,
    word_pattern,
)


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Korea’s", "korea"),
        ("tariffs", "tariff"),
        ("Congress", "congress"),
        ("12,000", "12000"),
        ("Málaga", "malaga"),
        ("ÖSTERREICH", "osterreich"),
        ("한국은", "한국은"),
        ("が", "が"),
        ("Москва", "москва"),
        ("gas", "gas"),
    ],
)
def test_folding(word, folded):
    assert fold_word(word) == folded


def test_words_of_texts_without_spaces_are_characters():
    text = "海が3.5度"
    assert word_pattern(text).findall(text) == ["海", "が", "3.5", "度"]


def test_numbers_are_the_same_on_every_machine():
    assert hash_words(["Wave", "waves"]).tolist() == [hash_words(["wave"])[0]] * 2
    assert hash_words(["wave"])[0] == np.uint64(hash_words(["wave"])[0])


@given(st.lists(st.sampled_from("abcdef"), max_size=30))
def test_a_text_has_a_shingle_less_two_than_words(words):
    assert len(hash_shingles(hash_words(words))) == (max(len(words) - 2, 1) if words else 0)


@given(st.lists(st.integers(0, 50), max_size=60))
def test_ascending_is_sorted_and_without_repeats(numbers):
    assert ascending(np.array(numbers, dtype=np.uint64)).tolist() == sorted(set(numbers))


def test_a_part_finds_its_whole():
    words = [f"w{number}" for number in range(400)]
    index = ShingleIndex()
    assert index.add(sample_shingles(hash_shingles(hash_words(words)))) == []
    assert index.add(sample_shingles(hash_shingles(hash_words(words[100:220])))) == [0]
    assert index.add(sample_shingles(hash_shingles(hash_words([f"v{number}" for number in range(400)])))) == []
