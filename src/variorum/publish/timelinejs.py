"""The timeline of a record as JSON for TimelineJS (https://timeline.knightlab.com/docs/json-format.html).

Every slide needs a year, so that an event whose date names no day, month or year is left out; TimelineJS shows text as
HTML, so all words are escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from typing import Any

import msgspec

from variorum.model.record import Event, Record
from variorum.publish.dates import date_in_words, find_days, span_in_words
from variorum.publish.edition import Edition, Witness
from variorum.publish.sheet import safe_address
from variorum.publish.wording import counts_of, excerpted

_CLOCK = re.compile(r"T(\d\d):(\d\d)")

_Slide = dict[str, Any]  # the shape is TimelineJS's, not ours


def render_timelinejs(records: Sequence[Record]) -> str:
    """Return one timeline of all events of `records`; where there are several, each is a group."""
    editions = [Edition(record) for record in records]
    slides = [slide for number, edition in enumerate(editions) for slide in _slides(edition, number, len(records))]
    timeline: _Slide = {"scale": "human", "events": slides}
    if len(editions) == 1:
        record = editions[0].record
        told = " · ".join(part for part in (span_in_words(record.first, record.last), counts_of(editions[0])) if part)
        timeline["title"] = {"text": {"headline": escape(record.title), "text": escape(told)}}
    return msgspec.json.format(msgspec.json.encode(timeline), indent=1).decode() + "\n"


def _slides(edition: Edition, number: int, records: int) -> Iterator[_Slide]:
    for event in edition.record.events:
        days = find_days(event.date)
        if days is None:
            continue
        slide: _Slide = {
            "unique_id": re.sub(r"[^\w-]", "-", f"r{number}-{event.id}"),
            "start_date": _date(event.date, days.first),
            "display_date": date_in_words(event.date),
            "text": {"headline": escape(excerpted(event.text)), "text": _sources(edition, event)},
        }
        if days.last != days.first:
            slide["end_date"] = _date("", days.last)
        if records > 1:
            slide["group"] = edition.record.title
        yield slide


def _date(value: str, day: date) -> _Slide:
    parts: _Slide = {"year": day.year, "month": day.month, "day": day.day}
    if clock := _CLOCK.search(value):
        parts |= {"hour": int(clock[1]), "minute": int(clock[2])}
    return parts


def _sources(edition: Edition, event: Event) -> str:
    return "<p>" + "; ".join(_source(witness) for witness in edition.witnesses_of(event.readings)) + "</p>"


def _source(witness: Witness) -> str:
    words = escape(f"{witness.name}, {witness.date}")
    address = safe_address(witness.report.url)
    return f'<a href="{escape(address)}">{words}</a>' if address else words
