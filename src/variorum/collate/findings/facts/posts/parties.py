"""The party and the state of a politician: "(R-Texas)", ", D-Ohio,", "Republican Senator Berg".

Only the two great parties of the United States exclude each other for certain: independents vote and run with either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.fact import Fact, Stated
from variorum.collate.findings.facts.named import persons_in
from variorum.collate.findings.facts.persons.persons import Persons
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words
from variorum.text.fold import fold
from variorum.text.gazetteer import find_known

PARTY = "party"
_LETTERS = {"D": "democratic", "R": "republican"}
_HYPHENS = frozenset("-‐‑–—")
_OPENING = frozenset({",", "("})
# Words before a name in which its party can stand: "Republican Texas Senator ".
_REACH = 4
_words = partial(load_words, "en", "posts", "words")


def find_parties(wordings: Sequence[Wording], persons: Persons) -> Iterator[Fact]:
    """Yield the party of people, with the state where it is told: `republican Ohio`."""
    for number, wording in enumerate(wordings):
        for value in persons_in(wording):
            told = _behind(wording, value) or _before(wording, value)
            key = persons.key_of(wording, value) if told is not None else None
            if told is not None and key is not None:
                unit, party = told
                yield Fact(f"{PARTY}:{key}", Side(number, unit), party)


def _behind(wording: Wording, person: Value) -> tuple[Unit, str] | None:
    """The letter of a party behind a name, and the state behind that."""
    first = person.end + 1
    if first + 2 >= len(wording) or wording.word(person.end) not in _OPENING:
        return None
    party = _LETTERS.get(wording.word(first))
    if party is None or wording.word(first + 1) not in _HYPHENS:
        return None
    end = first + 3
    if end < len(wording) and wording.word(end)[:1].isupper() and wording.word(end - 1).endswith("."):
        end += 1  # "W. Va."
    known = find_known(wording.words(first + 2, end))
    state = known.name if known is not None and known.kind == "state" else ""
    return Unit(first, end, None), f"{party};{state}"


def _before(wording: Wording, person: Value) -> tuple[Unit, str] | None:
    """The party that an adjective before a title and a name tells: "Democratic Rep. Ann Berg"."""
    titled = False
    if (_words("democrats") | _words("republicans")).isdisjoint(wording.lemma):
        return None
    for index in range(person.first - 1, max(-1, person.first - 1 - _REACH), -1):
        word = fold(wording.word(index)).rstrip(".")
        if titled and word in _words("democrats") | _words("republicans"):
            party = "democratic" if word in _words("democrats") else "republican"
            return Unit(index, index + 1, None), f"{party};"
        titled = titled or word in _words("lawmakers")
        if wording.pos[index] not in ("NOUN", "PROPN", "ADJ", "PUNCT") or word in (",", ";", "and"):
            return None
    return None


def are_two_parties(one: Stated, other: Stated) -> bool:
    """Return whether two reports put one politician into two parties or two states."""
    (party, state), (second, another) = (each.fact.value.split(";") for each in (one, other))
    return party != second or bool(state and another and state != another)
