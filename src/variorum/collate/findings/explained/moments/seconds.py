"""Which reports tell of the second happening of its kind within days: "the second quake to hit Voss in two days"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial

from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words
from variorum.model.span import ReportId

_words = partial(load_words, "en", "happenings", "again")
# "In the past 24 hours", "in two days", "in a week": of longer spans every quake is one of several.
_SHORT = re.compile(r"P(T.*|[\dX]{1,2}D|[1-4X]W|1M)$")
# Words between an ordinal and the span, and between it and what it ranks.
_NEAR, _REACH = 12, 3
_SECOND = 2


def reports_of_second(wordings: Iterable[Wording]) -> frozenset[ReportId]:
    """Return the reports that tell that their own happening is the second of its kind."""
    return frozenset(report for wording in wordings if _tells_second(wording) for report in wording.reports)


def _tells_second(wording: Wording) -> bool:
    spans = [value for value in wording.values if _is_short_span(wording, value)]
    return bool(spans) and any(_is_ranked(wording, value, spans) for value in wording.values)


def _is_short_span(wording: Wording, value: Value) -> bool:
    """Whether a time is a few days within which things happened; "several hours later" is when another one did."""
    if value.time is None or not _SHORT.match(value.time.value):
        return False
    before = {*wording.lemma[max(0, value.first - 2) : value.first + 2]}
    after = wording.lemma[value.end - 1 : value.end + 1]
    return bool(before & _words("within")) and _words("away").isdisjoint(after)


def _is_ranked(wording: Wording, value: Value, spans: Sequence[Value]) -> bool:
    """Whether an ordinal ranks a happening among those of a few days: "the second quake to hit Voss in two days"."""
    quantity = value.quantity
    if value.kind != "ordinal" or quantity is None or (quantity.value or 0) < _SECOND:
        return False
    if _words("ranked").isdisjoint(wording.lemma[value.end : value.end + _REACH]):
        subject = wording.subject_of(wording.verb_above(value.first))
        if subject is None or wording.lemma[subject] not in _words("ranked"):
            return False
    return any(value.end <= span.first <= value.end + _NEAR for span in spans)
