"""Sentences of a text, by their offsets.

Linear in the length of the text, and the same for a text alone or among others. Rules in the manner of Kiss and Strunk
(2006), with the abbreviations written down instead of learned: `lang/<language>/split.toml`.
"""

from __future__ import annotations

import re
from functools import cache
from statistics import median

import msgspec

from variorum.lang.tables import load_words
from variorum.model.span import Span

# A mark that may end a sentence, with the quotes and brackets that close after it. Full-width marks need no space.
# A run of marks is tried once, from its start: a megabyte of full stops would take hours otherwise.
_END = re.compile(
    r"(?P<mark>(?<![.!?…])[.!?…]++|(?<![。！？｡])[。！？｡]++)"
    r"(?P<closing>[\"'”’»)\]）」』]*)(?P<space>\s+|(?<=[。！？｡」』])|$)"
)
_LINE = re.compile(r"[^\n]+")
_WORD_BEFORE = re.compile(r"[\w.&'’-]*$")
_FIRST_WORD = re.compile(r"[\"'“‘«(\[]*([\w’'-]+)")
_INITIAL = re.compile(r"(?:^|[\s(\"“.-])[A-Z]$")


class _Words(msgspec.Struct, frozen=True):
    titles: frozenset[str]
    abbreviations: frozenset[str]
    starters: frozenset[str]


@cache
def _words(language: str) -> _Words:
    return _Words(*(load_words(language, "split", name) for name in ("titles", "abbreviations", "starters")))


def split_sentences(text: str) -> list[Span]:
    """Return the sentences of `text` in order, without the white space around them; they cover all other characters.

    A line break ends a sentence unless the line was only wrapped there. English abbreviations are known; in texts of
    other languages a full stop before a capital ends the sentence.
    """
    words = _words("en")
    return [sentence for block in _blocks(text) for sentence in _split_block(text, block, words)]


def split_paragraphs(text: str) -> list[Span]:
    """Return the paragraphs of `text` in order, without the white space around them."""
    return _blocks(text)


def _blocks(text: str) -> list[Span]:
    """Lines, or runs of lines that one paragraph was wrapped into."""
    lines = [_trimmed(text, match.start(), match.end()) for match in _LINE.finditer(text)]
    lines = [line for line in lines if line.start < line.end]
    if not _is_wrapped(lines):
        return lines
    blocks: list[Span] = []
    for line in lines:
        if blocks and text.count("\n", blocks[-1].end, line.start) == 1 and not _ends_sentence(text, blocks[-1]):
            blocks[-1] = Span(blocks[-1].start, line.end)
        else:
            blocks.append(line)
    return blocks


def _is_wrapped(lines: list[Span]) -> bool:
    """Whether the lines were broken to a width: most are about as long as the longest, and none is longer than 100."""
    if len(lines) < 4:
        return False
    lengths = [len(line) for line in lines]
    return max(lengths) <= 100 and median(lengths) >= 0.75 * max(lengths) and median(lengths) >= 45


def _ends_sentence(text: str, block: Span) -> bool:
    return text[block.start : block.end].rstrip("\"'”’»)]").endswith((".", "!", "?", "。", ":"))


def _split_block(text: str, block: Span, words: _Words) -> list[Span]:
    sentences = []
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        if match.end() < block.end and _is_boundary(text, match, block, words):
            sentences.append(_trimmed(text, start, match.end()))
            start = match.end()
    sentences.append(_trimmed(text, start, block.end))
    return [sentence for sentence in sentences if sentence.start < sentence.end]


def _is_boundary(text: str, match: re.Match[str], block: Span, words: _Words) -> bool:
    mark, rest = match["mark"], text[match.end() : min(block.end, match.end() + 40)]
    if mark[0] in "。！？｡":
        return True
    first = _FIRST_WORD.match(rest)
    following = first[1] if first else rest[:1]
    if not match["space"] or following[:1].islower():
        return False
    if mark != ".":
        # "What now?" she said: a lower-case word goes on (above); a capital after a quoted question may be a name.
        return not (match["closing"] and _is_speech_tail(rest))
    return _full_stop_ends(text, match, following, words)


def _full_stop_ends(text: str, match: re.Match[str], following: str, words: _Words) -> bool:
    window = text[max(0, match.start() - 24) : match.start()]
    before = _WORD_BEFORE.search(window)
    word = before[0].lstrip("'’").rpartition("-")[2] if before else ""  # "Oct. 31-Nov. 1"
    if match["closing"] and not match["closing"].isspace():
        return True
    if word in words.titles:
        # "No. 5" is a number; "No. The plan failed." is an answer.
        return word == "No" and not following[:1].isdigit()
    if word in words.abbreviations or _INITIAL.search(window):
        return following in words.starters and following != "I"
    return True


_SPEECH_TAIL = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3} (?:said|says|asked|asks|added|wrote|told|replied)\b")


def _is_speech_tail(rest: str) -> bool:
    return bool(_SPEECH_TAIL.match(rest))


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
