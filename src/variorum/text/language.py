"""Which language a text is in.

py3langid decides (45 of 46 short sentences in 35 languages; lingua gets 46 but takes 1.2 GB and half a minute to load,
resiliparse 27: docs/decisions/0021-language.md). Loading it takes 0.6 s and a text 1.5 ms, so what is plainly in one of
seven languages by its small words is told without it.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from variorum.lang.tables import load_table

# Long enough for any identifier; texts in two languages are what they begin with.
_SAMPLE = 1_500
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
# Least different small words, and least share of all words that they are, by which a text is plainly in a language. On
# the 723 texts of the extraction set this tells 660 and agrees with py3langid on each.
_LEAST_WORDS = {"en": 4}
_LEAST_WORDS_ELSE = 6
_LEAST_SHARE = {"en": 0.12}
_LEAST_SHARE_ELSE = 0.1


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, or None where it holds no words."""
    return _detect(text[:_SAMPLE])


@lru_cache(maxsize=64)  # reading asks for one text twice: for its dates and for itself
def _detect(sample: str) -> str | None:
    if not _LETTER.search(sample):
        return None
    if plain := _plainly(sample):
        return plain
    from py3langid import langid  # noqa: PLC0415 - half a second to load, for texts that need it

    code = str(langid.classify(sample)[0])
    return "no" if code in ("nb", "nn") else code


def _plainly(sample: str) -> str | None:
    """Return the language that small words tell beyond doubt; None where none does."""
    counts = Counter(word.lower() for word in _WORD.findall(sample))
    for language, small in _small_words().items():
        found = counts.keys() & small
        if len(found) >= _LEAST_WORDS.get(language, _LEAST_WORDS_ELSE):
            share = sum(counts[word] for word in found) / counts.total()
            if share >= _LEAST_SHARE.get(language, _LEAST_SHARE_ELSE):
                return language
    return None


@cache
def _small_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in load_table("mul", "small_words").items()}
