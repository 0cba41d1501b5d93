"""Do two stretches say the same in other words? Told by tables of phrases that news uses for one another.

"Was charged with" and "faces", "called off" and "scrapped", "DWI" and "drunk driving": what dictionaries list as words
of two meanings, or not at all, since they are several words. The tables are `phrases.toml` and `shortened.toml`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from functools import cache

import msgspec

from variorum.lang.tables import load_table
from variorum.text.fold import fold

# Words that may stand between two words of a verb's phrase ("called the whole match off").
_BETWEEN = 3
# "One's" may be two words: "the company's".
_OWNER = "_"
# What joins or shortens words is no word between two: "top-ranked", "No. 1".
_SILENT = frozenset("-‐‑–.")
_WORD = re.compile(r"[^\s-]+")


class Told(msgspec.Struct, frozen=True):
    """A stretch of a sentence: the lemmas and the folded words of the whole, and which of them the stretch has.

    `content` holds those of the stretch that tell something; a phrase must account for all of them.
    """

    lemmas: Sequence[str]
    words: Sequence[str]
    range: range
    content: Set[int]


class _Phrase(msgspec.Struct, frozen=True):
    row: int
    words: tuple[str, ...]
    gap: int


def say_alike(one: Told, other: Told, *, least: int = 1) -> bool:
    """Return whether two stretches are phrases of one group, one of `least` words, with nothing else said in either."""
    groups, others = _groups_of(one), _groups_of(other)
    return any(max(groups[row], others[row]) >= least for row in groups.keys() & others.keys())


def _groups_of(told: Told) -> dict[int, int]:
    """The groups that have a phrase which begins in a stretch or right before it and is all that the stretch says.

    With each the number of words of its longest such phrase.
    """
    starts = range(max(0, told.range.start - _BETWEEN), told.range.stop)
    inside = frozenset(told.range)
    longest: dict[int, int] = {}
    for start in starts:
        for first in dict.fromkeys((told.lemmas[start], told.words[start])):
            for phrase in _phrases().get(first, ()):
                found = _match(told, phrase, start)
                if found and told.content <= found and not inside.isdisjoint(found):
                    longest[phrase.row] = max(longest.get(phrase.row, 0), len(phrase.words))
    return longest


def _match(told: Told, phrase: _Phrase, start: int) -> frozenset[int]:
    """The words of a sentence that are a phrase which begins at `start`; empty where it does not stand there."""
    found, at = [start], start
    for word in phrase.words[1:]:
        if word == _OWNER:
            continue
        at = next((index for index in _after(told, at, phrase.gap) if _is(told, index, word)), -1)
        if at < 0:
            return frozenset()
        found.append(at)
    return frozenset(found)


def _after(told: Told, index: int, gap: int) -> Iterator[int]:
    """The words after one, up to so many in between; hyphens and points do not count."""
    for each in range(index + 1, len(told.words)):
        if told.words[each] not in _SILENT:
            yield each
            gap -= 1
            if gap < 0:
                return


def _is(told: Told, index: int, word: str) -> bool:
    return word in (told.lemmas[index], told.words[index])


@cache
def _phrases() -> dict[str, list[_Phrase]]:
    """The phrases of all groups by their first word."""
    phrases, shortened = load_table("en", "phrases"), load_table("en", "shortened")
    tables = ((phrases["same"], _BETWEEN), (phrases["alike"], 0), (shortened["nouns"], 0))
    rows = [(line, gap) for table, gap in tables for line in table.splitlines() if line]
    found: dict[str, list[_Phrase]] = defaultdict(list)
    for row, (line, gap) in enumerate(rows):
        for written in line.split(";"):
            words = tuple(_WORD.findall(fold(written)))
            found[words[0]].append(_Phrase(row, words, gap))
    return dict(found)
