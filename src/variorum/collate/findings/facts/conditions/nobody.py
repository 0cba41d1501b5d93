"""Whether anybody was hurt or killed: "no injuries were reported", "two people were hurt"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.differences import Unit, top_of
from variorum.collate.findings.facts.conditions.moods import denials_at, mood_of
from variorum.collate.findings.facts.conditions.predications import alike_name
from variorum.collate.findings.facts.fact import Fact, Relation, have_other_values
from variorum.collate.findings.pairs import Side
from variorum.collate.findings.tallies import PEOPLE, find_tallies
from variorum.collate.points import Wording
from variorum.lang.senses import is_kind_of
from variorum.lang.tables import load_keys, load_words

_words = partial(load_words, "en", "conditions", "words")
_lost = partial(load_keys, "en", "conditions", "lost")
_spared = partial(load_keys, "en", "conditions", "spared")
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
        wording = wordings[tally.side.wording]
        if tally.scope or tally.side.wording not in leads or _is_dated(wording):
            continue
        if tally.act in known and tally.counted in ("", PEOPLE):
            yield Fact(tally.act, tally.side, _SOME)
        group = _group_of(wording, wording.head[top_of(wording, tally.side.unit)])
        if group and f"{tally.act} {group}" in known:
            yield Fact(f"{tally.act} {group}", tally.side, _SOME)


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
    """The tallies that a sentence tells to be none: "no one was hurt", "there were no injuries", "all are unharmed"."""
    if (_lost().keys().isdisjoint(wording.lemma) and _spared().keys().isdisjoint(wording.lemma)) or _is_dated(wording):
        return
    for index, lemma in enumerate(wording.lemma):
        act, spared = _lost().get(lemma), _spared().get(lemma)
        if act is None and spared is None:
            continue
        verb = wording.verb_above(index)
        if wording.pos[index] not in ("NOUN", "VERB", "ADJ", "ADV") or mood_of(wording, verb, verb).way == "soft":
            continue
        whom = index if wording.pos[index] == "NOUN" else wording.subject_of(verb)
        if whom is None:
            continue
        found = _of_whom(wording, whom, _words("nobody") if spared is None else _words("all"))
        if found is not None and not (spared is not None and denials_at(wording, verb)):
            about = " ".join(filter(None, (act or spared, found)))
            yield Fact(about, Side(number, Unit(min(index, *_no(wording, whom)), index + 1, None)), _NONE)


def _of_whom(wording: Wording, whom: int, whole: frozenset[str]) -> str | None:
    """Of whom it is told: empty for whoever is there, else a group ("passenger"); None where not of the whole.

    `whole` are the words that stand for a whole by themselves or beside a noun: "nobody", "no"; "everyone", "all".
    """
    lemma = wording.lemma[whom]
    beside = {wording.lemma[i] for i in wording.children[whom] if wording.dep[i] not in ("prep", "punct", "nummod")}
    beside -= {"the", "of"}
    if not beside <= whole or (lemma not in whole and not beside):
        return None
    within = [i for i in wording.children[whom] if wording.dep[i] == "prep" and not _is_there(wording, i)]
    if within:  # "none of the passengers", "no injuries to passengers"
        below = [j for i in within for j in wording.children[i] if wording.dep[j] == "pobj"]
        return _group_of(wording, below[0]) if len(below) == 1 and (lemma in whole or beside) else None
    if lemma in whole | _words("any") or lemma in _lost():
        return ""
    return _group_of(wording, whom)


def _is_there(wording: Wording, preposition: int) -> bool:
    """Whether a preposition tells where all are: "in the house", "on board"."""
    on_board = any(wording.lemma[i] == "board" for i in wording.children[preposition])
    return wording.lemma[preposition] in ("in", "inside", "aboard") or on_board


def _group_of(wording: Wording, noun: int) -> str | None:
    """The group that a bare noun for persons names; None for other words, and for a part: "senior staff"."""
    narrowed = [
        i for i in wording.children[noun] if wording.dep[i] not in ("det", "nummod", "predet", "punct", "quantmod")
    ]
    if wording.pos[noun] != "NOUN" or narrowed or not is_kind_of(wording.lemma[noun], "person"):
        return None
    return alike_name(wording.lemma[noun])


def _no(wording: Wording, whom: int) -> list[int]:
    return [whom, *(i for i in wording.children[whom] if wording.lemma[i] in _words("all") | {"no"})]


def _is_dated(wording: Wording) -> bool:
    """Whether a sentence names a year or a span, which may be that of another happening: "since 2004"."""
    times = [value.time.value for value in wording.values if value.time is not None]
    return any(len(time) <= len("2004-11") or not time[:1].isdigit() for time in times)


NOBODY_RELATIONS: tuple[Relation, ...] = (Relation("nobody", "status", _find, have_other_values),)
