import pytest
from tests.collate.build import storyline_of

from variorum.collate.said.fragments import find_around
from variorum.model.span import Span


def around(text, words):
    line = storyline_of(text)
    start = text.index(words)
    found = find_around(line.trees["r1"], Span(start, start + len(words)))
    return text[found.start : found.end] if found is not None else None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lena Berg called the old bridge “beautiful” in her speech.", "“beautiful”"),
        ("The port said that “limited information” from its files was lost.", "“limited information”"),
        ("The hall has the coat which Otto Lund said he'd like to wear at once.", "he'd like to wear at once"),
        ("The port invited the press to an evening called “Spring forward,” in May.", "“Spring forward,”"),
    ],
)
def test_a_fragment_is_shown_in_its_sentence(text, words):
    assert around(f"It rained. {text} They left.", words) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Everyone just ran,” said Lena Berg.", "“Everyone just ran,”"),
        ("“Not a chance!” said Lena Berg.", "“Not a chance!”"),
        ("Lena Berg said the bridge will open in May.", "the bridge will open in May"),
        ("Lena Berg, who said the bridge will open in May, left.", "the bridge will open in May"),
        ("Asked about it, Lena Berg said: “Never in my life.”", "“Never in my life.”"),
    ],
)
def test_what_stands_alone_is_left_alone(text, words):
    assert around(text, words) is None


def test_the_sentence_is_shown_without_its_dateline():
    text = "SKARN, March 10 (Reuters) - The mayor condemned an “outrageous” strike on the old harbour of Skarn."
    assert around(text, "“outrageous”") == "The mayor condemned an “outrageous” strike on the old harbour of Skarn."
