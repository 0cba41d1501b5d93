"""A judge of contradictions that starts from a DeBERTa: two sentences, a stretch of each marked, three answers.

He et al. 2021 (DeBERTa: what a piece says and where it stands are attended to apart; V3: pretrained to find replaced
words). It starts from the first layers of a DeBERTa-v3-xsmall (docs/decisions/0078-a-deberta.md: from where, and why it
does not ship). Its word pieces are those of the package's other networks, each with the mean vector of what the DeBERTa
splits it into.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from sentencepiece import SentencePieceProcessor
from torch import Tensor, nn
from torch.nn import functional as F

from model import DROPOUT, SCORED

WIDTH, HEADS, LAYERS = 384, 6, 10
# How far apart two pieces can stand: the distances -FAR + 1 to FAR - 1 have a vector each.
FAR = 256
# Scores are sums of three products: what by what, what by where, where by what.
SCALE = (3 * WIDTH // HEADS) ** -0.5
NAMED = {"[PAD]": 0, "[CLS]": 1, "[SEP]": 2, "[UNK]": 3, "[MASK]": 128_000}
UNKNOWN, SPACE = 3, "\u2581"
# The unknown piece among the package's own.
OUR_UNKNOWN = 1
PREFIX = "m.deberta."


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
        at = x.gather(1, masks[:, :, None].expand(-1, -1, WIDTH))
        one, other = at[:, 0], at[:, 1]
        told = torch.cat([x[:, 0], one + other, (one - other).abs(), one * other], -1)
        return self.out(self.dropout(F.gelu(self.up(told))))

    def _where(self, batch: int, length: int) -> Where:
        place = torch.arange(length, device=self.rel.device)
        places = (place[:, None] - place + length - 1).expand(batch, HEADS, -1, -1)
        vectors = self.relnorm(self.rel[FAR - length + 1 : FAR + length])[None]
        return Where(vectors, places, places.transpose(-1, -2))


def share_seldom(model: DebertaPair, seen: Mapping[int, int], kept: int) -> None:
    """Keep the vectors of the pieces that are seen most, so many; the others share that of the unknown piece."""
    order = sorted(range(len(model.rows)), key=lambda piece: (-seen.get(piece, 0), piece))
    mine = sorted({*order[: kept - 1], OUR_UNKNOWN})
    vectors = model.words.weight.detach()[mine]
    model.rows.fill_(mine.index(OUR_UNKNOWN))
    model.rows[torch.tensor(mine)] = torch.arange(len(mine))
    model.words = nn.Embedding.from_pretrained(vectors)


def read_deberta(state: Mapping[str, Tensor], answers: int) -> DebertaPair:
    """Return a judge that was taught."""
    model = DebertaPair(len(state["rows"]), LAYERS, answers)
    model.words = nn.Embedding(*state["words.weight"].shape)
    model.load_state_dict(state)
    return model


def start_deberta(network: Path, splitter: Path, pieces: Sequence[str], answers: int) -> DebertaPair:
    """Return a judge that starts from a DeBERTa as an int8 ONNX file, over the package's word pieces.

    `splitter` is the SentencePiece model of that DeBERTa.
    """
    state = read_weights(network)
    model = DebertaPair(len(pieces), LAYERS, answers)
    rows = vectors_of(pieces, state[f"{PREFIX}embeddings.word_embeddings.weight"], splitter)
    with torch.no_grad():
        model.words.weight.copy_(rows)
        model.rel.copy_(state[f"{PREFIX}encoder.rel_embeddings.weight"])
        _copy(model.norm, state, f"{PREFIX}embeddings.LayerNorm")
        _copy(model.relnorm, state, f"{PREFIX}encoder.LayerNorm")
        for number, layer in enumerate(model.layers):
            name = f"{PREFIX}encoder.layer.{number}"
            for part, where in zip((layer.q, layer.k, layer.v), ("query", "key", "value"), strict=True):
                _copy(part, state, f"{name}.attention.self.{where}_proj")
            _copy(layer.o, state, f"{name}.attention.output.dense")
            _copy(layer.n1, state, f"{name}.attention.output.LayerNorm")
            _copy(layer.up, state, f"{name}.intermediate.dense")
            _copy(layer.down, state, f"{name}.output.dense")
            _copy(layer.n2, state, f"{name}.output.LayerNorm")
    return model


def _copy(module: nn.Module, state: Mapping[str, Tensor], name: str) -> None:
    module.weight.copy_(state[f"{name}.weight"])
    module.bias.copy_(state[f"{name}.bias"])


def read_weights(network: Path) -> dict[str, Tensor]:
    """Return the weights of an int8 ONNX file by the names of the modules that they belong to, as floats."""
    graph = onnx.load(network).graph
    found = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    used_by = {name: node.name for node in graph.node for name in node.input}
    state = {}
    for name, value in found.items():
        if name.endswith("_quantized"):
            whole = name.removesuffix("_quantized")
            plain = (value.astype(np.float32) - found[f"{whole}_zero_point"]) * found[f"{whole}_scale"]
            if whole.startswith("onnx::"):
                whole = re.sub(r"\.MatMul_quant$", ".weight", used_by[name].strip("/").replace("/", "."))
                plain = plain.T
            state[whole] = torch.tensor(np.ascontiguousarray(plain, dtype=np.float32))
        elif value.dtype == np.float32 and not name.endswith("_scale"):
            state[name] = torch.tensor(value)
    return state


def vectors_of(pieces: Sequence[str], known: Tensor, splitter: Path) -> Tensor:
    """Return a vector for each of our word pieces (pieces, width): the mean of those that the splitter makes of it."""
    processor = SentencePieceProcessor(model_file=str(splitter))
    return torch.stack([known[_numbers(piece, processor)].mean(0) for piece in pieces])


def _numbers(piece: str, processor: SentencePieceProcessor) -> list[int]:
    """The pieces of the DeBERTa that one of ours is made of: "##" goes on a word, else a word begins."""
    if piece in NAMED:
        return [NAMED[piece]]
    goes_on = piece.startswith("##")
    whole = processor.piece_to_id(piece[2:] if goes_on else SPACE + piece)
    if whole != UNKNOWN:
        return [whole]
    numbers = processor.encode(piece[2:] if goes_on else piece)
    parts = [number for number in numbers if not goes_on or processor.id_to_piece(number) != SPACE]
    return parts or [UNKNOWN]
