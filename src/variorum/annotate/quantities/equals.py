"""Quantities that say the same amount twice, in two units."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from variorum.model.annotations import Quantity
from variorum.model.span import Span

# "126 trillion won ($91 billion)", "100 km, or 62 miles,", "60 miles (about 97 km)", "5m euros, equivalent to $5.4m".
_OPENS = re.compile(
    r"\s*(?:\(|\[|,? or |, (?:equal|equivalent) to |/\s*|, (?:worth|about) )(?:or |i\.e\. |equivalent to )?\s*"
)
_OR = re.compile(r"(?:[;,/] ?(?:or )?| or )")


def mark_equals(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities of a sentence, each tied to the one before it that it repeats in another unit."""
    marked: list[Quantity] = []
    for quantity in quantities:
        last = marked[-1] if marked else None
        if last is not None and _repeats(text, last, quantity):
            quantity = msgspec.structs.replace(quantity, same_as=last.same_as or Span(last.start, last.end))  # noqa: PLW2901
        marked.append(quantity)
    return marked


def _repeats(text: str, first: Quantity, second: Quantity) -> bool:
    if first.kind != second.kind or first.unit == second.unit or first.kind not in ("money", "measure"):
        return False
    if first.same_as is not None and _OR.fullmatch(text[first.end : second.start]):
        return True
    between = text[first.end : second.hedge.start if second.hedge else second.start]
    return _OPENS.fullmatch(between) is not None
