"""Names by what stands right beside them: parts of one name taken for two, and words that are no part of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.annotate.names_spans import Name, kind_by_head
from variorum.annotate.names_words import Words
from variorum.lang.background import rarity
from variorum.lang.senses import load_senses
from variorum.model.annotations import EntityType
from variorum.text.gazetteer import find_city, find_known
from variorum.text.names import given_names, title_words

# Rarer than this (`lang/background.py`), a word is no plain one.
_PLAIN = 6.0


def join_neighbours(words: Words, found: Sequence[Name]) -> Iterator[Name]:
    """The names, those joined that stand side by side and are one: "Zaddie| Quill", "Cleveland| Browns"."""
    current: Name | None = None
    for after in found:
        kind = _joined_type(words, current, after) if current is not None else None
        if current is not None and kind is not None:
            current = Name(current.first, after.last, kind, current.sure or after.sure)
            continue
        if current is not None:
            yield current
        current = after
    if current is not None:
        yield current


def _joined_type(words: Words, name: Name, after: Name) -> EntityType | None:
    """The type of two names side by side as one, or None where they are two."""
    here = after.first == name.last + 1 and words.sentence[name.last] == words.sentence[after.first]
    if not here or words.glued[after.first] or words.headline[name.first]:
        return None
    known = find_known(words.said(name.first, after.last))
    if known is not None:
        return known.type
    if name.last > name.first or _is_apart(words, name, after):
        return None
    if after.type != "PERSON":
        return None
    head = kind_by_head(words, name.first, after.last)
    if head is not None:
        return head
    if name.type == "PERSON" and (after.last == after.first or words.text[after.first + 1] == "-"):
        return "PERSON"
    given = words.folded[name.first] in given_names()
    alone = after.last == after.first and words.folded[after.first] not in given_names()
    return "PERSON" if alone and (given or not (name.sure or is_plain(words.folded[name.first]))) else None


def _is_apart(words: Words, name: Name, after: Name) -> bool:
    """Whether a word before a name can be no part of it: a title, a name that is known, a verb, the same word again."""
    first = words.folded[name.first]
    # "Feeding Rufus", "Ironically Quill".
    opens = words.opening[name.first] and first.endswith(("ing", "ly"))
    return (
        opens
        or first == words.folded[after.first]
        or first in title_words().honorifics
        or name.type not in {"PERSON", "ORG"}
        or words.text[name.first].isupper()
        or words.text[after.first].isupper()
        or _is_known(words, name)
        or _is_known(words, after)
    )


def _is_known(words: Words, name: Name) -> bool:
    said = words.said(name.first, name.last)
    return words.folded[name.first] not in given_names() and (find_known(said) or find_city(said)) is not None


def is_plain(folded: str) -> bool:
    """Whether a word is one of the dictionary that texts use often."""
    return rarity(folded) < _PLAIN and bool(load_senses().word(folded).senses)


def without_roles(words: Words, found: Sequence[Name]) -> Iterator[Name]:
    """The names without what somebody is, in front of who they are: "Model |Ella Quill", "Principal| Otto Brandt"."""
    for at, name in enumerate(found):
        first = name.first
        while first < name.last and _is_role(words, first) and not words.headline[first]:
            first += 1
        # "Mother Teresa" keeps her first word.
        cut = name.first < first < name.last and name.type != "PLACE"
        person = cut and (words.folded[first] in given_names() or _is_told_by_role(words, name, first))
        if person and find_known(words.said(name.first, name.last)) is None:
            yield Name(first, name.last, "PERSON", name.sure)
            continue
        after = found[at + 1] if at + 1 < len(found) else None
        if after is None or not _is_role_of(words, name, after):
            yield name


def _is_told_by_role(words: Words, name: Name, first: int) -> bool:
    """Whether two words that are no plain ones stand behind one that opens a sentence: "Golfer |Zaddie Quill"."""
    rest = words.folded[first : name.last + 1]
    opens = words.opening[name.first] and words.folded[first - 1] in title_words().roles
    return opens and len(rest) == 2 and all(word.isalpha() and rarity(word) > _PLAIN for word in rest)


def _is_role(words: Words, index: int) -> bool:
    known = title_words()
    return words.folded[index] in known.roles | known.honorifics | known.before_titles


def _is_role_of(words: Words, name: Name, after: Name) -> bool:
    """Whether a name is none, but what the person behind it is: "Police Inspector| Otto Brandt"."""
    if after.type != "PERSON" or after.first != name.last + 1 or name.type in {"PERSON", "PLACE"}:
        return False
    plain = all(is_plain(words.folded[at]) or _is_role(words, at) for at in range(name.first, name.last + 1))
    return plain and _is_role(words, name.last) and find_known(words.said(name.first, name.last)) is None


def with_all(words: Words, found: Sequence[Name]) -> Iterator[Name]:
    """The names with an "All" that is part of them: "All| Harbour Airways", wherever the report shows one so."""
    seen = {
        words.folded[name.first]
        for name in found
        if (at := _all_before(words, name)) is not None and _is_inside(words, at)
    }
    for name in found:
        at = _all_before(words, name)
        if at is None or words.folded[name.first] not in seen or words.headline[at]:
            yield name
        else:
            yield Name(at, name.last, name.type, name.sure)


def _all_before(words: Words, name: Name) -> int | None:
    """Where an "All" with its capital stands before a name, perhaps with a hyphen."""
    at = name.first - 1
    if at > 0 and words.text[at] == "-" and words.glued[at] and words.glued[name.first]:
        at -= 1
    if at < 0 or words.text[at] != "All" or words.sentence[at] != words.sentence[name.first]:
        return None
    return at


def _is_inside(words: Words, at: int) -> bool:
    return not words.opening[at] and not words.headline[at]
