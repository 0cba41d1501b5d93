"""What grouping knows of a report: its words weighed by rarity in four fields, its day and the weekdays it names.

Made from text, title and date alone. Words are kept as 32-bit numbers, so that a profile is small and may be saved; how
rare a word is comes from the languages at large and not from the archive: a report's profile never changes.
"""

from __future__ import annotations

import datetime
import re
from itertools import chain
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from variorum.lang.background import rarity
from variorum.model.report import Report
from variorum.model.span import ReportId
from variorum.text.language import detect_language
from variorum.text.shingles import fold_word, hash_word, is_unspaced, word_pattern

Terms = NDArray[np.uint32]
Weights = NDArray[np.float32]

FIELDS = ("body", "names", "title", "lede")
HEAD_WORDS = 200
HEAD_LETTERS = 400
LEDE_WORDS = 60
TITLE_WORDS = 20  # of the first line, where there is no title
BODY_WORDS = 800
WEEKDAY_WORDS = 120
HEAVIEST_KEPT = 32
_MAX_KEPT = 500_000  # words remembered; the memory is emptied there
_LETTERS_A_WORD = 20  # with what stands between; a longer stretch is no prose
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
    bit for each weekday named in the head, Monday first. `heaviest` are the folded words that weigh most. `language` is
    the one given, or that of the head; None where it cannot be told.
    """

    id: ReportId
    day: int
    weekdays: int
    terms: Terms
    weights: Weights
    heaviest: tuple[str, ...] = ()
    language: str | None = None
    has_title: bool = False


def make_profile(report: Report) -> Profile:
    """Return the profile of a report."""
    if len(_LEXICON) >= _MAX_KEPT:
        _LEXICON.empty()
        _PARTS.clear()
    title = _number_words(report.title or _first_line(report.text), BODY_WORDS).words
    words, names = _number_words(report.text, BODY_WORDS)
    known, at = np.unique(np.concatenate([words, title]), return_inverse=True)
    head, tail, titled = at[: min(HEAD_WORDS, len(words))], at[HEAD_WORDS : len(words)], at[len(words) :]
    counts = np.zeros((len(FIELDS), len(known)))
    in_head, in_title = _count(head, known), _count(titled, known)
    counts[0] = in_head + 2 * in_title + _TAIL * _count(tail, known)
    counts[1] = _count(head[names[: len(head)]], known)
    counts[2] = in_title
    counts[3] = _count(head[:LEDE_WORDS], known)
    terms = np.array([_LEXICON.terms[word] for word in known.tolist()], dtype=np.uint32)
    rarities = np.array([_LEXICON.rarities[word] for word in known.tolist()])
    telling = rarities > 0
    known, terms, counts, rarities = known[telling], terms[telling], counts[:, telling], rarities[telling]
    weights = np.log1p(counts) * rarities
    weights /= np.maximum(np.linalg.norm(weights, axis=1, keepdims=True), 1e-12)
    in_order = np.argsort(terms, kind="stable")
    day = solid_day(report)
    return Profile(
        id=report.id,
        day=-1 if day is None else day,
        weekdays=_weekdays(report.text),
        terms=terms[in_order],
        weights=np.ascontiguousarray(weights.T[in_order], dtype=np.float32),
        heaviest=_find_heaviest(known, weights[0]),
        language=report.language or detect_language(find_head(report)),
        has_title=bool(weights[2].any()),
    )


def _count(places: NDArray[np.int64], known: NDArray[np.int64]) -> NDArray[np.float64]:
    return np.bincount(places, minlength=len(known)).astype(np.float64)


def _find_heaviest(known: NDArray[np.int64], weights: NDArray[np.float64]) -> tuple[str, ...]:
    """The folded words that weigh most; of equals the first by the alphabet."""
    if len(known) > HEAVIEST_KEPT:
        least = np.partition(weights, -HEAVIEST_KEPT)[-HEAVIEST_KEPT]
        chosen = np.flatnonzero(weights >= least)
        known, weights = known[chosen], weights[chosen]
    words = [_LEXICON.words[word] for word in known.tolist()]
    heavy = sorted((-weight, word) for weight, word in zip(weights.tolist(), words, strict=True) if weight > 0)
    return tuple(word for _, word in heavy[:HEAVIEST_KEPT])


def find_head(report: Report) -> str:
    """Return the title and the first words of a report, enough to tell its language and what it is about."""
    head = report.text[:HEAD_LETTERS]
    return f"{report.title}. {head}"[:HEAD_LETTERS] if report.title else head


def _first_line(text: str) -> str:
    """What stands for the title of a report without one: pages saved as text mostly begin with theirs."""
    words = text[: TITLE_WORDS * 40].lstrip().partition("\n")[0].split()
    return " ".join(words[:TITLE_WORDS])


def solid_day(report: Report) -> int | None:
    """Return the day of publication (proleptic ordinal) where it is known to the day from a sound source, else None."""
    if not report.published or len(report.published) < 10 or report.published_basis not in _SOLID:
        return None
    return datetime.date.fromisoformat(report.published[:10]).toordinal()


class _Lexicon(dict[str, int]):
    """Folded words met in this process by a number of their own, so that each is hashed and looked up once."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.terms: list[int] = []
        self.rarities: list[float] = []

    def empty(self) -> None:
        """Forget all words."""
        for kept in (self, self.words, self.terms, self.rarities):
            kept.clear()

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self.words)
        self.words.append(word)
        self.terms.append(hash_word(word) & 0xFFFFFFFF)
        self.rarities.append(rarity(word))
        return number


class _Parts(dict[str, tuple[int, ...]]):
    """The words that a written word is weighed as: its folded form, or in Korean, which joins particles, its pairs.

    Empty for a character of a script without spaces: one tells little, pairs of neighbours come nearest to words.
    """

    def __missing__(self, word: str) -> tuple[int, ...]:
        if is_unspaced(word):
            parts: tuple[int, ...] = ()
        elif _HANGUL.match(word) and len(word) > 2:
            parts = tuple(_LEXICON[word[at : at + 2]] for at in range(min(len(word), 64) - 1))
        else:
            parts = (_LEXICON[fold_word(word)],)
        self[word] = parts
        return parts


_LEXICON, _PARTS = _Lexicon(), _Parts()


class _Numbered(NamedTuple):
    """Words by their number in the lexicon, and whether each is written as a name: capitalised within a sentence."""

    words: NDArray[np.int64]
    names: NDArray[np.bool_]


def _number_words(text: str, most: int) -> _Numbered:
    """The first `most` words of `text`, a few more in scripts whose words are taken apart; names in the head only."""
    words: list[int] = []
    named: list[bool] = []
    last, last_end, end = "", -1, 0
    pattern = word_pattern(text)
    for match in pattern.finditer(text):
        word, end = match[0], match.end()
        parts = _PARTS[word]
        if not parts:
            parts = (_LEXICON[last + word],) if match.start() == last_end else ()
            last, last_end = word, end
        words += parts
        named += [word[0].isupper() and not _begins_sentence(text, match.start())] * len(parts)
        if len(words) >= (HEAD_WORDS if last_end < 0 else most):
            break
    if last_end < 0 and len(words) < most:
        rest = pattern.findall(text, end, end + (most - len(words)) * _LETTERS_A_WORD)
        words += chain.from_iterable(map(_PARTS.__getitem__, rest[: most - len(words)]))
    names = np.zeros(len(words), dtype=np.bool_)
    names[: len(named)] = named
    return _Numbered(np.array(words, dtype=np.int64), names)


def _begins_sentence(text: str, start: int) -> bool:
    return start == 0 or _ENDS_SENTENCE.search(text, max(0, start - 4), start) is not None


def _weekdays(text: str) -> int:
    head = text[: WEEKDAY_WORDS * 6].lower()
    return sum(1 << bit for bit, name in enumerate(_WEEKDAYS) if name in head)
