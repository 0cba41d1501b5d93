"""The topic of a finding and the reason for it, in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.collate.differences import Unit, top_of
from variorum.collate.findings.cases import Kind
from variorum.collate.findings.pairs import Pair, Side
from variorum.collate.findings.spots import shown_words
from variorum.collate.points import Wording

# Words on either side of a value in which a topic may lie, and those of them that it reaches for.
_REACH = 12
_TELLING = 8


def name_topic(wordings: Sequence[Wording], pair: Pair) -> str:
    """Return what a pair speaks of: the stretch of one report's sentence that the telling words of both lie in.

    Of both sentences the one that says it in fewer words is taken. Where the sides differ, "…" stands for the value;
    where the sentences share no telling word, one of them is shown.
    """
    sides = (pair.left, pair.right)
    left, right = (wordings[side.wording] for side in sides)
    agreed = pair.verdict is not None and pair.verdict.outcome == "same"
    told = [
        _stretch(wording, side.unit, _telling(other), with_value=agreed)
        for wording, other, side in ((left, right, pair.left), (right, left, pair.right))
    ]
    shortest = min((each for each in told if each), key=lambda each: len(each.split()), default="")
    return shortest or name_alone(left, pair.left.unit, with_value=agreed) or left.word(top_of(left, pair.left.unit))


def _telling(wording: Wording) -> set[str]:
    return {key for key, content in zip(wording.key, wording.is_content, strict=True) if content}


def name_alone(wording: Wording, unit: Unit, *, with_value: bool = True) -> str:
    """Return what a value of one report speaks of: the stretch of its sentence around it; "…" may stand for it."""
    return _stretch(wording, unit, None, with_value=with_value)


def _stretch(wording: Wording, unit: Unit, shared: set[str] | None, *, with_value: bool) -> str:
    """The words from the first to the last telling one near a value, verbatim; with `shared`, of those it holds."""
    window = range(max(0, unit.first - _REACH), min(len(wording), unit.end + _REACH))
    near = sorted(
        (i for i in window if i not in unit.range and wording.is_content[i]),
        key=lambda i: (min(abs(i - unit.first), abs(i - unit.end + 1)), i),
    )
    telling = [i for i in near if shared is None or wording.key[i] in shared][:_TELLING]
    if not telling:
        return ""
    first, end = _unbroken(wording, min(*telling, unit.first), max(*telling, unit.end - 1) + 1)
    if with_value:
        return " ".join(wording.words(first, end).split())
    before = wording.words(first, unit.first) if first < unit.first else ""
    after = wording.words(unit.end, end) if unit.end < end else ""
    return " ".join(f"{before} … {after}".split())


def _unbroken(wording: Wording, first: int, end: int) -> tuple[int, int]:
    """The bounds of a stretch moved outwards where they would cut a name, a time or a figure."""
    opening, closing = wording.value_at.get(first), wording.value_at.get(end - 1)
    return opening.first if opening is not None else first, closing.end if closing is not None else end


def say_why(kind: Kind, wordings: Sequence[Wording], pair: Pair) -> str:
    """Return the reason for a finding."""
    if kind.kind == "agreement":
        return f"{kind.reason}: {pair.verdict.reason}" if pair.verdict else kind.reason
    if kind.kind == "variant":
        return kind.reason
    one, other = _quote(wordings, pair.left), _quote(wordings, pair.right)
    stand = (
        "seem to be told of one thing" if pair.apart else "stand in the same place of sentences that otherwise agree"
    )
    return f"“{one}” and “{other}” {stand}: {kind.reason}"


def _quote(wordings: Sequence[Wording], side: Side) -> str:
    wording = wordings[side.wording]
    return " ".join(wording.words(*shown_words(wording, side.unit)).split())
