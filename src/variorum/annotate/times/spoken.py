"""Times of day in words: "half past ten", "five minutes to six", "eight in the evening", "10 on Monday night".

Where the words do not tell which half of the day is meant, the value is that of the figure itself: 10:30.
"""

from __future__ import annotations

import msgspec

from variorum.annotate.times.date_meanings import calendar, part_of, part_of_day, read_clock
from variorum.annotate.times.grammar import Found
from variorum.annotate.times.length_meanings import amount_of, unit_of
from variorum.annotate.times.meaning import Calendar, Clock, Meaning
from variorum.lang.tables import load_table

_HOUR = 60
_HALF_DAY = 12
_DAY = 24 * _HOUR
# The first hour that is of the second half of the day in each part ("five in the afternoon" is 17, "two at night" 2).
_FROM_NOON = {"AF": 1, "EV": 3, "NI": 6}
_PARTS = {**load_table("en", "times")["valued"]["part"], "tonight": "NI"}
# Minutes that are told without the word: "ten past four", "twenty-five to five".
_MARKS = frozenset({5, 10, 20, 25})


def spoken_clock(found: Found) -> Meaning | None:
    """A time of day in words, of the weekday or day by today that is named with it."""
    minutes = _minutes_past(found)
    hour = found.number("hour")
    if minutes is None or hour is None or not 1 <= hour <= _HALF_DAY or "from" in found.named:
        return None
    return _at(found, _in_part(hour % _HALF_DAY, part_of(found) or "") * _HOUR + minutes, hour)


def clock_beside(found: Found) -> Meaning | None:
    """So long before or after a time of day: "an hour before midnight", "20 minutes after 9 p.m."."""
    part, amount, unit = part_of(found), amount_of(found), unit_of(found)
    if part is None or ":" not in part or amount is None or unit not in ("TH", "TM"):
        return None
    shift = round(amount * (_HOUR if unit == "TH" else 1))
    hour, minute = (int(each) for each in part.split(":"))
    if shift > _HALF_DAY * _HOUR:
        return None
    return _made(found, hour * _HOUR + minute + (-shift if "before" in found.named else shift))


def clock_in_part(found: Found) -> Meaning | None:
    """A time of day in figures with the part of the day: "6:30 last night", "at 9.40 in the morning"."""
    word = found.word("clock")
    hour, minute = (int(each) for each in read_clock(word).split(":"))
    if not word.rstrip(".").endswith("m") and hour <= _HALF_DAY:
        hour = _in_part(hour % _HALF_DAY, str(_PARTS.get(found.word("part"), "")))
    return _made(found, hour * _HOUR + minute)


def _minutes_past(found: Found) -> int | None:
    """The minutes that are told beside the hour, below 0 where they run to it; None where they are no minutes."""
    if "half" in found.named:
        return 30
    if "quarter" in found.named:
        if found.word("quarter") != "quarter":
            return None
        size = 15
    elif "mins" in found.named:
        value = found.number("mins")
        plain = "mu" not in found.named
        if value is None or not 1 <= value < 30 or (plain and value not in _MARKS):
            return None
        if not plain and not found.word("mu").startswith("minute"):
            return None
        size = value
    else:
        return 0
    return -size if found.word("way") == "to" else size


def _in_part(hour: int, part: str) -> int:
    """The hour (0 to 23) that an hour of twelve is in a part of the day (TIMEX3)."""
    least = _FROM_NOON.get(part, 24)
    if hour == 0:
        return _HALF_DAY if part not in ("NI", "MO") else 0
    return hour + _HALF_DAY if hour >= least else hour


def _at(found: Found, minutes: int, hour: int) -> Meaning | None:
    # "Ten minutes to one" without a part of the day: 12:50, not 00:50.
    if part_of(found) is None and minutes < _HOUR and hour == 1:
        minutes += _HALF_DAY * _HOUR
    return _made(found, minutes)


def _made(found: Found, minutes: int) -> Meaning | None:
    minutes %= _DAY
    part = f"{minutes // _HOUR:02d}:{minutes % _HOUR:02d}"
    # "At" is no part of the time; "about" is, as before "8 a.m.".
    skip = int(found.word("lead") not in ("", "about", "around"))
    is_dated = "weekday" in found.named or "deictic" in found.named
    day = calendar(found) if is_dated else part_of_day(found)
    if isinstance(day, Calendar):
        return msgspec.structs.replace(day, part=part, skip=skip)
    return None if is_dated else Clock(part=part, skip=skip)
