"""Spellings of one name: romanisations, transliterations, slips of the pen.

`sound_keys` brings names together that may be one (for an index); `spell_alike` then looks closely. Consonants count by
class: scripts without vowels (Arabic) and systems of romanisation (Wade-Giles, McCune-Reischauer, the German of Russian
names) keep the classes and change the letters.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import product

from rapidfuzz.distance import OSA, Levenshtein

from variorum.lang.tables import load_table

# In order: longer spellings first. K, S, T, P, L, M, N, F are classes of consonants; C may be K or S, J may be S, K
# (Egyptian Gamal is Jamal) or a vowel (English Yeltsin is German Jelzin).
_CLASSES = [
    (re.compile(pattern), to)
    for pattern, to in (
        (r"ng", "N"),
        (r"tsch|tch|shch|schtsch|dzh|dsch", "S"),
        (r"sch|sh|zh|ts|tz|cz|dz|dj|hs|ss|rz|^x", "S"),
        (r"x", "X"),
        (r"kh|gh|ck|q|kk|gg", "K"),
        (r"ch", "C"),
        (r"c(?=[eiy])", "S"),
        (r"[kgc]", "K"),
        (r"[sz]", "S"),
        (r"j", "J"),
        (r"th|dh|dt|[td]", "T"),
        (r"ph|ff|[fvw]", "F"),
        (r"[pb]", "P"),
        (r"[lr]", "L"),
        (r"m", "M"),
        (r"n", "N"),
        (r"h", ""),
        (r"y", "i"),
    )
]
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiou]+")
_EITHER = {"C": ("K", "S"), "J": ("S", "", "K"), "X": ("KS", "S")}
# Vowels that systems of romanisation write in several ways, Korean above all ("Moo-hyun", "Mu-hyeon").
_VOWEL_SPELLINGS = [
    (re.compile(pattern), to) for pattern, to in ((r"oo|ou", "u"), (r"i?eo|iu", "o"), (r"ae", "e"), (r"ee", "i"))
]
# Names of so many letters are one misspelled where so large a share of them is the same.
_LEAST_NEAR, _NEAR = 4, 0.75


@lru_cache(maxsize=32768)
def class_letters(word: str) -> str:
    """Return a folded word with its consonants as classes (`qasem` -> `KaSeM`) and its vowels as they are."""
    for pattern, to in _CLASSES:
        word = pattern.sub(to, word)
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=32768)
def sound_keys(word: str) -> frozenset[str]:
    """Return the keys that a folded word may sound as: its classes without vowels, an A for one at the start."""
    classed = class_letters(word)
    bare = ("A" if classed[:1] in tuple("aeiou") else "") + _VOWELS.sub("", classed)
    either = [_EITHER.get(letter, (letter,)) for letter in bare[:12]]
    if bare.startswith("J"):
        either[0] = ("S", "A", "K")
    return frozenset(_DOUBLED.sub(r"\1", "".join(each)) for each in product(*either))


def spell_alike(one: str, other: str) -> bool:
    """Whether two folded words may be spellings of one name: they sound as one and differ little in letters."""
    if one == other:
        return True
    if not sound_keys(one) & sound_keys(other):
        return False
    pairs = product(_readings(class_letters(one)), _readings(class_letters(other)))
    longest = max(len(one), len(other))
    return min(Levenshtein.distance(left, right) for left, right in pairs) <= max(1, int(0.4 * longest))


def _readings(classed: str) -> set[str]:
    for pattern, to in _VOWEL_SPELLINGS:
        classed = pattern.sub(to, classed)
    forms = {classed.replace("C", hard).replace("J", soft) for hard in "KS" for soft in "SiK"}
    return {form.replace("X", hiss) for form in forms for hiss in ("KS", "S")}


def slip_apart(one: str, other: str) -> bool:
    """Whether two folded words differ by a slip of the pen: a letter more, less, other or swapped, in five or more."""
    shortest = min(len(one), len(other))
    allowed = 1 if shortest < 9 else 2
    return shortest >= 5 and one[0] == other[0] and 0 < OSA.distance(one, other, score_cutoff=allowed) <= allowed


@cache
def _families() -> dict[str, frozenset[str]]:
    table = load_table("en", "surnames")
    families: dict[str, set[str]] = {}
    for group in ("korean", "chinese"):
        for line in table[group].strip().splitlines():
            for word in line.split():
                families.setdefault(word, set()).add(f"{group} {line.split()[0]}")
    for word in table["others"].split():
        families.setdefault(word, {word})
    return {word: frozenset(lines) for word, lines in families.items()}


def family_spellings(word: str) -> frozenset[str]:
    """Return the East Asian family names that a folded word is a spelling of: none for other words."""
    return _families().get(word, frozenset())


# Vowels fall into three classes in Korean and Chinese names: systems of romanisation part them in many ways.
_EASTERN_VOWELS = [
    (re.compile(pattern), to)
    for pattern, to in ((r"i?ae|ie|ea|e(?!o)", "e"), (r"[iue]?[ou]+|eo|eu", "o"), (r"i+|ui", "i"))
]


def eastern_alike(one: str, other: str) -> bool:
    """Whether two East Asian given names, each folded into one word, are one in two romanisations."""
    return bool(_eastern_readings(one) & _eastern_readings(other))


@lru_cache(maxsize=8192)
def _eastern_readings(word: str) -> frozenset[str]:
    classed = class_letters(word.replace("ee", "i").replace("ui", "i").replace("q", "ch"))
    readings = {classed.replace("C", hard).replace("J", "S").replace("X", "S") for hard in "KS"}
    for pattern, to in _EASTERN_VOWELS:
        readings = {pattern.sub(to, each) for each in readings}
    return frozenset(_DOUBLED.sub(r"\1", each) for each in readings)


@cache
def _pet_names() -> dict[str, frozenset[str]]:
    forms: dict[str, set[str]] = {}
    for number, line in enumerate(load_table("en", "nicknames")["rows"].splitlines()):
        for name in line.casefold().split():
            forms.setdefault(name, set()).add(str(number))
    return {name: frozenset(lines) for name, lines in forms.items()}


def are_near(one: str, other: str) -> bool:
    """Whether two folded names are a letter or two apart and yet no two spellings of one: "nathan" and "nathwani".

    Neither may be a part of the other ("haine", "haines"). A slip of the pen, or somebody else.
    """
    # In Persian, Spanish or Georgian names a "v" may be written "b".
    left, right = one.replace("v", "b"), other.replace("v", "b")
    if min(len(left), len(right)) < _LEAST_NEAR or left in right or right in left:
        return False
    if spell_alike(left, right) or given_alike(one, other):
        return False
    return OSA.normalized_similarity(left, right) >= _NEAR


def given_alike(one: str, other: str) -> bool:
    """Whether two folded given names may be one person's: the same, an initial, a pet form."""
    if one == other or ((len(one) == 1 or len(other) == 1) and one[:1] == other[:1]):
        return True
    pets = _pet_names()
    return bool(pets.get(one, frozenset()) & pets.get(other, frozenset()))
