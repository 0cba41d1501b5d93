import pytest

from variorum.lang.senses import near_words, relation_of


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("ocean", "sea", "same"),
        ("open", "close", "opposed"),
        ("sparrow", "pigeon", "sibling"),
        ("minister", "clergyman", "wider"),
        ("win", "lose", "opposed"),
        ("retire", "retirement", "same"),
        ("table", "sing", None),
        ("qqqq", "zzzz", None),
        ("qqqq", "qqqq", "same"),
    ],
)
def test_relations_hold_both_ways(one, other, relation):
    assert relation_of(one, other) == relation
    assert relation_of(other, one) == relation


def test_a_word_is_near_itself():
    assert near_words("neverheard") == {"neverheard"}
