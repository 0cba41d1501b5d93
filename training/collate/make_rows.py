"""Write the evidence of every difference in a set of cases, labelled, as rows for `train_judge.py`.

    python training/collate/make_rows.py CASES.jsonl [STORY.json ...] --out ROWS.jsonl
    python training/collate/make_rows.py CASES.jsonl --out ROWS.jsonl --weight 0.15 --zeros 0.3 --held

A case is a line of the collation set's `mutations_*.jsonl`, or one that `make_cases.py` made; a story is one of its
hand-read `dev/*.json`. Label 1: the two stretches are a plant and what it contradicts, or values that the reader set
against each other; 0: neither; -1: unsure (left out of training): the right sentences and the wrong words, or words of
a conflict, which the reader marked only by its sentences. `--zeros` keeps a share of the rows without a contradiction,
the weight of each raised in proportion; `--held` keeps only cases of stories that the network was not trained on.
Only rows that the package's first judge finds likely are shown to the network, as when reports are collated.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from variorum.annotate.order import annotate_batch
from variorum.collate.align import align_wordings
from variorum.collate.differences import Difference, Unit
from variorum.collate.findings.evidence import Vocabulary, aspect_of
from variorum.collate.findings.judge import VALUED, features_of, judge
from variorum.collate.findings.pairs import LIKELY, gather_differences, judge_place
from variorum.collate.findings.spots import Spot
from variorum.collate.points import Weights, Wording, read_wordings
from variorum.collate.storyline import Storyline
from variorum.model.jsonl import to_report
from variorum.model.report import Report

# Stories of these tenths and later were held out when the network was trained.
HELD_FROM = 7
# What the network sees in training is a little more than what it sees later: the first judge changes too.
WIDER = 0.2
Key = tuple[tuple[str, int, int], ...]


def tenth_of(event: str) -> int:
    """Return which tenth (0 to 9) a story falls into, as `training/slots/train.py` does."""
    return int(hashlib.md5(event.encode()).hexdigest(), 16) % 10


@cache
def annotated(id: str, text: str, published: str | None, outlet: str | None) -> Report | None:
    """Return a report as it comes to collating, in one story with the others; None where it is refused."""
    about = {"id": id, "text": text, "published": published, "outlet": outlet}
    (found,) = annotate_batch([to_report({**about, "story": "s", "storyline": "s", "copy_of": None}, id)])
    return found if isinstance(found, Report) else None


def differences_of(case: Mapping[str, Any]) -> Iterator[tuple[Difference, dict[str, float], dict[str, str]]]:
    """Yield the differences of a case with their evidence, and the texts of its reports by id."""
    read = [annotated(str(r["id"]), r["text"], r.get("published"), r.get("outlet")) for r in case["reports"]]
    reports = [report for report in read if report is not None]
    texts = {report.id: report.text for report in reports}
    wordings = read_wordings(Storyline(reports))
    weights, vocabulary = Weights(wordings), Vocabulary(wordings)
    alignments = list(align_wordings(wordings, weights))
    vocabulary.learn(alignments)
    for difference, _, evidence in gather_differences(alignments, vocabulary):
        yield difference, evidence, texts


def rows_of(case: Mapping[str, Any], contested: Mapping[Key, int], zeros: float) -> Iterator[dict[str, Any]]:
    """Yield the rows of one case, a share of those without a contradiction."""
    rng = random.Random(case.get("case") or case["story"])
    for difference, evidence, texts in differences_of(case):
        label = contested.get(_key(difference), 0)
        for plant in case.get("planted", ()):
            label = max(label, _label(plant, difference, texts), key=abs)
        if label <= 0 and rng.random() > zeros:
            continue
        aspect = aspect_of(difference)
        (sure,) = judge([features_of(evidence, aspect)], "values" if aspect in VALUED else "words")
        seen = {"slot": round(judge_place(difference), 4)} if sure >= WIDER * LIKELY else {}
        yield {
            "weight": 1.0 if label > 0 else 1.0 / zeros,
            "event": case.get("event") or case["story"],
            "case": case.get("case") or case["story"],
            "aspect": aspect,
            "label": label,
            "evidence": {name: round(number, 4) for name, number in evidence.items()},
            "network": seen,
        }


def contested_in(story: Mapping[str, Any]) -> dict[Key, int]:
    """Return the differences that the reader of a story set against each other, with their labels."""
    found = {}
    for difference, _, _ in differences_of(story):
        alignment = difference.alignment
        left, right = _spots(alignment.left, difference.left), _spots(alignment.right, difference.right)
        for finding in story["findings"]:
            one, other = _values_at(left, finding), _values_at(right, finding)
            if finding["kind"] != "agreement" and one and other and not one & other:
                sure = not finding.get("borderline") and aspect_of(difference) in VALUED
                found[_key(difference)] = 1 if sure else -1
    return found


def _values_at(spots: Sequence[Spot], finding: Mapping[str, Any]) -> set[Any]:
    return {
        reading["value"]
        for reading in finding["readings"]
        for spot in spots
        if spot.report == reading["report"] and _meet(spot, (reading["start"], reading["end"]))
    }


def _key(difference: Difference) -> Key:
    """What tells a difference in whatever case it stands: both sentences and both stretches."""
    alignment = difference.alignment
    sides = ((alignment.left, difference.left), (alignment.right, difference.right))
    return tuple(sorted((wording.text, unit.first, unit.end) for wording, unit in sides))


def _spots(wording: Wording, unit: Unit) -> list[Spot]:
    return [
        Spot(home.report, home.start + wording.start[unit.first], home.start + wording.end[unit.end - 1])
        for home in wording.homes
    ]


def _label(plant: Mapping[str, Any], difference: Difference, texts: Mapping[str, str]) -> int:
    alignment = difference.alignment
    left, right = _spots(alignment.left, difference.left), _spots(alignment.right, difference.right)
    unsure = 0
    for mine, theirs in ((left, right), (right, left)):
        if not any(s.report == plant["report"] and any(_meet(s, span) for span in plant["spans"]) for s in mine):
            continue
        others = [spot for spot in theirs if spot.report != plant["report"]]
        told = plant["original"].lower()
        if told and any(told in texts[s.report][s.start : s.end].lower() for s in others):
            return 1
        for witness in plant["contradicted_by"]:
            there = [spot for spot in others if spot.report == witness["report"]]
            if any(_meet(spot, (witness["start"], witness["end"])) for spot in there):
                return 1
            if any(_meet(spot, witness["sentence"]) for spot in there):
                unsure = -1
    return unsure


def _meet(spot: Spot, span: Sequence[int]) -> bool:
    return spot.start < span[1] and span[0] < spot.end


def main() -> None:
    """Write the rows of all cases and stories."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--weight", type=float, default=1.0)
    parser.add_argument("--zeros", type=float, default=1.0)
    parser.add_argument("--held", action="store_true")
    chosen = parser.parse_args()
    cases, stories = [], []
    for path in chosen.cases:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".jsonl":
            cases += [json.loads(line) for line in text.splitlines()]
        else:
            stories.append(json.loads(text))
    contested = {key: label for story in stories for key, label in contested_in(story).items()}
    kept = [c for c in [*cases, *stories] if not chosen.held or tenth_of(c["event"]) >= HELD_FROM]
    with chosen.out.open("w", encoding="utf-8") as out:
        for case in kept:
            for row in rows_of(case, contested, chosen.zeros):
                out.write(json.dumps({**row, "weight": chosen.weight * row["weight"]}) + "\n")


if __name__ == "__main__":
    main()
