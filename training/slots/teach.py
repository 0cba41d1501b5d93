"""How the networks over pairs of slots are taught: batches of pairs, and the steps over them."""

import copy
import random
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

HEAD = ("up", "out", "sides")
SCORED_AT_ONCE = 256


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


def on_device(model, batch):
    """Return a batch where the model is."""
    device = next(model.parameters()).device
    return [each.to(device) for each in batch]


def score(model, rows):
    """Return the logits of rows, one column for each answer of the network."""
    model.eval()
    # Rows of like length together: what stands beside a row does not change its score, but how long it takes.
    order = sorted(range(len(rows)), key=lambda number: len(rows[number]["encoded"]["pieces"]))
    with torch.no_grad():
        parts = [order[at : at + SCORED_AT_ONCE] for at in range(0, len(order), SCORED_AT_ONCE)]
        scored = [model(*on_device(model, collate([rows[number] for number in part]))).cpu() for part in parts]
    logits = torch.cat(scored)
    return logits[np.argsort(order)].numpy()


@dataclass(frozen=True)
class Course:
    """How a network is taught. Rates are those at the height, after `warm`, a share of all steps.

    `keep` is how much of the mean of the weights a step leaves as it is: 0 for the last weights alone.
    """

    epochs: int
    batch: int
    rate: float
    head_rate: float
    warm: float = 0.06
    keep: float = 0.0
    device: str = "cpu"
    seed: int = 1


class Mean:
    """The mean of a network's weights over its steps, the last counting most: it errs less than they do."""

    def __init__(self, model, keep):
        self.keep, self.steps = keep, 0
        self.model = copy.deepcopy(model)

    def add(self, model):
        """Take in the weights after a step. The first ones count less and less: they are far from good."""
        share = 1 - min(self.keep, (1 + self.steps) / (10 + self.steps))
        self.steps += 1
        with torch.no_grad():
            for kept, now in zip(self.model.parameters(), model.parameters(), strict=True):
                kept.lerp_(now, share)


def teach(model, rows, course, loss_of, report):
    """Return a model that was taught the rows; `report` is called with it after each epoch.

    `loss_of` gives the loss of logits and their batch.
    """
    rng = random.Random(course.seed)
    torch.manual_seed(course.seed)
    model.to(course.device)
    # Most words are seen too seldom for their vectors to learn anything here; without them a step takes half the time.
    model.words.weight.requires_grad_(False)
    optimizer, schedule = steps_of(model, course, course.epochs * (len(rows) // course.batch + 1))
    mean = Mean(model, course.keep)
    for epoch in range(course.epochs):
        model.train()
        for batch in batches(rows, course.batch, rng):
            with torch.autocast(course.device, dtype=torch.bfloat16):
                logits = model(*on_device(model, collate(batch)))
            loss = loss_of(logits.float(), batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            mean.add(model)
        print("epoch", epoch, flush=True)
        report(mean.model)
    return mean.model


def steps_of(model, course, steps):
    """Return what changes the weights of a model, and how its rates rise and fall over so many steps."""
    heads = [value for name, value in model.named_parameters() if name.startswith(HEAD)]
    body = [value for name, value in model.named_parameters() if value.requires_grad and not name.startswith(HEAD)]
    groups = [{"params": heads, "lr": course.head_rate}, {"params": body, "lr": course.rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    warm = max(1, int(course.warm * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / warm) * max(0.02, 1 - step / steps)
    )
    return optimizer, schedule


def add_options(parser, *, epochs, batch, rate, head_rate, layers):
    """Add the options of a course to those of a command, with these defaults."""
    parser.add_argument("--epochs", type=int, default=epochs)
    parser.add_argument("--batch", type=int, default=batch)
    parser.add_argument("--rate", type=float, default=rate)
    parser.add_argument("--head-rate", type=float, default=head_rate)
    parser.add_argument("--layers", type=int, default=layers)
    parser.add_argument("--device", default="cpu", help="cpu, or cuda where there is a GPU")
