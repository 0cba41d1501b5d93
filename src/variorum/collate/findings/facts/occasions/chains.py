"""Days of happenings that a story tells as one: "wounded in the raid" makes two days of a wound and of a raid compared.

Such sentences may share no word. So only days next to each other are told: far ones are more often those of two
happenings than of one. Words are in `lang/en/occasions.toml`, under `chains`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise

from variorum.collate.compare.readings import zone_named
from variorum.collate.differences import unit_of
from variorum.collate.findings.facts.compared import compare_stated
from variorum.collate.findings.facts.fact import Fact, Relation, Stated, always
from variorum.collate.findings.facts.named import persons_in
from variorum.collate.findings.facts.occasions.act_kinds import kind_of, words_of
from variorum.collate.findings.facts.occasions.befallen import name_of
from variorum.collate.findings.facts.occasions.dated_acts import read_dated_act
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words

_DAY = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d-\d\d|WXX-\d)")
# The share of a year that two days of one happening lie apart at most: told from before and after one midnight.
_NEAR = 1.5 / 365
_words = partial(load_words, "en", "occasions")


def _find(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the days of happenings, under the first kind of all that the story tells as one with theirs."""
    first = _first_kinds(wordings)
    for number, wording in enumerate(wordings):
        if words_of(_words("chains", "kinds")).isdisjoint(wording.lemma):
            continue
        for value in wording.values:
            if value.kind != "date" or value.time is None or not _DAY.match(value.time.value):
                continue
            act = read_dated_act(wording, unit_of(value))
            if act is None or act.standing != "done" or act.kind not in first:
                continue
            if not zone_named(wording.words(value.first, value.end)):
                places = (each for each in wording.values if each.kind == "place")
                told = "|".join((_names(wording, persons_in(wording)), _names(wording, places)))
                yield Fact(first[act.kind], Side(number, unit_of(value)), told)


def _names(wording: Wording, values: Iterable[Value]) -> str:
    return ";".join(sorted({name for value in values if (name := name_of(wording, value))}))


def _first_kinds(wordings: Sequence[Wording]) -> Mapping[str, str]:
    """For each kind of happening the first, by name, of those that sentences tell as one with it."""
    first = {kind: kind for kind in _words("chains", "kinds")}
    for wording in wordings:
        for one, other in _linked(wording):
            if first[one] != first[other]:
                low, high = sorted((first[one], first[other]))
                first = {kind: low if root == high else root for kind, root in first.items()}
    return first


def _linked(wording: Wording) -> Iterator[tuple[str, str]]:
    """The kinds of two happenings that a sentence tells as one, next to each other among its happenings."""
    told = [(i, kind) for i in range(len(wording)) if (kind := _kind_at(wording, i)) is not None]
    for (one, kind), (other, kind_other) in pairwise(told):
        between = {wording.lemma[i] for i in range(one + 1, other)}
        joined = not between.isdisjoint(_words("chains", "within"))
        if kind in _words("chains", "hurried"):
            joined = joined or not between.isdisjoint(_words("chains", "closely"))
        # "Was shot and killed", "the attack killed ten", "a crash that hurt him", "foiled an attack".
        together = wording.head[other] == one and wording.dep[other] in ("conj", "relcl", "dobj")
        together = together or (wording.head[one] == other and wording.dep[one] == "nsubj")
        if (joined or together) and between.isdisjoint(_words("chains", "parting")):
            yield kind, kind_other


def _kind_at(wording: Wording, index: int) -> str | None:
    """The kind of happening that a word tells to have been, if it is one of those of which a day brings several."""
    if wording.lemma[index] not in words_of(_words("chains", "kinds")):
        return None
    kind = kind_of(wording, index)
    return kind if kind in _words("chains", "kinds") and not wording.is_denied(index) else None


def _are_next(one: Stated, other: Stated) -> bool:
    """Whether two days of one happening lie next to each other, and no two persons or places were met."""
    if not _may_be_one(one.fact.value, other.fact.value):
        return False
    verdict = compare_stated(one, other)
    return verdict is not None and verdict.outcome == "differs" and (verdict.distance or 1.0) <= _NEAR


def _may_be_one(told: str, other: str) -> bool:
    """Whether two sentences name a person in common, or neither two persons nor two places."""
    sides = zip(told.split("|"), other.split("|"), strict=True)
    persons, places = ([set(filter(None, names.split(";"))) for names in pair] for pair in sides)
    if persons[0] & persons[1]:
        return True
    return not all(persons) and (bool(places[0] & places[1]) or not all(places))


CHAIN_RELATIONS: tuple[Relation, ...] = (Relation("day of a happening", "date", _find, _are_next, is_telling=always),)
