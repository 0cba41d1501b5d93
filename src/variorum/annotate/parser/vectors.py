"""The vectors of words in their context: spaCy's Tok2Vec, with the part that hangs on the word alone kept for later.

Much of the network's work is the embedding of each word by its form. News repeats its words, so it is done once a word.
The rest is spaCy's own arithmetic (hash embeddings, then convolutions of maxout units, each with layer norm and a
residual) with the same matrix library, so that the results are the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Hashes = NDArray[np.uint64]

_MOST_KEPT = 60_000  # words whose embedding is kept, 23 MB
_EPSILON = np.float32(1e-8)
# Any odd numbers do: forms differ in their hashes, and these only bring the hashes of one form into one number.
_MIX = np.array([2 * (7_919**power % 2**62) + 1 for power in range(1, 17)], dtype=np.uint64)


class OtherShape(Exception):
    """A model is not built as these readers expect; spaCy itself must run it."""


class _Layer(msgspec.Struct, frozen=True):
    weights: Floats  # (pieces * width, 3 * width)
    bias: Floats  # (pieces * width,)
    scale: Floats
    shift: Floats


class WordVectors:
    """A Tok2Vec model; `columns` names the attributes of a word that it reads, as spaCy calls them."""

    def __init__(self, model: Any) -> None:  # noqa: ANN401 - thinc's models are untyped to us
        embed, encode = _parts(model)
        if embed.layers[0].name != "extract_features":
            raise OtherShape(embed.name)
        self.columns: tuple[str, ...] = tuple(embed.layers[0].attrs["columns"])
        self._embed = embed.layers[1:]
        self._layers = [_read_layer(block) for block in encode.layers[0].layers]
        self._ops = model.ops
        self.width = len(self._layers[0].scale)
        self._number: dict[int, int] = {}
        self._kept: Floats = np.zeros((0, self.width), dtype=np.float32)

    def of(self, forms: Sequence[Hashes]) -> list[Floats]:
        """Return the vectors (words, width) of each document; `forms` (words, columns) are its words' attributes."""
        pad = len(self._layers)  # empty rows around each document: as many as the layers see beyond its ends
        lengths = [len(each) for each in forms]
        starts = pad + np.concatenate([[0], np.cumsum([length + pad for length in lengths[:-1]])]).astype(int)
        rows = np.zeros((int(starts[-1]) + lengths[-1] + pad, self.width), dtype=np.float32)
        embedded = self._embedded(np.concatenate(forms))
        done = 0
        for start, length in zip(starts, lengths, strict=True):
            rows[start : start + length] = embedded[done : done + length]
            done += length
        window = np.zeros((len(rows), 3 * self.width), dtype=np.float32)
        for layer in self._layers:
            rows += self._applied(layer, rows, window)
        return [rows[start : start + length] for start, length in zip(starts, lengths, strict=True)]

    def _applied(self, layer: _Layer, rows: Floats, window: Floats) -> Floats:
        width = self.width
        window[1:, :width] = rows[:-1]
        window[:, width : 2 * width] = rows
        window[:-1, 2 * width :] = rows[1:]
        sums: Floats = self._ops.gemm(window, layer.weights, trans2=True)
        sums += layer.bias
        best = sums[:, :width]
        for piece in range(width, sums.shape[1], width):
            best = np.maximum(best, sums[:, piece : piece + width], out=best)
        centred: Floats = best - best.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", centred, centred)[:, None] / np.float32(width) + _EPSILON
        centred *= variance**-0.5
        centred *= layer.scale
        centred += layer.shift
        return centred

    def _embedded(self, forms: Hashes) -> Floats:
        """The embeddings (words, width) of words by their form alone."""
        keys = (forms * _MIX[: forms.shape[1]]).sum(axis=1, dtype=np.uint64)
        distinct, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
        if len(self._number) + len(distinct) > _MOST_KEPT:
            self._number.clear()
        known = self._number
        missing = [index for index, key in enumerate(distinct.tolist()) if key not in known]
        if missing:
            self._keep(distinct[missing].tolist(), forms[first[missing]])
        numbers = np.array([known[key] for key in distinct.tolist()], dtype=np.int64)
        return self._kept.take(numbers[inverse], axis=0)

    def _keep(self, keys: Sequence[int], forms: Hashes) -> None:
        value: Any = [forms]
        for layer in self._embed:
            value = layer.predict(value)
        start = len(self._number)
        if start + len(keys) > len(self._kept):
            grown = np.zeros((2 * (start + len(keys)), self.width), dtype=np.float32)
            grown[:start] = self._kept[:start]
            self._kept = grown
        self._kept[start : start + len(keys)] = value[0]
        self._number.update(zip(keys, range(start, start + len(keys)), strict=True))


def _parts(model: Any) -> tuple[Any, Any]:  # noqa: ANN401
    if len(model.layers) != 2 or not model.layers[0].layers or model.layers[1].name.partition("(")[0] != "with_array":
        raise OtherShape(model.name)
    return model.layers[0], model.layers[1]


def _read_layer(block: Any) -> _Layer:  # noqa: ANN401
    nodes = {node.name: node for node in block.walk()}
    if not {"expand_window", "maxout", "layernorm"} <= nodes.keys() or nodes["expand_window"].attrs["window_size"] != 1:
        raise OtherShape(block.name)
    weights, bias, norm = nodes["maxout"].get_param("W"), nodes["maxout"].get_param("b"), nodes["layernorm"]
    # Pieces first, so that their greatest is taken over whole rows.
    return _Layer(
        np.ascontiguousarray(weights.transpose(1, 0, 2)).reshape(-1, weights.shape[2]),
        np.ascontiguousarray(bias.T).reshape(-1),
        norm.get_param("G"),
        norm.get_param("b"),
    )
