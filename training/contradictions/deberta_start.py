"""What a judge that is a DeBERTa starts from: the first layers of a DeBERTa-v3-xsmall, and our own word pieces.

From where its weights are is in docs/decisions/0078-a-deberta.md. Each word piece of the package has the mean vector of
what the DeBERTa splits it into, so that the package needs no second way to split words.
"""

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from deberta import LAYERS, DebertaPair
from encoder import copy_part
from onnx import numpy_helper
from sentencepiece import SentencePieceProcessor
from torch import Tensor

# Pieces that it numbers otherwise, its unknown one, and what begins a word.
NAMED = {"[PAD]": 0, "[CLS]": 1, "[SEP]": 2, "[UNK]": 3, "[MASK]": 128_000}
UNKNOWN, SPACE = 3, "\u2581"
PREFIX = "m.deberta."


def start_deberta(network: Path, splitter: Path, pieces: Sequence[str], answers: int) -> DebertaPair:
    """Return a judge that starts from a DeBERTa as an int8 ONNX file, over the package's word pieces.

    `splitter` is the SentencePiece model of that DeBERTa.
    """
    state = read_weights(network)
    model = DebertaPair(len(pieces), LAYERS, answers)
    rows = vectors_of(pieces, state[f"{PREFIX}embeddings.word_embeddings.weight"], splitter)
    with torch.no_grad():
        model.words.weight.copy_(rows)
        model.rel.copy_(state[f"{PREFIX}encoder.rel_embeddings.weight"])
        copy_part(model.norm, state, f"{PREFIX}embeddings.LayerNorm")
        copy_part(model.relnorm, state, f"{PREFIX}encoder.LayerNorm")
        for number, layer in enumerate(model.layers):
            name = f"{PREFIX}encoder.layer.{number}"
            for part, where in zip((layer.q, layer.k, layer.v), ("query", "key", "value"), strict=True):
                copy_part(part, state, f"{name}.attention.self.{where}_proj")
            copy_part(layer.o, state, f"{name}.attention.output.dense")
            copy_part(layer.n1, state, f"{name}.attention.output.LayerNorm")
            copy_part(layer.up, state, f"{name}.intermediate.dense")
            copy_part(layer.down, state, f"{name}.output.dense")
            copy_part(layer.n2, state, f"{name}.output.LayerNorm")
    return model


def read_weights(network: Path) -> dict[str, Tensor]:
    """Return the weights of an int8 ONNX file by the names of the modules that they belong to, as floats."""
    graph = onnx.load(network).graph
    found = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    used_by = {name: node.name for node in graph.node for name in node.input}
    state = {}
    for name, value in found.items():
        if name.endswith("_quantized"):
            whole = name.removesuffix("_quantized")
            plain = (value.astype(np.float32) - found[f"{whole}_zero_point"]) * found[f"{whole}_scale"]
            if whole.startswith("onnx::"):
                whole = re.sub(r"\.MatMul_quant$", ".weight", used_by[name].strip("/").replace("/", "."))
                plain = plain.T
            state[whole] = torch.tensor(np.ascontiguousarray(plain, dtype=np.float32))
        elif value.dtype == np.float32 and not name.endswith("_scale"):
            state[name] = torch.tensor(value)
    return state


def vectors_of(pieces: Sequence[str], known: Tensor, splitter: Path) -> Tensor:
    """Return a vector for each of our word pieces (pieces, width): the mean of those that the splitter makes of it."""
    processor = SentencePieceProcessor(model_file=str(splitter))
    return torch.stack([known[_numbers(piece, processor)].mean(0) for piece in pieces])


def _numbers(piece: str, processor: SentencePieceProcessor) -> list[int]:
    """The pieces of the DeBERTa that one of ours is made of: "##" goes on a word, else a word begins."""
    if piece in NAMED:
        return [NAMED[piece]]
    goes_on = piece.startswith("##")
    whole = processor.piece_to_id(piece[2:] if goes_on else SPACE + piece)
    if whole != UNKNOWN:
        return [whole]
    numbers = processor.encode(piece[2:] if goes_on else piece)
    parts = [number for number in numbers if not goes_on or processor.id_to_piece(number) != SPACE]
    return parts or [UNKNOWN]
