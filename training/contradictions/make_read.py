"""Pairs of slots from pairs of real reports that were judged by hand (training/judged).

    PYTHONPATH=training/contradictions python training/contradictions/make_read.py JUDGED.jsonl TEXTS... --out PAIRS.pkl

TEXTS are the public sets that the judgements point into: JSON lines of articles with "id" and "text", or the anchors of
the collation set. `C`, `U` and `B` exclude each other (a `B` less surely), `S` does not, `D` is not one point.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from make_told import KINDS, Row, unit_at

from variorum.annotate.order import annotate_batch
from variorum.collate.findings.slots import encode_slots, slot_of
from variorum.collate.points import Wording, read_wordings
from variorum.collate.storyline import Storyline
from variorum.model.jsonl import to_report
from variorum.model.report import Report
from variorum.text.wordpieces import load_vocabulary

# Words of a report that were read; what a judgement says of exclusion, and what it counts.
MOST_WORDS = 520
EXCLUDES = {"C": 1.0, "U": 1.0, "B": 0.6, "S": 0.0, "D": None}
COUNTS = {"C": 3.0, "U": 2.0, "B": 1.0, "S": 1.5, "D": 0.7}
VALUES = {"figure": KINDS["f"], "date": KINDS["d"], "name": KINDS["n"], "place": KINDS["p"]}


def read_texts(paths: Sequence[Path]) -> dict[str, str]:
    """Return the texts of all articles by id, cut to what was read."""
    texts = {}
    for path in paths:
        if path.suffix == ".jsonl":
            articles = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        else:
            events = json.loads(path.read_text(encoding="utf-8"))["events"]
            articles = [report for event in events.values() for report in event["reports"]]
        texts.update({str(each["id"]): " ".join(each["text"].split(" ")[:MOST_WORDS]) for each in articles})
    return texts


def wordings_of(texts: Mapping[str, str]) -> dict[str, list[tuple[int, Wording]]]:
    """Return the wordings of the reports of one story with their places, by report."""
    about = {"story": "s", "storyline": "s", "copy_of": None}
    given = [to_report({"id": id, "text": text, **about}, id) for id, text in sorted(texts.items())]
    reports = [each for each in annotate_batch(given) if isinstance(each, Report)]
    homes: dict[str, list[tuple[int, Wording]]] = defaultdict(list)
    for wording in read_wordings(Storyline(reports)):
        for home in wording.homes:
            homes[home.report].append((home.start, wording))
    return homes


def rows_of(judged: Sequence[Mapping[str, Any]], texts: Mapping[str, str]) -> Iterator[Row]:
    """Yield the pairs of one story, values masked and shown, words shown."""
    vocabulary = load_vocabulary()
    homes = wordings_of({side[0]: texts[side[0]] for each in judged for side in (each["left"], each["right"])})
    for each in judged:
        kinds = VALUES.get(each["aspect"])
        units = []
        for report, start, end in (each["left"], each["right"]):
            for base, wording in homes[report]:
                if base <= start and end <= base + wording.end[-1]:
                    unit = unit_at(wording, range(start - base, end - base), kinds)
                    units += [(wording, unit)] if unit is not None else []
        if len(units) != len(("left", "right")):
            continue
        letter = each["judged"]
        for shown in (False, True) if kinds else (True,):
            slots = [slot_of(wording, unit, shown=shown) for wording, unit in units]
            excludes = EXCLUDES[letter] if shown else None
            encoded = encode_slots(slots[0], slots[1], vocabulary)
            yield Row(each["aspect"], encoded, int(letter != "D"), each["story"], shown, excludes, COUNTS[letter])


def main() -> None:
    """Write the pairs of all judgements whose reports are among the texts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("judged", type=Path)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    texts = read_texts(chosen.texts)
    stories: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in chosen.judged.read_text(encoding="utf-8").splitlines():
        each = json.loads(line)
        if each["left"][0] in texts and each["right"][0] in texts:
            stories[each["story"]].append(each)
    rows = [row for _, judged in sorted(stories.items()) for row in rows_of(judged, texts)]
    chosen.out.write_bytes(pickle.dumps([msgspec.to_builtins(row) for row in rows]))


if __name__ == "__main__":
    main()
