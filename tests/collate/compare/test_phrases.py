"""Phrases of one meaning, in sentences of our own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.collate.compare.phrases import Told, say_alike
from variorum.lang.tables import load_table

LIGHT = frozenset(["be", "was", "were", "is", "to", "with", "of", "on", "at", "the", "a", "an", "by", "in"])
LEMMAS = {
    "was": "be", "were": "be", "is": "be", "charged": "charge", "faces": "face", "called": "call", "scrapped": "scrap",
    "postponed": "postpone", "died": "die", "passed": "pass", "survived": "survive", "flocked": "flock",
    "descended": "descend", "arrested": "arrest", "taken": "take", "acquitted": "acquit", "resigned": "resign",
    "stepped": "step", "fired": "fire", "hit": "hit", "denied": "deny", "confirmed": "confirm", "rose": "rise",
    "fell": "fall", "climbed": "climb", "youths": "youth", "toughs": "tough",
}  # fmt: skip


def told(text: str) -> Told:
    """The stretch between brackets of a sentence, or all of it."""
    before, _, rest = text.partition("[") if "[" in text else ("", "", f"{text}]")
    inside, _, after = rest.partition("]")
    parts = [part.replace("-", " - ").lower().split() for part in (before, inside, after)]
    words = [word for part in parts for word in part]
    here = range(len(parts[0]), len(parts[0]) + len(parts[1]))
    content = frozenset(i for i in here if words[i] not in LIGHT and words[i].isalpha())
    return Told([LEMMAS.get(word, word) for word in words], words, here, content)


ALIKE = [
    ("he [was charged with] two counts", "he [faces] two counts"),
    ("they [called] the long match off", "they [scrapped] the match"),
    ("she [died] on monday", "she [passed away] on monday"),
    ("fans [flocked to] the town", "fans [descended on] the town"),
    ("he [was arrested]", "he [was taken into custody]"),
    ("she [resigned]", "she [stepped down]"),
    ("prices [rose]", "prices [climbed]"),
    ("charged with [DWI] twice", "charged with [drunk driving] twice"),
    ("charged with [DUI] twice", "charged with [drink-driving] twice"),
    ("the [CEO] said so", "the [chief executive] said so"),
    ("the [PM] said so", "the [prime minister] said so"),
    ("an [energy-rich] state", "a [gas-rich] state"),
    ("[youths] ran off", "[local toughs] ran off"),
]
APART = [
    ("he [was arrested]", "he [was charged with] theft"),
    ("he [was acquitted of] theft", "he [was charged with] theft"),
    ("they [postponed] the match", "they [scrapped] the match"),
    ("they [called] the match", "they [scrapped] the match"),
    ("she [died] on monday", "she [survived] on monday"),
    ("she [resigned]", "she [was fired]"),
    ("prices [rose]", "prices [fell]"),
    ("he [denied] it", "he [confirmed] it"),
    ("charged with [DWI] twice", "charged with [theft] twice"),
    ("the [CEO] said so", "the [finance chief] said so"),
    ("the [PM] said so", "the [president] said so"),
    ("an [energy-rich] state", "an [energy-poor] state"),
    ("they [scrapped] the match", "they [called off drivers] today"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_phrases_of_one_meaning(one, other):
    assert say_alike(told(one), told(other))
    assert say_alike(told(other), told(one))


@pytest.mark.parametrize(("one", "other"), APART)
def test_phrases_that_tell_two_things(one, other):
    assert not say_alike(told(one), told(other))
    assert not say_alike(told(other), told(one))


def test_no_phrase_stands_twice_in_a_group():
    for name, key in (("phrases", "same"), ("phrases", "alike"), ("shortened", "nouns")):
        for line in load_table("en", name)[key].splitlines():
            phrases = [phrase.strip() for phrase in line.split(";") if line]
            assert len(phrases) == len(set(phrases)), line


# "Defeat" is what the winner does and what befalls the loser.
BOTH_WAYS = {"beat", "defeat"}


def test_no_group_holds_words_that_exclude_each_other():
    phrases = load_table("en", "phrases")
    groups = [{each.strip() for each in line.split(";")} for key in phrases for line in phrases[key].splitlines()]
    for sides in load_table("en", "relations")["opposed"]:
        words = [set(side.split()) - BOTH_WAYS for side in sides]
        for group in groups:
            assert sum(not side.isdisjoint(group) for side in words) < 2, (sides, group)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_words_can_be_asked_about(one, other):
    left, right = (Told(text.split(), text.split(), range(len(text.split())), frozenset()) for text in (one, other))
    assert say_alike(left, right) == say_alike(right, left)
