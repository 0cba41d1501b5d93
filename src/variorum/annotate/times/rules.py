"""The patterns of English time expressions, and what each means.

Roles are those of `lang/en/times.toml` and of numbers (`words.py`). Of matches that overlap, the longest is taken, then
the one whose rule stands first.
"""

from __future__ import annotations

from variorum.annotate.times.grammar import Found, Rule
from variorum.annotate.times.meaning import Calendar, Clock, Fixed, Length, Meaning, NoTime, Relative, Same, Shift, Unit
from variorum.annotate.times.words import century_of
from variorum.lang.tables import load_table

_VALUED = load_table("en", "times")["valued"]


def _of_table(found: Found, name: str, table: str | None = None) -> str | int | None:
    word = found.word(name)
    return _VALUED[table or name].get(word) if word else None


def _int(found: Found, name: str) -> int | None:
    value = _of_table(found, name)
    return int(value) if value is not None else None


def _str(found: Found, name: str) -> str | None:
    value = _of_table(found, name)
    return str(value) if value is not None else None


_RELATIVES: dict[str, Relative] = {
    "last": "last",
    "past": "last",
    "latest": "last",
    "previous": "previous",
    "prior": "previous",
    "preceding": "previous",
    "this": "this",
    "current": "this",
    "present": "this",
    "next": "next",
    "coming": "next",
    "upcoming": "next",
    "ensuing": "following",
    "following": "following",
    "subsequent": "following",
    "succeeding": "following",
}


def _relative(found: Found) -> Relative | None:
    return _RELATIVES.get(found.word("r"))


def _year_shift(found: Found) -> int | None:
    """Years from the present one that "this year" or "last year" after or before a part of a year says."""
    word = found.word("yr")
    if not word:
        return None
    return {"last": -1, "previous": -1, "following": 1, "next": 1}.get(_RELATIVES.get(word, "this"), 0)


def _part(found: Found) -> str | None:
    if "clock" in found.named:
        return read_clock(found.word("clock"))
    part = found.word("part")
    return str(_VALUED["part"][part]) if part in _VALUED["part"] else None


def read_clock(words: str) -> str:
    """Return the time of day of "5 p.m.", "10:30", "7.15am" as `17`, `10:30`, `07:15`."""
    letters = words.replace(".m", "m").replace(" ", "").rstrip(".")
    is_pm, is_am = "p" in letters, "a" in letters
    numbers = [int(part) for part in letters.rstrip("apm.").replace(".", ":").split(":") if part]
    hour = numbers[0] % 24
    if is_pm and hour < 12:
        hour += 12
    elif is_am and hour == 12:
        hour = 0
    minutes = numbers[1] if len(numbers) > 1 else 0
    return f"{hour:02d}:{minutes:02d}"


def calendar(found: Found) -> Meaning | None:
    """Any mixture of named parts of a date."""
    month, day, year = _int(found, "month"), found.number("day"), found.number("y")
    quarter = found.number("q") if "q" in found.named else _int(found, "quartername")
    half = found.number("h") if "h" in found.named else _int(found, "halfname")
    if (quarter is not None and not 1 <= quarter <= 4) or (half is not None and not 1 <= half <= 2):
        return None
    if day is not None and not 1 <= day <= 31:
        return None
    deictic = _of_table(found, "deictic")
    return Calendar(
        year=year,
        month=month,
        day=day,
        weekday=_int(found, "weekday"),
        quarter=quarter,
        half=half,
        season=_str(found, "season"),
        holiday=_str(found, "holiday"),
        day_shift=int(deictic) if deictic is not None else None,
        relative=_relative(found),
        year_shift=_year_shift(found),
        part=_part(found),
        is_fiscal="fiscal" in found.named,
    )


def last_half(found: Found) -> Meaning | None:
    """The last half of a year is its second."""
    meaning = calendar(found)
    return Calendar(year=found.number("y"), half=2, year_shift=_year_shift(found)) if meaning else None


def iso_date(found: Found) -> Meaning:
    """A date already written as a value."""
    value = found.tokens[0].word.upper()
    return Fixed(value=value, type="TIME" if "T" in value else "DATE")


def slashed_date(found: Found) -> Meaning | None:
    """A date as 02/13/98: month first, as in American news, unless that cannot be."""
    first, second, year = (int(part) for part in found.tokens[0].word.split("/"))
    month, day = (first, second) if first <= 12 else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Calendar(year=century_of(year) if year < 100 else year, month=month, day=day)


def decade(found: Found) -> Meaning:
    """A decade: its TIMEX3 value is the first three digits of its years."""
    value = found.value("decade")
    return Fixed(value=f"{int(value) if value is not None else 190 + int(_VALUED['decade'][found.word('decade')])}")


def century(found: Found) -> Meaning | None:
    """A century: the first two digits of its years."""
    number = found.number("c")
    return Fixed(value=f"{number - 1:02d}") if number and 1 <= number <= 22 else None


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


def shift_ago(found: Found) -> Meaning | None:
    """So long before now."""
    return Shift(unit=unit_of(found), amount=amount_of(found), counted=True)


def shift_from_now(found: Found) -> Meaning | None:
    """So long after now."""
    return Shift(unit=unit_of(found), amount=amount_of(found), past=False)


def shift_then(found: Found) -> Meaning | None:
    """So long before or after the time last spoken of."""
    return Shift(unit=unit_of(found), amount=amount_of(found), anchor="then", past=found.word("way") != "later", counted=True)


def year_ago(found: Found) -> Meaning:
    """The same period a year before: "year-earlier", "the year-ago quarter", "the corresponding period last year"."""
    return Same(unit="period", years=-1)


def relative_unit(found: Found) -> Meaning | None:
    """Last year, next week, this month, the previous day."""
    relative, unit = _relative(found), unit_of(found)
    if relative is None:
        return None
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
    if unit == "Q":
        return Same(unit="Q", ended=True, words=len(found.tokens) - 1)
    return Length(unit=unit, amount=1, words=len(found.tokens) - 1) if unit in ("Y", "M", "W") else None


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


def every_named(found: Found) -> Meaning:
    """Every Thursday, each July, Tuesdays, summer Saturdays."""
    weekday = _int(found, "weekday") or _int(found, "weekdays")
    if weekday:
        part = _VALUED["part"].get(found.word("part")) or _VALUED["parts"].get(found.word("parts")) or ""
        return Fixed(value=f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""), type="SET")
    month = _int(found, "month")
    if month:
        return Fixed(value=f"XXXX-{month:02d}" + (f"-{day:02d}" if (day := found.number("day")) else ""), type="SET")
    return Fixed(value=f"XXXX-{_str(found, 'season') or _str(found, 'seasons')}", type="SET")


def recurring(found: Found) -> Meaning:
    """Daily, annually."""
    return Fixed(value=str(_VALUED["recurring"][found.word("recurring")]), type="SET")


def part_of_day(found: Found) -> Meaning | None:
    """This morning, last night, tonight, overnight, the morning."""
    part = "NI" if found.word("part") in ("tonight", "overnight") else _part(found)
    if part is None:
        return None
    relative = _relative(found)
    if found.word("part") == "overnight" or relative == "last":
        return Calendar(day_shift=-1, part=part)
    if relative == "this" or found.word("part") == "tonight":
        return Calendar(day_shift=0, part=part)
    if relative in ("next", "following"):
        return Shift(unit="D", amount=1, anchor="then", past=False)
    return Clock(part=part)


def clock_time(found: Found) -> Meaning | None:
    """5 p.m., noon, ten o'clock."""
    if "oclock" in found.named:
        hour = found.number("n") or 0
        return Clock(part=f"{hour:02d}:00") if hour <= 24 else None
    part = _part(found)
    return Clock(part=part) if part else None


def no_time(_found: Found) -> Meaning:
    """An age: as long as the words of a time, so that no part of it is taken for one."""
    return NoTime()


def quarter_century(_found: Found) -> Meaning:
    """A quarter of a century."""
    return Length(unit="Y", amount=25)


def recent_units(found: Found) -> Meaning:
    """Recent weeks: no length is told, only that it is past (dev: as often valued PAST_REF as PXW)."""
    return Fixed(value="PAST_REF" if is_plural(found) else length_value(unit_of(found), 1))


def coming_units(found: Found) -> Meaning | None:
    """The coming weeks name no dates; the coming week is the next one."""
    if not found.word("unit").endswith("s"):
        return relative_unit(found)
    return Fixed(value="FUTURE_REF")


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


_NEARLY = "((no? compare than)|(at leastmost)|(upto to)|approx)?"
_EDGE = "(((the|this|a)? early dash? in?)|((the|a)? early? edge of)|(earlier in?)|sometime)?"
_OF_YEAR = "((comma|of|in)* fiscal? y=year)"
_REL_YEAR = "((of|in)? (the)? yr=past yearword|(of|in)? yr=this yearword|(of|in)? yr=next yearword)"
_AMOUNT = (
    "((n=num above=num slash below=num)|(n=num dash? frac=frac)|(n=num dash? and dash? a dash? plus=halfword)|(a? halfword=halfword dash? a?)"
    "|(low=num (to|or|dash) num)|n=num|n=dec|(a? some=some of?)|one=a)"
)
_UNITS = "(additional* trading? unit=unit)"
_PERIOD = "(period)?"
_DETERMINED = "((the|poss|these|that|this)? (past|next|first|pastly|following|early|ord)?)"

RULES = (
    # Dates with a day
    Rule("iso", iso_date),
    Rule("slashed", slashed_date),
    Rule(f"(this? next? weekday=weekday comma?)? approx? month=month the? (day=day|day=dayord) {_OF_YEAR}?", calendar),
    Rule(
        f"(this? next? weekday=weekday comma?)? approx? the? (day=day|day=dayord) of? month=month {_OF_YEAR}?", calendar
    ),
    Rule(f"approx? clock=clock zone? (comma|on)* (weekday=weekday comma?)? month=month day=day {_OF_YEAR}?", calendar),
    Rule(f"approx? month=month day=day {_OF_YEAR}? (comma|at)* clock=clock zone?", calendar),
    # Months
    Rule(f"{_EDGE} approx? month=month {_OF_YEAR}", calendar),
    Rule(f"{_EDGE} month=month {_REL_YEAR}", calendar),
    Rule(f"{_EDGE} (this? r=past|r=this|r=next|(the r=following)) month=month", calendar),
    Rule(f"{_EDGE} approx? month=month", calendar),
    # Quarters and halves
    Rule(
        f"{_EDGE} (the|poss|a|this)? (fiscal=fiscal|current|corresponding|full)* (y=year)? q=ord (fiscal dash?)?"
        f" quarterword ({_OF_YEAR}|{_REL_YEAR})?",
        calendar,
    ),
    Rule(f"(fiscal=fiscal dash?)? (y=year)? q=ord dash quarterword ({_OF_YEAR})?", calendar),
    Rule("(yr=past|yr=this|yr=next) yearword s (fiscal=fiscal)? q=ord dash? (fiscal)? quarterword", calendar),
    Rule(f"quartername=quartername {_OF_YEAR}?", calendar),
    Rule("y=year (dash|comma)? (quartername=quartername|halfname=halfname)", calendar),
    Rule(f"(the|poss)? (fiscal=fiscal)? h=ord dash? halfword ({_OF_YEAR}|{_REL_YEAR})", calendar),
    Rule("(yr=past|yr=this|yr=next) yearword s h=ord dash? halfword", calendar),
    Rule(f"the? past halfword ({_OF_YEAR}|{_REL_YEAR})", last_half),
    Rule(f"halfname=halfname {_OF_YEAR}", calendar),
    # Seasons
    Rule(f"{_EDGE} (the|(this? r=past)|r=this|r=next)? season=season {_OF_YEAR}?", calendar),
    Rule(f"{_EDGE} the? season=season {_REL_YEAR}", calendar),
    Rule("(every|the? past num) (season=season|seasons=seasons)", every_named),
    # Years, decades, centuries
    Rule(f"{_EDGE} approx? (the? yearword)? y=year", calendar),
    Rule(f"{_EDGE} approx? the? fiscal=fiscal yearword? y=year", calendar),
    Rule(f"{_EDGE} the? decade=decade", decade),
    Rule(f"{_EDGE} the? c=ord dash? centuryword", century),
    Rule("the? y=year (period|unit=unit)", same_unit),
    # Weekdays
    Rule(f"{_EDGE} (the? r=past|r=this|r=next|the r=previous|the r=following|this r=next)? weekday=weekday", calendar),
    Rule(f"{_EDGE} (r=past|r=this|r=next)? weekday=weekday early? part=part", calendar),
    Rule("early? dash? part=part (of|on|comma)? weekday=weekday", calendar),
    Rule("approx? clock=clock localtime? timeword? zone? (on|comma)* weekday=weekday", calendar),
    Rule("weekday=weekday (at|comma)* approx? clock=clock localtime? timeword? zone?", calendar),
    Rule("every weekday=weekday (part=part)?", every_named),
    Rule("weekdays=weekdays", every_named),
    Rule("weekday=weekday parts=parts", every_named),
    Rule("every month=month (day=day)?", every_named),
    # Days and parts of days by today
    Rule(f"{_EDGE} deictic=deictic", calendar),
    Rule(f"{_EDGE} deictic=deictic s? part=part", calendar),
    Rule("early? dash? part=part deictic=deictic", calendar),
    Rule("approx? clock=clock zone? deictic=deictic", calendar),
    Rule("deictic=deictic at? clock=clock zone?", calendar),
    Rule(f"{_EDGE} (r=last|r=this|(the r=next)|(the r=following)|the|that|(the same)) part=part", part_of_day),
    Rule("part=tonight", part_of_day),
    Rule("part=overnight", part_of_day),
    Rule(f"{_NEARLY} clock=clock localtime? timeword? zone?", clock_time),
    Rule("n=num oclock=oclock", clock_time),
    Rule("(early|approx)? dash? part=part", clock_time),
    Rule("holiday=holiday (weekdayword|eve)? (y=year)?", calendar),
    # Counted from now or then
    Rule(f"({_NEARLY}|over) {_AMOUNT} {_UNITS} (or so)? dash? ago", shift_ago),
    Rule(f"({_NEARLY}|over) {_AMOUNT} {_UNITS} from now", shift_from_now),
    Rule(f"({_NEARLY}|over) {_AMOUNT} {_UNITS} (way=earlier)", shift_then),
    Rule("unit=unit ago", shift_ago),
    Rule("corresponding? yearword dash yearago", year_ago),
    Rule("(the|a)? corresponding? yearword dash yearago (period|(ord? dash? quarterword)|(num unit))", year_ago),
    Rule("the corresponding (period|quarterword) (a? yearword yearago|of? (the)? past yearword)?", year_ago),
    Rule("past yearword s (period|quarterword)", year_ago),
    Rule("the quarterword a yearword ago", year_ago),
    # Units around now
    Rule(f"{_EDGE} (the=the)? (this? r=past|r=this|r=next|r=following) fiscal? unit=unit (or so)?", relative_unit),
    Rule(f"{_EDGE} (the=the) r=current fiscal? unit=unit", relative_unit),
    Rule(f"{_EDGE} (the|poss) (full|fiscal)* unit=unit", same_unit),
    Rule("(the|poss) (full|fiscal)* unit=unit ended", unit_ended),
    Rule(f"{_EDGE} (that=that|(the that=same)) unit=unit", same_unit),
    Rule("the latest? period", same_unit),
    Rule("approx? (the|(the unit=unit s))? unit=unit s? dash? end", end_of_unit),
    # Lengths
    Rule(f"{_NEARLY} {_DETERMINED} {_AMOUNT} {_UNITS} (or so)?", length),
    Rule(f"{_AMOUNT} {_UNITS} old", no_time),
    Rule(f"{_AMOUNT} dash unit=unit dash old", no_time),
    Rule(f"{_NEARLY} {_AMOUNT} dash unit=unit", length),
    Rule(f"(the|a) {_AMOUNT} dash unit=unit period", length),
    Rule(f"over (n=num|one=a) {_UNITS}", length),
    Rule(f"a unit=unit and one=a plus=halfword", length),
    Rule("unit=unit", length),
    Rule("(a|poss|the)? quarterword dash? centuryword", quarter_century),
    Rule("times a unit=unit", every_unit),
    Rule("times every unit=unit", every_unit),
    Rule("(the|these)? recent unit=unit (and unit)?", recent_units),
    Rule("(the)? coming unit=unit", coming_units),
    Rule("the unit=unit ahead", length),
    # Sets
    Rule("every (n=num|other=other|(some=some))? unit=unit", every_unit),
    Rule("recurring=recurring", recurring),
)
