"""How the networks over pairs of slots are taught: batches of pairs, and the steps over them."""

import hashlib
import random

import numpy as np
import torch
from torch import nn

# Stories of these tenths and later are held out.
HELD_FROM = 7
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
    """Return the logits of rows, one column for each answer of the network."""
    model.eval()
    with torch.no_grad():
        return np.concatenate([model(*collate(rows[at : at + 64])).numpy() for at in range(0, len(rows), 64)])


def teach(model, rows, chosen, loss_of, report):
    """Teach a model the rows and save it after each epoch, when `report` prints what it tells of rows held out.

    `chosen` holds epochs, batch, rate, head_rate, layers and out; `loss_of` gives the loss of logits and their batch.
    """
    rng = random.Random(1)
    # Most words are seen too seldom for their vectors to learn anything here; without them a step takes half the time.
    model.words.weight.requires_grad_(False)
    heads = [value for name, value in model.named_parameters() if name.startswith(HEAD)]
    body = [value for name, value in model.named_parameters() if value.requires_grad and not name.startswith(HEAD)]
    groups = [{"params": heads, "lr": chosen.head_rate}, {"params": body, "lr": chosen.rate}]
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
        report(model)
        torch.save({"layers": chosen.layers, "state": model.state_dict()}, chosen.out)
