import pytest

from variorum.lang.senses import is_kind_of, kinship_of, near_words, relation_of


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


@pytest.mark.parametrize(
    ("near", "far"),
    [
        (("cousin", "brother"), ("floor", "ice")),
        (("nurse", "doctor"), ("statement", "doctor")),
        (("rifle", "knife"), ("road", "area")),
        (("drown", "suffocate"), ("rise", "say")),
    ],
)
def test_words_of_a_narrow_kind_are_closer_kin(near, far):
    assert kinship_of(*near) > 0.4 > kinship_of(*far)
    assert kinship_of(*near) == kinship_of(*reversed(near))


def test_a_word_that_is_not_known_has_no_kin():
    assert kinship_of("neverheard", "cousin") == 0.0


@pytest.mark.parametrize(
    ("word", "kind", "found"),
    [("hotel", "building", True), ("climber", "person", True), ("hotel", "person", False), ("zzz", "person", False)],
)
def test_what_a_word_is_a_kind_of(word, kind, found):
    assert is_kind_of(word, kind) == found
