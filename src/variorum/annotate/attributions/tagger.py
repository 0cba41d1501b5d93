"""The trained tagger: for each word the scores of its tags, and vectors that tell which spans belong together.

A BERT of four layers over word pieces and columns of the parse, fine-tuned by `training/attributions`, run as int8.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from variorum.annotate.attributions.features import WordColumns
from variorum.annotate.attributions.link import LINK, Floats, LinkTable, Window, load_link_table
from variorum.text.network import open_network
from variorum.text.wordpieces import Vocabulary, load_vocabulary

WINDOW = 254  # pieces the encoder sees at once, beside its first and last
CORE = 190  # of them, those whose words are judged; the others are there for context
_BEFORE = 40  # pieces of context before the core, where the text has as many
_COLUMNS = ("pos", "dep", "shape", "quote", "place")


class Tagged(msgspec.Struct, frozen=True):
    """What the network says of each word: `emissions` (words, TAGS), and the vectors of each window."""

    emissions: Floats
    windows: tuple[Window, ...]


class Tagger:
    """The network with its vocabulary and its table of link scores; one a process."""

    def __init__(self, folder: Path) -> None:
        self.session = open_network(folder / "attributions.onnx")
        self.vocabulary = load_vocabulary()
        self.links: LinkTable = load_link_table(folder / "links.npz")

    def tag(self, words: WordColumns) -> Tagged:
        """Return the scores and vectors of all words of a report."""
        size = len(words.pieces)
        emissions = np.zeros((size, 7), dtype=np.float32)
        windows = []
        for seen, judged in cut_windows(words):
            tags, link = self.session.run(None, _feed(words, seen, self.vocabulary))
            inner = slice(judged.start - seen.start, judged.stop - seen.start)
            emissions[judged.start : judged.stop] = tags[0, inner]
            windows.append(Window(seen, judged, link[0].reshape(-1, 4, 2, LINK)))
        return Tagged(emissions, tuple(windows))


@cache
def load_tagger() -> Tagger:
    """Return the tagger that ships with the package, loaded once a process."""
    with resources.as_file(resources.files(__package__).joinpath("model")) as folder:
        return Tagger(folder)


def cut_windows(words: WordColumns) -> Iterator[Any]:
    """Yield, for stretches that together cover all words, the words seen and the words judged; cut before sentences."""
    counts = np.array([len(pieces) for pieces in words.pieces])
    until = np.concatenate([[0], np.cumsum(counts)])
    openings = np.append(np.flatnonzero(words.place), len(counts))
    start = 0
    while start < len(counts):
        end = _core_end(until, openings, start)
        first = int(np.searchsorted(until, until[start] - _BEFORE))
        last = int(np.searchsorted(until, until[first] + WINDOW, side="right")) - 1
        yield range(first, last), range(start, end)
        start = end


def _core_end(until: Any, openings: Any, start: int) -> int:  # noqa: ANN401
    """The end of the words judged: the last sentence start within CORE pieces; half a core where one runs longer."""
    left = until[-1] - until[start]
    room = CORE if left > 2 * CORE else -(-left // 2) if left > CORE else left
    furthest = int(np.searchsorted(until, until[start] + CORE, side="right")) - 1
    wanted = int(np.searchsorted(until, until[start] + room, side="left"))
    index = int(np.searchsorted(openings, wanted))
    for opening in openings[index : index + 1], openings[index - 1 : index]:
        if len(opening) and start < opening[0] <= furthest:
            return int(opening[0])
    return max(furthest, start + 1)


def _feed(words: WordColumns, seen: range, vocabulary: Vocabulary) -> dict[str, Any]:
    """The network's inputs for one window: a batch of one, without padding."""
    part = words.pieces[seen.start : seen.stop]
    counts = np.array([len(pieces) for pieces in part])
    flat = [vocabulary.first, *(piece for pieces in part for piece in pieces), vocabulary.last]
    word = np.repeat(np.arange(seen.start, seen.stop), counts)
    feed = {"pieces": np.array([flat], dtype=np.int64)}
    for name in _COLUMNS:
        column = np.zeros((1, len(flat)), dtype=np.int64)
        column[0, 1:-1] = getattr(words, name)[word]
        feed[name] = column
    feed["first"] = (1 + np.cumsum(counts) - counts)[None]
    head = words.head[seen.start : seen.stop] - seen.start
    own = np.arange(len(seen))
    feed["head"] = np.where((head < 0) | (head >= len(seen)), own, head)[None]
    return feed
