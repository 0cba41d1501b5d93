"""What a time expression says before anything is known about when it was said."""

from __future__ import annotations

from typing import Literal

import msgspec

Relative = Literal["last", "this", "next", "previous", "following"]
# TIMEX3 letters; DE and CE are decades and centuries, TH TM TS clock units, WE weekends.
Unit = Literal["Y", "H", "Q", "M", "W", "D", "DE", "CE", "TH", "TM", "TS", "WE", "2W", "NI", "ME"]


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """Any of the meanings below. `words` is how many words of the match the expression has, None for all."""

    words: int | None = None


class Calendar(Meaning, frozen=True, kw_only=True):
    """A date with the parts that are named; the parts above the highest named one come from the context.

    `relative` is how a word before it points ("last March", "next Friday"). `year_shift` counts years from the present
    one ("January this year": 0). `part` is a time of day: a TIMEX3 part (`NI`) or a clock time (`17:00`).
    `holiday` is computed for a year: `easter`, `thanksgiving`, or a month and day `12-25`.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    holiday: str | None = None
    day_shift: int | None = None
    relative: Relative | None = None
    year_shift: int | None = None
    part: str | None = None
    is_fiscal: bool = False


class Fixed(Meaning, frozen=True, kw_only=True):
    """A value that needs no context: a decade, a century, PRESENT_REF."""

    value: str
    type: Literal["DATE", "TIME", "DURATION", "SET"] = "DATE"


class Shift(Meaning, frozen=True, kw_only=True):
    """So many units from now, or from the time last spoken of ("then"). `amount` None is unknown ("years ago").

    `counted` is true where the units are counted ("a year ago"), false where one is named ("last year").
    """

    unit: Unit
    amount: float | None
    anchor: Literal["now", "then"] = "now"
    past: bool = True
    counted: bool = False


class Same(Meaning, frozen=True, kw_only=True):
    """A unit that the context names: "that day", "the quarter", "the period", `years` before or after it.

    `ended` is true for a period known by its last day only ("the quarter ended Sept. 30").
    """

    unit: Unit | Literal["period"]
    years: int = 0
    year: int | None = None
    anchored: bool = True
    ended: bool = False


class Length(Meaning, frozen=True, kw_only=True):
    """How long: `amount` units, None where it is not said ("several months")."""

    unit: Unit
    amount: float | None


class Clock(Meaning, frozen=True, kw_only=True):
    """A time of day alone, of the day last spoken of."""

    part: str


class NoTime(Meaning, frozen=True, kw_only=True):
    """Words of time that tell none: an age."""
