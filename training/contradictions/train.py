"""Teach the judge of contradictions: one network for each fold of events, and one for all that ships.

    for fold in 0 1 2 3; do
        PYTHONPATH=training:training/slots python training/contradictions/train.py ENCODER KEPT.json ROWS.pkl... \\
            --fold $fold --score DIFFERENCES.jsonl... --out FOLD-$fold.pt --device cuda
    done
    PYTHONPATH=training:training/slots python training/contradictions/train.py ENCODER KEPT.json ROWS.pkl... \\
        --out ALL.pt --device cuda
    for half in "0 2" "1 3"; do
        PYTHONPATH=training:training/slots python training/contradictions/train.py - - ROWS.pkl... --fold $half \\
            --deberta DEBERTA.onnx SPLITTER.model --epochs 1 --batch 64 --score DIFFERENCES.jsonl... \\
            --out HALF-${half% *}.pt
    done
    for fold in 0 1 2 3; do
        PYTHONPATH=training:training/slots python training/contradictions/train.py ENCODER KEPT.json ROWS.pkl... \\
            --large MPNET --epochs 2 --rate 4e-5 --head-rate 3e-4 --fold $fold --score DIFFERENCES.jsonl... \\
            --out LARGE-$fold.pt --device cuda
    done

ROWS are what the scripts `make_….py` beside this one wrote. The network of a fold is taught no row of its events;
what it tells of them is printed after each epoch, and its scores of their differences
(`training/collate/make_rows.py`) are written beside it, as FOLD-0.scores.jsonl, for the trees that read them. So the
trees never see scores of a network that knows the pair. With `--deberta` it is the network of `deberta.py`, which does
not ship (docs/decisions/0078-a-deberta.md), taught a part of the rows; with `--large` it is the network of `large.py`
that starts from the folder MPNET, and only its scores are written. Runs where torch, onnx, sentencepiece,
safetensors and scikit-learn are installed: a GPU takes some minutes a network, two cores that compute in bfloat16
twenty for the DeBERTa.
"""

import argparse
import json
import pickle
import random
from collections import Counter, defaultdict
from itertools import chain
from pathlib import Path

import numpy as np
import torch
from deberta import share_seldom
from deberta_start import start_deberta
from folds import fold_of, key_of
from large import start_large
from pair import ANSWERS, start_pair
from sklearn.metrics import average_precision_score, roc_auc_score
from teach import Course, add_options, score, teach
from torch.nn import functional as F

# What the questions count in the loss: the last is the one that is asked in the end.
COUNTS = {"point": 0.8, "excludes": 0.8, "contradicts": 1.0}
# From where on an answer that a reader was not sure of counts as yes when it is tested.
HALF = 0.5
# The word pieces of the package's networks, from the root of the repository.
PIECES = Path("src/variorum/lang/en/wordpieces.txt")
# What of the mean of the weights a step leaves, and the share of all steps in which the rates rise.
KEEP, WARM = 0.998, 0.05
# Word pieces of the DeBERTa that keep a vector of their own: what 25 MB leave room for.
PIECES_KEPT = 15_000
# How often the DeBERTa is taught a row of these, contradictions ("yes") and what is none apart, and of what else how
# many rows for each row that was judged by hand ("READ"). Rows that do not say whether they are contradictions, and
# those of other files, are left out.
TIMES = {"READ yes": 2, "READ no": 1, "PLANTED yes": 2}
SHARES = {
    "PLANTED no": 0.15,
    "PLANTED-OWN yes": 0.15,
    "PLANTED-OWN no": 0.07,
    "CONTRASTS yes": 0.1,
    "CONTRASTS no": 0.3,
    "TOLD yes": 0.2,
    "TOLD no": 0.25,
}


def loss_of(logits, batch):
    """Return the loss of a batch: of each row the questions whose answer is known, as much as the row counts."""
    asked = [[row[name] for name in ANSWERS] for row in batch]
    told = torch.tensor([[answer or 0.0 for answer in row] for row in asked], device=logits.device)
    counts = [
        [0.0 if answer is None else COUNTS[name] * row["weight"] for name, answer in zip(ANSWERS, answers, strict=True)]
        for row, answers in zip(batch, asked, strict=True)
    ]
    lost = F.binary_cross_entropy_with_logits(logits, told, reduction="none")
    return (lost * torch.tensor(counts, device=logits.device)).sum() / len(batch)


def report(model, rows):
    """Print average precision and the area under the curve on rows held out, by file, aspect and question."""
    if not rows:
        return
    logits = score(model, rows)
    groups = np.array([f"{row['source']} {row['aspect']}" for row in rows])
    for number, name in enumerate(ANSWERS):
        known = np.array([row[name] is not None for row in rows])
        told = np.array([(row[name] or 0.0) > HALF for row in rows])
        for group in sorted(set(groups)):
            mine = known & (groups == group)
            if mine.any() and 0 < told[mine].mean() < 1:
                scores = (f(told[mine], logits[mine, number]) for f in (average_precision_score, roc_auc_score))
                print(group, name, *(round(float(each), 3) for each in scores), flush=True)


def read_rows(paths):
    """Return the rows of all files, each with the name of its file."""
    return [{**row, "source": path.stem} for path in paths for row in pickle.loads(path.read_bytes())]


def is_of(row, folds):
    """Whether a row is of an event of one of the folds; what we wrote is of none."""
    return row["story"] is not None and fold_of(row["story"]) in folds


def taken_of(rows, rng):
    """Return the rows that the DeBERTa is taught, each as often as it is."""
    groups = defaultdict(list)
    for row in rows:
        if row["contradicts"] is not None:
            groups[f"{row['source']} {'yes' if row['contradicts'] > HALF else 'no'}"].append(row)
    judged = len(groups["READ yes"]) + len(groups["READ no"])
    taken = [row for name, times in TIMES.items() for row in groups[name] * times]
    for name, share in SHARES.items():
        taken += rng.sample(groups[name], min(len(groups[name]), int(share * judged)))
    return taken


def read_differences(paths, folds):
    """Return the differences of the folds' events that the network is shown, by key."""
    found = {}
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if row["shown"] is not None and fold_of(row["event"]) in folds:
                    found[key_of(row["event"], row["shown"])] = {"encoded": row["shown"]}
    return found


def read_pieces():
    """Return the word pieces of the package's networks."""
    return PIECES.read_text(encoding="utf-8").splitlines()


def write_scores(model, differences, path):
    """Write what the model tells of differences, each answer 0 to 1, a line each."""
    keys = sorted(differences)
    told = 1 / (1 + np.exp(-score(model, [differences[key] for key in keys]))) if keys else ()
    with path.open("w", encoding="utf-8") as out:
        for key, answers in zip(keys, told, strict=True):
            named = {name: round(float(answer), 4) for name, answer in zip(ANSWERS, answers, strict=True)}
            out.write(json.dumps({"key": key, **named}) + "\n")


def main():
    """Teach and save the network named on the command line, and write the scores of its fold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("encoder", "kept"):
        parser.add_argument(name, type=Path)
    parser.add_argument("rows", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--fold", type=int, nargs="*", default=[], help="leave out the events of these folds; without it all are taught"
    )
    parser.add_argument("--score", type=Path, nargs="*", default=[])
    add_options(parser, epochs=3, batch=128, rate=1e-4, head_rate=4e-4, layers=6)
    parser.add_argument(
        "--large", type=Path, help="the folder of the MPNet that a network too large to ship starts from"
    )
    parser.add_argument(
        "--deberta", type=Path, nargs=2, help="the int8 network that a DeBERTa starts from, and its splitter"
    )
    parser.add_argument("--most", type=int, help="take only so many rows, to try the script")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    rng = random.Random(chosen.seed)
    rows = read_rows(chosen.rows)
    if chosen.most is not None:
        rows = rng.sample(rows, min(chosen.most, len(rows)))
    taught = [row for row in rows if not is_of(row, chosen.fold)]
    held = [row for row in rows if is_of(row, chosen.fold)]
    rates = {"rate": chosen.rate, "head_rate": chosen.head_rate, "warm": WARM, "keep": KEEP}
    course = Course(chosen.epochs, chosen.batch, **rates, device=chosen.device, seed=chosen.seed)
    if chosen.large is not None:
        model = start_large(chosen.large, read_pieces(), len(ANSWERS))
    elif chosen.deberta is not None:
        model, taught = start_deberta(*chosen.deberta, read_pieces(), len(ANSWERS)), taken_of(taught, rng)
    else:
        model = start_pair(chosen.encoder, chosen.kept, chosen.layers)
    model = teach(model, taught, course, loss_of, lambda so_far: report(so_far, held))
    if chosen.deberta is not None:
        share_seldom(model.cpu(), Counter(chain.from_iterable(row["encoded"]["pieces"] for row in rows)), PIECES_KEPT)
    if chosen.large is None:
        torch.save({"layers": len(model.layers), "state": model.cpu().state_dict()}, chosen.out)
    if chosen.fold and chosen.score:
        write_scores(
            model.to(chosen.device),
            read_differences(chosen.score, chosen.fold),
            chosen.out.with_suffix(".scores.jsonl"),
        )


if __name__ == "__main__":
    main()
