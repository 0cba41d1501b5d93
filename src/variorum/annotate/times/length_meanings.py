"""What the words of lengths, shifts and recurrences mean, once a pattern has found them."""

from __future__ import annotations

from variorum.annotate.times.date_meanings import relative_of
from variorum.annotate.times.grammar import Found
from variorum.annotate.times.meaning import Fixed, Length, Meaning, NoTime, Same, Shift, Unit, length_value
from variorum.lang.tables import load_table

_VALUED = load_table("en", "times")["valued"]


def unit_of(found: Found, name: str = "unit") -> Unit:
    """Return the TIMEX3 letters of a named unit word."""
    return str(_VALUED["unit"][found.word(name)])  # type: ignore[return-value]


def amount_of(found: Found) -> float | None:
    """Return how many units are spoken of; None where it is not said exactly."""
    if "low" in found.named:
        return None  # "two to three weeks"
    value = found.value("n")
    if value is None:
        if "some" in found.named:
            known = _VALUED["some"][found.word("some")]
            return None if known == "X" else float(known)
        if "halfword" in found.named and "one" not in found.named:
            return 0.5
        value = 1.0 if "one" in found.named else None
    if value is not None and "above" in found.named:
        value += (found.value("above") or 0) / (found.value("below") or 1)
    if value is not None and "frac" in found.named:
        value += found.value("frac") or 0
    if value is not None and "plus" in found.named:
        value += 0.5
    return value


def length(found: Found) -> Meaning | None:
    """A duration; a unit alone is one only in the plural ("for months"), and quarters are coins and lodgings too."""
    unit, amount = unit_of(found), amount_of(found)
    if len(found.tokens) == 1 and (not is_plural(found) or unit in ("Q", "TS", "WE", "NI")):
        return None
    # "a second", "min" and "sec" are rarely times unless a number in figures stands before them.
    if found.word("unit") == "second" and "n" not in found.named:
        return None
    if unit == "NI":
        unit = "D" if amount is None else unit
    return Length(unit=unit, amount=amount)


# The unit that is told beside a larger one, and how many of it make one ("an hour and 15 minutes").
_SMALLER: dict[str, tuple[Unit, int]] = {
    "Y": ("M", 12),
    "M": ("D", 31),
    "W": ("D", 7),
    "D": ("TH", 24),
    "TH": ("TM", 60),
    "TM": ("TS", 60),
}


def joined_length(found: Found) -> Meaning | None:
    """A length in two units: "two years and three months", "an hour and 15 minutes"."""
    larger, smaller = amount_of(found), found.number("m")
    unit, most = _SMALLER.get(unit_of(found), ("", 0))
    if larger is None or larger != int(larger) or smaller is None or unit != unit_of(found, "small") or smaller >= most:
        return None
    head, tail = length_value(unit_of(found), larger), length_value(unit, smaller)
    is_clock = head.startswith("PT")
    return Fixed(value=head + tail.removeprefix("PT" if is_clock else "P"), type="DURATION")


def shift_ago(found: Found) -> Meaning | None:
    """So long before now."""
    return Shift(unit=unit_of(found), amount=amount_of(found), counted=True)


def shift_from_now(found: Found) -> Meaning | None:
    """So long after now."""
    return Shift(unit=unit_of(found), amount=amount_of(found), past=False)


def shift_then(found: Found) -> Meaning | None:
    """So long before or after the time last spoken of; hours and unknown lengths stay lengths."""
    if amount_of(found) is None or unit_of(found) in ("TH", "TM", "TS"):
        return Length(unit=unit_of(found), amount=amount_of(found))
    return Shift(
        unit=unit_of(found), amount=amount_of(found), anchor="then", past=found.word("way") != "later", counted=True
    )


def year_ago(found: Found) -> Meaning:
    """The same period a year before: "year-earlier", "the year-ago quarter", "the corresponding period last year"."""
    return Same(unit="period", years=-1)


def relative_unit(found: Found) -> Meaning | None:
    """Last year, next week, this month, the previous day."""
    relative, unit = relative_of(found), unit_of(found)
    if relative is None or unit in ("TM", "TS") or (unit in ("TH", "NI") and relative != "last"):
        return None  # the last minute, this second
    if is_plural(found):
        value = {"last": "PAST_REF", "previous": "PAST_REF", "this": "PRESENT_REF"}.get(relative, "FUTURE_REF")
        return Fixed(value=value)
    if relative == "this":
        return Shift(unit=unit, amount=0)
    anchor = "then" if relative in ("previous", "following") or _is_narrative_next(found) else "now"
    return Shift(unit=unit, amount=1, anchor=anchor, past=relative in ("last", "previous"))  # type: ignore[arg-type]


def _is_narrative_next(found: Found) -> bool:
    """ "The next day" is counted from the day spoken of; "next week" from today."""
    return found.word("r") == "next" and "the" in found.named and unit_of(found) == "D"


def unit_ended(found: Found) -> Meaning | None:
    """ "the year ended March 31" is a length; "the quarter ended Sept. 30" one whose number is not told."""
    unit = unit_of(found)
    words = next(index for index, token in enumerate(found.tokens) if token is found.named["unit"]) + 1
    if unit == "Q":
        return Same(unit="Q", ended=True, words=words)
    return Length(unit=unit, amount=1, words=words) if unit in ("Y", "M", "W") else None


def is_plural(found: Found) -> bool:
    """Whether the named unit is one of several ("years")."""
    return found.word("unit").endswith("s") or found.word("unit") in ("centuries", "millennia")


def same_unit(found: Found) -> Meaning:
    """That day, the same year, the quarter; "the years" are a length."""
    if "unit" in found.named and is_plural(found):
        return Length(unit=unit_of(found), amount=None)
    unit = unit_of(found) if "unit" in found.named else "period"
    return Same(unit=unit, year=found.number("y"), anchored="that" in found.named)


def end_of_unit(found: Found) -> Meaning:
    """Year-end, the year's end."""
    return Shift(unit=unit_of(found), amount=0)


def every_unit(found: Found) -> Meaning:
    """Every month, each quarter, every two weeks."""
    amount = amount_of(found) if {"n", "some"} & set(found.named) else 1.0
    if found.word("other") == "other":
        amount = 2.0
    return Fixed(value=length_value(unit_of(found), amount), type="SET")


def recurring(found: Found) -> Meaning:
    """Daily, annually."""
    return Fixed(value=str(_VALUED["recurring"][found.word("recurring")]), type="SET")


def no_time(_found: Found) -> Meaning:
    """An age: as long as the words of a time, so that no part of it is taken for one."""
    return NoTime()


def quarter_century(_found: Found) -> Meaning:
    """A quarter of a century."""
    return Length(unit="Y", amount=25)


def long_unit(found: Found) -> Meaning:
    """A week-long tour, a yearlong effort."""
    if "longword" in found.named:
        return Fixed(
            value=str(load_table("en", "times")["valued"]["longword"][found.word("longword")]), type="DURATION"
        )
    return Length(unit=unit_of(found), amount=None if is_plural(found) else 1)


def day_around(found: Found) -> Meaning | None:
    """The day before yesterday, the day after tomorrow; alone, the day beside the one spoken of."""
    is_before = "beforeword" in found.named
    if "deictic" in found.named:
        return Shift(unit="D", amount=2, past=is_before)
    return Shift(unit="D", amount=1, anchor="then", past=is_before)


def recent_units(found: Found) -> Meaning:
    """Recent weeks: no length is told, only that it is past (dev: as often valued PAST_REF as PXW)."""
    return Fixed(value="PAST_REF" if is_plural(found) else length_value(unit_of(found), 1))


def coming_units(found: Found) -> Meaning | None:
    """The coming weeks name no dates; the coming week is the next one."""
    if not found.word("unit").endswith("s"):
        return relative_unit(found)
    return Fixed(value="FUTURE_REF")
