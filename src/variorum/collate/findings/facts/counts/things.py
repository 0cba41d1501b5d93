"""How many things of any kind an act is told of: "seized 12 parrots", "the van was carrying 40 parrots".

Where the table of counts knows no act of a class, any two verbs of one meaning tell one act of one kind of things.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

from variorum.collate.differences import Unit
from variorum.collate.findings.counting.tallies import PEOPLE, is_no_whole
from variorum.collate.findings.counting.tally_acts import tally_named
from variorum.collate.findings.facts.counts.counted_acts import class_of, is_fact, verbs_above
from variorum.collate.findings.facts.counts.counting import is_no_count, narrowed_by, noun_counted
from variorum.collate.findings.facts.counts.numbers import Told, exclude_numbers, find_numbers, number_of
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.measures.measured_apart import are_apart
from variorum.collate.points import Wording
from variorum.lang.senses import relation_of
from variorum.lang.tables import load_table, load_words
from variorum.text.fold import fold

_things = partial(load_words, "en", "counts", "things")
# What things have to do with an act.
_DOING, _UNDERGOING = "doing", "undergoing"
# "Two countries", "two reasons": so few things are told of anything.
_FEW = 2


def _find(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield how many things acts are told of; `about` is their kind."""
    return find_numbers(wordings, _read)


def _read(wording: Wording, unit: Unit) -> Told | None:
    """What a number counts; None for people and what tallies count, for parts, rates and what is no fact.

    `about` is a class of nouns or a model ("ak47"). Before and behind a "|" `value` has the acts that it is told of (a
    verb with its particle, and whether the things do it or undergo it: "seize:undergoing"), and what narrows it.
    """
    known = unit.value is not None and unit.value.quantity is not None and unit.value.quantity.value is not None
    hub = noun_counted(wording, unit) if wording.has_verb and known else None
    if hub is None or wording.tag[hub] not in ("NNS", "NNPS") or wording.lemma[hub] in _things("loose"):
        return None
    kind = class_of(wording, hub)
    if kind == PEOPLE or tally_named(wording, hub) is not None:
        return None
    if is_no_count(wording, unit, hub) or is_no_whole(wording, unit, hub):
        return None
    if not is_fact(wording, wording.verb_above(hub), "") or _is_of_each(wording, hub):
        return None
    model = _model(wording, hub)
    # "Speedboats" are "speed boats".
    narrowed = [key for key in narrowed_by(wording, unit, hub) if not key.endswith(wording.lemma[hub])]
    acts = " ".join(sorted({*_acts(wording, hub)}))
    return Told(model or kind, f"{acts}|{'' if model else ' '.join(narrowed)}")


def _is_of_each(wording: Wording, hub: int) -> bool:
    """Whether a number is a rate, or told of one of several: "two ships a year", "one of the cables links 33"."""
    subject = wording.subject_of(wording.verb_above(hub))
    of_one = subject is not None and wording.lemma[subject] in _things("one_of_several")
    behind = wording.lemma[hub + 1 : hub + 3]
    return of_one or (behind[:1] in (["a"], ["an"]) and not _things("loose").isdisjoint(behind[1:]))


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
    """The acts that things are told of, and their part in each; what tallies count of people is none of things."""
    for verb in verbs_above(wording, hub):
        if wording.pos[verb.word] != "AUX" and tally_named(wording, verb.word) in (None, *_things("tallies")):
            yield f"{verb.name}:{_DOING if verb.acting else _UNDERGOING}"
    for index in wording.children[hub]:
        if wording.dep[index] == "acl" and wording.pos[index] == "VERB":
            yield f"{wording.lemma[index]}:{_UNDERGOING if wording.tag[index] == 'VBN' else _DOING}"


def _exclude(one: Stated, other: Stated) -> bool:
    """Whether two numbers of things under one act exclude each other, as neither is of a part of the other's."""
    low, high = sorted((one, other), key=lambda stated: number_of(stated.fact))
    (acts, fewer), (others, more) = (each.fact.value.split("|") for each in (low, high))
    # Of seven rifles five may be loaded; that 14 are loaded excludes that there were seven.
    if not set(fewer.split()) <= set(more.split()) or are_apart(one, other):
        return False
    told = _shared_acts(acts, others)
    return bool(told) and all(exclude_numbers(one, other, name) for name in told)


def _is_telling(one: Stated, other: Stated) -> bool:
    """Whether it is worth telling that two numbers of things are equal: of more than two things under one act."""
    acts, others = (each.fact.value.partition("|")[0] for each in (one, other))
    return number_of(one.fact) > _FEW and bool(_shared_acts(acts, others))


def _shared_acts(acts: str, others: str) -> set[str]:
    return {name for a in acts.split() for b in others.split() for name in _acts_of_both(a, b)}


def _acts_of_both(one: str, other: str) -> frozenset[str]:
    """The names of the acts that two verbs tell, by the table or, where things have one part in them, by a lemma."""
    (verb, _, part), (partner, _, role) = one.partition(":"), other.partition(":")
    both = _groups(verb) & _groups(partner)
    (lemma, _, particle), (its_lemma, _, its_particle) = verb.partition("_"), partner.partition("_")
    alike = part == role and particle == its_particle and relation_of(lemma, its_lemma) in ("same", "wider")
    return both or (frozenset({min(lemma, its_lemma)}) if alike else frozenset())


@cache
def _groups(verb: str) -> frozenset[str]:
    acts: Mapping[str, str] = load_table("en", "counts")["things"]["acts"]
    return frozenset(name for name, verbs in acts.items() if verb in verbs.split())


THING_RELATIONS: tuple[Relation, ...] = (Relation("things", "figure", _find, _exclude, is_telling=_is_telling),)
