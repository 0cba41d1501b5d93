"""Teach the judge of contradictions, in stages: told stories, then pairs judged by hand.

    PYTHONPATH=src:training:training/slots python training/contradictions/train.py SLOTS.pt OLD.pkl TOLD.pkl --out A.pt
    PYTHONPATH=src:training:training/slots python training/contradictions/train.py A.pt TOLD.pkl READ.pkl --out B.pt

Starts from the network of slots (training/slots) and goes on from what `--out` wrote. Runs where torch, safetensors and
scikit-learn are installed; bfloat16 where the processor has it. Stories whose hash falls into the last three tenths are
held out: what the judge tells of them is printed after each epoch. `--all` holds nothing out.
"""

import argparse
import hashlib
import pickle
import random
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from pair import read_slots
from sklearn.metrics import average_precision_score, roc_auc_score
from torch import nn
from torch.nn import functional as F

# Of an aspect and a label at most so many pairs of a file are taught: what differs would drown the rest otherwise.
OTHERS_A_PAIR = 1.5
MOST = 9000
# Of each aspect and label at most so many are tested.
MOST_TESTED = 1000
HELD_FROM = 7
TESTED = 1500
HEAD = ("up", "out", "sides")
HEAD_FASTER = 5
# What the second question counts beside the first, and from where a pair counts as excluding when it is tested.
EXCLUDING = 1.5
HALF = 0.5
# What pairs made for the network of slots (training/slots/make_pairs.py) do not say.
UNSAID = {"shown": False, "excludes": None, "weight": 1.0}


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
    """Return the logits of rows: one place, and excluding each other (rows, 2)."""
    model.eval()
    with torch.no_grad():
        return np.concatenate([model(*collate(rows[at : at + 64])).numpy() for at in range(0, len(rows), 64)])


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


def teach(model, rows, held, chosen):
    """Teach a model the rows, printing what it tells of those held out after each epoch."""
    rng = random.Random(1)
    # Most words are seen too seldom for their vectors to learn anything here; without them a step takes half the time.
    model.words.weight.requires_grad_(False)
    heads = [value for name, value in model.named_parameters() if name.startswith(HEAD)]
    body = [value for name, value in model.named_parameters() if value.requires_grad and not name.startswith(HEAD)]
    groups = [{"params": heads, "lr": HEAD_FASTER * chosen.rate}, {"params": body, "lr": chosen.rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = chosen.epochs * (len(rows) // chosen.batch + 1)
    warm = max(1, int(0.06 * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / warm) * max(0.02, 1 - step / steps)
    )
    for epoch in range(chosen.epochs):
        model.train()
        for batch in batches(rows, chosen.batch, rng):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(*collate(batch))
            loss = loss_of(logits.float(), batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
        print("epoch", epoch)
        report(model, held)
        torch.save({"layers": chosen.layers, "state": model.state_dict()}, chosen.out)


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
    chosen = parser.parse_args()
    saved = torch.load(chosen.start)
    chosen.layers = saved["layers"]
    model = read_slots(saved["state"], saved["layers"])
    rows, held = choose(chosen.pairs, everything=chosen.all)
    teach(model, rows, held, chosen)


if __name__ == "__main__":
    main()
