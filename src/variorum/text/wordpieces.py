"""Words to word pieces, as the encoder was trained on (Schuster and Nakajima 2012, as BERT uses them).

The vocabulary is the encoder's own, cut to its common Latin pieces; a word it lacks falls into smaller ones.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

from variorum.text.fold import fold_marks

PAD, UNKNOWN, FIRST, LAST, MASK = "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"
MOST_PIECES = 6  # of one word: what comes after tells no more
_LONGEST_WORD = 60

_PARTS = re.compile(r"\w+|[^\w\s]|_")


class Vocabulary:
    """The pieces of one encoder, by number."""

    def __init__(self, path: Path) -> None:
        pieces = path.read_text(encoding="utf-8").splitlines()
        self.number = {piece: index for index, piece in enumerate(pieces)}
        self.first, self.last, self.unknown = self.number[FIRST], self.number[LAST], self.number[UNKNOWN]
        self.pieces_of = lru_cache(maxsize=50_000)(self._pieces_of)

    def __len__(self) -> int:
        return len(self.number)

    def _pieces_of(self, word: str) -> tuple[int, ...]:
        """Return the pieces of a word, at least one and at most MOST_PIECES."""
        plain = unicodedata.normalize("NFD", fold_marks(word[:_LONGEST_WORD]).lower())
        plain = "".join(char for char in plain if not unicodedata.combining(char))
        pieces: list[int] = []
        for part in _PARTS.findall(plain):
            pieces += self._split(part)
        return tuple(pieces[:MOST_PIECES]) or (self.unknown,)

    def _split(self, part: str) -> list[int]:
        pieces: list[int] = []
        start = 0
        while start < len(part) and len(pieces) < MOST_PIECES:
            end = len(part)
            while end > start and (piece := self._at(part, start, end)) is None:
                end -= 1
            if end == start:
                return [self.unknown]
            pieces.append(piece)  # type: ignore[arg-type]  # the loop ended with a piece
            start = end
        return pieces

    def _at(self, part: str, start: int, end: int) -> int | None:
        return self.number.get(part[start:end] if start == 0 else "##" + part[start:end])


@cache
def load_vocabulary(language: str = "en") -> Vocabulary:
    """Return the pieces of the encoders that ship with the package, read once a process."""
    with resources.as_file(resources.files("variorum.lang").joinpath(language, "wordpieces.txt")) as path:
        return Vocabulary(path)
