"""What a number measures: the currency, unit or sign around it."""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec
from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies

from variorum.annotate.quantities.words import Words, word_set, word_table
from variorum.lang.tables import load_table
from variorum.model.annotations import QuantityKind

_LONGEST_NAME = 4  # words in "Bosnia-Herzegovina convertible marks" and the like


class Measured(msgspec.Struct, frozen=True):
    """A unit at words[first:last]; the number is to be taken `times` so many of it."""

    kind: QuantityKind
    unit: str
    first: int
    last: int
    times: float = 1.0


@cache
def current_currencies() -> frozenset[str]:
    """Return the ISO codes of all money in use today, by the currency library."""
    codes = {code for territory in get_global("territory_currencies") for code in get_territory_currencies(territory)}
    return frozenset(codes) - {"XXX", "XTS"} | {"BTC"}


@cache
def currency_names() -> dict[tuple[str, ...], str]:
    """Return the code of each currency by its words in lower case: ("south", "korean", "won") is KRW."""
    names: dict[tuple[str, ...], str] = {}
    for code in sorted(current_currencies()):
        if code not in Locale("en").currencies:
            continue
        for count in (None, 1, 2):
            names[tuple(get_currency_name(code, count=count, locale="en").lower().split())] = code
    adjectives = {
        "american": "US", "u.s.": "US", "british": "British", "hong kong": "Hong Kong", "chinese": "Chinese",
        "japanese": "Japanese", "russian": "Russian", "indian": "Indian", "mexican": "Mexican", "turkish": "Turkish",
    }  # fmt: skip
    for short, long in adjectives.items():
        for word, code in word_table()["currency_words"].items():
            full = (*long.lower().split(), word)
            if full in names or long.lower() in ("chinese", "japanese", "russian"):
                names[(*short.split(), word)] = names.get(full, code)
    for word in ("dollar", "dollars"):
        names[("us", word)] = names[("u.s.", word)] = names[("american", word)] = "USD"
    return names


@cache
def unit_words() -> dict[tuple[str, ...], str]:
    """Return the unit of each of its names, word by word."""
    names: dict[tuple[str, ...], str] = {}
    for kind in load_table("en", "units").values():
        for unit in kind["units"]:
            for name in unit["words"].split():
                names[tuple(name.split("-"))] = unit["name"]
                if "-" in name:
                    names[tuple(name.replace("-", " - ").split())] = unit["name"]
    return names


@cache
def unit_signs() -> dict[str, str]:
    """Return the unit of each sign, with its case."""
    return {
        sign: unit["name"]
        for kind in load_table("en", "units").values()
        for unit in kind["units"]
        for sign in unit["signs"].split()
    }


@cache
def _glued_signs() -> dict[str, str]:
    """The units of signs that are words as well ("in"), and signs only where they are glued to their number."""
    return {
        sign: unit["name"]
        for kind in load_table("en", "units").values()
        for unit in kind["units"]
        for sign in unit.get("glued", "").split()
    }


def money_before(words: Words, first: int) -> Measured | None:
    """Return the currency whose sign or code stands before the number."""
    signs = word_table()["currency_signs"]
    for length in (3, 2, 1):
        start = first - length
        if start < 0:
            continue
        sign = words.text[words[start].start : words[first - 1].end]
        if sign in signs and (not sign[-1].isalpha() or words[first].start - words[first - 1].end <= 1):
            return Measured("money", signs[sign], start, first)
    code = words[first - 1].text
    if code in current_currencies() or code in ("CNH",):
        return Measured("money", code, first - 1, first)
    return None


def unit_behind(words: Words, last: int) -> Measured | None:
    """Return the currency, percent sign or unit that stands behind the number."""
    place = last + 1 if words[last].lower == "-" else last
    if words[place].lower == "times" and words[place + 1].lower in _COMPARED:
        return Measured("measure", "times", place, place + 1)
    if words[place].lower == "fold":
        return Measured("measure", "times", place, place + 1)
    return _percent(words, place) or _money(words, place) or _unit(words, place)


_COMPARED = frozenset(
    {
        "as",
        "more",
        "higher",
        "larger",
        "bigger",
        "greater",
        "the",
        "longer",
        "faster",
        "stronger",
        "its",
        "their",
        "less",
    }
)


def _percent(words: Words, at: int) -> Measured | None:
    word = words[at].lower
    if word == "%":
        last = at + 1
        if words[last].lower in ("-", "") or not words[last].is_word:
            step = last + 1 if words[last].lower == "-" and words[last + 1].lower.startswith("point") else last
        else:
            step = last
        if words[step].lower in ("point", "points"):
            return Measured("percent", "point", at, step + 1)
        return Measured("percent", "percent", at, last)
    if word in ("percent", "pct", "percents") or (word == "per" and words[at + 1].lower == "cent"):
        return Measured("percent", "percent", at, at + (2 if word == "per" else 1))
    if word in ("percentage", "basis") or (word == "per" and words[at + 1].lower == "centage"):
        step = at + 2 if words[at + 1].lower == "-" else at + 1
        if words[step].lower in ("point", "points"):
            return Measured("percent", "point", at, step + 1, 0.01 if word == "basis" else 1.0)
    return None


def _money(words: Words, at: int) -> Measured | None:
    place = at + 1 if words[at].lower == "of" else at
    table, names = word_table(), currency_names()
    for length in range(_LONGEST_NAME, 0, -1):
        name = tuple(words.lowers(place, place + length))
        if len(name) == length and name in names and (length > 1 or name[0] in table["currency_words"]):
            return Measured("money", names[name], at, place + length)
    word = words[place]
    if word.lower in ("pound", "pounds") and _is_weight(words, at):
        return Measured("measure", "pound", at, place + 1)
    if word.lower in table["currency_words"] and (place == at or word.lower.endswith("s") or word.lower == "won"):
        return Measured("money", table["currency_words"][word.lower], at, place + 1)
    if word.lower in table["cents"] or (
        word.text == "p" and words.glued(place) and (words[place - 1].value or 0) < 1000
    ):
        return Measured("money", table["cents"].get(word.lower, "GBP"), at, place + 1, 0.01)
    if word.text in current_currencies() and word.text not in ("ALL", "TOP", "MOP"):
        return Measured("money", word.text, at, place + 1)
    if word.text in table["currency_signs"] and words.glued(place) and words[place + 1].value is None:
        return Measured("money", table["currency_signs"][word.text], at, place + 1)
    return None


def _is_weight(words: Words, at: int) -> bool:
    """Whether pounds weigh: "400-pound"; "20 pounds of"; beside a word of weight; few in a text without a sign of £."""
    is_hyphened = words[at - 1].lower == "-"
    number = words[at - 2] if is_hyphened else words[at - 1]
    if number.value is None or (number.value >= _HEAVIEST and not is_hyphened):
        return False
    near = words.lowers(at - 8, at + 6)
    if words[at + 1].lower == "of" or any(word.startswith(("weigh", "heav", "overweight")) for word in near):
        return True
    if any(word in word_set("payments") for word in words.lowers(at - 6, at)):
        return False
    evidence = _speaks_of(words.text)
    if number.value >= _HEAVIEST:
        # A vessel, not a fine, unless the text reckons in sterling or says what it is in other money.
        return not evidence.sterling and not any(sign in ("$", "€") for sign in near)
    return is_hyphened or (not evidence.sterling and (evidence.dollars or number.value < _FEW))


_HEAVIEST = 10_000  # what weighs more is told in tons
_FEW = 1_000


class _SpeaksOf(msgspec.Struct, frozen=True):
    dollars: bool
    sterling: bool


@lru_cache(maxsize=4)
def _speaks_of(text: str) -> _SpeaksOf:
    return _SpeaksOf("$" in text, "£" in text or "sterling" in text or " pence" in text)


def _unit(words: Words, at: int) -> Measured | None:
    place = at + 1 if words[at].lower == "of" else at
    for length in range(5, 0, -1):
        name = tuple(words.lowers(place, place + length))
        if len(name) == length and name in unit_words():
            return Measured("measure", unit_words()[name], at, place + length)
    for length in (3, 2, 1):
        sign = words.text[words[at].start : words[at + length - 1].end] if words[at + length - 1].end > 0 else ""
        apart = sign == "°" or (sign in ("C", "F") and not words.glued(at + 1))
        if length == 1 and words.glued(at) and words[at - 1].value is not None and sign in _glued_signs():
            return Measured("measure", _glued_signs()[sign], at, at + 1)
        if sign in unit_signs() and (len(sign) > 1 or apart or words.glued(at)):
            return Measured("measure", unit_signs()[sign], at, at + length)
    return None
