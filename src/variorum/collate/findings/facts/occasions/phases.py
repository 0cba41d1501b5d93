"""At which point something happened, and how far: after take-off or on landing, on the way home or from there, at once.

Words are in `lang/en/phases.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.conditions.conditions import whose_state
from variorum.collate.findings.facts.conditions.moods import is_open
from variorum.collate.findings.facts.conditions.noun_acts import with_particle
from variorum.collate.findings.facts.conditions.predications import ANY, Predication, find_predications
from variorum.collate.findings.facts.fact import Fact, Relation, Stated, have_other_values
from variorum.collate.findings.facts.means.kinds_told import is_background
from variorum.collate.findings.facts.means.means import year_of
from variorum.collate.findings.facts.named import is_person, name_at
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.senses import is_kind_of
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "phases", "words")
_STEPS = 4
# Words from what joins an end of a journey to it: "shortly after a late take-off".
_NEAR = 4
_TOGETHER = ({"scene", "hospital"}, {"later", "hospital"})


def _find_journeys(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield at which end of its journey something came to grief: "crashed after take-off", "crashed as it landed"."""
    year = year_of(wordings)
    for number, wording in enumerate(wordings):
        for index, lemma in enumerate(wording.lemma):
            told = _end_of_journey(wording, index) if lemma in _ends() else None
            verb = _mishap_above(wording, index) if told is not None else None
            if told is not None and verb is not None and not is_background(wording, year):
                yield Fact("", Side(number, Unit(told[0], index + 1, None)), told[1])


@cache
def _ends() -> frozenset[str]:
    return frozenset(each.split("_")[0] for each in _words("leaving") | _words("arriving"))


def _end_of_journey(wording: Wording, index: int) -> tuple[int, str] | None:
    """The end of a journey at a word, with the word that joins it to what happened there: "after takeoff"."""
    verbal = wording.pos[index] == "VERB"
    name = with_particle(wording, index) if verbal else wording.lemma[index]
    end = "start" if name in _words("leaving") else "end" if name in _words("arriving") else ""
    above = wording.head[index]
    joining = [above] if wording.dep[index] in ("pobj", "pcomp") else []
    if verbal:
        joining += [i for i in wording.children[index] if wording.dep[i] in ("mark", "advmod")]
        if wording.dep[index] == "xcomp" and wording.lemma[above] in _words("trying"):
            joining += [above, *(i for i in wording.children[above] if wording.dep[i] == "mark")]
        subject = next((i for i in wording.children[index] if wording.dep[i] == "nsubj"), None)
        if subject is not None and not _is_vehicle(wording, subject):
            return None
    marks = {wording.lemma[i] for i in joining}
    if not end or "before" in marks or ("after" in marks and end == "end") or not marks & _words("joining"):
        return None
    first = min(i for i in joining if wording.lemma[i] in _words("joining"))
    return (first if 0 < index - first <= _NEAR else index), end


def _mishap_above(wording: Wording, index: int) -> int | None:
    """The verb that tells what befell something at an end of its journey; None where it is told of no vehicle."""
    for above in wording.above(index, _STEPS):
        if wording.pos[above] == "VERB" and with_particle(wording, above) in _words("mishaps"):
            subject = wording.subject_of(above)
            told = subject is not None and _is_vehicle(wording, subject) and not wording.is_denied(above)
            return above if told else None
    return None


def _is_vehicle(wording: Wording, index: int) -> bool:
    lemma, name = wording.lemma[index], name_at(wording, index)
    if lemma in ("it", "flight", "which", "that") or (name is not None and name.mention is not None):
        return not is_person(name)
    return is_kind_of(lemma, "vehicle") or is_kind_of(lemma, "craft")


def _find_ways(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield whether somebody was on the way to a place or from it, under who it is and the place."""
    for told in find_predications(wordings):
        wording = wordings[told.wording]
        for under_way in _under_way(wording, told):
            who = _who_goes(wording, told, under_way)
            if who in ("", ANY) or told.way == "denied":
                continue
            for place, way in _places(wording, under_way):
                name = "home" if wording.lemma[place] in _words("homes") else wording.key[place]
                first, end = min(under_way, place), max(under_way, place) + 1
                yield Fact(f"{who} {name}", Side(told.wording, Unit(first, end, None)), way)


def _under_way(wording: Wording, told: Predication) -> Iterator[int]:
    """The verbs of a way that was not at its end when something else came, and the "way" of "on his way".

    "Was leaving the bank", "was shot while leaving the bank".
    """
    verb = told.verb
    if told.is_state or told.noun is not None:
        yield from (told.word,) if told.name == "on_way" else ()
        return
    if _is_going_on(wording, verb):
        yield verb
    for child in wording.children[verb]:
        if wording.dep[child] == "advcl" and _is_going_on(wording, child) and wording.subject_of(child) is None:
            yield child
        elif wording.lemma[child] == "on" and wording.dep[child] == "prep":
            yield from (i for i in wording.children[child] if wording.lemma[i] == "way")


def _is_going_on(wording: Wording, verb: int) -> bool:
    beside = (i for i in wording.children[verb] if wording.dep[i] in ("aux", "mark", "advmod"))
    return wording.tag[verb] == "VBG" and any(wording.lemma[i] in _words("going_on") for i in beside)


def _who_goes(wording: Wording, told: Predication, under_way: int) -> str:
    """Who is under way: of "the train derailed as it was leaving" whoever the main clause is of."""
    who, above = told.patient if told.passive else told.agent, wording.head[told.verb]
    if who == ANY and wording.dep[told.verb] == "advcl" and under_way == told.verb:
        subject = wording.subject_of(above)
        return told.of.key_of(subject) if subject is not None else ""
    return who


def _places(wording: Wording, at: int) -> Iterator[tuple[int, str]]:
    lemma = wording.lemma[at]
    entering, moving = lemma in _words("entering"), lemma in _words("moving")
    homeward = [i for i in wording.children[at] if wording.dep[i] == "advmod" and moving]  # "home from school"
    for child in (*wording.children[at], *(j for i in homeward for j in wording.children[i])):
        label, preposition = wording.dep[child], wording.lemma[child]
        if label == "dobj" and (entering or lemma in _words("exiting")):
            yield child, "to" if entering else "from"
        elif label == "advmod" and moving and preposition in _words("homes"):
            yield child, "to"
        elif label == "prep" and (moving or (entering and preposition == "at")):
            way = next((each for each in ("to", "from") if preposition in _words(each)), "to" if entering else "")
            below = [j for i in (child, *wording.children[child]) for j in wording.children[i]]
            place = next((i for i in below if wording.dep[i] == "pobj"), None)
            if way and place is not None:
                yield place, way


def _find_deaths(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield whether somebody died at once, was dead on arrival, or died later, under who it is."""
    year = year_of(wordings)
    for told in find_predications(wordings):
        if told.name not in _words("dying") | {"dead", "kill"} or told.way != "affirmed":
            continue
        wording = wordings[told.wording]
        who, moment = whose_state(wording, told), _moment(wording, told)
        if who is not None and moment is not None and not is_background(wording, year):
            first, end = min(told.word, moment[0]), max(told.word, moment[0]) + 1
            yield Fact(who, Side(told.wording, Unit(first, end, None)), moment[1])


def _moment(wording: Wording, told: Predication) -> tuple[int, str] | None:
    """The word that tells when in its course a death came, and the moment: "once", "scene", "arrival", "later"."""
    for child in (*wording.children[told.word], *wording.children[told.verb]):
        lemma = wording.lemma[child]
        place = next((i for i in wording.children[child] if wording.dep[i] == "pobj"), None)
        if lemma in _words("once"):
            return child, "once"
        if place is not None and lemma in ("at", "on", "in"):
            where = wording.key[place]
            if where == "impact" or where in _words("scenes"):
                return place, "once" if where == "impact" else "scene"
            if where == "arrival":
                return place, "arrival"
        if told.name not in _words("dying"):
            continue  # who was found dead later may have died at once
        if lemma in _words("later"):
            return child, "later"
        if place is not None and lemma in ("at", "in") and wording.key[place] in _words("hospitals"):
            return place, "hospital"
    return None


def _are_two_moments(one: Stated, other: Stated) -> bool:
    """Whether two moments are not one; the scene and a hospital are told as places."""
    values = {one.fact.value, other.fact.value}
    return len(values) > 1 and bool(values & {"later", "hospital"}) and values not in _TOGETHER


def _find_extents(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield whether something was ruined wholly or harmed in a part only, under what it is."""
    year = year_of(wordings)
    for told in find_predications(wordings):
        whole, harmed = told.name in _words("ruining"), told.name in _words("harming")
        if not (whole or harmed) or told.way == "denied" or told.when != "past":
            continue
        befallen = told.passive or told.is_state or told.noun is not None
        wording, thing = wordings[told.wording], told.subject if befallen else told.thing
        beside = [i for at in (told.word, told.noun) if at is not None for i in wording.children[at]]
        slight = next((i for i in beside if wording.lemma[i] in _words("slightly")), None)
        if (
            thing is None
            or wording.tag[thing] not in ("NN", "NNP")
            or (name := told.agent if told.is_state else told.patient) in ("", ANY)
        ):
            continue
        # "Only slightly damaged" is told as a fact, "nearly destroyed" is not.
        fits = (whole and told.way == "affirmed") if slight is None else harmed and not is_open(wording, told.verb)
        if fits and not is_background(wording, year):
            words = (told.word, told.noun or told.word, told.word if slight is None else slight)
            value = "part" if slight is not None else "whole"
            yield Fact(name, Side(told.wording, Unit(min(words), max(words) + 1, None)), value)


PHASE_RELATIONS: tuple[Relation, ...] = (
    Relation("end of a journey", "description", _find_journeys, have_other_values, "it cannot come at both ends"),
    Relation("way", "description", _find_ways, have_other_values, "nobody goes both ways at a time"),
    Relation("moment of death", "status", _find_deaths, _are_two_moments, "one dies but once"),
    Relation("extent of harm", "status", _find_extents, have_other_values, "a part of it is not the whole"),
)
