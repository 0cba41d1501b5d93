"""A judge of contradictions too large to ship: an MPNet over the same pairs, with the same three answers.

What it tells of pairs whose event it was not taught is what trees are fitted on (`training/collate/train_judge.py`).
Song et al. 2020 (MPNet); the weights are those of all-mpnet-base-v2 (Apache-2.0), all twelve layers. Its word pieces
are those of the package's networks, each with the vector that the MPNet has for it.
"""

import math
from pathlib import Path

import torch
from encoder import copy_part
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from model import DROPOUT, SCORED, read_masks

WIDTH, HEADS, LAYERS, POSITIONS, BUCKETS, FAR = 768, 12, 12, 514, 32, 128
# Pieces that it writes otherwise, and where its positions start.
NAMED = {"[CLS]": "<s>", "[SEP]": "</s>", "[MASK]": "<mask>", "[PAD]": "<pad>"}
FIRST = 2


def buckets(length: int) -> Tensor:
    """Return the bucket of each distance between two pieces (length, length): near ones each their own (T5)."""
    places = torch.arange(length)
    apart = places[:, None] - places[None, :]
    half, exact = BUCKETS // 2, BUCKETS // 4
    far = exact + (torch.log(apart.abs().clamp(min=1) / exact) / math.log(FAR / exact) * (half - exact)).long()
    near = apart.abs() < exact
    return (apart < 0).long() * half + torch.where(near, apart.abs(), far.clamp(max=half - 1))


class Layer(nn.Module):
    """One layer of the MPNet, whose attention also depends on how far apart two pieces are."""

    def __init__(self):
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-5), nn.LayerNorm(WIDTH, eps=1e-5)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Return the layer's output (batch, pieces, width)."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        told = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.norm1(x + self.dropout(self.out(told.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class LargePair(nn.Module):
    """The answers of `pair.ANSWERS` as logits (batch, answers); takes what `SlotPair` takes."""

    def __init__(self, vocabulary: int, answers: int):
        super().__init__()
        self.words, self.positions = nn.Embedding(vocabulary, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.sides, self.distances = nn.Embedding(2, WIDTH), nn.Embedding(BUCKETS, HEADS)
        nn.init.zeros_(self.sides.weight)
        self.norm, self.dropout = nn.LayerNorm(WIDTH, eps=1e-5), nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.up, self.out = nn.Linear(4 * WIDTH, SCORED), nn.Linear(SCORED, answers)

    def forward(self, pieces: Tensor, mask: Tensor, sides: Tensor, masks: Tensor) -> Tensor:
        """Pieces and sides (batch, pieces); `mask` is 0 at pieces and -10000 at padding; `masks` (batch, 2)."""
        length = pieces.shape[1]
        x = self.words(pieces) + self.positions.weight[FIRST : length + FIRST] + self.sides(sides)
        x = self.dropout(self.norm(x))
        bias = self.distances(buckets(length).to(pieces.device)).permute(2, 0, 1)[None] + mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return self.out(self.dropout(F.gelu(self.up(read_masks(x, masks)))))


def start_large(folder: Path, pieces: list[str], answers: int) -> LargePair:
    """Return a judge that starts from the MPNet in `folder`, over the package's word pieces."""
    state = load_file(folder / "model.safetensors")
    known = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    numbers = {piece: number for number, piece in enumerate(known)}
    model = LargePair(len(pieces), answers)
    with torch.no_grad():
        rows = [numbers.get(NAMED.get(piece, piece), numbers["[UNK]"]) for piece in pieces]
        model.words.weight.copy_(state["embeddings.word_embeddings.weight"][rows])
        model.positions.weight.copy_(state["embeddings.position_embeddings.weight"])
        model.distances.weight.copy_(state["encoder.relative_attention_bias.weight"])
        copy_part(model.norm, state, "embeddings.LayerNorm")
        for number, layer in enumerate(model.layers):
            name = f"encoder.layer.{number}"
            for each in ("weight", "bias"):
                parts = [state[f"{name}.attention.attn.{part}.{each}"] for part in "qkv"]
                getattr(layer.qkv, each).copy_(torch.cat(parts))
            copy_part(layer.out, state, f"{name}.attention.attn.o")
            copy_part(layer.norm1, state, f"{name}.attention.LayerNorm")
            copy_part(layer.up, state, f"{name}.intermediate.dense")
            copy_part(layer.down, state, f"{name}.output.dense")
            copy_part(layer.norm2, state, f"{name}.output.LayerNorm")
    return model
