"""What a time expression says before anything is known about when it was said."""

from __future__ import annotations

from typing import Literal

import msgspec

Relative = Literal["last", "this", "next", "previous", "following", "that"]
# TIMEX3 letters; DE and CE are decades and centuries, TH TM TS clock units, WE weekends.
Unit = Literal["Y", "H", "Q", "M", "W", "D", "DE", "CE", "TH", "TM", "TS", "WE", "2W", "NI", "ME"]


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """Any of the meanings below. The expression has the match's `words` after `skip` of them; None is all."""

    words: int | None = None
    skip: int = 0


class Calendar(Meaning, frozen=True, kw_only=True):
    """A date with the parts that are named; the parts above the highest named one come from the context.

    `relative` is how a word before it points ("last March", "next Friday"). `year_shift` counts years from the present
    one ("January this year": 0). `part` is a time of day: a TIMEX3 part (`NI`) or a clock time (`17:00`).
    `night` is the night past or to come ("overnight"), as the verbs tell. `day_shift` counts days from now,
    `week_shift` weeks from this one to that of a `weekday`. `holiday` is how its day is found in a year
    (`calendar.holiday_in`). `swapped` is the day, where `day` may be the month (03/11/2025).
    `of_month` is true for a day of the month spoken of ("the 15th").
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
    week_shift: int | None = None
    night: bool = False
    swapped: int | None = None
    of_month: bool = False


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
    part: str | None = None


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


def length_value(unit: str, amount: float | None) -> str:
    """Return the TIMEX3 duration of `amount` units (X where it is None): P2Y, PXM, PT4H, P2Y6M."""
    if unit == "2W":
        return length_value("W", None if amount is None else amount * 2)
    letter = {"TH": "H", "TM": "M", "TS": "S", "WE": "WE", "NI": "NI"}.get(unit, unit)
    head = "PT" if unit in ("TH", "TM", "TS") else "P"
    if amount is None:
        return f"{head}X{letter}"
    whole = int(amount)
    if amount == whole:
        # A decade is ten years and a century a hundred: in years both are compared alike with other lengths.
        years = {"DE": 10, "CE": 100, "ME": 1000}.get(unit)
        return f"P{whole * years}Y" if years else f"{head}{whole}{letter}"
    return _broken_length(unit, letter, amount)


def _broken_length(unit: str, letter: str, amount: float) -> str:
    whole, rest = int(amount), amount - int(amount)
    smaller = {"Y": ("P", "M", 12), "TH": ("PT", "M", 60), "TM": ("PT", "S", 60), "D": ("P", "T12H", 1)}.get(unit)
    if unit in ("DE", "CE"):
        return f"P{round(amount * (10 if unit == 'DE' else 100))}Y"
    if unit == "D" and rest == 0.5:
        return f"P{whole}DT12H" if whole else "PT12H"
    if smaller is None or unit == "D":
        return f"P{amount:g}{letter}"
    head, small, times = smaller
    return f"{head}{whole}{letter}{round(rest * times)}{small}" if whole else f"{head}{round(rest * times)}{small}"
