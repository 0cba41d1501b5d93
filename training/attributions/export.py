"""Write a trained tagger as an int8 ONNX file, and what stands beside the network as a small table.

    python training/attributions/export.py MODEL.pt ENCODER_FOLDER KEPT.json OUT_FOLDER

Runs where torch, onnx and onnxruntime are installed. The network gives emissions and link vectors; transitions and the
scores of pairs go into `links.npz`.
"""

import sys
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from model import Tagger, load_encoder

INPUTS = ("pieces", "pos", "dep", "shape", "quote", "place", "first", "head")


class Unmasked(nn.Module):
    """The tagger for one window at a time, which needs no padding and so no mask."""

    def __init__(self, tagger: Tagger):
        super().__init__()
        self.tagger = tagger

    def forward(self, pieces, *columns):
        """Return emissions and link vectors."""
        return self.tagger(pieces, None, *columns)


def export(model: Tagger, folder: Path) -> None:
    """Write `attributions.onnx` and `links.npz` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    model.eval()
    pieces = torch.zeros(1, 12, dtype=torch.int64)
    words = torch.zeros(1, 8, dtype=torch.int64)
    example = (*[pieces] * 6, words, words)
    full = folder / "full.onnx"
    axes = {name: {1: "words" if name in ("first", "head") else "pieces"} for name in INPUTS}
    axes |= {name: {1: "words"} for name in ("emissions", "link")}
    with torch.no_grad():
        torch.onnx.export(
            Unmasked(model),
            example,
            str(full),
            input_names=list(INPUTS),
            output_names=["emissions", "link"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
    quantize_dynamic(
        full,
        folder / "attributions.onnx",
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gather"],
        extra_options={"MatMulConstBOnly": True},
    )
    state = {name: value.detach().numpy() for name, value in model.named_parameters()}
    names = ("transitions", "start", "distance", "together", "between", "null")
    np.savez(folder / "links.npz", **{name: state[name].astype(np.float32) for name in names})


def main() -> None:
    """Export the model named on the command line."""
    saved = torch.load(sys.argv[1])
    model = load_encoder(Path(sys.argv[2]), Path(sys.argv[3]), list(range(saved["layers"])))
    model.load_state_dict(saved["state"])
    export(model, Path(sys.argv[4]))


if __name__ == "__main__":
    main()
