"""Fine-tune the judge of slots.

    PYTHONPATH=src:training python training/slots/train.py PAIRS.pkl ENCODER_FOLDER KEPT.json OUT.pt --epochs 2

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

# Of each aspect and label at most so many pairs: names and words would drown figures and dates otherwise.
MOST = {("figure", 0): 3600, ("figure", 1): 3600, ("name", 0): 3500, ("name", 1): 2500, ("date", 1): 1600}
MOST_OTHER = 2600
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


def batches(rows, size, rng):
    """Yield batches of rows of like length in random order."""
    rng.shuffle(rows)
    found = []
    for at in range(0, len(rows), 40 * size):
        near = sorted(rows[at : at + 40 * size], key=lambda row: len(row["encoded"]["pieces"]))
        found += [near[start : start + size] for start in range(0, len(near), size)]
    rng.shuffle(found)
    yield from found


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
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1e-4)
    chosen = parser.parse_args()
    torch.set_num_threads(1)
    rng = random.Random(1)
    groups = defaultdict(list)
    for row in pickle.loads(chosen.pairs.read_bytes()):
        groups[row["aspect"], row["label"]].append(row)
    rows = [
        row
        for key, each in sorted(groups.items())
        for row in rng.sample(each, min(len(each), MOST.get(key, MOST_OTHER)))
    ]
    held = [row for row in rows if tenth_of(row["story"]) >= HELD_FROM]
    rows = [row for row in rows if tenth_of(row["story"]) < HELD_FROM]
    held = rng.sample(held, min(TESTED, len(held)))
    model = load_encoder(chosen.encoder, chosen.kept, list(range(chosen.layers)))
    heads = [value for name, value in model.named_parameters() if name.startswith(HEAD)]
    body = [value for name, value in model.named_parameters() if not name.startswith(HEAD)]
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
