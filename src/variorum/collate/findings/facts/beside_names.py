"""The persons whom sentences name, one key for each, and the places beside a name where a fact of its bearer stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from variorum.collate.compare.names import compare_names, name_words
from variorum.collate.differences import top_of, unit_of
from variorum.collate.points import Value, Wording
from variorum.model.span import ReportId
from variorum.text.spelling import given_alike

# Stretches set off by commas after a name, and the words that each of them has at most.
_STRETCHES = 4
_LONGEST = 10
# A name in brackets within a name: "Kim (Kiki) Berg".
_BRACKETED = 4
_ENDING = frozenset({"and", "or", "but"})
_FIRST_AND_LAST = 2
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


class Persons:
    """The persons of a story by name: which of the names that sentences give them are of one bearer."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self.wordings = wordings
        names = {
            name_words(wording.words(each.first, each.end)) for wording in wordings for each in persons_in(wording)
        }
        self._full: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        self._by_first: dict[str, set[str]] = defaultdict(set)
        for name in sorted(names):
            if len(name) >= _FIRST_AND_LAST:
                self._full[name[-1]].append(name)
                self._by_first[name[0]].add(name[-1])
        self._before = _order(wordings)

    def key_of(self, wording: Wording, name: Value) -> str | None:
        """Return what tells a person from others in every report; None where the name may be of several.

        A last name alone is of the one who bears it in the story; of two people of one last name only the first name
        tells which of them is meant.
        """
        words = name_words(wording.words(name.first, name.end))
        if not words:
            return None
        if len(words) == 1 and words[0] not in self._full:
            lasts = self._by_first.get(words[0], set())
            if len(lasts) > 1:
                return None
            last = next(iter(lasts), words[0])
            return self._of_first(words[0], last) if lasts else last
        last = words[-1]
        return self._of_first(words[0], last) if len(words) > 1 or self._is_one(last) else None

    def _of_first(self, first: str, last: str) -> str:
        """The last name, and where it is of several people the first of the first names that can be this one."""
        if self._is_one(last):
            return last
        return f"{next(name[0] for name in self._full[last] if _can_be_one(name[0], first))} {last}"

    def _is_one(self, last: str) -> bool:
        """Whether all full names of one last name can be of one person."""
        firsts = sorted({name[0] for name in self._full.get(last, ())})
        return all(_can_be_one(firsts[0], other) for other in firsts[1:])

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

    def owner(self, number: int, at: int, but: Value) -> str | None:
        """Return whose "his" or "her" is: the nearest subject before it, or whom the sentence before names alone.

        `at` is its word in the wording of this number, `but` the name of the one who is told to be his or hers.
        """
        wording = self.wordings[number]
        for index in range(at - 1, -1, -1):
            value = wording.value_at.get(index)
            if wording.dep[index] not in _SUBJECTS or wording.lemma[index] in _RELATIVES or value == but:
                continue
            if value is not None and is_person(value):
                return self.key_of(wording, value)
            return self.taken_up(number, index) if wording.lemma[index] in _PRONOUNS else None
        return self.taken_up(number, at, but)


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


def _can_be_one(one: str, other: str) -> bool:
    return one == other or given_alike(one, other) or compare_names(one, other).outcome == "fits"


def pronouns_in(wording: Wording) -> Iterator[int]:
    """Yield the words "he" and "she" that are subjects."""
    for index, lemma in enumerate(wording.lemma):
        if lemma in _PRONOUNS and wording.dep[index] in _SUBJECTS:
            yield index


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
