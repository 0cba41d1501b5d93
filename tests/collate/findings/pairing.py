"""Pairs of stretches of two sentences, as the rules that explain differences get them."""

from itertools import chain

import msgspec
from tests.collate.build import storyline_of

from variorum.collate.align import Alignment
from variorum.collate.compare.words import are_opposites
from variorum.collate.differences import Difference, Unit, find_differences, top_of
from variorum.collate.findings.deciding.cases import Case
from variorum.collate.findings.deciding.kinds import kind_of
from variorum.collate.findings.explained.explainer import explains
from variorum.collate.findings.explained.moments.trading import are_of_two_moments
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.judged.evidence import aspect_of, compare_values
from variorum.collate.findings.pairs import Pair, Side
from variorum.collate.points import Weights, Wording, read_wordings
from variorum.collate.storyline import Storyline

Told = str | tuple[str, str]


def is_explained(one: Told, other: Told, left: str, right: str, *, sure: float = 0.5, shared: float = 0.5) -> bool:
    """Whether `left` and `right`, words of the first sentence that has them in each text, are no conflict.

    They are none where their values fit, a rule explains them or a price moved. Texts are as `reports_of` takes them;
    `sure` is how sure the judge is that they fill one place, `shared` how much of their sentences agrees.
    """
    storyline, wordings, pair = _pair_of(one, other, left, right)
    pair = msgspec.structs.replace(pair, sure=sure, shared=shared)
    if pair.verdict is not None and pair.verdict.outcome != "differs":
        return True
    if are_of_two_moments(wordings, pair):
        return True  # an update or a variant
    return explains(Setting(storyline, wordings), pair)


def kind_told(one: Told, other: Told, left: str, right: str) -> str:
    """The kind of disagreement that `left` and `right` are."""
    storyline, wordings, pair = _pair_of(one, other, left, right)
    return kind_of(Case(storyline, wordings, [pair], [])).kind


def pair_in(one: Told, other: Told, left: str, right: str) -> tuple[list[Wording], Pair]:
    """The sentences of two texts, and the pair that `left` and `right` are."""
    _, wordings, pair = _pair_of(one, other, left, right)
    return wordings, pair


def _pair_of(one: Told, other: Told, left: str, right: str) -> tuple[Storyline, list[Wording], Pair]:
    storyline = storyline_of(one, other)
    wordings = read_wordings(storyline)
    numbers = [
        next(n for n, wording in enumerate(wordings) if report in wording.reports and words in wording.text)
        for report, words in (("r1", left), ("r2", right))
    ]
    alignment = Alignment(wordings[numbers[0]], wordings[numbers[1]], Weights(wordings))
    units = [_unit_of(wordings[n], words) for n, words in zip(numbers, (left, right), strict=True)]
    difference = next(
        (
            each
            for each in find_differences(alignment)
            if all(_meet(a, b) for a, b in zip((each.left, each.right), units, strict=True))
        ),
        Difference(alignment, units[0], units[1], 0, 0, 0.0, True, 0, 0),
    )
    verdict = compare_values(difference)
    sides = Side(numbers[0], difference.left), Side(numbers[1], difference.right)
    tops = [wordings[side.wording].lemma[top_of(wordings[side.wording], side.unit)] for side in sides]
    pair = Pair(
        *sides,
        aspect_of(difference),
        verdict,
        0.5,
        4.0,
        0.5,
        related=True,
        opposed=are_opposites(*tops),
        difference=difference,
    )
    return storyline, wordings, pair


def _unit_of(wording, words: str) -> Unit:
    start = wording.text.index(words)
    inside = [i for i in range(len(wording)) if start <= wording.start[i] < start + len(words)]
    value = next((wording.value_at[i] for i in inside if i in wording.value_at), None)
    return Unit(value.first, value.end, value) if value else Unit(inside[0], inside[-1] + 1, None)


def _meet(one: Unit, other: Unit) -> bool:
    return bool(set(chain(one.range)) & set(other.range)) and (one.value is None) == (other.value is None)
