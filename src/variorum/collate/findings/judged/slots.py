"""Do two stretches, each in its sentence, fill the same place of one point? Told by a small trained cross-encoder.

The network reads both sentences with the two stretches masked, so that it judges what is said of them and not whether
they agree: "[number] people were hurt" and "the crash injured [number]". It is a BERT of four layers, trained by
`training/slots` and run as int8; see docs/models/slots.md.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources
from math import exp
from pathlib import Path

import msgspec
import numpy as np

from variorum.collate.differences import Unit, top_of
from variorum.collate.points import Wording
from variorum.text.network import open_network
from variorum.text.wordpieces import FIRST, LAST, MASK, Vocabulary, load_vocabulary

# Words and pieces of a sentence that the network sees on either side of a stretch.
REACH = 22
PIECES = 34
# Words of a stretch that are shown at most.
SHOWN = 12
_QUANTITIES = {"money": "money", "percent": "percent", "age": "age", "ordinal": "rank", "count": "number"}
_TIMES = {"DATE": "date", "TIME": "time", "DURATION": "duration", "SET": "date"}
_MENTIONS = {"PERSON": "person", "ORG": "organization", "PLACE": "place", "GROUP": "group"}
_PARTS = {"VERB": "verb", "AUX": "verb", "ADJ": "adjective", "ADV": "adverb"}


class Slot(msgspec.Struct, frozen=True):
    """A stretch with what stands around it: words before, what stands for it (its kind or its words), words after."""

    before: tuple[str, ...]
    filler: str
    after: tuple[str, ...]


def slot_of(wording: Wording, unit: Unit, *, shown: bool = False) -> Slot:
    """Return the slot that a stretch of a wording fills: its kind stands for its words unless they are shown."""
    first, end = max(0, unit.first - REACH), min(len(wording), unit.end + REACH)
    return Slot(
        tuple(wording.word(i) for i in range(first, unit.first)),
        wording.words(unit.first, min(unit.end, unit.first + SHOWN)) if shown else _kind_of(wording, unit),
        tuple(wording.word(i) for i in range(unit.end, end)),
    )


def _kind_of(wording: Wording, unit: Unit) -> str:
    value = unit.value
    if value is None:
        return _PARTS.get(wording.pos[top_of(wording, unit)], "noun")
    if value.quantity is not None:
        return _QUANTITIES.get(value.quantity.kind, "measure")
    if value.time is not None:
        return _TIMES[value.time.type]
    return _MENTIONS.get(value.mention.type, "name") if value.mention is not None else "name"


class Encoded(msgspec.Struct, frozen=True):
    """Two slots as the network reads them: pieces, the side of each piece (0 or 1), and where the two masks stand."""

    pieces: tuple[int, ...]
    sides: tuple[int, ...]
    masks: tuple[int, int]


def encode_slots(one: Slot, other: Slot, vocabulary: Vocabulary) -> Encoded:
    """Return two slots in the pieces of a vocabulary."""
    left, mask = _pieces(one, vocabulary)
    right, mask_other = _pieces(other, vocabulary)
    first, last = vocabulary.number[FIRST], vocabulary.number[LAST]
    return Encoded(
        pieces=(first, *left, last, *right, last),
        sides=(0,) * (len(left) + 2) + (1,) * (len(right) + 1),
        masks=(1 + mask, len(left) + 2 + mask_other),
    )


def _pieces(slot: Slot, vocabulary: Vocabulary) -> tuple[list[int], int]:
    before = [piece for word in slot.before for piece in vocabulary.pieces_of(word)][-PIECES:]
    after = [piece for word in slot.after for piece in vocabulary.pieces_of(word)][:PIECES]
    return [*before, vocabulary.number[MASK], *vocabulary.pieces_of(slot.filler), *after], len(before)


class SlotReader:
    """A network over pairs of slots, and its vocabulary; one a process and network (`load_reader`)."""

    def __init__(self, path: Path) -> None:
        self.session = open_network(path)
        self.vocabulary = load_vocabulary()
        self.read = lru_cache(maxsize=100_000)(self._read)

    def _read(self, one: Slot, other: Slot) -> tuple[float, ...]:
        """Return what the network answers of two slots, each answer a probability (0 to 1).

        One pair at a time: the scales of int8 follow from what is run together, and a pair must not depend on others.
        """
        encoded = encode_slots(one, other, self.vocabulary)
        feed = {
            "pieces": np.array([encoded.pieces], dtype=np.int64),
            "sides": np.array([encoded.sides], dtype=np.int64),
            "masks": np.array([encoded.masks], dtype=np.int64),
        }
        (logits,) = self.session.run(None, feed)
        return tuple(1.0 / (1.0 + exp(-float(logit))) for logit in logits.ravel())


@cache
def load_reader(name: str) -> SlotReader:
    """Return a network that ships with the package by the name of its file, loaded once a process."""
    with resources.as_file(resources.files(__package__).joinpath("model", f"{name}.onnx")) as path:
        return SlotReader(path)


def judge_slots(one: Slot, other: Slot) -> float:
    """Return how likely (0 to 1) two slots are the same place of one point."""
    (place,) = load_reader("slots").read(one, other)
    return place
