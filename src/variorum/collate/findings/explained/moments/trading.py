"""Prices at two moments of trading: "fell 1.5 percent at 9:34 a.m.", "fell 4 percent by mid-afternoon".

What is traded moves from hour to hour. Two figures or directions of it exclude each other only where both are told of
one moment: the close of one day, or one time of day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache, partial

import msgspec

from variorum.collate.compare.dates import compare_dates
from variorum.collate.differences import Unit, top_of
from variorum.collate.findings.deciding.moments import moment_of
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.explained.tight import is_tight
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Wording
from variorum.collate.storyline import Storyline
from variorum.lang.tables import load_table, load_words

_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?")
_TICKER = re.compile(r"\b[A-Z]{1,5}\b[\s,:)]*[+\u2212-]\s?\$?$")
_MOST = 40
# About when each phase of trading is, in minutes of the day.
_ABOUT = (480, 600, 840, 960, 1080)
_words = partial(load_words, "en", "updates", "markets")


class Moment(msgspec.Struct, frozen=True):
    """When in the day a price is told: the number of its phase (-1: not told), its hours, and its days (TIMEX3)."""

    phase: int
    clocks: frozenset[str]
    days: frozenset[str]

    @property
    def is_told(self) -> bool:
        """Whether a moment within the day is told at all."""
        return self.phase >= 0 or bool(self.clocks)


@cache
def trading_ways() -> Mapping[str, int]:
    """Return the lemmas of going up (1) and down (-1)."""
    return dict.fromkeys(sorted(_words("up")), 1) | dict.fromkeys(sorted(_words("down")), -1)


@cache
def trading_phases() -> Sequence[Sequence[frozenset[str]]]:
    """Return the hours of trading in their order, each as the sets of words that tell it."""
    phases = load_table("en", "updates")["markets"]["phases"]
    return [[frozenset(words.split()) for words in phase.split("|")] for phase in phases]


def phase_of(said: Set[str]) -> int:
    """Return the number of the first phase of trading that some lemmas tell, -1 for none."""
    found = (number for number, phase in enumerate(trading_phases()) if any(each <= said for each in phase))
    return next(found, -1)


def of_two_moments_of_trading(setting: Setting, pair: Pair) -> bool:
    """Two ways that a price went at two moments, or the moments themselves; figures are left to `changes.py`."""
    if _are_the_moments(setting.wordings, pair):
        return True
    is_figure = pair.left.unit.value is not None and pair.right.unit.value is not None
    return not is_figure and are_of_two_moments(setting.wordings, pair)


def are_of_two_moments(wordings: Sequence[Wording], pair: Pair) -> bool:
    """Return whether both sides tell moves of what is traded, not both of one moment."""
    left, right = (_moment(wordings[side.wording], side.unit) for side in (pair.left, pair.right))
    if left is None or right is None:
        return False
    if left.days and right.days and _all_differ(left.days, right.days):
        return True
    if not (left.is_told or right.is_told):
        return False
    if left.clocks and right.clocks:
        return _all_differ(left.clocks, right.clocks)
    same = left.phase == right.phase and left.phase >= 0
    return not (same and (left.phase == _closing() or is_tight(pair)))


def _are_the_moments(wordings: Sequence[Wording], pair: Pair) -> bool:
    """Whether two times are those of two moves, since they agree in no figure."""
    figures = []
    for side in (pair.left, pair.right):
        wording, value = wordings[side.wording], side.unit.value
        if value is None or value.time is None or not _is_move(wording, wording.verb_above(top_of(wording, side.unit))):
            return False
        figures.append({each.quantity.value for each in wording.values if each.quantity is not None})
    return all(figures) and not figures[0] & figures[1]


def is_order_known(storyline: Storyline, wordings: Sequence[Wording], pair: Pair) -> bool:
    """Return whether days, hours of trading or publication tell which of two moves came first."""
    sides = [wordings[side.wording] for side in (pair.left, pair.right)]
    left, right = (_moment(wording, side.unit) for wording, side in zip(sides, (pair.left, pair.right), strict=True))
    if left is None or right is None:
        return False
    hours = _hour(left), _hour(right)
    days_differ = bool(left.days and right.days) and _all_differ(left.days, right.days)
    if days_differ or (None not in hours and hours[0] != hours[1]):
        return True
    published = [[moment_of(storyline.by_id[report]) for report in sorted(wording.reports)] for wording in sides]
    return any(
        one is not None and other is not None and (one.is_before(other) or other.is_before(one))
        for one in published[0]
        for other in published[1]
    )


def _hour(moment: Moment) -> int | None:
    """When in the day a move is told, in minutes by the clock; of a phase of trading about when it is."""
    found = (_CLOCK.search(each) for each in sorted(moment.clocks))
    clock = next((60 * int(each[1]) + int(each[2] or 0) for each in found if each is not None), None)
    if clock is not None:
        return clock
    return _ABOUT[moment.phase] if 0 <= moment.phase < len(_ABOUT) else None


def _all_differ(times: Set[str], others: Set[str]) -> bool:
    return all(compare_dates(one, other).outcome == "differs" for one in times for other in others)


@cache
def _closing() -> int:
    return phase_of(frozenset({"close"}))


def _moment(wording: Wording, unit: Unit) -> Moment | None:
    """When a stretch tells the price of what is traded; None where it does not."""
    if unit.value is not None and unit.value.quantity is None:
        return None
    verb = wording.verb_above(top_of(wording, unit))
    ticker = _is_ticker(wording, unit)
    if not ticker and not _is_move(wording, verb):
        return None
    told = frozenset(wording.lemma[i] for i in _below(wording, verb))
    times = [value.time.value for value in wording.values if value.time is not None and not _is_span(value.time.value)]
    clocks = frozenset(each for each in times if _CLOCK.search(each))
    # A ticker shows the price of the moment at which its page was made.
    return Moment(
        phase=_running() if ticker else phase_of(told),
        clocks=clocks,
        days=frozenset(each for each in times if each not in clocks),
    )


@cache
def _running() -> int:
    return len(trading_phases())


def _is_span(value: str) -> bool:
    return value.startswith("P") or value.endswith("_REF")


def _is_ticker(wording: Wording, unit: Unit) -> bool:
    """Whether a figure stands with its sign behind the letters of a share: "ACME +2.00%"."""
    if unit.value is None:
        return False
    start = wording.start[unit.value.first]
    before, own = wording.text[max(0, start - _MOST) : start], wording.text[start : start + 1]
    return _TICKER.search(before) is not None or (own in "+-\u2212" and _TICKER.search(before + own) is not None)


def _is_move(wording: Wording, verb: int) -> bool:
    """Whether a verb tells which way what is traded goes, or where it opens, trades or closes."""
    subject = wording.subject_of(verb)
    if subject is None:
        return False
    told = {wording.lemma[i] for i in (verb, *_near(wording, verb))}
    moving = not told.isdisjoint(trading_ways()) or not told.isdisjoint(_words("trading"))
    if wording.lemma[subject] in _words("traded") | _words("indexes"):
        return moving
    value = wording.value_at.get(subject)
    of_company = value is not None and value.mention is not None and value.mention.type == "ORG"
    if of_company and wording.lemma[verb] in _words("trading") and _has_price(wording, verb):
        return True  # "Acme closed at $9.49"
    return moving and of_company and "trading" in {wording.lemma[i] for i in _below(wording, verb)}


def _has_price(wording: Wording, verb: int) -> bool:
    """Whether a verb has a price behind "at"."""
    tied = (i for i in wording.children[verb] if wording.lemma[i] == "at")
    prices = (wording.value_at.get(j) for i in tied for j in wording.children[i])
    return any(each is not None and each.quantity is not None and each.quantity.kind == "money" for each in prices)


def _near(wording: Wording, verb: int) -> Iterator[int]:
    """The particles and predicates of a verb: "were up 3 percent"."""
    return (i for i in wording.children[verb] if wording.dep[i] in ("advmod", "acomp", "prt", "xcomp"))


def _below(wording: Wording, top: int) -> list[int]:
    """A word and all that hangs on it."""
    found = [top]
    for index in found:
        found.extend(wording.children[index])
    return found
