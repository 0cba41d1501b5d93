"""What turns spaCy's documents into columns: our own reading of its parts where they are of the kind we know.

Only the dependency parser runs as it is. Whether ours reads a model as spaCy does is tried when it is loaded; if not,
spaCy's own pipeline runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from variorum.annotate.parser.names import NameDecoder
from variorum.annotate.parser.vectors import Floats, OtherShape, WordVectors
from variorum.annotate.parser.word_classes import Form, WordClasses
from variorum.model.annotations import Tokens

_PARTS = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner")
_TRIAL = (
    "President Lee Jae-myung of South Korea didn't agree to pay $350 billion on Wednesday, the Financial Times said.",
    "“They're gonna let us do better,” Ms. O'Neill told Reuters in New York;  shares fell 2.5% in the 1990s!\n\nWhy?",
)
_GROUP_WORDS = 1_500  # words read in one go: what they need still fits the processor's cache


class Reader(Protocol):
    """Reads spaCy's documents, tokenised and with their sentences marked."""

    def read(self, documents: Sequence[Any]) -> list[Tokens]:
        """Return the columns of each document."""
        ...


def choose_reader(language: Any) -> Reader:  # noqa: ANN401 - spaCy's Language is untyped
    """Return our own reader where it reads this pipeline as spaCy does, else spaCy's."""
    plain = PlainReader(language)
    try:
        fast = FastReader(language)
    except (OtherShape, AttributeError, KeyError, IndexError, ValueError):
        return plain

    def trial() -> list[Any]:
        return [language.make_doc(text) for text in _TRIAL]

    return fast if fast.read(trial()) == plain.read(trial()) else plain


class PlainReader:
    """spaCy's pipeline as it is."""

    def __init__(self, language: Any) -> None:  # noqa: ANN401
        self._language = language

    def read(self, documents: Sequence[Any]) -> list[Tokens]:
        """Return the columns of each document."""
        return [_columns_of(document) for document in self._language.pipe(documents, batch_size=64)]


def _columns_of(document: Any) -> Tokens:  # noqa: ANN401
    words = [token for token in document if not token.is_space]
    place = {token.i: index for index, token in enumerate(words)}
    return Tokens(
        start=tuple(token.idx for token in words),
        end=tuple(token.idx + len(token) for token in words),
        lemma=tuple(token.lemma_ for token in words),
        pos=tuple(token.pos_ for token in words),
        tag=tuple(token.tag_ for token in words),
        dep=tuple(token.dep_ for token in words),
        head=tuple(place.get(token.head.i, index) for index, token in enumerate(words)),
        ent=tuple(f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "" for token in words),
    )


class FastReader:
    """The same columns without spaCy's objects for each word, its matcher and its steps through names."""

    def __init__(self, language: Any) -> None:  # noqa: ANN401
        if tuple(language.pipe_names) != _PARTS:
            raise OtherShape(str(language.pipe_names))
        parts = dict(language.pipeline)
        self._shared, self._own = WordVectors(parts["tok2vec"].model), WordVectors(_names_vectors(parts["ner"]))
        if not set(self._own.columns) <= set(self._shared.columns):
            raise OtherShape(str(self._own.columns))
        self._own_columns = [self._shared.columns.index(name) for name in self._own.columns]
        self._names, self._parser = NameDecoder(parts["ner"]), parts["parser"]
        self._tagger = _Tagger(parts["tagger"])
        self._classes = WordClasses(parts["attribute_ruler"], parts["lemmatizer"])
        self._strings = language.vocab.strings

    def read(self, documents: Sequence[Any]) -> list[Tokens]:
        """Return the columns of each document."""
        full = [document for document in documents if len(document)]
        tags: list[list[str]] = []
        vectors: list[Floats] = []
        for group in _groups(full):
            forms = [document.to_array(list(self._shared.columns)) for document in group]
            shared = self._shared.of(forms)
            vectors += self._own.of([np.ascontiguousarray(each[:, self._own_columns]) for each in forms])
            for document, each in zip(group, shared, strict=True):
                document.tensor = each
                tags.append(self._tagger.tags(each))
        parsed = list(self._parser.pipe(full, batch_size=64))
        tables = [_table(document) for document in parsed]
        read = iter(zip(parsed, tables, tags, self._found_names(vectors, tables), strict=True))
        return [self._columns(*next(read)) if len(document) else _columns_of(document) for document in documents]

    def _found_names(self, vectors: Sequence[Floats], tables: Sequence[_Table]) -> list[list[str]]:
        found = []
        for each, table in zip(vectors, tables, strict=True):
            found.append(self._names.find(each, table.is_last, table.is_space))
        return found

    def _columns(self, document: Any, table: _Table, tags: Sequence[str], names: Sequence[str]) -> Tokens:  # noqa: ANN401
        text, strings = document.text, self._strings
        spans = list(zip(table.start.tolist(), table.end.tolist(), strict=True))
        relations = {each: strings[each] for each in np.unique(table.dep).tolist()}
        deps = [relations[each] for each in table.dep.tolist()]
        classes = self._classes.of(
            [Form(text[start:end], tag, dep) for (start, end), tag, dep in zip(spans, tags, deps, strict=True)]
        )
        words = np.flatnonzero(~table.is_space)
        place = np.cumsum(~table.is_space) - 1
        # A word that hangs on white space hangs on itself.
        head = np.where(table.is_space[table.head[words]], np.arange(len(words)), place[table.head[words]])
        kept = words.tolist()
        return Tokens(
            start=tuple(spans[word][0] for word in kept),
            end=tuple(spans[word][1] for word in kept),
            lemma=tuple(classes[word].lemma for word in kept),
            pos=tuple(classes[word].pos for word in kept),
            tag=tuple(classes[word].tag for word in kept),
            dep=tuple(classes[word].dep for word in kept),
            head=tuple(head.tolist()),
            ent=tuple(names[word] for word in kept),
        )


class _Table(msgspec.Struct, frozen=True):
    """Of each token of a parsed document, white space among them."""

    start: NDArray[np.int64]
    end: NDArray[np.int64]
    head: NDArray[np.int64]
    dep: NDArray[np.uint64]
    is_space: NDArray[np.bool_]
    is_last: NDArray[np.bool_]  # of its sentence or document


def _table(document: Any) -> _Table:  # noqa: ANN401
    columns = document.to_array(["IDX", "LENGTH", "HEAD", "DEP", "IS_SPACE", "SENT_START"])
    start, length, head, opens = (columns[:, index].astype(np.int64) for index in (0, 1, 2, 5))
    is_last = np.append(opens[1:] == 1, [True])
    own = np.arange(len(start))
    return _Table(start, start + length, own + head, columns[:, 3], columns[:, 4] == 1, is_last)


class _Tagger:
    """spaCy's tagger: a linear layer over the shared vectors."""

    def __init__(self, tagger: Any) -> None:  # noqa: ANN401
        softmax = tagger.model.layers[-1].layers[0]
        if softmax.name != "softmax" or len(tagger.model.layers) != 2:
            raise OtherShape(tagger.model.name)
        self._ops, self._labels = tagger.model.ops, tagger.labels
        self._weights, self._bias = softmax.get_param("W"), softmax.get_param("b")

    def tags(self, vectors: Floats) -> list[str]:
        scores = self._ops.gemm(vectors, self._weights, trans2=True) + self._bias
        return [self._labels[index] for index in scores.argmax(axis=1).tolist()]


def _names_vectors(ner: Any) -> Any:  # noqa: ANN401
    """The entity recogniser's own Tok2Vec."""
    tok2vec = ner.model.get_ref("tok2vec").layers[0]
    if len(tok2vec.layers) != 2:
        raise OtherShape(tok2vec.name)
    return tok2vec


def _groups(documents: Sequence[Any]) -> list[Sequence[Any]]:
    """The documents in groups of about _GROUP_WORDS words."""
    if not documents:
        return []
    cuts, words = [0], 0
    for index, document in enumerate(documents):
        if words and words + len(document) > _GROUP_WORDS:
            cuts.append(index)
            words = 0
        words += len(document)
    return [documents[start:end] for start, end in pairwise([*cuts, len(documents)])]
