"""Names as words: what is a title, what is the name, and how names are written down as ids.

Pure functions over strings; what a name refers to is decided elsewhere, on evidence (`annotate/entities.py`,
`collate/entities/resolve.py`).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec

from variorum.lang.tables import load_table, load_words
from variorum.text.fold import fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|&")
_POSSESSIVE = re.compile(r"(?:['’][sS]?)+$")
_THE = re.compile(r"^(?:the|a|an)\s+(?=\S)", re.IGNORECASE)
_DOTS = re.compile(r"(?<=\b[^\W\d_])\.(?=[^\W\d_]\b|\s|$|,)")
# Letters that decomposing leaves as they are.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


class TitleWords(msgspec.Struct, frozen=True):
    """The word table `titles`, folded."""

    honorifics: frozenset[str]
    roles: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    offices: frozenset[str]
    offices_behind: frozenset[str]
    before_titles: frozenset[str]
    generations: frozenset[str]
    letters_after: frozenset[str]
    particles: frozenset[str]
    organisations: frozenset[str]
    places: frozenset[str]
    events: frozenset[str]
    trades: frozenset[str]
    orders: frozenset[str]
    not_owners: frozenset[str]
    office_holders: frozenset[str]
    captions: frozenset[str]
    function_words: frozenset[str]
    calendar: frozenset[str]
    calendar_too: frozenset[str]


@cache
def title_words(language: str = "en") -> TitleWords:
    """Return the words that stand around names in a language."""
    table = load_table(language, "titles")
    words = {
        name: frozenset(fold_name(word) for word in table[name].split()) - {""}
        for name in TitleWords.__struct_fields__
        if name != "offices"
    }
    offices = frozenset(fold_name(office) for office in table["offices"].replace("\n", " ; ").split(";"))
    return TitleWords(offices=offices - {""}, **words)


@cache
def men_and_women(language: str = "en") -> tuple[frozenset[str], frozenset[str]]:
    """Return the folded given names that mostly men, and mostly women, bear."""
    table = load_table(language, "given")
    men, women = (frozenset(fold_name(name) for name in table[key].split()) for key in ("men", "women"))
    return men, women


def common_acronyms(language: str = "en") -> frozenset[str]:
    """Return the acronyms that are common nouns and name nobody, in capitals."""
    return load_words(language, "titles", "common_acronyms")


@cache
def given_names(language: str = "en") -> frozenset[str]:
    """Return the folded given names of the word table."""
    men, women = men_and_women(language)
    return men | women | {fold_name(name) for name in load_words(language, "given", "both")}


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """Return a name in lower case without accents, dots of initials, possessive, or `the` before it."""
    bare = _DOTS.sub("", _THE.sub("", _POSSESSIVE.sub("", name.strip())))
    return fold(bare).translate(_LETTERS).rstrip(".,")


def name_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name: hyphens part words, dots fall away."""
    return tuple(_WORD.findall(fold_name(name)))


def slug(name: str) -> str:
    """Return a name as a readable id: `lee-jae-myung`. A name without letters or digits gives an empty one."""
    return "-".join(word.replace("'", "").replace("’", "").replace("&", "and") for word in name_words(name))


class PersonName(msgspec.Struct, frozen=True):
    """A person's name taken apart: folded words in their order, titles before it and `jr`, `iii` after it."""

    words: tuple[str, ...]
    titles: tuple[str, ...] = ()
    generation: str | None = None

    @property
    def last(self) -> str:
        """The last word: the surname in Western order."""
        return self.words[-1] if self.words else ""


def parse_person(name: str) -> PersonName:
    """Take a person's name apart. Nicknames in quotes or brackets stay among its words."""
    known = title_words()
    words = [word.replace("'", "").replace("’", "") for word in name_words(name)]
    titles: list[str] = []
    while len(words) > 1 and (words[0] in known.honorifics or words[0] in known.before_titles):
        titles.append(words.pop(0))
    while len(words) > 1 and words[-1] in known.letters_after:
        words.pop()
    generation = None
    if len(words) > 1 and words[-1] in known.generations:
        generation = {"junior": "jr", "senior": "sr"}.get(words[-1], words[-1])
        words.pop()
    return PersonName(tuple(words), tuple(titles), generation)


_SMALL = frozenset(
    ["of", "the", "and", "for", "in", "on", "at", "de", "la", "du", "des", "et", "y", "e", "del", "und", "der"]
)
_LEGAL = frozenset(
    [
        "inc",
        "corp",
        "co",
        "ltd",
        "llc",
        "plc",
        "lp",
        "llp",
        "ag",
        "sa",
        "nv",
        "spa",
        "gmbh",
        "limited",
        "incorporated",
        "corporation",
        "company",
    ]
)


_HOLDING = frozenset({"group", "holding", "holdings"})


def strip_legal(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of an organisation's name without the legal form at its end."""
    end = len(words)
    while end > 1 and words[end - 1] in _LEGAL:
        end -= 1
    # "Goldman Sachs Group" is Goldman Sachs; "LG Group" is not LG.
    return words[: end - 1] if end > 2 and words[end - 1] in _HOLDING else words[:end]


def acronyms_of(name: str) -> frozenset[str]:
    """Return the acronyms, in lower case, that the words of a name give: with and without its small words."""
    words = name_words(name)
    if len(words) < 2:
        return frozenset()
    great = [word for word in words if word not in _SMALL and word != "&"]
    forms = {"".join(word[0] for word in great), "".join(word[0] for word in words)}
    forms.add("".join(word[0] for word in strip_legal(tuple(great))))
    return frozenset(form for form in forms if len(form) >= 2)


def is_acronym(name: str) -> bool:
    """Whether a name looks like an acronym: two to six capitals, dots between them or not."""
    letters = name.replace(".", "").replace("&", "")
    return 2 <= len(letters) <= 6 and letters.isalpha() and sum(char.isupper() for char in letters) >= len(letters) - 1
