"""The tagger: a small BERT over word pieces and columns of the parse, a CRF over words, and vectors that link spans."""

import json
from pathlib import Path

import torch
from encoder import Layer, copy_layers, copy_part, read_state
from torch import Tensor, nn
from torch.nn import functional as F

TAGS = 7  # none; B and I of source, cue, content
LINK = 48
BUCKETS = 17  # of the signed distance between two spans, see windows.py
COLUMNS = {"pos": 18, "dep": 48, "shape": 6, "quote": 3, "place": 3}


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
    state = read_state(folder)
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
        copy_part(tagger.norm, state, "embeddings.LayerNorm")
        copy_layers(tagger.layers, state, layers)
    return tagger
