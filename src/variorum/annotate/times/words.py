"""Words of a sentence with the roles that each may play in a time expression.

A word's set of roles is written as one character, so that a pattern over roles is a regular expression over a string
with one character a word (`grammar.py`). Words without any role share the character ".".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import msgspec

from variorum.lang.tables import load_table, load_words
from variorum.text.numerals import load_numbers, number_words, read_spelled

NO_ROLE = "."
_FIRST_SYMBOL = 0xE000  # the private use area: never met in the patterns themselves

_TOKEN = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?(?![\d-]))"
    r"|(?P<slashed>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/]))"
    r"|(?P<dotted>(?<![\d.])\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?![\d.]))"
    r"|(?P<clock>(?<![\d.,:$€£])\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.\s?m\b\.?|[ap]m\b)"
    r"|(?<![\d.,:$€£])\d{1,2}:\d\d(?::\d\d)?(?![\d:])"
    r"|(?<![\d.,:$€£])(?:[01]\d|2[0-4])[0-5]\d(?=\s?(?:GMT|UTC|BST|CET|hrs|hours)\b))"
    r"|(?P<named>\b(?:[QH][1-4]|[1-4][QH])(?P<glyear>\d\d)?\b)"
    r"|(?P<decade>['’]?(?<![\w$€£.,])(?:1\d|20)?\d0['’]?s\b)"
    r"|(?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<short>(?<![\w])['’]\d\d(?![\w,.]*\d|\w|[ -](?:year|month|week|day|hour|minute|second|percent|people|mile)))"
    r"|(?P<mixed>(?<![\d.,/])\d{1,2}(?:[½¼¾⅓⅔]|1/2|[12]/3|[13]/4)(?![\d/]))"
    r"|(?P<number>\d+(?:[.,]\d+)*)(?P<glued>(?=[^\W\d_])[\w]*)?"
    r"|(?P<abbreviated>(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\.)"
    r"|(?P<possessive>['’]s\b)"
    r"|(?P<part>[½¼¾⅓⅔])"
    r"|(?P<word>[^\W\d_]+(?:['’]clock)?)"
    r"|(?P<mark>[^\w\s])",
    re.IGNORECASE,
)
# "6.30" is a time of day where a part of the day or a zone follows.
_DOTTED_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_LONGEST_FIGURES = 15  # characters: no date, no count of hours is longer
_ARTICLES = frozenset({"a", "an"})
_LONGEST_NUMBER = 16  # words: "nine hundred and ninety-nine million nine hundred ..." is not met in news
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}


class Token(msgspec.Struct, frozen=True):
    """A word or mark. `symbol` stands for its roles; `value` is a number's worth, or a word's in its table."""

    start: int
    end: int
    word: str
    symbol: str
    value: float | None = None
    is_capital: bool = False


class Lexicon(msgspec.Struct):
    """Roles of words, and the symbol of each set of roles met so far (grown once, when the table is read)."""

    roles: dict[str, frozenset[str]]
    values: dict[str, dict[str, str | int]]
    symbols: dict[frozenset[str], str]
    needs_capital: frozenset[str]

    def symbol(self, roles: frozenset[str]) -> str:
        """Return the character that stands for a set of roles."""
        return self.symbols[roles]

    def symbols_with(self, role: str) -> str:
        """Return all characters whose roles include `role`."""
        return "".join(char for roles, char in self.symbols.items() if role in roles)


_DIGIT_ROLES = tuple(
    frozenset(roles.split())
    for roles in (
        "num", "num day", "num year", "dec", "dec dotclock", "ord", "ord dayord",
        "ord dayord dayfigure", "iso", "slashed", "dotted", "clock", "decade", "year",
        "quartername", "halfname", "frac",
    )
)  # fmt: skip


@cache
def load_lexicon(language: str = "en") -> Lexicon:
    """Return the words of times in a language, with a symbol for each set of roles that a token may have."""
    table = load_table(language, "times")
    roles = _roles_of_words(table)
    sets = set(_DIGIT_ROLES) | set(roles.values())
    sets |= {roles[word] | extra for word in number_words(language) if word in roles for extra in _DIGIT_ROLES}
    # "May" may be no month (`_word_token`).
    sets |= {each - {"month", "weekday"} for each in roles.values()}
    ordered = sorted(sets - {frozenset()}, key=sorted)
    symbols = {each: chr(_FIRST_SYMBOL + index) for index, each in enumerate(ordered)}
    symbols[frozenset()] = NO_ROLE
    needs_capital = load_words(language, "times", "no_times", "needs_capital")
    return Lexicon(roles, table["valued"], symbols, needs_capital)


def _roles_of_words(table: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    roles: dict[str, set[str]] = {}
    for role, words in table["valued"].items():
        for word in words:
            roles.setdefault(word, set()).add(role)
    for role, words in table["plain"].items():
        for word in words.split():
            roles.setdefault(word, set()).add(role)
    return {word: frozenset(each) for word, each in roles.items()}


def split_words(text: str, start: int, end: int) -> list[Token]:
    """Return the words and marks of text[start:end] with their roles; numbers in words are joined into one."""
    lexicon = load_lexicon()
    matches = list(_TOKEN.finditer(text, start, end))
    words = [match[0].lower() for match in matches]
    return list(_joined(matches, words, lexicon))


def _joined(matches: Sequence[re.Match[str]], words: Sequence[str], lexicon: Lexicon) -> Iterator[Token]:
    spelled = number_words()
    at = 0
    while at < len(matches):
        if words[at] in spelled or (
            words[at] in _ARTICLES and words[at + 1 : at + 2] and words[at + 1] in load_numbers().scales
        ):
            token, at = _spelled_token(matches, words, at, lexicon)
            yield token
        else:
            yield _token(matches[at], words[at], lexicon)
            at += 1


def _spelled_token(
    matches: Sequence[re.Match[str]], words: Sequence[str], at: int, lexicon: Lexicon
) -> tuple[Token, int]:
    ahead = list(words[at : at + _LONGEST_NUMBER])
    if ahead[0] in _ARTICLES:
        ahead[0] = "one"
    numeral = read_spelled(ahead, 0)
    if numeral is None:
        return _token(matches[at], words[at], lexicon), at + 1
    following = at + numeral.next
    own = lexicon.roles.get(words[at], frozenset()) if numeral.next == 1 else frozenset()
    if numeral.is_ordinal:
        roles = {"ord", "dayord"} if 1 <= numeral.value <= 31 else {"ord"}
    elif numeral.is_year:
        roles = {"num", "year"}
    else:
        roles = {"num", "day"} if 1 <= numeral.value <= 31 else {"num"}
        if 1000 <= numeral.value < 2200:
            roles = {"num", "year"}
    symbol = lexicon.symbols.get(own | roles) or lexicon.symbols[frozenset(roles)]
    start, end = matches[at].start(), matches[following - 1].end()
    word = words[at] if numeral.next == 1 else ""
    return Token(start, end, word, symbol, float(numeral.value), matches[at][0][:1].isupper()), following


def _token(match: re.Match[str], word: str, lexicon: Lexicon) -> Token:
    kind = match.lastgroup
    if kind in ("word", "abbreviated"):
        return _word_token(match, word, lexicon)
    value, roles = None, _ROLES_BY_KIND.get(kind or "", frozenset())
    if kind in ("number", "glued"):
        value, roles = _number(match)
    elif kind in ("mixed", "part"):
        value, roles = _fraction(word)
    elif kind == "ordinal":
        value = float(word[:-2])
        roles = frozenset({"ord", "dayord", "dayfigure"}) if 1 <= value <= 31 else frozenset({"ord"})
    elif kind == "decade":
        digits = re.sub(r"\D", "", word)
        value = float(digits[:-1]) if len(digits) == 4 else 190.0 + float(digits[0])
    elif kind in ("named", "glyear"):
        roles = frozenset({"halfname" if "h" in word else "quartername"})
        value = float(next(digit for digit in word if digit.isdigit()))
    elif kind == "short":
        value = float(century_of(int(word[1:])))
    elif kind == "mark":
        roles = lexicon.roles.get(word, frozenset())
    elif kind == "possessive":
        roles = lexicon.roles["'s"]
    return Token(match.start(), match.end(), word, lexicon.symbols[roles], value)


_ROLES_BY_KIND = {
    "iso": frozenset({"iso"}),
    "slashed": frozenset({"slashed"}),
    "dotted": frozenset({"dotted"}),
    "clock": frozenset({"clock"}),
    "decade": frozenset({"decade"}),
    "short": frozenset({"year"}),
}


def century_of(two_digits: int) -> int:
    """Return the year meant by two digits: '96 is 1996, '08 is 2008 (split where POSIX splits them)."""
    return two_digits + (2000 if two_digits < 69 else 1900)


def _number(match: re.Match[str]) -> tuple[float | None, frozenset[str]]:
    if match["glued"]:
        return None, frozenset()
    digits = match["number"]
    if len(digits) > _LONGEST_FIGURES:
        return None, frozenset()
    value = float(digits.replace(",", "")) if digits.count(".") <= 1 else None
    if value is None:
        return None, frozenset()
    if "." in digits:
        return value, frozenset({"dec", "dotclock"} if _DOTTED_CLOCK.fullmatch(digits) else {"dec"})
    roles = {"num"}
    if 1 <= value <= 31 and len(digits) <= 2:
        roles.add("day")
    if len(digits) == 4 and 1000 <= value < 2200:
        roles.add("year")
    return value, frozenset(roles)


def _fraction(word: str) -> tuple[float, frozenset[str]]:
    """A fraction, or a whole number with one: "4½", and "41/2" where both were printed as one."""
    part = _FRACTIONS.get(word[-1])
    if part is not None:
        return float(word[:-1] or 0) + part, frozenset({"dec"} if word[1:] else {"frac"})
    return float(word[:-3]) + float(word[-3]) / float(word[-1]), frozenset({"dec"})


def _word_token(match: re.Match[str], word: str, lexicon: Lexicon) -> Token:
    capital = match[0][:1].isupper()
    dotted = word.endswith(".")
    bare = word.rstrip(".") if dotted else word.replace("’", "'")
    roles = lexicon.roles.get(bare, frozenset())
    if roles and not capital and bare in lexicon.needs_capital:
        roles = roles - {"month", "weekday"}
    return Token(match.start(), match.end(), bare, lexicon.symbols[roles], None, capital)
