"""Whether advice, a warning or a request was followed: "based on the recommendation" beside "ignored the advice"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.compare.names import name_words
from variorum.collate.differences import Unit
from variorum.collate.findings.facts.conditions.moods import is_open
from variorum.collate.findings.facts.conditions.noun_acts import with_particle
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "heeding", "words")
_FOLLOWED, _SPURNED = "followed", "spurned"
_NAME, _FIGURE, _TOPIC = "=", "#", "@"


def find_heeding(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield what sentences tell of what became of advice and the like; `value` also names those whose it was."""
    nouns = _words("nouns")
    for number, wording in enumerate(wordings):
        if nouns.isdisjoint(wording.lemma) or wording.text.endswith("?"):
            continue
        for noun, lemma in enumerate(wording.lemma):
            if lemma not in nouns or wording.pos[noun] != "NOUN":
                continue
            told = _as_object(wording, noun) or _behind_preposition(wording, noun)
            if told is not None:
                way, at = told
                first, last = min(at, noun), max(at, noun)
                value = "|".join((way, *sorted({*_owners(wording, noun), *_topics(wording, noun)})))
                yield Fact(lemma, Side(number, Unit(first, last + 1, None)), value)


def _as_object(wording: Wording, noun: int) -> tuple[str, int] | None:
    """What a verb tells that was done with it: "ignored the warnings", "the request was granted"."""
    verb = wording.head[noun]
    if wording.dep[noun] not in ("dobj", "nsubjpass") or is_open(wording, verb):
        return None
    done = with_particle(wording, verb)
    if done in _words("firm") and wording.lemma[noun] in _words("loose"):
        return None
    if done in _words("followed"):
        return _unless_denied(wording, verb, _FOLLOWED), verb
    if done in _words("spurned"):
        return _unless_denied(wording, verb, _SPURNED), verb
    return _not_got(wording, verb)


def _unless_denied(wording: Wording, verb: int, way: str) -> str:
    # "Not only did he turn down the request".
    if not wording.is_denied(verb) or any(wording.lemma[i] == "only" for i in wording.children[verb]):
        return way
    return _SPURNED if way == _FOLLOWED else _FOLLOWED


def _not_got(wording: Wording, verb: int) -> tuple[str, int] | None:
    """What was done before it came, or without it: "acted before receiving the recommendation"."""
    above = wording.head[verb]
    is_without = wording.dep[verb] == "pcomp" and wording.lemma[above] in ("before", "without")
    return (_SPURNED, above) if is_without and wording.lemma[verb] in _words("getting") else None


def _behind_preposition(wording: Wording, noun: int) -> tuple[str, int] | None:
    """What a preposition tells: "on the advice of", "in response to complaints", "despite warnings"."""
    prep = wording.head[noun]
    if wording.dep[noun] != "pobj" or is_open(wording, wording.verb_above(prep)):
        return None
    told, lemma, above = wording.lemma[prep], wording.lemma[noun], wording.head[prep]
    if told == "for" and wording.lemma[above] == "wait":
        return _not_got(wording, above)
    if (told in _words("against") and lemma not in _words("said")) or (told == "over" and lemma in _words("over")):
        return _SPURNED, prep
    if told in ("to", "with") and wording.lemma[above] in _words("yielding"):
        return _unless_denied(wording, above, _FOLLOWED), above
    if told in ("on", "upon") and wording.lemma[above] in _words("acting"):
        return _unless_denied(wording, above, _FOLLOWED), prep
    if wording.is_denied(wording.verb_above(prep)):
        return None
    if told in ("to", "with") and wording.lemma[above] in _words("answering"):
        return _FOLLOWED, above
    is_asked = (told in ("on", "upon") and lemma in _words("on")) or (told == "at" and lemma in _words("at"))
    return (_FOLLOWED, prep) if is_asked else None


def _owners(wording: Wording, noun: int) -> Iterator[str]:
    """The names and figures that tell which one it was: "the advice of Holm", "an offer of 5 percent"."""
    below, parts = {noun}, ("poss", "prep", "pobj", "compound", "agent")
    for index in (i for _ in range(3) for i in sorted(below)):
        below.update(i for i in wording.children[index] if wording.dep[i] in parts)
    for value in wording.values:
        if below.isdisjoint(range(value.first, value.end)):
            continue
        if value.mention is not None:
            yield from (f"{_NAME}{word}" for word in name_words(wording.words(value.first, value.end))[-1:])
        elif value.quantity is not None:
            yield f"{_FIGURE}{value.quantity.value}"


def _topics(wording: Wording, noun: int) -> Iterator[str]:
    """What it was about: "a request for bail", "a proposal to build it"."""
    for child in wording.children[noun]:
        if wording.dep[child] == "prep" and wording.lemma[child] in _words("topics"):
            nouns = (i for i in wording.children[child] if wording.dep[i] in ("pobj", "pcomp"))
            yield from (f"{_TOPIC}{wording.lemma[i]}" for i in nouns)
        elif wording.dep[child] == "acl" and child > noun:
            yield f"{_TOPIC}{wording.lemma[child]}"


def _exclude(one: Stated, other: Stated) -> bool:
    """Whether one has it followed and the other not, unless names, figures or topics tell that it was another one."""
    way, *told = one.fact.value.split("|")
    way_other, *told_other = other.fact.value.split("|")
    if way == way_other:
        return False
    for mark in (_NAME, _FIGURE, _TOPIC):
        marked, marked_other = ({each for each in both if each.startswith(mark)} for both in (told, told_other))
        if marked and marked_other and marked.isdisjoint(marked_other):
            return False
    return True


HEEDING_RELATIONS: tuple[Relation, ...] = (Relation("heeding", "description", find_heeding, _exclude),)
