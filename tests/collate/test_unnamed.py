import pytest
from tests.collate.build import storyline_of

from variorum.collate.said.unnamed import collect_unnamed
from variorum.collate.said.voices import collect_voices


def told(*texts):
    """The descriptions, each with what the reports have them say."""
    line = storyline_of(*texts)

    def words(place):
        return line.by_id[place.report].text[place.start : place.end]

    return {words(each.described): [words(quote) for quote in each.quotes] for each in collect_unnamed(line)}


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "“We are sorry for the delay,” a spokesman for the port said on Monday.",
            "a spokesman for the port",
            "“We are sorry for the delay,”",
        ),
        ("Police said the driver had fled the scene.", "Police", "the driver had fled the scene"),
        ("The wall had cracked years before, according to two neighbours.", "two neighbours", None),
        ("It was late. The 76-year-old said: “It shook the whole house.”", "The 76-year-old", None),
        ("“It shook the whole house,” one of the guards told the Harbour Herald.", "one of the guards", None),
    ],
)
def test_who_is_described_and_not_named_has_a_voice(text, speaker, words):
    ((described, said),) = told(text).items()
    assert described == speaker
    assert words is None or said == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Lena Berg said the bridge will open in May.",
        "The ministry decided to close the bridge.",
        "It took Lena Berg months to disclose to customers that the bridge was shut.",
        "“The guard said it was shut,” said Lena Berg.",
    ],
)
def test_who_is_named_or_says_nothing_is_not_among_the_unnamed(text):
    assert told(text) == {}


def test_what_nobody_is_told_to_have_said_is_nobodys():
    assert not told("Local reports said that the driver had fled the scene.")
    assert told("A report by the Skarn Herald said that the driver had fled the scene.")


def test_who_is_named_beside_what_he_is_called_says_it():
    texts = ("“It was a dark night for the port,” said the envoy of the island, Anna Lund. Anna Lund wept.",)
    line = storyline_of(*texts)
    assert not told(*texts)
    (voice,) = collect_voices(line)
    assert line.entities[voice.speaker].name == "Anna Lund"


def test_the_same_words_are_one_saying_under_the_fuller_description():
    found = told(
        "“They asked for a million and we refused,” the source told reporters.",
        "“They asked for a million and we refused,” said a former guard at the port.",
    )
    assert list(found) == ["a former guard at the port"]


def test_two_who_are_not_known_to_be_one_stay_two():
    found = told("A witness said the bridge had swayed. The lights were out. A witness said the ferry had no lights.")
    assert len(found) <= 1 or list(found.values()) == [["the bridge had swayed"], ["the ferry had no lights"]]
    line = storyline_of("A witness said the bridge had swayed.", "A witness said the ferry had no lights.")
    assert len(collect_unnamed(line)) == 2


def test_what_the_police_say_stands_together():
    line = storyline_of("Police said the bridge had swayed.", "The police said the ferry had no lights.")
    (voice,) = collect_unnamed(line)
    assert {quote.report for quote in voice.quotes} == {"r1", "r2"}


def test_who_is_named_by_another_report_is_no_longer_unnamed():
    line = storyline_of(
        "“We will rebuild the bridge stone by stone,” a spokesman for the port said.",
        "“We will rebuild the bridge stone by stone,” said Lena Berg.",
    )
    assert collect_unnamed(line) == []
    (voice,) = collect_voices(line)
    assert {quote.report for quote in voice.quotes} == {"r1", "r2"}
