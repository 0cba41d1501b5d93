"""Write a trained judge of slots as an int8 ONNX file.

    PYTHONPATH=src:training python training/slots/export.py MODEL.pt ENCODER_FOLDER KEPT.json OUT_FOLDER

Runs where torch, onnx and onnxruntime are installed.
"""

import sys
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from model import SlotPair, load_encoder

INPUTS = ("pieces", "sides", "masks")


class Unmasked(nn.Module):
    """The judge for one pair at a time, which needs no padding and so no mask."""

    def __init__(self, model: SlotPair):
        super().__init__()
        self.model = model

    def forward(self, pieces, sides, masks):
        """Return the logit."""
        return self.model(pieces, None, sides, masks)


def export(model: SlotPair, folder: Path) -> None:
    """Write `slots.onnx` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    model.eval()
    full = folder / "full.onnx"
    example = (torch.zeros(1, 12, dtype=torch.int64),) * 2 + (torch.tensor([[2, 8]]),)
    with torch.no_grad():
        torch.onnx.export(
            Unmasked(model),
            example,
            str(full),
            input_names=list(INPUTS),
            output_names=["logit"],
            dynamic_axes={"pieces": {1: "pieces"}, "sides": {1: "pieces"}},
            opset_version=17,
            dynamo=False,
        )
    quantize_dynamic(
        full,
        folder / "slots.onnx",
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gather"],
        extra_options={"MatMulConstBOnly": True},
    )
    full.unlink()


def main() -> None:
    """Export the model named on the command line."""
    saved = torch.load(sys.argv[1])
    model = load_encoder(Path(sys.argv[2]), Path(sys.argv[3]), list(range(saved["layers"])))
    model.load_state_dict(saved["state"])
    export(model, Path(sys.argv[4]))


if __name__ == "__main__":
    main()
