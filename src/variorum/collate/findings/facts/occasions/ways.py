"""Which way somebody or something was going when something happened: into a place or out of it, up or down.

Words are in `lang/en/ways.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.conditions.noun_acts import with_particle
from variorum.collate.findings.facts.conditions.predications import ANY, Predication, find_predications
from variorum.collate.findings.facts.fact import Fact, Relation, have_other_values
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "ways", "words")


def _find(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield whether somebody was on the way to a place or from it, under who it is and the place."""
    for told in find_predications(wordings):
        wording = wordings[told.wording]
        for at in _under_way(wording, told):
            who = _who_goes(wording, told, at)
            known = who not in ("", ANY) and told.way != "denied" and told.when == "past"
            for place, way in _places(wording, at) if known else ():
                name = "home" if wording.lemma[place] in _words("homes") else wording.key[place]
                name = "air" if place == at else name
                yield Fact(f"{who} {name}", Side(told.wording, Unit(min(at, place), max(at, place) + 1, None)), way)


def _under_way(wording: Wording, told: Predication) -> Iterator[int]:
    """The words for a way under way: "was leaving", "was shot while leaving", "on his way", "after takeoff"."""
    if told.is_state or told.noun is not None:
        yield from (told.word,) if told.name == "on_way" else ()
        return
    for at in (told.verb, *wording.children[told.verb]):
        beside = (i for i in wording.children[at] if wording.dep[i] in ("aux", "mark", "advmod"))
        of_told = at == told.verb or (wording.dep[at] == "advcl" and wording.subject_of(at) is None)
        if of_told and wording.tag[at] == "VBG" and any(wording.lemma[i] in _words("going_on") for i in beside):
            yield at
        elif wording.lemma[at] == "on" and wording.dep[at] == "prep":
            yield from (i for i in wording.children[at] if wording.lemma[i] == "way")
        joining = [i for i in (at, *wording.children[at]) if at != told.verb and wording.lemma[i] in _words("joining")]
        below = (j for i in joining for j in wording.children[i] if wording.dep[j] in ("pobj", "pcomp"))
        yield from (i for i in below if _flight(wording, i))


def _flight(wording: Wording, at: int) -> str:
    """Whether a word tells of leaving the ground or of coming back to it: "taking off", "landing"; else empty."""
    for word in (at, *(i for i in wording.children[at] if wording.dep[i] == "xcomp")):  # "trying to land"
        name = with_particle(wording, word) if wording.pos[word] == "VERB" else wording.lemma[word]
        if way := next((each for each in ("to", "from") if name in _words(f"{each}_ground")), ""):
            return way
    return ""


def _who_goes(wording: Wording, told: Predication, at: int) -> str:
    """Who is under way: of "the train derailed as it was leaving" whoever the main clause is of."""
    who = told.patient if told.passive else told.agent
    if who == ANY and wording.dep[told.verb] == "advcl" and at == told.verb:
        subject = wording.subject_of(wording.head[at])
        return told.of.key_of(subject) if subject is not None else ""
    return who


def _places(wording: Wording, at: int) -> Iterator[tuple[int, str]]:
    entering, moving = wording.lemma[at] in _words("entering"), wording.lemma[at] in _words("moving")
    if flight := _flight(wording, at):
        yield at, flight
    homeward = [i for i in wording.children[at] if wording.dep[i] == "advmod" and moving]  # "home from school"
    for child in (*wording.children[at], *(j for i in homeward for j in wording.children[i])):
        label, lemma = wording.dep[child], wording.lemma[child]
        if label == "dobj" and (entering or wording.lemma[at] in _words("exiting")):
            yield child, "to" if entering else "from"
        elif label == "advmod" and moving and lemma in _words("homes"):
            yield child, "to"
        elif label == "prep" and (moving or (entering and lemma == "at")):
            way = "from" if lemma in _words("from") else "to" if entering or lemma in _words("to") else ""
            below = [j for i in (child, *wording.children[child]) for j in wording.children[i]]
            yield from ((i, way) for i in below if way and wording.dep[i] == "pobj" and wording.head[i] <= child + 1)


WAY_RELATIONS: tuple[Relation, ...] = (
    Relation("way", "description", _find, have_other_values, "nobody goes both ways at a time"),
)
