"""A sample of the pairs that taught the network of slots: places of one point or of two in real reports, masked.

    PYTHONPATH=training python training/contradictions/make_placed.py PAIRS.pkl --out PLACED.pkl

PAIRS are what `training/slots/make_pairs.py` wrote. They are labelled by their values alone, and so count little.
"""

from __future__ import annotations

import argparse
import pickle
import random
from pathlib import Path
from typing import Any

import msgspec
from rows import Row, write_rows

from variorum.collate.findings.judged.slots import Encoded

WEIGHT = 0.3


def row_of(pair: dict[str, Any]) -> Row:
    """Return a pair of slots as it is taught here: only whether it is one point is known."""
    aspect = "figure" if pair["aspect"] == "duration" else pair["aspect"]
    encoded = msgspec.convert(pair["encoded"], Encoded)
    return Row(aspect, encoded, float(pair["label"]), None, None, WEIGHT, pair["story"])


def main() -> None:
    """Write a sample of the pairs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--most", type=int, default=16_000)
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    pairs = pickle.loads(chosen.pairs.read_bytes())
    write_rows(chosen.out, map(row_of, random.Random(3).sample(pairs, min(chosen.most, len(pairs)))))


if __name__ == "__main__":
    main()
