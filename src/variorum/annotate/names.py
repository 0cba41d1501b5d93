"""Where names stand in one report, and of what type they are.

spaCy's names are the first evidence. They are mended by shape (titles cut off, lists and possessives parted, capitals
that it passed over), by the gazetteer, and by the report itself: what is a name in a running sentence is one in the
headline too. Linear in the number of words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from variorum.model.annotations import EntityType
from variorum.text.gazetteer import find_known
from variorum.text.names import fold_name, title_words
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
_DETERMINERS = frozenset(["the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "your", "my", "some", "all", "no"])
_CALENDAR = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun", "am", "pm", "a.m", "p.m", "gmt", "est", "edt", "pst", "pdt", "cst", "kst", "utc", "bst", "et", "pt", "mst", "mdt", "cet"]
)
_JOINING = frozenset(["of", "for", "and", "the", "de", "la", "del", "du", "&", "di", "da"])
_WORD = re.compile(r"[^\W\d_]")
_ADDRESS = re.compile(r"https?:|www\.|@|\.(?:com|org|net|co)/", re.IGNORECASE)


class Name(msgspec.Struct, frozen=True, order=True):
    """A name in a report: its words `first` to `last`, both included, in the report's parse.

    `sure` is false where only capitals speak for it: in a headline, or at the start of a sentence.
    """

    first: int
    last: int
    type: EntityType
    sure: bool = True


class _Words(msgspec.Struct, frozen=True):
    """The words of a report with what their shape says."""

    text: tuple[str, ...]
    folded: tuple[str, ...]
    capital: tuple[bool, ...]
    opening: tuple[bool, ...]
    headline: tuple[bool, ...]
    glued: tuple[bool, ...]
    line: tuple[int, ...]


def find_names(tree: Tree) -> list[Name]:
    """Return the names of a report in text order; none overlaps another."""
    words = _look_at(tree)
    found = _resolve_overlaps([*_mended(tree, words), *_passed_over(tree, words)])
    found = _with_types(tree, words, found)
    return _consistent(tree, words, found)


def _look_at(tree: Tree) -> _Words:
    text = tuple(tree.word(index) for index in range(len(tree)))
    capital = tuple(word[0].isupper() or (len(word) > 2 and word[1].isupper() and word[0].isalpha()) for word in text)
    opening = [False] * len(text)
    headline = [False] * len(text)
    line = [0] * len(text)
    for number, sentence in enumerate(tree.sentences):
        inside = tree.words_in(sentence)
        spoken = [index for index in inside if _WORD.match(text[index])]
        if spoken:
            opening[spoken[0]] = True
        loud = _is_headline([text[index] for index in spoken])
        for index in inside:
            headline[index] = loud
            line[index] = number
    for index in range(1, len(text)):
        # A quotation and a colon open a sentence within the sentence.
        if text[index - 1] in {'"', "“", ":", "‘", "``"}:
            opening[index] = True
    starts, ends = tree.tokens.start, tree.tokens.end
    glued = (False, *(starts[index] == ends[index - 1] for index in range(1, len(text))))
    return _Words(
        text, tuple(fold_name(word) for word in text), capital, tuple(opening), tuple(headline), glued, tuple(line)
    )


def _is_headline(words: Sequence[str]) -> bool:
    """Whether most of the longer words of a sentence are written with capitals, so that capitals say little."""
    long = [word for word in words if len(word) > 3]
    return len(long) >= 3 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)


def _mended(tree: Tree, words: _Words) -> Iterator[Name]:
    """spaCy's names, parted and trimmed."""
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


def _parted(words: _Words, first: int, last: int, label: str) -> Iterator[range]:
    """The stretches of a span between line breaks, commas (of places and persons) and possessives."""
    begin = first
    for index in range(first, last + 1):
        word = words.text[index]
        breaks = word in {"|", ";", ":", "(", ")", "[", "]", "/", "—", "–", "..."} or (
            word in {"'s", "’s", "'", "’", "'S"} and index > first
        )
        if word == "," and label != "ORG":
            breaks = index == last or words.folded[index + 1] not in title_words().generations
        if word in {"and", "&"} and label in {"PERSON", "GPE", "NORP", "LOC"}:
            breaks = True
        if breaks or (index > first and words.line[index] != words.line[index - 1]):
            if index > begin:
                yield range(begin, index)
            begin = index + 1 if breaks else index
    if begin <= last:
        yield range(begin, last + 1)


def _trimmed(tree: Tree, words: _Words, part: range, type: EntityType) -> Iterator[Name]:
    """The name within a stretch: without determiners, titles, dates and small words at its ends."""
    known = title_words()
    first, last = part.start, part.stop - 1
    while first <= last and not _may_begin(words, first):
        first += 1
    while last >= first and not _may_end(words, last):
        last -= 1
    if first > last:
        return
    if _ADDRESS.search(tree.text[tree.tokens.start[first] : tree.tokens.end[last]]):
        return
    if type in {"PERSON", "ORG", "PLACE"}:
        while first < last and words.folded[first] in known.honorifics | known.before_titles and type == "PERSON":
            first += 1
        # "South Korean President Lee": the people before the office is a name of its own.
        for size in (2, 1):
            if first + size <= last and type == "PERSON":
                head = find_known(" ".join(words.text[first : first + size]))
                rest = words.folded[first + size]
                if head and head.kind in {"people", "country"} and rest in known.honorifics | known.before_titles:
                    yield Name(first, first + size - 1, head.type)
                    first += size
                    while first < last and words.folded[first] in known.honorifics | known.before_titles:
                        first += 1
                    break
    if words.folded[first] in known.honorifics and first == last:
        return
    yield Name(first, last, type, not words.headline[first])


def _may_begin(words: _Words, index: int) -> bool:
    word = words.folded[index]
    return (words.capital[index] and word not in _DETERMINERS and word not in _CALENDAR) or (
        words.text[index][0].isdigit() and len(words.text[index]) > 1 and not words.text[index].isdigit()
    )


def _may_end(words: _Words, index: int) -> bool:
    word = words.text[index]
    return (words.capital[index] or word[0].isdigit() or (words.glued[index] and word[0].isalpha())) and (
        words.folded[index] not in _CALENDAR
    )


def _passed_over(tree: Tree, words: _Words) -> Iterator[Name]:
    """Runs of capitals in running sentences, whether or not spaCy has a name there."""
    index, count = 0, len(words.text)
    while index < count:
        if not _is_namelike(tree, words, index):
            index += 1
            continue
        first = index
        last = index
        index += 1
        while index < count and words.line[index] == words.line[first]:
            if _is_namelike(tree, words, index) or (words.glued[index] and words.capital[index]):
                last = index
                index += 1
            elif (
                words.text[index] == "-"
                and words.glued[index]
                and index + 1 < count
                and words.glued[index + 1]
                and words.capital[index + 1]
            ) or (
                words.folded[index] in _JOINING
                and index + 1 < count
                and _is_namelike(tree, words, index + 1)
                and words.folded[index] in {"of", "&"}
            ):
                index += 1
            else:
                break
        yield from _shaped(words, first, last)


def _is_namelike(tree: Tree, words: _Words, index: int) -> bool:
    if not words.capital[index] or words.headline[index]:
        return False
    word = words.folded[index]
    if word in _DETERMINERS or word in _CALENDAR or word == "i" or not _WORD.match(words.text[index]):
        return False
    return tree.tokens.pos[index] == "PROPN" or not words.opening[index]


def _shaped(words: _Words, first: int, last: int) -> Iterator[Name]:
    known = title_words()
    role = False
    while first <= last and words.folded[first] in known.honorifics | known.before_titles:
        first += 1
        role = True
    if first > last:
        return
    end = words.folded[last]
    if role and first + 3 >= last:
        yield Name(first, last, "PERSON")
    elif end in known.organisations and first < last:
        yield Name(first, last, "ORG")
    elif end in known.places and first < last:
        yield Name(first, last, "PLACE")
    elif end in known.events and first < last:
        yield Name(first, last, "EVENT")
    else:
        for begin, stop in ((first, last),):
            entry = find_known(" ".join(words.text[begin : stop + 1]))
            yield Name(begin, stop, entry.type if entry else "ORG", entry is not None)


def _resolve_overlaps(found: Iterable[Name]) -> list[Name]:
    """The names that stay where several overlap: spaCy's first (they come first), then those that fill the gaps."""
    taken: dict[int, Name] = {}
    kept: list[Name] = []
    for name in found:
        inside = {taken[index] for index in range(name.first, name.last + 1) if index in taken}
        if inside:
            continue
        kept.append(name)
        for index in range(name.first, name.last + 1):
            taken[index] = name
    return sorted(kept)


def _with_types(tree: Tree, words: _Words, found: Sequence[Name]) -> list[Name]:
    """The names, each with the type that all its places in the report speak for."""
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    surnames: dict[str, int] = Counter()
    for name in found:
        key = _key(words, name)
        votes[key][_cued(words, name) or name.type] += 3 if _cued(words, name) else (2 if name.sure else 1)
    for name in found:
        best = _best(votes[_key(words, name)])
        if best == "PERSON" and name.last > name.first:
            surnames[words.folded[name.last]] += 1
    typed = []
    for name in found:
        entry = find_known(" ".join(words.text[name.first : name.last + 1]))
        kind = _best(votes[_key(words, name)])
        if entry is not None and (kind != "PERSON" or entry.kind != "capital"):
            kind = entry.type
        elif name.first == name.last and words.folded[name.last] in surnames:
            kind = "PERSON"
        typed.append(msgspec.structs.replace(name, type=kind))
    return typed


def _best(votes: Counter[EntityType]) -> EntityType:
    return min(votes, key=lambda kind: (-votes[kind], kind))


def _key(words: _Words, name: Name) -> str:
    return " ".join(words.folded[name.first : name.last + 1])


def _cued(words: _Words, name: Name) -> EntityType | None:
    """The type that the words of a name or the one before it give away."""
    known = title_words()
    if name.first and words.folded[name.first - 1] in known.honorifics and words.capital[name.first - 1]:
        return "PERSON"
    end = words.folded[name.last]
    if name.first < name.last and name.type != "PERSON":
        if end in known.organisations:
            return "ORG"
        if end in known.places:
            return "PLACE"
    return None


def _consistent(tree: Tree, words: _Words, found: Sequence[Name]) -> list[Name]:
    """The names, with those places added or cut to size where the report has a name that it shows more surely elsewhere."""
    types: dict[tuple[str, ...], Counter[EntityType]] = defaultdict(Counter)
    for name in found:
        if name.sure:
            types[words.folded[name.first : name.last + 1]][name.type] += 1
            if name.type == "PERSON" and name.last > name.first and len(words.folded[name.last]) > 2:
                types[(words.folded[name.last],)]["PERSON"] += 1
    lengths: dict[str, set[int]] = defaultdict(set)
    for sequence in types:
        lengths[sequence[0]].add(len(sequence))
    taken = {index: name for name in found for index in range(name.first, name.last + 1)}
    dropped: set[Name] = set()
    added: list[Name] = []
    index = 0
    while index < len(words.text):
        size = next(
            (
                size
                for size in sorted(lengths.get(words.folded[index], ()), reverse=True)
                if words.capital[index] and words.folded[index : index + size] in types
            ),
            0,
        )
        if not size:
            index += 1
            continue
        inside = {taken[at] for at in range(index, index + size) if at in taken}
        if all(not name.sure for name in inside):
            dropped |= inside
            added.append(Name(index, index + size - 1, _best(types[words.folded[index : index + size]]), False))
        index += size
    return sorted([*(name for name in found if name not in dropped), *added])
