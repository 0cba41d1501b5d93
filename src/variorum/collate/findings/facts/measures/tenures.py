"""How long somebody was with somebody else: seasons with a team, years as its coach."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.facts.fact import Fact, Relation, have_other_values
from variorum.collate.findings.facts.measures.owners import Owners
from variorum.collate.findings.facts.named import last_word, name_at
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "measures", "tenures")
_YEARS = re.compile(r"P(\d+)Y$")
_WITH = frozenset({"with", "for", "at"})
_STEPS = 3


def _find(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield for how many years or seasons persons were somewhere; `about` is who, where and as what."""
    owners = Owners(wordings)
    for number, wording in enumerate(wordings):
        for value in wording.values:
            years = _years(wording, value)
            verb = _verb(wording, value) if years is not None else None
            if years is None or verb is None:
                continue
            for place in _places(wording, verb):
                for person in owners.of(number, verb, value, "person"):
                    yield Fact(f"{person} {place}", Side(number, unit_of(value)), str(years))


def _years(wording: Wording, value: Value) -> int | None:
    """The whole years or seasons that a value tells; None where it tells others, or a part ("the first three")."""
    if not _words("part").isdisjoint(wording.lemma[max(0, value.first - 3) : value.end]):
        return None
    if value.kind == "duration" and value.time is not None:
        found = _YEARS.match(value.time.value)
        return int(found[1]) if found else None
    quantity = value.quantity
    if quantity is None or quantity.kind != "count" or quantity.value is None or quantity.approximate:
        return None
    after = wording.lemma[value.end] if value.end < len(wording) else ""
    told = after == "season" or "season" in wording.lemma[value.first : value.end]
    return int(quantity.value) if told and quantity.value.is_integer() else None


def _verb(wording: Wording, value: Value) -> int | None:
    """The verb that tells that somebody was there so long."""
    for index in wording.above(top_of(wording, unit_of(value)), _STEPS):
        if wording.pos[index] == "VERB":
            told = wording.lemma[index] in _words("verbs") and not wording.is_denied(index)
            return (
                index if told and not any(wording.lemma[i] in _words("open") for i in wording.children[index]) else None
            )
    return None


def _places(wording: Wording, verb: int) -> Iterator[str]:
    """Where somebody was, with the role: what "with" governs, or what "where" stands for."""
    hanging = [*wording.children[verb], *(i for each in wording.children[verb] for i in wording.children[each])]
    roles = [i for each in hanging if wording.lemma[each] == "as" for i in wording.children[each]]
    role = wording.lemma[roles[0]] if roles else _words_for(wording.lemma[verb])
    for each in hanging:
        if wording.lemma[each] in _WITH:
            for index in wording.children[each]:
                yield from (f"{role} {name}" for name in _named(wording, index))
    if wording.dep[verb] == "relcl" and any(wording.lemma[i] == "where" for i in wording.children[verb]):
        yield from (f"{role} {name}" for name in _named(wording, wording.head[verb]))


def _words_for(verb: str) -> str:
    return "" if verb in _words("plain") else verb


def _named(wording: Wording, index: int) -> Iterator[str]:
    name = name_at(wording, index)
    yield from () if name is None else (last_word(wording, name),)


TENURE_RELATIONS: tuple[Relation, ...] = (Relation("tenure", "figure", _find, have_other_values),)
