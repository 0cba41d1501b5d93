"""Whether advice, a warning or a request was followed: "based on the recommendation" beside "ignored the advice"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.conditions.moods import is_open
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "heeding", "words")
_FOLLOWED, _SPURNED = "followed", "spurned"
# Below the noun that which tells which one it was: "the advice of Holm", "an offer of 5 percent", "a request for bail".
_TELLING = frozenset({"poss", "prep", "pobj", "pcomp", "compound", "agent", "acl", "nummod"})
_DEEP = 3
_NAMING = ("NOUN", "PROPN", "NUM", "VERB")


def find_heeding(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield what sentences tell of what became of advice and the like; `value` also tells which one it was."""
    nouns = _words("nouns")
    for number, wording in enumerate(wordings):
        if nouns.isdisjoint(wording.lemma) or wording.text.endswith("?"):
            continue
        for noun, lemma in enumerate(wording.lemma):
            if lemma not in nouns or wording.pos[noun] != "NOUN" or is_open(wording, wording.verb_above(noun)):
                continue
            told = _as_object(wording, noun) or _behind_preposition(wording, noun)
            if told is not None:
                way, at = told
                value = " ".join((way, *sorted(_which(wording, noun))))
                yield Fact(lemma, Side(number, Unit(min(at, noun), max(at, noun) + 1, None)), value)


def _as_object(wording: Wording, noun: int) -> tuple[str, int] | None:
    """What a verb tells that was done with it: "ignored the warnings", "before receiving the recommendation"."""
    verb = wording.head[noun]
    if wording.dep[noun] not in ("dobj", "nsubjpass"):
        return None
    done = wording.with_particle(verb)
    if done in _words("firm") and wording.lemma[noun] in _words("said"):
        return None
    for way in (_FOLLOWED, _SPURNED):
        if done in _words(way):
            return _unless_denied(wording, verb, way), verb
    above = wording.head[verb]
    is_before = wording.dep[verb] == "pcomp" and wording.lemma[above] in ("before", "without")
    return (_SPURNED, above) if is_before and done in _words("getting") else None


def _behind_preposition(wording: Wording, noun: int) -> tuple[str, int] | None:
    """What a preposition tells: "on the advice of", "in response to complaints", "despite warnings"."""
    preposition = wording.head[noun]
    told, above = wording.lemma[preposition], wording.head[preposition]
    if wording.dep[noun] != "pobj":
        return None
    if told in _words("against"):
        return None if wording.lemma[noun] in _words("said") - {"warning"} else (_SPURNED, preposition)
    if told in ("to", "with") and wording.lemma[above] in _words("answering"):
        return _unless_denied(wording, above, _FOLLOWED), above
    is_asked = told in _words("asking") and wording.lemma[noun] in _words("asked")
    return (_unless_denied(wording, wording.verb_above(preposition), _FOLLOWED), preposition) if is_asked else None


def _unless_denied(wording: Wording, verb: int, way: str) -> str:
    # "Not only did he turn down the request".
    if not wording.is_denied(verb) or any(wording.lemma[i] == "only" for i in wording.children[verb]):
        return way
    return _SPURNED if way == _FOLLOWED else _FOLLOWED


def _which(wording: Wording, noun: int) -> frozenset[str]:
    """The words that tell which one it was."""
    below, level = [], [noun]
    for _ in range(_DEEP):
        level = [i for above in level for i in wording.children[above] if wording.dep[i] in _TELLING]
        below += level
    spans = {i for i in below if (at := wording.value_at.get(i)) is not None and at.time is not None}
    units = {i for i in below if i in wording.value_at and wording.tag[i] in ("NN", "NNS")}  # "4 percent"
    return frozenset(wording.key[i] for i in below if wording.pos[i] in _NAMING and i not in spans | units)


def _exclude(one: Stated, other: Stated) -> bool:
    """Whether one has it followed and the other not, unless what they tell of it is of two."""
    (way, *which), (way_other, *which_other) = one.fact.value.split(), other.fact.value.split()
    of_two = which and which_other and frozenset(which).isdisjoint(which_other)
    return way != way_other and not of_two


HEEDING_RELATIONS: tuple[Relation, ...] = (Relation("heeding", "description", find_heeding, _exclude),)
