"""Stretches of a report that may be names: the parser's, mended by shape, and runs of capitals that it passed over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from variorum.annotate.names_offices import is_comma_of_body, person_behind_office, without_offices, without_titles
from variorum.annotate.names_words import Words, is_calendar
from variorum.model.annotations import EntityType
from variorum.text.gazetteer import Known, find_city, find_known, find_team
from variorum.text.names import common_acronyms, given_names, title_words
from variorum.text.spelling import family_spellings
from variorum.text.tree import Tree

_TYPES: dict[str, EntityType] = {
    "PERSON": "PERSON",
    "ORG": "ORG",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "PLACE",
    "NORP": "GROUP",
    "EVENT": "EVENT",
    "WORK_OF_ART": "WORK",
    "LAW": "WORK",
    "PRODUCT": "PRODUCT",
}
_BREAKS = frozenset(["|", ";", ":", "(", ")", "[", "]", "/", "—", "–", "...", "*", "•", '"', "“", "”", "``"])
_POSSESSIVES = frozenset({"'s", "’s", "'", "’", "'S", "’S"})
_BESIDE_OFFICES = frozenset({"ORG", "WORK", "GROUP", "PRODUCT"})
_LISTED = frozenset({"PERSON", "GPE", "NORP", "LOC"})
_LETTER = re.compile(r"[^\W\d_]")
# Tags of words that no name begins with, where the parser has one open a sentence: "Tranquilizing Harambe".
_NO_NAME_TAGS = frozenset({"VBG", "VBN", "VBD", "VBZ", "VB", "VBP", "IN", "RB", "CC", "PRP", "WRB", "MD", "TO", "WP"})
_FRACTION = re.compile(r"\d+/\d+")
_ADDRESS = re.compile(r"https?:|www\.|@|\.(?:com|org|net|co)/", re.IGNORECASE)
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")


class Name(msgspec.Struct, frozen=True, order=True):
    """A name in a report: its words `first` to `last`, both included, in the report's parse.

    `sure` is false where only capitals speak for it: in a headline, or at the start of a sentence.
    """

    first: int
    last: int
    type: EntityType
    sure: bool = True


def mended_names(tree: Tree, words: Words) -> Iterator[Name]:
    """Yield the parser's names, parted at breaks and possessives and trimmed of all that is no name."""
    ent = tree.tokens.ent
    index = 0
    while index < len(ent):
        if not ent[index]:
            index += 1
            continue
        label, first = ent[index][2:], index
        index += 1
        while index < len(ent) and ent[index] == f"I-{label}":
            index += 1
        if label in _TYPES:
            for part in _parted(words, first, index - 1, label):
                yield from _trimmed(tree, words, part, _TYPES[label])


def _parted(words: Words, first: int, last: int, label: str) -> Iterator[range]:
    """Yield the stretches of a span between line breaks, commas (of places and persons) and possessives."""
    begin = first
    if find_known(words.said(first, last)) is not None:
        yield range(first, last + 1)
        return
    for index in range(first, last + 1):
        breaks = index > begin and _is_break(words, index, first, last, label)
        if breaks or (index > first and words.sentence[index] != words.sentence[index - 1]):
            if index > begin:
                yield range(begin, index)
            begin = index + 1 if breaks else index
    if begin <= last:
        yield range(begin, last + 1)


def _is_break(words: Words, index: int, first: int, last: int, label: str) -> bool:
    word = words.text[index]
    if word in _BREAKS:
        # A nickname inside a name, "Vincent 'The Chin' Gigante", is part of it.
        return not (label == "PERSON" and word in {'"', "“", "”", "(", ")"} and first < index < last)
    if words.folded[index] in {"caption", "copyright"}:
        return True
    if _FRACTION.fullmatch(word) or (label == "PERSON" and word.isdigit()):
        return True
    if word in _POSSESSIVES:
        return label in _LISTED or index == last or _owns(words, first, index)
    if word == ",":
        if label == "ORG":
            return not is_comma_of_body(words, first, index, last)
        return index == last or words.folded[index + 1] not in title_words().generations
    if word in {"and", "&"}:
        ends_in_kind = words.folded[last] in title_words().organisations
        return label in _LISTED or (label == "ORG" and word == "and" and not ends_in_kind and last - first <= 4)
    return False


def _owns(words: Words, first: int, index: int) -> bool:
    """Whether the words before a possessive are a name of their own: "Turkey's Central Bank", not "People's Bank"."""
    if words.text[index] in {"'", "’"} and words.folded[index - 1].endswith("s"):
        return False
    if _known(words.said(first, index - 1)) is not None:
        return True
    # "Albany County Sheriff's Department" is one body, and so is a "Children's Hospital".
    known = title_words()
    return index - first > 1 and words.folded[index - 1] not in known.honorifics | known.not_owners


def _trimmed(tree: Tree, words: Words, part: range, type: EntityType) -> Iterator[Name]:
    """Yield the name within a stretch, and that of the people or place before an office in it."""
    first, last = _without_edges(tree, words, part, type)
    if first == last and words.text[first] in common_acronyms():
        return
    if first > last or _ADDRESS.search(tree.text[tree.tokens.start[first] : tree.tokens.end[last]]):
        return
    last = _without_score(words, first, last)
    titled = type in {"PRODUCT", "GROUP"} and without_titles(words, first, last) > first
    if type == "PERSON" or titled or (type == "ORG" and _is_people_and_person(words, first, last)):
        type = "PERSON"
        first = without_titles(words, first, last)
        head = _people_before(words, first, last)
        if head is not None:
            yield head
            first = without_titles(words, head.last + 1, last)
    if type in _BESIDE_OFFICES:
        person = person_behind_office(words, first, last)
        if person is not None and kind_by_head(words, person, last) is None:
            yield Name(person, last, "PERSON", not words.headline[first])
            last, type = person - 1, "ORG" if type == "WORK" else type
        last = without_offices(words, first, last)
    if first > last or (first == last and words.folded[first] in title_words().honorifics):
        return
    if type == "ORG" and first < last and words.opening[first] and _is_trade(words.folded[first]):
        first += 1
    last = with_hyphens(words, first, last, type)
    if type in {"ORG", "PLACE"} and "-" in words.text[first : last + 1] and _kind_of(words, first, last) == "PERSON":
        type = "PERSON"
    yield Name(first, last, type, not words.headline[first])


def _without_edges(tree: Tree, words: Words, part: range, type: EntityType) -> tuple[int, int]:
    """The first and last word of a stretch that a name may begin and end with; the last is smaller if none may."""
    first, last = part.start, part.stop - 1
    while first <= last and not _may_begin(words, first, type):
        first += 1
    while first < last and words.opening[first] and _opens_only(tree, words, first):
        first += 1
    while last >= first and not _may_end(words, last):
        last -= 1
    return first, last


def _opens_only(tree: Tree, words: Words, index: int) -> bool:
    """Whether the first word of a sentence is no part of the name behind it: a verb, an agency's credit, a repeat."""
    if tree.tokens.tag[index] in _NO_NAME_TAGS or words.text[index] == words.text[index + 1]:
        return True
    following = words.folded[index + 1] in words.running
    verb = (
        words.folded[index].endswith("ing") and words.folded[index] not in words.running and len(words.text[index]) > 6
    )
    known = find_known(words.text[index])
    return following and (verb or (known is not None and known.kind == "institution"))


def _is_trade(word: str) -> bool:
    """Whether a word at the start of a sentence says what a company does: "Chipmaker Nvidia"."""
    return word.endswith("maker") or word in title_words().trades


def _without_score(words: Words, first: int, last: int) -> int:
    """The last word of a span before the score of a game in it: "Evansville| 91-73"."""
    for at in range(first + 2, last):
        if words.text[at] == "-" and _SCORE.fullmatch(words.said(at - 1, at + 1)):
            return at - 2
    return last


def _is_people_and_person(words: Words, first: int, last: int) -> bool:
    """Whether a span is a people and a given name: "American Hasim Rahman" that the parser took for a body."""
    head = find_known(words.text[first])
    return (
        head is not None
        and head.kind == "people"
        and first + 2 <= last <= first + 3
        and words.folded[last] not in title_words().organisations
        and words.folded[first + 1] in given_names()
    )


def _people_before(words: Words, first: int, last: int) -> Name | None:
    """The people at the head of a person's span: "South Korean President Lee", "American Hasim Rahman"."""
    known = title_words()
    for size in (2, 1):
        if first + size > last:
            continue
        head = find_known(words.said(first, first + size - 1))
        if head is None:
            continue
        before_office = words.folded[first + size] in known.honorifics | known.before_titles
        if head.kind == "people" or (head.kind == "country" and before_office):
            return Name(first, first + size - 1, head.type)
    return None


def with_hyphens(words: Words, first: int, last: int, type: EntityType) -> int:
    """The last word of a name with what hangs on it by hyphens: "Lee Jae|-myung", "Wal|-Mart"."""
    while (
        last + 2 < len(words.text) and words.text[last + 1] == "-" and words.glued[last + 1] and words.glued[last + 2]
    ):
        after = words.text[last + 2]
        given = type == "PERSON" and after.isalpha() and len(after) <= 6 and family_spellings(words.folded[first])
        loose = words.capital[last + 2] and find_known(words.said(first, last)) is None
        if not (given or loose or find_known(words.said(first, last + 2)) is not None):
            break
        last += 2
    return last


def _may_begin(words: Words, index: int, type: EntityType) -> bool:
    word = words.text[index]
    if words.capital[index]:
        return not (_is_function_word(words, index, type) or is_calendar(words, index))
    return word[0].isdigit() and len(word) > 1 and not word.isdigit()


def _is_function_word(words: Words, index: int, type: EntityType | None = None) -> bool:
    """Whether a capital stands on a small word, and not on "WHO", "Theresa May" or the No of "No Mu-hyeon"."""
    if words.folded[index] not in title_words().function_words:
        return False
    running = not words.headline[index] and not words.opening[index]
    if running and (type == "PERSON" or words.proper[index]):
        return words.folded[index] in {"the", "a", "an"}
    return not (len(words.text[index]) > 2 and words.text[index].isupper() and not words.headline[index])


def _may_end(words: Words, index: int) -> bool:
    word = words.text[index]
    if words.folded[index] in title_words().captions:
        return False
    shaped = words.capital[index] or word[0].isdigit() or (words.glued[index] and word[0].isalpha())
    return shaped and not is_calendar(words, index)


def runs_of_capitals(tree: Tree, words: Words, taken: Iterable[Name]) -> Iterator[Name]:
    """Yield names that only their capitals show, in running sentences, around and between those `taken`."""
    covered = {index for name in taken for index in range(name.first, name.last + 1)}
    index, count = 0, len(words.text)
    while index < count:
        if index in covered or not _is_namelike(tree, words, index):
            index += 1
            continue
        first, last = index, index
        index += 1
        while index < count and index not in covered and words.sentence[index] == words.sentence[first]:
            hung = words.glued[index] and (words.capital[index] or words.text[index - 1] == "-")
            if hung or _is_namelike(tree, words, index):
                last = index
            elif not _joins(tree, words, index, covered):
                break
            index += 1
        yield from _shaped(words, first, last)


def _joins(tree: Tree, words: Words, index: int, covered: set[int]) -> bool:
    """Whether a small word or hyphen stands inside a name."""
    if index + 1 >= len(words.text) or index + 1 in covered:
        return False
    if words.text[index] == "-":
        after = index + 1
        if not (words.glued[index] and words.glued[after]):
            return False
        if words.capital[after]:
            return True
        # "Ki-moon Ban": a given name whose second part is small, before a family name.
        given = len(words.text[after]) <= 6 and after + 1 < len(words.text) and words.capital[after + 1]
        return given and not words.glued[after + 1] and bool(family_spellings(words.folded[after + 1]))
    return words.folded[index] in {"of", "&"} and _is_namelike(tree, words, index + 1)


def _is_namelike(tree: Tree, words: Words, index: int) -> bool:
    if not words.capital[index] or words.headline[index] or not _LETTER.match(words.text[index]):
        return False
    if _is_function_word(words, index) or is_calendar(words, index) or words.text[index] in common_acronyms():
        return False
    # "Jurors heard …": a plural that opens a sentence and has no capital inside one.
    plural = words.opening[index] and tree.tokens.tag[index] == "NNPS"
    if plural and words.folded[index] not in words.running and find_team(words.text[index]) is None:
        return False
    if words.proper[index] or not words.opening[index]:
        return True
    # "Kolkata is the capital": a bare noun as subject, of a name that the gazetteer knows.
    subject = tree.tokens.tag[index] in {"NN", "JJ"} and tree.tokens.dep[index] in {"nsubj", "nsubjpass"}
    return subject and _known(words.text[index]) is not None


def _shaped(words: Words, first: int, last: int) -> Iterator[Name]:
    """Yield the name in a run of capitals, of the type that its words show."""
    known = title_words()
    begin, first = first, without_titles(words, first, last)
    titles = known.honorifics | known.before_titles
    if all(word in titles for word in words.folded[first : last + 1]):
        return
    if first == last and words.opening[first] and _is_trade(words.folded[first]):
        return
    last = without_offices(words, first, with_hyphens(words, first, last, "PERSON"))
    if last < first:
        return
    entry = _known(words.said(first, last))
    if entry is not None:
        yield Name(first, last, entry.type)
    elif begin < first and last - first < 4:
        yield Name(first, last, "PERSON")
    elif first < last:
        kind = _kind_of(words, first, last)
        yield Name(first, last, kind or "ORG", kind in {"ORG", "PLACE", "EVENT"})
    else:
        yield Name(first, last, "ORG", False)


def kind_by_head(words: Words, first: int, last: int) -> EntityType | None:
    """The type that the head of a name of several words tells: its last word, or the one before its first `of`."""
    known = title_words()
    of = next((index for index in range(first + 1, last) if words.folded[index] == "of"), None)
    head = words.folded[last if of is None else of - 1]
    if head in known.organisations or (of is not None and head in known.orders):
        return "ORG"
    if head in known.places:
        return "PLACE"
    return "EVENT" if head in known.events else None


def _kind_of(words: Words, first: int, last: int) -> EntityType | None:
    """The type of a name of several words by its last one, or by a given or family name in it."""
    kind = kind_by_head(words, first, last)
    if kind is not None:
        return kind
    if last - first <= 4 and (_is_east_asian(words, first, last) or words.folded[first] in given_names()):
        return "PERSON"
    return None


def _is_east_asian(words: Words, first: int, last: int) -> bool:
    """Whether a run is shaped as an East Asian name, its family name first, or last behind a hyphened one."""
    hyphened = "-" in words.text[first : last + 1]
    return bool(family_spellings(words.folded[first])) or (hyphened and bool(family_spellings(words.folded[last])))


def _known(name: str) -> Known | None:
    return find_known(name) or find_city(name)
