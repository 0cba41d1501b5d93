"""The judge of contradictions: the network of slots (training/slots/model.py) with three questions and dropout."""

from collections.abc import Mapping
from pathlib import Path

from deberta import DebertaPair, read_deberta
from torch import Tensor

from model import DROPOUT, SlotPair, load_encoder

# The logits, in this order; what they mean is in rows.py.
ANSWERS = ("point", "excludes", "contradicts")


def start_pair(encoder: Path, kept: Path, layers: int) -> SlotPair:
    """Return a judge that starts from the first layers of a BERT."""
    return load_encoder(encoder, kept, range(layers), len(ANSWERS), DROPOUT)


def read_pair(state: Mapping[str, Tensor], layers: int) -> SlotPair | DebertaPair:
    """Return a judge that was taught; only a DeBERTa tells how far apart pieces stand by vectors (`rel`)."""
    if "rel" in state:
        return read_deberta(state, len(ANSWERS))
    model = SlotPair(state["words.weight"].shape[0], layers, len(ANSWERS), DROPOUT)
    model.load_state_dict(state)
    return model
