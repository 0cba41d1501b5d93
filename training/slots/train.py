"""Fine-tune the judge of slots.

    PYTHONPATH=src:training python training/slots/train.py PAIRS.pkl ENCODER_FOLDER KEPT.json OUT.pt

Runs where torch, safetensors and scikit-learn are installed; bfloat16 where the processor has it. Stories whose hash
falls into the last three tenths are held out: their average precision is printed after each epoch, and the trees that
read the judge's score (training/collate) are fitted on them.
"""

import argparse
import hashlib
import pickle
import random
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import average_precision_score, roc_auc_score
from torch import nn
from torch.nn import functional as F

from model import load_encoder

# Of an aspect and a label at most so many pairs are taught: names that differ would drown the rest otherwise.
MOST = {("name", 0): 9000, ("status", 0): 9000, ("description", 1): 8000}
# Of each aspect and label at most so many are tested.
MOST_TESTED = 1000
HELD_FROM = 7
TESTED = 1500
HEAD = ("up", "out", "sides")


def tenth_of(story):
    """Return which tenth (0 to 9) a story falls into."""
    return int(hashlib.md5(story.encode()).hexdigest(), 16) % 10


def collate(rows):
    """Return a batch: pieces, padding mask, sides, places of the masks."""
    longest = max(len(row["encoded"]["pieces"]) for row in rows)
    pieces, sides = torch.zeros(2, len(rows), longest, dtype=torch.long)
    mask = torch.full((len(rows), longest), -1e4)
    for number, row in enumerate(rows):
        size = len(row["encoded"]["pieces"])
        pieces[number, :size] = torch.tensor(row["encoded"]["pieces"])
        sides[number, :size] = torch.tensor(row["encoded"]["sides"])
        mask[number, :size] = 0
    return pieces, mask, sides, torch.tensor([row["encoded"]["masks"] for row in rows])


def turned(row):
    """Return a pair with its sides exchanged: which report is read first tells nothing."""
    pieces, (one, other) = row["encoded"]["pieces"], row["encoded"]["masks"]
    size = row["encoded"]["sides"].count(0)
    left, right = pieces[1 : size - 1], pieces[size:-1]
    encoded = {
        "pieces": [pieces[0], *right, pieces[size - 1], *left, pieces[-1]],
        "sides": [0] * (len(right) + 2) + [1] * (len(left) + 1),
        "masks": (other - size + 1, one + len(right) + 1),
    }
    return {**row, "encoded": encoded}


def batches(rows, size, rng):
    """Yield batches of rows of like length in random order, half of the rows turned."""
    rng.shuffle(rows)
    found = []
    for at in range(0, len(rows), 40 * size):
        near = sorted(rows[at : at + 40 * size], key=lambda row: len(row["encoded"]["pieces"]))
        found += [near[start : start + size] for start in range(0, len(near), size)]
    rng.shuffle(found)
    for batch in found:
        yield [turned(row) if rng.random() < 0.5 else row for row in batch]


def score(model, rows):
    """Return the logits of rows."""
    model.eval()
    with torch.no_grad():
        return np.concatenate([model(*collate(rows[at : at + 64])).numpy() for at in range(0, len(rows), 64)])


def report(model, rows):
    """Print average precision and the area under the curve by aspect on rows held out."""
    logits, labels = score(model, rows), np.array([row["label"] for row in rows])
    aspects = np.array([row["aspect"] for row in rows])
    print("all", round(average_precision_score(labels, logits), 4))
    for aspect in sorted(set(aspects)):
        mine = aspects == aspect
        if 0 < labels[mine].mean() < 1:
            print(aspect, *(round(f(labels[mine], logits[mine]), 3) for f in (average_precision_score, roc_auc_score)))


def main():
    """Train and save the model named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("pairs", "encoder", "kept", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--rate", type=float, default=1.5e-4)
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
    model = load_encoder(chosen.encoder, chosen.kept, list(range(chosen.layers)))
    # Most words are seen too seldom for their vectors to learn anything here; without them a step takes half the time.
    model.words.weight.requires_grad_(False)
    heads = [value for name, value in model.named_parameters() if name.startswith(HEAD)]
    body = [value for name, value in model.named_parameters() if value.requires_grad and not name.startswith(HEAD)]
    groups = [{"params": heads, "lr": 10 * chosen.rate}, {"params": body, "lr": chosen.rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = chosen.epochs * (len(rows) // chosen.batch + 1)
    warm = max(1, int(0.06 * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / warm) * max(0.02, 1 - step / steps)
    )
    for epoch in range(chosen.epochs):
        model.train()
        for batch in batches(rows, chosen.batch, rng):
            labels = torch.tensor([float(row["label"]) for row in batch])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(*collate(batch))
            loss = F.binary_cross_entropy_with_logits(logits.float(), labels)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
        print("epoch", epoch)
        report(model, held)
        torch.save({"layers": chosen.layers, "state": model.state_dict()}, chosen.out)


if __name__ == "__main__":
    main()
