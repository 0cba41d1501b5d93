"""What a finding is told to be about."""

import msgspec
import pytest
from tests.collate.build import storyline_of
from tests.collate.findings.pairing import pair_in

from variorum.collate.findings.deciding.cases import Kind
from variorum.collate.findings.written.headings import whole_phrases
from variorum.collate.findings.written.reasons import name_alone, name_topic, say_why, tell_apart
from variorum.model.record import Finding
from variorum.model.span import Reading


def test_a_topic_does_not_cut_a_time():
    wordings, pair = pair_in(
        "The ferry left Voss at 6:40 a.m. with 84 people on board.",
        "Its captain swore on Monday that the ferry had 78 people on board when it left the harbour of Voss.",
        "84",
        "78",
    )
    assert name_topic(wordings, pair) == "The ferry left Voss at 6:40 a.m. with … people on board"
    assert name_alone(wordings[0], pair.left.unit) == "The ferry left Voss at 6:40 a.m. with 84 people on board"


def test_sentences_that_share_no_telling_word_have_a_topic_of_one_of_them():
    wordings, pair = pair_in("Seventy-two of them survived the winter.", "It took in 70 that year.", "two", "70")
    assert name_topic(wordings, pair) == "… of them survived the winter"


def heading(text: str, value: str) -> str:
    wordings, pair = pair_in(text, f"Nobody in Voss had heard of {value} before.", value, value)
    return name_alone(wordings[0], pair.left.unit)


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        (
            "Now, a friend of Anna Lund-Berg is selling her boats to help pay the $900 bill.",
            "$900",
            "a friend of Anna Lund-Berg is selling her boats to help pay the $900 bill",
        ),
        ("(Market research firm Tarn says people will be spending $20 billion on ferries.)", "$20 billion",
         "people will be spending $20 billion on ferries"),
        ("Seen by the mayor, they have iron frames and weigh just under 50 tons.", "50 tons",
         "they have iron frames and weigh just under 50 tons"),
        ("She told the court that 84 people had left Voss before the old bridge fell.", "84",
         "84 people had left Voss before the old bridge fell"),
        ("The Northern Lark, which the state had inspected in May and which the mayor had named after his late "
         "mother in a long speech on the quay, carried 214 passengers.", "214", "carried 214 passengers"),
        ("A toll agreement of the two towns had initially been unveiled in late July, under which Tarn would pay the "
         "guild $900 in crowns to avoid harsher tolls.", "$900",
         "Tarn would pay the guild $900 in crowns to avoid harsher tolls"),
        ("The old ferry owner Anna Lund, a fine woman who had spent long years in the storms of the north, singing "
         "songs of the sea, died on Monday in Skarn.", "Monday", "died on Monday in Skarn"),
        ("Speaking outside the Skarn hospital, where he is being treated for two broken ribs, Mr Lund said: \"There "
         "was a woman on the quay who had lost her boat.\"", "two",
         "the Skarn hospital, where he is being treated for two broken ribs"),
    ],
)  # fmt: skip
def test_a_topic_begins_and_ends_where_a_phrase_does(text, value, expected):
    assert heading(text, value) == expected


def test_a_topic_has_no_dateline_and_closes_up_before_a_comma():
    wordings, pair = pair_in(
        "SKARN — Lena Berg, 52, runs the ferry.", "SKARN — Lena Berg, 55, runs the ferry.", "52", "55"
    )
    assert name_topic(wordings, pair) == "Lena Berg, …, runs the ferry"


def test_a_topic_leaves_no_condition_and_no_denial_out():
    assert "if" in heading("The yard will shut if 300 of its oldest workers strike for nine long weeks.", "300")
    assert "not" in heading("The 40 guests of the hotel did not die in the fire of last Sunday night in Voss.", "40")


def test_a_reason_says_that_sentences_agree_only_where_they_do():
    wordings, pair = pair_in("The ferry had 84 people on board.", "The ferry had 78 people on board.", "84", "78")
    conflict = Kind("conflict", "the figures differ")
    alike = "“84” and “78” stand in the same place of sentences that otherwise agree: the figures differ"
    assert say_why(conflict, wordings, msgspec.structs.replace(pair, shared=0.9)) == alike
    apart = "“84” and “78” seem to be told of one thing: the figures differ"
    assert say_why(conflict, wordings, msgspec.structs.replace(pair, shared=0.3)) == apart


def test_two_findings_of_one_topic_are_told_apart_by_what_they_give():
    text = "The new bridge cost $4 million and 900 tons of steel, far more than Voss had planned."
    line = storyline_of(text, "The ferry Lysefjord ran aground off Skudenes on Tuesday morning.")
    topic = "The new bridge cost $4 million and 900 tons of steel"
    made = [
        Finding(
            id=value, kind="single", aspect="figure", topic=topic, why="", stories=(), independent=1,
            readings=(Reading(report="r1", start=text.index(value), end=text.index(value) + len(value), value=value),),
        )
        for value in ("$4 million", "900 tons")
    ]  # fmt: skip
    assert [each.topic for each in tell_apart(line, made)] == [f"{topic} ($4 million)", f"{topic} (900 tons)"]
    assert tell_apart(line, made[:1]) == made[:1]


def test_a_stretch_that_is_all_one_noun_phrase_ends():
    wordings, pair = pair_in("Big fire at the old mill.", "Nobody in Voss saw the mill burn.", "mill", "mill")
    words = range(len(wordings[0]) - 1)
    assert whole_phrases(wordings[0], words, pair.left.unit) == words
