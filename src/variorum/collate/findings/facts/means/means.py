"""What a deed was done with and what kind a thing was of: the knife or the gun, the left or the right knee, the plea.

Kinds that exclude each other are rows of a table (`lang/en/means.toml`); a fact of a row is told where a word of one of
its sides stands in the right way to a word for the deed or thing. Whose fact it is is read from the deed's arguments.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.means.background import year_of
from variorum.collate.findings.facts.means.bearing import ANYBODY
from variorum.collate.findings.facts.means.kinds_apart import words_of_sides
from variorum.collate.findings.facts.means.kinds_told import Found, acts_in, facts_of, may_be_the_one
from variorum.collate.findings.facts.means.namesakes import bearers_in, is_named, shortened_names, two_of_a_name
from variorum.collate.points import Wording
from variorum.model.span import ReportId


def find_means(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield what sentences tell of kinds that exclude each other, with what else their reports tell of the row."""
    year = year_of(wordings)
    told: dict[tuple[str, ReportId], set[str]] = defaultdict(set)
    found: list[Found] = []
    for number, wording in enumerate(wordings):
        for word in words_of_sides(wording):
            for report in wording.reports if word.row.loose and may_be_the_one(wording, word) else ():
                told[word.row.name, report].add(word.side)
            found.extend(facts_of(number, wording, word, year))
        found.extend(acts_in(number, wording, year))
    for each in _of_one_side(_settled(found, wordings), wordings):
        reports = wordings[each.at.wording].reports
        fitting = set(each.row.wide.get(each.side, "").split())
        beside = fitting.union(*(told[each.row.name, report] for report in reports)) - {each.side}
        yield Fact(f"{each.scope} {each.bearer}", each.at, "|".join((each.side, *sorted(beside))))


def _of_one_side(found: Iterable[Found], wordings: Sequence[Wording]) -> Iterator[Found]:
    """The facts without those of reports that tell two sides of one scope: they are of two."""
    by_report: dict[tuple[str, str, ReportId], set[str]] = defaultdict(set)
    kept = list(found)
    for each in kept:
        for report in wordings[each.at.wording].reports:
            by_report[each.scope, each.bearer, report].add(each.side)
    for each in kept:
        if all(len(by_report[each.scope, each.bearer, report]) == 1 for report in wordings[each.at.wording].reports):
            yield each


def _exclude(one: Stated, other: Stated) -> bool:
    """Whether two sides of one row are told, neither in a report that tells of the other anywhere."""
    side, *beside = one.fact.value.split("|")
    partner, *beside_partner = other.fact.value.split("|")
    return side != partner and side not in beside_partner and partner not in beside


def _settled(found: Sequence[Found], wordings: Sequence[Wording]) -> Iterator[Found]:
    """The facts, those of nobody named given to the one who is named in their scope; without those of two namesakes."""
    doubled, shortened = two_of_a_name(wordings), shortened_names(wordings)
    found = [each._replace(bearer=shortened.get(each.bearer, each.bearer)) for each in found]
    named: dict[str, set[str]] = defaultdict(set)
    for each in found:
        if is_named(each.bearer):
            named[each.scope].add(each.bearer)
    for each in found:
        bearers = named[each.scope]
        if is_named(each.bearer):
            if each.at.wording not in doubled.get(each.bearer, ()):
                yield each
        elif each.bearer != ANYBODY or not bearers:
            if not each.row.named:
                yield each
        elif each.row.settled and not each.row.named and len(bearers) == 1 and not bearers & doubled.keys():
            bearer = next(iter(bearers))
            if each.row.owner != "role" or bearer in _named_around(wordings, each.at.wording):
                yield each._replace(bearer=bearer)


def _named_around(wordings: Sequence[Wording], number: int) -> set[str]:
    """The persons whom a sentence or the one after it names, as bearers; none where two are named."""
    named = {
        bearer
        for wording in wordings[number : number + 2]
        if wording.reports & wordings[number].reports
        for bearer in bearers_in(wording)
    }
    return named if len(named) == 1 else set()


MEANS_RELATIONS: tuple[Relation, ...] = (Relation("means", "description", find_means, _exclude),)
