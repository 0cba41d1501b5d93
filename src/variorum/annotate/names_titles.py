"""Titles of works, which stand in quotation marks with capitals: "Night Train to Ostland".

The parser finds parts of them and takes these for persons, places and bodies. One title is one name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from variorum.annotate.names_spans import Name, kind_by_head
from variorum.annotate.names_words import Words
from variorum.text.gazetteer import find_known
from variorum.text.names import title_words

_OPENS = frozenset({"“", "``", "‘", '"'})
_CLOSES = frozenset({'"', "”", "''", "’"})
_MOST = 9
_LEAST = 2
# Behind these a quotation is what somebody or something is called, and no title.
_CALLED = frozenset(
    {"as", "called", "named", "dubbed", "nicknamed", "name", "alias", "aka", "nickname", "moniker", "or"}
)
_INSIDE = frozenset({"'s", "’s", "n't", "n’t", "'", "’", ",", "-", ":", "&", "!", "?", ".", "/"})
_ARTICLES = frozenset({"the", "a", "an"})


def with_titles(words: Words, found: Iterable[Name]) -> list[Name]:
    """The names, those inside a title of a work as that one title."""
    names = list(found)
    inside: dict[int, Name] = {at: title for title in find_titles(words) for at in range(title.first, title.last + 1)}
    if not inside:
        return names
    kept: list[Name] = []
    for name in names:
        title = inside.get(name.first) or inside.get(name.last)
        if title is None or _fills(words, name, title):
            kept.append(name)
        elif title not in kept:
            kept.append(title)
    return kept


def _fills(words: Words, name: Name, title: Name) -> bool:
    """Whether a name that fills its quotation is a person's, or a body's or place's by its own words."""
    if name.first > title.first or name.last < title.last:
        return False
    return name.type == "PERSON" or kind_by_head(words, name.first, name.last) in {"ORG", "PLACE"}


def find_titles(words: Words) -> Iterator[Name]:
    """Yield the quotations whose words have capitals as those of titles have, in text order."""
    for mark, said in enumerate(words.text):
        if said in _OPENS and _opens(words, mark):
            last = _end_of(words, mark + 1)
            if last is not None and _is_title(words, mark + 1, last):
                yield Name(mark + 1, last, "WORK")


def is_title(words: Words, name: Name) -> bool:
    """Whether a name is all of a quotation, and a title."""
    if name.first == name.last or not name.first or words.text[name.first - 1] not in _OPENS:
        return False
    return _opens(words, name.first - 1) and _end_of(words, name.first) == name.last


def _opens(words: Words, mark: int) -> bool:
    """Whether a quotation mark opens, by the spaces around it."""
    loose = mark == 0 or not words.glued[mark] or words.text[mark - 1] in {"(", "-", "–", "—"}
    return loose and mark + 1 < len(words.text) and words.glued[mark + 1]


def _end_of(words: Words, first: int) -> int | None:
    """The last word of a short quotation that opens before `first`, without the mark of the sentence around it."""
    for at in range(first, min(first + _MOST + 2, len(words.text))):
        if words.sentence[at] != words.sentence[first]:
            return None
        # An apostrophe closes only what a single mark opened.
        if words.text[at] in _CLOSES and (words.text[at] != "’" or words.text[first - 1] == "‘"):
            return at - 1 if words.text[at - 1] not in {",", "."} else at - 2
        if words.text[at] in _OPENS:
            return None
    return None


def _is_title(words: Words, first: int, last: int) -> bool:
    """Whether all great words of a quotation in a running sentence have capitals, two of them at least."""
    if first > last or words.headline[first] or not words.capital[first]:
        return False
    small_words = title_words().function_words | title_words().particles
    spoken = [at for at in range(first, last + 1) if words.text[at] not in _INSIDE]
    great = [at for at in spoken if words.capital[at] and words.folded[at] not in _ARTICLES]
    small = [at for at in spoken if not words.capital[at]]
    if len(great) < _LEAST or spoken[-1] in small:
        return False
    if not all(words.folded[at] in small_words or words.text[at].isdigit() for at in small):
        return False
    if any(words.text[at].isupper() and len(words.text[at]) > 3 for at in great):
        return False
    return not _is_somebody(words, first, last) and find_known(words.said(first, last)) is None


def _is_somebody(words: Words, first: int, last: int) -> bool:
    """Whether a quotation is what somebody is called, or calls: "known as "Big Tom"", "Queen Veta", "Oh, God!"."""
    called = first > 1 and words.folded[first - 2] in _CALLED
    titled = words.folded[first] in title_words().honorifics
    shouted = last - first < 5 and "," in words.text[first : last + 1]
    return called or titled or shouted or _is_between(words, first, last)


def _is_between(words: Words, first: int, last: int) -> bool:
    """Whether a nickname stands between a given name and a surname: Vincent "The Fox" Quill."""
    after = last + 2
    behind = after < len(words.text) and words.capital[after] and words.sentence[after] == words.sentence[first]
    ahead = first >= 2 and words.capital[first - 2] and words.sentence[first - 2] == words.sentence[first]
    return behind and ahead
