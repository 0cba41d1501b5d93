"""Pairs of slots that are, or are not, the same place of one point, from reports of real stories.

    python training/slots/make_pairs.py STORIES.jsonl --out PAIRS.pkl [--without EVENTS.txt]

A line of STORIES is {"id", "text", "title", "outlet", "published", "story"}. Nothing is labelled by hand (distant
supervision: Mintz et al. 2009): where two reports of one story give the same rare value, or use the same word in
sentences that share much, the two places are taken for one point; where they give values that cannot both be right, for
two, since reports disagree far less often than they speak of two things. The network never sees the values themselves.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from variorum.annotate.order import annotate_batch
from variorum.collate.align import Alignment, align_wordings
from variorum.collate.differences import Unit, find_differences
from variorum.collate.findings.judged.evidence import aspect_of, compare_units
from variorum.collate.findings.judged.slots import Encoded, encode_slots, slot_of
from variorum.collate.points import Value, Weights, Wording, read_wordings
from variorum.collate.storyline import Storyline
from variorum.model.jsonl import to_report
from variorum.model.report import Report
from variorum.text.wordpieces import Vocabulary, load_vocabulary

# What two sentences must share beside an equal value, and how rare the value must be, to be one point.
LEAST_BESIDE = {"figure": 0.6, "date": 1.2, "name": 0.6, "place": 0.8, "duration": 0.6}
LEAST_RARE = {"figure": 0.5, "date": 0.4, "name": 0.7, "place": 0.6, "duration": 0.4}
WORDS_SHARE, WORDS_WEIGHT = 0.25, 1.5
# Of one story at most so many pairs that are one point, and so many others for each of them.
MOST_VALUES, OTHERS_A_VALUE = 400, 2.0
MOST_WORDS, OTHERS_A_WORD = 160, 1.5


class Row(msgspec.Struct, frozen=True):
    """A pair of slots with its label (1: one point) and the story it comes from."""

    aspect: str
    encoded: Encoded
    label: int
    story: str


def pairs_of(storyline: Storyline, vocabulary: Vocabulary, rng: random.Random) -> list[Row]:
    """Return the pairs of one story."""
    wordings = read_wordings(storyline)
    weights = Weights(wordings)
    story = str(storyline.reports[0].story)
    found: dict[tuple[bool, int], list[Row]] = defaultdict(list)
    for alignment in align_wordings(wordings, weights):
        for valued, aspect, one, other, label in [*_of_values(alignment, weights), *_of_words(alignment)]:
            slots = slot_of(alignment.left, one), slot_of(alignment.right, other)
            found[(valued, label)].append(Row(aspect, encode_slots(*slots, vocabulary), label, story))
    kept = []
    for valued, most, others in ((True, MOST_VALUES, OTHERS_A_VALUE), (False, MOST_WORDS, OTHERS_A_WORD)):
        ones = found[(valued, 1)]
        kept += rng.sample(ones, min(len(ones), most))
        zeros = found[(valued, 0)]
        kept += rng.sample(zeros, min(len(zeros), int(others * min(len(ones), most)) + 10))
    return kept


def _of_values(alignment: Alignment, weights: Weights) -> Iterator[tuple[bool, str, Unit, Unit, int]]:
    for value in alignment.left.values:
        for partner in alignment.right.values:
            if value.kind != partner.kind or value.kind not in LEAST_BESIDE:
                continue
            one, other = Unit(value.first, value.end, value), Unit(partner.first, partner.end, partner)
            verdict = compare_units(alignment, one, other)
            if verdict is not None and verdict.outcome == "differs":
                yield True, value.kind, one, other, 0
            elif verdict is not None and verdict.outcome == "same" and not _is_small(value):
                beside = alignment.shared_without(one.range, other.range).weight
                rare = max((weights.of(alignment.left.key[i]) for i in one.range), default=0.0)
                if beside >= LEAST_BESIDE[value.kind] and rare >= LEAST_RARE[value.kind]:
                    yield True, value.kind, one, other, 1


def _is_small(value: Value) -> bool:
    quantity = value.quantity
    return quantity is not None and quantity.kind == "count" and quantity.value in (None, 1.0, 2.0)


def _of_words(alignment: Alignment) -> Iterator[tuple[bool, str, Unit, Unit, int]]:
    for difference in find_differences(alignment):
        left, right = difference.left, difference.right
        untyped = left.value is None and right.value is None
        if untyped and alignment.shared_without(left.range, right.range).low >= WORDS_SHARE:
            yield False, aspect_of(difference), left, right, 0
    for index, other in enumerate(alignment.right_of):
        if other >= 0 and index not in alignment.soft and _is_word(alignment.left, index):
            one, partner = Unit(index, index + 1, None), Unit(other, other + 1, None)
            beside = alignment.shared_without(one.range, partner.range)
            if other not in alignment.right.value_at and beside.low >= WORDS_SHARE and beside.weight >= WORDS_WEIGHT:
                yield False, "status" if alignment.left.pos[index] == "VERB" else "description", one, partner, 1


def _is_word(wording: Wording, index: int) -> bool:
    return wording.pos[index] in ("VERB", "ADJ", "NOUN") and wording.is_content[index] and index not in wording.value_at


def read_storylines(path: Path, without: Sequence[str]) -> Iterator[Storyline]:
    """Yield the annotated stories of a file, each as a storyline, less those named in `without`."""
    told: dict[str, list[Report]] = defaultdict(list)
    keep = ("id", "text", "title", "outlet", "published")
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get("story") and row["story"] not in without:
            plain = {**{name: row.get(name) for name in keep}, "story": row["story"], "storyline": row["story"]}
            told[row["story"]].append(to_report({**plain, "copy_of": None}, row["story"]))
    for _, given in sorted(told.items()):
        reports = [report for report in annotate_batch(given) if isinstance(report, Report)]
        if len(reports) > 1:
            yield Storyline(reports)


def main() -> None:
    """Write the pairs of all stories."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--without", type=Path, help="a file with the names of stories to leave out, one a line")
    chosen = parser.parse_args()
    without = chosen.without.read_text(encoding="utf-8").split() if chosen.without else []
    vocabulary, rng = load_vocabulary(), random.Random(0)
    rows = []
    for storyline in read_storylines(chosen.stories, without):
        rows += [msgspec.to_builtins(row) for row in pairs_of(storyline, vocabulary, rng)]
    chosen.out.write_bytes(pickle.dumps(rows))


if __name__ == "__main__":
    main()
