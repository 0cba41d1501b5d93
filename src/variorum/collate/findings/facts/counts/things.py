"""How many things of any kind an act is told of: "seized 12 parrots", "the van was carrying 40 parrots"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

from variorum.collate.differences import Unit, unit_of
from variorum.collate.findings.facts.counts.counted_acts import class_of, is_fact, verbs_above
from variorum.collate.findings.facts.counts.counting import is_no_count, narrowed_by, noun_counted
from variorum.collate.findings.facts.counts.counts import exclude_counts, number_of
from variorum.collate.findings.facts.counts.days import day_of_story, other_days
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.measures.measured_apart import are_apart
from variorum.collate.findings.pairs import Side
from variorum.collate.findings.tallies import PEOPLE, is_no_whole, tally_named
from variorum.collate.points import Wording
from variorum.lang.senses import is_kind_of, relation_of
from variorum.lang.tables import load_table, load_words
from variorum.text.fold import fold

_words = partial(load_words, "en", "counts")
_things = partial(_words, "things")
# What stands behind a number that goes before a noun.
_COUNTED = frozenset({"ADJ", "ADV", "NOUN", "PROPN", "VERB"})
# Acts of counts of one class that are told of any thing.
_SHARED = ("cut", "destroyed", "deployed")
# Tallies of things, not of people.
_TALLIES = ("destroyed", "damaged", "cancelled", "signed")
# What things have to do with an act.
_DOING, _UNDERGOING = "doing", "undergoing"


def _find(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield how many things acts are told of; `about` is their kind and what other days a sentence names.

    What a report tells of as many things of one kind is told of the same ones: of several such sentences those count
    whose act another report tells with another number.
    """
    by_kind: dict[str, list[Fact]] = defaultdict(list)
    for fact in _things_told(wordings):
        by_kind[fact.about].append(fact)
    for facts in by_kind.values():
        for fact in facts:
            reports = wordings[fact.side.wording].reports
            alike = [each for each in facts if number_of(each) == number_of(fact)]
            again = [each for each in alike if not wordings[each.side.wording].reports.isdisjoint(reports)]
            others = [each for each in facts if number_of(each) != number_of(fact)]
            if len(again) == 1 or _is_met(fact, others) or not any(_is_met(each, others) for each in again):
                yield fact


def _is_met(fact: Fact, others: Sequence[Fact]) -> bool:
    """Whether one of some facts is of the same act."""
    acts = fact.value.split("|")[0].split()
    return any(_acts_of_both(a, b) for each in others for a in acts for b in each.value.split("|")[0].split())


def _things_told(wordings: Sequence[Wording]) -> Iterator[Fact]:
    story = day_of_story(wordings)
    for number, wording in enumerate(wordings):
        found: dict[str, list[Fact]] = defaultdict(list)
        for value in wording.values:
            quantity = value.quantity
            if quantity is None or quantity.value is None or quantity.kind != "count":
                continue
            thing = _thing_of(wording, unit_of(value))
            if thing is not None:
                about = f"{thing[0]} {other_days(wording.values, story)}"
                found[about].append(Fact(about, Side(number, unit_of(value)), thing[1]))
        yield from (facts[0] for facts in found.values() if len(facts) == 1)


def _thing_of(wording: Wording, unit: Unit) -> tuple[str, str] | None:
    """What a number counts; None for people and what tallies count, for parts, rates and what is no fact.

    First its kind: a class of nouns or a model ("ak47"). Then, before and behind a "|", the acts that it is told of (a
    verb with its particle, and whether the things do it or undergo it: "seize:undergoing"), and what narrows it.
    """
    hub = _noun_of(wording, unit) if wording.has_verb else None
    if hub is None or wording.tag[hub] not in ("NNS", "NNPS") or wording.lemma[hub] in _words("words", "loose"):
        return None
    kind = class_of(wording, hub)
    if kind == PEOPLE or tally_named(wording, hub) is not None or _is_counted_again(wording, unit, hub):
        return None
    if is_no_count(wording, unit, hub) or is_no_whole(wording, unit, hub):
        return None
    verb = wording.verb_above(hub)
    subject = wording.subject_of(verb)
    # "One of the cables links 33 countries" tells of one of several.
    if not is_fact(wording, verb, "") or (subject is not None and wording.lemma[subject] in _things("one_of_several")):
        return None
    model = _model(wording, hub)
    narrowed = narrowed_by(wording, unit, hub)
    # "Speedboats" are "speed boats".
    told = () if model else (key for key in narrowed if not key.endswith(wording.lemma[hub]))
    return model or kind, f"{' '.join(sorted({*_acts(wording, hub)}))}|{' '.join(sorted(told))}"


def _is_counted_again(wording: Wording, unit: Unit, hub: int) -> bool:
    """Whether a bare number goes on with what is counted, or it is so many a year: "200 trucks and then 300"."""
    behind = wording.lemma[hub + 1 : hub + 3]
    if behind[:1] in (["a"], ["an"], ["per"]) and _things("spans") & {*behind}:
        return True
    others = (value for value in wording.values if value.quantity is not None and value.first >= unit.end)
    bare = (value for value in others if _COUNTED.isdisjoint(wording.pos[value.end : value.end + 1]))
    return any(wording.verb_above(each.first) == wording.verb_above(hub) for each in bare)


def _noun_of(wording: Wording, unit: Unit) -> int | None:
    """The noun that a number counts; the parser takes the model in "14 AK-47 rifles" for a number of its own."""
    above = wording.head[unit.end - 1]
    if wording.pos[above] == "NUM" and wording.word(above)[:1].isalpha() and wording.dep[above] == "nummod":
        return wording.head[above]
    return noun_counted(wording, unit)


def _model(wording: Wording, hub: int) -> str:
    """The model that things are of, as every report knows it: "AK 47 guns", "AK-47s" are "ak47"; empty for none."""
    beside = [range(i, i + 1) for i in (hub, *wording.children[hub]) if i <= hub]
    named = (range(value.first, value.end) for value in wording.values if value.mention is not None)
    beside += [words for words in named if words.stop - 1 in (hub, *wording.children[hub])]
    for words in beside:
        name = "".join(char for char in fold(wording.words(words.start, words.stop)) if char.isalnum())
        name = name.removesuffix("s")
        if name[:1].isalpha() and name[-1:].isdigit():
            return name
    return ""


def _acts(wording: Wording, hub: int) -> Iterator[str]:
    """The acts that things are told of, and their part in each."""
    for verb in verbs_above(wording, hub):
        if tally_named(wording, verb.word) in (None, *_TALLIES):
            yield f"{verb.name}:{_DOING if verb.acting else _UNDERGOING}"
    for index in wording.children[hub]:
        if wording.dep[index] == "acl" and wording.pos[index] == "VERB":
            yield f"{wording.lemma[index]}:{_UNDERGOING if wording.tag[index] == 'VBN' else _DOING}"
    above = wording.head[hub]
    if wording.dep[hub] == "pobj" and wording.lemma[above] in _things("craft") and _is_craft(wording.lemma[hub]):
        governor = wording.verb_above(above)
        for index in (governor, *(i for i in wording.children[governor] if wording.dep[i] in ("xcomp", "acl"))):
            yield f"{wording.lemma[index]}:{_DOING}"


def _is_craft(lemma: str) -> bool:
    return is_kind_of(lemma, "vehicle") or is_kind_of(lemma, "vessel")


def _exclude(one: Stated, other: Stated) -> bool:
    """Whether two numbers of things under one act exclude each other, as neither is of a part of the other's."""
    if are_apart(*(_told_of(each, " ") for each in (one, other))):
        return False
    low, high = sorted((one.fact, other.fact), key=number_of)
    (acts, fewer), (others, more) = (each.value.split("|") for each in (low, high))
    # Of seven rifles five may be loaded; that 14 are loaded excludes that there were seven.
    if not set(fewer.split()) <= set(more.split()):
        return False
    told = {name for a in acts.split() for b in others.split() for name in _acts_of_both(a, b)}
    return bool(told) and all(exclude_counts(*(_told_of(each, name) for each in (one, other))) for name in told)


def _told_of(stated: Stated, act: str) -> Stated:
    """A fact told of an act of the story's own, so that other places and doers set it apart."""
    return Stated(Fact(act, stated.fact.side), stated.wording)


def _acts_of_both(one: str, other: str) -> frozenset[str]:
    """The names of the acts that two verbs tell, by the table or, where things have one part in them, by a lemma."""
    (verb, _, part), (partner, _, role) = one.partition(":"), other.partition(":")
    lemma, _, particle = verb.partition("_")
    its_lemma, _, its_particle = partner.partition("_")
    if part == role and particle == its_particle and relation_of(lemma, its_lemma) in ("same", "wider"):
        return (_groups(verb) & _groups(partner)) or frozenset({min(lemma, its_lemma)})
    return _groups(verb) & _groups(partner)


@cache
def _groups(verb: str) -> frozenset[str]:
    table = load_table("en", "counts")
    shared = {name: table["acts"][name]["by"] for name in _SHARED}
    every: Mapping[str, str] = {**table["things"]["acts"], **shared}
    return frozenset(name for name, verbs in every.items() if verb in verbs.split())


THING_RELATIONS: tuple[Relation, ...] = (Relation("things", "figure", _find, _exclude),)
