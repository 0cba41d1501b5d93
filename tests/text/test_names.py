"""Names as words: folding, ids, titles, spellings, acronyms, and what the gazetteer knows."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from variorum.text.bodies import body_words, is_acronym_of, is_short_name, same_body_name
from variorum.text.gazetteer import find_city, find_known, find_team, is_shared_place
from variorum.text.names import acronyms_of, fold_name, is_acronym, parse_person, slug
from variorum.text.spelling import family_spellings, given_alike, slip_apart, sound_keys, spell_alike


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Lee Jae-myung", "lee-jae-myung"),
        ("the U.S. Navy's", "us-navy"),
        ("Søren Kierkegård", "soren-kierkegard"),
        ("Shaquille O'Neal", "shaquille-oneal"),
        ("Procter & Gamble", "procter-and-gamble"),
        ("…", ""),
    ],
)
def test_slugs_are_readable(name, id):
    assert slug(name) == id


@pytest.mark.parametrize(
    ("name", "words", "titles", "generation"),
    [
        ("President Lee", ("lee",), ("president",), None),
        ("Former Vice President Ann Lee", ("ann", "lee"), ("former", "vice", "president"), None),
        ("Carl Benson Jr.", ("carl", "benson"), (), "jr"),
        ("Carl Benson III", ("carl", "benson"), (), "iii"),
        ("President", ("president",), (), None),
    ],
)
def test_persons_are_taken_apart(name, words, titles, generation):
    person = parse_person(name)
    assert (person.words, person.titles, person.generation) == (words, titles, generation)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("hussein", "husayn", True),
        ("khodorkovsky", "chodorkowski", True),
        ("yeltsin", "jelzin", True),
        ("alexei", "aleksey", True),
        ("moohyun", "muhyeon", True),
        ("seungmin", "seungho", False),
        ("jinping", "zhongxun", False),
        ("paul", "bill", False),
    ],
)
def test_spellings_of_one_name(one, other, alike):
    assert spell_alike(one, other) == alike


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("takiachi", "takaichi", True),
        ("philippines", "phillipines", True),
        ("lee", "lea", False),
        ("benson", "bens", False),
    ],
)
def test_slips_of_the_pen(one, other, slip):
    assert slip_apart(one, other) == slip


def test_given_names_by_pet_form_and_initial():
    assert given_alike("charles", "chuck")
    assert given_alike("e", "emmanuel")
    assert not given_alike("charles", "william")


def test_family_names_in_their_spellings():
    assert family_spellings("rhee") & family_spellings("yi") & family_spellings("lee")
    assert not family_spellings("benson")


@pytest.mark.parametrize(
    ("short", "full"),
    [("IMF", "International Monetary Fund"), ("U.N.", "United Nations"), ("HCB", "Harbour Cleaning Board Inc.")],
)
def test_acronyms(short, full):
    assert is_acronym_of(short, full)


def test_no_acronyms():
    assert not is_acronym("Oslo")
    assert not is_acronym("X")
    assert acronyms_of("Oslo") == frozenset()


def test_bodies_by_short_name():
    assert is_short_name("Marlowe", "ORG", "Marlowe Steel", "ORG")
    assert is_short_name("Daily News", "ORG", "Bergen Daily News", "ORG")
    assert not is_short_name("Marlowe", "PLACE", "Marlowe Police", "ORG"), "a place is not the police named after it"
    assert not is_short_name("Georgia", "PLACE", "Georgia Power", "ORG")
    assert same_body_name("Bergen Film Centre", "Bergen Film Center")
    assert body_words("Marlowe Steel Co., Ltd.") == ("marlowe", "steel")


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("US", "united-states"),
        ("the U.K.", "united-kingdom"),
        ("S. Korea", "south-korea"),
        ("Filipina", "filipinos"),
        ("Queen Elizabeth", "elizabeth-ii"),
        ("WHO", "world-health-organization"),
        ("the Pentagon", "pentagon"),
    ],
)
def test_known_names(name, id):
    known = find_known(name)
    assert known is not None
    assert known.id == id


def test_unknown_names():
    assert find_known("us") is None
    assert find_known("who") is None
    assert find_known("Ann Lee") is None


def test_cities_and_teams():
    assert find_city("München") == find_city("Munich")
    assert is_shared_place("Cambridge")
    assert not is_shared_place("Seoul")
    colts = find_team("Colts")
    assert colts is not None
    assert colts.id == "indianapolis-colts"
    assert find_team("Giants") is None, "two teams bear the name"


@pytest.mark.parametrize("word", ["Apple", "Pacific", "Rapid", "River", "Times", "Chair"])
def test_plain_words_are_no_city(word):
    """By a nickname, a name in another tongue, or the half of a name before City."""
    assert find_city(word) is None


@pytest.mark.parametrize(("name", "id"), [("Jeju", "jeju-city"), ("Peking", "beijing"), ("Bombay", "mumbai")])
def test_other_names_of_cities(name, id):
    city = find_city(name)
    assert city is not None
    assert city.id == id


@given(st.text(max_size=60))
@example("´´")
def test_any_text_is_folded_once(text):
    assert fold_name(fold_name(text)) == fold_name(fold_name(fold_name(text)))
    assert not set(slug(text)) & set(" /?#")


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True))
def test_every_word_sounds_as_itself(word):
    assert sound_keys(word)
    assert spell_alike(word, word)
