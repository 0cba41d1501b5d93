import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotate.parse import DEFAULT_MODEL, find_sentences, load_parser, load_reader, parse_tokens
from variorum.annotate.parser.readers import FastReader, PlainReader, choose_reader
from variorum.model.annotations import Annotations
from variorum.model.report import Report

TEXTS = [
    "The ferry Alder Queen sank off Kesten on Tuesday, the coast guard said. At least 41 people are missing.",
    "“We'll never know,” Prime Minister Ana de la Cruz-Novak told the BBC in São Tomé; “it ain't over, y'all.”",
    "SHARES OF NORTH SOUND BANK PLC FELL 4.5% TO $12.30\n\n\nMARKETS REPORT, MONDAY 3 MARCH",
    "He's gotta go. They're gonna let's say c'mon! There were, there's and here is the U.S.' 5,000th case.",
    "Table:\nBonn\t12\n\nThe Group of Seven (G7), the European Commission and Ms. Obi-Adeyemi met 😀 in Lomé.",
    "the president of the united states of america said on the first day of the 21st century that the University of "
    "the Holy Cross of the Most Sacred Heart of the Northern Territory of New South Wales and Man would close",
    "\n \n",
    "a",
    "Kiew, Москва и 北京。東京では",
]


def marked(text):
    """What `parse_tokens` gives to readers, with their own marks of sentences."""
    document = load_parser(DEFAULT_MODEL).make_doc(text)
    starts = {sentence.start for sentence in find_sentences([Report(id="r", text=text)])[0]}
    if len(document):
        marks = [1 if token.idx in starts and not token.is_space else -1 for token in document]
        document.from_array(["SENT_START"], np.array(marks, dtype=np.int64).astype(np.uint64))
    return document


def read_both(texts):
    language = load_parser(DEFAULT_MODEL)
    fast, plain = FastReader(language), PlainReader(language)
    return fast.read([marked(text) for text in texts]), plain.read([marked(text) for text in texts])


def test_ours_is_the_reader_of_the_default_model():
    assert isinstance(load_reader(DEFAULT_MODEL), FastReader)


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_reads_as_spacy_reads_it(text):
    ours, theirs = read_both([text])
    assert ours == theirs


def test_texts_read_together_as_alone():
    together, _ = read_both(TEXTS * 3)
    alone = [read_both([text])[0][0] for text in TEXTS]
    assert together == alone * 3


WORDS = (
    *("Lee", "the", "of", "New", "York", "Bank", "said", "on", "Tuesday", "$", "5", "million", "University", "and"),
    *("Mrs.", "Angela", "—", "“", "”", ",", ".", "\n", "  ", "gonna", "is", "there", "I'm", "O'Neill", "3rd", "é", "X"),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join), min_size=1, max_size=4))
def test_any_words_read_as_spacy_reads_them(texts):
    ours, theirs = read_both(texts)
    assert ours == theirs


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_text_reads_as_spacy_reads_it(text):
    ours, theirs = read_both([text])
    assert ours == theirs


def test_a_pipeline_of_another_kind_is_left_to_spacy():
    class Other:
        pipe_names = ("tok2vec", "senter")

    assert isinstance(choose_reader(Other()), PlainReader)


def test_a_reader_that_reads_otherwise_is_not_used(monkeypatch):
    monkeypatch.setattr(FastReader, "read", lambda self, documents: [None for _ in documents])
    assert isinstance(choose_reader(load_parser(DEFAULT_MODEL)), PlainReader)


def parsed(text):
    report = Report(id="r", text=text, language="en")
    [sentences] = find_sentences([report])
    [tokens] = parse_tokens([Report(id="r", text=text, annotations=Annotations(sentences=sentences))])
    return tokens


@pytest.mark.parametrize(
    "text",
    ["Half a pair \ud83d said on Tuesday.", "x" * 100_000, "word " * 20_000, "\ud800", "12 " * 3_000],
    ids=["surrogate", "one word", "no stops", "surrogate alone", "numbers"],
)
def test_odd_texts_are_parsed(text):
    tokens = parsed(text)
    assert tokens.start[0] == 0
    assert all(0 <= start < end <= len(text) for start, end in zip(tokens.start, tokens.end, strict=True))
    assert all(0 <= head < len(tokens.start) for head in tokens.head)


def test_a_long_run_of_signs_is_one_word():
    text = "It cost " + "$" * 20_000 + " in May."
    tokens = parsed(text)
    assert [text[start:end] for start, end in zip(tokens.start, tokens.end, strict=True)][-2:] == ["May", "."]
