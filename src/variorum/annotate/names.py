"""Where names stand in one report, and of what type they are.

spaCy's names are the first evidence. They are mended by shape (titles cut off, lists and possessives parted, capitals
that it passed over: `names_spans.py`), by the gazetteer, and by the report itself: what is a name in a running sentence
is one in the headline too. Linear in the number of words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from variorum.annotate.names_neighbours import join_neighbours, with_all, without_roles
from variorum.annotate.names_openers import without_openers
from variorum.annotate.names_spans import Name, kind_by_head, mended_names, runs_of_capitals, with_hyphens
from variorum.annotate.names_titles import with_titles
from variorum.annotate.names_told import is_given_alone, is_letters, is_team, told_type
from variorum.annotate.names_words import Words, is_calendar
from variorum.lang.background import rarity
from variorum.model.annotations import EntityType
from variorum.text.gazetteer import Known, find_city, find_known, find_misspelt, is_of_sport
from variorum.text.names import common_acronyms, given_names, title_words
from variorum.text.tree import Tree

# Nouns that make a body of the name before them: "the Trump administration".
_BODIES = frozenset({"administration", "campaign", "regime", "cabinet"})

# Rarer than in one text of 200 words in 20 (`lang/background.py`), a word is no common one.
_COMMON = 3.0
# What the words beside a name tell of its type counts as this many votes; two are the parser's own.
_TOLD = 6
_NO_TEAM = frozenset({"PERSON", "PLACE", "GROUP", "PRODUCT"})
_ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "at", "az", "ul"})
# Heads of events that are surnames as well.
_SURNAMES_TOO = frozenset({"day", "law", "bill", "storm", "order", "open", "war"})
# A city of so many thousands is meant by its name, unless the report has a person of that name.
_GREAT_CITY = 500
_PLACE_NOUNS = frozenset({"city", "town", "village", "capital", "port", "island", "province", "state", "country"})
# Nouns for what a person does ("receptionist", "guitarist", "spokesman"); those in -er are too often companies.
_TRADE = re.compile(r"\w+(?:ist|ician|[a-z]man|woman|person|nurse|boss)|victim|suspect|teacher|player|writer|lawyer")


def find_names(tree: Tree, words: Words) -> list[Name]:
    """Return the names of a report in text order; none overlaps another."""
    mended = list(_joined(words, _without_overlaps(mended_names(tree, words))))
    found = with_titles(words, _without_overlaps([*mended, *runs_of_capitals(tree, words, mended)]))
    whole = list(with_all(words, list(join_neighbours(words, list(_with_of(words, found))))))
    typed = _with_types(tree, words, list(without_roles(words, whole)))
    named = [_with_administration(words, name) for name in _consistent(words, sorted(typed))]
    return without_openers(tree, words, [name for name in named if _is_name(words, name)])


def _is_name(words: Words, name: Name) -> bool:
    """Whether a stretch can be a name: with two letters at least, and no title of a text that only a headline shows."""
    if name.first == name.last and _is_label(words, name.first):
        return False
    if _is_tag(words, name.first) and find_known(words.said(name.first, name.last)) is None:
        return False
    letters = sum(char.isalpha() for index in range(name.first, name.last + 1) for char in words.text[index])
    if letters < 2:
        return find_known(words.said(name.first, name.last)) is not None
    return name.type != "WORK" or not words.headline[name.first]


def _is_tag(words: Words, index: int) -> bool:
    """Whether a word is what a post is filed under, or the name of an account: "#RiverWatch", "@rivernews"."""
    return index > 0 and words.text[index - 1] in {"#", "@"} and words.glued[index]


def _is_label(words: Words, index: int) -> bool:
    """Whether a common word has its capital only from where it stands: "Photo: …", or alone on a line."""
    if not (words.opening[index] or words.headline[index]) or words.folded[index] in words.running:
        return False
    after = words.text[index + 1] if index + 1 < len(words.text) else "|"
    ends = index + 1 >= len(words.text) or words.sentence[index + 1] != words.sentence[index]
    begins = index == 0 or words.sentence[index - 1] != words.sentence[index]
    if not (after in {":", "|", "/", "-", "–"} or (begins and ends)):
        return False
    said = words.text[index]
    if words.folded[index] in given_names() or find_known(said) is not None or find_city(said) is not None:
        return False
    return rarity(words.folded[index]) < _COMMON


def _with_of(words: Words, found: Sequence[Name]) -> Iterator[Name]:
    """The names, those joined that are one: "Order| of |Mugunghwa", "Marlowe Children|'s |Hospital"."""
    names = iter(found)
    current = next(names, None)
    for after in names:
        assert current is not None
        if _are_joined(words, current, after):
            current = Name(current.first, after.last, "ORG", current.sure)
            continue
        yield current
        current = after
    if current is not None:
        yield current


def _are_joined(words: Words, name: Name, after: Name) -> bool:
    known = title_words()
    between = words.text[name.last + 1 : after.first]
    if between in {("'s",), ("’s",), ("'",), ("’",)}:
        # "Vale County District Attorney's| Office".
        office = after.first == after.last and words.folded[after.first] in known.organisations
        return words.folded[name.last] in known.not_owners or (
            office and words.folded[name.last] in known.office_holders
        )
    short = name.last - name.first < 2 and words.folded[name.last] in known.organisations | known.orders
    return short and between in {("of",), ("of", "the")} and after.type != "PERSON"


def _without_overlaps(found: Iterable[Name]) -> list[Name]:
    """The names that stay where several overlap, in text order: those that come first."""
    taken: set[int] = set()
    kept: list[Name] = []
    for name in found:
        inside = range(name.first, name.last + 1)
        if taken.isdisjoint(inside):
            kept.append(name)
            taken.update(inside)
    return sorted(kept)


def _joined(words: Words, found: Sequence[Name]) -> Iterator[Name]:
    """The names, each with the capitals right behind it that the parser left off: "Han| Duck-soo"."""
    starts = {name.first for name in found}
    for name in found:
        last = name.last
        while name.type in {"PERSON", "GROUP"} and _may_grow(words, name, last) and _goes_on(words, name, last, starts):
            last += 1
        if name.type == "PERSON" and _has_article_behind(words, last):
            last += 3
        if name.type == "ORG" and last + 1 not in starts and _has_letters_behind(words, last):
            last += 1
        if last > name.last:
            kind: EntityType = "ORG" if name.type == "ORG" else "PERSON"
            yield Name(name.first, with_hyphens(words, name.first, last, kind), kind, name.sure)
        else:
            yield name


def _may_grow(words: Words, name: Name, last: int) -> bool:
    """Whether a name is short, or ends in a small word of surnames: "Jean-Marie Le| Quill"."""
    return last - name.first < 3 or words.folded[last] in title_words().particles


def _has_article_behind(words: Words, last: int) -> bool:
    """Whether an Arabic article and the rest of a person's name hang behind it: "Muqtada| as-Sadr"."""
    if last + 3 >= len(words.text) or words.text[last + 1] not in _ARTICLES:
        return False
    return words.text[last + 2] == "-" and words.glued[last + 2] and words.glued[last + 3] and words.capital[last + 3]


def _has_letters_behind(words: Words, last: int) -> bool:
    """Whether capitals alone stand right behind a body's name, as part of it: "Samsung| SDI"."""
    after = last + 1
    if after >= len(words.text) or words.headline[last] or words.sentence[after] != words.sentence[last]:
        return False
    letters = words.text[after]
    return 2 <= len(letters) <= 4 and letters.isalpha() and letters.isupper() and letters not in common_acronyms()


def _goes_on(words: Words, name: Name, last: int, starts: set[int]) -> bool:
    after = last + 1
    return (
        after < len(words.text)
        and after not in starts
        and words.capital[after]
        and words.text[after].isalpha()
        and not words.text[after].isupper()
        and not words.headline[last]
        and words.sentence[after] == words.sentence[last]
        and not is_calendar(words, after)
        and words.folded[after] not in title_words().honorifics
        and words.folded[after] not in title_words().organisations | title_words().captions
        and (last > name.first or name.type == "GROUP")
        and find_known(words.said(name.first, last)) is None
    )


def _with_types(tree: Tree, words: Words, found: Sequence[Name]) -> list[Name]:
    """The names, each with the type that all its places in the report speak for."""
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    surely: Counter[str] = Counter()
    for name in found:
        told = told_type(tree, words, name)
        surely[_key(words, name)] += 1 if told else -1
        cued = told or _cued(words, name)
        votes[_key(words, name)][cued or name.type] += _TOLD if told else 3 if cued else (2 if name.sure else 1)
    own_words = _words_of_persons(words, found, votes)
    persons = {key for key, kinds in votes.items() if " " in key and _best(kinds) == "PERSON"}
    heads = _beginnings_of_bodies(words, found, votes)
    sport = any(is_of_sport(words.said(name.first, name.last)) for name in found)
    typed = []
    for name in (part for whole in found for part in _cut_to_person(words, whole, persons)):
        kind = _best(votes[_key(words, name)]) if _key(words, name) in votes else name.type
        entry = find_known(words.said(name.first, name.last))
        if entry is not None:
            bearer = kind == "PERSON" and (words.folded[name.last] in own_words or _cued(words, name) == "PERSON")
            kind = kind if bearer and entry.type == "PLACE" else entry.type
        elif kind == "PERSON" and name.last > name.first and _key(words, name) in heads and not _cued(words, name):
            kind = "ORG"
        elif _key(words, name) in own_words or is_given_alone(tree, words, name, kind):
            kind = "PERSON"
        elif (kind == "PERSON" and is_letters(words, name)) or (kind in _NO_TEAM and is_team(words, name, sport)):
            kind = "ORG"
        elif (
            kind != "PLACE"
            and surely[_key(words, name)] < 0
            and (_is_city(words, name, kind) or _stands_as_place(words, name))
        ):
            kind = "PLACE"
        typed.append(msgspec.structs.replace(name, type=kind))
    return typed


def _beginnings_of_bodies(words: Words, found: Sequence[Name], votes: dict[str, Counter[EntityType]]) -> set[str]:
    """The beginnings, of two words or more, of names that are a body's: "Marlowe Steel" of Marlowe Steel Works."""
    return {
        " ".join(words.folded[name.first : last + 1])
        for name in found
        if _best(votes[_key(words, name)]) == "ORG" and kind_by_head(words, name.first, name.last) == "ORG"
        for last in range(name.first + 1, name.last)
        if words.folded[name.first] not in given_names()
    }


def _words_of_persons(words: Words, found: Sequence[Name], votes: dict[str, Counter[EntityType]]) -> set[str]:
    """The words that stand for a person by themselves: surnames, and given names that are no place's too."""
    alone: set[str] = set()
    for name in found:
        if name.last > name.first and _best(votes[_key(words, name)]) == "PERSON":
            alone |= {words.folded[name.last], " ".join(words.folded[_hyphened(words, name) : name.last + 1])}
            first = words.folded[name.first]
            if name.sure and not first.endswith("s") and _known(words.text[name.first]) is None:
                alone.add(first)
    return alone


def _hyphened(words: Words, name: Name) -> int:
    """The first word of a surname, which hyphens may hold together: "Ella |Quill-Brandt"."""
    first = name.last
    while first - 2 > name.first and words.text[first - 1] == "-" and words.glued[first] and words.glued[first - 1]:
        first -= 2
    return first


def _known(name: str) -> Known | None:
    return find_known(name) or find_city(name)


def _cut_to_person(words: Words, name: Name, persons: set[str]) -> Iterator[Name]:
    """A name that ends in a person whom the report names alone as well, cut: "American| Hasim Rahman".

    In a headline also one that begins so: "Ann Lee| Joins Board".
    """
    if name.type != "PLACE" and words.headline[name.first]:
        for last in range(name.first + 1, name.last):
            if " ".join(words.folded[name.first : last + 1]) in persons:
                yield Name(name.first, last, "PERSON", name.sure)
                return
    for first in range(name.first + 1, name.last):
        if " ".join(words.folded[first : name.last + 1]) in persons and name.last - first < 3:
            yield Name(first, name.last, "PERSON", name.sure)
            head = find_known(words.said(name.first, first - 1))
            if head is not None:
                yield Name(name.first, first - 1, head.type, name.sure)
            return
    yield name


def _stands_as_place(words: Words, name: Name) -> bool:
    """Whether a name of a city, or a misspelt one of a country, stands where places do: "marched in Praha"."""
    said = words.said(name.first, name.last)
    if _cued(words, name) == "PERSON" or words.folded[name.first] in given_names():
        return False
    if name.type != "GROUP" and find_misspelt(said) is not None:
        return True
    city = find_city(said)
    if city is None:
        return False
    if city.thousands >= _GREAT_CITY and name.first == name.last:
        return True
    inside = name.first > 0 and words.folded[name.first - 1] in {"in", "near", "outside"}
    behind = words.folded[name.last + 1 : name.last + 7]
    owns = behind[:1] in {("'s",), ("",)} or "'" in behind[:1]
    called = behind[:1] in {("is",), ("was",)} and not _PLACE_NOUNS.isdisjoint(behind)
    return (inside and not owns) or called


def _is_city(words: Words, name: Name, kind: EntityType) -> bool:
    """Whether a large city bears the name of what the parser took for a body, a people or a product."""
    if kind not in {"ORG", "PRODUCT", "GROUP"} or words.text[name.first].isupper() or _cued(words, name):
        return False
    return find_city(words.said(name.first, name.last)) is not None


def _best(votes: Counter[EntityType]) -> EntityType:
    return min(votes, key=lambda kind: (-votes[kind], kind))


def _key(words: Words, name: Name) -> str:
    return " ".join(words.folded[name.first : name.last + 1])


def _cued(words: Words, name: Name) -> EntityType | None:
    """The type that the words of a name, or those around it, give away."""
    known = title_words()
    before = name.first - 1
    if before >= 0 and words.folded[before] in known.honorifics and words.capital[before]:
        return "PERSON"
    kind = kind_by_head(words, name.first, name.last) if name.first < name.last else None
    if kind in {"ORG", "PLACE"} and name.type != "PERSON":
        return kind
    if kind == "EVENT" and words.folded[name.last] not in _SURNAMES_TOO:
        return "EVENT"
    return "PERSON" if _entry(words, name) is None and _is_about_person(words, name) else None


def _is_about_person(words: Words, name: Name) -> bool:
    """Whether a given name, an age behind the name, or an office or trade before it says that it is a person's."""
    known = title_words()
    several = name.first < name.last < name.first + 4
    given = several and words.folded[name.first] in given_names() and find_known(words.text[name.first]) is None
    if given and find_city(words.said(name.first, name.last)) is None:
        return True
    if name.last + 3 < len(words.text):
        comma, age, behind = words.text[name.last + 1 : name.last + 4]
        if comma == "," and behind in {",", "."} and age.isdigit() and len(age) < 3:
            return True
    # "Indonesia's president, Prabowo, took office": a small office, and perhaps a comma, right before a name.
    before = name.first - 1
    at = before - 1 if before > 0 and words.text[before] == "," else before
    if at < 0 or words.capital[at]:
        return False
    if words.folded[at] in known.honorifics:
        return True
    return (
        several and at == before and bool(_TRADE.fullmatch(words.folded[at])) and words.folded[at] not in known.trades
    )


def _entry(words: Words, name: Name) -> Known | None:
    return find_known(words.said(name.first, name.last))


def _consistent(words: Words, found: Sequence[Name]) -> list[Name]:
    """The names, with those places added or cut to size where the report shows a name more surely elsewhere."""
    types: dict[tuple[str, ...], Counter[EntityType]] = defaultdict(Counter)
    for name in found:
        if name.sure:
            types[words.folded[name.first : name.last + 1]][name.type] += 1
            if name.type == "PERSON" and name.last > name.first and len(words.folded[name.last]) > 2:
                types[(words.folded[name.last],)]["PERSON"] += 1
    lengths: dict[str, list[int]] = {}
    for sequence in types:
        lengths.setdefault(sequence[0], []).append(len(sequence))
    ordered = {word: sorted(set(sizes), reverse=True) for word, sizes in lengths.items()}
    taken = {index: name for name in found for index in range(name.first, name.last + 1)}
    dropped: set[Name] = set()
    added: list[Name] = []
    index = 0
    while index < len(words.text):
        sizes = ordered.get(words.folded[index], ()) if words.capital[index] else ()
        # A slice past the end is the shorter name that the text ends with.
        sizes = [size for size in sizes if index + size <= len(words.text)]
        size = next((size for size in sizes if words.folded[index : index + size] in types), 0)
        if size:
            inside = {taken[at] for at in range(index, index + size) if at in taken}
            if all(not name.sure for name in inside):
                dropped |= inside
                added.append(Name(index, index + size - 1, _best(types[words.folded[index : index + size]]), False))
        index += max(size, 1)
    return _without_overlaps([*added, *(name for name in found if name not in dropped)])


def _with_administration(words: Words, name: Name) -> Name:
    """A person's name with the body that it names: "the Trump administration" is not Trump."""
    after = name.last + 1
    if (
        name.type == "PERSON"
        and after < len(words.text)
        and words.folded[after] in _BODIES
        and not words.headline[after]
    ):
        return Name(name.first, after, "ORG", name.sure)
    return name
