"""Write the evidence of the differences in stories of which pairs were judged by hand, as rows for `train_judge.py`.

    PYTHONPATH=training python training/collate/make_judged.py TEXTS... --out JUDGED.jsonl --zeros 0.35 \\
        --judged training/judged/pairs.jsonl --findings training/judged/findings.jsonl --counterparts COUNTERPARTS.json

TEXTS are the public sets that the judgements point into (`training/articles.py`). A row's `kind` is the letter that its
pair was given; a pair that was not judged is `unjudged`: of label 0, but of -1 (left out of training) where it meets a
conflict or an update that the reader of the story found. What was found there is in `found`, for the network of
contradictions. `--zeros` keeps a share of the other unjudged ones, their weight raised in proportion. What rows carry
for other scripts is told in `make_rows.py`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from articles import by_story, places_of, read_articles, read_lines, reports_of
from make_rows import Label, Labeller, meet, read_counterparts, rows_of, spots_of

from variorum.collate.differences import Difference
from variorum.collate.findings.judged.evidence import aspect_of
from variorum.collate.findings.written.spots import Spot

CONTRADICT = "CBU"
LABELS = {"C": 1, "U": 1, "B": 1, "S": 0, "D": 0}
# Readers of whole stories did not tell names from places, or acts from descriptions, as the annotators do.
LIKE = {"place": "name", "description": "status"}
Place = tuple[str, int, int]


def sides_of(difference: Difference) -> tuple[list[Spot], list[Spot]]:
    """Return where the two stretches of a difference stand."""
    alignment = difference.alignment
    return spots_of(alignment.left, difference.left), spots_of(alignment.right, difference.right)


def letter_of(difference: Difference, letters: Mapping[frozenset[Place], str]) -> str | None:
    """Return the letter that a difference was given, None if none."""
    for one, other in product(*sides_of(difference)):
        pair = frozenset(((one.report, one.start, one.end), (other.report, other.start, other.end)))
        if pair in letters:
            return letters[pair]
    return None


def found_at(difference: Difference, findings: Sequence[Mapping[str, Any]], texts: Mapping[str, str]) -> str | None:
    """Return the letter of a finding whose readings, in other words, both stretches of a difference meet."""
    left, right = sides_of(difference)
    aspect = aspect_of(difference)
    for finding in findings:
        letter = {"conflict": "B" if finding.get("borderline") else "C", "update": "U", "same": "S"}.get(
            finding["kind"]
        )
        meant = finding["aspect"]
        pairs = product(words_at(left, finding, texts), words_at(right, finding, texts))
        alike = LIKE.get(aspect, aspect) == LIKE.get(meant, meant)
        if letter and alike and any(words != others for words, others in pairs):
            return letter
    return None


def words_at(spots: Sequence[Spot], finding: Mapping[str, Any], texts: Mapping[str, str]) -> set[str]:
    """Return the words of the readings of a finding that one of the spots meets."""
    return {
        " ".join(texts[report][start:end].lower().split())
        for report, start, end in places_of(finding)
        for spot in spots
        if spot.report == report and meet(spot, (start, end))
    }


def label_by(judged: Sequence[Mapping[str, Any]], findings: Sequence[Mapping[str, Any]]) -> Labeller:
    """Return what labels the differences of a story: what was judged of its pairs, and what a reader of it found."""
    letters = {frozenset(places_of(each)): each["judged"] for each in judged}

    def label_of(difference: Difference, texts: Mapping[str, str]) -> Label:
        letter = letter_of(difference, letters)
        if letter is not None:
            return Label(LABELS[letter], letter)
        found = found_at(difference, findings, texts)
        return Label(-1 if found and found in CONTRADICT else 0, "unjudged", found)

    return label_of


def main() -> None:
    """Write the rows of all stories whose reports are among the texts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--judged", type=Path, required=True)
    parser.add_argument("--findings", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--counterparts", type=Path, required=True)
    parser.add_argument("--zeros", type=float, default=1.0)
    chosen = parser.parse_args()
    articles, counterparts = read_articles(chosen.texts), read_counterparts(chosen.counterparts)
    judged, findings = (by_story(read_lines(path), articles) for path in (chosen.judged, chosen.findings))
    with chosen.out.open("w", encoding="utf-8") as out:
        for name in sorted({*judged, *findings}):
            mine, read = judged.get(name, []), findings.get(name, [])
            story = {"story": name, "reports": reports_of([*mine, *read], articles)}
            # The network of slots was taught some of these stories: its score tells nothing here.
            for row in rows_of(story, label_by(mine, read), chosen.zeros, counterparts, held=False):
                out.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
