"""Write a trained judge of contradictions as an int8 ONNX file.

    PYTHONPATH=src:training:training/slots python training/contradictions/export.py MODEL.pt OUT_FOLDER

MODEL is what `train.py` saved.

Runs where torch, onnx and onnxruntime are installed.
"""

import sys
from pathlib import Path

import onnx
import torch
from deberta import DebertaPair
from int8 import store_int8, write_int8
from pair import read_pair

from model import SlotPair


def export(model: SlotPair | DebertaPair, folder: Path) -> None:
    """Write `contradictions.onnx` into `folder`."""
    pieces = torch.zeros(1, 12, dtype=torch.int64)
    example = {"pieces": pieces, "sides": pieces, "masks": torch.tensor([[2, 8]])}
    lengths = {name: {1: "pieces"} for name in ("pieces", "sides")}
    path = folder / "contradictions.onnx"
    write_int8(model, path, example, ["logits"], lengths)
    if isinstance(model, DebertaPair):
        onnx.save(store_int8(onnx.load(path)), path)


def main() -> None:
    """Export the model named on the command line."""
    saved = torch.load(sys.argv[1])
    export(read_pair(saved["state"], saved["layers"]), Path(sys.argv[2]))


if __name__ == "__main__":
    main()
