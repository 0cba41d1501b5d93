"""Do two times of day agree? Clocks by their minutes, parts of a day by the hours that each can mean."""

from __future__ import annotations

import re

import msgspec

from variorum.collate.compare.verdict import Verdict

DAY = 1440  # minutes
# "About six" and "ten past six" are one dating; half an hour apart are two.
NEAR_MINUTES = 15
# "About 20 to six" is no ten to six: how far a clock that is said to be about right may be off, by how it is rounded.
_HEDGED = ((30, NEAR_MINUTES), (15, 10), (10, 6), (5, 5), (1, 3))
# Exact clocks: how far one may lie from the other that is told to the hour, the quarter or five minutes.
_ROUNDED = ((60, NEAR_MINUTES), (15, 4), (5, 2))
_HALF_HOUR = 30
_FARTHEST_ZONE = 14 * 60  # minutes between two clocks that show one moment

_HOURS = re.compile(
    r"T(?:(?P<hour>\d\d)(?::(?P<minute>\d\d))?(?::\d\d)?|(?P<part>[A-Z]{2}))?(?:\[(?P<zone>\w+)\])?(?:~(?P<mod>[A-Z]+))?$"
)
_DAY_WITH_MOD = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d-\d\d|WXX-\d|XX-XX)~(?P<mod>START|END|MID)$")


class Hours(msgspec.Struct, frozen=True):
    """Minutes from the first midnight of a day, from first to last: one and the same for a clock.

    `part` is the TIMEX3 part of the day that was named, or START, MID or END of it, None for a clock.
    """

    first: int
    last: int
    part: str | None = None
    zone: str | None = None


class _Part(msgspec.Struct, frozen=True):
    """The hours that a part of the day has to itself, and those of clocks that are still told as of it."""

    own: range
    clocks: range


_PARTS = {
    "MO": _Part(range(5 * 60, 12 * 60), range(0, 12 * 60 + 45)),
    "AF": _Part(range(12 * 60, 18 * 60), range(11 * 60 + 30, 19 * 60)),
    "EV": _Part(range(18 * 60, 24 * 60), range(16 * 60 + 30, 24 * 60 + 15)),
    # A night runs into the next day, as the news counts days; the hours before its dawn are of "the night" too.
    "NI": _Part(range(18 * 60, 29 * 60), range(17 * 60 + 30, 30 * 60)),
    "DT": _Part(range(6 * 60, 20 * 60), range(5 * 60, 21 * 60)),
    "START": _Part(range(0, 12 * 60), range(0, 12 * 60 + 15)),
    "MID": _Part(range(10 * 60, 16 * 60), range(9 * 60, 17 * 60)),
    "END": _Part(range(15 * 60, 24 * 60), range(14 * 60, 24 * 60 + 15)),
}
_SMALL_HOURS = 6 * 60


def read_hours(value: str) -> Hours | None:
    """Return the hours of a TIMEX3 value ("…T14:05", "…TMO", "2025-03-07~START" for early that day); None without any.

    A clock may carry the zone that its words name: "T14:05[gmt]".
    """
    if day := _DAY_WITH_MOD.match(value):
        return _of_part(day["mod"])
    found = _HOURS.search(value)
    if found is None:
        return None
    if found["hour"]:
        minute = int(found["hour"]) * 60 + int(found["minute"] or 0)
        return Hours(minute, minute, zone=found["zone"])
    name = "START" if found["mod"] == "START" and found["part"] == "MO" else found["part"]
    return _of_part(name) if name in _PARTS else None


def _of_part(name: str) -> Hours:
    own = _PARTS[name].own
    return Hours(own.start, own.stop, name)


def compare_hours(one: Hours, other: Hours, *, days: int = 0, hedged: bool = False) -> Verdict:
    """Return what two times of day have to do with one another, the other one so many `days` later (0: of one day)."""
    if one.part is None and other.part is None:
        return _compare_clocks(one, other, days, hedged)
    if one.part is not None and other.part is not None:
        return _compare_parts(one, other, days, hedged)
    clock, part, shift = (one, other, -days) if one.part is None else (other, one, days)
    hours = _PARTS[part.part or ""].clocks
    minute = clock.first + shift * DAY
    # Midnight closes a day as well as it opens one.
    may_be = {minute, minute + DAY, minute - DAY} if clock.first in (0, DAY) and shift == 0 else {minute}
    # "11.30 p.m. GMT" is somebody's early morning.
    if clock.zone is not None and part.zone is None and abs(days) <= 1:
        return Verdict("fits", "the times of day may be told in two time zones")
    is_small_hour = part.part == "NI" and shift == 0 and minute < _SMALL_HOURS
    if is_small_hour or any(each in hours for each in may_be):
        return Verdict("fits", "one time of day is more exact than the other")
    return Verdict("differs", "the times of day differ", min(1.0, _gap(minute, hours) / 720))


def _gap(minute: int, hours: range) -> int:
    return max(hours.start - minute, minute - hours.stop, 0)


def _compare_parts(one: Hours, other: Hours, days: int, hedged: bool) -> Verdict:
    first, last = other.first + days * DAY, other.last + days * DAY
    if days == 0 and one.part == other.part:
        return Verdict("same", "the same part of the day")
    gap = max(first - one.last, one.first - last)
    earlier, later = (one.part, other.part) if days > 0 else (other.part, one.part)
    if gap == 0 and days != 0 and (earlier, later) == ("END", "START"):
        return Verdict("fits", "late on a day and early on the next meet at midnight")
    if gap < 0 or (hedged and gap == 0):
        return Verdict("fits", "the parts of the day overlap")
    return Verdict("differs", "the parts of the day differ", min(1.0, (gap + _HALF_HOUR) / 720))


def _compare_clocks(one: Hours, other: Hours, days: int, hedged: bool) -> Verdict:
    apart = abs(one.first - other.first - days * DAY)
    if days == 0 or DAY in (one.first, other.first):
        apart = min(apart, abs(apart - DAY))
    if one.zone != other.zone and apart % _HALF_HOUR == 0 and 0 < apart <= _FARTHEST_ZONE:
        return Verdict("fits", "the times of day may be told in two time zones", apart / DAY)
    if apart == 0:
        return Verdict("same", "the same time of day")
    if apart <= (_hedging(one.first, other.first) if hedged else _rounding(one.first, other.first)):
        return Verdict("fits", "the times of day lie close, and one of them is rounded", apart / DAY)
    return Verdict("differs", "the times of day differ", min(1.0, apart / 720))


def _rounding(one: int, other: int) -> int:
    """How far apart two clocks may lie where one is rounded more than the other, in minutes."""
    for step, within in _ROUNDED:
        if (one % step == 0) != (other % step == 0):
            return within
    return 0


def _hedging(one: int, other: int) -> int:
    """How far apart two clocks may lie of which one is said to be about right: by the one that is rounded more."""
    return next(within for step, within in _HEDGED if one % step == 0 or other % step == 0)
