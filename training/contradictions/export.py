"""Write a trained judge of contradictions as an int8 ONNX file.

    PYTHONPATH=src:training:training/slots python training/contradictions/export.py MODEL.pt ROWS.pkl OUT_FOLDER

MODEL is what `train.py` saved; ROWS are some of the pairs that it was taught: a few are read to hear which units are
loud (`single.py`).

Runs where torch, onnx and onnxruntime are installed.
"""

import pickle
import sys
from pathlib import Path

import onnx
import torch
from deberta import DebertaPair
from int8 import Unmasked, store_int8
from pair import read_pair
from single import write_pair, write_single

OUTPUT = "logits"


def main() -> None:
    """Export the model named on the command line."""
    saved, (rows, folder) = torch.load(sys.argv[1]), map(Path, sys.argv[2:4])
    model, path = read_pair(saved["state"], saved["layers"]), folder / "contradictions.onnx"
    if isinstance(model, DebertaPair):
        write_pair(Unmasked(model), path, OUTPUT)
        onnx.save(store_int8(onnx.load(path)), path)
    else:
        write_single(model, pickle.loads(rows.read_bytes()), path, OUTPUT)


if __name__ == "__main__":
    main()
