"""Pairs of stretches from real reports that were judged by hand (training/judged).

    PYTHONPATH=training python training/contradictions/make_read.py TEXTS... --out READ.pkl \\
        --judged training/judged/pairs.jsonl --found JUDGED.jsonl

TEXTS are the public sets that the judgements point into: JSON lines of articles with "id" and "text", or the anchors of
the collation set. What readers of whole stories found adds differences that were not judged one by one: JUDGED is what
`training/collate/make_judged.py` wrote.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from articles import by_story, places_of, read_articles, read_lines
from make_told import KINDS, unit_at
from rows import JUDGEMENTS, Row, write_rows

from variorum.annotate.order import annotate_batch
from variorum.collate.findings.judged.slots import Encoded, encode_slots, slot_of
from variorum.collate.points import Wording, read_wordings
from variorum.collate.storyline import Storyline
from variorum.model.jsonl import to_report
from variorum.model.report import Report
from variorum.text.wordpieces import load_vocabulary

VALUES = {"figure": KINDS["f"], "date": KINDS["d"], "name": KINDS["n"], "place": KINDS["p"]}
# Values are also given masked: what that counts of a pair's weight, and the share of pairs of two points that are.
MASKED, TWO_MASKED = 0.5, 0.4


def wordings_of(articles: Sequence[Mapping[str, Any]]) -> dict[str, list[tuple[int, Wording]]]:
    """Return the wordings of the reports of one story with their places, by report."""
    about = {"story": "s", "storyline": "s", "copy_of": None}
    given = [
        to_report({"id": each["id"], "text": each["text"], "published": each.get("published"), **about}, each["id"])
        for each in articles
    ]
    reports = [each for each in annotate_batch(given) if isinstance(each, Report)]
    homes: dict[str, list[tuple[int, Wording]]] = defaultdict(list)
    for wording in read_wordings(Storyline(reports)):
        for home in wording.homes:
            homes[home.report].append((home.start, wording))
    return homes


def rows_found(path: Path) -> Iterator[Row]:
    """Yield the differences of which a reader of the whole story found something, as the network is shown them."""
    for each in read_lines(path):
        if each["found"] is not None and each["shown"] is not None:
            encoded = msgspec.convert(each["shown"], Encoded)
            yield Row(each["aspect"], encoded, *JUDGEMENTS[each["found"]], each["event"])


def rows_of(
    judged: Sequence[Mapping[str, Any]], articles: Mapping[str, Mapping[str, Any]], rng: random.Random
) -> Iterator[Row]:
    """Yield the pairs of one story shown, and those of values masked too."""
    vocabulary = load_vocabulary()
    reports = sorted({report for each in judged for report, _, _ in places_of(each)})
    homes = wordings_of([articles[report] for report in reports])
    for each in judged:
        kinds = VALUES.get(each["aspect"])
        units = []
        for report, start, end in places_of(each):
            for base, wording in homes[report]:
                if base <= start and end <= base + wording.end[-1]:
                    unit = unit_at(wording, range(start - base, end - base), kinds)
                    units += [(wording, unit)] if unit is not None else []
        if len(units) != len(("left", "right")):
            continue
        point, excludes, contradicts, weight = JUDGEMENTS[each["judged"]]
        aspect, story = each["aspect"], each["story"]
        shown = encode_slots(*(slot_of(*one, shown=True) for one in units), vocabulary)
        yield Row(aspect, shown, point, excludes, contradicts, weight, story)
        if kinds and (point or rng.random() < TWO_MASKED):
            masked = encode_slots(*(slot_of(*one) for one in units), vocabulary)
            yield Row(aspect, masked, point, None, None, MASKED * weight, story)


def main() -> None:
    """Write the pairs of all judgements whose reports are among the texts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--judged", type=Path, required=True)
    parser.add_argument("--found", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    articles, rng = read_articles(chosen.texts), random.Random(3)
    stories = by_story(read_lines(chosen.judged), articles)
    rows = [row for judged in stories.values() for row in rows_of(judged, articles, rng)]
    write_rows(chosen.out, [*rows, *rows_found(chosen.found)])


if __name__ == "__main__":
    main()
