"""Which act a count is of: the verb or noun that governs it, or that of which a story has one number alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

import msgspec

from variorum.collate.differences import Unit, top_of
from variorum.collate.findings.counting.tallies import PEOPLE
from variorum.collate.findings.counting.tally_acts import act_of, tally_named
from variorum.collate.points import Wording
from variorum.lang.tables import load_table, load_words

_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "attr", "oprd", "dative")
# Steps up to the act, and words behind a count that tell what it is.
_STEPS = 6
_NEAR = 4
_SEVERAL, _MANY = 2, 10
# Before the name of a tally: a noun or a word beside the verb tells it ("the deaths of", "shot dead").
_TOLD = "="
_words = partial(load_words, "en", "counts", "words")


class Verb(msgspec.Struct, frozen=True):
    """The name of an act and the word that tells it; `acting` where those counted do it themselves."""

    name: str
    word: int
    acting: bool = False


def find_act(wording: Wording, unit: Unit, hub: int | None) -> Verb | None:
    """Return the act that a count is of, whose noun is `hub`; its name is empty where a story has one such number."""
    counted = class_of(wording, hub)
    return _act(wording, unit, hub, counted) or _standing(wording, unit, hub, counted)


def class_of(wording: Wording, hub: int | None) -> str:
    """Return the class of the noun that a count stands before; people where it stands alone."""
    if hub is None:
        return PEOPLE
    lemma = wording.lemma[hub]
    if lemma == "member":
        crew = any(wording.lemma[i] == "crew" for i in wording.children[hub])
        return "crew" if crew else lemma
    if lemma in _words("men") and any(wording.lemma[i] in _words("arms") for i in wording.children[hub]):
        return "attacker"
    return _classes().get(lemma, lemma)


@cache
def _classes() -> Mapping[str, str]:
    return {word: name for name, words in load_table("en", "counts")["classes"].items() for word in words.split()}


def _standing(wording: Wording, unit: Unit, hub: int | None, counted: str) -> Verb | None:
    """Those of whom a story has one number, whatever they do: firefighters, passengers, people on board."""
    if hub is None:
        return None
    after = hub + 1
    if after < len(wording) and wording.lemma[after] == "be":
        after += 1
    behind = wording.lemma[after : after + _NEAR]
    on_board = behind[:1] in (["aboard"], ["onboard"]) or (behind[:1] == ["on"] and _words("craft") & {*behind})
    if on_board and wording.lemma[wording.verb_above(hub)] not in _words("taking"):
        return Verb("aboard", hub)
    part = unit.end < len(wording) and wording.word(unit.end) == "of"
    quantity = unit.value.quantity if unit.value is not None else None
    enough = quantity is None or (quantity.value or 0.0) >= (_MANY if counted in _words("many") else _SEVERAL)
    return Verb("", hub) if counted in _words("standing") and enough and not part else None


def _act(wording: Wording, unit: Unit, hub: int | None, counted: str) -> Verb | None:
    """The act that a count is of: one that is told of its class, or a tally's."""
    if hub is not None and wording.lemma[hub] in _words("remains"):
        return None
    above = verbs_above(wording, hub if hub is not None else top_of(wording, unit))
    for verb in (*above, *_verbs_behind(wording, hub)):
        if verb.name.startswith(_TOLD):
            return Verb(verb.name.removeprefix(_TOLD), verb.word)
        if counted == "count" and verb.name in _words("accusing"):
            return Verb("charged", verb.word)
        for act in _acts():
            if act.tells(wording, verb, counted):
                return Verb(act.name, verb.word)
    known = act_of(wording, unit)
    if known is None or not known.known or known.name == "counted" or counted == "count":
        return None
    if known.name == "injured" and _is_in_care(wording, known.word):
        return Verb("hospitalized", known.word)
    return Verb(known.name, known.word)


def _is_in_care(wording: Wording, word: int) -> bool:
    """Whether those counted are told to be treated or taken to hospitals: not all who are hurt need be."""
    around = {wording.lemma[i] for i in (*range(word, min(len(wording), word + _NEAR)), *wording.children[word])}
    return bool(around & _words("hospital")) or wording.lemma[word] in _words("caring")


class _Act(msgspec.Struct, frozen=True):
    """A row of the table of acts: of which classes they are told, and by which verbs."""

    name: str
    classes: frozenset[str]
    verbs: frozenset[str]

    def tells(self, wording: Wording, verb: Verb, counted: str) -> bool:
        """Whether a verb tells this act of a class; whoever captures is not captured, nor is what is joined a crowd."""
        if counted not in self.classes or verb.name not in self.verbs:
            return False
        if verb.name in _words("crowding"):
            return verb.acting and not _words("streets").isdisjoint(wording.lemma)
        return not (verb.acting and self.name in _words("befalling"))


@cache
def _acts() -> Sequence[_Act]:
    rows = load_table("en", "counts")["acts"].items()
    return [_Act(name, *(frozenset(row[key].split()) for key in ("of", "by"))) for name, each in rows for row in each]


def verbs_above(wording: Wording, index: int) -> Iterator[Verb]:
    """Yield the verb that governs a count, with its particle and without; what tells a tally is marked "="."""
    for _ in range(_STEPS):
        head, label = wording.head[index], wording.dep[index]
        if head == index:
            return
        often = label == "npadvmod" and wording.lemma[index] == "time"
        if (often or label in (*_SUBJECTS, *_OBJECTS)) and wording.pos[head] in ("VERB", "AUX"):
            yield from _named(wording, head, (), acting=label == "nsubj")
            return
        if label == "pobj":
            above = wording.head[head]
            if wording.pos[above] in ("VERB", "AUX"):
                # "Was attended by 500 people": they attended.
                is_agent = wording.dep[head] == "agent"
                yield from _named(wording, above, () if is_agent else (head,), acting=is_agent)
                return
            if wording.lemma[head] == "of" and (name := tally_named(wording, above)) is not None:
                yield Verb(f"{_TOLD}{name}", above)
                return
            if wording.lemma[above] not in ("total", "number") and not _is_vague(wording, above):
                return
            head = above
        elif label not in ("conj", "appos"):
            return
        index = head


def _verbs_behind(wording: Wording, hub: int | None) -> Iterator[Verb]:
    """The verb of all to whom somebody does it: "the 500 people it laid off"; without "the" others may be too."""
    below = wording.children[hub] if hub is not None else ()
    for verb in below if any(wording.lemma[i] == "the" for i in below) else ():
        told = [i for i in wording.children[verb] if wording.dep[i] in (*_SUBJECTS, *_OBJECTS)]
        # "The 500 people who fled" did it themselves.
        if wording.dep[verb] == "relcl" and [wording.tag[i][:1] != "W" for i in told] == [True]:
            yield from _named(wording, verb, ())


def _is_vague(wording: Wording, index: int) -> bool:
    """Whether a word is a number that nobody knows: "dozens" of people."""
    value = wording.value_at.get(index)
    return value is not None and value.quantity is not None and value.quantity.value is None


def _named(wording: Wording, verb: int, prepositions: tuple[int, ...], *, acting: bool = False) -> Iterator[Verb]:
    lemma = wording.lemma[verb]
    # Parsers differ on what "hostage" is in "took 12 people hostage".
    below = [(i, wording.dep[i], wording.lemma[i]) for i in wording.children[verb]]
    particles = [i for i, dep, word in below if dep in ("prt", "oprd", "acomp") or word == "hostage" or i == verb + 1]
    if any(wording.lemma[i] == "dead" for i in particles) and not acting:
        yield Verb(f"{_TOLD}dead", verb)
    for each in (*particles, *prepositions):
        yield Verb(f"{lemma}_{wording.lemma[each]}", verb, acting)
    if not prepositions or wording.lemma[prepositions[0]] == "with":
        yield Verb(lemma, verb, acting)


def is_fact(wording: Wording, verb: int, act: str) -> bool:
    """Return whether an act is told to have happened, or to be planned where plans count, in the story itself."""
    if not wording.has_verb or "?" in wording.text or wording.is_denied(verb):
        return False
    if not _words("elsewhere").isdisjoint(wording.lemma):
        return False
    around = {
        wording.lemma[i]
        for index in _governing(wording, verb)
        for i in (index, *wording.children[index])
        if wording.pos[i] != "NOUN"
    }
    unsure = _words("supposed") - _words("planning") if act in _words("planned") else _words("supposed")
    return around.isdisjoint(unsure)


def _governing(wording: Wording, verb: int) -> Iterator[int]:
    """A verb and the two words above it, but for those that it is only joined to with a subject of its own."""
    yield verb
    for _ in range(2):
        if wording.dep[verb] == "conj" and any(wording.dep[i] in _SUBJECTS for i in wording.children[verb]):
            return
        verb = wording.head[verb]
        yield verb
