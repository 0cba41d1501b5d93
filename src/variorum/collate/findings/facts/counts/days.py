"""Which day the sentences of a story are of, and which days besides it they name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from variorum.collate.findings.deciding.moments import last_day
from variorum.collate.points import Value, Wording

# A sentence that names a day so long before the story's tells of something else.
_BACK = timedelta(days=3)
_DAY = 10
_DATED = re.compile(r"\d{4}|XXXX-\d\d$")


def day_of_story(wordings: Sequence[Wording]) -> date | None:
    """Return the day that the sentences name most often, None where they name none."""
    days: Counter[date] = Counter()
    for wording in wordings:
        for value in wording.values:
            day = last_day(value.time.value[:_DAY]) if value.time is not None and _is_day(value) else None
            if day is not None:
                days[day] += len(wording.homes)
    return min(days, key=lambda day: (-days[day], day), default=None)


def _is_day(value: Value) -> bool:
    return value.time is not None and value.time.type in ("DATE", "TIME") and len(value.time.value) >= _DAY


def other_days(values: Sequence[Value], story: date | None) -> str:
    """Return the days, months and years among some values that are not the story's day: "2005-03 2019"."""
    found = set()
    for value in values:
        time = value.time
        if time is None or time.type not in ("DATE", "TIME") or not _DATED.match(time.value):
            continue
        day = last_day(time.value[:_DAY])
        if story is None or day is None or not _is_day(value) or abs(story - day) > _BACK:
            found.add(time.value[:_DAY])
    return " ".join(sorted(found))


def are_of_two_days(one: Wording, other: Wording) -> bool:
    """Return whether sentences name days, and no day in common."""
    left, right = (
        {value.time.value[:_DAY] for value in wording.values if value.time is not None and _is_day(value)}
        for wording in (one, other)
    )
    return bool(left and right) and not left & right
