"""Who did an act that one does once: who wrote the letter, called the police, took the picture.

Whom one report names another tells by role or pronoun, and mostly they are one. So two are told apart only where
nothing can make them one: a man and a woman, somebody and his or her own kin, two named persons.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

from variorum.collate.compare.names import compare_names
from variorum.collate.differences import Unit, unit_of
from variorum.collate.findings.facts.conditions.moods import is_open
from variorum.collate.findings.facts.conditions.predications import ANY, Predication, find_predications, named_at
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.means.bearing import possessor_of
from variorum.collate.findings.facts.means.kinds_told import is_background
from variorum.collate.findings.facts.means.means import year_of
from variorum.collate.findings.facts.named import is_person
from variorum.collate.findings.facts.persons.persons import Persons, persons_of, words_of
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.senses import is_kind_of
from variorum.lang.tables import load_keys, load_table, load_words
from variorum.text.names import men_and_women

_kin = partial(load_keys, "en", "persons", "kin")
_SEXES = {"he": "male", "himself": "male", "she": "female", "herself": "female"}
_NARROWING = ("compound", "poss", "nmod", "nummod")


def _find(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the doers of acts that are done once; who is said to have done one is told in a claim as well."""
    persons, year, sexes = persons_of(wordings), year_of(wordings), _sexes_of_named(wordings)
    for told in find_predications(wordings):
        wording, word = wordings[told.wording], told.thing if told.passive else told.subject
        thing = told.noun if told.noun is not None else told.subject if told.passive else told.thing
        if (
            word is None
            or thing is None
            or not _is_once(wording, told, word, thing)
            or not _is_done(wording, told, word, thing)
        ):
            continue
        name, sex, owner = _told_of(wording, told, word, persons)
        sex = sex or sexes.get(name, "")
        if (name or sex or owner) and not is_background(wording, year):
            done_to = sorted(wording.key[i] for i in wording.children[thing] if wording.dep[i] in _NARROWING)
            about = " ".join((told.name, "" if told.noun is not None else told.patient, *done_to))
            yield Fact(about, _side(wording, told, word), f"{name}|{sex}|{owner}")


@cache
def _once() -> Mapping[str, frozenset[str]]:
    table: Mapping[str, str] = load_table("en", "doers")["once"]
    return {verb: frozenset(things.split()) for verbs, things in table.items() for verb in verbs.split()}


def _is_once(wording: Wording, told: Predication, word: int, thing: int) -> bool:
    things = _once().get(told.name, frozenset())
    if told.is_state or not things or told.noun is not None:
        return "*" in things and told.noun is not None
    if told.patient in ("", ANY) or (wording.tag[thing] == "NNS" and "police" not in things):
        return False
    if "person" in things:  # a gunman kills one woman here and another one there
        known = is_kind_of(told.patient, "person") and told.patient not in load_words("en", "doers", "anybody")
        return known or is_person(named_at(wording, thing))
    if "police" in things and any(wording.lemma[i] in ("a", "an", "one", "some") for i in wording.children[word]):
        return False  # many a witness calls
    return bool(things & {told.patient, wording.lemma[thing], wording.word(thing)})


def _is_done(wording: Wording, told: Predication, word: int, thing: int) -> bool:
    """Whether an act is told as done, by one who is told alone, and not as one of several."""
    beside = {wording.lemma[i] for at in (told.verb, word, thing) for i in wording.children[at]}
    joined = any(wording.dep[i] == "conj" for i in (word, *wording.children[word]))
    open_ = joined or "?" in wording.text or is_open(wording, told.verb)
    return (
        told.way != "denied" and told.when == "past" and not open_ and not beside & load_words("en", "doers", "again")
    )


def _told_of(wording: Wording, told: Predication, word: int, persons: Persons) -> tuple[str, str, str]:
    """What tells the doer from others: a name, a sex, and whose kin it is; each empty where untold."""
    inside = (i for i in range(told.verb, len(wording)) if told.verb in wording.above(i, 5))
    sex = next((_SEXES[wording.lemma[i]] for i in inside if wording.lemma[i] in ("himself", "herself")), "")
    if (name := _name_of(wording, word)) is not None:
        return persons.key_of(wording, name) or "", sex, ""
    if wording.pos[word] != "NOUN":
        return "", _SEXES.get(wording.lemma[word], ""), ""
    beside = {wording.lemma[i] for i in (word, *wording.children[word])}
    found = (each for each in ("male", "female") if beside & load_words("en", "bearers", "sexes", each))
    owner = possessor_of(wording, word) if wording.lemma[word] in _kin() else None
    owned = named_at(wording, owner) if owner is not None else None
    if owned is not None and is_person(owned):
        return "", next(found, sex), persons.key_of(wording, owned) or ""
    return "", next(found, sex), (persons.taken_up(told.wording, owner) or "") if owner is not None else ""


def _sexes_of_named(wordings: Sequence[Wording]) -> dict[str, str]:
    (men, women), persons = men_and_women(), persons_of(wordings)
    named = ((wordings[each.number], each.name) for each in persons.named)
    firsts = {persons.key_of(*each) or "": words[0] for each in named if len(words := words_of(*each)) > 1}
    return {
        key: "male" if word in men else "female" for key, word in firsts.items() if (word in men) != (word in women)
    }


def _name_of(wording: Wording, word: int) -> Value | None:
    """The name of a person that a word is part of or that stands behind it: "Berg's doctor" is not Berg."""
    name = named_at(wording, word)
    return name if name is not None and is_person(name) and word < name.end else None


def _side(wording: Wording, told: Predication, word: int) -> Side:
    if (value := _name_of(wording, word)) is not None:
        return Side(told.wording, unit_of(value))
    left = (i for i in wording.children[word] if i < word and wording.dep[i] in ("poss", "compound", "amod"))
    return Side(told.wording, Unit(min(left, default=word), word + 1, None))


def _are_two(one: Stated, other: Stated) -> bool:
    """Whether two doers of one act cannot be one person, and no years are told that make it two acts."""
    (name, sex, owner), (name_other, sex_other, owner_other) = (each.fact.value.split("|") for each in (one, other))
    years = [{v.time.value[:4] for v in each.wording.values if v.time is not None} for each in (one, other)]
    if all(years) and years[0].isdisjoint(years[1]):
        return False
    if name and name_other and compare_names(name, name_other).outcome == "differs":
        return True
    own_kin = (owner and owner == name_other) or (owner_other and owner_other == name)
    return bool(own_kin) or (bool(sex and sex_other) and sex != sex_other)


DOER_RELATIONS: tuple[Relation, ...] = (
    Relation("doer", "description", _find, _are_two, "one act has one doer, and these cannot be one"),
)
