"""How many were killed, sent, seized, cut: counts of one class under one act, wherever two reports tell them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from variorum.collate.differences import Unit, unit_of
from variorum.collate.findings.facts.compared import compare_stated
from variorum.collate.findings.facts.counts.counted_acts import is_fact
from variorum.collate.findings.facts.counts.counting import read_count
from variorum.collate.findings.facts.counts.days import are_of_two_days, day_of_story, other_days
from variorum.collate.findings.facts.counts.one_more import find_one_more
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.pairs import Side
from variorum.collate.findings.tallies import PEOPLE
from variorum.collate.points import Wording
from variorum.lang.tables import load_words
from variorum.model.annotations import Quantity
from variorum.model.span import ReportId
from variorum.text.fold import fold
from variorum.text.gazetteer import find_city, find_known

_CROWD = "gathered "
# Words before a count that tell that it is the former one.
_BEFORE = 3
# Counts of times long before are told with the year or the month; of those two bounds so far apart are no rounding.
_PAST = re.compile(r" (\d{4}|XXXX)(-\d\d)?$")
_ROUNDED = 1.1
# A count more than so many times another one of its class is of another scope.
_MOST_TIMES = 5.0
_words = partial(load_words, "en", "counts", "words")


def find_counts(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the counts of one happening that sentences tell, less the parts of what their report tells."""
    story = day_of_story(wordings)
    told: dict[str, list[Fact]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        for fact in _facts_of(number, wording, story):
            told[fact.about].append(fact)
    for _, facts in sorted(told.items()):
        yield from _wholes(facts, wordings)


def _facts_of(number: int, wording: Wording, story: date | None) -> list[Fact]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for value in wording.values:
        quantity = value.quantity
        if quantity is None or quantity.kind != "count":
            continue
        count = read_count(wording, unit_of(value))
        # Crowds alone are compared by "dozens" and "hundreds".
        if count is not None and (quantity.value is not None or count.act == "gathered"):
            about = f"{count.about} {other_days(wording.values, story)}"
            found[about].append(Fact(about, Side(number, unit_of(value))))
    for act, verb, unit in find_one_more(wording):
        if is_fact(wording, verb, act):
            about = f"{act} {PEOPLE} {other_days(wording.values, story)}"
            found[about].append(Fact(about, Side(number, unit)))
    # "Killed two inside and three outside": parts of a whole that nobody tells; "three, down from eight": the count
    # before beside the one that holds.
    lasting = ([fact for fact in facts if not _is_former(wording, fact.side.unit)] for facts in found.values())
    return [facts[0] for facts in lasting if len(facts) == 1]


def _wholes(facts: Sequence[Fact], wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Of each report the highest count, and lower ones that are another report's highest."""
    highest: dict[ReportId, float] = {}
    for fact in facts:
        for report in wordings[fact.side.wording].reports:
            highest[report] = max(highest.get(report, 0.0), number_of(fact))
    for fact in facts:
        reports = wordings[fact.side.wording].reports
        if all(number_of(fact) == highest[report] for report in reports) or any(
            number_of(fact) == each for report, each in highest.items() if report not in reports
        ):
            yield fact


def number_of(fact: Fact) -> float:
    """Return the number that a fact counts, 0 where it is not known."""
    quantity = _quantity(fact)
    return float(quantity.value or quantity.low or 0.0) if quantity is not None else 0.0


def _quantity(fact: Fact) -> Quantity | None:
    value = fact.side.unit.value
    return value.quantity if value is not None else None


def exclude_counts(one: Stated, other: Stated) -> bool:
    """Return whether two counts of one thing cannot both be right, as neither is an earlier one or of a part."""
    if one.fact.about.startswith(_CROWD):
        return _are_two_crowds(one, other)
    verdict = compare_stated(one, other)
    if verdict is None or (verdict.outcome != "differs" and not _are_two_bounds(one, other)):
        return False
    if _tells_former(one, other) or _tells_former(other, one):
        return False
    low, high = sorted((one.fact, other.fact), key=number_of)
    if number_of(high) > _MOST_TIMES * number_of(low) or are_of_two_days(one.wording, other.wording):
        return False
    if low.about.split(" ", 1)[0] not in _words("growing") or _are_two_bounds(one, other):
        return True
    return not (_is_least(low) or _are_of_two_places(one.wording, other.wording))


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
        return verdict.outcome == "differs" and max(low, its_low) <= _MOST_TIMES * min(low, its_low)
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
    quantity, low = _quantity(fact), number_of(fact)
    if quantity is None or quantity.value is not None:
        least = low + _is_least(fact)
        return least, least
    return low / 2, quantity.high or 10.0 ** len(f"{low:.0f}")


def _are_two_bounds(one: Stated, other: Stated) -> bool:
    """Whether both are the least of what is long settled: "killed more than 26,000 in 2003", "more than 31,000"."""
    low, high = sorted((one.fact, other.fact), key=number_of)
    settled = _PAST.search(low.about) is not None
    return settled and _is_least(low) and _is_least(high) and number_of(high) >= _ROUNDED * number_of(low)


def _tells_former(one: Stated, other: Stated) -> bool:
    """Whether a sentence tells the other's count as the one before: "put the toll at three, down from eight"."""
    counts = (value for value in one.wording.values if value.quantity is not None)
    former = (value for value in counts if _is_former(one.wording, unit_of(value)))
    return any(value.quantity is not None and value.quantity.value == number_of(other.fact) for value in former)


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


def _is_least(fact: Fact) -> bool:
    """Whether a count is told as the least: "at least three"."""
    quantity = _quantity(fact)
    return quantity is not None and quantity.low is not None and quantity.high is None


COUNT_RELATIONS: tuple[Relation, ...] = (Relation("counts", "figure", find_counts, exclude_counts),)
