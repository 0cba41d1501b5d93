"""The layers of a BERT, and how they start from those of a trained one.

Used by the models that are trained in the folders beside this file: PYTHONPATH=src:training.
"""

from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F


class Layer(nn.Module):
    """One layer of a BERT; `dropout` is the share of what its two parts add that is left out in training."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float = 0.0):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

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
        x = self.norm1(x + self.dropout(self.out(mixed.transpose(1, 2).reshape(batch, length, width))))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


def read_state(folder: Path) -> dict[str, Tensor]:
    """Return the weights of the BERT in `folder` by their names, without prefixes."""
    state = load_file(folder / "model.safetensors")
    return {name.removeprefix("bert.").removeprefix("model."): value.float() for name, value in state.items()}


def copy_layers(layers: Sequence[Layer], state: dict[str, Tensor], numbers: Sequence[int]) -> None:
    """Fill layers with those of a BERT that have the given numbers."""
    for layer, number in zip(layers, numbers, strict=True):
        at = f"encoder.layer.{number}"
        for part in ("weight", "bias"):
            names = [f"{at}.attention.self.{each}.{part}" for each in ("query", "key", "value")]
            getattr(layer.qkv, part).data.copy_(torch.cat([state[name] for name in names]))
        copy_part(layer.out, state, f"{at}.attention.output.dense")
        copy_part(layer.norm1, state, f"{at}.attention.output.LayerNorm")
        copy_part(layer.up, state, f"{at}.intermediate.dense")
        copy_part(layer.down, state, f"{at}.output.dense")
        copy_part(layer.norm2, state, f"{at}.output.LayerNorm")


def copy_part(module: nn.Module, state: dict[str, Tensor], name: str) -> None:
    """Fill a linear or normalising module with the weights of that name."""
    module.weight.data.copy_(state[f"{name}.weight"])
    module.bias.data.copy_(state[f"{name}.bias"])
