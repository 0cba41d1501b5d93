"""A judge of contradictions that is a DeBERTa: two sentences, a stretch of each marked, three answers.

He et al. 2021 (DeBERTa: what a piece says and where it stands are attended to apart; V3: pretrained to find replaced
words). It does not ship: docs/decisions/0078-a-deberta.md.
"""

from collections.abc import Mapping
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from model import DROPOUT, SCORED, read_masks

WIDTH, HEADS, LAYERS = 384, 6, 10
# How far apart two pieces can stand: the distances -FAR + 1 to FAR - 1 have a vector each.
FAR = 256
# Scores are sums of three products: what by what, what by where, where by what.
SCALE = (3 * WIDTH // HEADS) ** -0.5
# The unknown piece.
UNKNOWN = 1


class Where(NamedTuple):
    """How far apart the pieces of a batch stand.

    `vectors` (1, distances, width) are those of the distances 1 - length to length - 1; `places` tell which is that of
    piece i from piece j, (batch, heads, i, j), and `turned` the same as (batch, heads, j, i).
    """

    vectors: Tensor
    places: Tensor
    turned: Tensor


class Layer(nn.Module):
    """One layer: pieces attend to what others say and to how far off they stand."""

    def __init__(self):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.n1, self.n2 = nn.LayerNorm(WIDTH, eps=1e-7), nn.LayerNorm(WIDTH, eps=1e-7)

    def forward(self, x: Tensor, mask: Tensor | None, where: Where) -> Tensor:
        """Return the layer's output (batch, pieces, width)."""
        q, k, v = (_by_head(part(x)) for part in (self.q, self.k, self.v))
        where_q, where_k = (_by_head(part(where.vectors)).transpose(-1, -2) for part in (self.q, self.k))
        scores = q @ k.transpose(-1, -2) + (q @ where_k).gather(-1, where.places)
        scores = scores + (k @ where_q).gather(-1, where.turned).transpose(-1, -2)
        scores = scores * SCALE if mask is None else scores.float() * SCALE + mask
        told = (scores.softmax(-1).to(v.dtype) @ v).transpose(1, 2).reshape(-1, x.shape[1], WIDTH)
        x = self.n1(x + self.o(told))
        return self.n2(x + self.down(F.gelu(self.up(x))))


def _by_head(x: Tensor) -> Tensor:
    """(batch, length, width) as (batch, heads, length, narrow)."""
    return x.reshape(-1, x.shape[1], HEADS, WIDTH // HEADS).transpose(1, 2)


class DebertaPair(nn.Module):
    """The answers of `pair.ANSWERS` as logits (batch, answers); takes what `SlotPair` takes."""

    def __init__(self, vocabulary: int, layers: int, answers: int):
        super().__init__()
        self.register_buffer("rows", torch.arange(vocabulary))
        self.words, self.norm = nn.Embedding(vocabulary, WIDTH), nn.LayerNorm(WIDTH, eps=1e-7)
        self.sides, self.rel = nn.Embedding(2, WIDTH), nn.Parameter(torch.zeros(2 * FAR, WIDTH))
        nn.init.zeros_(self.sides.weight)
        self.relnorm = nn.LayerNorm(WIDTH, eps=1e-7)
        self.layers = nn.ModuleList([Layer() for _ in range(layers)])
        self.up, self.out, self.dropout = nn.Linear(4 * WIDTH, SCORED), nn.Linear(SCORED, answers), nn.Dropout(DROPOUT)

    def forward(self, pieces: Tensor, mask: Tensor | None, sides: Tensor, masks: Tensor) -> Tensor:
        """Pieces and sides (batch, pieces); `mask` is 0 at pieces and -10000 at padding; `masks` (batch, 2)."""
        x = self.norm(self.words(self.rows[pieces])) + self.sides(sides)
        where = self._where(*pieces.shape)
        wide = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, wide, where)
        return self.out(self.dropout(F.gelu(self.up(read_masks(x, masks)))))

    def _where(self, batch: int, length: int) -> Where:
        place = torch.arange(length, device=self.rel.device)
        places = (place[:, None] - place + length - 1).expand(batch, HEADS, -1, -1)
        vectors = self.relnorm(self.rel[FAR - length + 1 : FAR + length])[None]
        return Where(vectors, places, places.transpose(-1, -2))


def share_seldom(model: DebertaPair, seen: Mapping[int, int], kept: int) -> None:
    """Keep the vectors of the pieces that are seen most, so many; the others share that of the unknown piece."""
    order = sorted(range(len(model.rows)), key=lambda piece: (-seen.get(piece, 0), piece))
    mine = sorted({*order[: kept - 1], UNKNOWN})
    vectors = model.words.weight.detach()[mine]
    model.rows.fill_(mine.index(UNKNOWN))
    model.rows[torch.tensor(mine)] = torch.arange(len(mine))
    model.words = nn.Embedding.from_pretrained(vectors)


def read_deberta(state: Mapping[str, Tensor], answers: int) -> DebertaPair:
    """Return a judge that was taught."""
    model = DebertaPair(len(state["rows"]), LAYERS, answers)
    model.words = nn.Embedding(*state["words.weight"].shape)
    model.load_state_dict(state)
    return model
