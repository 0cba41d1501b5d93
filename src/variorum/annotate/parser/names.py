"""spaCy's names without its step by step: what it decides at a word outside a name hangs on that word alone.

Its entity recogniser (TransitionBasedParser.v2 of three feature tokens, BILUO moves) reads the word at hand and, inside
a name, the name's first word and the word before. So the moves outside names are found for all words at once, and where
one opens a name, its end is the first later word at which closing it scores higher than going on; no name goes over the
start of a sentence (spacy/pipeline/_parser_internals/ner.pyx).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from variorum.annotate.parser.vectors import Floats, OtherShape

Flags = NDArray[np.bool_]

_FEATURES = 3
_FIRST_LOOK = 2  # words after a name's first that are scored at first; then twice as many, and so on


class NameDecoder:
    """An entity recogniser; `ner` is spaCy's component."""

    def __init__(self, ner: Any) -> None:  # noqa: ANN401 - spaCy's components are untyped
        tok2vec, lower, upper = ner.model.layers
        linear = tok2vec.layers[-1]
        is_known = ner.cfg["beam_width"] == 1 and ner.model.attrs["has_upper"] and not ner.model.attrs["unseen_classes"]
        if not is_known or (lower.name, linear.name) != ("precomputable_affine", "linear"):
            raise OtherShape(ner.model.name)
        if lower.get_dim("nF") != _FEATURES or lower.get_dim("nP") != 2:
            raise OtherShape(lower.name)
        self._ops = ner.model.ops
        self._linear, self._linear_bias = linear.get_param("W"), linear.get_param("b")
        self.hidden = lower.get_dim("nO")
        size = 2 * self.hidden
        # Both pieces of a unit apart, so that the greater is taken over whole rows.
        self._lower = lower.get_param("W").transpose(0, 2, 1, 3).reshape(_FEATURES * size, -1)
        self._pad = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(_FEATURES, size)
        self._bias = lower.get_param("b").T.reshape(size)
        self._upper, self._upper_bias = upper.get_param("W"), upper.get_param("b")
        self._read_moves([ner.moves.get_class_name(index) for index in range(ner.moves.n_moves)])

    def _read_moves(self, names: Sequence[str]) -> None:
        moves = [name.partition("-")[::2] for name in names]
        if {move for move, _ in moves} != set("BILUO") or len(set(moves)) != len(moves):
            raise OtherShape("moves of names")
        place = {move: index for index, move in enumerate(moves)}
        # "U-" without a label marks words that somebody forbade to be names; nobody does here.
        outside = [move == "O" or (move in "BU" and bool(label)) for move, label in moves]
        self._outside = np.where(outside, 0, -np.inf).astype(np.float32)
        self._starting = np.array([move in "BU" for move, _ in moves])
        self._opening = np.array([move == "B" for move, _ in moves])
        self._labels = [label for _, label in moves]
        self._going_on = np.array([place.get(("I", label), -1) for label in self._labels])
        self._closing = np.array([place.get(("L", label), -1) for label in self._labels])
        if min(self._going_on[self._opening].min(), self._closing[self._opening].min()) < 0:
            raise OtherShape("moves of names")

    def find(self, vectors: Floats, last: Flags, space: Flags) -> list[str]:
        """Return for each word "B-TYPE", "I-TYPE" or "".

        `vectors` are those of the words of one or more documents; `last` marks the last word of a sentence or document,
        `space` words of white space alone.
        """
        column = [""] * len(vectors)
        if not column:
            return column
        hidden = self._ops.gemm(vectors, self._linear, trans2=True) + self._linear_bias
        rows = self._ops.gemm(hidden, self._lower, trans2=True).reshape(len(vectors), _FEATURES, -1)
        scores = self._scores(rows[:, 0] + self._pad[1] + self._pad[2])
        scores += self._outside
        # What opens a name needs a second word in the sentence; no name begins with white space.
        scores[np.ix_(last, self._opening)] = -np.inf
        scores[np.ix_(space, self._starting)] = -np.inf
        chosen = scores.argmax(axis=1)
        self._fill(column, rows, chosen, np.append(np.flatnonzero(last), len(last) - 1))
        return column

    def _fill(self, column: list[str], rows: Floats, chosen: NDArray[np.int64], lasts: NDArray[np.int64]) -> None:
        """Write the names into `column`; a word inside a name opens none."""
        starts = np.flatnonzero(self._starting[chosen])
        opening = starts[self._opening[chosen[starts]]]
        moves = chosen[opening]
        limits = lasts[np.searchsorted(lasts, opening)]
        ends = self._ends(rows, opening, moves, limits)
        end_of = dict(zip(opening.tolist(), ends.tolist(), strict=True))
        free = 0
        for start in starts.tolist():
            if start < free:
                continue
            label = self._labels[chosen[start]]
            column[start] = f"B-{label}"
            end = end_of.get(start, start)
            free = 1 + (end if end >= 0 else self._far_end(rows, start, chosen[start], lasts))
            column[start + 1 : free] = [f"I-{label}"] * (free - start - 1)

    def _ends(self, rows: Floats, opening: Any, moves: Any, limits: Any) -> NDArray[np.int64]:  # noqa: ANN401
        """The last word of each name that opens there, -1 where it is not among the first words looked at."""
        ends = np.full(len(opening), -1, dtype=np.int64)
        waiting = np.arange(len(opening))
        for step in range(1, 1 + _FIRST_LOOK):
            at = opening[waiting] + step
            closes = self._closes(rows, opening[waiting], at, moves[waiting]) | (at == limits[waiting])
            ends[waiting[closes]] = at[closes]
            waiting = waiting[~closes]
            if not len(waiting):
                break
        return ends

    def _far_end(self, rows: Floats, start: int, move: int, lasts: NDArray[np.int64]) -> int:
        """The last word of one long name, looked for after the first words."""
        limit = int(lasts[np.searchsorted(lasts, start)])
        at, look = start + 1 + _FIRST_LOOK, 2 * _FIRST_LOOK
        while at < limit:
            words = np.arange(at, min(at + look, limit))
            closes = np.flatnonzero(self._closes(rows, np.full(len(words), start), words, np.full(len(words), move)))
            if len(closes):
                return int(words[closes[0]])
            at, look = at + look, 2 * look
        return limit

    def _closes(self, rows: Floats, start: Any, at: Any, moves: Any) -> Flags:  # noqa: ANN401
        """Whether the word `at` scores higher as the last of the name that `start` opens than as one inside it."""
        scores = self._scores(rows[at, 0] + rows[start, 1] + rows[at - 1, 2])
        own = np.arange(len(at))
        going_on, closing = self._going_on[moves], self._closing[moves]
        inside, final = scores[own, going_on], scores[own, closing]
        # Of equal scores spaCy takes the move that comes first in its table.
        closes: Flags = (final > inside) | ((final == inside) & (closing < going_on))
        return closes

    def _scores(self, sums: Floats) -> Floats:
        sums += self._bias
        units = np.maximum(sums[:, : self.hidden], sums[:, self.hidden :])
        scores: Floats = self._ops.gemm(units, self._upper, trans2=True) + self._upper_bias
        return scores
