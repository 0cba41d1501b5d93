"""What something is done or had with or without: "without a warrant" beside "had obtained a warrant"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.conditions.moods import is_open
from variorum.collate.findings.facts.conditions.noun_acts import with_particle
from variorum.collate.findings.facts.fact import Fact, Relation
from variorum.collate.findings.facts.means.namesakes import among_persons, differ_among_persons
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_table, load_words

_words = partial(load_words, "en", "lacking", "words")


def find_lacking(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield what sentences tell that somebody has or lacks, of the things of the table, each with whom they name."""
    things = _things()
    for number, wording in enumerate(wordings):
        if things.keys().isdisjoint(wording.lemma) or wording.text.endswith("?"):
            continue
        for noun, lemma in enumerate(wording.lemma):
            thing = _thing_at(wording, noun) if lemma in things and wording.pos[noun] in ("NOUN", "PROPN") else None
            if thing is None or (told := _told(wording, noun, thing)) is None:
                continue
            way, at = told
            value = among_persons(way, wording)
            side = Side(number, Unit(min(at, noun), max(at, noun) + 1, None))
            yield Fact(_kind_of(wording, noun, thing), side, value)


def _thing_at(wording: Wording, noun: int) -> str | None:
    """The row of the phrase that ends in a word."""
    for phrase, thing in _things()[wording.lemma[noun]].items():
        if wording.lemma[max(0, noun + 1 - len(phrase)) : noun + 1] == list(phrase):
            return thing
    return None


def _kind_of(wording: Wording, noun: int, thing: str) -> str:
    """A thing with the words that make another one of it: "marriage licence"."""
    if thing not in _words("narrowed"):
        return thing
    before = (wording.lemma[i] for i in wording.children[noun] if wording.dep[i] in ("compound", "nmod"))
    return " ".join((thing, *sorted(set(before) - _words("usual"))))


def _told(wording: Wording, noun: int, thing: str) -> tuple[str, int] | None:
    """Whether it is told as had or as lacking, and by which word."""
    top, above = noun, wording.head[noun]
    while wording.dep[top] == "pobj" and wording.lemma[wording.head[above]] in _words("passing"):
        top = wording.head[above]
        above = wording.head[top]
    if is_open(wording, wording.verb_above(top)):
        return None
    nothing = next((i for i in wording.children[top] if wording.lemma[i] == "no" and wording.dep[i] == "det"), None)
    if wording.dep[top] == "pobj":
        if wording.lemma[above] == "without":
            return "without", above
        if (thing in _words("chanced") and top == noun) or not _is_way(wording, top, thing):
            return None
        return ("with", above) if nothing is None else ("without", nothing)
    if wording.dep[top] == "attr" and any(wording.dep[i] == "expl" for i in wording.children[above]):
        return _there_is(wording, above, nothing)
    # "Signs of a struggle were found".
    if wording.dep[top] not in ("dobj", "nsubjpass") or (thing in _words("by_preposition") and top == noun):
        return None
    return _of_verb(wording, above, nothing)


def _there_is(wording: Wording, verb: int, nothing: int | None) -> tuple[str, int]:
    """What "there was no struggle" tells."""
    is_without = (nothing is not None) != wording.is_denied(verb)
    return ("without" if is_without else "with"), (verb if nothing is None else nothing)


def _of_verb(wording: Wording, verb: int, nothing: int | None) -> tuple[str, int] | None:
    """What a verb tells whose object a thing is; `nothing` is the "no" before the thing."""
    if wording.lemma[verb] in _words("having"):
        is_without = (nothing is not None) != wording.is_denied(verb)
        return ("without" if is_without else "with"), (verb if nothing is None else nothing)
    if with_particle(wording, verb) in _words("lacking") and not wording.is_denied(verb) and nothing is None:
        return "without", verb
    return None


def _is_way(wording: Wording, noun: int, thing: str) -> bool:
    """Whether a preposition tells in which way something was done: "with a helmet", "after a struggle", "on bail"."""
    preposition = wording.lemma[wording.head[noun]]
    if preposition == "after":
        return thing in _words("after") and any(wording.lemma[i] == "a" for i in wording.children[noun])
    return preposition in _words("with") or (preposition == "on" and thing in _words("on"))


@cache
def _things() -> Mapping[str, Mapping[tuple[str, ...], str]]:
    """The phrases by their last word, each with the first word of its row."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for row in load_table("en", "lacking")["things"]["rows"]:
        for phrase in row.split():
            words = tuple(phrase.split("_"))
            found.setdefault(words[-1], {})[words] = row.split()[0]
    return found


LACKING_RELATIONS: tuple[Relation, ...] = (Relation("lacking", "description", find_lacking, differ_among_persons),)
