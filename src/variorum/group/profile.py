"""What grouping knows of a report: its words weighed by rarity in four fields, its day and the weekdays it names.

Made from text, title and date alone. Words are kept as 32-bit numbers, so that a profile is small and may be saved; how
rare a word is comes from the languages at large and not from the archive: a report's profile never changes.
"""

from __future__ import annotations

import datetime
import math
import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from variorum.lang.background import rarity
from variorum.model.report import Report
from variorum.model.span import ReportId
from variorum.text.shingles import fold_word, hash_word, is_unspaced, word_pattern

Terms = NDArray[np.uint32]
Weights = NDArray[np.float32]

FIELDS = ("body", "names", "title", "lede")
HEAD_WORDS = 200
LEDE_WORDS = 60
TITLE_WORDS = 20  # of the first line, where there is no title
BODY_WORDS = 800
WEEKDAY_WORDS = 120
HEAVIEST_KEPT = 32
_MAX_KEPT = 500_000  # words remembered; the memory is emptied there
_TAIL = 0.65  # weight of a word's uses after the head: told there, but seldom what the report is about
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_ENDS_SENTENCE = re.compile(r"[.!?:\n][\"'”’»)]*\s*$")
# Dates of these bases are the page's own word for when it was published. One that follows from the words of the text or
# of other reports is no evidence for what story they tell.
_SOLID = frozenset({None, "given", "metadata", "url", "dateline", "header"})


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """One report as grouping sees it.

    `terms` are the numbers of its words in ascending order; `weights` has a row for each and a column for each of
    FIELDS, every column of length 1 or 0. `day` is the proleptic ordinal of publication, or -1. `weekdays` has a
    bit for each weekday named in the head, Monday first. `heaviest` are the folded words that weigh most.
    """

    id: ReportId
    day: int
    weekdays: int
    terms: Terms
    weights: Weights
    heaviest: tuple[str, ...] = ()
    language: str | None = None


def make_profile(report: Report) -> Profile:
    """Return the profile of a report."""
    fields = weigh_fields(report)
    numbers = {_KNOWN[word].number: word for word in set().union(*fields)}
    terms = sorted(numbers)
    words = [numbers[term] for term in terms]
    weights = np.zeros((len(terms), len(FIELDS)), dtype=np.float32)
    for column, field in enumerate(fields):
        weights[:, column] = [field.get(word, 0.0) for word in words]
    day = solid_day(report)
    return Profile(
        id=report.id,
        day=-1 if day is None else day,
        weekdays=_weekdays(report.text),
        terms=np.array(terms, dtype=np.uint32),
        weights=weights,
        heaviest=tuple(sorted(fields[0], key=lambda word: (-fields[0][word], word))[:HEAVIEST_KEPT]),
        language=report.language,
    )


def weigh_fields(report: Report) -> list[dict[str, float]]:
    """Return the weight of each folded word, for each of FIELDS."""
    title, _ = _fold_words(report.title or _first_line(report.text), BODY_WORDS)
    words, named = _fold_words(report.text, BODY_WORDS)
    head, tail = words[:HEAD_WORDS], words[HEAD_WORDS:]
    counts: Counter[str] = Counter(head)
    body = {word: float(count) for word, count in counts.items()}
    for word in title:
        body[word] = body.get(word, 0.0) + 2
    for word, count in Counter(tail).items():
        body[word] = body.get(word, 0.0) + _TAIL * count
    names = Counter(word for word, is_name in zip(head, named, strict=False) if is_name)
    return [_weigh(body), _weigh(names), _weigh(Counter(title)), _weigh(Counter(words[:LEDE_WORDS]))]


def _first_line(text: str) -> str:
    """What stands for the title of a report without one: pages saved as text mostly begin with theirs."""
    words = text[: TITLE_WORDS * 40].lstrip().partition("\n")[0].split()
    return " ".join(words[:TITLE_WORDS])


def solid_day(report: Report) -> int | None:
    """Return the day of publication (proleptic ordinal) where it is known to the day from a sound source, else None."""
    if not report.published or len(report.published) < 10 or report.published_basis not in _SOLID:
        return None
    return datetime.date.fromisoformat(report.published[:10]).toordinal()


def _weigh(counts: Mapping[str, float]) -> dict[str, float]:
    weights = {word: math.log1p(count) * _KNOWN[word].rarity for word, count in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items() if weight > 0} if length else {}


class _Term(NamedTuple):
    """A folded word's number and rarity."""

    number: int
    rarity: float


class _Known(dict[str, _Term]):
    """Folded words met in this process, so that each is hashed and looked up once."""

    def __missing__(self, word: str) -> _Term:
        if len(self) >= _MAX_KEPT:
            self.clear()
        term = self[word] = _Term(hash_word(word) & 0xFFFFFFFF, rarity(word))
        return term


class _Parts(dict[str, tuple[str, ...]]):
    """The folded words that a written word is weighed as: itself, or in Korean, which joins particles, its pairs.

    Empty for a character of a script without spaces: one tells little, pairs of neighbours come nearest to words.
    """

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) >= _MAX_KEPT:
            self.clear()
        if is_unspaced(word):
            parts: tuple[str, ...] = ()
        elif _HANGUL.match(word) and len(word) > 2:
            parts = tuple(word[at : at + 2] for at in range(min(len(word), 64) - 1))
        else:
            parts = (fold_word(word),)
        self[word] = parts
        return parts


_KNOWN, _PARTS = _Known(), _Parts()


def _fold_words(text: str, most: int) -> tuple[list[str], list[bool]]:
    """Folded words of the head of `text`, and whether each is written as a name: capitalised within a sentence."""
    words: list[str] = []
    named: list[bool] = []
    last, last_end = "", -1
    for match in word_pattern(text).finditer(text):
        word = match[0]
        parts = _PARTS[word]
        if not parts:
            parts = (last + word,) if match.start() == last_end else ()
            last, last_end = word, match.end()
        is_name = word[0].isupper() and not _begins_sentence(text, match.start())
        words += parts
        named += [is_name] * len(parts)
        if len(words) >= most:
            break
    return words, named


def _begins_sentence(text: str, start: int) -> bool:
    return start == 0 or _ENDS_SENTENCE.search(text, max(0, start - 4), start) is not None


def _weekdays(text: str) -> int:
    head = text[: WEEKDAY_WORDS * 6].lower()
    return sum(1 << bit for bit, name in enumerate(_WEEKDAYS) if name in head)
