"""Numbers of people and things: which one a sentence tells, and whether two of one point exclude each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import msgspec

from variorum.collate.differences import Unit, unit_of
from variorum.collate.findings.facts.compared import compare_stated
from variorum.collate.findings.facts.counts.days import are_of_two_days, day_of_story, other_days
from variorum.collate.findings.facts.fact import Fact, Stated
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_words
from variorum.model.annotations import Quantity
from variorum.text.gazetteer import find_city, find_known

# Words before a count that tell that it is the former one.
_BEFORE = 3
# A count more than so many times another one of its class is of another scope.
MOST_TIMES = 5.0
# Counts of times long before are told with the year or the month; of two bounds so far apart neither is a rounding.
_PAST = re.compile(r" (\d{4}|XXXX)(-\d\d)?$")
_ROUNDED = 1.1
_words = partial(load_words, "en", "counts", "words")


class Told(msgspec.Struct, frozen=True):
    """What a number tells: of what, the same in every report, and what else is compared."""

    about: str
    value: str = ""


def find_numbers(wordings: Sequence[Wording], read: Callable[[Wording, Unit], Told | None]) -> Iterator[Fact]:
    """Yield what the counts of sentences tell by a reader of them; `about` has the other days that are named behind it.

    "Killed two inside and three outside" tells parts of a whole that nobody tells; of "three, down from eight" the
    count before is none.
    """
    story = day_of_story(wordings)
    for number, wording in enumerate(wordings):
        found: dict[str, list[Fact]] = defaultdict(list)
        for unit in _counts_in(wording):
            told = read(wording, unit) if not _is_former(wording, unit) else None
            if told is not None:
                about = f"{told.about} {other_days(wording.values, story)}"
                found[about].append(Fact(about, Side(number, unit), told.value))
        yield from (facts[0] for facts in found.values() if len(facts) == 1)


def _counts_in(wording: Wording) -> Iterator[Unit]:
    for value in wording.values:
        if value.quantity is not None and value.quantity.kind == "count":
            yield unit_of(value)


def quantity_of(fact: Fact) -> Quantity | None:
    """Return the quantity that a fact counts."""
    value = fact.side.unit.value
    return value.quantity if value is not None else None


def number_of(fact: Fact) -> float:
    """Return the number that a fact counts, 0 where it is not known."""
    quantity = quantity_of(fact)
    return float(quantity.value or quantity.low or 0.0) if quantity is not None else 0.0


def is_least(fact: Fact) -> bool:
    """Return whether a count is told as the least: "at least three"."""
    quantity = quantity_of(fact)
    return quantity is not None and quantity.is_least


def exclude_numbers(one: Stated, other: Stated, act: str) -> bool:
    """Return whether two counts under one act cannot both be right, as neither is an earlier one or of a part."""
    verdict = compare_stated(one, other)
    bounds = _are_two_bounds(one.fact, other.fact)
    if not bounds and (verdict is None or verdict.outcome != "differs"):
        return False
    if _tells_former(one, other) or _tells_former(other, one) or are_of_two_days(one.wording, other.wording):
        return False
    low, high = sorted((one.fact, other.fact), key=number_of)
    if number_of(high) > MOST_TIMES * number_of(low):
        return False
    # The least of what only grows fits every higher number; what grows in two places are two happenings.
    grows = act in _words("growing") and not bounds
    return not grows or not (is_least(low) or _are_of_two_places(one.wording, other.wording))


def _are_two_bounds(one: Fact, other: Fact) -> bool:
    """Whether both are the least of what is long settled: "killed more than 26,000 in 2003", "more than 31,000"."""
    low, high = sorted((number_of(one), number_of(other)))
    return _PAST.search(one.about) is not None and is_least(one) and is_least(other) and high >= _ROUNDED * low


def _tells_former(one: Stated, other: Stated) -> bool:
    """Whether a sentence tells the other's count as the one before: "put the toll at three, down from eight"."""
    former = (unit for unit in _counts_in(one.wording) if _is_former(one.wording, unit))
    counts = (unit.value.quantity for unit in former if unit.value is not None)
    return any(quantity is not None and quantity.value == number_of(other.fact) for quantity in counts)


def _is_former(wording: Wording, unit: Unit) -> bool:
    """Whether words before a count tell that it is the one told before."""
    return not _words("former").isdisjoint(wording.lemma[max(0, unit.first - _BEFORE) : unit.first])


def _are_of_two_places(one: Wording, other: Wording) -> bool:
    """Whether sentences name two cities, or two countries: two happenings."""
    left, right = _lie_in(one), _lie_in(other)
    return any(left[kind] and right[kind] and not left[kind] & right[kind] for kind in left)


def _lie_in(wording: Wording) -> dict[str, frozenset[str]]:
    """The cities and the countries of the places that a sentence names."""
    names = [wording.words(value.first, value.end) for value in wording.values if value.kind == "place"]
    known = [each for name in names if (each := find_known(name) or find_city(name)) is not None]
    return {
        "city": frozenset(each.id for each in known if each.kind in ("city", "capital")),
        "country": frozenset(each.country for each in known if each.country is not None),
    }
