"""The judge of contradictions: the network of slots (training/slots/model.py) with a second question."""

from torch import nn

from model import SCORED, SlotPair


class ContradictionPair(SlotPair):
    """How likely two places are one point, and that what fills them excludes each other: logits (batch, 2)."""

    def __init__(self, vocabulary: int, layers: int):
        super().__init__(vocabulary, layers)
        self.out = nn.Linear(SCORED, 2)


def read_slots(state: dict, layers: int) -> ContradictionPair:
    """Return a judge that starts from a trained one of slots, or goes on from one of its own."""
    model = ContradictionPair(state["words.weight"].shape[0], layers)
    started = {name: value for name, value in state.items() if value.shape == model.state_dict()[name].shape}
    model.load_state_dict(started, strict=False)
    return model
