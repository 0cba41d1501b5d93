"""Whether two entities that reports name alike are one: persons here, bodies and places in `bodies.py`."""

from __future__ import annotations

from variorum.collate.profiles import Profile, offices_in
from variorum.text.names import PersonName, title_words
from variorum.text.spelling import family_spelling, given_alike, slip_apart, spell_alike

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
    if _is_pet_form(left.words, right.words):
        return bool(shared) and not _years_apart(one, other)
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
    return bool(offices_in(one.titles) and offices_in(other.titles) and not left & right)


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
    if len(left) < 2 or len(right) < 2 or left[-1] != right[-1] or left[0] == right[0]:
        return False
    return given_alike(left[0], right[0])


def _orders(words: tuple[str, ...]) -> list[tuple[str, str]]:
    """The ways to read a name as surname and given name, the given name in one word."""
    return [(words[-1], "".join(words[:-1])), (words[0], "".join(words[1:]))]


def _is_respelled(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    for surname, given in _orders(left):
        for surname2, given2 in _orders(right):
            family = family_spelling(surname)
            if not (family is not None and family == family_spelling(surname2)) and not spell_alike(surname, surname2):
                continue
            if spell_alike(given, given2):
                return True
    return False


def _is_slip(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    if len(left) != len(right) or len(left) < 2:
        return False
    unlike = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return len(unlike) == 1 and slip_apart(*unlike[0])


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
    family = family_spelling(words[0]) if len(words) > 1 else None
    if word == words[-1] or (family is not None and word == words[0]):
        return 3 if offices & theirs else 2
    if word == words[0] or (len(words) > 2 and word in words):
        return 1
    return 0
