"""The persons whom sentences name, one key for each, and the places beside a name where a fact of its bearer stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from variorum.collate.compare.names import compare_names, name_words
from variorum.collate.differences import top_of, unit_of
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words
from variorum.model.span import ReportId
from variorum.text.names import title_words
from variorum.text.spelling import given_alike

# Stretches set off by commas after a name, and the words that each of them has at most.
_STRETCHES = 4
_LONGEST = 10
# A name in brackets within a name: "Kim (Kiki) Berg".
_BRACKETED = 4
_ENDING = frozenset({"and", "or", "but"})
# Letters of first names that are one where they are spelled nearly alike.
_LEAST_SPELLED = 5
_PRONOUNS = frozenset({"he", "she"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PLURAL = frozenset({"are", "were"})
_RELATIVES = frozenset({"who", "which", "that"})
# So many sentences before a pronoun may pass without a name.
_LOOKING_BACK = 2


class Spot(NamedTuple):
    """Where a stretch that tells something of a named person begins, and in which way it hangs on the name.

    `direct`: right after the name; `apposed`: after a comma, the first of them of `order` 0; `is`, `was`: after the
    verb of which the name is the subject.
    """

    at: int
    how: Literal["direct", "apposed", "is", "was"]
    order: int = 0


class Beside(NamedTuple):
    """A name or a pronoun in the wording of a number, and the places beside it."""

    number: int
    name: Value
    spots: tuple[Spot, ...]


class Persons:
    """The persons of a story by name: which of the names that sentences give them are of one bearer."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self.wordings = wordings
        named = [(wording, _words_of(wording, name)) for wording in wordings for name in persons_in(wording)]
        by_last: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for _, name in named:
            if len(name) > 1:
                by_last[name[-1]].add(name)
        self._bearer: dict[tuple[str, ...], str] = {}
        for last, names in sorted(by_last.items()):
            self._bearer |= _bearers(last, sorted(names))
        told = {
            (words, _generation_of(wording, name))
            for wording in wordings
            for name in persons_in(wording)
            for words in [_words_of(wording, name)]
        }
        marked = Counter(words for words, generation in told if generation)
        self._father_and_son = frozenset(words for words, count in marked.items() if count > 1)
        # Who is told by a first or a last name, in each report and ("") in the whole story.
        self._known_by: dict[tuple[str, str], set[str]] = defaultdict(set)
        for wording, name in named:
            for report in ("", *wording.reports) if len(name) > 1 else ():
                for word in (name[0], name[-1]):
                    self._known_by[report, word].add(self._bearer[name])
        self._before = _order(wordings)

    def key_of(self, wording: Wording, name: Value) -> str | None:
        """Return what tells a person from others in every report; None where the name may be of several.

        A first or last name alone is of whom its reports name so in full; where they name nobody, of the one in the
        story who bears it.
        """
        words = _words_of(wording, name)
        if len(words) != 1:
            return self._bearer[words] if words and words not in self._father_and_son else None
        found = {each for report in wording.reports for each in self._known_by.get((report, words[0]), ())}
        found = found or self._known_by.get(("", words[0]), {words[0]})
        return next(iter(found)) if len(found) == 1 else None

    def taken_up(self, number: int, at: int, but: Value | None = None) -> str | None:
        """Return whom a pronoun or "the 34-year-old" takes up: the one person named before; None where several are.

        `at` is its word in the wording of this number. Persons named before it in its own sentence come first; `but`
        is a name there that is not meant.
        """
        wording = self.wordings[number]
        named = {self.key_of(wording, each) for each in persons_in(wording) if each.first < at and each != but}
        for _ in range(_LOOKING_BACK):
            if named:
                break
            number = self._before.get(number, -1)
            if number < 0:
                return None
            named = {self.key_of(self.wordings[number], each) for each in persons_in(self.wordings[number])}
        return named.pop() if len(named) == 1 else None

    def owner(self, number: int, at: int, but: Value, *, is_near: bool) -> str | None:
        """Return whose "his" or "her" is: "Berg and his", the nearest subject before it, or whom the sentence before
        names alone.

        `at` is its word in the wording of this number, `but` the name of the one who is told to be his or hers.
        """
        wording = self.wordings[number]
        beside = wording.value_at.get(at - 2) if at > 1 and wording.lemma[at - 1] == "and" else None
        if beside is not None and is_person(beside):
            return self.key_of(wording, beside)
        for index in range(at - 1, -1, -1):
            value = wording.value_at.get(index)
            if wording.dep[index] not in _SUBJECTS or wording.lemma[index] in _RELATIVES or value == but:
                continue
            if value is not None and is_person(value):
                return self.key_of(wording, value)
            return self.taken_up(number, index) if wording.lemma[index] in _PRONOUNS and not is_near else None
        return self.taken_up(number, at, but) if not is_near else None

    @cached_property
    def of_age(self) -> Mapping[int, str | None]:
        """Who is told to be so many years old, by age; None where several are."""
        found: dict[int, set[str | None]] = defaultdict(set)
        for wording in self.wordings:
            for name in persons_in(wording):
                for at in (name.end + 1, name.first - 1):
                    age = _years_at(wording, at)
                    if age is not None:
                        found[age].add(self.key_of(wording, name))
        return {age: next(iter(keys)) if len(keys) == 1 else None for age, keys in sorted(found.items())}

    @cached_property
    def named(self) -> Sequence[Beside]:
        """All names of persons with the places beside them, in text order."""
        return [
            Beside(number, name, () if _is_of_another(wording, name) else tuple(spots_after(wording, name.end)))
            for number, wording in enumerate(self.wordings)
            for name in persons_in(wording)
        ]

    @cached_property
    def pronouns(self) -> Sequence[Beside]:
        """All pronouns of persons with the places beside them, in text order."""
        return [
            Beside(number, Value(at, at + 1, "name"), tuple(spots_after(wording, at + 1)))
            for number, wording in enumerate(self.wordings)
            for at in pronouns_in(wording)
        ]


# All kinds of facts ask for the persons of one story, one after another.
@lru_cache(maxsize=1)
def persons_of(wordings: tuple[Wording, ...]) -> Persons:
    """Return the persons of a story."""
    return Persons(wordings)


def _years_at(wording: Wording, at: int) -> int | None:
    value = wording.value_at.get(at)
    quantity = value.quantity if value is not None else None
    if quantity is None or quantity.unit != "year" or quantity.value is None or quantity.approximate:
        return None
    return int(quantity.value)


def _order(wordings: Sequence[Wording]) -> dict[int, int]:
    """The number of the wording that stands before each, in the first of the reports that print it."""
    in_report: dict[ReportId, list[tuple[int, int]]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        for home in wording.homes:
            in_report[home.report].append((home.start, number))
    before: dict[int, int] = {}
    for report in sorted(in_report):
        told = sorted(in_report[report])
        for (_, one), (_, other) in pairwise(told):
            before.setdefault(other, one)
    return before


def _words_of(wording: Wording, name: Value) -> tuple[str, ...]:
    """The words of a person's name as names are compared, without "Jr." and the like."""
    words = name_words(wording.words(name.first, name.end))
    return words[:-1] if _generation_of(wording, name) else words


def _generation_of(wording: Wording, name: Value) -> str:
    words = name_words(wording.words(name.first, name.end))
    return words[-1] if len(words) > 1 and words[-1] in title_words().generations else ""


def _bearers(last: str, names: Sequence[tuple[str, ...]]) -> dict[tuple[str, ...], str]:
    """Who bears each full name of one last name: the last name by itself, or with a first where there are several."""
    groups: list[list[tuple[str, ...]]] = []
    for name in names:
        near = [group for group in groups if any(_are_of_one(name, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([name, *(each for group in near for each in group)])
    return {
        name: last if len(groups) == 1 else f"{min(group)[0]} {last}"
        for group in sorted(map(sorted, groups))
        for name in group
    }


def _are_of_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names of one last name can be of one person: "Mark Felt", "W. Mark Felt"."""
    return set(one) <= set(other) or set(other) <= set(one) or can_be_one(one[0], other[0])


def can_be_one(one: str, other: str) -> bool:
    """Return whether two first names may be one: spelled in two ways, shortened, an initial.

    Short names that are spelled nearly alike are mostly two: "Joan" and "John".
    """
    if one == other or given_alike(one, other) or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    return min(len(one), len(other)) >= _LEAST_SPELLED and compare_names(one, other).outcome == "fits"


def aged_noun(wording: Wording, value: Value) -> int | None:
    """Return the noun of a person that an age stands before, who is not named beside it; None for others."""
    quantity = value.quantity
    if quantity is None or quantity.unit != "year" or quantity.value is None or quantity.approximate:
        return None
    if wording.lemma[value.end - 1] != "old":
        return None
    noun = wording.head[top_of(wording, unit_of(value))]
    if (
        noun <= value.first
        or wording.lemma[noun] not in load_words("en", "persons", "unnamed")
        or wording.tag[noun] == "NNS"
    ):
        return None
    before = range(max(0, value.first - 3), value.first)
    named = [wording.value_at.get(i) for i in (*wording.children[noun], *before, noun + 1, noun + 2)]
    return None if any(is_person(each) for each in named) else noun


def pronouns_in(wording: Wording) -> Iterator[int]:
    """Yield the words "he" and "she" that are subjects."""
    for index, role in enumerate(wording.dep):
        if role in _SUBJECTS and wording.lemma[index] in _PRONOUNS:
            yield index


def _is_of_another(wording: Wording, name: Value) -> bool:
    """Whether what stands after a name may be told of somebody else: "a friend of Berg, 34, said"."""
    at = name.first - 1
    return at > 0 and wording.lemma[at] == "of" and wording.lemma[at - 1] in load_words("en", "persons", "having")


def persons_in(wording: Wording) -> Iterator[Value]:
    """Yield the names of persons in a sentence, in text order."""
    for value in wording.values:
        if is_person(value):
            yield value


def is_person(value: Value | None) -> bool:
    """Return whether a value is the name of a person."""
    return value is not None and value.mention is not None and value.mention.type == "PERSON"


def is_in_apposition(wording: Wording, name: Value) -> bool:
    """Return whether a name is set beside a noun before it: "his brother, Ole Berg, fled", not "a boy, Berg said"."""
    return wording.dep[top_of(wording, unit_of(name))] == "appos"


def spots_after(wording: Wording, end: int) -> Iterator[Spot]:
    """Yield where something is told of whom the words before `end` name: next, between commas, after "is" and "was"."""
    at = _after_brackets(wording, end)
    if at >= len(wording):
        return
    yield Spot(at, "direct")
    yield from _copula(wording, at)
    for order in range(_STRETCHES):
        if at >= len(wording) - 1 or wording.word(at) != ",":
            return
        at += 1
        if is_person(wording.value_at.get(at)) or wording.lemma[at] in _ENDING:
            return
        verb = at + 1 if wording.lemma[at] == "who" and at + 1 < len(wording) else at
        predicated = list(_copula(wording, verb))
        yield Spot(at, "apposed", order)
        yield from predicated
        comma = _end_of_stretch(wording, at)
        if comma is None or verb > at or predicated:
            return
        at = comma


def _after_brackets(wording: Wording, at: int) -> int:
    if at < len(wording) and wording.word(at) == "(":
        for end in range(at + 1, min(at + _BRACKETED, len(wording))):
            if wording.word(end) == ")":
                return end + 1
    return at


def _copula(wording: Wording, at: int) -> Iterator[Spot]:
    if wording.lemma[at] != "be" or wording.pos[at] != "AUX" or wording.word(at).lower() in _PLURAL:
        return
    after = at + 1
    while after < len(wording) and wording.pos[after] == "ADV":
        after += 1
    if after < len(wording) and wording.lemma[after] != "not":
        yield Spot(after, "was" if wording.tag[at] == "VBD" else "is")


def _end_of_stretch(wording: Wording, at: int) -> int | None:
    """The comma that ends a stretch which is no clause and names nobody else; None where there is none."""
    for index in range(at, min(at + _LONGEST, len(wording))):
        if wording.word(index) == ",":
            return index
        if wording.pos[index] in ("VERB", "AUX") or is_person(wording.value_at.get(index)):
            return None
    return None
