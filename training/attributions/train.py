"""Fine-tune the tagger.

    PYTHONPATH=src:training python training/attributions/train.py TRAIN.pkl ENCODER KEPT.json OUT.pt --layers 0,1,2,3

Runs where torch, safetensors and msgspec are installed; bfloat16 where the processor has it. Several processes train
together when started with --rank 0 --of 2, --rank 1 --of 2. The last --hold reports are held out: their loss is printed
after each epoch, and thresholds are chosen on them, never on the development set.
"""

import argparse
import math
import pickle
import time
from pathlib import Path

import numpy as np
import torch
from torch import distributed
from torch.nn import functional as F
from windows import collate, cut, window_of

from model import load_encoder, span_vectors

EACH = 8  # steps that processes train apart (local SGD, Stich 2019)


def losses(model, batch):
    """The CRF's loss a word, and the two link losses a link."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        names = ("pieces", "mask", "pos", "dep", "shape", "quote", "place", "first", "head")
        emissions, link = model(*(batch[name] for name in names))
    emissions, link = emissions.float(), link.float()
    crf = model.crf_loss(emissions, batch["tags"], batch["lengths"]) / batch["lengths"].sum()
    content, cue_c = span_vectors(link, batch["contents"], 0), span_vectors(link, batch["cues"], 1)
    cue_s, source = span_vectors(link, batch["cues"], 2), span_vectors(link, batch["sources"], 3)
    scores = model.pair_scores(0, content, cue_c, batch["content_cue"])
    scores = scores + _void(batch["cues_n"], scores.shape[2])
    to_cue = _mean_loss(scores, batch["cue_of"])
    scores = model.pair_scores(1, cue_s, source, batch["cue_source"]) + _void(batch["sources_n"], source.shape[1])
    null = (cue_s @ model.null[:-1] + model.null[-1])[..., None]
    to_source = _mean_loss(torch.cat([null, scores], 2), batch["source_of"])
    return crf, to_cue, to_source


def _void(counts, size):
    return torch.where(torch.arange(size)[None] < counts[:, None], 0.0, -1e4)[:, None]


def _mean_loss(scores, target):
    if not (target >= 0).any():
        return scores.sum() * 0
    return F.cross_entropy(scores.flatten(0, 1), target.flatten(), ignore_index=-100)


def batches(rows, size, rng=None, part=0, parts=1):
    """Yield batches of windows; with `rng` shuffled and freshly cut, of which every process takes its part."""
    windows = [(row, *span) for row in rows for span in cut(row, rng)]
    order = rng.permutation(len(windows)) if rng is not None else np.arange(len(windows))
    for at in range(part * size, len(order) - (parts - part - 1) * size, parts * size):
        yield collate([window_of(*windows[number]) for number in order[at : at + size]])


def agree(done, step, model, parts):
    """How far the training is, the same for all processes; every EACH steps they take the mean of their weights."""
    if parts == 1:
        return done
    if step % EACH == 0:
        weights = [p.data for p in model.parameters() if p.requires_grad]
        flat = torch.cat([*(weight.flatten() for weight in weights), torch.tensor([done])])
        distributed.all_reduce(flat)
        flat /= parts
        agree.done = flat[-1].item()
        at = 0
        for weight in weights:
            weight.copy_(flat[at : at + weight.numel()].view_as(weight))
            at += weight.numel()
    return agree.done


def main():
    """Train, and save after each epoch."""
    parser = argparse.ArgumentParser()
    parser.add_argument("train", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("kept", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--layers", default="0,1,2,3,4,5")
    parser.add_argument("--hold", type=int, default=40)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=600.0)
    parser.add_argument("--since", type=Path, help="a model to go on from")
    parser.add_argument("--rank", type=int, default=0)
    parser.add_argument("--of", type=int, default=1, help="processes that train together and share their weights' mean")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    if options.of > 1:
        distributed.init_process_group(
            "gloo", init_method=f"file://{options.out}.meet", rank=options.rank, world_size=options.of
        )
    torch.manual_seed(options.seed)
    rng = np.random.default_rng(options.seed)
    with options.train.open("rb") as file:
        rows = pickle.load(file)
    train, held = rows[: len(rows) - options.hold], rows[len(rows) - options.hold :]
    model = load_encoder(options.encoder, options.kept, [int(each) for each in options.layers.split(",")])
    if options.since:
        model.load_state_dict(torch.load(options.since)["state"])
    model.words.weight.requires_grad_(False)
    encoder = [
        p for n, p in model.named_parameters() if n.startswith(("layers", "norm", "positions")) and p.requires_grad
    ]
    rest = [p for n, p in model.named_parameters() if not n.startswith(("layers", "norm", "positions", "words"))]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": options.rate}, {"params": rest, "lr": 6 * options.rate}],
        weight_decay=0.01,
        fused=True,
    )
    total = options.epochs * math.ceil(sum(len(cut(row)) + 0.4 for row in train) / options.batch / options.of)
    began, step = time.time(), 0
    rates = [group["lr"] for group in optimizer.param_groups]
    for epoch in range(options.epochs):
        model.train()
        running = np.zeros(3)
        for batch in batches(train, options.batch, rng, options.rank, options.of):
            # On a shared machine the clock ends the training as well: the rate falls with whichever is further.
            done = agree(max(step / total, (time.time() - began) / (60 * options.minutes)), step, model, options.of)
            if done >= 1:
                break
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * min((step + 1) / 100, max(0.02, 1 - done))
            optimizer.zero_grad(set_to_none=True)
            parts = losses(model, batch)
            loss = 10 * parts[0] + parts[1] + parts[2]
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0 * 10)
            optimizer.step()
            step += 1
            running = 0.98 * running + 0.02 * np.array([part.item() for part in parts])
            if step % 48 == 0:
                debiased = running / (1 - 0.98 ** min(step, 10**4)) if epoch == 0 else running
                print(f"{step}/{total} {time.time() - began:.0f}s {np.round(debiased, 4)}", flush=True)
            if step % 240 == 0 and options.rank == 0:
                torch.save({"state": model.state_dict(), "layers": len(model.layers)}, options.out)
        if options.rank:
            continue
        model.eval()
        with torch.no_grad():
            held_losses = np.mean([[part.item() for part in losses(model, batch)] for batch in batches(held, 8)], 0)
        print(f"epoch {epoch + 1}: held {np.round(held_losses, 4)} cpu {time.process_time():.0f}s", flush=True)
        torch.save({"state": model.state_dict(), "layers": len(model.layers)}, options.out)


if __name__ == "__main__":
    main()
