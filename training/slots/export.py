"""Write a trained judge of slots as an int8 ONNX file.

    PYTHONPATH=src:training python training/slots/export.py MODEL.pt ENCODER_FOLDER KEPT.json PAIRS.pkl OUT_FOLDER

PAIRS are what it was taught (`make_pairs.py`): a few are read to hear which units are loud. Runs where torch, onnx and
onnxruntime are installed.
"""

import pickle
import sys
from pathlib import Path

import torch
from single import write_single

from model import load_encoder


def main() -> None:
    """Export the model named on the command line."""
    saved, (encoder, kept, pairs, folder) = torch.load(sys.argv[1]), map(Path, sys.argv[2:6])
    model = load_encoder(encoder, kept, list(range(saved["layers"])))
    model.load_state_dict(saved["state"])
    write_single(model, pickle.loads(pairs.read_bytes()), folder / "slots.onnx", "logit")


if __name__ == "__main__":
    main()
