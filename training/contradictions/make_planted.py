"""Pairs of stretches from planted contradictions.

    PYTHONPATH=training python training/contradictions/make_planted.py ROWS.jsonl [--zeros 0.5] --out PLANTED.pkl

ROWS are the differences of cases with plants, by `training/collate/make_rows.py`: those that the first judge finds
likely carry what the network sees. A plant and what it contradicts are of one point and exclude each other; of any
other difference only this is known, that it is no contradiction. `--zeros` keeps a share of those.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

import msgspec
from rows import Row, write_rows

from variorum.collate.findings.judged.slots import Encoded

CONTRADICTS, OTHERWISE = 1.0, 0.7


def read_planted(path: Path, zeros: float) -> Iterator[Row]:
    """Yield the pairs of a file of differences, a share of those without a contradiction."""
    rng = random.Random(0)
    with path.open(encoding="utf-8") as lines:
        for difference in map(json.loads, lines):
            label = difference["label"]
            if difference["shown"] is None or label < 0 or (label == 0 and rng.random() > zeros):
                continue
            encoded = msgspec.convert(difference["shown"], Encoded)
            known, weight = (1.0, CONTRADICTS) if label else (None, OTHERWISE)
            yield Row(difference["aspect"], encoded, known, known, float(label), weight, difference["event"])


def main() -> None:
    """Write the pairs of all files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("differences", nargs="+", type=Path)
    parser.add_argument("--zeros", type=float, default=1.0)
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    write_rows(chosen.out, (row for path in chosen.differences for row in read_planted(path, chosen.zeros)))


if __name__ == "__main__":
    main()
