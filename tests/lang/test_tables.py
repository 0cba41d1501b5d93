import pytest

from variorum.errors import WrongUse
from variorum.lang.tables import load_keys, load_words


def test_words_are_found_by_their_keys():
    assert load_words("en", "rows", "words", "us") == {"we", "i", "us"}
    assert "mr" in {word.casefold() for word in load_words("en", "titles", "courtesies")}


@pytest.mark.parametrize(
    "keys",
    [("nowhere", "words", "us"), ("rows", "words", "nothing"), ("rows", "words"), ("rows", "words", "us", "them")],
)
def test_what_is_no_list_of_words_is_named(keys):
    with pytest.raises(WrongUse, match=keys[-1] if keys[0] == "rows" else "nowhere"):
        load_words("en", *keys)


def test_keys_are_found_by_their_words():
    assert load_keys("en", "conditions", "nouns")["bid"] == "offer"


@pytest.mark.parametrize("section", ["no such section", "alike"])
def test_what_is_no_section_is_named(section):
    with pytest.raises(WrongUse, match=section):
        load_keys("en", "relations", section)
