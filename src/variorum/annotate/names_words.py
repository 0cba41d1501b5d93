"""The words of a report with what their shape says: capitals, headlines, openings of sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from variorum.text.names import fold_name, title_words
from variorum.text.tree import Tree

_CAPITAL = re.compile(r"(?:[dlDLO]['’])?[^\W\d_a-zß-öø-ÿ]|[a-z]{1,2}[A-Z]")
_LETTER = re.compile(r"[^\W\d_]")


class Words(msgspec.Struct, frozen=True):
    """The words of a report with what their shape says.

    `opening` marks the first word of a sentence or quotation, `headline` the words of a sentence whose capitals say
    nothing, `glued` those with no space before them, `date` and `proper` those that the parser takes for a date or an
    hour, and for a proper noun; `sentence` is the number of the sentence, `running` the folded words that have a
    capital inside a sentence.
    """

    text: tuple[str, ...]
    folded: tuple[str, ...]
    capital: tuple[bool, ...]
    opening: tuple[bool, ...]
    headline: tuple[bool, ...]
    glued: tuple[bool, ...]
    sentence: tuple[int, ...]
    date: tuple[bool, ...]
    proper: tuple[bool, ...]
    running: frozenset[str]

    def said(self, first: int, last: int) -> str:
        """Return the words from `first` to `last`, both included, with spaces where the text has them."""
        parts = [self.text[first]]
        for index in range(first + 1, last + 1):
            parts.append(self.text[index] if self.glued[index] else " " + self.text[index])
        return "".join(parts)


def look_at(tree: Tree) -> Words:
    """Return the words of a report with their shape."""
    text = tuple(tree.word(index) for index in range(len(tree)))
    opening = [index > 0 and text[index - 1] in {'"', "“", ":", "‘", "``"} for index in range(len(text))]
    headline = [False] * len(text)
    numbers = [0] * len(text)
    for number, sentence in enumerate(tree.sentences):
        inside = tree.words_in(sentence)
        spoken = [index for index in inside if _LETTER.match(text[index])]
        if spoken:
            opening[spoken[0]] = True
        stopped = bool(inside) and text[inside[-1]] in {".", "!", "?"}
        loud = _is_headline([text[index] for index in spoken], stopped)
        for index in inside:
            headline[index] = loud
            numbers[index] = number
    starts, ends = tree.tokens.start, tree.tokens.end
    folded = tuple(fold_name(word) for word in text)
    capital = tuple(_is_capital(word) for word in text)
    return Words(
        text=text,
        folded=folded,
        capital=capital,
        opening=tuple(opening),
        headline=tuple(headline),
        glued=tuple(index > 0 and starts[index] == ends[index - 1] for index in range(len(text))),
        sentence=tuple(numbers),
        proper=tuple(pos == "PROPN" for pos in tree.tokens.pos),
        date=tuple(ent[2:] in {"DATE", "TIME"} for ent in tree.tokens.ent),
        running=frozenset(
            folded[index] for index in range(len(text)) if capital[index] and not opening[index] and not headline[index]
        ),
    )


def _is_capital(word: str) -> bool:
    return bool(_CAPITAL.match(word))


def _is_headline(words: Sequence[str], stopped: bool) -> bool:
    """Whether most of the longer words of a sentence are written with capitals, so that capitals say little.

    A sentence that is `stopped` at its end is one only if it is written in capitals throughout.
    """
    long = [word for word in words if len(word) > 3]
    if stopped:
        return len(long) >= 3 and all(word.isupper() for word in long)
    return len(long) >= 3 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)


def is_calendar(words: Words, index: int) -> bool:
    """Whether a word is a day, month or hour and not a name."""
    word = words.folded[index]
    known = title_words()
    return word in known.calendar or (word in known.calendar_too and words.date[index])
