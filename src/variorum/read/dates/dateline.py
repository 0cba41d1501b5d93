"""The date of a report and its basis: rivals weighed together, for pages and for plain texts alike.

A date comes with the evidence it was read from. One that the text itself contradicts is not taken; where none can be
defended the answer is None.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from variorum.model.report import PublishedBasis
from variorum.read.dates.contradictions import fits_opening, is_contradicted, opening_weekday

SURE = 0.8  # weight from which a place by itself settles the day
LEAST = -0.9  # log odds below which a date is not defended; a line of no known meaning, alone, stands at -0.85

_OPENING = 0.5  # share that the weekday in the opening has beside places of dates: no right date of 622 pages is lost
_WRITTEN_THAT_DAY = 0.46  # of the reports that open with a weekday: they were published on it (81 dated reports)

_UTC = re.compile(r"T\d\d:\d\d.*(?:Z|\+00:00)$")


class DateCandidate(msgspec.Struct, frozen=True, kw_only=True):
    """One date that a report may have been published on.

    `value` is ISO 8601, as precise as is known, with the time and zone where they stand. `evidence` is what it was read
    from, in words for people ("meta article:published_time", "the line 'Tue, 21-Oct-2025'"). `weight` says how far such
    a place is to be trusted before the text is asked (0 to 1, measured on the date benchmark). `updated` marks the date
    of the last change. Candidates of one `place` are one witness for their day; "" is a place of its own.
    """

    value: str
    basis: PublishedBasis
    evidence: str
    weight: float = 0.5
    updated: bool = False
    place: str = ""


def choose_date(candidates: Sequence[DateCandidate], text: str) -> DateCandidate | None:
    """Return the candidate that is best defended, or None. `text` is the report's body, asked for contradictions.

    The weights of the places that give one day are added up as log odds, with what the weekday in the text's opening
    says of that day. Dates of the last change speak only where no sure date of publication is there. Of the candidates
    for the best day the one with the most trusted place is given, with the time of day if any of them has one.
    """
    candidates = list(_settle_zones(candidates))
    sure = any(each.weight >= SURE and not each.updated for each in candidates)
    days: dict[str, dict[str, DateCandidate]] = {}
    for number, each in enumerate(candidates):
        if not (each.updated and sure):
            places = days.setdefault(each.value[:10], {})
            place = each.place or str(number)
            if place not in places or places[place].weight < each.weight:
                places[place] = each
    scores = {
        day: sum(_odds(each.weight) for each in places.values()) + _OPENING * fits_opening(day, text)
        for day, places in days.items()
    }
    for day in sorted(days, key=lambda day: (-scores[day], day)):
        if scores[day] < LEAST:
            return None
        if not is_contradicted(day, text):
            return _best_of(days[day].values())
    return None


def date_by_opening(shown: str, text: str) -> DateCandidate | None:
    """Return the day that a text's own words give a report that was shown on `shown` (ISO 8601): a day before.

    "Reached Washington on Sunday", read on a Wednesday, was written on that Sunday or the day after. None where the
    opening tells no weekday as past, or one that fits `shown`.
    """
    weekday = opening_weekday(text)
    if weekday is None:
        return None
    seen = date.fromisoformat(shown[:10])
    days = (seen.weekday() - weekday) % 7
    if days <= 1:
        return None
    return DateCandidate(
        value=(seen - timedelta(days=days)).isoformat(),
        basis="text",
        evidence=f"the weekday that its opening tells of, the last one before it was shown on {seen}",
        weight=_WRITTEN_THAT_DAY,
    )


def _settle_zones(candidates: Sequence[DateCandidate]) -> Iterator[DateCandidate]:
    """Yield the candidates, a stamp in UTC on the day before or after where something sure on the page says so.

    "2023-11-09T01:49Z" is 8 November in California, and it is that day which the page shows and its address has.
    """
    local = {each.value[:10] for each in candidates if each.weight >= SURE and not _UTC.search(each.value)}
    for each in candidates:
        if _UTC.search(each.value) and each.value[:10] not in local:
            day = date.fromisoformat(each.value[:10]) + timedelta(days=-1 if int(each.value[11:13]) < 12 else 1)
            if day.isoformat() in local:
                yield msgspec.structs.replace(each, value=day.isoformat())
                continue
        yield each


def _best_of(candidates: Iterable[DateCandidate]) -> DateCandidate:
    best = max(candidates, key=lambda each: (each.weight, len(each.value)))
    timed = [each for each in candidates if len(each.value) > len(best.value) == 10 and each.weight >= SURE]
    return msgspec.structs.replace(best, value=timed[0].value) if timed else best


def _odds(weight: float) -> float:
    return math.log(weight / (1 - weight)) if 0 < weight < 1 else math.copysign(9.0, weight - 0.5)
