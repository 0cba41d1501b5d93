"""How many were killed, sent, seized, cut: counts of one class under one act, wherever two reports tell them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from variorum.collate.compare.names import name_words
from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.evidence import compare_units
from variorum.collate.findings.facts.counts.counted_acts import named_subject
from variorum.collate.findings.facts.counts.counting import noun_counted, read_count
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.measures.measures import told_again
from variorum.collate.findings.moments import last_day
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words
from variorum.model.annotations import Quantity
from variorum.model.span import ReportId
from variorum.text.fold import fold
from variorum.text.gazetteer import find_city, find_known

# A sentence that names a day so long before the story's tells of something else.
_BACK = timedelta(days=3)
_DAY = 10
# Words around a count that tell of whom it is.
_NEAR = 4
_DATED = re.compile(r"\d{4}|XXXX-\d\d$")
# Words before a count that tell that it is the former one.
_BEFORE = 3
# Counts of times long before are told with the year or the month; of those two bounds so far apart are no rounding.
_PAST = re.compile(r" (\d{4}|XXXX)(-\d\d)?$")
_ROUNDED = 1.1
# A count more than so many times another one of its class is of another scope.
_MOST_TIMES = 5.0
# From when holders of a post are counted: from an event on, or in a season or a year.
_SCOPES = ("since", "lately")
_words = partial(load_words, "en", "counts", "words")


class _Sentences(NamedTuple):
    left: Wording
    right: Wording


def find_counts(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the counts of one happening that sentences tell, less the parts of what their report tells."""
    story = _day_of_story(wordings)
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
        if quantity is None or quantity.value is None or quantity.kind != "count":
            continue
        count = read_count(wording, unit_of(value))
        if count is not None:
            about = f"{count.about} {_other_day(wording, story)}"
            found[about].append(Fact(about, Side(number, unit_of(value))))
    # "Killed two inside and three outside": parts of a whole that nobody tells; "three, down from eight": the count
    # before beside the one that holds.
    lasting = ([fact for fact in facts if not _is_former(wording, fact.side.unit)] for facts in found.values())
    return [facts[0] for facts in lasting if len(facts) == 1]


def _day_of_story(wordings: Sequence[Wording]) -> date | None:
    """The day that the sentences name most often, None where they name none."""
    days: Counter[date] = Counter()
    for wording in wordings:
        for value in wording.values:
            day = last_day(value.time.value[:_DAY]) if value.time is not None and _is_day(value) else None
            if day is not None:
                days[day] += len(wording.homes)
    return min(days, key=lambda day: (-days[day], day), default=None)


def _is_day(value: Value) -> bool:
    return value.time is not None and value.time.type in ("DATE", "TIME") and len(value.time.value) >= _DAY


def _other_day(wording: Wording, story: date | None) -> str:
    """The days that a sentence names beside the story's own, as it is told of: "2005-03", "2019"."""
    found = set()
    for value in wording.values:
        time = value.time
        if time is None or time.type not in ("DATE", "TIME") or not (_DATED.match(time.value)):
            continue
        day = last_day(time.value[:_DAY])
        if story is None or day is None or not _is_day(value) or abs(story - day) > _BACK:
            found.add(time.value[:_DAY])
    return " ".join(sorted(found))


def _wholes(facts: Sequence[Fact], wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Of each report the highest count, and lower ones that are another report's highest."""
    highest: dict[ReportId, float] = {}
    for fact in facts:
        for report in wordings[fact.side.wording].reports:
            highest[report] = max(highest.get(report, 0.0), _number(fact))
    for fact in facts:
        reports = wordings[fact.side.wording].reports
        if all(_number(fact) == highest[report] for report in reports) or any(
            _number(fact) == each for report, each in highest.items() if report not in reports
        ):
            yield fact


def _number(fact: Fact) -> float:
    quantity = _quantity(fact)
    return float(quantity.value or 0.0) if quantity is not None else 0.0


def _quantity(fact: Fact) -> Quantity | None:
    value = fact.side.unit.value
    return value.quantity if value is not None else None


def _exclude(one: Stated, other: Stated) -> bool:
    verdict = compare_units(_Sentences(one.wording, other.wording), one.fact.side.unit, other.fact.side.unit)
    if verdict is None or (verdict.outcome != "differs" and not _are_two_bounds(one, other)):
        return False
    if _tells_former(one, other) or _tells_former(other, one):
        return False
    low, high = sorted((one.fact, other.fact), key=_number)
    if _number(high) > _MOST_TIMES * _number(low) or _are_of_two_days(one.wording, other.wording):
        return False
    if low.about.split(" ", 1)[0] not in _words("growing") or _are_two_bounds(one, other):
        return True
    return not (_is_least(low) or _are_of_two_places(one.wording, other.wording))


def _are_two_bounds(one: Stated, other: Stated) -> bool:
    """Whether both are the least of what is long settled: "killed more than 26,000 in 2003", "more than 31,000"."""
    low, high = sorted((one.fact, other.fact), key=_number)
    settled = _PAST.search(low.about) is not None
    return settled and _is_least(low) and _is_least(high) and _number(high) >= _ROUNDED * _number(low)


def _tells_former(one: Stated, other: Stated) -> bool:
    """Whether a sentence tells the other's count as the one before: "put the toll at three, down from eight"."""
    counts = (value for value in one.wording.values if value.quantity is not None)
    former = (value for value in counts if _is_former(one.wording, unit_of(value)))
    return any(value.quantity is not None and value.quantity.value == _number(other.fact) for value in former)


def _is_former(wording: Wording, unit: Unit) -> bool:
    """Whether words before a count tell that it is the one told before."""
    return not _words("former").isdisjoint(wording.lemma[max(0, unit.first - _BEFORE) : unit.first])


def _are_of_two_days(one: Wording, other: Wording) -> bool:
    """Whether sentences name days, and no day in common."""
    left, right = (
        {value.time.value[:_DAY] for value in wording.values if value.time is not None and _is_day(value)}
        for wording in (one, other)
    )
    return bool(left and right) and not left & right


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


def find_turnouts(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the shares of voters who voted, and where a report tells another report's: "first put at 61 percent"."""
    turnouts = list(_turnouts(wordings))
    yield from turnouts
    yield from told_again(wordings, turnouts)


def _turnouts(wordings: Sequence[Wording]) -> Iterator[Fact]:
    story = _day_of_story(wordings)
    for number, wording in enumerate(wordings):
        if _is_early(wording):
            continue
        shares = [each for each in wording.values if each.quantity is not None and each.quantity.kind == "percent"]
        whose = _voters_of(wording, shares[0]) if len(shares) == 1 else None
        if whose is not None:
            yield Fact(f"{whose} {_other_day(wording, story)}", Side(number, unit_of(shares[0])))


def _is_early(wording: Wording) -> bool:
    """Whether a sentence tells of a poll, or of a count or a vote that goes on: "by 4 p.m.", "with half counted"."""
    hours = (value.time for value in wording.values if value.time is not None)
    return bool(_words("early") & {*wording.lemma}) or any(time.type == "TIME" and "T" in time.value for time in hours)


def find_successions(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield as which holder of a post somebody named came: "the fourth coach since 2004", "the fifth in a year"."""
    for number, wording in enumerate(wordings):
        for value in wording.values:
            post = wording.head[top_of(wording, unit_of(value))]
            if value.kind != "ordinal" or wording.lemma[post] not in _words("posts") or post < value.end:
                continue
            verb = wording.head[post]
            name = named_subject(wording, verb) if wording.lemma[verb] in _words("becoming") else None
            tail = wording.lemma[post + 1 : post + 1 + _NEAR]
            since = next((scope for scope in _SCOPES if not _words(scope).isdisjoint(tail)), None)
            if name is None or since is None:
                continue
            who = name_words(wording.words(name.first, name.end))[-1:]
            narrowed = {fold(wording.word(i)) for i in wording.children[post] if i in wording.value_at} - set(who)
            inside = narrowed - {fold(wording.word(i)) for i in range(value.first, value.end)}
            of = " ".join(sorted(inside)) if since == "lately" else ""
            yield Fact(" ".join((*who, wording.lemma[post], since, of)), Side(number, unit_of(value)))


def _are_next(one: Stated, other: Stated) -> bool:
    """Whether two ranks are next to one another: those further apart are counted from two moments."""
    return _exclude(one, other) and abs(_number(one.fact) - _number(other.fact)) <= 1


def find_populations(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield how many live in places that sentences name."""
    for number, wording in enumerate(wordings):
        for value in wording.values:
            if value.quantity is not None and value.quantity.kind == "count" and value.quantity.value is not None:
                place = _dwelling_at(wording, unit_of(value))
                if place:
                    yield Fact(place, Side(number, unit_of(value)))


def _voters_of(wording: Wording, value: Value) -> str | None:
    """Whose turnout a share is, empty for all voters; None for other shares, and for how much a turnout changed."""
    index = top_of(wording, unit_of(value))
    verb = wording.verb_above(index)
    around = {wording.lemma[verb], *(wording.lemma[i] for i in wording.children[verb])}
    reached = wording.dep[index] == "pobj" and wording.lemma[wording.head[index]] in ("to", "at")
    if around & _words("changing") and not reached:
        return None
    subject = wording.subject_of(verb)
    if subject is not None and wording.lemma[subject] in _words("turnout"):
        return _electorate(wording, subject)
    voters = [
        i
        for i in range(value.end, min(len(wording), value.end + _NEAR))
        if wording.lemma[i] in _words("voters") and wording.pos[i] == "NOUN"
    ]
    acts = {wording.lemma[verb], *(wording.lemma[i] for i in wording.children[verb] if wording.dep[i] == "dobj")}
    return _electorate(wording, voters[0]) if voters and acts & _words("voting") else None


def _electorate(wording: Wording, noun: int) -> str:
    """Who votes, by what narrows a turnout or voters, and by the states that the sentence names."""
    whose = (i for i in wording.children[noun] if wording.dep[i] in ("amod", "compound", "poss"))
    found = {wording.key[i] for i in whose if wording.lemma[i] not in _words("voters") | _words("plain")}
    named = (wording.words(value.first, value.end) for value in wording.values if value.mention is not None)
    found.update(fold(name) for name in named if (known := find_known(name)) is not None and known.kind == "state")
    return " ".join(sorted(found))


def _dwelling_at(wording: Wording, unit: Unit) -> str | None:
    """The place of which a count tells how many live there: "Voss, home to 12,000 people"; None for others."""
    hub = noun_counted(wording, unit)
    if hub is not None and wording.lemma[hub] not in _words("dwellers"):
        return None
    index = hub if hub is not None else top_of(wording, unit)
    above = wording.head[index]
    if wording.dep[index] != "pobj" or wording.lemma[above] not in ("to", "of"):
        return None
    noun = wording.head[above]
    if wording.lemma[noun] not in (_words("dwelling") if wording.lemma[above] == "of" else ("home",)):
        return None
    # The place named nearest before: "Berg island, home to", "Voss, a town of"; or behind: "the town of Voss".
    subject = wording.subject_of(wording.verb_above(noun))
    owned = [j for i in wording.children[noun] if wording.dep[i] in ("prep", "poss") for j in (i, *wording.children[i])]
    for word in (*owned, *range(noun - 1, max(-1, noun - _NEAR), -1), *((subject,) if subject is not None else ())):
        value = wording.value_at.get(word)
        if value is not None and value.mention is not None:
            words = name_words(wording.words(value.first, value.end))
            return " ".join(word for word in words if word not in _words("dwelling")) or None
    return None


COUNT_RELATIONS: tuple[Relation, ...] = (
    Relation("counts", "figure", find_counts, _exclude),
    Relation("turnouts", "figure", find_turnouts, _exclude),
    Relation("successions", "figure", find_successions, _are_next),
    Relation("populations", "figure", find_populations, _exclude),
)
