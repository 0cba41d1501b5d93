"""Whether anybody was hurt or killed: "no injuries were reported", "two people were hurt"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.moods import mood_of
from variorum.collate.findings.pairs import Side
from variorum.collate.findings.tallies import PEOPLE, find_tallies
from variorum.collate.points import Wording
from variorum.lang.tables import load_table, load_words

_words = partial(load_words, "en", "conditions", "words")
# What a report tells of its own happening stands among so many of its first sentences; what follows may be of others.
_LEAD = 10
_NONE, _SOME = "none", "some"


def _find(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield who was hurt or killed, by the tally; nothing unless some sentence tells that nobody was."""
    leads = _leads(wordings)
    nobody = [fact for number in leads for fact in _nobody(number, wordings[number])]
    if not nobody:
        return
    yield from nobody
    known = {fact.about for fact in nobody}
    for tally in find_tallies(wordings, None):
        is_whole = tally.counted in ("", PEOPLE) and not tally.scope and tally.side.wording in leads
        if tally.act in known and is_whole and not _is_dated(wordings[tally.side.wording]):
            yield Fact(tally.act, tally.side, _SOME)


def _leads(wordings: Sequence[Wording]) -> list[int]:
    """The numbers of the sentences that stand among the first of their reports."""
    before: Counter[str] = Counter()
    found = []
    for home, number in sorted((wording.homes[0], number) for number, wording in enumerate(wordings)):
        before[home.report] += 1
        if before[home.report] <= _LEAD:
            found.append(number)
    return sorted(found)


def _nobody(number: int, wording: Wording) -> Iterator[Fact]:
    """The tallies that a sentence tells to be none: "no one was hurt", "there were no injuries"."""
    if _is_dated(wording):
        return
    for index in range(len(wording)):
        verb = wording.verb_above(index)
        act = _lost().get(wording.lemma[index])
        if (
            act is None
            or wording.pos[index] not in ("NOUN", "VERB", "ADJ")
            or mood_of(wording, verb, verb).way == "soft"
        ):
            continue
        whom = index if wording.pos[index] == "NOUN" else wording.subject_of(verb)
        if whom is None or (whom != index and wording.lemma[whom] not in _words("any")):
            continue
        beside = {wording.lemma[i] for i in wording.children[whom] if wording.dep[i] not in ("prep", "punct")}
        told = wording.lemma[whom] in _words("nobody") or "no" in beside
        if told and beside <= {"no"} and not _is_of_others(wording, whom):
            yield Fact(act, Side(number, Unit(min(index, *_no(wording, whom)), index + 1, None)), _NONE)


def _no(wording: Wording, whom: int) -> list[int]:
    return [whom, *(i for i in wording.children[whom] if wording.lemma[i] == "no")]


def _is_of_others(wording: Wording, whom: int) -> bool:
    """Whether it is told of some only: "no injuries to passengers", "none of the crew"."""
    return any(wording.dep[i] == "prep" and wording.lemma[i] != "in" for i in wording.children[whom])


def _is_dated(wording: Wording) -> bool:
    """Whether a sentence names a year or a span, which may be that of another happening: "since 2004"."""
    times = [value.time.value for value in wording.values if value.time is not None]
    return any(len(time) <= len("2004-11") or not time[:1].isdigit() for time in times)


@cache
def _lost() -> Mapping[str, str]:
    return {word: act for act, words in load_table("en", "conditions")["lost"].items() for word in words.split()}


def _exclude(one: Stated, other: Stated) -> bool:
    return {one.fact.value, other.fact.value} == {_NONE, _SOME}


NOBODY_RELATIONS: tuple[Relation, ...] = (Relation("nobody", "status", _find, _exclude),)
