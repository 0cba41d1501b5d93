import pytest
from tests.collate.build import storyline_of

from variorum.collate.said.printings import find_changed_words
from variorum.collate.said.voices import collect_voices, is_same_quotation


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("we will rebuild it stone by stone", "we will rebuild it stone by stone", True),
        ("we will rebuild it, stone by stone", "we will rebuild it - stone by stone", True),
        ("we will rebuild it stone by stone", "rebuild it stone by stone", True),
        ("we will rebuild it stone by stone", "we will never rebuild anything here", False),
        ("very close", "very close", True),
        ("very close", "we are very close to a settlement", False),
    ],
)
def test_same_quotation(one, other, same):
    assert is_same_quotation(one, other) is same


def test_a_quotation_stands_once_for_each_report_that_prints_it():
    line = storyline_of(
        "“We will rebuild the bridge stone by stone,” said Lena Berg. “We will rebuild the bridge stone by stone.”",
        "Lena Berg, the mayor, said: “We will rebuild the bridge stone by stone.”",
    )
    (voice,) = [each for each in collect_voices(line) if each.speaker == "lena-berg"]
    assert sorted(quote.report for quote in voice.quotes if quote.direct) == ["r1", "r2"]


def test_those_quoted_by_most_witnesses_come_first():
    line = storyline_of(
        "“The water came at night,” said Otto Lindqvist. “It was loud,” he said.",
        "“The bridge will open in May,” said Lena Berg.",
        "“It will cost nothing,” said Lena Berg, the mayor.",
    )
    assert collect_voices(line)[0].speaker == "lena-berg"


def sayings(*texts, speaker):
    line = storyline_of(*texts)
    (voice,) = [each for each in collect_voices(line) if each.speaker == speaker]
    return [
        (quote.saying, quote.wording, line.by_id[quote.report].text[quote.start : quote.end]) for quote in voice.quotes
    ]


@pytest.mark.parametrize(
    ("one", "other", "changed"),
    [
        ("We have chosen, and we have chosen well enough.", "We have chosen, and we have chosen badly.", "badly"),
        (
            "We will rebuild the bridge stone by stone.",
            "We will never rebuild the bridge stone by stone.",
            "will never rebuild",
        ),
        ("It was no coincidence, he told us.", "It wasn’t a coincidence, he told us.", None),
        ("I know that we won’t leave the town.", "I know that we will leave the town.", "will leave"),
        ("We will not rebuild the bridge here.", "We will surely rebuild the bridge here.", "surely"),
        ("We will rebuild the bridge stone by stone.", "we will rebuild the bridge", None),
        ("We’re going to rebuild the old bridge.", "We are going to rebuild the old bridge.", None),
        ("The harbour was as calm as ever that night.", "The harbor was as calm as ever that night.", None),
        ("The harbour was calm.", "The town was dark and nobody slept.", None),
    ],
)
def test_changed_words(one, other, changed):
    found = find_changed_words(one, other)
    assert (other[found.other.start : found.other.end] if found else None) == changed


def test_a_saying_is_told_once_with_its_other_wording():
    said = sayings(
        "“The sea was calm and the light was good all night,” said Lena Berg.",
        "Lena Berg, the captain, said: “The sea was calm and the light was fine all night.”",
        "“The sea was calm and the light was good,” said Captain Lena Berg.",
        speaker="lena-berg",
    )
    assert [(saying, wording) for saying, wording, _ in said] == [(1, "full"), (1, "part"), (1, "other")] or [
        (saying, wording) for saying, wording, _ in said
    ] == [(1, "full"), (1, "other"), (1, "part")]


@pytest.mark.parametrize(
    "text",
    [
        "Lena Berg promised 60 million crowns to inspect all bridges.",
        "Lena Berg did not say what that would cost.",
        "Lena Berg denied that she had taken the money.",
        "Lena Berg praised the crews of the boats that came to help.",
    ],
)
def test_scraps_are_no_speech(text):
    assert all(voice.speaker != "lena-berg" for voice in collect_voices(storyline_of(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Lena Berg worries that the flood will come back.",
        "Lena Berg thought that it was a stray.",
        "The pump, which Lena Berg said is wider than the old one, broke.",
    ],
)
def test_what_is_thought_or_has_no_subject_is_not_said(text):
    assert not collect_voices(storyline_of(text))


@pytest.mark.parametrize(
    "text",
    ["Lena Berg believes that the flood will come back.", "Lena Berg said she worries that the flood will come back."],
)
def test_what_is_held_to_be_so_is_said(text):
    (voice,) = collect_voices(storyline_of(text))
    assert voice.speaker == "lena-berg"


def test_who_is_quoted_as_saying_is_no_part_of_it():
    line = storyline_of("“We are very sorry for this,” the Harbour Herald quoted Lena Berg as saying on Monday.")
    (voice,) = collect_voices(line)
    assert [line.words(quote.report, quote) for quote in voice.quotes] == ["“We are very sorry for this,”"]


def test_an_utterance_interrupted_by_who_says_it_is_one():
    line = storyline_of(
        "“We will rebuild the bridge stone by stone,” said Lena Berg. “It will take us nine years.”",
        "Lena Berg said: “It will take us nine years.”",
    )
    (voice,) = collect_voices(line)
    whole, part = sorted(voice.quotes, key=lambda quote: quote.report)
    assert line.words(whole.report, whole).endswith("said Lena Berg. “It will take us nine years.”")
    assert (whole.saying, whole.wording, part.saying, part.wording) == (1, "full", 1, "part")


def test_two_quotations_in_two_sentences_stay_two():
    line = storyline_of(
        "“We will rebuild the bridge.” Lena Berg said so twice. “It will take us nine years,” she said."
    )
    assert all(quote.end - quote.start < 40 for voice in collect_voices(line) for quote in voice.quotes)


@pytest.mark.parametrize(
    "text",
    [
        "Lena Berg is in talks to direct “The Long Bridge” in May.",
        "Lena Berg decided to use the hall for “summer evenings”.",
        "Lena Berg denied reports that “the wall” had cracked.",
    ],
)
def test_quoted_words_in_an_act_are_no_saying(text):
    assert collect_voices(storyline_of(text)) == []


def test_a_phrase_is_told_with_its_sentence():
    text = "It rained. Lena Berg described the old bridge as “a thing of beauty” on Monday."
    (voice,) = collect_voices(storyline_of(text))
    (quote,) = voice.quotes
    assert text[quote.within.start : quote.within.end] == text.removeprefix("It rained. ")


def test_an_embedded_post_is_said_by_whose_handle_signs_it():
    text = (
        "Lena Berg is the mayor.\n\nThe old bridge is shut, folks. — Lena Berg (@lenaberg) March 3, 2026\n\nIt rained."
    )
    (voice,) = collect_voices(storyline_of(text))
    (quote,) = voice.quotes
    assert (voice.speaker, text[quote.start : quote.end]) == ("lena-berg", "The old bridge is shut, folks.")
