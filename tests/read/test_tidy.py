import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.read.characters.tidy import count_words, drop_doubled, tidy_paragraph, tidy_text
from variorum.text.fold import fold

LONG = "The council voted on Monday to rebuild the bridge that the flood had carried away."
NEXT = "Work is to begin in May and will cost the town about 12 million pounds."
LAST = "Four of the members voted against it because the bridge will be too narrow."


@pytest.mark.parametrize(
    ("raw", "tidy"),
    [
        ("a\u00a0 b\t c", "a b c"),
        ("soft\u00adhyphen and zero\u200bwidth", "softhyphen and zerowidth"),
        ("first line \r\n  second line", "first line\nsecond line"),
        ("Cafe\u0301", "Café"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚒 won", "👩\u200d🚒 won"),
        ("\ufeff“Yes,” she said…", "“Yes,” she said…"),
        ("½ of 5 m²", "½ of 5 m²"),
        ("\ud800 alone", "? alone"),
        (" \n ", ""),
    ],
)
def test_characters(raw, tidy):
    assert tidy_paragraph(raw) == tidy


@pytest.mark.parametrize(
    ("paragraphs", "kept"),
    [
        ([LONG, NEXT, LAST, NEXT, LAST], [LONG, NEXT, LAST]),
        ([LONG, NEXT, f"{LONG} {NEXT}"], [LONG, NEXT]),
        ([f"{LONG} {NEXT}", LONG, LAST], [f"{LONG} {NEXT}", LAST]),
        ([LONG, "A subheading", NEXT, LONG, "A subheading", NEXT], [LONG, "A subheading", NEXT]),
        (["Ring the bell.", LONG, "Ring the bell.", NEXT, "Ring the bell."],) * 2,
        (["Yes.", "Yes.", "Yes."],) * 2,
        ([LONG, f"{LONG} Nobody objected."],) * 2,
        ([LONG.upper(), LONG], [LONG.upper()]),
    ],
    ids=[
        "tail again",
        "all in one",
        "parts of one",
        "with subheading",
        "refrain",
        "answers",
        "more than before",
        "case",
    ],
)
def test_doubled_passages_stand_once(paragraphs, kept):
    assert drop_doubled(paragraphs) == kept


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("two words", 2), ("渡轮沉没九人死亡其中三人", 6), ("여객선이 침몰했다", 2), ("12 345 €", 2)],
)
def test_words_are_counted_in_any_script(text, words):
    assert count_words(text) == words


PARAGRAPHS = st.lists(st.text(max_size=80) | st.sampled_from([LONG, NEXT, LAST, "Ring the bell."]), max_size=12)


@given(PARAGRAPHS)
def test_tidying_twice_changes_nothing(paragraphs):
    once = tidy_text(paragraphs)
    assert tidy_text(once.split("\n\n")) == once


@given(st.lists(st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=60), max_size=8))
def test_no_word_is_changed_or_lost(paragraphs):
    stood = {word for text in paragraphs for word in fold(tidy_paragraph(text)).split()}
    assert stood <= set(fold(tidy_text(paragraphs)).split())


@given(st.lists(st.sampled_from([LONG, NEXT, LAST, f"{LONG} {NEXT}", "Ring the bell."]), max_size=10))
def test_every_sentence_that_stood_still_stands(paragraphs):
    text = tidy_text(paragraphs)
    assert all(paragraph in text or all(s in text for s in (LONG, NEXT) if s in paragraph) for paragraph in paragraphs)
