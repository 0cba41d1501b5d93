"""What a line of plain text is by its shape: prose, a headline, a menu, an advertisement, a date.

Shape and repetition decide; the word lists of `lang/en/furniture.toml` only settle what shape leaves open. Every rule
looks at one line (a paragraph, once wrapped lines are joined); `plain.py` looks at their neighbours.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import msgspec

from variorum.lang.tables import load_table
from variorum.read.characters.tidy import count_words
from variorum.read.dates.datewords import is_date_line

Kind = Literal["prose", "item", "headline", "fragment", "date", "menu", "link", "notice", "address", "no words"]

_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SEPARATORS = re.compile(r"\s*[|»›•·●■▪◆»/>]\s+|\s+[|»›•·●■▪◆/>]\s*|\t+|\s{3,}")
_ADDRESS = re.compile(r"https?://\S+|\bwww\.\S+|\S+@\S+\.\w{2,}|(?<!\S)@\w{2,}|\b[\w-]+\.(?:com|org|net|example)/\S+")
_ENDS_SENTENCE = re.compile(r"[.!?…。！？｡:;]+[\"'”’»)\]）」』*]*$")
_ENDS_OPEN = re.compile(r"[,—–-]$")
_ITEM = re.compile(r"^(?:[-*•–—‣▪●]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+(?=\S)")
_WEATHER = re.compile(r"^[-−+]?\d{1,3}(?:[.,]\d+)?\s*(?:°\s*)?[CF°]\b.{0,20}$")
_COUNTER = re.compile(r"^\W*\d[\d.,]*\s*[kKM]?\s*(?:[^\W\d_]+)?\W*$")
_LABELLED = re.compile(r"^(?P<label>[^\W\d_][\w’' ]{1,30}?)\s*[:：»>|]\s*(?P<rest>\S.*)$")
# What a site says to its reader, not of the world: these words turn a sentence that opens like a notice into one.
_TO_READER = re.compile(
    r"\b(?:our|us|your|you|here|newsletters?|inbox|facebook|twitter|instagram|whatsapp|telegram|linkedin|javascript|"
    r"cookies?|rights reserved|cent(?:er|re)|republished|redistributed|@\w+|\S+@\S+)\b|^\W*©",
    re.IGNORECASE,
)


_LONGEST = 2_000  # characters of a line that may be furniture; the patterns above are not asked about longer ones


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line with what its shape says; `words` counts words, and two characters a word where none are spaced."""

    text: str
    kind: Kind
    words: int


class _Tables(msgspec.Struct, frozen=True):
    links: re.Pattern[str]
    notices: re.Pattern[str]


@cache
def _tables() -> _Tables:
    table, other = load_table("en", "furniture"), load_table("mul", "furniture")
    kinds = ("links", "notices")
    return _Tables(*(_starts_with([*table[kind], *map(str.strip, other[kind].split("|"))]) for kind in kinds))


def _starts_with(phrases: list[str]) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"^\W{{0,4}}(?:{alternatives})(?!\w)", re.IGNORECASE)


def opens_as_furniture(text: str) -> bool:
    """Say whether a line begins as links and notices do; `shape_of` tells whether it is one."""
    tables = _tables()
    return text.startswith("©") or any(each.match(text) for each in (tables.links, tables.notices))


def shape_of(text: str) -> Line:
    """Return `text`, one line or paragraph without white space around it, with its kind and its number of words."""
    words = count_words(text)
    return Line(text=text, kind=_kind(text, words), words=words)


def _kind(text: str, words: int) -> Kind:
    if not _LETTER.search(text) or _WEATHER.match(text):
        return "no words"
    if len(text) > _LONGEST:
        return _kind_of_words(text, words)
    if words <= 14 and is_date_line(text):
        return "date"
    if _is_menu(text, words):
        return "menu"
    if words <= 60:
        if _is_link(text):
            return "link"
        if _is_notice(text):
            return "notice"
        if _is_address(text, words):
            return "address"
    return _kind_of_words(text, words)


def _kind_of_words(text: str, words: int) -> Kind:
    if _ITEM.match(text) and words >= 2:
        return "item"
    ends = ends_sentence(text)
    if ends and (words >= 4 or not is_title_case(text)):
        return "prose"
    # Furniture is whole by itself: what ends in a comma goes on, in verse or in a sentence that was broken up.
    if _ENDS_OPEN.search(text) and words >= 3 and not is_title_case(text):
        return "prose"
    # Long lines without an end are cut sentences, or verse and captions: prose, unless each word is a title's.
    if words >= 25 and not is_title_case(text):
        return "prose"
    if words <= 3 or _COUNTER.match(text):
        return "fragment"
    return "headline"


def ends_sentence(text: str) -> bool:
    """Whether a line ends as sentences do: with a stop, and quotes or brackets after it."""
    return _ENDS_SENTENCE.search(text[-12:]) is not None


def is_title_case(text: str) -> bool:
    """Whether most of the longer words begin with a capital: a headline, a menu, a list of names."""
    cased = [word for word in _WORD.findall(text) if len(word) > 3 and word[0].lower() != word[0].upper()]
    return len(cased) >= 1 and sum(word[0].isupper() for word in cased) > 0.7 * len(cased)


def _is_menu(text: str, words: int) -> bool:
    parts = [part.strip() for part in _SEPARATORS.split(text) if part and part.strip()]
    if len(parts) < 3:
        return len(parts) == 2 and words <= 8 and not ends_sentence(text) and "|" in text
    if len(set(parts)) <= len(parts) / 2:
        return True
    return max(map(count_words, parts)) <= 6 and not any(ends_sentence(part) for part in parts)


def _is_link(text: str) -> bool:
    start = _tables().links.match(text)
    if start is None:
        return False
    rest = text[start.end() :].strip()
    if not rest or rest[0] in ":：»>|–—-…":
        return True
    return not ends_sentence(text) and is_title_case(rest)


def _is_notice(text: str) -> bool:
    if text.startswith("©"):
        return True
    start = _tables().notices.match(text)
    if start is None:
        return False
    rest = text[start.end() :].strip(" :.|+-")
    if not rest or (not ends_sentence(text) and count_words(rest) <= 3):
        return True
    return _TO_READER.search(text) is not None and (count_words(text) <= 45)


def _is_address(text: str, words: int) -> bool:
    found = _ADDRESS.search(text)
    if found is None:
        return False
    rest = _ADDRESS.sub(" ", text)
    return count_words(rest) <= 6 or (_LABELLED.match(text) is not None and words <= 20)
