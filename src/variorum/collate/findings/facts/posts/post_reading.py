"""What posts sentences give to people: titles before names, nouns beside them, and what somebody is or works as.

A post that is over or to come ("former chief", "then director") is no post here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

import msgspec

from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.facts.named import is_person, persons_in
from variorum.collate.findings.facts.persons.told_beside import HYPHENS
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_table, load_words
from variorum.text.fold import fold

# Words of a title before a name: "Central Mat-Su Fire Department Deputy Chief ".
_REACH = 8
# A first name and a last name.
_FULL = 2
_OWNING = frozenset({"'s", "’s", "'", "’"})
_INSIDE = ("compound", "amod", "nmod", "poss", "case", "punct", "nummod", "dep", "npadvmod", "advmod", "det")
_words = partial(load_words, "en", "posts", "words")


class Post(msgspec.Struct, frozen=True):
    """A post as compared: its noun in one form, the words that rank it, those of its field, and the bodies it is of.

    `first` and `end` bound the words that tell it in its sentence.
    """

    head: str
    rank: frozenset[str]
    field: frozenset[str]
    bodies: tuple[str, ...]
    first: int
    end: int


class Held(msgspec.Struct, frozen=True):
    """A post that a sentence gives a named person: the number of the wording, the name, and the post."""

    wording: int
    person: Value
    post: Post


def find_posts(wordings: Sequence[Wording]) -> Iterator[Held]:
    """Yield the posts that sentences give to people whom they name, in the order of the sentences."""
    for number, wording in enumerate(wordings):
        for name in persons_in(wording):
            person = _without_title(wording, name)
            for post in posts_of(wording, person):
                yield Held(number, person, post)


def _without_title(wording: Wording, value: Value) -> Value:
    """A name without the title that a layer took for a part of it: "Fire Marshal Jon Moe"."""
    if value.end - value.first <= _FULL:
        return value
    for index in range(value.end - _FULL - 1, value.first - 1, -1):
        word = fold(wording.word(index)).rstrip(".")
        if word in _title_nouns():
            return msgspec.structs.replace(value, first=index + 1)
    return value


def posts_of(wording: Wording, person: Value) -> Iterator[Post]:
    """Yield the posts that a sentence gives a person: before the name, beside it, and by "is" or "works as"."""
    before = _title_before(wording, person)
    if before is not None:
        yield before
    top = top_of(wording, unit_of(person))
    nouns = [i for i in wording.children[top] if wording.dep[i] == "appos"]
    if wording.dep[top] == "appos":
        nouns.append(wording.head[top])
    nouns += _completing(wording, top)
    for noun in nouns:
        if noun < person.first - 1 or noun >= person.end:
            yield from _titles_at(wording, noun, person)


def _completing(wording: Wording, top: int) -> Iterator[int]:
    """What a sentence says its subject is, or works as; and "as the chief of police, Berg …"."""
    if wording.dep[top] != "nsubj":
        return
    verb = wording.head[top]
    if wording.lemma[0] == "as" and wording.dep[0] == "prep" and wording.head[0] == verb:
        yield from (i for i in wording.children[0] if wording.dep[i] == "pobj")
    if any(wording.lemma[i] in _words("passing") | _words("bounding") for i in wording.children[verb]):
        return
    helped = any(wording.dep[i] == "aux" for i in wording.children[verb])
    denied = any(wording.dep[i] == "neg" for i in wording.children[verb])
    if denied or helped:
        return
    if wording.lemma[verb] == "be":
        yield from (i for i in wording.children[verb] if wording.dep[i] == "attr")
    elif wording.lemma[verb] in _words("serving"):
        tied = [i for i in wording.children[verb] if wording.lemma[i] == "as" and wording.dep[i] == "prep"]
        yield from (i for each in tied for i in wording.children[each] if wording.dep[i] == "pobj")


def _title_before(wording: Wording, person: Value) -> Post | None:
    """The title right before a name: "Fire Chief ", "the firm's research director ", "Minister of Health "."""
    first = person.first
    while first > max(0, person.first - _REACH) and _can_lead(wording, first - 1, person):
        first -= 1
    end = person.first
    while first < end and not _is_word(wording, first):
        first += 1
    return _post(wording, first, end, ()) if first < end else None


def _can_lead(wording: Wording, index: int, person: Value) -> bool:
    word = wording.word(index)
    value = wording.value_at.get(index)
    if value is not None and (value.time is not None or _is_person_before(wording, value, person)):
        return False
    if word in _OWNING or word in HYPHENS or _shortens(wording, index):
        return True
    if word in ("of", "for") and index + 1 < person.first:
        return bool(index) and wording.pos[index - 1] in ("NOUN", "PROPN")
    return _is_word(wording, index) and wording.pos[index] in ("NOUN", "PROPN", "ADJ", "NUM")


def _is_person_before(wording: Wording, value: Value, person: Value) -> bool:
    """Whether a value is somebody named before a name; layers take a title for a person too ("Fire Chief")."""
    if not is_person(value) or value.end > person.first:
        return False
    return fold(wording.word(value.end - 1)) not in _title_nouns()


def _shortens(wording: Wording, index: int) -> bool:
    """Whether a dot shortens the word before it, a title: "Sgt.", "Lt. Col."."""
    if wording.word(index) != "." or not index or wording.end[index - 1] != wording.start[index]:
        return False
    return fold(wording.word(index - 1)) in _title_nouns() | _words("shortened")


def _is_word(wording: Wording, index: int) -> bool:
    return wording.word(index)[:1].isalnum()


def _titles_at(wording: Wording, noun: int, person: Value) -> Iterator[Post]:
    """The titles that a noun beside a name heads, with those joined to it: "chairman and CEO of Kvam Steel"."""
    heads = [noun]
    for head in heads:  # grows by what is joined to it
        heads.extend(i for i in wording.children[head] if wording.dep[i] == "conj" and i > head)
    if any(wording.pos[head] not in ("NOUN", "PROPN") for head in heads[:1]):
        return
    for head in heads:
        if _is_anothers(wording, head, person):
            continue
        first = head
        while first > 0 and _belongs(wording, first - 1, head) and not person.first <= first - 1 < person.end:
            first -= 1
        bound = max(head + 1, person.first) if head < person.first else len(wording)
        tails = tuple(_tail(wording, head, bound))
        found = _post(wording, first, head + 1, tails)
        if found is not None and not any(_names_another(wording, tail) for tail in tails):
            yield found


def _names_another(wording: Wording, tail: range) -> bool:
    """Whether what follows a title ends in whom it is of: "Berg, Deputy Chief of Staff Jon Moe", a list."""
    values = (wording.value_at.get(i) for i in tail[1:])
    return any(v is not None and v.first > tail.start and is_person(v) for v in values)


def _is_anothers(wording: Wording, head: int, person: Value) -> bool:
    """Whether a title stands right before the name of somebody else: "Judge Berg; and Sgt. Moe"."""
    at = head + 1 if head + 1 >= len(wording) or _is_word(wording, head + 1) else head + 2
    value = wording.value_at.get(at)
    return is_person(value) and value is not person and wording.word(head + 1) not in (",", ";")


def _belongs(wording: Wording, index: int, head: int) -> bool:
    """Whether a word before a noun is part of what the noun is called."""
    if wording.word(index) in (",", ";", ":", "(", "—", "and", "or"):
        return False
    at = index
    for _ in range(4):
        if at == head:
            return True
        if wording.dep[at] not in _INSIDE:
            return False
        at = wording.head[at]
    return at == head


def _tail(wording: Wording, head: int, bound: int) -> Iterator[range]:
    """The stretches behind "of", "at", "for" after a noun, each up to the next comma, verb or small word."""
    index = head + 1
    while index < bound and fold(wording.word(index)) in _words("of"):
        end = index + 1
        while end < bound and (
            _is_word(wording, end) or wording.word(end) in _OWNING or wording.word(end) in ("&", "-")
        ):
            value = wording.value_at.get(end)
            if wording.pos[end] in ("VERB", "AUX", "ADP", "SCONJ") or (value is not None and value.time is not None):
                break
            end += 1
        if end > index + 1:
            yield range(index + 1, end)
        index = end


def _post(wording: Wording, first: int, end: int, tails: Sequence[range]) -> Post | None:
    """The post that a stretch of words tells, None where it tells none of the table."""
    told = [fold(wording.word(i)).rstrip(".") for i in range(first, end) if _is_word(wording, i)]
    if _title_nouns().isdisjoint(told):
        return None
    text, _, behind = _form_pattern().sub(lambda found: _forms()[found[0]], " ".join(told)).partition(" of ")
    words = text.split()
    if not words or set(told) & _words("passing"):
        return None
    head = words[-1]
    if head not in known_titles() or _is_passing(wording, first):
        return None
    names, plain = _split(wording, [range(first, end), *tails])
    rank = frozenset(word for word in words[:-1] if word in _words("below") | _words("levels"))
    field = frozenset((*words[:-1], *behind.split(), *plain)) - rank - {"the", "a", "an"}
    last = max((part.stop for part in tails), default=end)
    return Post(head, rank, field, tuple(names), first, max(end, last))


def _is_passing(wording: Wording, first: int) -> bool:
    """Whether a word right before a title says that it is over, to come, or another's: "then deputy chief"."""
    beside = range(max(0, first - 2), first)
    return any(fold(wording.word(i)) in _words("passing") for i in beside)


def _split(wording: Wording, parts: Sequence[range]) -> tuple[list[str], list[str]]:
    """The names in some stretches, and their other words that tell something."""
    names, plain, seen = [], [], set()
    for part in parts:
        for index in part:
            value = wording.value_at.get(index)
            if value is not None and value.mention is not None:
                if value.first not in seen:
                    seen.add(value.first)
                    names.append(wording.words(value.first, value.end))
            elif wording.is_content[index]:
                plain.append(fold(wording.word(index)))
    return names, plain


@cache
def _forms() -> Mapping[str, str]:
    """What titles are called in one form, by how they are written."""
    forms: dict[str, str] = load_table("en", "posts")["forms"]
    return forms


@cache
def _title_nouns() -> frozenset[str]:
    """The words that a title can end in as it is written."""
    return known_titles() | {form.split()[-1] for form in _forms()}


@cache
def _form_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, _forms())) + r")(?![\w-])")


@cache
def ladders() -> Mapping[str, frozenset[str]]:
    """Return each title of a ladder with the ladders that it is of."""
    found: dict[str, set[str]] = defaultdict(set)
    for ladder, rungs in load_table("en", "posts")["ladders"].items():
        for rung in rungs.split():
            found[rung].add(ladder)
    return {rung: frozenset(ladders) for rung, ladders in found.items()}


@cache
def known_titles() -> frozenset[str]:
    """Return the nouns of all titles that are compared, in one form each."""
    return frozenset(ladders()) | _words("grades") | _words("heads") | _words("callings")
