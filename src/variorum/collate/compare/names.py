"""Are two names variants of one? Longer and shorter forms, initials, titles, acronyms, spellings.

Places are names too; that one place lies in another is told by the reports' own words ("X, Y"), not by a gazetteer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from variorum.collate.compare.verdict import Verdict
from variorum.lang.tables import load_table, load_words
from variorum.text.fold import fold
from variorum.text.gazetteer import find_known
from variorum.text.names import acronyms_of, title_words
from variorum.text.spelling import given_alike, spell_alike

_WORD = re.compile(r"[\w.&-]+")
# Titles of works and names of bodies are printed with a word more or less, or one misspelled.
_LONG = 4
_MOSTLY = 0.75
# Names of bodies that share all but one of so many words.
_LEAST_BODY = 3
# Where a page's text was put together without a space: "DailyZhang Yuanxun", not "McDonald".
_GLUED = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z])")
# A particle that some write as part of the name after it: "LaCalle", "D'Angelo", "Al-Sadr".
_JOINED = re.compile(r"\b(?:La|Le|Lo|Li|De|Di|Da|Du|Del|Des|El|Al|Van|Von|D[\'’])-?(?=[A-Z][a-z]{2})")
# Words shorter than this are spelled alike by chance.
_LEAST_SOUNDED = 5
# Letters at the end of two spellings of one name that are the same where their first letters differ.
_TAIL = 3
_APART = frozenset({"country", "state", "capital", "people"})
_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "and",
        "for",
        "in",
        "at",
        "on",
        "de",
        "la",
        "le",
        "du",
        "da",
        "al",
        "el",
        "von",
        "van",
        "bin",
    ]
)


# The same few names meet again and again in the sentences of a story.
@lru_cache(maxsize=50_000)
def compare_names(one: str, other: str) -> Verdict:
    """Return whether two names can be of one bearer."""
    left, right = name_words(one), name_words(other)
    if left != right and _GLUED.search(one + " " + other):
        left, right = name_words(_GLUED.sub(" ", one)), name_words(_GLUED.sub(" ", other))
    if not left or not right or _is_address(left) or _is_address(right):
        return Verdict("unlike", "one of them is no name")
    if left == right:
        return Verdict("same", "the same name")
    return _compare_words(left, right, frozenset({one, other}))


def _compare_words(left: tuple[str, ...], right: tuple[str, ...], written: frozenset[str]) -> Verdict:
    """Compare the words of two names that are not the same; `written` holds both as they are printed."""
    if _are_known_apart(written):
        return Verdict("differs", "the names are of two that are known", 1.0)
    shorter = _why_shorter(left, right, written)
    if shorter is not None:
        return Verdict("fits", shorter)
    odd_left, odd_right = [w for w in left if w not in right], [w for w in right if w not in left]
    if all(any(_are_spellings(a, b) for b in right) for a in odd_left) or all(
        any(_are_spellings(a, b) for b in left) for a in odd_right
    ):
        return Verdict("fits", "the names are spelled alike")
    shared = len(set(left) & set(right)) / min(len(set(left)), len(set(right)))
    if shared >= _MOSTLY and min(len(left), len(right)) >= _LONG:
        return Verdict("fits", "nearly all words of the two names are the same")
    return Verdict("differs", "the names differ", 1.0 - shared)


def _why_shorter(left: tuple[str, ...], right: tuple[str, ...], written: frozenset[str]) -> str | None:
    """Return why two names are a longer and a shorter form of one, None where they are not."""
    if set(left) <= set(right) or set(right) <= set(left):
        return "one is a shorter form of the other"
    odd_left, odd_right = (tuple(w for w in one if w not in other) for one, other in ((left, right), (right, left)))
    forms = written if (odd_left, odd_right) == (left, right) else ()
    if _is_acronym(odd_left, odd_right, forms) or _is_acronym(odd_right, odd_left, forms):
        return "one is an abbreviation of the other"
    full, other = (_in_full(name_words(_JOINED.sub("", _with_cities(each)))) for each in sorted(written))
    if full and other and (full <= other or other <= full):
        return "one is written out, the other shortened"
    return "two names of one body, of the same initials" if _are_one_body(left, right) else None


@cache
def _titles() -> frozenset[str]:
    return frozenset(word.casefold() for word in load_words("en", "split", "titles"))


@lru_cache(maxsize=50_000)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell who or what it is of, folded, without titles and small words."""
    words = [word.strip(".-&'").removesuffix("'s") for word in _WORD.findall(fold(name))]
    kept = tuple(word for word in words if word and word not in _SMALL and word not in _titles())
    return kept or tuple(word for word in words if word)


def _are_known_apart(written: frozenset[str]) -> bool:
    """Whether two names that are spelled alike are of two places or peoples: Iran and Iraq."""
    known = [find_known(name) for name in sorted(written)]
    kinds = {each.kind for each in known if each is not None}
    return None not in known and len(kinds) == 1 and kinds <= _APART and known[0] != known[-1]


def _is_address(words: tuple[str, ...]) -> bool:
    """Whether a name is no more than a form of address ("Mr."): it tells nothing of who bears it."""
    return all(word.rstrip(".") in _courtesies() for word in words)


@cache
def _courtesies() -> frozenset[str]:
    return frozenset(word.casefold() for word in load_words("en", "titles", "courtesies")) & title_words().honorifics


def _with_cities(name: str) -> str:
    """A name with the short names of cities in it written out: "Northeast Philly", "L.A. Zoo"."""
    pattern, full = _short_cities()
    return pattern.sub(lambda found: full[found[0]], name)


@cache
def _short_cities() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = [line.split(" | ") for line in load_table("en", "shortened")["cities"].splitlines() if line]
    full = {short.strip(): name for name, shorts in rows for short in shorts.split(";")}
    longest = sorted(full, key=lambda short: (-len(short), short))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)"), full


def _in_full(words: tuple[str, ...]) -> frozenset[str]:
    """The words of a name, each written out where it is an abbreviation that names are known for."""
    return frozenset(_written_out().get(word, word) for word in words)


@cache
def _written_out() -> dict[str, str]:
    rows = [line.split() for line in load_table("en", "shortened")["words"].splitlines() if line]
    return {form: forms[0] for forms in rows for form in forms}


def are_one_body(one: str, other: str) -> bool:
    """Return whether two long names differ in one noun for a body, of one letter: "… Fund" and "… Federation"."""
    return _are_one_body(name_words(one), name_words(other))


def _are_one_body(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names of three words or more differ in one noun for a body, of one letter: Fund, Federation."""
    differing = [(one, other) for one, other in zip(left, right, strict=False) if one != other]
    if len(left) != len(right) or len(left) < _LEAST_BODY or len(differing) != 1:
        return False
    one, other = differing[0]
    bodies = title_words().organisations
    return one[0] == other[0] and one in bodies and other in bodies


def _is_acronym(short: tuple[str, ...], long: tuple[str, ...], written: Iterable[str]) -> bool:
    letters = "".join(short).replace(".", "")
    if len(short) != 1 or len(long) <= 1:
        return False
    return letters == "".join(word[0] for word in long) or any(letters in acronyms_of(name) for name in written)


def _are_spellings(one: str, other: str) -> bool:
    """Whether two words are spellings of one (Mohamed and Muhammad), or one the initial or a pet form of the other."""
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    if any(char.isdigit() for char in one + other):
        return False
    if given_alike(one, other):
        return True
    if one[0] != other[0]:
        return min(len(one), len(other)) >= _LEAST_SOUNDED and _sound_alike(one, other)
    return DamerauLevenshtein.normalized_similarity(one, other) >= (0.6 if min(len(one), len(other)) <= 5 else 0.72)


def _sound_alike(one: str, other: str) -> bool:
    """Whether two words that begin with other letters may be one in two systems of writing: "Czar", "Tsar"."""
    return one[1:][-_TAIL:] == other[1:][-_TAIL:] and spell_alike(one, other)
