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
from variorum.collate.findings.facts.fact import Fact, Relation, Stated, always
from variorum.collate.findings.facts.named import persons_in
from variorum.collate.findings.facts.occasions.act_kinds import is_of_table
from variorum.collate.findings.facts.occasions.befallen import name_of, person_meant
from variorum.collate.findings.facts.occasions.dated_acts import DatedAct, read_dated_act
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

# How exact a dating is, from the finest to the coarsest, and the share of a year that two of one act lie apart at most.
_GRAINS = {
    "day": (re.compile(r"(?:\d{4}|XXXX)-(?:\d\d-\d\d|WXX-\d)"), 3 / 365),
    "week": (re.compile(r"\d{4}-W\d\d"), 8 / 365),
    "month": (re.compile(r"(?:\d{4}|XXXX)-\d\d$"), 62 / 365),
    "year": (re.compile(r"\d{4}$"), 1.0),
    "decade": (re.compile(r"\d{3}$"), 1.0),
}
_YEARLY = frozenset({"year", "decade"})
_CLOCK = re.compile(r"T\d\d")
_UNKNOWN_DAYS = frozenset({"", "XXXX-XX-XX"})
_WEEKDAY = re.compile(r"XXXX-WXX-\d")
# Behind what is dated, where a clock is: the zone that it goes by.
_AT = " @"
# Sentences within which "he" and "she" take up somebody named.
_REACH = 3
# Years farther apart are those of two: a film and its remake, a firm and its successor.
_YEARS_APART = 12
# Minutes within which two clocks of one day are of one unnamed happening, and within which two of any day are.
_OF_ONE_DAY, _OF_ANY_DAY = 120, 20


def _find(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the datings of acts, each under all that it befell."""
    meant, shorter = _persons_meant(wordings), _shorter_names(wordings)
    for number, wording in enumerate(wordings):
        for value in wording.values:
            if value.kind != "date" or value.time is None:
                continue
            grain, clock = _grain(value.time.value), _CLOCK.search(value.time.value)
            act = read_dated_act(wording, unit_of(value), meant[number]) if grain or clock else None
            if act is None:
                continue
            ends = []
            # What is done again and again has years that say nothing of the day of this time.
            if grain and (grain not in _YEARLY or act.kind in _once()):
                ends.append("")
            # "On Friday night" fits any hour of the evening: clocks meet clocks, those of one zone.
            if clock:
                ends.append(f"{_AT}{zone_named(wording.words(value.first, value.end))}")
            for about, told in sorted(_abouts(act, shorter)):
                yield from (Fact(f"{about}{end}", Side(number, unit_of(value)), told) for end in ends)


def _once() -> frozenset[str]:
    return load_words("en", "occasions", "once")


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


def _grain(dating: str) -> str:
    """How exact a dating is; empty for an hour of no known day."""
    return next((name for name, (pattern, _) in _GRAINS.items() if pattern.match(dating)), "")


def _exclude(one: Stated, other: Stated) -> bool:
    """Whether two datings of one act cannot both be right."""
    value, partner = one.fact.side.unit.value, other.fact.side.unit.value
    if value is None or partner is None or value.time is None or partner.time is None:
        return False
    if not _may_be_one_thing(one.fact.value, other.fact.value):
        return False
    dating, dating_other = value.time.value, partner.time.value
    verdict = compare_stated(one, other)
    if verdict is None or verdict.outcome != "differs":
        return False
    kind = one.fact.about.split()[1]
    if _AT in one.fact.about:
        return _may_be_one_hour(kind, dating, dating_other)
    if dating.partition("T")[0] == dating_other.partition("T")[0]:
        return False  # hours of one day are for clocks to tell
    grain = max(_grain(dating), _grain(dating_other), key=list(_GRAINS).index)
    near = (verdict.distance or 0.0) <= _GRAINS[grain][1] + 1e-9
    return near and _may_be_one(one.fact.about, grain, dating, dating_other)


def _may_be_one_thing(told: str, other: str) -> bool:
    """Whether what two sentences tell of a thing fits: the one more closely than the other, and no two other names."""
    (modifiers, _, names), (modifiers_other, _, names_other) = told.partition("|"), other.partition("|")
    words, words_other = set(modifiers.split()), set(modifiers_other.split())
    apart = names and names_other and set(names.split(";")).isdisjoint(names_other.split(";"))
    return not apart and (words <= words_other or words_other <= words)


def _may_be_one_hour(kind: str, dating: str, other: str) -> bool:
    """Whether two clocks can be of one act: of one day, and near each other where the act needs no name.

    There may have been two quakes at two hours where one person was arrested at one of two.
    """
    days = {each.partition("T")[0] for each in (dating, other)}
    are_known = days.isdisjoint(_UNKNOWN_DAYS)
    if are_known and len(days) > 1:
        return False
    hours, hours_other = read_hours(dating), read_hours(other)
    if kind not in load_words("en", "occasions", "sole") or hours is None or hours_other is None:
        return True
    return abs(hours.first - hours_other.first) <= (_OF_ONE_DAY if are_known else _OF_ANY_DAY)


def _may_be_one(about: str, grain: str, dating: str, other: str) -> bool:
    """Whether an act that two reports date so can be one: seldom over years where its like is done again and again."""
    _, kind, *theme = about.split()
    if grain in _YEARLY:
        return dating[:3].isdigit() and other[:3].isdigit() and _years_between(dating, other) <= _YEARS_APART
    if grain == "day":
        # A day of no known week is near its report; a day with its year may be long past.
        return kind in _once() or bool(_WEEKDAY.match(dating)) == bool(_WEEKDAY.match(other))
    return is_of_table(kind) or not " ".join(theme).endswith(":")


def _years_between(dating: str, other: str) -> int:
    """The least number of years between two datings, of which one may be a decade: "1950", "194"."""
    firsts = [int(each[:4].ljust(4, "0")) for each in (dating, other)]
    lasts = [int(each[:4].ljust(4, "9")) for each in (dating, other)]
    return max(0, firsts[0] - lasts[1], firsts[1] - lasts[0])


OCCASIONS_RELATIONS = (Relation("when it happened", "date", _find, _exclude, is_telling=always),)
