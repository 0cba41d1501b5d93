"""Letters counted at once are those that patterns count text by text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from variorum.read.page.features import squeeze, squeeze_all
from variorum.read.page.letters import Letters

STOPS = re.compile(r"[.!?…。！？](?=[\s\"'”’»“)\]]|$)")
ENDS = re.compile(r"[.!?…。！？][\"'”’»“)\]]*\Z")
TEXTS = st.lists(st.text(st.sampled_from('aZäß9٣𝐀 \n.!?"”)|©«,:'), min_size=1, max_size=30), min_size=1, max_size=6)


@given(TEXTS)
def test_counts_as_patterns_do(texts):
    letters = Letters(texts)
    assert letters.digits(5).tolist() == [len(re.findall(r"\d", text[:5])) for text in texts]
    assert letters.upper(5).tolist() == [sum(map(str.isupper, text[:5])) for text in texts]
    assert letters.stops().tolist() == [len(STOPS.findall(text)) for text in texts]
    assert letters.count(",").tolist() == [text.count(",") for text in texts]
    assert letters.marks().tolist() == [sum(text.count(mark) for mark in "|©@") for text in texts]


@given(TEXTS)
def test_sees_starts_and_ends(texts):
    letters = Letters(texts)
    assert letters.starts_lower().tolist() == [text[0].islower() for text in texts]
    assert letters.opens_quote().tolist() == [text[0] in "\"“„»«'‘" for text in texts]
    assert letters.ends_with(":").tolist() == [text.endswith(":") for text in texts]
    assert letters.ends_sentence(8).tolist() == [bool(ENDS.search(text[-8:])) for text in texts]


@given(st.lists(st.text(max_size=20), max_size=6))
def test_squeezes_all_as_each(texts):
    assert squeeze_all(texts) == [squeeze(text) for text in texts]
    assert [squeeze(text) for text in texts] == [re.sub(r"[\W_]+", "", text).lower() for text in texts]
