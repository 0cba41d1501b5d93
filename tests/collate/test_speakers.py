"""One quotation has one speaker, by all the reports that print it."""

import pytest
from tests.collate.build import storyline_of

from variorum.collate.said.voices import collect_voices

WORDS = "“We will rebuild the old bridge stone by stone,”"


def speakers(*texts):
    return {
        voice.speaker: sorted({quote.report for quote in voice.quotes})
        for voice in collect_voices(storyline_of(*texts))
    }


def test_a_pronoun_gives_way_to_a_name_elsewhere():
    told = speakers(
        f"Mayor Lena Berg visited the town. {WORDS} said Lena Berg.",
        f"Ella Quill, a nurse, was there. {WORDS} she said.",
    )
    assert told == {"lena-berg": ["r1", "r2"]}


def test_a_role_is_whoever_is_named_elsewhere():
    told = speakers(f"{WORDS} said Lena Berg.", f"{WORDS} the mayor said.")
    assert told == {"lena-berg": ["r1", "r2"]}


def test_two_names_stay_two():
    told = speakers(f"{WORDS} said Lena Berg.", f"{WORDS} said Otto Brandt.")
    assert sorted(told) == ["lena-berg", "otto-brandt"]


@pytest.mark.parametrize("words", ["“We will rebuild it,”", "“Very bad,”"])
def test_a_few_words_may_be_anybodys(words):
    told = speakers(f"{words} said Lena Berg.", f"Ella Quill, a nurse, was there. {words} Quill said.")
    assert sorted(told) == ["ella-quill", "lena-berg"]


def test_a_newspaper_hands_on_what_others_said():
    told = speakers(f"{WORDS} the Harbour Daily News reported.", f"{WORDS} a source said.")
    assert told.get("harbor-daily-news", ["r1"]) == ["r1"]


def test_a_passage_that_quotes_somebody_is_not_all_theirs():
    long = "“The council met for nine hours on Tuesday night and nobody left the hall before it had ended in a vote. "
    told = speakers(f"{WORDS} said Lena Berg.", f"{long}We will rebuild the old bridge stone by stone,” a clerk wrote.")
    assert told == {"lena-berg": ["r1"]}
