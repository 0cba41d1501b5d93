"""Who did an act that one does once: who wrote the letter, called the police, took the picture.

Whom one report names another tells by role or pronoun, and mostly they are one. So two are told apart only where
nothing can make them one: a man and a woman, somebody and his or her own kin, two kin of one, two named persons.
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
from variorum.collate.points import Wording
from variorum.lang.senses import is_kind_of
from variorum.lang.tables import load_keys, load_table, load_words
from variorum.text.names import men_and_women

_kin = partial(load_keys, "en", "persons", "kin")
_SEXES = {"he": "male", "himself": "male", "she": "female", "herself": "female"}
_AGAIN = frozenset(
    {"also", "too", "again", "later", "previously", "earlier", "then", "first", "second", "never", "nearly"}
)
_NARROWING = ("compound", "amod", "nmod", "nummod", "poss")


def _find(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the doers of acts that are done once; who is said to have done one is told in a claim as well."""
    persons, year = persons_of(wordings), year_of(wordings)
    sexes = _sexes_of_named(wordings, persons)
    for told in find_predications(wordings):
        wording = wordings[told.wording]
        done_to = told.noun if told.noun is not None else told.subject if told.passive else told.thing
        word = told.thing if told.passive else told.subject
        if word is None or done_to is None or not _is_once(wording, told, done_to) or told.way == "denied":
            continue
        beside = {wording.lemma[i] for at in (told.verb, word) for i in wording.children[at]}
        joined = any(wording.dep[i] == "conj" for i in (word, *wording.children[word]))
        if told.when != "past" or beside & _AGAIN or joined or "?" in wording.text or is_open(wording, told.verb):
            continue
        doer = {key: told for key, told in _told_of(wording, told, word, persons).items() if told}
        if doer and not is_background(wording, year):
            doer |= {"sex": sexes[doer["name"]]} if doer.get("name") in sexes else {}
            narrowed = {f"of={wording.key[i]}" for i in wording.children[done_to] if wording.dep[i] in _NARROWING}
            value = "|".join(sorted({*(f"{key}={told}" for key, told in doer.items()), *narrowed}))
            yield Fact(f"{told.name} {told.patient if told.noun is None else ''}", _side(wording, told, word), value)


@cache
def _once() -> Mapping[str, frozenset[str]]:
    table: Mapping[str, str] = load_table("en", "doers")["once"]
    return {verb: frozenset(things.split()) for verbs, things in table.items() for verb in verbs.split()}


def _is_once(wording: Wording, told: Predication, done_to: int) -> bool:
    things = _once().get(told.name, frozenset())
    if told.is_state or not things or told.noun is not None:
        return "*" in things and told.noun is not None
    if told.patient in ("", ANY):
        return False
    several = wording.tag[done_to] == "NNS" and told.name not in ("call", "phone", "alert", "notify", "warn")
    anybody = "person" in things and (is_person(named_at(wording, done_to)) or is_kind_of(told.patient, "person"))
    return not several and (anybody or bool(things & {told.patient, wording.lemma[done_to], wording.word(done_to)}))


def _told_of(wording: Wording, told: Predication, word: int, persons: Persons) -> dict[str, str]:
    """What tells the doer from others: a name, a sex, which kin and whose."""
    inside = (i for i in range(told.verb, len(wording)) if told.verb in wording.above(i, 5))
    sex = next((_SEXES[wording.lemma[i]] for i in inside if wording.lemma[i] in ("himself", "herself")), "")
    name = named_at(wording, word)
    if name is not None and is_person(name):
        return {"name": persons.key_of(wording, name) or "", "sex": sex}
    if wording.pos[word] != "NOUN":
        return {"sex": _SEXES.get(wording.lemma[word], "")}
    beside = {wording.lemma[i] for i in (word, *wording.children[word])}
    found = (each for each in ("male", "female") if beside & load_words("en", "bearers", "sexes", each))
    kin, owner = _kin().get(wording.lemma[word], ""), possessor_of(wording, word)
    owned = wording.value_at.get(owner) if kin and owner is not None else None
    whose = persons.key_of(wording, owned) if owned is not None and is_person(owned) else None
    if kin and owner is not None and owned is None:
        whose = persons.taken_up(told.wording, owner)
    return {"sex": next(found, sex), "kin": f"{whose}'s {kin}" if whose else "", "owner": whose or ""}


def _sexes_of_named(wordings: Sequence[Wording], persons: Persons) -> dict[str, str]:
    men, women = men_and_women()
    named = (
        (persons.key_of(wordings[each.number], each.name), wordings[each.number], each.name) for each in persons.named
    )
    firsts = {key: words[0] for key, wording, name in named if key and len(words := words_of(wording, name)) > 1}
    return {
        key: "male" if word in men else "female" for key, word in firsts.items() if (word in men) != (word in women)
    }


def _side(wording: Wording, told: Predication, word: int) -> Side:
    if (value := named_at(wording, word)) is not None:
        return Side(told.wording, unit_of(value))
    left = (i for i in wording.children[word] if i < word and wording.dep[i] in ("poss", "compound", "amod"))
    return Side(told.wording, Unit(min(left, default=word), word + 1, None))


def _are_two(one: Stated, other: Stated) -> bool:
    """Whether two doers of one act are two, neither of whose things is narrowed by what the other's is not."""
    told, told_other = (set(each.fact.value.split("|")) for each in (one, other))
    of, of_other = ({each for each in all_told if each.startswith("of=")} for all_told in (told, told_other))
    left, right = (
        dict(each.split("=", 1) for each in every if not each.startswith("of=")) for every in (told, told_other)
    )
    years = [{v.time.value[:4] for v in each.wording.values if v.time is not None} for each in (one, other)]
    if not (of <= of_other or of_other <= of) or (all(years) and years[0].isdisjoint(years[1])):
        return False
    own_kin = any(one_of.get("owner", "-") == another.get("name") for one_of, another in ((left, right), (right, left)))
    names = left.get("name"), right.get("name")
    two_names = all(names) and compare_names(names[0] or "", names[1] or "").outcome == "differs"
    kin = {each["kin"] for each in (left, right) if "kin" in each}
    sexes = {each["sex"] for each in (left, right) if "sex" in each}
    return own_kin or two_names or len(sexes) > 1 or (len(kin) > 1 and left["owner"] == right["owner"])


DOER_RELATIONS: tuple[Relation, ...] = (
    Relation("doer", "description", _find, _are_two, "one act has one doer, and these cannot be one"),
)
