"""Lengths of two things: how far something flew and how high, distances from two places, places that lie apart.

Rules of `explainer.py`; words are in `lang/en/apart.toml` and `lang/en/rows.toml`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial

from variorum.collate.compare.names import compare_names
from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.explained.amounts.apart import are_alike, renderings
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.explained.tight import is_tight
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_table, load_words
from variorum.text.units import to_base_unit

# Governors of a length that are looked at.
_STEPS = 4
# Words from a length to what it is measured from, and to the "of" that tells that it is a position.
_REACH, _POSITION_REACH = 3, 7
# Marks behind a length, and words of an amount in brackets: "40 km (about 25 miles) east".
_BESIDE = frozenset({"(", ")", "]", "-", "‑"})
_BRACKETED = 6
_AWAY = frozenset({"away"})
_RELATIVE = frozenset({"who", "which", "that"})
_words, _row_words = partial(load_words, "en", "apart", "words"), partial(load_words, "en", "rows", "words")


@cache
def _dimensions() -> Mapping[str, frozenset[str]]:
    """What each word tells that a length measures, by lemma."""
    found: dict[str, set[str]] = {}
    for name, words in load_table("en", "apart")["dimensions"].items():
        for word in words.split():
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def of_two_dimensions(setting: Setting, pair: Pair) -> bool:
    """Lengths that measure two things: "flew 3,700 km", "at an altitude of 770 km"."""
    (left, one), (right, other) = setting.sides(pair)
    if not (is_length(one) and is_length(other)):
        return False
    told, told_other = _measured_by(left, one), _measured_by(right, other)
    return bool(told and told_other) and not told & told_other


def is_length(value: Value) -> bool:
    """Return whether a value is a length, whatever its unit."""
    quantity = value.quantity
    base = to_base_unit(1.0, quantity.unit) if quantity is not None and quantity.unit else None
    return base is not None and base.unit == "m"


def _measured_by(wording: Wording, value: Value) -> frozenset[str]:
    """What the words around a length, or around the amount that it repeats, say that it measures."""
    told = sorted([value, *renderings(wording, value)], key=lambda each: each.first)
    after = _behind(wording, told[-1].end)
    found: frozenset[str] = frozenset()
    if after < len(wording):
        lemma = wording.lemma[after]
        if lemma in _words("shapes"):
            return _dimensions()[lemma]
        if lemma in _words("directions") and after + 1 < len(wording) and wording.lemma[after + 1] == "of":
            return _AWAY  # "fell 40 km east of Voss" tells where
        within = lemma == "of" and "within" in wording.lemma[max(0, told[0].first - 2) : told[0].first]
        found = _AWAY if within else _dimensions().get(lemma, frozenset())
    for index in wording.above(top_of(wording, unit_of(told[0])), _STEPS):
        if wording.lemma[index] in _dimensions():
            return found | _dimensions()[wording.lemma[index]]
        if wording.pos[index] in ("VERB", "AUX"):
            break
    return found


def _behind(wording: Wording, at: int) -> int:
    """The word behind a length and what stands in brackets after it: "40 km (about 25 miles) east"."""
    while at < len(wording) and wording.word(at) in _BESIDE:
        ahead = [wording.word(i) for i in range(at, min(len(wording), at + _BRACKETED))]
        at += ahead.index(")") + 1 if ahead[0] == "(" and ")" in ahead else 1
    return at


def of_two_places(setting: Setting, pair: Pair) -> bool:
    """Distances from two things, or of a person and of a thing: "13 miles from the ship", "150 miles west of Aden"."""
    (left, one), (right, other) = setting.sides(pair)
    if pair.difference is None or not (is_length(one) and is_length(other)) or is_tight(pair):
        return False
    marks = _landmark(left, one), _landmark(right, other)
    if marks[0] is None or marks[1] is None:
        return False
    if _are_told_apart(left, marks[0], right, marks[1]):
        return True
    located, located_other = _located(left, one), _located(right, other)
    if located is None or located_other is None:
        return False
    persons = [wording.lemma[i] in _row_words("persons") for wording, i in ((left, located), (right, located_other))]
    nouns = left.pos[located] == "NOUN" and right.pos[located_other] == "NOUN"
    return nouns and persons[0] != persons[1] and not are_alike(left, located, right, located_other)


def _landmark(wording: Wording, value: Value) -> int | None:
    """What a distance is measured from: "north of the town", "from the frigate"; None where it is not told."""
    index = value.end
    while index < len(wording) and index < value.end + _REACH:
        if wording.lemma[index] in ("of", "from") and wording.dep[index] == "prep":
            return next((i for i in wording.children[index] if wording.dep[i] == "pobj"), None)
        if wording.lemma[index] not in _row_words("directions") | {"away"}:
            return None
        index += 1
    return None


def _are_told_apart(left: Wording, one: int, right: Wording, other: int) -> bool:
    """Whether two landmarks are surely two: two kinds of thing, or both named by names without a word in common."""
    of_land = {left.lemma[one], right.lemma[other]} <= _row_words("shores")
    if left.pos[one] == right.pos[other] == "NOUN" and not of_land and not are_alike(left, one, right, other):
        return True
    names = [wording.value_at.get(i) for wording, i in ((left, one), (right, other))]
    if any(each is None or each.mention is None for each in names):
        return False
    words = [
        {wording.key[i] for i in range(each.first, each.end)}
        for wording, each in ((left, names[0]), (right, names[1]))
        if each is not None
    ]
    return words[0].isdisjoint(words[1]) and not words[0] & set(right.key) and not words[1] & set(left.key)


def _located(wording: Wording, value: Value) -> int | None:
    """Who or what lies or stands so far off: the subject of "is", the noun that the distance hangs on."""
    # "A driver 50 miles north of the town spotted it": the parser takes this "driver" for all kinds of things.
    if value.first and wording.pos[value.first - 1] == "NOUN":
        return value.first - 1
    for index in wording.above(top_of(wording, unit_of(value)), _STEPS):
        if wording.pos[index] in ("NOUN", "PROPN"):
            return index
        if wording.pos[index] in ("VERB", "AUX"):
            subject = wording.subject_of(index)
            return _antecedent(wording, index, subject)
    return None


def _antecedent(wording: Wording, verb: int, subject: int | None) -> int | None:
    told = subject is not None and wording.lemma[subject] not in _RELATIVE
    if told or wording.dep[verb] not in ("relcl", "acl"):
        return subject
    return wording.head[verb]


def of_two_located(setting: Setting, pair: Pair) -> bool:
    """How far two places lie from one: "Voss, 90 km east of Bergen", "in Flam, 120 km east of Bergen"."""
    sides = setting.sides(pair)
    if not all(is_length(value) and _is_position(wording, value) for wording, value in sides):
        return False
    places, others = (_places_before(wording, value) for wording, value in sides)
    return bool(places and others) and not any(
        compare_names(one, other).outcome in ("same", "fits") for one in places for other in others
    )


def _places_before(wording: Wording, value: Value) -> list[str]:
    before = (each for each in wording.values if each.kind == "place" and each.end <= value.first)
    return [wording.words(each.first, each.end) for each in before]


def _is_position(wording: Wording, value: Value) -> bool:
    behind = wording.lemma[value.end : value.end + _POSITION_REACH]
    return not _words("directions").isdisjoint(behind) and "of" in behind


LENGTH_RULES: tuple[Callable[[Setting, Pair], bool], ...] = (of_two_dimensions, of_two_places, of_two_located)
