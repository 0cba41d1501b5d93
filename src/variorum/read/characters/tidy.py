"""The last change a text ever gets: white space, Unicode form, passages that a page carries twice.

After this the text of a report never changes; every offset of every later stage refers to what comes out here. No
meaning moves: characters are composed (NFC), never replaced by lookalikes, and what is dropped stands verbatim before.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from variorum.text.fold import fold
from variorum.text.split import split_sentences

# Invisible characters that carry no meaning: the soft hyphen, the zero-width space, the byte order mark, directional
# embeddings, and controls. The zero-width joiners stay: Persian words and emoji are spelt with them.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_WORD = re.compile(r"\w+")
_LEAST_UNSPACED = 8  # letters from which a run may be one of a script without spaces

# A refrain, a slogan or a short answer may rightly stand twice; sentences of eight words do so in doubled pages only
# (in the 1,019 articles of the stories set, those that repeat a longer paragraph are faults of the page).
_MIN_DOUBLED_WORDS = 8
_STOP = re.compile(r"[.!?…。！？:;\n]")
_LEAST_RUN = 8  # characters; a doubled paragraph has eight words, of which one run without a stop is longer
_MANY = 2_000  # paragraphs from which on looking each up in the whole is no quicker


def tidy_text(paragraphs: Iterable[str]) -> str:
    """Return the paragraphs as one text, a blank line between them, doubled passages once.

    Line breaks inside a paragraph stay (verse, lists); white space around and between words becomes one space.
    """
    tidied = [tidy_paragraph(paragraph) for paragraph in paragraphs]
    return "\n\n".join(drop_doubled([paragraph for paragraph in tidied if paragraph]))


def tidy_paragraph(text: str) -> str:
    """Return one paragraph without invisible characters, in NFC, with single spaces and single line breaks."""
    # Lone surrogates cannot be written as UTF-8: they would make the report impossible to hand on.
    sound = text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text
    lines = (_tidy_line(line) for line in unicodedata.normalize("NFC", sound).splitlines())
    return "\n".join(line for line in lines if line)


def _tidy_line(line: str) -> str:
    plain = " ".join(line.split())
    # Nothing invisible is printable; to ask for that takes a tenth of the time that the pattern takes.
    return plain if plain.isprintable() else " ".join(_INVISIBLE.sub("", plain).split())


def drop_doubled(paragraphs: Sequence[str]) -> list[str]:
    """Return the paragraphs without those that stood before, in these words, as a paragraph or inside one.

    Short ones go only with a doubled passage around them, so that refrains and repeated subheadings stay.
    """
    keys = [fold(paragraph) for paragraph in paragraphs]
    if not _may_be_doubled(keys):
        return list(paragraphs)
    doubled = _find_doubled(paragraphs, keys)
    # A subheading between two doubled paragraphs is part of the doubled passage.
    first = {key: index for index, key in reversed(list(enumerate(keys)))}
    for index in range(1, len(keys) - 1):
        seen = first[keys[index]]
        if seen < index and index - 1 in doubled and (index + 1 in doubled) and keys[seen - 1] == keys[index - 1]:
            doubled.add(index)
    return [paragraph for index, paragraph in enumerate(paragraphs) if index not in doubled]


def _may_be_doubled(keys: Sequence[str]) -> bool:
    """Say whether any paragraph can be a doubled one: if so, its longest run without a stop stands before it.

    Nine texts of ten are spared the search by sentences, which took as long as all other tidying.
    """
    if len(keys) > _MANY:
        return True
    whole = "\n".join(keys)
    start = 0
    for key in keys:
        run = max(_STOP.split(key), key=len)
        if len(run) >= _LEAST_RUN and whole.find(run, 0, start) >= 0 and count_words(key) >= _MIN_DOUBLED_WORDS:
            return True
        start += len(key) + 1
    return False


def _find_doubled(paragraphs: Sequence[str], keys: Sequence[str]) -> set[int]:
    doubled: set[int] = set()
    seen: set[str] = set()
    for index, (paragraph, key) in enumerate(zip(paragraphs, keys, strict=True)):
        sentences = [fold(paragraph[s.start : s.end]) for s in split_sentences(paragraph)]
        long = [sentence for sentence in sentences if count_words(sentence) >= _MIN_DOUBLED_WORDS]
        if count_words(key) >= _MIN_DOUBLED_WORDS and (key in seen or (long and seen.issuperset(sentences))):
            doubled.add(index)
        seen.add(key)
        seen.update(sentences)
    return doubled


def count_words(text: str) -> int:
    """Return the number of words; a run of text without spaces (Chinese, Japanese, Thai) counts a word per two."""
    words = _WORD.findall(text)
    if text.isascii():
        return len(words)
    long = [word for word in words if len(word) >= _LEAST_UNSPACED and not word.isascii()]
    return len(words) + sum(max(1, _unspaced(word) // 2) - 1 for word in long)


def _unspaced(word: str) -> int:
    return sum(1 for char in word if char >= "\u0e00" and not "\uac00" <= char <= "\ud7a3")
