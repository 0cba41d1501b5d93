"""Write the evidence of every difference in a set of cases, labelled, as rows for `train_judge.py`.

    PYTHONPATH=training python training/collate/make_rows.py CASES.jsonl [STORY.json ...] --out PUBLIC.jsonl \\
        --counterparts COUNTERPARTS.json
    PYTHONPATH=training python training/collate/make_rows.py CASES.jsonl --own --zeros 0.3 --out OWN.jsonl \\
        --counterparts COUNTERPARTS.json

A case is a line of the collation set's `mutations_*.jsonl`, or one that `make_cases.py` made (`--own`); a story is one
of the set's hand-read `dev/*.json`. Label 1: the two stretches are a plant and what it contradicts, or values that the
reader set against each other; 0: neither; -1: unsure (left out of training): the right sentences and the wrong words,
or words of a conflict, which the reader marked only by its sentences. `--known` names rows of `make_judged.py`: what
was judged of a pair holds wherever its sentences stand. `--zeros` keeps a share of the rows without a contradiction,
the weight of each raised in proportion. Rows that the package's first judge finds likely have the score of the network
of slots (if their story did not teach it) and what the network of contradictions is shown, for
`training/contradictions`; the latter have `ranks` too, how far each value is the other's counterpart, by what
`train_counterparts.py` fitted without their event.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from folds import HELD_FROM, fold_of, tenth_of

from variorum.annotate.order import annotate_batch
from variorum.collate.align import align_wordings
from variorum.collate.differences import Difference, Unit
from variorum.collate.findings.judged.counterparts import Counterparts
from variorum.collate.findings.judged.disagreements import LIKELY, differ_beside, judge_place, weigh
from variorum.collate.findings.judged.evidence import Vocabulary, aspect_of
from variorum.collate.findings.judged.judge import VALUED, Forest, Model, features_of, judge
from variorum.collate.findings.judged.slots import encode_slots, slot_of
from variorum.collate.findings.pairs import Side
from variorum.collate.findings.written.spots import Spot
from variorum.collate.points import Weights, Wording, read_wordings
from variorum.collate.storyline import Storyline
from variorum.model.jsonl import to_report
from variorum.model.report import Report
from variorum.text.wordpieces import load_vocabulary

# What the networks see in training is more than what they see later: the first judge changes too.
WIDER, WIDEST = 0.2, 0.08
# What a difference in a case that we planted counts beside others.
OWN = 0.15
JUDGED = frozenset("CUBSD")
# What is held of a contradiction that was judged by hand, where its sentences stand in a case.
KNOWN = {"C": 1, "U": 1, "B": -1, "unjudged": -1}


class Label(NamedTuple):
    """What is known of a difference, and from where: `public` or `own` plants, the letter it was given, `unjudged`.

    `found` is the letter of what a reader of the whole story found where it stands; None if nothing.
    """

    label: int
    kind: str
    found: str | None = None


class Read(NamedTuple):
    """A case as collating reads it, and the texts of its reports by id."""

    texts: dict[str, str]
    wordings: Sequence[Wording]
    weights: Weights


Labeller = Callable[[Difference, Mapping[str, str]], Label]


@cache
def annotated(id: str, text: str, published: str | None, outlet: str | None) -> Report | None:
    """Return a report as it comes to collating, in one story with the others; None where it is refused."""
    about = {"id": id, "text": text, "published": published, "outlet": outlet}
    (found,) = annotate_batch([to_report({**about, "story": "s", "storyline": "s", "copy_of": None}, id)])
    return found if isinstance(found, Report) else None


def read_case(case: Mapping[str, Any]) -> Read:
    """Return a case, read; reports that are refused are left out."""
    read = [annotated(str(r["id"]), r["text"], r.get("published"), r.get("outlet")) for r in case["reports"]]
    reports = [report for report in read if report is not None]
    wordings = read_wordings(Storyline(reports))
    return Read({report.id: report.text for report in reports}, wordings, Weights(wordings))


def differences_of(read: Read) -> Iterator[tuple[Difference, dict[str, float]]]:
    """Yield the differences of a case with their evidence."""
    vocabulary = Vocabulary(read.wordings)
    alignments = list(align_wordings(read.wordings, read.weights))
    vocabulary.learn(alignments)
    for difference, _, evidence in weigh(differ_beside(alignments), vocabulary):
        yield difference, evidence


def rows_of(
    case: Mapping[str, Any], label_of: Labeller, zeros: float, counterparts: Sequence[Forest], *, held: bool
) -> Iterator[dict[str, Any]]:
    """Yield the rows of one case, a share of those without a contradiction.

    `counterparts` are the trees of the folds of that name. `held`: the network of slots was not taught the story, so
    that what it tells of it can be learnt from.
    """
    rng = random.Random(case.get("case") or case["story"])
    event = case.get("event") or case["story"]
    read = read_case(case)
    rows, seen = [], []
    for difference, evidence in differences_of(read):
        label, kind, found = label_of(difference, read.texts)
        was_judged = kind in JUDGED or found is not None
        if label == 0 and not was_judged and rng.random() > zeros:
            continue
        aspect = aspect_of(difference)
        (sure,) = judge([features_of(evidence, aspect)], "values" if aspect in VALUED else "words")
        placed = held and sure >= WIDER * LIKELY[aspect]
        row = {
            "event": event,
            "case": case.get("case") or case["story"],
            "pair": pair_of(difference),
            "aspect": aspect,
            "label": label,
            "kind": kind,
            "found": found,
            "weight": (OWN if kind == "own" else 1.0) / (zeros if label == 0 and not was_judged else 1.0),
            "held": held,
            "evidence": {name: round(number, 4) for name, number in evidence.items()},
            "network": {"slot": round(judge_place(difference), 4)} if placed else {},
            "shown": shown(difference) if label or kind in JUDGED or sure >= WIDEST * LIKELY[aspect] else None,
            "ranks": {},
        }
        rows.append(row)
        if row["shown"] is not None:
            seen.append(difference)
    asked = [row for row in rows if row["shown"] is not None]
    for row, ranks in zip(asked, rank_all(seen, read, counterparts[fold_of(event)]), strict=True):
        row["ranks"] = ranks
    yield from rows


def rank_all(differences: Sequence[Difference], read: Read, trees: Forest) -> Iterator[dict[str, float]]:
    """Yield for each difference how far each side is the other's counterpart (`counterparts.py`), by given trees."""
    numbers = {id(wording): number for number, wording in enumerate(read.wordings)}
    sides = []
    for each in differences:
        left, right = numbers[id(each.alignment.left)], numbers[id(each.alignment.right)]
        sides.append((Side(left, each.left), Side(right, each.right)))
    for ranks in Counterparts(read.wordings, read.weights, trees.judge).rank(sides):
        yield {name: round(number, 4) for name, number in ranks.items()}


def read_counterparts(path: Path) -> list[Forest]:
    """Return the trees of each fold, of what `train_counterparts.py` wrote."""
    folds = json.loads(path.read_text(encoding="utf-8"))["folds"]
    return [Forest(model) for model in msgspec.convert(folds, list[Model])]


def shown(difference: Difference) -> dict[str, Any]:
    """Return a difference as the network of contradictions reads it."""
    left, right = difference.alignment.left, difference.alignment.right
    slots = slot_of(left, difference.left, shown=True), slot_of(right, difference.right, shown=True)
    encoded: dict[str, Any] = msgspec.to_builtins(encode_slots(*slots, load_vocabulary()))
    return encoded


def label_in(case: Mapping[str, Any], known: Mapping[str, int], kind: str) -> Labeller:
    """Return what labels the differences of a case: its plants, and what is known of pairs."""

    def label_of(difference: Difference, texts: Mapping[str, str]) -> Label:
        label = known.get(pair_of(difference), 0)
        for plant in case.get("planted", ()):
            label = max(label, _label(plant, difference, texts), key=abs)
        return Label(label, kind)

    return label_of


def contested_in(story: Mapping[str, Any]) -> dict[str, int]:
    """Return the differences that the reader of a story set against each other, with their labels."""
    found = {}
    for difference, _ in differences_of(read_case(story)):
        alignment = difference.alignment
        left, right = spots_of(alignment.left, difference.left), spots_of(alignment.right, difference.right)
        for finding in story["findings"]:
            one, other = _values_at(left, finding), _values_at(right, finding)
            if finding["kind"] != "agreement" and one and other and not one & other:
                sure = not finding.get("borderline") and aspect_of(difference) in VALUED
                found[pair_of(difference)] = 1 if sure else -1
    return found


def _values_at(spots: Sequence[Spot], finding: Mapping[str, Any]) -> set[Any]:
    return {
        reading["value"]
        for reading in finding["readings"]
        for spot in spots
        if spot.report == reading["report"] and meet(spot, (reading["start"], reading["end"]))
    }


def pair_of(difference: Difference) -> str:
    """Return what tells a difference in whatever case it stands: both sentences and both stretches, as one word."""
    alignment = difference.alignment
    sides = ((alignment.left, difference.left), (alignment.right, difference.right))
    told = sorted((wording.text, unit.first, unit.end) for wording, unit in sides)
    return hashlib.md5(json.dumps(told).encode()).hexdigest()


def spots_of(wording: Wording, unit: Unit) -> list[Spot]:
    """Return where the words of a unit stand, in each report that has its sentence."""
    return [
        Spot(home.report, home.start + wording.start[unit.first], home.start + wording.end[unit.end - 1])
        for home in wording.homes
    ]


def _label(plant: Mapping[str, Any], difference: Difference, texts: Mapping[str, str]) -> int:
    alignment = difference.alignment
    left, right = spots_of(alignment.left, difference.left), spots_of(alignment.right, difference.right)
    unsure = 0
    for mine, theirs in ((left, right), (right, left)):
        if not any(s.report == plant["report"] and any(meet(s, span) for span in plant["spans"]) for s in mine):
            continue
        others = [spot for spot in theirs if spot.report != plant["report"]]
        told = plant["original"].lower()
        if told and any(told in texts[s.report][s.start : s.end].lower() for s in others):
            return 1
        for witness in plant["contradicted_by"]:
            there = [spot for spot in others if spot.report == witness["report"]]
            if any(meet(spot, (witness["start"], witness["end"])) for spot in there):
                return 1
            if any(meet(spot, witness["sentence"]) for spot in there):
                unsure = -1
    return unsure


def meet(spot: Spot, span: Sequence[int]) -> bool:
    """Whether a spot and a span of one report have characters in common."""
    return spot.start < span[1] and span[0] < spot.end


def known_in(paths: Sequence[Path]) -> dict[str, int]:
    """Return what is held of the contradictions in judged rows, by pair."""
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    return {row["pair"]: KNOWN[row["kind"]] for row in map(json.loads, lines) if row["label"]}


def main() -> None:
    """Write the rows of all cases and stories."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--counterparts", type=Path, required=True)
    parser.add_argument("--known", nargs="*", type=Path, default=[])
    parser.add_argument("--zeros", type=float, default=1.0)
    parser.add_argument("--own", action="store_true")
    chosen = parser.parse_args()
    cases, stories = [], []
    for path in chosen.cases:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".jsonl":
            cases += [json.loads(line) for line in text.splitlines()]
        else:
            stories.append(json.loads(text))
    known, counterparts = known_in(chosen.known), read_counterparts(chosen.counterparts)
    for story in stories:
        known.update(contested_in(story))
    kind = "own" if chosen.own else "public"
    with chosen.out.open("w", encoding="utf-8") as out:
        for case in [*cases, *stories]:
            # The stories that taught the network of slots tell of no event of the public set.
            held = not chosen.own or tenth_of(case["event"]) >= HELD_FROM
            for row in rows_of(case, label_in(case, known, kind), chosen.zeros, counterparts, held=held):
                out.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
