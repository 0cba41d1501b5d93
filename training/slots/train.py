"""Fine-tune the judge of slots.

    PYTHONPATH=src:training python training/slots/train.py PAIRS.pkl ENCODER_FOLDER KEPT.json OUT.pt

Runs where torch, safetensors and scikit-learn are installed; bfloat16 where the processor has it. Stories whose hash
falls into the last three tenths are held out: their average precision is printed after each epoch, and the trees that
read the judge's score (training/collate) are fitted on them.
"""

import argparse
import pickle
import random
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from folds import HELD_FROM, tenth_of
from sklearn.metrics import average_precision_score, roc_auc_score
from teach import Course, add_options, score, teach
from torch.nn import functional as F

from model import load_encoder

# Of an aspect and a label at most so many pairs are taught: names that differ would drown the rest otherwise.
MOST = {("name", 0): 9000, ("status", 0): 9000, ("description", 1): 8000}
# Of each aspect and label at most so many are tested.
MOST_TESTED = 1000
TESTED = 1500


def report(model, rows):
    """Print average precision and the area under the curve by aspect on rows held out."""
    logits, labels = score(model, rows), np.array([row["label"] for row in rows])
    aspects = np.array([row["aspect"] for row in rows])
    print("all", round(average_precision_score(labels, logits), 4))
    for aspect in sorted(set(aspects)):
        mine = aspects == aspect
        if 0 < labels[mine].mean() < 1:
            print(aspect, *(round(f(labels[mine], logits[mine]), 3) for f in (average_precision_score, roc_auc_score)))


def loss_of(logits, batch):
    """Return the loss of a batch."""
    return F.binary_cross_entropy_with_logits(
        logits, torch.tensor([float(row["label"]) for row in batch], device=logits.device)
    )


def main():
    """Train and save the model named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("pairs", "encoder", "kept", "out"):
        parser.add_argument(name, type=Path)
    add_options(parser, epochs=3, batch=64, rate=1.5e-4, head_rate=1.5e-3, layers=4)
    chosen = parser.parse_args()
    torch.set_num_threads(1)
    rng = random.Random(1)
    groups = defaultdict(list)
    for row in pickle.loads(chosen.pairs.read_bytes()):
        groups[row["aspect"], row["label"]].append(row)
    rows, held = [], []
    for key, each in sorted(groups.items()):
        rng.shuffle(each)
        rows += [row for row in each if tenth_of(row["story"]) < HELD_FROM][: MOST.get(key)]
        held += [row for row in each if tenth_of(row["story"]) >= HELD_FROM][:MOST_TESTED]
    held = rng.sample(held, min(TESTED, len(held)))
    course = Course(chosen.epochs, chosen.batch, chosen.rate, chosen.head_rate, device=chosen.device)
    model = load_encoder(chosen.encoder, chosen.kept, range(chosen.layers))
    model = teach(model, rows, course, loss_of, lambda taught: report(taught, held))
    torch.save({"layers": chosen.layers, "state": model.cpu().state_dict()}, chosen.out)


if __name__ == "__main__":
    main()
