"""The order of annotating: which step makes which layer, from which others.

The table is checked when this module loads. Each step is a pure function on a batch of reports; models are loaded once
a process, when a step first needs them. A layer that a report carries already is used and not made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from variorum.annotate.attributions.find import find_attributions
from variorum.annotate.mentions import find_mentions
from variorum.annotate.parse import find_sentences, parse_tokens
from variorum.annotate.quantities.find import find_quantities
from variorum.annotate.times.find import find_times
from variorum.errors import Fault, Refusal
from variorum.model.annotations import Layer
from variorum.model.report import Report
from variorum.text.language import detect_language

LayerMaker = Callable[[Sequence[Report]], Sequence[Any]]


class Step(msgspec.Struct, frozen=True):
    """A function that makes one layer for each report of a batch, and the layers it reads.

    `languages` are those it knows (ISO 639-1); None means all. Elsewhere its layer is empty and said to be so.
    """

    function: LayerMaker
    needs: tuple[Layer, ...]
    makes: Layer
    languages: frozenset[str] | None = None


ENGLISH = frozenset({"en"})

STEPS = (
    Step(find_sentences, needs=(), makes="sentences"),
    Step(parse_tokens, needs=("sentences",), makes="tokens", languages=ENGLISH),
    Step(find_times, needs=("sentences",), makes="times", languages=ENGLISH),
    Step(find_quantities, needs=("sentences", "tokens", "times"), makes="quantities", languages=ENGLISH),
    Step(find_mentions, needs=("sentences", "tokens"), makes="mentions", languages=ENGLISH),
    Step(find_attributions, needs=("sentences", "tokens", "mentions"), makes="attributions", languages=ENGLISH),
)


def check_order(steps: Sequence[Step]) -> None:
    """Raise Fault if a step needs a layer that no step before it makes."""
    made: set[Layer] = set()
    for step in steps:
        missing = [layer for layer in step.needs if layer not in made]
        if missing:
            raise Fault(f"the step that makes {step.makes!r} needs {missing[0]!r}, which nothing before it makes")
        made.add(step.makes)


check_order(STEPS)


def annotate_batch(reports: Sequence[Report]) -> list[Report | Refusal]:
    """Return each report with all layers; those that it has are left as they are."""
    annotated = [_with_language(report) for report in reports]
    for step in STEPS:
        annotated = _apply(step, annotated)
    return list(annotated)


def _with_language(report: Report) -> Report:
    if report.language is not None:
        return report
    return msgspec.structs.replace(report, language=detect_language(report.text))


def _apply(step: Step, reports: Sequence[Report]) -> list[Report]:
    wanting = [report for report in reports if getattr(report.layers, step.makes) is None]
    known = [report for report in wanting if step.languages is None or report.language in step.languages]
    made = dict(zip((report.id for report in known), step.function(known), strict=True)) if known else {}
    return [
        _with_layer(report, step.makes, made.get(report.id)) if getattr(report.layers, step.makes) is None else report
        for report in reports
    ]


def _with_layer(report: Report, layer: Layer, value: Any | None) -> Report:  # noqa: ANN401 - a layer of any type
    changes: dict[str, Any] = {layer: value}
    if value is None:
        changes = {layer: None if layer == "tokens" else (), "not_applied": (*report.layers.not_applied, layer)}
    return msgspec.structs.replace(report, annotations=msgspec.structs.replace(report.layers, **changes))


def retime(report: Report) -> Report:
    """Return an annotated report with its times resolved anew, as of its `published`."""
    left = tuple(layer for layer in report.layers.not_applied if layer != "times")
    bare = msgspec.structs.replace(report.layers, times=None, not_applied=left)
    retimed = msgspec.structs.replace(report, annotations=bare)
    for step in STEPS:
        if step.makes == "times":
            retimed = _apply(step, [retimed])[0]
    return retimed
