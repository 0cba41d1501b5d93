"""Networks written as int8 ONNX files, as the package reads them. Runs where torch, onnx and onnxruntime are installed.

Used by the models that are trained in the folders beside this file: PYTHONPATH=src:training.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

# Weights of more numbers that are not computed with as int8 are at least kept as int8.
LARGE = 50_000


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
    full: str | None = None,
) -> None:
    """Write `model` to `path`: `example` has an input for each name, `lengths` names the axes that vary in length.

    Products whose name has the word `full` stay floats.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    model.eval()
    whole = path.with_name("full.onnx")
    with torch.no_grad():
        torch.onnx.export(
            model,
            tuple(example.values()),
            str(whole),
            input_names=list(example),
            output_names=list(outputs),
            dynamic_axes=dict(lengths),
            opset_version=17,
            dynamo=False,
        )
    graph = store_each(onnx.load(whole))
    onnx.save(graph, whole)
    quantize_dynamic(
        whole,
        path,
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gather"],
        nodes_to_exclude=[node.name for node in graph.graph.node if full is not None and full in node.name],
        extra_options={"MatMulConstBOnly": True},
    )
    whole.unlink()
    onnx.save(store_once(onnx.load(path)), path)


def store_each(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return the network with a weight of its own for each product: a weight behind an Identity is not made int8."""
    weights = {weight.name: weight for weight in model.graph.initializer}
    for node in [each for each in model.graph.node if each.op_type == "Identity" and each.input[0] in weights]:
        copied = onnx.TensorProto()
        copied.CopyFrom(weights[node.input[0]])
        copied.name = node.output[0]
        model.graph.initializer.append(copied)
        model.graph.node.remove(node)
    return model


def store_once(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return the network with each of its weights held once, however often it is used."""
    first: dict[tuple[str, bytes], str] = {}
    same: dict[str, str] = {}
    for weight in list(model.graph.initializer):
        plain = numpy_helper.to_array(weight)
        kept = first.setdefault((f"{plain.dtype} {plain.shape}", plain.tobytes()), weight.name)
        if kept != weight.name:
            same[weight.name] = kept
            model.graph.initializer.remove(weight)
    for node in model.graph.node:
        node.input[:] = [same.get(name, name) for name in node.input]
    held = {weight.name for weight in model.graph.initializer} | same.keys()
    given = [each for each in model.graph.input if each.name not in held]
    del model.graph.input[:]
    model.graph.input.extend(given)
    return model


def store_int8(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return the network with its large float weights kept as int8, a scale for each row: read, they are floats again.

    Those are the products of the last layers (Gemm), which `quantize_dynamic` leaves alone, and tables that are cut.
    """
    graph = model.graph
    for weight in [each for each in graph.initializer if each.data_type == onnx.TensorProto.FLOAT]:
        plain = numpy_helper.to_array(weight)
        if plain.ndim != 2 or plain.size < LARGE:
            continue
        scale = np.maximum(np.abs(plain).max(1) / 127, 1e-12).astype(np.float32)
        parts = {f"{weight.name}_rows": np.round(plain / scale[:, None]).astype(np.int8), f"{weight.name}_step": scale}
        graph.initializer.remove(weight)
        graph.initializer.extend(numpy_helper.from_array(value, name) for name, value in parts.items())
        graph.node.insert(0, helper.make_node("DequantizeLinear", list(parts), [weight.name], axis=0))
    return model
