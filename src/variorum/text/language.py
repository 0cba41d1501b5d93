"""Which language a text is in.

py3langid decides (45 of 46 short sentences in 35 languages; lingua gets 46 but takes 1.2 GB and half a minute to load,
resiliparse 27: docs/decisions/0021-language.md). Loading it takes 0.6 s, so what is plainly English by its small words
is told without it.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Long enough for any identifier; texts in two languages are what they begin with.
_SAMPLE = 1_500
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
# Small words that no other written language shares as a set; Scots and English creoles aside.
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "that",
        "with",
        "was",
        "were",
        "from",
        "have",
        "has",
        "been",
        "their",
        "would",
        "which",
        "this",
        "they",
        "said",
        "will",
    ]
)


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, or None where it holds no words."""
    return _detect(text[:_SAMPLE])


@lru_cache(maxsize=64)  # reading asks for one text twice: for its dates and for itself
def _detect(sample: str) -> str | None:
    if not _LETTER.search(sample):
        return None
    if _is_plainly_english(sample):
        return "en"
    from py3langid import langid  # noqa: PLC0415 - half a second to load, for texts that need it

    code = str(langid.classify(sample)[0])
    return "no" if code in ("nb", "nn") else code


def _is_plainly_english(sample: str) -> bool:
    words = [word.lower() for word in _WORD.findall(sample)]
    found = [word for word in words if word in _ENGLISH]
    return len(found) >= 0.12 * len(words) and len(set(found)) >= 4
