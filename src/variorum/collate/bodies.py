"""Whether two entities that reports name alike are one: organisations, places, works and the rest."""

from __future__ import annotations

from variorum.collate.profiles import Profile
from variorum.text.gazetteer import find_known
from variorum.text.names import acronyms_of, is_acronym, name_words, strip_legal, title_words
from variorum.text.spelling import slip_apart

_SPELLINGS = {
    "centre": "center",
    "defence": "defense",
    "labour": "labor",
    "harbour": "harbor",
    "theatre": "theater",
    "organisation": "organization",
    "programme": "program",
}
_MEDIA = frozenset(["com", "org", "net", "magazine", "newspaper", "online", "news"])
_SITES = frozenset(["center", "clinic", "hospital", "facility", "institute", "home", "house", "hotel"])


def body_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a body's name in American spelling, without legal form or `.com` at its end."""
    words = strip_legal(tuple(_SPELLINGS.get(word, word) for word in name_words(name)))
    return words[:-1] if len(words) > 1 and words[-1] in _MEDIA else words


def same_body(one: Profile, other: Profile) -> bool:
    """Whether two names are one body's in two spellings."""
    left, right = body_words(one.name), body_words(other.name)
    if left == right:
        return True
    if len(left) > 1 and len(right) > 1 and left[:-1] == right[:-1] and {left[-1], right[-1]} <= _SITES:
        return True
    joined, joined2 = "".join(left), "".join(right)
    return bool(one.context & other.context) and slip_apart(joined, joined2) and not _both_known(one, other)


def _both_known(one: Profile, other: Profile) -> bool:
    return find_known(one.name) is not None and find_known(other.name) is not None


def is_short_for(short: Profile, full: Profile) -> bool:
    """Whether a name is the beginning or the end of a longer one and may stand for it."""
    few, many = body_words(short.name), body_words(full.name)
    if not 0 < len(few) < len(many) or find_known(short.name) is not None:
        return False
    known = title_words()
    if len(few) == 1 and (few[0] in known.organisations or few[0] in known.places or len(few[0]) < 3):
        return False
    if many[: len(few)] == few:
        rest = many[len(few) :]
        named_for = (
            short.type in {"PLACE", "GROUP"} and rest[-1] in known.organisations and rest[-1] not in known.places
        )
        return not named_for
    if many[-len(few) :] == few:
        head = " ".join(many[: -len(few)])
        return short.type != "PLACE" and (short.type == full.type or find_known(head) is not None)
    return False


def is_acronym_of(short: Profile, full: Profile) -> bool:
    """Whether a name is made of the first letters of another."""
    if not is_acronym(short.name) or (full.type == "PERSON" and len(short.name) < 3):
        return False
    return short.name.replace(".", "").casefold() in acronyms_of(full.name)
