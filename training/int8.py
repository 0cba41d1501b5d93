"""Networks written as int8 ONNX files, as the package reads them. Runs where torch, onnx and onnxruntime are installed.

Used by the models that are trained in the folders beside this file: PYTHONPATH=src:training.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn


class Unmasked(nn.Module):
    """A model for one example at a time, which needs no padding and so no mask: its second argument."""

    def __init__(self, model: nn.Module):
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, *columns: Tensor) -> Tensor | tuple[Tensor, ...]:
        """Return what the model gives."""
        return self.model(pieces, None, *columns)


def write_int8(
    model: nn.Module,
    path: Path,
    example: Mapping[str, Tensor],
    outputs: Sequence[str],
    lengths: Mapping[str, Mapping[int, str]],
) -> None:
    """Write `model` to `path`: `example` has an input for each name, `lengths` names the axes that vary in length."""
    path.parent.mkdir(parents=True, exist_ok=True)
    model.eval()
    full = path.with_name("full.onnx")
    with torch.no_grad():
        torch.onnx.export(
            Unmasked(model),
            tuple(example.values()),
            str(full),
            input_names=list(example),
            output_names=list(outputs),
            dynamic_axes=dict(lengths),
            opset_version=17,
            dynamo=False,
        )
    quantize_dynamic(
        full,
        path,
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gather"],
        extra_options={"MatMulConstBOnly": True},
    )
    full.unlink()
