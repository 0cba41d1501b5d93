import msgspec
import pytest
from tests.collate.build import reports_of, storyline_of

from variorum.collate.likeness import Likeness
from variorum.collate.storyline import Storyline
from variorum.collate.told.titles import title_story
from variorum.model.span import StoryId


def title(*texts: str) -> str:
    line = storyline_of(*texts)
    return title_story(line, StoryId("s"), Likeness(line))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Otto Lindqvist met with the mayor of Tarn on Tuesday, marking the end of a week-long tour.",
            "President Otto Lindqvist met with the mayor of Tarn",
        ),
        (
            "The old bridge over the Tarn collapsed in a storm on Tuesday, the mayor said, after days of rain.",
            "The old bridge over the Tarn collapsed in a storm",
        ),
        (
            "A jury convicted Otto Lindqvist on Thursday of two counts of fraud, which he had denied.",
            "A jury convicted Otto Lindqvist",
        ),
    ],
)
def test_a_story_without_a_headline_is_called_by_a_clause_of_its_lead(text, expected):
    assert title(text) == expected


def test_a_title_is_word_for_word_in_a_report():
    texts = ("The Tarn bridge fell on Tuesday and blocked the river.", "On Tuesday the bridge fell; nobody was hurt.")
    assert any(title(*texts).casefold() in text.casefold() for text in texts)


def test_of_like_headlines_the_latest_is_taken():
    reports = reports_of(("2026-03-10", "The bridge fell."), ("2026-03-12", "The bridge is being rebuilt."))
    heads = ("Tarn bridge falls in storm", "Tarn bridge falls in storm: mayor resigns")
    line = Storyline([msgspec.structs.replace(r, title=head) for r, head in zip(reports, heads, strict=True)])
    assert title_story(line, StoryId("s"), Likeness(line)) == heads[1]


def test_a_story_without_sentences_is_called_by_its_id():
    line = storyline_of("x")
    assert title_story(line, StoryId("s"), Likeness(line)) in ("s", "x")
