import pytest

from variorum.errors import WrongUse
from variorum.lang.tables import load_words


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
