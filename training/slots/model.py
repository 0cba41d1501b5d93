"""The judge of slots: a small BERT over two sentences with a mask in each, and a score from what stands there."""

import json
from collections.abc import Sequence
from pathlib import Path

import torch
from encoder import Layer, copy_layers, copy_part, read_state
from torch import Tensor, nn
from torch.nn import functional as F

SCORED = 256
POSITIONS = 512


DROPOUT = 0.1


class SlotPair(nn.Module):
    """How likely the two masked places are one point, as a logit (batch); more `answers` as (batch, answers).

    `layer_dropout` is the dropout within the layers.
    """

    def __init__(self, vocabulary: int, layers: int, answers=1, layer_dropout=0.0, width=384, heads=12, inner=1536):
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(POSITIONS, width)
        self.sides = nn.Embedding(2, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList([Layer(width, heads, inner, layer_dropout) for _ in range(layers)])
        self.up = nn.Linear(4 * width, SCORED)
        self.out = nn.Linear(SCORED, answers)

    def forward(self, pieces: Tensor, mask: Tensor | None, sides: Tensor, masks: Tensor) -> Tensor:
        """Pieces and sides (batch, pieces); `mask` is 0 at pieces and -10000 at padding; `masks` (batch, 2)."""
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]] + self.sides(sides)
        x = self.dropout(self.norm(x))
        wide = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, wide)
        scores = self.out(self.dropout(F.gelu(self.up(read_masks(x, masks)))))
        return scores.squeeze(-1) if scores.shape[-1] == 1 else scores


def read_masks(x: Tensor, masks: Tensor) -> Tensor:
    """Return what the answers are read from (batch, 4 * width): the first piece, and how the two marked ones compare.

    `x` (batch, pieces, width) is what the last layer gives, `masks` (batch, 2) where the two stand.
    """
    at = x.gather(1, masks[:, :, None].expand(-1, -1, x.shape[-1]))
    return read_three(x[:, 0], at[:, 0], at[:, 1])


def read_three(first: Tensor, one: Tensor, other: Tensor) -> Tensor:
    """Return the same of the three pieces that are read, (batch, width) each."""
    return torch.cat([first, one + other, (one - other).abs(), one * other], -1)


def load_encoder(folder: Path, kept: Path, layers: Sequence[int], answers=1, layer_dropout=0.0) -> SlotPair:
    """A judge that starts from the chosen layers of a BERT in `folder`, with the kept rows of its word table."""
    state = read_state(folder)
    rows = torch.tensor(json.loads(kept.read_text()))
    model = SlotPair(len(rows), len(layers), answers, layer_dropout)
    with torch.no_grad():
        model.words.weight.copy_(state["embeddings.word_embeddings.weight"][rows])
        model.positions.weight.copy_(state["embeddings.position_embeddings.weight"])
        model.sides.weight.copy_(state["embeddings.token_type_embeddings.weight"][:1].expand(2, -1))
        copy_part(model.norm, state, "embeddings.LayerNorm")
        copy_layers(model.layers, state, layers)
    return model
