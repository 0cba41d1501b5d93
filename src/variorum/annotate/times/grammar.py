"""Patterns over the roles of words, and what they match.

A pattern is written as roles with spaces between: `early? dash? month (comma? year)?`. `name=role` keeps the words that
matched under a name; `?`, `*`, `+`, `|` and brackets mean what they mean in regular expressions; `!role` says that no
word of that role follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import msgspec

from variorum.annotate.times.meaning import Meaning
from variorum.annotate.times.words import NO_ROLE, Lexicon, Token

_PIECE = re.compile(r"\s*(?:(?P<bracket>[()|][?*+]?)|(?:(?P<name>[a-z]\w*)=)?(?P<no>!)?(?P<role>\w+)(?P<times>[?*+]?))")


def _bounded(piece: str) -> str:
    """Repeats are bounded: an unbounded one, begun at each of a million equal words, would cost their square."""
    return piece.replace("*", "{0,4}").replace("+", "{1,4}")


class Found(msgspec.Struct, frozen=True):
    """What a pattern matched: all words of it, and those that have a name in the pattern."""

    tokens: Sequence[Token]
    named: dict[str, Token]
    at: int

    def value(self, name: str) -> float | None:
        """Return the number of a named word, None if it did not match."""
        token = self.named.get(name)
        return None if token is None else token.value

    def number(self, name: str) -> int | None:
        """Return a named word's number as an integer, None if it did not match."""
        value = self.value(name)
        return None if value is None else int(value)

    def word(self, name: str) -> str:
        """Return a named word in lower case, empty if it did not match."""
        token = self.named.get(name)
        return "" if token is None else token.word


class Rule(msgspec.Struct, frozen=True):
    """A pattern and what its words mean: None from `meaning` says that it is no time after all."""

    pattern: str
    meaning: Callable[[Found], Meaning | None]


class Compiled(msgspec.Struct, frozen=True):
    """A rule ready to search a string of symbols with."""

    expression: re.Pattern[str]
    rule: Rule


def compile_rule(rule: Rule, lexicon: Lexicon) -> Compiled:
    """Return `rule` with its pattern as a regular expression over symbols. Raises ValueError for an unknown role."""
    parts, place, count = [], 0, 0
    while place < len(rule.pattern):
        piece = _PIECE.match(rule.pattern, place)
        if piece is None:
            raise ValueError(f"pattern {rule.pattern!r} cannot be read from character {place}")
        place = piece.end()
        if piece["bracket"]:
            parts.append(_bounded(piece["bracket"].replace("(", "(?:")))
            continue
        symbols = lexicon.symbols_with(piece["role"])
        if not symbols:
            raise ValueError(f"pattern {rule.pattern!r}: no word has the role {piece['role']!r}")
        wanted = f"[{symbols}]"
        if piece["no"]:
            parts.append(f"(?!{wanted})")
            continue
        if piece["name"]:
            # A name may stand twice in a pattern, but not in an expression: number it.
            count += 1
            wanted = f"(?P<{piece['name']}__{count}>{wanted})"
        parts.append(wanted + _bounded(piece["times"]))
    return Compiled(re.compile("".join(parts)), rule)


# One of these stands in every time expression: other stretches are not searched (2.9 times faster on the dev set).
CORE_ROLES = (
    *("month", "weekday", "weekdays", "season", "seasons", "unit", "part", "parts", "deictic", "decade", "year", "iso"),
    *("slashed", "dotted", "clock", "quartername", "halfname", "recurring", "period", "tonight", "overnight", "oclock"),
    *("centuryword", "bc", "ad", "longword", "dayfigure", "halfpast"),
)
# Or one of these: times of day without any such word, "at twenty to five", "10.51 local time".
CORE_PATTERN = "(atword approx? num to num)|(dotclock ((localtime timeword)|zone))"


_STRETCH = re.compile(f"[^{re.escape(NO_ROLE)}]+")


class Grammar(msgspec.Struct, frozen=True):
    """All rules, compiled, and the words of which a stretch that they are tried on must have one."""

    rules: tuple[Compiled, ...]
    core: re.Pattern[str]


def compile_rules(rules: Sequence[Rule], lexicon: Lexicon) -> Grammar:
    """Return the grammar of `rules`."""
    core = "".join(sorted(set("".join(lexicon.symbols_with(role) for role in CORE_ROLES))))
    spoken = compile_rule(Rule(CORE_PATTERN, lambda _found: None), lexicon).expression.pattern
    return Grammar(tuple(compile_rule(rule, lexicon) for rule in rules), re.compile(f"[{core}]|{spoken}"))


def match_rules(grammar: Grammar, symbols: str, tokens: Sequence[Token]) -> Iterator[tuple[Found, int]]:
    """Yield every place where a rule matches, with the rule's rank, stretch by stretch."""
    for stretch in _STRETCH.finditer(symbols):
        start, end = stretch.span()
        if grammar.core.search(symbols, start, end) is None:
            continue
        for rank, compiled in enumerate(grammar.rules):
            for match in compiled.expression.finditer(symbols, start, end):
                yield _to_found(match, tokens), rank


def _to_found(match: re.Match[str], tokens: Sequence[Token]) -> Found:
    named = {}
    for key, symbol in match.groupdict().items():
        if symbol is not None:
            named[key.partition("__")[0]] = tokens[match.start(key)]
    return Found(tokens[match.start() : match.end()], named, match.start())
