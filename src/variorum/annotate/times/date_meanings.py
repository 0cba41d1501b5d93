"""What the words of dates and times of day mean, once a pattern has found them."""

from __future__ import annotations

import msgspec

from variorum.annotate.times.grammar import Found
from variorum.annotate.times.meaning import Calendar, Clock, Fixed, Meaning, Relative, Shift
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
    "that": "that",
    "same": "that",
}


def relative_of(found: Found) -> Relative | None:
    """Return how the word named `r` points, None if it does not."""
    return _RELATIVES.get(found.word("r"))


def _year_shift(found: Found) -> int | None:
    """Years from the present one that "this year" or "last year" after or before a part of a year says."""
    word = found.word("yr")
    if not word:
        return None
    return {"last": -1, "previous": -1, "following": 1, "next": 1}.get(_RELATIVES.get(word, "this"), 0)


def part_of(found: Found) -> str | None:
    """Return the time of day that is named, a clock time or a TIMEX3 part; None where none is."""
    if "clock" in found.named:
        return read_clock(found.word("clock"))
    part = found.word("part")
    return str(_VALUED["part"][part]) if part in _VALUED["part"] else None


def read_clock(words: str) -> str:
    """Return the time of day of "5 p.m.", "10:30", "7.15am" as `17`, `10:30`, `07:15`."""
    if len(words) >= 4 and words[:4].isdigit():
        return f"{int(words[:2]) % 24:02d}:{words[2:4]}"
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
    quarter, half = found.number("q"), found.number("h")
    if (quarter is not None and not 1 <= quarter <= 4) or (half is not None and not 1 <= half <= 2):
        return None
    if day is not None and not 1 <= day <= 31:
        return None
    if len(found.word("q")) == 4 and year is None:
        year = century_of(int(found.word("q")[2:]))  # 2Q24
    deictic = _of_table(found, "deictic")
    return Calendar(
        year=year,
        month=month,
        day=day,
        weekday=_int(found, "weekday"),
        quarter=quarter,
        half=half,
        season=_str(found, "season"),
        day_shift=int(deictic) if deictic is not None else None,
        relative=relative_of(found),
        year_shift=_year_shift(found),
        part=part_of(found),
        words=_shown(found),
    )


def _shown(found: Found) -> int | None:
    """How many words belong to the first of two days named together ("March 17-18"); None where there is one."""
    if "other" not in found.named:
        return None
    return next(index for index, token in enumerate(found.tokens) if token is found.named["until"])


def second_day(found: Found) -> Meaning | None:
    """The second of two days named together."""
    place = next(index for index, token in enumerate(found.tokens) if token is found.named["day"])
    meaning = calendar(found)
    is_last = "month" not in found.named or found.named["month"].start < found.named["day"].start
    words = len(found.tokens) - place if is_last else None
    return msgspec.structs.replace(meaning, skip=place, words=words) if isinstance(meaning, Calendar) else None


def day_of_month(found: Found) -> Meaning:
    """The 15th: a day of the month spoken of."""
    return Calendar(day=found.number("day"), of_month=True)


def last_half(found: Found) -> Meaning | None:
    """The last half of a year is its second."""
    meaning = calendar(found)
    return Calendar(year=found.number("y"), half=2, year_shift=_year_shift(found)) if meaning else None


def iso_date(found: Found) -> Meaning:
    """A date already written as a value."""
    value = found.tokens[0].word.upper()
    return Fixed(value=value, type="TIME" if "T" in value else "DATE")


def slashed_date(found: Found) -> Meaning | None:
    """A date as 02/13/98: month first, as in American news, unless that cannot be; where both can, both are given."""
    first, second, year = (int(part) for part in found.tokens[0].word.split("/"))
    month, day = (first, second) if first <= 12 else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    swapped = month if first <= 12 and second <= 12 and first != second else None
    return Calendar(year=century_of(year) if year < 100 else year, month=month, day=day, swapped=swapped)


def dotted_date(found: Found) -> Meaning | None:
    """A date as 14.03.2025, day first."""
    day, month, year = (int(part) for part in found.tokens[0].word.split("."))
    return Calendar(year=year, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def era_year(found: Found) -> Meaning | None:
    """44 BC is BC0044, AD 79 is 0079, as TIMEX3 writes them."""
    year = found.number("n") or 0
    return Fixed(value=f"BC{year:04d}" if "bc" in found.named else f"{year:04d}")


def early_hours(found: Found) -> Meaning | None:
    """The early hours of Wednesday: its morning."""
    meaning = calendar(found)
    return msgspec.structs.replace(meaning, part="MO") if isinstance(meaning, Calendar) else None


def weekday_of_week(found: Found) -> Meaning | None:
    """Monday last week, Tuesday of next week."""
    weekday, relative = _int(found, "weekday"), relative_of(found)
    return Calendar(weekday=weekday, week_shift={"last": -1, "previous": -1, "this": 0}.get(relative or "this", 1))


def decade(found: Found) -> Meaning:
    """A decade: its TIMEX3 value is the first three digits of its years."""
    value = found.value("decade")
    return Fixed(value=f"{int(value) if value is not None else 190 + int(_VALUED['decade'][found.word('decade')])}")


def century(found: Found) -> Meaning | None:
    """A century: the first two digits of its years."""
    number = found.number("c")
    return Fixed(value=f"{number - 1:02d}") if number and 1 <= number <= 22 else None


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


def part_of_day(found: Found) -> Meaning | None:
    """This morning, last night, tonight, overnight, the morning."""
    part = "NI" if found.word("part") in ("tonight", "overnight") else part_of(found)
    if part is None:
        return None
    relative = relative_of(found)
    if found.word("part") == "overnight":
        return Calendar(night=True, part=part)
    if relative == "last":
        return Calendar(day_shift=-1, part=part)
    if relative == "this" or found.word("part") == "tonight":
        return Calendar(day_shift=0, part=part)
    if relative in ("next", "following"):
        return Shift(unit="D", amount=1, anchor="then", past=False, part=part)
    return Clock(part=part)


def clock_time(found: Found) -> Meaning | None:
    """5 p.m., noon, ten o'clock."""
    if "oclock" in found.named:
        hour = found.number("n") or 0
        return Clock(part=f"{hour:02d}:00") if hour <= 24 else None
    part = part_of(found)
    return Clock(part=part) if part else None
