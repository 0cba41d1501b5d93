"""Pairs of stretches from sets of contrasts that we wrote ourselves (training/contrasts).

    PYTHONPATH=training python training/contradictions/make_contrasts.py training/contrasts/*.jsonl --out CONTRASTS.pkl

A set is a sentence with a stretch, `[[so]]`, and sentences that tell the same of its point in other words (`same`),
tell it so that both cannot be right (`differs`), tell it anew because time went on (`later`), and tell of another
point, often in words that are nearer (`other`). See training/contrasts/README.md.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping
from itertools import islice, product
from pathlib import Path
from typing import Any, NamedTuple

from articles import read_lines
from rows import JUDGEMENTS, Row, write_rows

from variorum.collate.findings.judged.slots import REACH, SHOWN, Slot, encode_slots
from variorum.text.wordpieces import Vocabulary, load_vocabulary

MARK = re.compile(r"\[\[([^\[\]]+)\]\]")
WORD = re.compile(r"\w+(?:[-'’.,]\w+)*|[^\w\s]")
WEIGHT = 1.2


class Contrast(NamedTuple):
    """Two marked sentences, and the letter that a reader of real reports would give them."""

    one: str
    other: str
    judged: str


def contrasts_of(written: Mapping[str, Any]) -> Iterator[Contrast]:
    """Yield the pairs of a set: of its first sentence with all others, and some of the others among themselves."""
    first = written["a"]
    same, differs, other, later = (written.get(name, []) for name in ("same", "differs", "other", "later"))
    for sentences, judged in ((same, "S"), (differs, "C"), (other, "D"), (later, "U")):
        yield from (Contrast(first, each, judged) for each in sentences)
    yield from (Contrast(*pair, "C") for pair in islice(product(same, differs), 2))
    yield from (Contrast(*pair, "D") for pair in islice(product(same, other), 2))
    yield from (Contrast(*pair, "D") for pair in islice(product(differs, other), 1))
    if len(same) > 1:
        yield Contrast(same[0], same[1], "S")


def slot_in(sentence: str) -> Slot:
    """Return the slot that the marked stretch of a sentence fills, shown. Raises ValueError if none is marked."""
    mark = MARK.search(sentence)
    if mark is None:
        raise ValueError(f"no stretch is marked in {sentence!r}")
    before, after = (
        WORD.findall(part.replace("…", " ")) for part in (sentence[: mark.start()], sentence[mark.end() :])
    )
    return Slot(tuple(before[-REACH:]), " ".join(mark[1].split()[:SHOWN]), tuple(after[:REACH]))


def row_of(contrast: Contrast, aspect: str, vocabulary: Vocabulary) -> Row:
    """Return a contrast as it is taught."""
    encoded = encode_slots(slot_in(contrast.one), slot_in(contrast.other), vocabulary)
    point, excludes, contradicts, _ = JUDGEMENTS[contrast.judged]
    return Row(aspect, encoded, point, excludes, contradicts, WEIGHT, story=None)


def main() -> None:
    """Write the pairs of all sets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("contrasts", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    vocabulary = load_vocabulary()
    sets = (written for path in chosen.contrasts for written in read_lines(path))
    rows = (row_of(each, written["aspect"], vocabulary) for written in sets for each in contrasts_of(written))
    write_rows(chosen.out, rows)


if __name__ == "__main__":
    main()
