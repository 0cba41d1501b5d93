import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.text.split import split_paragraphs, split_sentences


def sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Smith left. He ran.", ["Mr. Smith left.", "He ran."]),
        ("The U.S. President met J. P. Ito.", ["The U.S. President met J. P. Ito."]),
        ("They met in the U.S. The talks failed.", ["They met in the U.S.", "The talks failed."]),
        ("It cost $3.5 billion. No. 5 won.", ["It cost $3.5 billion.", "No. 5 won."]),
        ("Will it work? No. The plan failed.", ["Will it work?", "No.", "The plan failed."]),
        ('"Why?" she asked. "Who knows."', ['"Why?" she asked.', '"Who knows."']),
        ("“Why?” Lena Berg asked. Nobody knew.", ["“Why?” Lena Berg asked.", "Nobody knew."]),
        ("A headline without an end\nThe text begins.", ["A headline without an end", "The text begins."]),
        ("大統領は会談した。合意はなかった。", ["大統領は会談した。", "合意はなかった。"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_sentences(text, expected):
    assert sentences(text) == expected


def test_lines_wrapped_to_a_width_are_one_paragraph():
    text = (
        "The council voted on Tuesday to rebuild the old bridge over the\n"
        "river Tarn, which was closed after the flood of last spring and\n"
        "has since been used by nobody but the herons that nest below it\n"
        "and the children who climb over the fence.\n\n"
        "Work begins in May."
    )
    assert len(split_paragraphs(text)) == 2
    assert len(split_sentences(text)) == 2


@given(st.text(alphabet=st.sampled_from("aB .!?\n\"“”'。1é👍🏽")))
def test_sentences_cover_every_word_once_and_in_order(text):
    spans = split_sentences(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
