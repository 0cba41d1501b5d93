"""How many were killed, hurt, arrested, came, lost their jobs: counts of one class under one act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.compared import compare_stated
from variorum.collate.findings.facts.counts.counting import read_count
from variorum.collate.findings.facts.counts.days import are_of_two_days
from variorum.collate.findings.facts.counts.numbers import (
    MOST_TIMES,
    Told,
    exclude_numbers,
    find_numbers,
    is_least,
    number_of,
    quantity_of,
)
from variorum.collate.findings.facts.fact import Fact, Relation, Stated, always
from variorum.collate.points import Wording
from variorum.text.fold import fold

_CROWD, _BOARD = "gathered", "board"
# Whoever was on board: people with the crew, or passengers.
_ON_BOARD = ("aboard people ", " passenger ")
# A crew is no more than so large a share of those on board.
_WITH_CREW = 1.25


def _find(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the counts of one happening that sentences tell; how many were on board also by whichever noun."""
    for fact in find_numbers(wordings, _read):
        yield fact
        for told in _ON_BOARD:
            if fact.about.startswith(told):
                yield Fact(f"{_BOARD} {fact.about.removeprefix(told)}", fact.side, told)


def _read(wording: Wording, unit: Unit) -> Told | None:
    """What a count is of; crowds alone are compared by "dozens" and "hundreds"."""
    count = read_count(wording, unit)
    quantity = unit.value.quantity if unit.value is not None else None
    known = quantity is not None and quantity.value is not None
    return Told(count.about) if count is not None and (known or count.act == _CROWD) else None


def _exclude(one: Stated, other: Stated) -> bool:
    act = one.fact.about.split(" ", 1)[0]
    if act == _BOARD:
        return _are_more_than_a_crew_apart(one, other)
    return _are_two_crowds(one, other) if act == _CROWD else exclude_numbers(one, other, act)


def _are_more_than_a_crew_apart(one: Stated, other: Stated) -> bool:
    """Whether no crew explains that one report gives so many passengers and another so many people on board."""
    low, high = sorted((number_of(one.fact), number_of(other.fact)))
    return one.fact.value != other.fact.value and high > _WITH_CREW * low and exclude_numbers(one, other, _BOARD)


def _are_two_crowds(one: Stated, other: Stated) -> bool:
    """Whether two numbers of those who came to one place cannot both be right: "dozens", "more than 300"."""
    places, others = _named_in(one.wording), _named_in(other.wording)
    # A vigil on Wednesday need not be the one that another report tells of without a day.
    dated = {_has_a_day(each) for each in (one, other)}
    if (places and others and not places & others) or len(dated) > 1 or are_of_two_days(one.wording, other.wording):
        return False
    (low, high), (its_low, its_high) = _range(one.fact), _range(other.fact)
    verdict = compare_stated(one, other)
    if verdict is not None and verdict.outcome != "unlike":
        return verdict.outcome == "differs" and max(low, its_low) <= MOST_TIMES * min(low, its_low)
    return high < its_low or its_high < low


def _has_a_day(stated: Stated) -> bool:
    """Whether the clause of a count names a day."""
    wording = stated.wording
    verb = wording.verb_above(stated.fact.side.unit.first)
    return any(value.kind == "date" and wording.verb_above(value.first) == verb for value in wording.values)


def _named_in(wording: Wording) -> set[str]:
    """The words of the places that a sentence names."""
    named = (wording.words(value.first, value.end) for value in wording.values if value.kind == "place")
    return {word for name in named for word in fold(name).replace(",", " ").split()}


def _range(fact: Fact) -> tuple[float, float]:
    """Between what numbers a count lies: "dozens" are up to 100, "hundreds" up to 1,000, half as many at least."""
    quantity, low = quantity_of(fact), number_of(fact)
    if quantity is None or quantity.value is not None:
        least = low + is_least(fact)
        return least, least
    return low / 2, quantity.high or 10.0 ** len(f"{low:.0f}")


COUNT_RELATIONS: tuple[Relation, ...] = (Relation("counts", "figure", _find, _exclude, is_telling=always),)
