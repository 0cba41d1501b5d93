"""Names of organisations, places and works compared: spelling, legal form, short names, acronyms."""

from __future__ import annotations

from variorum.model.annotations import EntityType
from variorum.text.gazetteer import find_city, find_known
from variorum.text.names import acronyms_of, is_acronym, name_words, strip_legal, title_words

# British spellings and abbreviations, each with the form compared and used in ids.
_SPELLINGS = {
    "centre": "center",
    "defence": "defense",
    "labour": "labor",
    "harbour": "harbor",
    "theatre": "theater",
    "organisation": "organization",
    "programme": "program",
    "mt": "mount",
    "ft": "fort",
    "dept": "department",
    "univ": "university",
    "intl": "international",
    "natl": "national",
    "govt": "government",
}
_MEDIA = frozenset({"com", "org", "net", "magazine", "newspaper", "online"})
# What may stand behind a place's own name without making another of it.
_SITE_WORDS = frozenset(
    [
        "island",
        "city",
        "town",
        "village",
        "hamlet",
        "province",
        "republic",
        "oblast",
        "prefecture",
        "unit",
        "treatment",
        "medical",
        "recovery",
        "resort",
    ]
)
# What a region known by its name alone is called in full: "Hebei Province".
_DIVISIONS = frozenset({"province", "oblast", "prefecture", "region", "republic", "governorate"})
_SITES = frozenset({"center", "clinic", "hospital", "facility", "institute", "home", "house", "hotel"})


def body_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a body's name in American spelling, without legal form or `.com` at its end."""
    words = strip_legal(tuple(_SPELLINGS.get(word, word) for word in name_words(name)))
    return words[:-1] if len(words) > 1 and words[-1] in _MEDIA else words


def same_body_name(one: str, other: str) -> bool:
    """Whether two names say the same but for spelling, legal form, or the word for the kind of site."""
    left, right = body_words(one), body_words(other)
    if left == right or (len(left) != len(right) and "".join(left) == "".join(right)):
        return True
    return len(left) > 1 and len(right) > 1 and left[:-1] == right[:-1] and {left[-1], right[-1]} <= _SITES


def is_short_name(short: str, short_type: EntityType, full: str, full_type: EntityType) -> bool:
    """Whether a name is the beginning or the end of a longer one and may stand for it.

    A place is not short for a body named after it ("Surrey" is not Surrey Police), nor is a name that the gazetteer
    knows as something else.
    """
    few, many = body_words(short), body_words(full)
    if not 0 < len(few) < len(many) or many[-1] in title_words().honorifics:
        return False
    known = find_known(short)
    if known is not None:
        return known.kind == "region" and many[:-1] == few and many[-1] in _DIVISIONS and find_known(full) is None
    if many[: len(few)] == few:
        if short_type in {"PLACE", "GROUP"}:
            rest = many[len(few) :]
            school = len(few) > 1 and rest == ("university",)
            return (school or set(rest) <= _SITES | _SITE_WORDS) and find_city(short) is None
        return full_type != "PERSON"
    if many[-len(few) :] == few:
        # What is left off is a place: "New York| Daily News".
        head = full.split()[: len(full.split()) - len(short.split())]
        known = find_known(full)
        placed = find_known(" ".join(head)) is not None or find_city(" ".join(head)) is not None
        placed = placed or (known is not None and known.kind == "team")
        return placed and not {short_type, full_type} & {"PLACE", "PERSON"} and "of" not in few
    return False


def is_acronym_of(short: str, full: str) -> bool:
    """Whether a name is made of the first letters of another."""
    return is_acronym(short) and short.replace(".", "").casefold() in acronyms_of(full)
