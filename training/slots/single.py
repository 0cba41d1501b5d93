"""The network over pairs of slots as it is run: one pair at a time, no more of it than is asked, nothing too loud.

What `SlotPair` gives, in fewer operations: with one pair no shape but the length varies, and the last layer is worked
out for the three pieces alone that the answers are read from. Numbers that are run as int8 share one scale, which is
coarse where a few are loud. So the loudest of the inner units stay floats (Dettmers et al. 2022, LLM.int8()), and what
goes into a product is divided by what its columns are apt to be (Xiao et al. 2023, SmoothQuant).
On 250 pairs int8 added .35 to the logits of the network of slots and .25 to those of contradictions, now .11 and .07.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import torch
from encoder import Layer
from int8 import write_int8
from teach import collate
from torch import Tensor, nn
from torch.nn import functional as F

from model import SlotPair, read_three

# How many units of a layer stay floats, and how their last product is named in the graph.
LOUD, LOUD_PRODUCT = 8, "loud_down"
# How much of the loudness of a column its weights take over.
TAKEN_OVER = 0.7
SILENT = 1e-5
# How many pairs are read to hear what is loud.
LISTENED = 300
# The largest number that goes into each column of each product.
Heard = Mapping[nn.Linear, Tensor]


def write_pair(model: nn.Module, path: Path, output: str, full: str | None = None) -> None:
    """Write a network that takes a pair's pieces, sides and masks to `path`; `full` as in `write_int8`."""
    pieces = torch.zeros(1, 12, dtype=torch.int64)
    example = {"pieces": pieces, "sides": pieces, "masks": torch.tensor([[2, 8]])}
    lengths = {name: {1: "pieces"} for name in ("pieces", "sides")}
    write_int8(model, path, example, [output], lengths, full)


def write_single(model: SlotPair, rows: Sequence[Mapping], path: Path, output: str) -> None:
    """Write a `SlotPair` to `path` as it is run; `rows` are pairs such as it will read."""
    heard = random.Random(1).sample(rows, min(LISTENED, len(rows)))
    write_pair(SinglePair(model, heard), path, output, LOUD_PRODUCT)


class Quiet(nn.Module):
    """A product whose columns are made equally loud first; `heard` is how loud they are apt to be (columns,)."""

    def __init__(self, weight: Tensor, bias: Tensor, heard: Tensor):
        super().__init__()
        loudest = weight.detach().abs().amax(0).clamp(min=SILENT)
        factor = heard.clamp(min=SILENT) ** TAKEN_OVER / loudest ** (1 - TAKEN_OVER)
        self.register_buffer("quieter", factor.mean() / factor)
        self.product = _linear(weight / self.quieter, bias)

    def forward(self, x: Tensor) -> Tensor:
        """Return what the product gives (1, pieces, width)."""
        return self.product(x * self.quieter)


class Inner(nn.Module):
    """The inner part of a layer: its loudest units, which come first, and the others."""

    def __init__(self, layer: Layer, heard: Heard):
        super().__init__()
        order = heard[layer.down].argsort(descending=True)
        self.up = Quiet(layer.up.weight[order], layer.up.bias[order], heard[layer.up])
        weight = layer.down.weight[:, order]
        self.loud_down, self.down = _linear(weight[:, :LOUD]), _linear(weight[:, LOUD:], layer.down.bias)

    def forward(self, x: Tensor) -> Tensor:
        """Return what the units tell (1, pieces, width)."""
        told = F.gelu(self.up(x))
        return self.loud_down(told[..., :LOUD]) + self.down(told[..., LOUD:])


class SinglePair(nn.Module):
    """A `SlotPair` for one pair: all its inputs are of a batch of one. `seen` are pairs such as it will read."""

    def __init__(self, model: SlotPair, seen: Iterable[Mapping]):
        super().__init__()
        self.model, heard = model, hear(model, seen)
        *layers, last = model.layers
        width, whole, loud = last.qkv.in_features, last.qkv, heard[last.qkv]
        self.qkv = nn.ModuleList([Quiet(each.qkv.weight, each.qkv.bias, heard[each.qkv]) for each in layers])
        self.ask = Quiet(whole.weight[:width], whole.bias[:width], loud)
        self.tell = Quiet(whole.weight[width:], whole.bias[width:], loud)
        self.out = nn.ModuleList([Quiet(each.out.weight, each.out.bias, heard[each.out]) for each in model.layers])
        self.inner = nn.ModuleList([Inner(each, heard) for each in model.layers])

    def forward(self, pieces: Tensor, sides: Tensor, masks: Tensor) -> Tensor:
        """Return the logits (1, answers), or (1,) where the network has one answer."""
        model = self.model
        x = model.norm(model.words(pieces) + model.positions.weight[: pieces.shape[1]] + model.sides(sides))
        for number, qkv in enumerate(self.qkv):
            x = self._told(number, x, _by_head(model.layers[number], qkv(x), 3))
        read, last = x.index_select(1, torch.cat([masks.new_zeros(1), masks[0]])), model.layers[-1]
        read = self._told(len(self.qkv), read, [*_by_head(last, self.ask(read), 1), *_by_head(last, self.tell(x), 2)])
        scores = model.out(F.gelu(model.up(read_three(read[:, 0], read[:, 1], read[:, 2]))))
        return scores.squeeze(-1) if model.out.out_features == 1 else scores

    def _told(self, number: int, x: Tensor, asked: Sequence[Tensor]) -> Tensor:
        """Return a layer's output (1, pieces, width) for the pieces `x`, of what is asked, found by and told."""
        layer, (q, k, v) = self.model.layers[number], asked
        width = layer.qkv.in_features
        scores = (q * (width // layer.heads) ** -0.5) @ k.transpose(-1, -2)
        mixed = (scores.softmax(-1) @ v).permute(1, 0, 2).reshape(1, -1, width)
        x = layer.norm1(x + self.out[number](mixed))
        return layer.norm2(x + self.inner[number](x))


def hear(model: SlotPair, seen: Iterable[Mapping]) -> Heard:
    """Return the largest number that goes into each column of each product, over pairs."""
    products = [part for part in model.layers.modules() if isinstance(part, nn.Linear)]
    found = {part: torch.zeros(part.in_features) for part in products}

    def keep(part: nn.Module, given: tuple[Tensor], _: Tensor) -> None:
        torch.maximum(found[part], given[0].abs().flatten(0, -2).amax(0), out=found[part])

    ears = [part.register_forward_hook(keep) for part in products]
    model.eval()
    with torch.no_grad():
        for row in seen:
            pieces, _, sides, masks = collate([row])
            model(pieces, None, sides, masks)
    for ear in ears:
        ear.remove()
    return found


def _linear(weight: Tensor, bias: Tensor | None = None) -> nn.Linear:
    made = nn.Linear(weight.shape[1], weight.shape[0], bias=bias is not None)
    made.weight.data = weight.detach().clone()
    if bias is not None:
        made.bias.data = bias.detach().clone()
    return made


def _by_head(layer: Layer, x: Tensor, parts: int) -> list[Tensor]:
    """(1, pieces, parts * width) as so many times (heads, pieces, narrow)."""
    narrow = layer.qkv.in_features // layer.heads
    x = x.reshape(-1, parts, layer.heads, narrow).permute(1, 2, 0, 3)
    return [x[part] for part in range(parts)]
