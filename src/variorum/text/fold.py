"""Case, accents, quotation marks and dashes folded for comparing, never for storing."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = str.maketrans(
    {**dict.fromkeys("‘’‚‛′`´", "'"), **dict.fromkeys("“”„‟″«»", '"'), **dict.fromkeys("‐‑‒–—―−", "-"), "…": "..."}
)
_ACCENTS = re.compile(r"[\u0300-\u034e\u0350-\u036f]+")  # all of them combine, as others are asked one by one
_MAY_COMBINE = re.compile(r"[^\x00-\u02ff]")


def fold(text: str) -> str:
    """Return `text` in lower case without accents, with plain quotes and dashes and single spaces.

    Its length may differ from that of `text`: offsets into one mean nothing in the other.
    """
    unaccented = text.replace("`", "'") if text.isascii() else text.translate(_PLAIN)
    # Most English lines are ASCII once their quotes are plain, and no mark that combines lies below U+0300: looking at
    # each character with Python cost ten times as much.
    if not unaccented.isascii():
        decomposed = _ACCENTS.sub("", unicodedata.normalize("NFKD", unaccented))
        unaccented = _MAY_COMBINE.sub(lambda char: "" if unicodedata.combining(char[0]) else char[0], decomposed)
    return " ".join(unaccented.split()).casefold()


def fold_marks(text: str) -> str:
    """Return `text` with plain quotes and dashes, character for character: offsets into both are the same."""
    return text.translate(_PLAIN_EVEN)


_PLAIN_EVEN = {mark: plain for mark, plain in _PLAIN.items() if isinstance(plain, str) and len(plain) == 1}
