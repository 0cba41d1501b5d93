import subprocess
import sys

from tests.collate.build import reports_of


def test_tokens_hang_together_inside_their_sentences():
    (report,) = reports_of("The ferry sank on Tuesday. Divers “found nothing” in Alder Sound.")
    tokens = report.layers.tokens
    words = [report.text[start:end] for start, end in zip(tokens.start, tokens.end, strict=True)]
    assert words[:3] == ["The", "ferry", "sank"]
    second = report.layers.sentences[1].start
    for index, head in enumerate(tokens.head):
        assert (tokens.start[index] >= second) == (tokens.start[head] >= second)


def test_spacy_is_whole_after_it_was_loaded_without_its_command_line():
    script = (
        "from variorum.annotate.parse import DEFAULT_MODEL, load_parser; load_parser(DEFAULT_MODEL);"
        "import sys; light = 'weasel' not in sys.modules; import spacy.cli; print(light, callable(spacy.cli.download))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=True)
    assert ran.stdout == "True True\n"


def test_a_long_text_is_parsed_in_pieces_that_make_one():
    text = " ".join(f"Ferry number {number} sank off Kesten on Tuesday." for number in range(700))
    (report,) = reports_of(text)
    tokens = report.layers.tokens
    words = [text[start:end] for start, end in zip(tokens.start, tokens.end, strict=True)]
    assert "".join(words) == text.replace(" ", "")
    assert all(abs(head - index) < 12 for index, head in enumerate(tokens.head))


def test_an_empty_text_has_no_tokens():
    (report,) = reports_of("")
    assert report.layers.tokens.start == ()
