"""What grouping knows of a report: its words weighed by rarity, its names, its day. Made from text, title and date alone."""

from __future__ import annotations

import datetime
import math
import re
from collections import Counter
from collections.abc import Iterable

import msgspec

from variorum.lang.background import rarity
from variorum.model.report import Report
from variorum.model.span import ReportId
from variorum.text.shingles import find_words, fold_word, word_pattern

Weights = dict[str, float]

HEAD_WORDS = 200
LEDE_WORDS = 60
_ENDS_SENTENCE = re.compile(r"[.!?:\n][\"'”’»)]*\s*$")


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """One report as grouping sees it. Weights are of length 1. `day` is the proleptic ordinal of publication, or None."""

    id: ReportId
    day: int | None
    head: Weights
    lede: Weights
    names: Weights


def make_profile(report: Report) -> Profile:
    """Return the profile of a report."""
    title = [fold_word(word) for word in find_words(report.title or "")]
    head = _head(report.text)
    words = [fold_word(word) for word in find_words(head)]
    return Profile(
        id=report.id,
        day=_day(report),
        head=weigh(title * 2 + words),
        lede=weigh(title + words[:LEDE_WORDS]),
        names=weigh(find_names(head)),
    )


def weigh(words: Iterable[str]) -> Weights:
    """Return the weight of each word: 1 + log of its count, times its rarity, scaled to length 1."""
    weights = {word: (1 + math.log(count)) * rarity(word) for word, count in Counter(words).items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items() if weight > 0} if length else {}


def find_names(text: str) -> list[str]:
    """Return the folded words of `text` that are written as names: capitalised where no sentence begins."""
    names = []
    for match in word_pattern(text).finditer(text):
        if (
            match[0][0].isupper()
            and match.start()
            and not _ENDS_SENTENCE.search(text, max(0, match.start() - 4), match.start())
        ):
            names.append(fold_word(match[0]))
    return names


def _head(text: str) -> str:
    words = 0
    for match in word_pattern(text).finditer(text):
        words += 1
        if words > HEAD_WORDS * 2:
            return text[: match.start()]
    return text


def _day(report: Report) -> int | None:
    # A date that stands in the page's head is often the day of the visit, not of the report.
    if not report.published or len(report.published) < 10 or report.published_basis in ("header", "text"):
        return None
    return datetime.date.fromisoformat(report.published[:10]).toordinal()
