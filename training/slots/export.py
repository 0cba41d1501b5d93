"""Write a trained judge of slots as an int8 ONNX file.

    PYTHONPATH=src:training python training/slots/export.py MODEL.pt ENCODER_FOLDER KEPT.json OUT_FOLDER

Runs where torch, onnx and onnxruntime are installed.
"""

import sys
from pathlib import Path

import torch
from int8 import write_int8

from model import SlotPair, load_encoder


def export(model: SlotPair, folder: Path) -> None:
    """Write `slots.onnx` into `folder`."""
    pieces = torch.zeros(1, 12, dtype=torch.int64)
    example = {"pieces": pieces, "sides": pieces, "masks": torch.tensor([[2, 8]])}
    lengths = {name: {1: "pieces"} for name in ("pieces", "sides")}
    write_int8(model, folder / "slots.onnx", example, ["logit"], lengths)


def main() -> None:
    """Export the model named on the command line."""
    saved = torch.load(sys.argv[1])
    model = load_encoder(Path(sys.argv[2]), Path(sys.argv[3]), list(range(saved["layers"])))
    model.load_state_dict(saved["state"])
    export(model, Path(sys.argv[4]))


if __name__ == "__main__":
    main()
