"""What a text says of the day on which it was written, in thirteen languages: days that it excludes, days that fit.

Three contradictions are looked for: a weekday told as coming just after one told as past ("arrived on Sunday ahead of
Monday's meeting" was not written on a Tuesday); a weekday of "this week" told as coming that lies before the day; a
dated event told as coming that lies before it. Quotations are left out: what a speaker said may be older. The words and
endings that tell past from coming stand in `lang/mul/publication.toml`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache

import msgspec

from variorum.lang.tables import load_table
from variorum.read.dates.datewords import months, weekdays, weekdays_of
from variorum.text.language import detect_language
from variorum.text.split import split_sentences

_MOST_CHARACTERS = 6_000  # of a text that are read: reports tell when they were written in their first half
_MOST_SENTENCES = 40
_OPENING = 3  # sentences in which the day of the news stands
_QUOTED = re.compile(r"[\"“„][^\"“”]*[\"”“]|‘[^‘’]{10,}’|«[^«»]*»")
_WORD = re.compile(r"[^\W\d_]+(?:-feira|[’'ʼ][^\W\d_]+)?")
_DAY_MONTH = re.compile(
    r"(?:\b(?P<m1>[A-Z][a-z]{2,8})\.?\s+(?P<d1>\d{1,2})(?![\d:.])"
    r"|(?<!\d)(?P<d2>\d{1,2})(?:\.|er|º)?\s+(?:de\s+)?(?P<m2>[^\W\d_]{3,12}))\b"
    r"(?:,?\s+(?:de\s+)?(?P<year>(?:19|20)\d\d))?"
)
_ORDINAL = re.compile(r"(?<!\d)(\d{1,2})\.(?=\s[^\W\d_]{3})")  # "25. August" ends no sentence
_LONG_PAST = 150  # days within which a date without a year is taken for the one before, not for next year's
_ANYTHING = re.compile("")
_NEAR = 60  # characters before a date in which the word stands that tells it as coming
_SUNDAY = 6
_SLACK = 1  # days that a time zone or a late edition may move a report
# Days from the weekday in a report's opening to its publication: 37, 32, 6, 3, 1, 0 and 2 of 81 dated reports of the
# stories set (0 to 6 days); as log odds against an even spread, with one report more in each.
_FRESHNESS = tuple(math.log((count + 1) / (81 + 7) * 7) for count in (37, 32, 6, 3, 1, 0, 2))


class _Said(msgspec.Struct, frozen=True):
    """A weekday (Monday is 0) and how a sentence tells it."""

    weekday: int
    coming: bool


class _Sentence(msgspec.Struct, frozen=True):
    text: str
    days: tuple[_Said, ...]
    this_week: bool


class _Told(msgspec.Struct, frozen=True):
    """What the sentences of a text tell of days, read in one language."""

    language: str
    sentences: tuple[_Sentence, ...]


class _Cues(msgspec.Struct, frozen=True):
    """The patterns of one language."""

    on: re.Pattern[str]
    coming: re.Pattern[str]
    past: re.Pattern[str]
    week: re.Pattern[str]
    weekday: re.Pattern[str]
    days: Mapping[str, int]


def is_contradicted(day: str, text: str) -> bool:
    """Say whether the text cannot have been published on `day` (ISO 8601, to the day; less exact days never are)."""
    if len(day) < 10:
        return False
    published = date.fromisoformat(day[:10])
    return (told := _read_told(text)) is not None and (
        _breaks_weekdays(published, told.sentences) or _breaks_dates(published, told)
    )


def fits_opening(day: str, text: str) -> float:
    """Return the log odds that the weekday in a text's opening lends to `day`: "arrived on Sunday" is told that day.

    0 where the opening tells no weekday as past, or one as coming too.
    """
    weekday = opening_weekday(text)
    if weekday is None or len(day) < 10:
        return 0.0
    return _FRESHNESS[(date.fromisoformat(day[:10]).weekday() - weekday) % 7]


def opening_weekday(text: str) -> int | None:
    """Return the first weekday (Monday is 0) that a text tells as past in its first sentences; None without one."""
    told = _read_told(text)
    said = next((said for sentence in told.sentences[:_OPENING] for said in sentence.days), None) if told else None
    return said.weekday if said and not said.coming else None


def _breaks_weekdays(published: date, sentences: tuple[_Sentence, ...]) -> bool:
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


def _breaks_dates(published: date, told: _Told) -> bool:
    past = after = 0
    cues = _cues(told.language)
    for sentence in told.sentences:
        for match in _DAY_MONTH.finditer(sentence.text):
            before = sentence.text[: match.start()]
            # Without a preposition days are named for many things: "the May 5 law", "l'édition du 13 mai".
            event = _event_day(match, published) if cues.on.search(before) else None
            if event is not None and _is_coming(before, cues):
                past += event < published - timedelta(days=_SLACK)
                after += event >= published - timedelta(days=_SLACK)
    return past > 0 and after == 0


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


@lru_cache(maxsize=16)
def _read_told(text: str) -> _Told | None:
    """Return what a text tells of days; None where it names none, or in a language whose cues are not known."""
    start = _ORDINAL.sub(r"\1 ", text[:_MOST_CHARACTERS])
    if not _day_names() & {word.lower() for word in _WORD.findall(start)}:
        return None
    language = detect_language(text)
    if language not in load_table("mul", "publication"):
        return None
    spans = split_sentences(start)[:_MOST_SENTENCES]
    said = [_QUOTED.sub(" ", start[span.start : span.end]) for span in spans]
    return _Told(language, tuple(_sentences(said, _cues(language))))


def _sentences(said: list[str], cues: _Cues) -> Iterator[_Sentence]:
    for sentence in said:
        yield _Sentence(sentence, tuple(_weekdays(sentence, cues)), cues.week.search(sentence) is not None)


def _weekdays(sentence: str, cues: _Cues) -> Iterator[_Said]:
    """Yield the weekdays of a sentence whose side of the present it tells, by the last cue before each."""
    for match in cues.weekday.finditer(sentence):
        before = sentence[: match.start()]
        coming = max((cue.end() for cue in cues.coming.finditer(before)), default=-1)
        past = max((cue.end() for cue in cues.past.finditer(before)), default=-1)
        if max(coming, past) >= 0:
            yield _Said(cues.days[match[1].lower()], coming > past)


def _is_coming(before: str, cues: _Cues) -> bool:
    found = [(cue.end(), True) for cue in cues.coming.finditer(before)]
    found += [(cue.end(), False) for cue in cues.past.finditer(before)]
    # Another tense in the same sentence leaves it open.
    return all(coming for _, coming in found) and max(found, default=(0, False))[0] > max(0, len(before) - _NEAR)


@cache
def _day_names() -> frozenset[str]:
    """The names of days and months: where none is named, nothing contradicts."""
    return frozenset(name for name in (*weekdays(), *months()) if len(name) > 2)


@cache
def _cues(language: str) -> _Cues:
    table = load_table("mul", "publication")[language]
    capitals = table["capitals"]
    days = {name: number for name, number in weekdays_of(language).items() if len(name) > 3 or not name.isascii()}
    names = "|".join(re.escape(name.capitalize() if capitals else name) for name in sorted(days, key=len, reverse=True))
    apart = "".join(rf"(?<!\b{re.escape(word.strip())} )" for word in table["repeated"].split("|"))
    return _Cues(
        on=re.compile(_pattern(table["on"]).pattern + r"\s+$") if table["on"] else _ANYTHING,
        coming=_pattern(table["coming"]),
        past=_pattern(table["past"]),
        week=_pattern(table["week"]),
        weekday=re.compile(rf"\b{apart}({names})(?!s\b)(?! night)\b", re.NOFLAG if capitals else re.IGNORECASE),
        days=days,
    )


def _pattern(phrases: str) -> re.Pattern[str]:
    forms = sorted((phrase.strip() for phrase in phrases.split("|")), key=len, reverse=True)
    escaped = "|".join(re.escape(form).replace(r"\*", r"[^\W\d_]*") for form in forms)
    return re.compile(rf"\b(?:{escaped})\b")
