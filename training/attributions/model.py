"""The tagger: a small BERT over word pieces and columns of the parse, a CRF over words, and vectors that link spans."""

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

TAGS = 7  # none; B and I of source, cue, content
LINK = 48
BUCKETS = 17  # of the signed distance between two spans, see windows.py
COLUMNS = {"pos": 18, "dep": 48, "shape": 6, "quote": 3, "place": 3}


class Layer(nn.Module):
    """One layer of a BERT."""

    def __init__(self, width: int, heads: int, inner: int):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Return the layer's output (batch, pieces, width)."""
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        # Plain products: on these processors their backward pass is faster than the fused attention's.
        with torch.autocast("cpu", enabled=False):
            scores = (q * (width // self.heads) ** -0.5) @ k.transpose(-1, -2)
            if mask is not None:
                scores = scores + mask.to(q.dtype)
            mixed = scores.softmax(-1) @ v
        x = self.norm1(x + self.out(mixed.transpose(1, 2).reshape(batch, length, width)))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Tagger(nn.Module):
    """Emissions and link vectors for words; CRF and pair scores beside them."""

    def __init__(self, vocabulary: int, layers: int, width=384, heads=12, inner=1536, positions=512, dropout=0.1):
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(positions, width)
        self.columns = nn.ModuleDict({name: nn.Embedding(size, width) for name, size in COLUMNS.items()})
        for table in self.columns.values():
            nn.init.normal_(table.weight, std=0.01)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList([Layer(width, heads, inner) for _ in range(layers)])
        self.own = nn.Linear(width, 192)
        self.governor = nn.Linear(width, 192, bias=False)
        self.mixed = nn.Linear(192, width)
        self.emit = nn.Linear(width, TAGS)
        self.link = nn.Linear(width, 8 * LINK)
        self.transitions = nn.Parameter(torch.zeros(TAGS, TAGS))
        self.start = nn.Parameter(torch.zeros(TAGS))
        # Scores of a pair beside its vectors: distance, same sentence, spans between; for content-cue and cue-source.
        self.distance = nn.Parameter(torch.zeros(2, BUCKETS))
        self.together = nn.Parameter(torch.zeros(2, 2))
        self.between = nn.Parameter(torch.zeros(2, 4))
        self.null = nn.Parameter(torch.zeros(LINK + 1))

    def forward(self, pieces, mask, pos, dep, shape, quote, place, first, head):
        """Emissions (batch, words, TAGS) and link vectors (batch, words, 8 * LINK).

        Columns are by piece; `mask` is 0 at pieces and -10000 at padding, None where there is none; `first` gives each
        word's first piece, `head` the word that governs it.
        """
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]]
        for name, column in (("pos", pos), ("dep", dep), ("shape", shape), ("quote", quote), ("place", place)):
            x = x + self.columns[name](column)
        x = self.dropout(self.norm(x))
        wide = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, wide)
        width = x.shape[-1]
        words = x.gather(1, first[:, :, None].expand(-1, -1, width))
        governors = words.gather(1, head[:, :, None].expand(-1, -1, width))
        words = words + self.mixed(self.dropout(F.gelu(self.own(words) + self.governor(governors))))
        return self.emit(words), self.link(words)

    def crf_loss(self, emissions: Tensor, tags: Tensor, lengths: Tensor) -> Tensor:
        """Negative log-likelihood of the tags, in all."""
        size = emissions.shape[1]
        steps = torch.arange(size)
        valid = steps[None] < lengths[:, None]
        gold = emissions.gather(2, tags[:, :, None]).squeeze(2)
        moves = self.transitions[tags[:, :-1], tags[:, 1:]]
        score = (gold * valid).sum() + (moves * valid[:, 1:]).sum() + self.start[tags[:, 0]].sum()
        alpha = self.start + emissions[:, 0]
        for step in range(1, size):
            following = torch.logsumexp(alpha[:, :, None] + self.transitions[None], 1) + emissions[:, step]
            alpha = torch.where(valid[:, step, None], following, alpha)
        return torch.logsumexp(alpha, 1).sum() - score

    def pair_scores(self, kind: int, left: Tensor, right: Tensor, features: Tensor) -> Tensor:
        """Scores (batch, left, right); features (batch, left, right, 3): distance, together, between."""
        scores = left @ right.transpose(1, 2) * LINK**-0.5
        scores = scores + self.distance[kind][features[..., 0]] + self.together[kind][features[..., 1]]
        return scores + self.between[kind][features[..., 2]]


def span_vectors(link: Tensor, spans: Tensor, role: int) -> Tensor:
    """Vectors of spans (batch, n, 2), from their first and last words, in the part that stands for `role` (0 to 3)."""
    parts = link.view(*link.shape[:2], 4, 2, LINK)[:, :, role]
    rows = torch.arange(link.shape[0])[:, None]
    return parts[rows, spans[..., 0], 0] + parts[rows, spans[..., 1], 1]


def load_encoder(folder: Path, kept: Path, layers: list[int], **options) -> Tagger:
    """A tagger that starts from the chosen layers of a BERT in `folder`, with the kept rows of its word table."""
    state = load_file(folder / "model.safetensors")
    state = {name.removeprefix("bert.").removeprefix("model."): value.float() for name, value in state.items()}
    rows = torch.tensor(json.loads(kept.read_text()))
    config = json.loads((folder / "config.json").read_text())
    tagger = Tagger(
        len(rows),
        len(layers),
        width=config["hidden_size"],
        heads=config["num_attention_heads"],
        inner=config["intermediate_size"],
        **options,
    )
    with torch.no_grad():
        tagger.words.weight.copy_(state["embeddings.word_embeddings.weight"][rows])
        tagger.positions.weight.copy_(
            state["embeddings.position_embeddings.weight"] + state["embeddings.token_type_embeddings.weight"][0]
        )
        _copy(tagger.norm, state, "embeddings.LayerNorm")
        for layer, number in zip(tagger.layers, layers, strict=True):
            at = f"encoder.layer.{number}"
            for part in ("weight", "bias"):
                names = [f"{at}.attention.self.{each}.{part}" for each in ("query", "key", "value")]
                getattr(layer.qkv, part).copy_(torch.cat([state[name] for name in names]))
            _copy(layer.out, state, f"{at}.attention.output.dense")
            _copy(layer.norm1, state, f"{at}.attention.output.LayerNorm")
            _copy(layer.up, state, f"{at}.intermediate.dense")
            _copy(layer.down, state, f"{at}.output.dense")
            _copy(layer.norm2, state, f"{at}.output.LayerNorm")
    return tagger


def _copy(module, state, name):
    module.weight.copy_(state[f"{name}.weight"])
    module.bias.copy_(state[f"{name}.bias"])
