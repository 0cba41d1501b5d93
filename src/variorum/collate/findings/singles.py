"""What one report alone gives: figures that tell something, in sentences that no other report has a counterpart of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.collate.differences import unit_of
from variorum.collate.findings.judged.evidence import Vocabulary
from variorum.collate.findings.pairs import Side
from variorum.collate.furniture import is_furniture
from variorum.collate.points import Wording
from variorum.collate.storyline import Storyline
from variorum.model.annotations import Quantity
from variorum.model.span import ReportId

_MOST_A_REPORT = 2
# A sentence that shares no more weight with any of another report has no counterpart there.
_LEAST_COUNTERPART = 5.0
# A line is of headlines where more than this share of its longer words have capitals, and no stop ends it.
_TITLED, _SHORT, _ENDS = 0.7, 3, frozenset(".!?")
# Smaller counts stand for little by themselves.
_LEAST_ALONE = 10


def find_lone_figures(storyline: Storyline, wordings: Sequence[Wording], vocabulary: Vocabulary) -> Iterator[Side]:
    """Yield those that tell most of the figures that only one report and its copies give, report by report."""
    for report in storyline.reports:
        if storyline.roots[report.id] == report.id:
            found = _lone_figures(storyline, wordings, vocabulary, report.id)
            ranked = sorted(found, key=lambda each: (-each[0], each[1].place))
            yield from (side for _, side in ranked[:_MOST_A_REPORT])


def _lone_figures(
    storyline: Storyline, wordings: Sequence[Wording], vocabulary: Vocabulary, report: ReportId
) -> Iterator[tuple[float, Side]]:
    """Figures of a report and its copies alone, each with how much it tells by itself."""
    roots = storyline.roots
    others = [other.id for other in storyline.reports if roots[other.id] != report]
    for number, wording in enumerate(wordings):
        if not others or {roots[each] for each in wording.reports} != {report}:
            continue
        if max(vocabulary.best.get((id(wording), other), 0.0) for other in others) >= _LEAST_COUNTERPART:
            continue
        for value in wording.values:
            quantity = value.quantity if value.kind == "figure" else None
            if quantity is None or not _stands_alone(quantity):
                continue
            unit = unit_of(value)
            keys = {wording.key[i] for i in unit.range if wording.key[i].startswith("#")}
            if keys and not any(keys & vocabulary.of_report[other] for other in others) and _is_sentence(wording):
                yield 2.0 * (quantity.kind in ("money", "percent")) + (quantity.of is not None), Side(number, unit)


def _is_sentence(wording: Wording) -> bool:
    """Whether a wording tells something: with a verb, no caption, no line of headlines, whose words have capitals."""
    if not wording.has_verb or is_furniture(wording.text):
        return False
    words = [word for word in map(wording.word, range(1, len(wording))) if len(word) > _SHORT and word.isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return capitals <= _TITLED * len(words) or wording.text.rstrip("\"'”’)")[-1:] in _ENDS


def _stands_alone(quantity: Quantity) -> bool:
    """Whether a figure tells something by itself: an amount, or a count that is not small, and not one given twice."""
    if quantity.value is None or quantity.same_as is not None:
        return False
    return quantity.kind in ("money", "percent") or quantity.value >= _LEAST_ALONE
