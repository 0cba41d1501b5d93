"""Names of two things of one kind in one place of what is told: "the Solheim North School", "the Solheim South School".

Two such names share all words but one, and those two words exclude each other: points of the compass, peoples, faiths,
ordinals, first names. Both things may well be, so that they are told apart only in one slot: what somebody did with
the one, or where, what an abbreviation stands for, or what of this kind stands in one town.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial

from variorum.collate.compare.names import name_words
from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.named import is_person
from variorum.collate.findings.facts.persons.persons import Persons, persons_of
from variorum.collate.findings.facts.posts.slips import are_mistaken
from variorum.collate.findings.facts.scenes.scene_places import point_of
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_table, load_words
from variorum.text.fold import fold
from variorum.text.gazetteer import find_known
from variorum.text.names import given_names
from variorum.text.spelling import given_alike

_KINDS = frozenset({"ORG", "PLACE", "PRODUCT", "EVENT", "WORK"})
_MODIFYING = frozenset({"compound", "amod", "nmod"})
_PRONOUNS = frozenset({"he", "she"})
_LONGEST = 7
_LEAST_SHORT, _MOST_SHORT = 2, 7
_words = partial(load_words, "en", "siblings", "words")


def find_in_slots(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the names of which a sentence tells what somebody did with them, or where, by who did what."""
    persons = persons_of(wordings)
    for number, wording in enumerate(wordings):
        for value in wording.values if wording.has_verb else ():
            if value.mention is None or value.mention.type not in _KINDS or value.end - value.first < 2:
                continue
            about = _slot(number, wording, value, persons)
            if about:
                # No typed value: two papers to which one told something are told apart like two towns.
                yield Fact(
                    about, Side(number, Unit(value.first, value.end, None)), _told(wording, value.first, value.end)
                )


def _told(wording: Wording, first: int, end: int) -> str:
    words = (fold(wording.word(i)).rstrip(".").replace("'", "").replace("’", "") for i in range(first, end))
    return " ".join(word for word in words if word and (word[0].isalnum()) and word not in ("s", "the"))


def _slot(number: int, wording: Wording, value: Value, persons: Persons) -> str:
    """The verb that governs a name, how, and whose act it is; empty where that is not known."""
    top = top_of(wording, unit_of(value))
    role, verb = wording.dep[top], wording.head[top]
    if role == "pobj":
        role, verb = wording.lemma[verb], wording.head[verb]
    elif role not in ("dobj", "dative"):
        return ""
    if wording.pos[verb] != "VERB" or wording.is_denied(verb):
        return ""
    objects = [i for i in wording.children[verb] if wording.dep[i] == "dobj" and i != top]
    bearer = objects[0] if objects and role != "dobj" else wording.subject_of(verb)
    whose = _bearer(number, wording, bearer, persons) if bearer is not None else ""
    return f"{whose} {wording.lemma[verb]} {role}" if whose else ""


def _bearer(number: int, wording: Wording, index: int, persons: Persons) -> str:
    value = wording.value_at.get(index)
    if is_person(value) and value is not None:
        return f"@{persons.key_of(wording, value) or ''}".rstrip("@")
    if value is not None:
        return " ".join(name_words(wording.words(value.first, value.end))) if value.mention is not None else ""
    if wording.lemma[index] in _PRONOUNS:
        return f"@{persons.taken_up(number, index) or ''}".rstrip("@")
    is_known = any(wording.lemma[i] == "the" for i in wording.children[index])
    return f"the {wording.lemma[index]}" if is_known and wording.tag[index] == "NN" else ""


def find_in_towns(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield what of a kind stands in a named place, by what it does there: "the special command in Voss said"."""
    for number, wording in enumerate(wordings):
        for value in wording.values:
            at = value.first - 1
            if value.mention is None or at < 2 or wording.lemma[at] not in ("in", "at"):
                continue
            noun = wording.head[at]
            first = noun
            while first > 0 and wording.dep[first - 1] in _MODIFYING and wording.head[first - 1] >= first:
                first -= 1
            if noun != at - 1 or first == noun or wording.pos[noun] not in ("NOUN", "PROPN"):
                continue
            place = " ".join(name_words(wording.words(value.first, value.end)))
            verb = wording.lemma[wording.verb_above(noun)]
            about = f"{wording.lemma[noun]} in {place} {verb}"
            yield Fact(about, Side(number, Unit(first, noun + 1, None)), _told(wording, first, noun + 1))


def are_siblings(one: str, other: str) -> bool:
    """Return whether two names, folded, are of two things of one kind: they differ in one word for another."""
    left, right = _aligned(one.split(), other.split())
    if len(left) != len(right) or not 1 < len(left) <= _LONGEST:
        return False
    unlike = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return len(unlike) == 1 and _are_rivals(*sorted(unlike[0]))


def _aligned(one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """Both without the people that one of them has before the rest: "Norwegian joint command", "joint command"."""
    short, long = sorted((one, other), key=len)
    if len(long) == len(short) + 1 and _land(long[0]) and long[0] not in short:
        long = long[1:]
    return short, long


@lru_cache(maxsize=10_000)
def _are_rivals(one: str, other: str) -> bool:
    """Whether nothing of one name has the other of two words in its place."""
    sides, partners = _sides().get(one, {}), _sides().get(other, {})
    if any(side != partners.get(row, side) for row, side in sides.items()):
        return True
    points = point_of(one), point_of(other)
    if all(points):
        return points[0] != points[1] and set(points[0]).isdisjoint(points[1])
    lands = _land(one), _land(other)
    if all(lands):
        return lands[0] != lands[1]
    numbers = _number(one), _number(other)
    if all(numbers):
        return numbers[0] != numbers[1]
    if {one, other} <= given_names():
        return not given_alike(one, other)
    return are_mistaken(one, other)


@cache
def _sides() -> Mapping[str, Mapping[str, int]]:
    """The rows in which a word stands, each with its side."""
    found: dict[str, dict[str, int]] = {}
    for row, told in load_table("en", "siblings")["sides"].items():
        for side, words in enumerate(told.split("|")):
            for word in words.split():
                found.setdefault(word, {})[row] = side
    return found


def _number(word: str) -> str:
    digits = word.removesuffix("th").removesuffix("st").removesuffix("nd").removesuffix("rd")
    return digits if digits.isdigit() else ""


def _land(word: str) -> str:
    known = find_known(word)
    return known.country or "" if known is not None and known.kind in ("people", "country", "state") else ""


def _are_siblings(one: Stated, other: Stated) -> bool:
    return are_siblings(one.fact.value, other.fact.value)


def find_stands_for(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield what abbreviations stand for: "the MFU (Miners' Free Union)", "the Miners' Free Union, or MFU"."""
    for number, wording in enumerate(wordings):
        for at in range(len(wording)):
            word = wording.word(at)
            if _LEAST_SHORT <= len(word) <= _MOST_SHORT and word.isupper() and word.isalpha():
                for told in (_long_after(wording, at), _long_before(wording, at)):
                    if told is not None:
                        side = Side(number, Unit(told.start, told.stop, None))
                        yield Fact(word, side, _told(wording, told.start, told.stop))


def find_abbreviated(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield by which abbreviation bodies go, each by the first and last word of its name: "the Women's Units (WU)"."""
    for fact in find_stands_for(wordings):
        words = fact.value.split()
        first, last = (word.removesuffix("s") for word in (words[0], words[-1]))
        yield Fact(f"{first} {last} of {len(words)}", fact.side, fact.about)


def _are_two_abbreviations(one: Stated, other: Stated) -> bool:
    """Whether two abbreviations of one length differ in a letter; those in two languages mostly differ in more."""
    short, other_short = one.fact.value, other.fact.value
    if len(short) != len(other_short) or len(short) <= _LEAST_SHORT:
        return False
    return sum(a != b for a, b in zip(short, other_short, strict=True)) == 1


def _long_after(wording: Wording, at: int) -> range | None:
    first = at + 1
    if first < len(wording) and wording.word(first) == "(":
        first += 1
    else:
        while first < len(wording) and wording.word(first) in (",", "-", "–", "—"):
            first += 1
        joined = [row.split() for row in load_table("en", "siblings")["words"]["stands"]]
        length = next((len(row) for row in joined if wording.lemma[first : first + len(row)] == row), 0)
        if not length:
            return None
        first += length
    while first < len(wording) and wording.lemma[first] in ("the", '"', "“"):
        first += 1
    end = first
    while end < len(wording) and _is_of_name(wording, end):
        end += 1
    return _as_name(wording, first, end)


def _long_before(wording: Wording, at: int) -> range | None:
    """The name before "(MFU)" and ", or MFU"."""
    end = at
    if wording.word(at - 1) == "(" and at > 1:
        end = at - 1
    elif at > 2 and wording.lemma[at - 1] == "or" and wording.word(at - 2) == ",":
        end = at - 2
    else:
        return None
    first = end
    while first > 0 and _is_of_name(wording, first - 1):
        first -= 1
    return _as_name(wording, first, end)


def _is_of_name(wording: Wording, index: int) -> bool:
    word = wording.word(index)
    return word[0].isupper() or word in ("'s", "’s", "'", "’", "-") or wording.lemma[index] in _words("small")


def _as_name(wording: Wording, first: int, end: int) -> range | None:
    """A stretch without the small words around it; None where it is no name of several words."""
    while first < end and (wording.lemma[first] in _words("small") or not wording.word(first)[0].isalnum()):
        first += 1
    while end > first and (wording.lemma[end - 1] in _words("small") or not wording.word(end - 1)[0].isalnum()):
        end -= 1
    return range(first, end) if 1 < end - first <= _LONGEST + 2 else None


def are_two_meanings(one: Stated, other: Stated) -> bool:
    """Return whether one abbreviation is told to stand for two names, no translations of one."""
    if _are_siblings(one, other):
        return True
    left, right = ({*each.fact.value.split()} for each in (one, other))
    return any(_are_rivals(*sorted((a, b))) for a in left - right for b in right - left if _sides().get(a))


SIBLING_RELATIONS: tuple[Relation, ...] = (
    Relation("name in a slot", "name", find_in_slots, _are_siblings),
    Relation("name in a town", "name", find_in_towns, _are_siblings),
    Relation("stands for", "name", find_stands_for, are_two_meanings),
    Relation("abbreviated", "name", find_abbreviated, _are_two_abbreviations),
)
