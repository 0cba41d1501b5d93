"""What is counted: the noun that a number stands for, and numbers that count nothing."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from variorum.annotate.quantities.amounts import Amount
from variorum.annotate.quantities.words import Word, Words, is_plural, word_set, word_table
from variorum.lang.tables import load_words
from variorum.model.annotations import Tokens
from variorum.model.span import Span
from variorum.text.numerals import number_words

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ"})
_SERIAL = 8
_WINDOW = 6  # words behind a number in which its noun is sought


def find_counted(words: Words, last: int, tokens: Tokens | None) -> Span | None:
    """Return the noun counted by the number that ends before words[last], None where there is none.

    The parse tells it where there is one; else it is the last word of the noun phrase behind, by its shape.
    """
    parsed = _by_parse(words, last, tokens) if tokens is not None else None
    return parsed or _by_shape(words, last)


def find_whole(words: Words, last: int, tokens: Tokens | None) -> Span | None:
    """Return what a percentage or fraction is of ("half the members", "25% tariff", "4% of GDP"), None if not told.

    Without a parse only what follows "of", "the" or a possessive is taken: "95% effective" is of nothing.
    """
    parsed = _by_parse(words, last, tokens) if tokens is not None else None
    if parsed is not None and words.text[parsed.start : parsed.end].lower() in _PERCENT_WORDS:
        return None  # "25 to 15 percent": the unit stands once
    if parsed is not None:
        return parsed
    if words[last].lower in ("the", "its", "their", "his", "her", "our"):
        return _by_shape(words, last + 1)
    return _by_shape(words, last) if words[last].lower == "of" else None


_PERCENT_WORDS = frozenset({"percent", "cent", "percentage", "point", "points"})


def is_named(words: Words, amount: Amount, tokens: Tokens | None) -> bool:
    """Whether the parse takes the number for part of a name: "Boeing 737 jets", "a 737 jet" with no plural to count."""
    if tokens is None or not amount.in_figures or amount.form == "ordinal":
        return False
    index = bisect_left(tokens.start, words[amount.first].start)
    if index >= len(tokens.start) or tokens.start[index] != words[amount.first].start:
        return False
    if tokens.ent[index].partition("-")[2] in _NAMES and words[amount.first - 1].is_capital:
        return True
    following = words[amount.last]
    is_single = index + 1 < len(tokens.tag) and tokens.tag[index + 1] == "NN" and tokens.head[index] == index + 1
    return is_single and (amount.value or 0) > 1 and amount.scale == 1.0 and not is_plural(following)


_NAMES = frozenset({"PRODUCT", "ORG", "FAC", "EVENT", "WORK_OF_ART", "LAW", "PERSON", "GPE"})


def _by_parse(words: Words, last: int, tokens: Tokens) -> Span | None:
    """The noun that the number's token modifies, or that follows it after "of"."""
    index = bisect_left(tokens.start, words[last - 1].start)
    if index >= len(tokens.start) or tokens.start[index] >= words[last - 1].end:
        return None
    head = tokens.head[index]
    if tokens.dep[index] in ("nummod", "quantmod", "compound", "amod", "predet", "det") and head > index:
        while tokens.dep[head] in ("nummod", "quantmod") and tokens.head[head] > head:
            head = tokens.head[head]
        first = words.text[tokens.start[head]]
        if tokens.pos[head] in ("NOUN", "PROPN") and head - index <= _WINDOW and first.isalpha():
            return Span(tokens.start[head], tokens.end[head])
    if words[last].lower != "of":
        return None
    link = bisect_left(tokens.start, words[last].start)
    for child in range(link + 1, min(link + 10, len(tokens.head))):
        if tokens.head[child] == link and tokens.dep[child] == "pobj" and tokens.pos[child] in _NOMINAL:
            return Span(tokens.start[child], tokens.end[child])
    return None


def _by_shape(words: Words, last: int) -> Span | None:
    at = last
    if words[at].lower == "-" and words.glued(at) and words.glued(at + 1):
        part = words[at + 1]  # "a 200-seat hall"; "a 500-strong crowd" counts what is not named
        return Span(part.start, part.end) if part.is_word and part.lower not in word_set("no_parts") else None
    if words[at].lower == "of":
        at += 1
        if words[at].lower in ("the", "its", "their", "his", "her", "our", "these", "those"):
            at += 1
        at = _skip_number(words, at)
    if words[at].lower == "more" and words[at + 1].is_word:
        at += 1
    noun: Word | None = None
    for index in range(at, at + _WINDOW):
        word = words[index]
        if (word.lower == "-" or word.value is not None) and noun is not None and _is_inside(noun, word):
            continue
        if (
            not word.is_word
            or word.lower in word_set("stops")
            or _is_verb(word)
            or word.lower.endswith("ly")
            or _is_day(word)
        ):
            break
        if noun is not None and is_plural(noun) and not is_plural(word):
            break
        noun = word
        if is_plural(word) and not word.is_capital:
            break
    return Span(noun.start, noun.end) if noun is not None else None


def _skip_number(words: Words, at: int) -> int:
    """The place after the number at `at`: what "22 of the 27 states" counts is behind the second one."""
    while words[at].value is not None or words[at].lower in number_words() or words[at].lower in _scales():
        at += 1
    return at


@cache
def _scales() -> frozenset[str]:
    return frozenset(word_table()["scales"])


def _is_day(word: Word) -> bool:
    """ "rose to at least six Friday": a capitalised weekday or month is not what is counted."""
    return word.is_capital and word.lower in word_set("days")


def _is_inside(noun: Word, word: Word) -> bool:
    """Whether a mark or number may stand inside a noun phrase: a hyphen, or a number behind a possessive."""
    return word.lower == "-" or noun.lower.endswith(("'s", "’s", "s'", "s’"))


def _is_verb(word: Word) -> bool:
    """ "hundreds marched": a lower-case word in -ed is a verb, unless it stands for people ("the injured")."""
    if word.lower in load_words("en", "tense", "past"):
        return True
    lower = word.lower
    if not lower.endswith("ed") or word.is_capital:
        return False
    return lower not in word_set("irregular_plurals") and lower not in load_words("en", "tense", "not_past")


def is_label(words: Words, amount: Amount, last: int) -> bool:
    """Whether a number names a thing instead of counting: "Flight 370", "Covid-19", "10 Downing Street", a score."""
    first = amount.first
    before, following = words[first - 1], words[last]
    if not amount.in_figures:
        # "the Big Three", "the Seven Sisters"; a sentence, a quotation and a headline begin with capitals too.
        return words[first].is_capital and before.is_word and amount.form == "cardinal" and not following.is_capital
    if _is_glued_label(words, first, last) or _is_chain(words, first, last):
        return True
    if before.lower in ("#", "№") or (before.lower in (".",) and words[first - 2].lower in ("no", "nos")):
        return True
    if before.lower in word_set("labels"):
        return before.is_capital or not _counts(following)
    if following.is_capital and any(words[last + step].lower in word_set("streets") for step in range(3)):
        return True
    named = before.is_capital and first - 1 > 0 and before.is_word and before.text != "I"
    return named and not _counts_several(words, last)


def _counts_several(words: Words, last: int) -> bool:
    """Whether the noun phrase behind a number holds a plural: "Gaza 12 people", not "Apollo 11 moon rocket"."""
    for index in range(last, last + _WINDOW):
        word = words[index]
        if not word.is_word or word.lower in word_set("stops"):
            return False
        if is_plural(word):
            return True
    return False


def _counts(following: Word) -> bool:
    """Whether the word behind a number may be what it counts."""
    return following.is_word and following.lower not in word_set("stops")


def is_in_code(words: Words, first: int) -> bool:
    """Whether a number is glued to letters before it, as in an address of the web: no unit behind it makes it one."""
    return words.glued(first) and words[first - 1].is_word and words[first - 1].lower not in _PREFIXES


_PREFIXES = frozenset({"mid", "pre", "post", "sub"})


def _is_glued_label(words: Words, first: int, last: int) -> bool:
    """Covid-19, G20, F-16, A320, 5G, 3D; but not "-5", "$-5" or "mid-20"."""
    before = words[first - 1]
    if is_in_code(words, first):
        return True
    if words.glued(first) and before.lower in ("-", "–") and words.glued(first - 1) and words[first - 2].is_word:
        return True
    if words.glued(first) and before.lower in ("_", "@", "#", "&", "="):
        return True
    return words.glued(last) and words[last].is_word


def _is_chain(words: Words, first: int, last: int) -> bool:
    """Numbers chained by marks: scores (3-2), dates, phone numbers, versions, 24/7."""
    if words[first - 1].value is not None or words[last].value is not None:
        return True  # "0207 782 4368"
    if words[first].text[0] == "0" and words[first].text[1:].isdigit():
        return True
    if len(words[first].text) >= _SERIAL and words[first].text.isdigit():
        return True  # a time stamp, a serial number: counts that long have commas
    chain = frozenset("-–/:.'’′")
    after = words[last].lower in chain and words.glued(last) and words[last + 1].value is not None
    behind = words[first - 1].lower in chain and words.glued(first) and words[first - 2].value is not None
    return (after and words.glued(last + 1)) or (behind and words.glued(first - 1))
