"""Who has a role in a story's own happening, the driver or the victim: one holder, by whatever words reports tell.

A role is told by a noun for a person. It has one holder where no report speaks of several or of another one, and the
holder is whom a report names beside it, if any does. Only "the driver" counts, and "a driver" where a report begins.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from variorum.collate.findings.facts.named import is_person
from variorum.collate.findings.facts.persons.beside_names import Spot, spots_after
from variorum.collate.findings.facts.persons.persons import persons_of
from variorum.collate.points import Value, Wording
from variorum.lang.senses import is_kind_of
from variorum.lang.tables import load_keys, load_words
from variorum.model.span import ReportId

_words = partial(load_words, "en", "persons")
_DEFINITE = frozenset({"the", "this"})
_INDEFINITE = frozenset({"a", "an"})
# Sentences at the start of a report in which "a driver" is the one of its story.
_LEAD = 8
_NOUNS = frozenset({"NOUN", "PROPN"})


class Role(NamedTuple):
    """A noun in the wording of a number that tells of a role's one holder: who that is, and the places beside it.

    `about` is the key of whom reports name, else the role itself, "the driver".
    """

    number: int
    noun: int
    about: str
    spots: tuple[Spot, ...]


class _Told(NamedTuple):
    number: int
    noun: int
    lemma: str
    of: str
    name: Value | None


def roles_of(wordings: Sequence[Wording]) -> Sequence[Role]:
    """Return all nouns that tell of the one holder of a role, in text order."""
    return _roles_of(tuple(wordings))


@lru_cache(maxsize=1)
def _roles_of(wordings: tuple[Wording, ...]) -> Sequence[Role]:
    many = {role for wording in wordings for role in _of_many(wording)}
    told: dict[str, list[_Told]] = defaultdict(list)
    for each in _find(wordings, many):
        told[each.lemma].append(each)
    roles: list[Role] = []
    for lemma, found in sorted(told.items()):
        if lemma in many:
            continue
        kinds = {each.of for each in found if each.of}
        for kind in sorted(kinds) if len(kinds) > 1 else [""]:
            roles += _held(wordings, f"{kind} {lemma}".strip(), [e for e in found if len(kinds) < 2 or e.of == kind])
    return sorted(roles, key=lambda role: (role.number, role.noun))


def _held(wordings: Sequence[Wording], role: str, found: Sequence[_Told]) -> Iterator[Role]:
    """What tells of a role, of whom reports name with it, if of one; nothing where one report names two."""
    persons = persons_of(wordings)
    names = {each: persons.key_of(wordings[each.number], each.name) for each in found if each.name is not None}
    by_report: dict[ReportId, set[str | None]] = defaultdict(set)
    for each, key in names.items():
        for report in wordings[each.number].reports:
            by_report[report].add(key)
    if any(len(keys) > 1 for keys in by_report.values()):
        return
    holders = set(names.values())
    about = next(iter(holders)) if len(holders) == 1 else f"the {role}"
    for each in found:
        wording = wordings[each.number]
        key = names.get(each) or about or f"the {role}"
        yield Role(each.number, each.noun, key, tuple(_spots(wording, each)))


def _spots(wording: Wording, told: _Told) -> Iterator[Spot]:
    """The places beside a role, past what it is of: "the driver of the bus, 52, "."""
    end = told.noun + 1
    if told.of and end < len(wording) and wording.lemma[end] == "of":
        of = next((i for i in wording.children[end] if wording.dep[i] == "pobj"), None)
        end = of + 1 if of is not None else end
    return (spot for spot in spots_after(wording, end) if spot.how != "direct")


def _find(wordings: Sequence[Wording], many: set[str]) -> Iterator[_Told]:
    """What tells of the one who has a role, none of `many`."""
    place = {(home.report, home.start): 0 for wording in wordings for home in wording.homes}
    count: Counter[ReportId] = Counter()
    for report, start in sorted(place):
        place[report, start] = count[report]
        count[report] += 1
    for number, wording in enumerate(wordings):
        for noun in range(len(wording)):
            lemma = _role_at(wording, noun)
            if lemma is None or lemma in many:
                continue
            lead = all(place[home.report, home.start] < _LEAD for home in wording.homes)
            of = _of(wording, noun)
            if of is None or not _is_the_one(wording, noun, lead=lead):
                continue
            yield _Told(number, noun, lemma, of, _name_of(wording, noun))


def _role_at(wording: Wording, noun: int) -> str | None:
    """The role that a word is a noun for; None for all others."""
    if wording.tag[noun] not in ("NN", "NNP") or wording.pos[noun] not in _NOUNS:
        return None
    role = _role_of(wording.lemma[noun])
    value = wording.value_at.get(noun) if role is not None else None
    return None if value is not None and value.mention is not None else role


@lru_cache(maxsize=20_000)
def _role_of(noun: str) -> str | None:
    """The role that a noun for a person tells, in one form; None for others."""
    role = load_keys("en", "persons", "roles").get(noun.lower(), noun.lower())
    return role if role not in _words("no_roles") and is_kind_of(role, "person") else None


def _of_many(wording: Wording) -> Iterator[str]:
    """The roles of which a sentence tells that there are several: "two drivers", "another driver", "the third"."""
    for noun, tag in enumerate(wording.tag):
        if tag not in ("NN", "NNS", "NNPS") or (role := _role_of(wording.lemma[noun])) is None:
            continue
        below = wording.children[noun]
        # "Boys will be boys" tells nothing of the boy, "victims" that there are some.
        counted = role in _words("often_many") or any(wording.dep[i] in ("det", "nummod", "poss") for i in below)
        if (tag != "NN" and counted) or any(wording.lemma[i] in _words("another") for i in below):
            yield role


def _is_the_one(wording: Wording, noun: int, *, lead: bool) -> bool:
    below = wording.children[noun]
    if any(wording.lemma[i] in _words("not_only") | _words("not_one") for i in below):
        return False
    determined = {wording.lemma[i] for i in below if wording.dep[i] in ("det", "poss")}
    if determined & _DEFINITE or any(wording.dep[i] == "poss" for i in below):
        return True
    if determined & _INDEFINITE or any(wording.tag[i] == "CD" for i in below):
        return lead
    # "Driver Ann Lee", "gunman Leif Moe".
    return wording.dep[noun] == "compound" and is_person(wording.value_at.get(wording.head[noun]))


def _of(wording: Wording, noun: int) -> str | None:
    """Of what a role is: "bus" of "the bus driver", "the driver of the bus" and "the bus's driver"; None if unknown."""
    told = []
    for index in wording.children[noun]:
        value = wording.value_at.get(index)
        if wording.lemma[index] == "of" and wording.dep[index] == "prep":
            told += [i for i in wording.children[index] if wording.dep[i] == "pobj"]
        elif wording.dep[index] == "poss":
            if wording.pos[index] != "PRON":
                told.append(index)
            elif wording.lemma[noun] in load_keys("en", "persons", "kin"):
                return None  # "his mother" may be anybody's
        elif wording.dep[index] == "compound" and (value is None or value.mention is None) and index < noun:
            told.append(index)
    return " ".join(sorted(wording.lemma[i].lower() for i in told))


def _name_of(wording: Wording, noun: int) -> Value | None:
    """The name of whoever a noun is told to be, beside it: "the driver, Ann Lee", "driver Ann Lee"."""
    near = [i for i in wording.children[noun] if wording.dep[i] == "appos"]
    if wording.dep[noun] in ("appos", "compound"):
        near.append(wording.head[noun])
    values = [wording.value_at.get(i) for i in near]
    return next((each for each in values if is_person(each) and each and not each.first <= noun < each.end), None)
