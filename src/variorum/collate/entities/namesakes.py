"""Whether two entities that reports name alike are one: persons here, bodies and places in `bodies.py`."""

from __future__ import annotations

from itertools import product

import msgspec

from variorum.collate.entities.profiles import Profile, offices_in
from variorum.text.names import PersonName, title_words
from variorum.text.spelling import eastern_alike, family_spellings, given_alike, slip_apart, spell_alike

# Namesakes whose years lie further apart than this are two people, if their names differ at all.
_YEARS_APART = 15


def same_person(one: Profile, other: Profile) -> bool:
    """Whether two full names of persons are one person's, by their names and what the reports say beside them."""
    left, right = one.person, other.person
    if _opposed(one, other, left, right):
        return False
    shared = one.context & other.context
    apart = not (one.reports & other.reports)
    if sorted(left.words) == sorted(right.words) or "".join(left.words) == "".join(right.words):
        return left.generation == right.generation or (bool(shared) and not _years_apart(one, other))
    if _is_shortened(left.words, right.words):
        return left.generation == right.generation or bool(shared)
    if _is_pet_form(left.words, right.words) and shared and not _years_apart(one, other):
        return True
    if _is_respelled(left.words, right.words):
        return apart and not _offices_opposed(one, other)
    return bool(shared) and _is_slip(left.words, right.words)


def _opposed(one: Profile, other: Profile, left: PersonName, right: PersonName) -> bool:
    if left.generation and right.generation and left.generation != right.generation:
        return True
    if _middles_opposed(left.words, right.words):
        return True
    return {_gender(one), _gender(other)} == {"man", "woman"}


def _gender(profile: Profile) -> str | None:
    """Whether the titles beside a name are a man's, or a woman's; None where they are both or neither."""
    known = title_words()
    man, woman = bool(profile.titles & known.men), bool(profile.titles & known.women)
    return None if man == woman else ("man" if man else "woman")


def _middles_opposed(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names are alike but for initials that tell them apart: George W. and George H. W. Bush."""
    if min(len(left), len(right)) < 3 or left[0] != right[0] or left[-1] != right[-1]:
        return False
    one, other = "".join(left[1:-1]), "".join(right[1:-1])
    return min(len(one), len(other)) <= 2 and one[0] != other[0]


def _years_apart(one: Profile, other: Profile) -> bool:
    if not one.years or not other.years:
        return False
    return min(abs(a - b) for a in one.years for b in other.years) > _YEARS_APART


def _offices_opposed(one: Profile, other: Profile) -> bool:
    left = one.titles | offices_in(one.context)
    right = other.titles | offices_in(other.context)
    if offices_in(one.titles) and offices_in(other.titles) and not left & right:
        return True
    return bool(one.titles and other.titles and not one.titles & other.titles and not one.context & other.context)


def _is_shortened(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether one name leaves words of the other out, or shortens them to initials; the surname stays."""
    short, long = sorted((left, right), key=lambda words: (len(words), words))
    if len(short) < 2 or short[-1] != long[-1]:
        return False
    rest = iter(long[:-1])
    if all(any(_fits(word, each) for each in rest) for word in short[:-1]):
        return len(short[0]) > 1 or short[0][0] == long[0][0]
    return False


def _fits(word: str, full: str) -> bool:
    return word == full or (min(len(word), len(full)) == 1 and word[0] == full[0])


def _is_pet_form(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether a given name of one is a pet form of a given name of the other, before the same surname."""
    if len(left) < 2 or len(right) < 2 or left[-1] != right[-1] or left[0] == right[0]:
        return False
    ones, others = ([word for word in words[:-1] if len(word) > 1] for words in (left, right))
    if not ones or not others:
        return given_alike(left[0], right[0])
    return any(given_alike(word, name) for word, name in product(ones[:3], others[:3]))


class _Order(msgspec.Struct, frozen=True):
    """One way to read a name: which word is the surname, and the given names."""

    surname: str
    given: tuple[str, ...]


def _orders(words: tuple[str, ...]) -> list[_Order]:
    return [_Order(words[-1], words[:-1]), _Order(words[0], words[1:])]


def _is_respelled(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return any(
        _are_spellings(one, other)
        for one in _orders(_without_articles(left))
        for other in _orders(_without_articles(right))
    )


def _are_spellings(one: _Order, other: _Order) -> bool:
    joined, joined2 = "".join(one.given), "".join(other.given)
    families, families2 = family_spellings(one.surname), family_spellings(other.surname)
    if families and families2:
        return bool(families & families2) and eastern_alike(joined, joined2)
    if not spell_alike(one.surname, other.surname):
        return False
    if len(one.given) == len(other.given):
        return all(spell_alike(a, b) for a, b in zip(one.given, other.given, strict=True))
    return spell_alike(joined, joined2)


_ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "at", "az", "bin", "ibn"})
_SERVANTS = {"abdel": "abd", "abdul": "abd", "abdal": "abd"}


def _without_articles(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name without the Arabic articles that some writings give and others leave out."""
    if len(words) < 3:
        return words
    kept = tuple(_SERVANTS.get(word, word) for word in words if word not in _ARTICLES)
    return kept if len(kept) > 1 else words


def _is_slip(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    if len(left) != len(right) or len(left) < 2:
        return False
    unlike = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return len(unlike) == 1 and slip_apart(*unlike[0])


def _countries_opposed(one: Profile, other: Profile) -> bool:
    return bool(one.around and other.around and not one.around & other.around) and not one.reports & other.reports


def fits_person(short: Profile, full: Profile) -> int:
    """How well a person of one name word may be the one of a full name: 0 not at all, more is better.

    3: the word is the surname and the offices agree; 2: the surname; 1: the given name, or a slip of the surname.
    """
    words = full.person.words
    word = short.person.last
    if _opposed(short, full, short.person, full.person) or not words:
        return 0
    offices = offices_in(short.titles)
    theirs = full.titles | offices_in(full.context)
    if offices and offices_in(theirs) and not offices & theirs and not (short.reports & full.reports):
        return 0
    if offices and not offices & theirs and _countries_opposed(short, full):
        return 0
    if word == words[-1] or (len(words) > 1 and word == words[0] and family_spellings(word)):
        return 3 if offices & theirs else 2
    if word == words[0] or (len(words) > 2 and word in words):
        return 1
    return 0
