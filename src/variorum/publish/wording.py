"""The words of the record's own voice, the same in every form: headings, kinds, counts, amounts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from variorum.model.record import Amount, BriefLine, BriefPart, Commitment, FindingKind, Record
from variorum.publish.edition import Edition, Witness

# Kinds in the order in which they are shown, with the heading of their section and what they mean.
KINDS: dict[FindingKind, str] = {
    "conflict": "Conflicts",
    "update": "Updates",
    "variant": "Variants",
    "agreement": "Agreements",
    "single": "Only one report",
}
MEANINGS: dict[FindingKind, str] = {
    "conflict": "They cannot both be right about the same thing at the same time, and the reports give no way out.",
    "update": "The same point told differently because time passed.",
    "variant": "Different values side by side; scope, part and whole or another moment may explain them.",
    "agreement": "The reports say the same, or one says it more exactly. Copies of one report count once.",
    "single": "A checkable point that one report alone makes.",
}
# Parts of the brief, with the words that lead them in.
PARTS: dict[BriefPart, str] = {
    "happened": "What happened",
    "settled": "What is settled",
    "disputed": "What is disputed",
    "new": "What is new",
}
# Heading of the speakers whom no report names.
UNNAMED = "Not named"
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
# What is only asked of a party is not undertaken by it.
_ASKED = {"sought": "asked", "required": "required"}
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "KRW": "₩", "INR": "₹"}


def count(number: int, one: str, many: str | None = None) -> str:
    """Return "1 report", "7 reports"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def counts_of(edition: Edition) -> str:
    """Return "2 stories, 7 reports, 5 of them independent, 2 undated"."""
    record = edition.record
    independent = len(set(edition.roots.values()))
    own = "" if independent == len(record.reports) else f", {independent} of them independent"
    undated = sum(report.published is None for report in record.reports)
    dated = "" if not undated else ", undated" if undated == len(record.reports) else f", {undated} undated"
    return f"{count(len(record.stories), 'story', 'stories')}, {count(len(record.reports), 'report')}{own}{dated}"


def behind(edition: Edition, witnesses: Sequence[Witness]) -> str:
    """Return how many reports stand behind a statement: "3 independent reports", "1 report and 2 copies"."""
    independent = len({witness.root for witness in witnesses})
    copies = len(witnesses) - independent
    own = count(independent, "report") if independent == 1 else f"{independent} independent reports"
    return own if not copies else f"{own} and {count(copies, 'copy', 'copies')}"


def kinds_of(record: Record) -> list[FindingKind]:
    """Return the kinds of finding that the record holds, in the order in which they are shown."""
    held = {finding.kind for finding in record.findings}
    return [kind for kind in KINDS if kind in held]


def brief_parts(lines: Iterable[BriefLine]) -> list[BriefPart]:
    """Return the parts that a brief has, in the order in which they are shown."""
    held = {line.part for line in lines}
    return [part for part in PARTS if part in held]


def amount_in_words(amount: Amount | None) -> str:
    """Return "$350 billion", "10 to 15 percent", "at least 3 km"; "" where nothing is known."""
    if amount is None:
        return ""
    if amount.value is not None:
        return _with_unit(amount.value, amount.unit)
    if amount.low is not None and amount.high is not None:
        return f"{number_in_words(amount.low)} to {_with_unit(amount.high, amount.unit)}"
    if amount.low is not None:
        return f"at least {_with_unit(amount.low, amount.unit)}"
    return f"up to {_with_unit(amount.high, amount.unit)}" if amount.high is not None else ""


def undertaking(action: str, amount: Amount | None) -> str:
    """Return what is undertaken, with how much where the action does not say so itself."""
    much = amount_in_words(amount)
    figure = number_in_words(amount.value) if amount is not None and amount.value is not None else much
    return action if not much or figure in action else f"{action}, {much}"


def bound(edition: Edition, each: Commitment) -> str:
    """Return what stands behind the party's name: "to Kenya"; of what is only sought "(asked by Kenya)"."""
    asked = {reading.status for reading in each.readings} <= _ASKED.keys()
    other = edition.name_of(each.counterparty)
    if asked:
        return f"({_ASKED[each.status]}{f' by {other}' if other else ''})"
    return f"to {other}" if other else ""


def excerpted(words: str) -> str:
    """Return words that are shown as a line of their own, with an ellipsis where they begin inside a sentence."""
    return f"… {words}" if words[:1].islower() else words


def _with_unit(value: float, unit: str | None) -> str:
    number = number_in_words(value)
    if unit is None:
        return number
    return f"{_SIGNS[unit]}{number}" if unit in _SIGNS else f"{number} {unit}"


def number_in_words(value: float) -> str:
    """Return "350 billion", "12,400", "3.25"."""
    if not math.isfinite(value):
        return str(value)
    for scale, name in _SCALES:
        if abs(value) >= scale:
            return f"{value / scale:.6g} {name}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"


def value_in_words(value: str | float | None) -> str:
    """Return the value of a reading; "" for None."""
    if value is None:
        return ""
    return value if isinstance(value, str) else number_in_words(float(value))


def opened(words: str) -> str:
    """Return words of ours as the opening of a line, with a capital."""
    return words[:1].upper() + words[1:]
