"""Days on which a text cannot have been written, by what it says itself.

Three contradictions are looked for, in English texts: a weekday told as coming just after one told as past ("arrived
on Sunday ahead of Monday's meeting" was not written on a Tuesday); a weekday of "this week" told as coming that lies
before the day; a dated event told as coming that lies before it. Quotations are left out: what a speaker said may be
older.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import msgspec

from variorum.lang.tables import load_table
from variorum.read.datewords import months
from variorum.text.split import split_sentences

_MOST_SENTENCES = 40  # of a text that are read: reports tell when they were written in their first half
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]|‘[^‘’]{10,}’")
_DAY_MONTH = re.compile(
    r"\b(?:on|by|until|for|from)\s+(?:(?P<m1>[A-Z][a-z]{2,8})\.?\s+(?P<d1>\d{1,2})|(?P<d2>\d{1,2})\s+(?P<m2>[A-Z][a-z]{2,8}))\b"
    r"(?:,?\s+(?P<year>(?:19|20)\d\d))?"
)
# What stands before a date in _DAY_MONTH: without it and without a weekday nothing contradicts, as in other languages.
_BEFORE_DATE = re.compile(r"\b(?:on|by|until|for|from)(?![^\W_])")
_LONG_PAST = 150  # days within which a date without a year is taken for the one before, not for next year's
_SUNDAY = 6
_SLACK = 1  # days that a time zone or a late edition may move a report


class _Said(msgspec.Struct, frozen=True):
    """A weekday (Monday is 0) and how a sentence tells it."""

    weekday: int
    coming: bool


class _Sentence(msgspec.Struct, frozen=True):
    text: str
    days: tuple[_Said, ...]
    this_week: bool


def is_contradicted(day: str, text: str) -> bool:
    """Say whether the text cannot have been published on `day` (ISO 8601, to the day; less exact days never are)."""
    if len(day) < 10:
        return False
    if not _weekday().search(text) and not _BEFORE_DATE.search(text):
        return False
    published = date.fromisoformat(day[:10])
    sentences = list(_sentences(text))
    return _breaks_weekdays(published, sentences) or _breaks_dates(published, sentences)


def _breaks_weekdays(published: date, sentences: list[_Sentence]) -> bool:
    this_week = any(sentence.this_week for sentence in sentences)
    for sentence in sentences:
        for first, second in zip(sentence.days, sentence.days[1:], strict=False):
            if second.coming and not first.coming:
                # The text was written between the two, both included.
                span = (second.weekday - first.weekday) % 7
                if (published.weekday() - first.weekday) % 7 > span + (_SLACK if not this_week else 0):
                    return True
    coming = {said.weekday for sentence in sentences for said in sentence.days if said.coming}
    past = {said.weekday for sentence in sentences for said in sentence.days if not said.coming}
    # On a Sunday "this week" may be the one that begins; nothing of it lies behind.
    today = published.weekday() if published.weekday() < _SUNDAY else -1
    return this_week and bool(coming - past) and all(weekday < today for weekday in coming - past)


def _breaks_dates(published: date, sentences: list[_Sentence]) -> bool:
    before = after = 0
    for sentence in sentences:
        for match in _DAY_MONTH.finditer(sentence.text):
            event = _event_day(match, published)
            if event is not None and _is_coming(sentence.text[: match.start()]):
                before += event < published - timedelta(days=_SLACK)
                after += event >= published - timedelta(days=_SLACK)
    return before > 0 and after == 0


def _event_day(match: re.Match[str], published: date) -> date | None:
    """Return the day that a match names; without a year the one nearest before `published`, if not long ago."""
    month = months().get((match["m1"] or match["m2"]).lower())
    if month is None:
        return None
    try:
        if match["year"]:
            return date(int(match["year"]), month, int(match["d1"] or match["d2"]))
        event = date(published.year, month, int(match["d1"] or match["d2"]))
    except ValueError:
        return None
    if event > published:
        return (
            event
            if (event - published).days < 365 - _LONG_PAST
            else event.replace(day=min(event.day, 28), year=event.year - 1)
        )
    return (
        event if (published - event).days <= _LONG_PAST else event.replace(day=min(event.day, 28), year=event.year + 1)
    )


def _sentences(text: str) -> Iterator[_Sentence]:
    for span in split_sentences(text[:12_000])[:_MOST_SENTENCES]:
        said = _QUOTED.sub(" ", text[span.start : span.end])
        yield _Sentence(said, tuple(_weekdays(said)), "this week" in said)


def _weekdays(sentence: str) -> Iterator[_Said]:
    """Yield the weekdays of a sentence whose side of the present it tells, by the last cue before each."""
    for match in _weekday().finditer(sentence):
        before = sentence[: match.start()]
        coming = max((cue.end() for cue in _cues("coming").finditer(before)), default=-1)
        past = max((cue.end() for cue in _cues("past").finditer(before)), default=-1)
        if max(coming, past) >= 0:
            yield _Said(_names().index(match[1].lower()), coming > past)


def _is_coming(before: str) -> bool:
    cues = [(cue.end(), True) for cue in _cues("coming").finditer(before)]
    cues += [(cue.end(), False) for cue in _cues("past").finditer(before)]
    return bool(cues) and max(cues)[1] and not any(not coming for _, coming in cues)


@cache
def _names() -> list[str]:
    names: str = load_table("en", "publication")["weekdays"]
    return names.split()


@cache
def _weekday() -> re.Pattern[str]:
    names = "|".join(name.capitalize() for name in _names())
    return re.compile(rf"\b(?<!last )(?<!next )(?<!every )({names})(?!s\b)(?! night)\b")


@cache
def _cues(kind: str) -> re.Pattern[str]:
    cues = [cue.strip() for cue in load_table("en", "publication")[kind].split("|")]
    return re.compile(rf"\b(?:{'|'.join(re.escape(cue) for cue in sorted(cues, key=len, reverse=True))})\b")
