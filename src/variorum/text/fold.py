"""Case, accents, quotation marks and dashes folded for comparing, never for storing."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = str.maketrans(
    {**dict.fromkeys("‘’‚‛′`´", "'"), **dict.fromkeys("“”„‟″«»", '"'), **dict.fromkeys("‐‑‒–—―−", "-"), "…": "..."}
)
_SPACE = re.compile(r"\s+")


def fold(text: str) -> str:
    """Return `text` in lower case without accents, with plain quotes and dashes and single spaces.

    Its length may differ from that of `text`: offsets into one mean nothing in the other.
    """
    decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    unaccented = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _SPACE.sub(" ", unaccented).strip().casefold()


def fold_marks(text: str) -> str:
    """Return `text` with plain quotes and dashes, character for character: offsets into both are the same."""
    return text.translate(_PLAIN_EVEN)


_PLAIN_EVEN = {mark: plain for mark, plain in _PLAIN.items() if isinstance(plain, str) and len(plain) == 1}
