"""States of one person or thing that exclude each other, and acts that one report tells and another denies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial

from variorum.collate.compare.words import relation_of_words
from variorum.collate.differences import Unit
from variorum.collate.findings.facts.conditions.comments import find_comments
from variorum.collate.findings.facts.conditions.moods import helping_of, may_deny
from variorum.collate.findings.facts.conditions.nobody import NOBODY_RELATIONS
from variorum.collate.findings.facts.conditions.noun_acts import noun_act
from variorum.collate.findings.facts.conditions.predications import (
    ANY,
    Predication,
    find_predications,
    is_out_of,
    named_at,
)
from variorum.collate.findings.facts.fact import Fact, Relation, Stated, have_other_values
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording, denying_words
from variorum.lang.senses import is_kind_of, load_senses
from variorum.lang.tables import load_keys, load_table, load_words

# Letters that two words formed of one begin with.
_LEAST_STEM = 4
# Words from a noun to the figure that tells which one it is.
_REACH = 4
# Words from a helping verb to its verb ("has not yet said").
_ADVERBS = 4
# Words, and steps up, from an act to the verb that denies it.
_NEAR = 8
_STEPS = 4
_words = partial(load_words, "en", "conditions", "words")
_grades = partial(load_keys, "en", "conditions", "grades")


def _find(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the acts, the states and the grades of what sentences tell, which are read but once."""
    told = list(find_predications(wordings))
    yield from _find_acts(wordings, told)
    yield from _find_states(wordings, told)
    yield from _find_grades(wordings, told)
    yield from find_comments(wordings, told, partial(_side, wordings))


def _exclude(one: Stated, other: Stated) -> bool:
    """Whether two facts of one thing exclude each other, by what they are of."""
    kind = one.fact.about.split(" ", 1)[0]
    return _EXCLUDING[kind](one, other)


def _find_acts(wordings: Sequence[Wording], all_told: Sequence[Predication]) -> Iterator[Fact]:
    """Yield what is told of each act that some sentence denies; `about` is one for all that tell of it."""
    by_name: dict[str, list[Predication]] = defaultdict(list)
    for told in all_told:
        # "Had a gun" is read with its states, "is under attack" is an act told by a noun.
        elsewhere = told.name in _states() if told.noun is not None else _is_under(told.name)
        if told.name not in _words("saying") and not elsewhere:
            by_name[told.name].append(told)
    denying = {number for number, wording in enumerate(wordings) if may_deny(wording)}
    for name, alike in sorted(by_name.items()):
        if len(alike) == 1 or not any(told.wording in denying and told.way == "denied" for told in alike):
            continue
        for group in _groups(wordings, [told for told in alike if told.way != "soft"]):
            about = f"act {name} {group[0].wording} {group[0].word}"
            for told in group:
                yield Fact(about, _side(wordings, told), f"{told.way} {told.when}")


def _is_under(name: str) -> bool:
    return name.startswith("under_") and noun_act(name.removeprefix("under_")) is not None


def _groups(wordings: Sequence[Wording], told: Sequence[Predication]) -> Iterator[list[Predication]]:
    """The denials of one act, each with all that tell of it; denials of one act stand together."""
    groups: list[list[Predication]] = []
    for denial in (each for each in told if each.way == "denied" and _is_whole(wordings, each)):
        beside = [each for each in told if each is not denial and _are_of_one(wordings, denial, each)]
        if not beside:
            continue
        known = next((group for group in groups if denial in group), None)
        if known is None:
            groups.append([denial, *beside])
        else:
            known.extend(each for each in beside if each not in known)
    yield from groups


def _is_whole(wordings: Sequence[Wording], denial: Predication) -> bool:
    """Whether a denial holds for good: "has not been released" is over once it is."""
    if not denial.lasting or denial.name not in _words("coming"):
        return True
    wording = wordings[denial.wording]
    return any(wording.lemma[i] in ("never", "any") for i in range(len(wording)))


def _are_of_one(wordings: Sequence[Wording], one: Predication, other: Predication) -> bool:
    """Whether two tell of one act of one on one: nobody and nothing in both that differ, and somebody the same."""
    if bool(one.patient) != bool(other.patient) or one.is_state != other.is_state:
        return False
    # "Holm did not fire the shot" says nothing of whether it was fired.
    untold = bool(one.agent) and not other.agent
    if other.way == "affirmed" and (untold or _may_be_later(wordings, one, other)):
        return False
    agents = _match(wordings, (one, one.agent), (other, other.agent))
    patients = _match(wordings, (one, one.patient), (other, other.patient))
    if False in (agents, patients):
        return False
    settings, others = (_settings(wordings[each.wording], (each.word, each.thing)) for each in (one, other))
    if _clash(settings, others):
        return False
    if one.name in _words("light"):
        return bool(agents and patients)
    if one.is_state and "_" in one.name and ANY in (one.agent, other.agent):
        return settings.keys() == others.keys()  # "it was not a suicide attack"
    if one.patient:
        is_untold = ANY in (one.patient, other.patient) or (
            one.patient == other.patient and _is_the(wordings, one, other)
        )
        return bool(patients) or (is_untold and bool(agents))
    return bool(agents) and settings.keys() <= others.keys()


def _is_the(wordings: Sequence[Wording], *both: Predication) -> bool:
    """Whether what two acts of one befall is told with "the" or the like: "the service", "the Norvik service"."""
    things = [(wordings[told.wording], told.subject if told.passive else told.thing) for told in both]
    return all(
        thing is not None and any(wording.lemma[i] in _words("definite") for i in wording.children[thing])
        for wording, thing in things
    )


def _may_be_later(wordings: Sequence[Wording], denial: Predication, act: Predication) -> bool:
    """Whether an act has a day of its own, which may come after "has not": "has not sold it", "sold it on Tuesday"."""
    wording, act_wording = wordings[denial.wording], wordings[act.wording]
    if not denial.lasting or any(lemma in ("never", "any") for lemma in wording.lemma):
        return False
    return any(value.time is not None for value in act_wording.values)


def _settings(wording: Wording, words: Iterable[int | None]) -> dict[str, str]:
    """What some words are told with, by preposition: "with a knife", "at the clinic"."""
    found = {}
    for child in (i for word in words if word is not None for i in wording.children[word] if wording.dep[i] == "prep"):
        for below in wording.children[child]:
            at = wording.value_at.get(below)
            if wording.dep[below] == "pobj" and wording.pos[below] != "PRON" and (at is None or at.time is None):
                found[wording.lemma[child]] = wording.key[below]
    return found


def _clash(settings: Mapping[str, str], others: Mapping[str, str]) -> bool:
    return any(not _fit(settings[each], others[each]) for each in settings.keys() & others.keys())


def _fit(one: str, other: str) -> bool:
    return _is_formed_alike(one, other) or relation_of_words(one, other) in ("same", "wider")


def _is_formed_alike(one: str, other: str) -> bool:
    """Whether two words are one or formed of one: "expand", "expansion"."""
    shorter = min(one, other, key=len)
    least = max(_LEAST_STEM, len(shorter) - 1)
    return one == other or (len(shorter) >= least and one[:least] == other[:least])


def _match(wordings: Sequence[Wording], one: tuple[Predication, str], other: tuple[Predication, str]) -> bool | None:
    """Whether two keys are of one; None where one of them is untold or nothing tells."""
    (told, key), (told_other, key_other) = one, other
    if not key or not key_other or ANY in (key, key_other):
        return None
    figures = _figure(wordings, told, key), _figure(wordings, told_other, key_other)
    if all(figures) and figures[0] != figures[1]:
        return False  # "did not take 200,000", "took 100,000"
    names = _names_beside(wordings, told, key), _names_beside(wordings, told_other, key_other)
    if names[0] != names[1] and not (names[0] & names[1]):
        if all(names):
            return False
        if any(not each.startswith("#") for each in names[0] | names[1]):
            return None  # "the Norvik station" is not any station; "three stations" and "any stations" may be one
    words, words_other = (set(each.replace("-", " ").split()) for each in (key, key_other))
    if words <= words_other or words_other <= words:
        return True
    return _is_formed_alike(key, key_other) or relation_of_words(key, key_other) == "same"


def _figure(wordings: Sequence[Wording], told: Predication, key: str) -> str:
    """The figure that stands for what an act befalls, as it was read; empty where none does."""
    wording, of_subject = wordings[told.wording], (key == told.patient) == told.passive
    word = told.subject if of_subject else told.thing
    value = wording.value_at.get(word) if word is not None else None
    if value is None or value.mention is not None or value.time is not None:
        return ""
    return wording.words(value.first, value.end).casefold()


def _names_beside(wordings: Sequence[Wording], told: Predication, key: str) -> frozenset[str]:
    """The names and numbers that narrow a common noun: "the Norvik station", "the second station"."""
    wording = wordings[told.wording]
    of_subject = (key == told.patient) == told.passive
    word = told.subject if of_subject else told.thing
    if word is None or word in wording.value_at:
        return frozenset()
    return frozenset(
        wording.key[i]
        for i in wording.children[word]
        if wording.dep[i] in ("compound", "nmod", "poss", "amod", "nummod")
        and (wording.pos[i] in ("PROPN", "NUM") or i in wording.value_at or wording.lemma[i] in _words("other"))
    )


def _acts_exclude(one: Stated, other: Stated) -> bool:
    (way, when), (way_other, when_other) = one.fact.value.split(), other.fact.value.split()
    if {way, way_other} != {"affirmed", "denied"}:
        return False
    # "Is selling it" tells of what is to come too.
    going_on = {when, when_other} == {"now", "ahead"} and "now" in (when if way == "affirmed" else when_other)
    return when == when_other or "ever" in (when, when_other) or (going_on and _is_going_on(one, other))


def _is_going_on(one: Stated, other: Stated) -> bool:
    """Whether the one of two acts that is told as a fact is told in the progressive."""
    told = one if one.fact.value.startswith("affirmed") else other
    return any(told.wording.tag[i] == "VBG" for i in told.fact.side.unit.range)


def _side(wordings: Sequence[Wording], told: Predication) -> Side:
    """The stretch that tells it: from what denies it or a helping verb before it up to the word itself."""
    wording, first = wordings[told.wording], told.word
    if wording.dep[told.word] == "relcl" and told.verb != told.word:
        first = min(told.verb, told.word)  # "is not the one who fired"
    elif wording.dep[wording.head[told.word]] == "prep" and told.is_state:
        first = wording.head[told.word]  # "in custody", "on the run"
        first = wording.head[first] if is_out_of(wording, first) else first
    elif wording.dep[told.word] == "xcomp" and wording.lemma[wording.head[told.word]] in _words("planning"):
        first = min(first, wording.head[told.word])  # "plans to sell"
    elif told.way == "denied" and wording.lemma[wording.head[told.word]] in _words("looking"):
        first = min(first, wording.head[told.word])  # "did not appear to attack"
    while first > 0 and (wording.dep[first - 1] in ("aux", "auxpass", "neg") or wording.lemma[first - 1] == "not"):
        first -= 1
    helping = [i for i in helping_of(wording, told.verb) if first - _ADVERBS <= i < first]
    if helping and all(wording.dep[i] in ("aux", "auxpass", "neg", "advmod") for i in range(min(helping), first)):
        first = min(helping)  # "has not yet commented"
    if told.way == "denied" and not any(wording.dep[i] == "neg" for i in range(first, told.word)):
        denying = {"deny"} | denying_words()
        above = [i for i in wording.above(told.word, _STEPS) if first - _NEAR <= i < first]
        first = next((i for i in above if wording.lemma[i] in denying), first)  # "denied that it was in talks"
    if told.noun is not None:
        edges = (first, told.word, told.noun, *(i for i in wording.children[told.noun] if wording.dep[i] == "det"))
        if max(edges) - min(edges) <= _NEAR:
            return Side(told.wording, Unit(min(edges), max(edges) + 1, None))
    after = told.word + 1
    particle = after < len(wording) and (
        wording.lemma[after] == told.name.partition("_")[2] or wording.dep[after] == "prt"
    )
    return Side(told.wording, Unit(first, told.word + 1 + particle, None))


def _find_states(wordings: Sequence[Wording], all_told: Sequence[Predication]) -> Iterator[Fact]:
    for told in all_told:
        known = _states().get(told.name)
        if known is None or told.way == "soft":
            continue
        who, (row, side) = whose_state(wordings[told.wording], told), known.split()
        if row in _words("passing") and _is_a_step(wordings[told.wording], told.verb):
            continue
        # A gun is fired too.
        if who is not None and (row != "leaving" or _may_be_person(who)):
            yield Fact(f"state {row} {who}", _side(wordings, told), f"{side} {told.way} {told.when}")


def _is_a_step(wording: Wording, verb: int) -> bool:
    """Whether a sentence tells what came next, so that another moment's state may be another: "soon after, ..."."""
    adverbs = [i for i in wording.children[verb] if wording.dep[i] == "advmod"]
    return any(wording.lemma[i] in _words("next") for above in adverbs for i in (above, *wording.children[above]))


def whose_state(wording: Wording, told: Predication) -> str | None:
    """Return whose state it is: of a verb that befalls one its object, else its subject; None where not known."""
    does = told.is_state or told.name in _words("own")
    if does and told.passive:
        return None
    key, word = (told.agent, told.subject) if does else (told.patient, told.subject if told.passive else told.thing)
    if key in ("", ANY) or word is None:
        return None
    if (named := named_at(wording, word)) is not None:
        return key if named.first <= word < named.end else key.split()[-1]
    if word in wording.value_at:
        return None
    if wording.pos[word] == "PRON":
        return key
    definite = any(
        wording.lemma[i] in _words("definite") for i in wording.children[word] if wording.dep[i] in ("det", "poss")
    )
    if wording.tag[word] != "NN" or key in _words("anybody"):
        return None
    if not definite:
        figures = [wording.key[i] for i in range(word, min(len(wording), word + _REACH)) if wording.key[i][:1] == "#"]
        return f"{key} {figures[0]}" if figures else None  # "an offer of 5.2 percent"
    return key


def _may_be_person(key: str) -> bool:
    """Whether a key is no thing's: a common noun for a person, or a word that is no common noun."""
    return is_kind_of(key, "person") or not load_senses().word(key).senses


@cache
def _states() -> Mapping[str, str]:
    return {
        word: f"{row} {number}"
        for row, sides in load_table("en", "conditions")["states"].items()
        for number, words in enumerate(sides)
        for word in words.split()
    }


def _states_exclude(one: Stated, other: Stated) -> bool:
    (side, way, when), (side_other, way_other, when_other) = one.fact.value.split(), other.fact.value.split()
    row = one.fact.about.split()[1]
    ahead = "ahead" in (when, when_other)
    if when != when_other and not (ahead and row in _words("planned")) and (ahead or row in _words("passing")):
        return False
    if _clash(*(_settings(each.wording, each.fact.side.unit.range) | _weapon(each) for each in (one, other))):
        return False
    if way == way_other:
        return way == "affirmed" and side != side_other
    return side == side_other


def _weapon(stated: Stated) -> dict[str, str]:
    """What somebody has in hand, told like "with a gun"; a weapon of whatever kind fits them all."""
    wording, unit = stated.wording, stated.fact.side.unit
    found = next((wording.lemma[i] for i in unit.range if wording.lemma[i] in _words("weapon")), "weapon")
    return {"with": found} if found != "weapon" else {}


def _find_grades(wordings: Sequence[Wording], all_told: Sequence[Predication]) -> Iterator[Fact]:
    """Yield the grades of the condition that a patient is in: "critical", "serious but stable"."""
    for told in all_told:
        if told.name != "in_condition" or told.way != "affirmed":
            continue
        wording = wordings[told.wording]
        grades = sorted({known for i in range(told.verb, told.word) if (known := _grades().get(wording.lemma[i]))})
        who = whose_state(wording, told)
        if who is not None and grades:
            first = next(i for i in range(told.verb, told.word) if wording.lemma[i] in _grades())
            yield Fact(f"condition {who}", Side(told.wording, Unit(first, told.word, None)), " ".join(grades))


def _grades_exclude(one: Stated, other: Stated) -> bool:
    grades = set(one.fact.value.split()), set(other.fact.value.split())
    return grades[0].isdisjoint(grades[1])


_EXCLUDING = {
    "act": _acts_exclude,
    "state": _states_exclude,
    "condition": _grades_exclude,
    "comment": have_other_values,
}

CONDITION_RELATIONS: tuple[Relation, ...] = (
    Relation("states and acts", "status", _find, _exclude),
    *NOBODY_RELATIONS,
)
