"""When things happened: the day, hour, month or year of one act or happening, however sentences word it.

An act is known by what it is and by whom or what it befell (`dated_acts.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from variorum.collate.compare.hours import read_hours
from variorum.collate.compare.readings import zone_named
from variorum.collate.differences import unit_of
from variorum.collate.findings.facts.compared import compare_stated
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.named import persons_in
from variorum.collate.findings.facts.occasions.act_kinds import is_of_table
from variorum.collate.findings.facts.occasions.befallen import name_of, person_meant
from variorum.collate.findings.facts.occasions.beginnings import DatedAct
from variorum.collate.findings.facts.occasions.dated_acts import read_dated_act
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words

_DAY = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d-\d\d|WXX-\d)")
_MONTH = re.compile(r"(?:\d{4}|XXXX)-\d\d$")
_WEEK = re.compile(r"\d{4}-W\d\d")
_YEAR = re.compile(r"\d{4}$")
_DECADE = re.compile(r"\d{3}$")
_HOUR = re.compile(r"T(?:\d\d|[A-Z]{2})")
_CLOCK = re.compile(r"T\d\d")
_WEEKDAY = re.compile(r"XXXX-WXX-\d")
_NO_DAY = re.compile(r"(?:XXXX-XX-XX)?T")
# Sentences within which "he" and "she" take up somebody named.
_REACH = 3
# Years farther apart are those of two: a film and its remake, a firm and its successor.
_YEARS_APART = 12
# Minutes within which two clocks are two tellings of one happening.
_HOURS_NEAR = 20
# Minutes of one day beyond which two clocks are those of two happenings, where the kind alone is known.
_HOURS_FAR = 120
# From the finest to the coarsest, each with the share of a year that two datings of one happening may lie apart.
_NEAR = {"day": 3 / 365, "week": 8 / 365, "month": 62 / 365, "year": 1.0, "decade": 1.0}
_SCALES = ("hour", *_NEAR)
_YEARLY = ("year", "decade")


def _find(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the datings of acts, each under all that it befell."""
    meant, shorter = _persons_meant(wordings), _shorter_names(wordings)
    for number, wording in enumerate(wordings):
        for value in wording.values:
            if not _is_dating(value):
                continue
            unit = unit_of(value)
            act = read_dated_act(wording, unit, meant[number])
            if act is None:
                continue
            scales = _compared_by(value.time.value) if value.time is not None else ()
            if _CLOCK.search(value.time.value if value.time is not None else ""):
                # "On Friday night" tells of any hour of the evening; a clock is compared with clocks of its zone.
                scales = (f"clock{zone_named(wording.words(value.first, value.end))}", *scales)
            for about, told in sorted(_abouts(act, shorter)):
                yield from (Fact(f"{about} {scale}", Side(number, unit), told) for scale in scales)


def _persons_meant(wordings: Sequence[Wording]) -> list[str | None]:
    """For each sentence the one person named by the nearest sentences before it, in the first report that prints it."""
    meant: list[str | None] = [None] * len(wordings)
    homes = sorted((wording.homes[0], number) for number, wording in enumerate(wordings))
    report, last, since = "", None, 0
    for home, number in homes:
        if home.report != report:
            report, last, since = home.report, None, 0
        meant[number] = last if since < _REACH else None
        if persons_in(wordings[number]):
            last, since = person_meant(wordings[number]), 0
        else:
            since += 1
    return meant


def _is_dating(value: Value) -> bool:
    return value.kind == "date" and value.time is not None and _scale(value.time.value) is not None


def _abouts(act: DatedAct, shorter: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What a dating is about, with the words and the other names that tell its thing from others of the kind."""
    for theme in act.themes:
        name = shorter.get(theme.name, theme.name)
        others = {each for other in act.themes if (each := shorter.get(other.name, other.name)) != name}
        told = "|".join((" ".join(sorted(theme.modifiers)), ";".join(sorted(others))))
        yield f"{act.standing} {act.kind} {theme.noun}:{name}", told if theme.noun else ""
    if act.sole:
        names = {shorter.get(theme.name, theme.name) for theme in act.themes if theme.name}
        yield f"{act.standing} {act.kind}", "|" + ";".join(sorted(names))


def _shorter_names(wordings: Sequence[Wording]) -> dict[str, str]:
    """The names that stand in a story in a shorter form too: "quebec nordiques" as "nordiques"."""
    names = {name_of(wording, value): value.kind for wording in wordings for value in wording.values if value.mention}
    shorter = {}
    for name in names:
        words = (name or "").split()
        ends = [" ".join(words[first:]) for first in range(len(words) - 1, 0, -1)]
        # A number tells one from another: "Lark 2" is no "Lark".
        is_numbered = any(any(map(str.isdigit, word)) for word in words)
        starts = [] if is_numbered else [" ".join(words[:end]) for end in range(1, len(words))]
        found = [each for each in ends if each in names] or [each for each in starts if names.get(each) == "name"]
        if name and found:
            shorter[name] = found[0]
    return shorter


def _scale(dating: str) -> str | None:
    """How exact a dating is: an hour of no known day, a day with an hour or without, a week, a month, a year."""
    for name, pattern in (("day", _DAY), ("week", _WEEK), ("month", _MONTH), ("year", _YEAR), ("decade", _DECADE)):
        if pattern.match(dating):
            return name
    return "hour" if _NO_DAY.match(dating) else None


def _compared_by(dating: str) -> tuple[str, ...]:
    """The scales by which a dating is compared: its own, and coarser ones with datings that are no more exact.

    A day far back does not keep two days of the week from being compared, nor an hour two days.
    """
    scale = _scale(dating)
    if scale is None or scale == "hour":
        return (scale,) if scale else ()
    hour = ("hour",) if _HOUR.search(dating) else ()
    coarser = [each for each in _SCALES[_SCALES.index(scale) :] if each != "decade" or scale in _YEARLY]
    return (*hour, *(each for each in coarser if each not in _YEARLY or dating[:3].isdigit()))


def _exclude(one: Stated, other: Stated) -> bool:
    """Whether two datings of one act cannot both be right."""
    value, partner = one.fact.side.unit.value, other.fact.side.unit.value
    if value is None or partner is None or value.time is None or partner.time is None:
        return False
    dating, dating_other = value.time.value, partner.time.value
    zones = {zone_named(each.wording.words(at.first, at.end)) for each, at in ((one, value), (other, partner))}
    if one.fact.about.endswith(" hour") and len(zones) > 1:
        return False  # clocks of two zones say nothing about each other
    if not _may_be_one_thing(one.fact.value, other.fact.value) or not _may_be_one(one.fact.about, dating, dating_other):
        return False
    verdict = compare_stated(one, other)
    if verdict is None or verdict.outcome != "differs":
        return False
    # Two hours of one day may lie any number of them apart.
    return (verdict.distance or 0.0) <= _NEAR.get(one.fact.about.split()[-1], 1.0) + 1e-9


def _may_be_one_thing(told: str, other: str) -> bool:
    """Whether what two sentences tell of a thing fits: the one more closely than the other, and no two other names."""
    (modifiers, _, names), (modifiers_other, _, names_other) = told.partition("|"), other.partition("|")
    words, words_other = set(modifiers.split()), set(modifiers_other.split())
    apart = names and names_other and set(names.split(";")).isdisjoint(names_other.split(";"))
    return not apart and (words <= words_other or words_other <= words)


def _may_be_one(about: str, dating: str, other: str) -> bool:
    """Whether an act that two reports date so can be one: seldom over years where its like is done again and again."""
    _, kind, *theme, scale = about.split()
    if scale == "hour" or scale.startswith("clock"):
        named = kind not in load_words("en", "occasions", "sole")
        if not named and not _near(dating, other, _HOURS_FAR) and all(_CLOCK.search(each) for each in (dating, other)):
            return False
        return _may_be_of_one_day(dating, other, named=named or _near(dating, other, _HOURS_NEAR))
    if scale != max(_scale(dating) or "", _scale(other) or "", key=_SCALES.index):
        return False
    once = kind in load_words("en", "occasions", "once")
    if scale in _YEARLY:
        return once and _years_between(dating, other) <= _YEARS_APART
    if scale == "day":
        # A day of no known week is near its report; a day with its year may be long past.
        return once or bool(_WEEKDAY.match(dating)) == bool(_WEEKDAY.match(other))
    return is_of_table(kind) or not " ".join(theme).endswith(":")


def _years_between(dating: str, other: str) -> int:
    """The least number of years between two datings, of which one may be a decade: "1950", "194"."""
    firsts = [int(each[:4].ljust(4, "0")) for each in (dating, other)]
    lasts = [int(each[:4].ljust(4, "9")) for each in (dating, other)]
    return max(0, firsts[0] - lasts[1], firsts[1] - lasts[0])


def _near(dating: str, other: str, minutes: int) -> bool:
    """Whether two clocks lie no more than some minutes apart: so close two happenings of one kind seldom do."""
    hours, hours_other = read_hours(dating), read_hours(other)
    if hours is None or hours_other is None or not hours.part is hours_other.part is None:
        return False
    return abs(hours.first - hours_other.first) <= minutes


def _may_be_of_one_day(dating: str, other: str, *, named: bool) -> bool:
    """Whether two hours are of one day: of the same, or clocks of which one names no day, in `named` acts alone.

    There may have been two quakes at two hours where one person was arrested at one of two; not so within an hour.
    """
    days = {each.partition("T")[0] for each in (dating, other)}
    clocks = all(_CLOCK.search(each) for each in (dating, other))
    any_unknown = not days.isdisjoint({"", "XXXX-XX-XX"})
    return named and clocks if any_unknown else len(days) == 1


OCCASIONS_RELATIONS = (Relation("when it happened", "date", _find, _exclude),)
