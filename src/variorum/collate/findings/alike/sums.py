"""One sum of money in many reports: agreements about it folded into one, with every report that names it alike.

Sentences that tell of a sum can be too unlike to be laid side by side ("a package worth $350 billion", "agreed to
invest $350 billion"). A sum that two reports already agree on is the same sum elsewhere where two telling words stand
with it that stand with it in the agreement.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from variorum.collate.findings.written.spots import Mouths, Spot
from variorum.collate.ledger.clauses import name_act
from variorum.collate.likeness import content_lemmas
from variorum.collate.storyline import Storyline
from variorum.model.annotations import Quantity
from variorum.model.record import Finding
from variorum.model.span import Reading, ReportId, Span

_SHARED_WORDS = 2


class Sum(msgspec.Struct, frozen=True):
    """An amount of money as two reports can agree on it."""

    value: float
    unit: str | None


def fold_sums(storyline: Storyline, findings: Sequence[Finding]) -> list[Finding]:
    """Return `findings` in their order, those that agree on one sum as the first of them with all its readings."""
    mouths = Mouths(storyline)
    folded: list[Finding] = []
    at: dict[Sum, int] = {}
    for finding in findings:
        amount = _sum_of(storyline, finding)
        if amount is None:
            folded.append(finding)
        elif amount in at:
            first = folded[at[amount]]
            folded[at[amount]] = _with_readings(storyline, first, finding.readings)
        else:
            at[amount] = len(folded)
            folded.append(finding)
    for amount, index in at.items():
        elsewhere = tuple(_elsewhere(storyline, mouths, folded[index], amount))
        folded[index] = _with_readings(storyline, folded[index], elsewhere)
    return folded


def _sum_of(storyline: Storyline, finding: Finding) -> Sum | None:
    """The sum that an agreement is about; None for other findings."""
    if finding.kind != "agreement" or finding.aspect != "figure":
        return None
    first = finding.readings[0]
    quantity = _quantity_at(storyline, first.report, first.start)
    if quantity is None or quantity.kind != "money" or quantity.value is None:
        return None
    return Sum(quantity.value, quantity.unit)


def _quantity_at(storyline: Storyline, report: ReportId, offset: int) -> Quantity | None:
    quantities = storyline.by_id[report].layers.quantities or ()
    index = bisect_right(quantities, offset, key=lambda quantity: quantity.start) - 1
    return quantities[index] if index >= 0 and offset < quantities[index].end else None


def _elsewhere(storyline: Storyline, mouths: Mouths, finding: Finding, amount: Sum) -> Iterator[Reading]:
    """The readings of the sum in reports that the finding has none of, in sentences that share its words."""
    words = {word for reading in finding.readings for word in _words_with(storyline, reading.report, reading.start)}
    told = {reading.report for reading in finding.readings}
    for report in storyline.reports:
        for quantity in report.layers.quantities or () if report.id not in told else ():
            same = quantity.kind == "money" and (quantity.value, quantity.unit) == (amount.value, amount.unit)
            if same and len(words & set(_words_with(storyline, report.id, quantity.start))) >= _SHARED_WORDS:
                yield mouths.reading(Spot(report.id, quantity.start, quantity.end), quantity.value)
                break


def _words_with(storyline: Storyline, report: ReportId, offset: int) -> Iterator[str]:
    """The names of the acts and things in the sentence at `offset`, figures left out."""
    tree = storyline.trees[report]
    sentences = storyline.by_id[report].layers.sentences or ()
    index = bisect_right(sentences, Span(offset, 1 << 60)) - 1
    if tree is not None and index >= 0:
        for lemma in content_lemmas(tree, sentences[index]):
            if not any(char.isdigit() for char in lemma):
                yield name_act(lemma)


def _with_readings(storyline: Storyline, finding: Finding, readings: Sequence[Reading]) -> Finding:
    seen = {(each.report, each.start) for each in finding.readings}
    new = [each for each in readings if (each.report, each.start) not in seen]
    merged = tuple(sorted((*finding.readings, *new), key=lambda each: (each.report, each.start)))
    stories = tuple(sorted({storyline.story_of(each.report) for each in merged}))
    independent = storyline.count_independent([each.report for each in merged])
    return msgspec.structs.replace(finding, readings=merged, stories=stories, independent=independent)
