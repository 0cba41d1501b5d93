"""The persons of a story: which of the names that sentences give are of one bearer, and whom "he" and "his" take up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from variorum.collate.compare.names import compare_names, name_words
from variorum.collate.findings.facts.named import is_person, persons_in
from variorum.collate.findings.facts.persons.beside_names import (
    PRONOUNS,
    SUBJECTS,
    Spot,
    is_of_another,
    pronouns_in,
    spots_after,
)
from variorum.collate.points import Value, Wording
from variorum.model.span import ReportId
from variorum.text.fold import fold
from variorum.text.names import given_names, title_words
from variorum.text.spelling import given_alike

# Letters of first names that are one where they are spelled nearly alike.
_LEAST_SPELLED = 5
_RELATIVES = frozenset({"who", "which", "that"})
# So many sentences before a pronoun may pass without a name.
_LOOKING_BACK = 2


class Beside(NamedTuple):
    """A name or a pronoun in the wording of a number, and the places beside it."""

    number: int
    name: Value
    spots: tuple[Spot, ...]


class Persons:
    """The persons of a story by name: which of the names that sentences give them are of one bearer."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self.wordings = wordings
        named = [(wording, *_read_name(wording, name)) for wording in wordings for name in persons_in(wording)]
        by_last: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for _, words, _ in named:
            if len(words) > 1:
                by_last[words[-1].rpartition("-")[2]].add(words)  # "Voss-Malk" may be "Malk"
        self._bearer: dict[tuple[str, ...], str] = {}
        for last, names in sorted(by_last.items()):
            self._bearer |= _bearers(last, sorted(names))
        marked = Counter(words for words, generation in {each[1:] for each in named} if generation)
        self._father_and_son = frozenset(words for words, count in marked.items() if count > 1)
        # Who is told by a first or a last name, in each report and ("") in the whole story.
        self._known_by: dict[tuple[str, str], set[str]] = defaultdict(set)
        for wording, words, _ in named:
            for report in ("", *wording.reports) if len(words) > 1 else ():
                for word in (words[0], words[-1]):
                    self._known_by[report, word].add(self._bearer[words])
        self._number = {id(wording): number for number, wording in enumerate(wordings)}

    def key_of(self, wording: Wording, name: Value) -> str | None:
        """Return what tells a person from others in every report; None where the name may be of several.

        A first or last name alone is of whom its reports name so in full; where they name nobody, of the one in the
        story who bears it.
        """
        words = words_of(wording, name)
        if len(words) != 1:
            return self._bearer_of(words) if words and words not in self._father_and_son else None
        found = {each for report in wording.reports for each in self._known_by.get((report, words[0]), ())}
        found = found or self._known_by.get(("", words[0]), {words[0]})
        if len(found) > 1:
            found = self._just_named(wording, found)
        return next(iter(found)) if len(found) == 1 else None

    def _just_named(self, wording: Wording, among: set[str]) -> set[str]:
        """Those of several of one last name whom the nearest sentence before names in full, if any does."""
        number = self._number.get(id(wording), -1)
        for _ in range(_LOOKING_BACK):
            number = self.before.get(number, -1)
            if number < 0:
                break
            before = self.wordings[number]
            named = among & {self._bearer.get(words_of(before, each), "") for each in persons_in(before)}
            if named:
                return named
        return set()

    def _bearer_of(self, name: tuple[str, ...]) -> str | None:
        """Who bears a full name, which may be a part of one that the layers read, without a title for instance."""
        if name in self._bearer:
            return self._bearer[name]
        near = {bearer for known, bearer in self._bearer.items() if known[-1] == name[-1] and _are_of_one(known, name)}
        return near.pop() if len(near) == 1 else None

    def taken_up(self, number: int, at: int, but: Value | None = None) -> str | None:
        """Return whom a pronoun takes up: the one person named before; None where several are.

        `at` is its word in the wording of this number. Persons named before it in its own sentence come first; `but`
        is a name there that is not meant.
        """
        wording = self.wordings[number]
        named = {self.key_of(wording, each) for each in persons_in(wording) if each.first < at and each != but}
        for _ in range(_LOOKING_BACK):
            if named:
                break
            number = self.before.get(number, -1)
            if number < 0:
                return None
            named = {self.key_of(self.wordings[number], each) for each in persons_in(self.wordings[number])}
        return named.pop() if len(named) == 1 else None

    def owner(self, number: int, at: int, but: Value) -> str | None:
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
            if wording.dep[index] not in SUBJECTS or wording.lemma[index] in _RELATIVES or value == but:
                continue
            if value is not None and is_person(value):
                return self.key_of(wording, value)
            return self.taken_up(number, index) if wording.lemma[index] in PRONOUNS else None
        return self.taken_up(number, at, but)

    @cached_property
    def before(self) -> Mapping[int, int]:
        """The number of the wording that stands before each, in the first of the reports that print it."""
        in_report: dict[ReportId, list[tuple[int, int]]] = defaultdict(list)
        for number, wording in enumerate(self.wordings):
            for home in wording.homes:
                in_report[home.report].append((home.start, number))
        before: dict[int, int] = {}
        for report in sorted(in_report):
            for (_, one), (_, other) in pairwise(sorted(in_report[report])):
                before.setdefault(other, one)
        return before

    @cached_property
    def named(self) -> Sequence[Beside]:
        """All names of persons with the places beside them, in text order."""
        return [
            Beside(number, name, () if is_of_another(wording, name) else tuple(spots_after(wording, name.end)))
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
def _persons_of(wordings: tuple[Wording, ...]) -> Persons:
    return Persons(wordings)


def persons_of(wordings: Sequence[Wording]) -> Persons:
    """Return the persons of a story."""
    return _persons_of(tuple(wordings))


def words_of(wording: Wording, name: Value) -> tuple[str, ...]:
    """Return the words of a person's name as names are compared, without "Jr." and the like."""
    return _read_name(wording, name)[0]


def _read_name(wording: Wording, name: Value) -> tuple[tuple[str, ...], str]:
    """The words of a name, and the word for the generation behind them; empty where there is none."""
    words = name_words(wording.words(name.first, name.end))
    if len(words) == 1 and name.first:
        # The layers may have read the last name alone of "Her grandmother, Ana Dusan".
        before = fold(wording.word(name.first - 1))
        words = (before, *words) if before in given_names() and wording.pos[name.first - 1] == "PROPN" else words
    if len(words) > 1 and words[-1] in title_words().generations:
        return words[:-1], words[-1]
    return words, ""


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
    """Whether two full names of one last name can be of one person: "Bill Felt", "Mark William Felt"."""
    by_middle = any(given_alike(a[0], middle) for a, b in ((one, other), (other, one)) for middle in b[1:-1])
    return set(one) <= set(other) or set(other) <= set(one) or can_be_one(one[0], other[0]) or by_middle


def can_be_one(one: str, other: str) -> bool:
    """Return whether two first names may be one: spelled in two ways, shortened, an initial.

    Short names that are spelled nearly alike are mostly two: "Joan" and "John".
    """
    if one == other or given_alike(one, other) or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    return min(len(one), len(other)) >= _LEAST_SPELLED and compare_names(one, other).outcome == "fits"
