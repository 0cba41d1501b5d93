"""Acts that one report tells and another denies: of one act are tellings of one on one, with nothing that differs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Literal

from variorum.collate.compare.words import relation_of_words
from variorum.collate.differences import Unit
from variorum.collate.findings.facts.conditions.moods import denials_at, helping_of, may_deny
from variorum.collate.findings.facts.conditions.noun_acts import noun_act
from variorum.collate.findings.facts.conditions.predications import (
    ANY,
    Predication,
    act_name,
    find_predications,
    is_out_of,
    named_at,
)
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.named import is_person
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording, denying_words
from variorum.lang.senses import is_kind_of, load_senses
from variorum.lang.tables import load_words

# Letters that two words formed of one begin with.
_LEAST_STEM = 4
# Words from a helping verb to its verb ("has not yet said").
_ADVERBS = 4
# Words, and steps up, from an act to the verb that denies it.
_NEAR = 8
_STEPS = 4
_words = partial(load_words, "en", "conditions", "words")


def find_acts(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield what is told of each act that some sentence denies; `about` is one for all that tell of it."""
    by_name: dict[str, list[Predication]] = defaultdict(list)
    for told in find_predications(wordings):
        # "Is under attack" is read as an act told by a noun.
        elsewhere = told.noun is None and told.name.startswith("under_") and noun_act(told.name.removeprefix("under_"))
        if told.name not in _words("saying") | _words("occurring") and not elsewhere:
            by_name[told.name].append(told)
    denying = {number for number, wording in enumerate(wordings) if may_deny(wording)}
    for name, alike in sorted(by_name.items()):
        if not any(told.wording in denying and told.claim == "denied" for told in alike):
            continue
        others = [told for other in sorted(_alike_verbs(name) & by_name.keys() - {name}) for told in by_name[other]]
        firm = [told for told in (*alike, *others) if told.claim != "soft"]
        for group in _groups(wordings, firm, name):
            about = f"act {name} {group[0].wording} {group[0].word}"
            for told in group:
                if (voice := _voice(wordings, firm, group, told)) is not None:
                    yield Fact(about, side_of(wordings, told), f"{told.claim} {told.when} {voice}")


@cache
def _alike_verbs(name: str) -> frozenset[str]:
    """The other verbs that have a sense in common with one; of a verb that says little none."""
    if name in _words("light"):
        return frozenset()
    senses = load_senses()
    near = {act_name(word) for number in senses.word(name).senses for word in senses.sense(number).words}
    return frozenset(near - _words("light") - _words("saying"))


def _groups(wordings: Sequence[Wording], told: Sequence[Predication], name: str) -> Iterator[list[Predication]]:
    """The denials of one act, each with all that tell of it; denials of one act stand together."""
    groups: list[list[Predication]] = []
    for denial in (each for each in told if each.claim == "denied"):
        if denial.name != name:
            continue
        beside = [each for each in told if each is not denial and _are_of_one(wordings, denial, each)]
        if not beside:
            continue
        known = next((group for group in groups if denial in group), None)
        if known is None:
            groups.append([denial, *beside])
        else:
            known.extend(each for each in beside if each not in known)
    yield from groups


def _voice(
    wordings: Sequence[Wording], firm: Sequence[Predication], group: Sequence[Predication], told: Predication
) -> str | None:
    """In whose voice an act is told: the report's "own", "said", or "disputed" by somebody whose rivals are told too.

    None where a report tells it as somebody's words beside a denial, be it of whom it may: what it tells is that it is
    denied.
    """
    beside = group if told.way != "soft" else firm
    reports = wordings[told.wording].reports
    rivals = [each for each in beside if each.claim != told.claim and wordings[each.wording].reports & reports]
    if not rivals:
        return "said" if told.said else "own"
    if told.claim == "affirmed":
        denying = frozenset().union(*(wordings[each.wording].reports for each in rivals))
        return None if told.said and reports <= denying else "own"
    return "disputed" if told.said else "own"


def _exclude(one: Stated, other: Stated) -> bool:
    """Whether one of two facts tells an act of one time and the other denies it."""
    (way, when, voice), (way_other, when_other, voice_other) = one.fact.value.split(), other.fact.value.split()
    if {way, way_other} != {"affirmed", "denied"} or {voice, voice_other} == {"said", "disputed"}:
        return False
    # "Is selling it" tells of what is to come too.
    going_on = {when, when_other} == {"now", "ahead"} and _is_going_on(one if when == "now" else other)
    return when == when_other or "ever" in (when, when_other) or going_on


def _is_going_on(told: Stated) -> bool:
    """Whether an act is told in the progressive: "is selling it", "denied that it is being sold"."""
    wording, unit = told.wording, told.fact.side.unit
    last = max((i for i in unit.range if wording.pos[i] == "VERB"), default=unit.range[0])
    return wording.tag[last] == "VBG" or any(wording.word(i) == "being" for i in unit.range)


def _are_of_one(wordings: Sequence[Wording], one: Predication, other: Predication) -> bool:
    """Whether two tell of one act of one on one: nothing in both that differs, and somebody the same."""
    if one.name in _words("objectless") and one.name == other.name:
        return bool(_match(wordings, (one, one.agent), (other, other.agent)))
    by_noun = one.noun is not None and other.noun is not None
    # "Holm did not fire the shot" says nothing of whether it was fired, nor is it "the shot was not fired".
    untold = bool(one.agent) != bool(other.agent) and (bool(one.agent) or other.claim == "denied")
    if untold or (other.claim == "affirmed" and _may_be_later(wordings, one, other)):
        return False
    agents = _match(wordings, (one, one.agent), (other, other.agent))
    patients = _match(wordings, (one, one.patient), (other, other.patient))
    unlike = one.is_state != other.is_state or (bool(one.patient) != bool(other.patient) and not by_noun)
    if unlike or agents is False or patients is False:
        return False
    settings, others = (settings_of(wordings[each.wording], (each.word, each.thing)) for each in (one, other))
    if clash(settings, others):
        return False
    wider = settings.keys() <= others.keys()
    if one.name != other.name or (one.name in _words("light") and not by_noun):
        # Verbs that only have one sense in common tell of one act where all else is the same.
        return bool(agents and (patients or not one.patient)) and (wider or one.name == other.name)
    if one.is_state and "_" in one.name and ANY in (one.agent, other.agent):
        return settings.keys() == others.keys()  # "it was not a suicide attack"
    if one.patient and other.patient:
        is_untold = ANY in (one.patient, other.patient) or (
            one.patient == other.patient and _is_the(wordings, one, other)
        )
        return bool(patients) or (is_untold and bool(agents))
    return _are_of_one_noun(wordings, one, other, agents) if by_noun else bool(agents) and wider


def _are_of_one_noun(wordings: Sequence[Wording], one: Predication, other: Predication, agents: bool | None) -> bool:
    """Whether two acts that nouns tell are one where not both tell whom it befalls."""
    if not one.agent and not one.patient:
        return noun_act(wordings[one.wording].lemma[one.noun or 0]) is None  # "no biopsy was ever done"
    # "Dr Holm did not take a selfie" and "the doctor took a selfie" are of one act, if not of many.
    return bool(agents) or _is_role_of(wordings, (one, one.agent), (other, other.agent)) is not None


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
    own = denials_at(wording, denial.verb)  # what "claims that he had" denies was never so
    if not denial.lasting or not own or any(lemma in ("never", "any") for lemma in wording.lemma):
        return False
    return any(value.time is not None for value in act_wording.values)


def settings_of(wording: Wording, words: Iterable[int | None]) -> dict[str, str]:
    """Return what some words are told with, by preposition: "with a knife", "at the clinic"."""
    found = {}
    for child in (i for word in words if word is not None for i in wording.children[word] if wording.dep[i] == "prep"):
        for below in wording.children[child]:
            at = wording.value_at.get(below)
            if wording.dep[below] == "pobj" and wording.pos[below] != "PRON" and (at is None or at.time is None):
                found[wording.lemma[child]] = wording.key[below]
    return found


def clash(settings: Mapping[str, str], others: Mapping[str, str]) -> bool:
    """Return whether two tellings name two things behind one preposition."""
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
    if (role := _is_role_of(wordings, one, other)) is not None:
        return role == "theirs" or None
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


def _word_of(told: Predication, key: str) -> int | None:
    """The word that a key was read from."""
    return told.subject if (key == told.patient) == told.passive else told.thing


def _is_role_of(
    wordings: Sequence[Wording], one: tuple[Predication, str], other: tuple[Predication, str]
) -> Literal["theirs", "unknown"] | None:
    """Whether a noun is what whoever or whatever is named is told to be; None of other words, and of another's role."""
    for (named, name), (bare, noun) in ((one, other), (other, one)):
        wording, other_wording = wordings[named.wording], wordings[bare.wording]
        index, word = _word_of(named, name), _word_of(bare, noun)
        value = None if index is None else named_at(wording, index)
        if value is None or word is None or named_at(other_wording, word) is not None:
            continue
        holders = named.of.people.roles.get(noun, frozenset())
        if holders:
            held = (name.split()[-1] if is_person(value) else name) in holders
            return None if not held else "theirs" if len(holders) == 1 else "unknown"
        known = [
            role
            for role, names in named.of.people.roles.items()
            if name.split()[-1] in names and is_kind_of(role, "person")
        ]
        fits = not known or any(relation_of_words(noun, role) in ("same", "wider") for role in known)
        return "unknown" if fits and is_person(value) and is_kind_of(noun, "person") else None
    return None


def _names_beside(wordings: Sequence[Wording], told: Predication, key: str) -> frozenset[str]:
    """The names and numbers that narrow a common noun: "the Norvik station", "the second station"."""
    wording, word = wordings[told.wording], _word_of(told, key)
    if word is None or word in wording.value_at:
        return frozenset()
    return frozenset(
        wording.key[i]
        for i in wording.children[word]
        if wording.dep[i] in ("compound", "nmod", "poss", "amod", "nummod")
        and (wording.pos[i] in ("PROPN", "NUM") or i in wording.value_at or wording.lemma[i] in _words("other"))
    )


def side_of(wordings: Sequence[Wording], told: Predication) -> Side:
    """Return the stretch that tells it: from what denies it or a helping verb before it up to the word itself."""
    wording, first = wordings[told.wording], told.word
    if wording.dep[wording.head[told.word]] == "prep" and told.is_state:
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
        act_name(f"{wording.lemma[told.word]}_{wording.lemma[after]}") == told.name or wording.dep[after] == "prt"
    )
    return Side(told.wording, Unit(first, told.word + 1 + particle, None))


ACT_RELATIONS: tuple[Relation, ...] = (Relation("acts", "status", find_acts, _exclude),)
