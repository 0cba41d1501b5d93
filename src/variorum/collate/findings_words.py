"""The topic of a finding and the reason for it, in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.collate.align_differences import top_of
from variorum.collate.findings_points import Pair, Side
from variorum.collate.findings_spots import shown_words
from variorum.collate.points import Wording
from variorum.model.record import FindingKind

_LONGEST_TOPIC = 8


def name_topic(wordings: Sequence[Wording], pair: Pair) -> str:
    """Return what a pair speaks of: the words around it that both sides share."""
    wording, unit = wordings[pair.left.wording], pair.left.unit
    other = wordings[pair.right.wording]
    shared = {key for key, content in zip(other.key, other.is_content, strict=True) if content}
    near = sorted(
        (i for i in range(len(wording)) if i not in unit.range and wording.is_content[i] and wording.key[i] in shared),
        key=lambda i: (min(abs(i - unit.first), abs(i - unit.end + 1)), i),
    )[:_LONGEST_TOPIC]
    words = [wording.word(i) for i in sorted(near)]
    return " ".join(words) or wording.word(top_of(wording, unit))


def say_why(kind: FindingKind, wordings: Sequence[Wording], pair: Pair) -> str:
    """Return the reason for a finding."""
    if kind == "agreement":
        return f"the reports say the same: {pair.verdict.reason if pair.verdict else 'the same words'}"
    one, other = _quote(wordings, pair.left), _quote(wordings, pair.right)
    reason = pair.verdict.reason if pair.verdict else "the words exclude each other"
    return f"“{one}” against “{other}” where the sentences otherwise agree: {reason}"


def _quote(wordings: Sequence[Wording], side: Side) -> str:
    wording = wordings[side.wording]
    return " ".join(wording.words(*shown_words(wording, side.unit)).split())
