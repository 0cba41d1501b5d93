"""Teach the judge of contradictions, in stages: told stories, then pairs judged by hand.

    PYTHONPATH=src:training:training/slots python training/contradictions/train.py SLOTS.pt OLD.pkl TOLD.pkl --out A.pt
    PYTHONPATH=src:training:training/slots python training/contradictions/train.py A.pt TOLD.pkl READ.pkl --out B.pt

Starts from the network of slots (training/slots) and goes on from what `--out` wrote. Runs where torch, safetensors and
scikit-learn are installed; bfloat16 where the processor has it. Stories whose hash falls into the last three tenths are
held out: what the judge tells of them is printed after each epoch. `--all` holds nothing out.
"""

import argparse
import pickle
import random
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from pair import read_slots
from sklearn.metrics import average_precision_score, roc_auc_score
from teach import HELD_FROM, score, teach, tenth_of
from torch.nn import functional as F

# Of an aspect and a label at most so many pairs of a file are taught: what differs would drown the rest otherwise.
OTHERS_A_PAIR = 1.5
MOST = 9000
# Of each aspect and label at most so many are tested.
MOST_TESTED = 1000
TESTED = 1500
# What the second question counts beside the first, and from where a pair counts as excluding when it is tested.
EXCLUDING = 1.5
HALF = 0.5
# What pairs made for the network of slots (training/slots/make_pairs.py) do not say.
UNSAID = {"shown": False, "excludes": None, "weight": 1.0}


def report(model, rows):
    """Print average precision and the area under the curve by aspect on rows held out."""
    logits, labels = score(model, rows), np.array([row["label"] for row in rows])
    excludes = np.array([-1.0 if row["excludes"] is None else row["excludes"] for row in rows])
    aspects = np.array([row["aspect"] for row in rows])
    for aspect in sorted(set(aspects)):
        for asked, told, number in (("place", labels, 0), ("excludes", excludes > HALF, 1)):
            mine = (aspects == aspect) & ((excludes >= 0) | (number == 0))
            if mine.any() and 0 < told[mine].mean() < 1:
                scores = (f(told[mine], logits[mine, number]) for f in (average_precision_score, roc_auc_score))
                print(aspect, asked, *(round(each, 3) for each in scores))


def loss_of(logits, batch):
    """Return the loss of a batch: whether its places are one and, where they are and it is known, who excludes whom."""
    place, weight = (torch.tensor([float(row[name]) for row in batch]) for name in ("label", "weight"))
    known = torch.tensor([float(row["excludes"] is not None) for row in batch])
    excludes = torch.tensor([row["excludes"] or 0.0 for row in batch])
    lost = F.binary_cross_entropy_with_logits(logits[:, 0], place, reduction="none")
    missed = F.binary_cross_entropy_with_logits(logits[:, 1], excludes, reduction="none") * known
    return (lost * weight).mean() + EXCLUDING * (missed * weight).sum() / max(len(batch) / 6, float(known.sum()))


def choose(paths, *, everything):
    """Return the pairs to teach and those to test, of each file, aspect, way of showing and label not too many."""
    rng = random.Random(1)
    rows, held = [], []
    for path in paths:
        groups = defaultdict(list)
        for plain in pickle.loads(path.read_bytes()):
            row = {**UNSAID, **plain}
            groups[row["aspect"], row["shown"], row["label"]].append(row)
        for (aspect, shown, label), each in sorted(groups.items()):
            rng.shuffle(each)
            most = MOST if label else min(MOST, int(OTHERS_A_PAIR * len(groups[aspect, shown, 1])) + 100)
            rows += [row for row in each if everything or tenth_of(row["story"]) < HELD_FROM][:most]
            held += [row for row in each if tenth_of(row["story"]) >= HELD_FROM][:MOST_TESTED]
    return rows, rng.sample(held, min(TESTED, len(held)))


def main():
    """Train and save the model named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("start", type=Path, help="the network to start from")
    parser.add_argument("pairs", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--all", action="store_true", help="teach the stories that are held out as well")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--head-rate", type=float, default=5e-4)
    chosen = parser.parse_args()
    saved = torch.load(chosen.start)
    chosen.layers = saved["layers"]
    model = read_slots(saved["state"], saved["layers"])
    rows, held = choose(chosen.pairs, everything=chosen.all)
    teach(model, rows, chosen, loss_of, lambda taught: report(taught, held))


if __name__ == "__main__":
    main()
