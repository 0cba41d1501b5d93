"""Quantities that say the same amount twice, in two units."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from variorum.model.annotations import Quantity
from variorum.model.span import Span

# "126 trillion won ($91 billion)", "100 km, or 62 miles,", "60 miles (about 97 km)", "5m euros, equivalent to $5.4m",
# "30,000 pounds each ($1,688)".
_OPENS = re.compile(
    r"(?: each| apiece)?\s*(?:\(|\[|,? or |, (?:equal|equivalent) to |/\s*|, (?:worth|about) )"
    r"(?:or |i\.e\. |equivalent to )?\s*"
)
# A dollar that says whose it is; a bare one is then that of the report's own country.
_NAMED_DOLLAR = re.compile(r"[A-Z]{1,3}\.?[A-Z]?\.?\s?\$|\$[A-Z]{1,3}\s?(?=\d)")
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
    if first.kind != second.kind or first.kind not in ("money", "measure"):
        return False
    if first.unit == second.unit and not _are_two_dollars(text, first, second):
        return False
    if first.same_as is not None and _OR.fullmatch(text[first.end : second.start]):
        return True
    between = text[first.end : second.hedge.start if second.hedge else second.start]
    return _OPENS.fullmatch(between) is not None


def _are_two_dollars(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether two amounts are of two dollars, since one of them names whose it is: "$US3 million ($4.1 million)"."""
    named = [_NAMED_DOLLAR.match(text, each.start) is not None for each in (first, second)]
    bare = [text[each.start] == "$" and not name for each, name in zip((first, second), named, strict=True)]
    return first.value != second.value and ((named[0] and bare[1]) or (bare[0] and named[1]))
