"""What a deed was done with and what kind a thing was of: the knife or the gun, the left or the right knee, the plea.

Kinds that exclude each other are rows of a table (`lang/en/means.toml`); a fact of a row is told where a word of one of
its sides stands in the right way to a word for the deed or thing. Whose fact it is is read from the deed's arguments.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from variorum.collate.findings.facts.background import year_of
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.means.bearing import ANYBODY, bearers_in, is_named
from variorum.collate.findings.facts.means.kinds_apart import words_of_sides
from variorum.collate.findings.facts.means.kinds_told import Found, Story, acts_in, facts_of
from variorum.collate.findings.facts.persons.persons import Persons, persons_of
from variorum.collate.points import Wording
from variorum.lang.tables import load_words
from variorum.model.span import ReportId


def find_means(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield what sentences tell of kinds that exclude each other, with what else their reports tell of the row."""
    story = Story(year_of(wordings), persons_of(wordings))
    told: dict[tuple[str, ReportId], set[str]] = defaultdict(set)
    found: list[Found] = []
    for number, wording in enumerate(wordings):
        for word in words_of_sides(wording):
            for report in wording.reports if word.row.loose else ():
                told[word.row.name, report].add(word.side)
            found.extend(facts_of(number, wording, word, story))
        found.extend(acts_in(number, wording, story))
    for each in _of_one_side(_settled(found, wordings, story.persons), wordings):
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


def _settled(found: Sequence[Found], wordings: Sequence[Wording], persons: Persons) -> Iterator[Found]:
    """The facts, those of nobody named given to the one who is named in their scope."""
    named: dict[str, set[str]] = defaultdict(set)
    for each in found:
        if is_named(each.bearer):
            named[each.scope].add(each.bearer)
    for each in found:
        bearers = named[each.scope]
        if is_named(each.bearer) or (not each.row.named and (each.bearer != ANYBODY or not bearers)):
            yield each
        elif each.row.settled and not each.row.named and len(bearers) == 1:
            # A role that is told of nobody is of the one who is named beside it.
            if each.row.owner == "role" and bearers != _named_around(wordings, each.at.wording, persons):
                continue
            yield each._replace(bearer=next(iter(bearers)))


def _named_around(wordings: Sequence[Wording], number: int, persons: Persons) -> set[str]:
    """The persons whom a sentence or the one after it names, as bearers."""
    around = (each for each in wordings[number : number + 2] if each.reports & wordings[number].reports)
    return set().union(*(bearers_in(persons, each) for each in around))


def _is_telling(one: Stated, _: Stated) -> bool:
    """Whether it is worth telling that reports agree on a means: not on what is told of everybody in passing."""
    return one.fact.about.partition(" ")[0] not in load_words("en", "means", "words", "untelling")


MEANS_RELATIONS: tuple[Relation, ...] = (
    Relation("means", "description", find_means, _exclude, is_telling=_is_telling),
)
