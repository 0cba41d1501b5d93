"""What stands beside a name inside one span of the parser and is no part of it: titles, offices, what a comma parts."""

from __future__ import annotations

from variorum.annotate.names_words import Words
from variorum.lang.senses import load_senses
from variorum.text.gazetteer import find_city, find_known, find_team
from variorum.text.names import title_words

_LEGAL_FORMS = frozenset({"inc", "ltd", "llc", "plc", "corp", "co", "llp", "lp", "sa", "ag", "nv", "gmbh"})

# What stands before these is a firm, though its name be a plain word: "Target CEO".
_OF_FIRMS = frozenset(
    {"ceo", "cfo", "coo", "cto", "cio", "founder", "co-founder", "cofounder", "chairman", "chairwoman"}
)


def is_comma_of_body(words: Words, first: int, index: int, last: int) -> bool:
    """Whether a comma stands inside a body's name: "Marlowe, Inc.", "Marlowe, Quill & Brandt", "College of A, B"."""
    rest = words.folded[index + 1 : last + 1]
    if not rest or rest[0] in _LEGAL_FORMS or {"and", "&"} & set(rest):
        return True
    # A list that goes on past the span: "Alcohol, Tobacco| and Firearms".
    goes_on = words.folded[last + 1 : last + 2] in {("and",), ("&",)} and len(rest) == 1
    return goes_on or "of" in words.folded[first:index]


def without_titles(words: Words, first: int, last: int) -> int:
    """The first word behind the titles at the start of a span; "Grand" alone is none."""
    known = title_words()
    at, titled = first, False
    while at < last and words.folded[at] in known.honorifics | known.before_titles:
        titled = titled or words.folded[at] in known.honorifics
        at += 1
    return at if titled and words.folded[at] != "of" else first


def person_behind_office(words: Words, first: int, last: int) -> int | None:
    """Where a person begins behind an office in what the parser took for one body: "Ostland CEO |Veta Marsh"."""
    offices = title_words().offices_behind
    at = next((at for at in range(first, last) if words.folded[at] in offices and words.capital[at]), None)
    if at is None or not 1 <= last - at <= 3 or words.folded[at + 1] in offices:
        return None
    named = all(words.text[word].isalpha() and words.capital[word] for word in range(at + 1, last + 1))
    return at + 1 if named and find_known(words.said(at + 1, last)) is None else None


def without_offices(words: Words, first: int, last: int) -> int:
    """The last word before the offices that end a span: "Ostland| CEO"; before `first` where only a plain word is left.

    A title of address goes with the name behind it: "Marlowe Pictures| Dr".
    """
    known = title_words()
    end = last
    while end >= first and words.folded[end] in known.offices_behind:
        end -= 1
        while end >= first and (words.folded[end] in known.before_titles or words.folded[end] == "head"):
            end -= 1
    while first <= end < last and not words.capital[end]:
        end -= 1
    if end == last or end < first:
        return end
    # "Oil Minister", "Committee Chairman", "Heavyweight Champion".
    if first == end and words.folded[end] in known.organisations:
        return first - 1
    if words.folded[end + 1] in _OF_FIRMS:
        return end
    said = words.said(first, end)
    named = find_known(said) or find_city(said) or find_team(said) or words.folded[end] in known.organisations
    plain = not named and all(load_senses().word(word).senses for word in words.folded[first : end + 1])
    return first - 1 if plain else end
