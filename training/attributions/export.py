"""Write a trained tagger as an int8 ONNX file, and what stands beside the network as a small table.

    PYTHONPATH=src:training python training/attributions/export.py MODEL.pt ENCODER_FOLDER KEPT.json OUT_FOLDER

Runs where torch, onnx and onnxruntime are installed. The network gives emissions and link vectors; transitions and the
scores of pairs go into `links.npz`.
"""

import sys
from pathlib import Path

import numpy as np
import torch
from int8 import Unmasked, write_int8

from model import Tagger, load_encoder

BY_PIECE = ("pieces", "pos", "dep", "shape", "quote", "place")
BY_WORD = ("first", "head")
OUTPUTS = ("emissions", "link")


def export(model: Tagger, folder: Path) -> None:
    """Write `attributions.onnx` and `links.npz` into `folder`."""
    pieces, words = torch.zeros(1, 12, dtype=torch.int64), torch.zeros(1, 8, dtype=torch.int64)
    example = {**dict.fromkeys(BY_PIECE, pieces), **dict.fromkeys(BY_WORD, words)}
    by_piece = {name: {1: "pieces"} for name in BY_PIECE}
    by_word = {name: {1: "words"} for name in (*BY_WORD, *OUTPUTS)}
    write_int8(Unmasked(model), folder / "attributions.onnx", example, OUTPUTS, {**by_piece, **by_word})
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
