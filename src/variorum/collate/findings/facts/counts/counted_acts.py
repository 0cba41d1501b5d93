"""Which act a count is of: the verb or noun that governs it, or that of which a story has one number alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

import msgspec

from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.facts.clauses import subject_meant
from variorum.collate.findings.facts.named import is_person, last_word, name_at
from variorum.collate.findings.tallies import PEOPLE, act_of, tally_named
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_table, load_words

_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "attr", "oprd", "dative")
# Steps up to the act, and words on either side of a count that tell what it is.
_STEPS = 6
_NEAR = 4
_SEVERAL, _MANY = 2, 10
_words = partial(load_words, "en", "counts", "words")


class Verb(msgspec.Struct, frozen=True):
    """The name of an act and the word that tells it; `acting` where those counted do it themselves."""

    name: str
    word: int
    acting: bool = False


def find_act(wording: Wording, unit: Unit, hub: int | None) -> Verb | None:
    """Return the act that a count is of, whose noun is `hub`; its name is empty where a story has one such number."""
    counted = class_of(wording, hub)
    return _act(wording, unit, hub, counted) or _standing(wording, unit, hub, counted) or _had(wording, hub)


def find_whole(wording: Wording, unit: Unit, hub: int | None) -> Verb | None:
    """Return the act of those among whom a count is: "killed 12 people, including two children"."""
    if hub is None or class_of(wording, hub) not in _words("told_apart") or wording.dep[hub] not in ("pobj", "nsubj"):
        return None
    head = wording.head[hub]
    if wording.dep[hub] == "nsubj":
        among = [i for i in wording.children[head] if wording.lemma[i] == "among" and wording.lemma[head] == "be"]
        inner = [j for i in among for j in wording.children[i]]
        name = tally_named(wording, inner[0]) if inner else None
        return Verb(name, head) if name is not None else None
    if wording.lemma[head] != "include" or wording.lemma[wording.head[head]] == "include":
        return None
    whole = wording.head[head]
    values = (wording.value_at.get(i) for i in wording.children[whole] if i not in unit.range)
    counts = [value for value in values if value is not None and value.quantity is not None]
    act = act_of(wording, unit_of(counts[0])) if counts else None
    return Verb(act.name, act.word) if act is not None and act.known else None


def _standing(wording: Wording, unit: Unit, hub: int | None, counted: str) -> Verb | None:
    """Those of whom a story has one number, whatever they do: firefighters, passengers, people on board."""
    if hub is None:
        return None
    after = hub + 1
    if after < len(wording) and wording.lemma[after] == "be":
        after += 1
    taken = wording.lemma[wording.verb_above(hub)] in _words("taking")
    behind = wording.lemma[after : after + _NEAR]
    if not taken and (
        behind[:1] in (["aboard"], ["onboard"]) or (behind[:1] == ["on"] and _words("craft") & {*behind})
    ):
        return Verb("aboard", hub)
    part = unit.end < len(wording) and wording.word(unit.end) == "of"
    quantity = unit.value.quantity if unit.value is not None else None
    enough = quantity is None or (quantity.value or 0.0) >= (_MANY if counted in _words("many") else _SEVERAL)
    return Verb("", hub) if counted in _words("standing") and enough and not part else None


def _had(wording: Wording, hub: int | None) -> Verb | None:
    """What somebody or some body named has so many of: honours won, offices, schools."""
    if hub is None:
        return None
    verb = wording.head[hub]
    nominated = wording.dep[hub] == "pobj" and wording.lemma[wording.head[verb]] in _words("nominating")
    verb = wording.head[verb] if nominated else verb
    if (wording.dep[hub] != "dobj" and not nominated) or wording.pos[verb] != "VERB":
        return None
    value = named_subject(wording, verb)
    if value is None:
        return None
    name = last_word(wording, value)
    if nominated:
        return Verb(f"nominated:{name}", verb)
    if wording.lemma[hub] in _words("honours"):
        return Verb(f"won:{name}", verb) if wording.lemma[verb] in _words("winning") else None
    verbs = _words("making") if is_person(value) else _words("having") | _words("making")
    if wording.lemma[verb] not in verbs or wording.lemma[hub] in _words("loose"):
        return None
    return Verb(f"has:{name}", verb)


def named_subject(wording: Wording, verb: int) -> Value | None:
    """Return the name that is the subject of a verb, or that "who" stands for."""
    return name_at(wording, subject_meant(wording, verb))


def class_of(wording: Wording, hub: int | None) -> str:
    """Return the class of the noun that a count stands before; people where it stands alone."""
    if hub is None:
        return PEOPLE
    lemma = wording.lemma[hub]
    if lemma == "member":
        body = [i for i in wording.children[hub] if wording.dep[i] in ("compound", "nmod")]
        return next((wording.lemma[i] for i in body if wording.lemma[i] == "crew"), lemma)
    if lemma in _words("men") and any(wording.lemma[i] in _words("arms") for i in wording.children[hub]):
        return "attacker"
    return _classes().get(lemma, lemma)


@cache
def _classes() -> Mapping[str, str]:
    return {word: name for name, words in load_table("en", "counts")["classes"].items() for word in words.split()}


def _act(wording: Wording, unit: Unit, hub: int | None, counted: str) -> Verb | None:
    """The act that a count is of: one that is told of its class, or a tally's."""
    befalling = _words("befalling")
    top = hub if hub is not None else top_of(wording, unit)
    verbs = (*verbs_above(wording, top), *_verbs_behind(wording, hub))
    above = [verb for verb in verbs if not _crowds_nothing(wording, verb)]
    if hub is not None and wording.lemma[hub] in _words("remains"):
        return None
    for verb in above:
        if counted == "count" and verb.name in _words("accusing"):
            return Verb("charged", verb.word)
        if verb.name.startswith("=") or _kills(wording, verb.word):
            break
        for act in _acts():
            if act.is_of(counted) and verb.name in act.verbs and not (verb.acting and act.key in befalling):
                return Verb(act.name, verb.word)
    known = act_of(wording, unit)
    if known is None or not known.known:
        return _untallied(wording, counted, above)
    if known.name == "counted" or counted == "count":
        return None
    if known.name == "injured" and _is_in_care(wording, known.word):
        return Verb("hospitalized", known.word)
    return Verb(known.name, known.word)


def _crowds_nothing(wording: Wording, verb: Verb) -> bool:
    """Whether what would be gathering with streets is something else: "were taken to hospital"."""
    return verb.name in _words("crowding") and not (verb.acting and _words("streets") & {*wording.lemma})


def _untallied(wording: Wording, counted: str, above: Sequence[Verb]) -> Verb | None:
    """An act that tallies do not know: who stays in a hospital, whom one treats, who is left dead."""
    for verb in above if counted == PEOPLE else ():
        if _is_kept(wording, verb.word):
            return Verb("kept", verb.word)
        if _is_treated(wording, verb):
            return Verb("hospitalized", verb.word)
    dead = (Verb("dead", verb.word) for verb in above if not verb.acting and _is_with_dead(wording, verb.word))
    return next((Verb(verb.name[1:], verb.word) for verb in above if verb.name.startswith("=")), next(dead, None))


def _is_in_care(wording: Wording, word: int) -> bool:
    """Whether those counted are told to be treated or taken to hospitals: not all who are hurt need be."""
    around = {wording.lemma[i] for i in range(word, min(len(wording), word + _NEAR))}
    around |= {wording.lemma[i] for i in wording.children[word]}
    return bool(around & _words("hospital")) or wording.lemma[word] in _words("caring")


def _kills(wording: Wording, verb: int) -> bool:
    """Whether a verb tells of deaths or is joined with one that a tally knows: "shot and killed", "shot dead"."""
    joined = any(wording.dep[i] == "conj" and tally_named(wording, i) is not None for i in wording.children[verb])
    return joined or _is_with_dead(wording, verb)


def _is_kept(wording: Wording, verb: int) -> bool:
    """Whether somebody is told to stay in a hospital: "five remained in the hospital", "were admitted overnight"."""
    below = [j for i in wording.children[verb] for j in (i, *wording.children[i])]
    told = {wording.lemma[i] for i in (verb, *below)}
    stays = bool(told & _words("keeping")) or ("admit" in told and "overnight" in wording.lemma)
    return stays and bool(told & _words("hospital"))


def _is_treated(wording: Wording, verb: Verb) -> bool:
    """Whether a hospital treats or admits those counted: "the hospital was treating 20 people"."""
    return wording.lemma[verb.word] in _words("treating") and not _words("hospital").isdisjoint(wording.lemma)


def _is_with_dead(wording: Wording, verb: int) -> bool:
    below = wording.children[verb]
    return any(wording.lemma[i] == "dead" for each in below for i in (each, *wording.children[each]))


class _Act(msgspec.Struct, frozen=True):
    """A row of the table of acts: its key there, the act that it is one with, of which classes and by which verbs."""

    key: str
    name: str
    classes: frozenset[str]
    verbs: frozenset[str]

    def is_of(self, counted: str) -> bool:
        return counted in self.classes or "*" in self.classes


@cache
def _acts() -> Sequence[_Act]:
    return [
        _Act(key, row.get("as", key), frozenset(row["of"].split()), frozenset(row["by"].split()))
        for key, row in load_table("en", "counts")["acts"].items()
    ]


def verbs_above(wording: Wording, index: int) -> Iterator[Verb]:
    """Yield the verb that governs a count, with its particle and without; a noun of an act is marked "="."""
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
            name = tally_named(wording, above) if wording.lemma[head] == "of" else None
            if name is not None:
                yield Verb(f"={name}", above)
                return
            vague = wording.value_at.get(above) if wording.lemma[head] == "of" else None
            is_vague = vague is not None and vague.quantity is not None and vague.quantity.value is None
            if wording.lemma[above] not in ("total", "number") and not is_vague:
                return
            head = above
        elif label not in ("conj", "appos"):
            return
        index = head


def _verbs_behind(wording: Wording, hub: int | None) -> Iterator[Verb]:
    """The verb behind all of whom it is told: "the 500 people it has laid off"; any others may be some of them."""
    if hub is None or not any(wording.lemma[i] == "the" for i in wording.children[hub]):
        return
    for verb in (i for i in wording.children[hub] if wording.dep[i] == "relcl" and wording.pos[i] == "VERB"):
        below = [i for i in wording.children[verb] if wording.dep[i] in (*_SUBJECTS, *_OBJECTS)]
        # The one who did it is named alone; "the 500 people who fled" did it themselves.
        if [wording.dep[i] for i in below] == ["nsubj"] and wording.lemma[below[0]] not in ("who", "which", "that"):
            yield from _named(wording, verb, ())


def _named(wording: Wording, verb: int, prepositions: tuple[int, ...], *, acting: bool = False) -> Iterator[Verb]:
    lemma = wording.lemma[verb]
    particles = [i for i in wording.children[verb] if wording.dep[i] in ("prt", "oprd", "acomp") or i == verb + 1]
    if any(wording.lemma[i] == "dead" for i in particles):
        yield Verb("=dead", verb)
    for each in (*particles, *prepositions):
        yield Verb(f"{lemma}_{wording.lemma[each]}", verb, acting)
    if not prepositions or wording.lemma[prepositions[0]] == "with":
        yield Verb(lemma, verb, acting)


def is_fact(wording: Wording, verb: int, act: str) -> bool:
    """Return whether an act is told to have happened, in the story itself."""
    if not wording.has_verb or "?" in wording.text or wording.is_denied(verb):
        return False
    around: set[str] = set()
    for index in _governing(wording, verb):
        around.update(wording.lemma[i] for i in (index, *wording.children[index]) if wording.pos[i] != "NOUN")
    unsure = _words("supposed") | _words("elsewhere")
    unsure = unsure - _words("planning") if act in _words("planned") else unsure | _words("planning")
    if act not in _words("planned") and _is_aimed_at(wording, verb):
        return False
    return not around & unsure and not set(wording.lemma) & _words("elsewhere")


def _governing(wording: Wording, verb: int) -> Iterator[int]:
    """A verb and the two words above it, but for those that it is only joined to with a subject of its own."""
    yield verb
    for _ in range(2):
        if wording.dep[verb] == "conj" and any(wording.dep[i] in _SUBJECTS for i in wording.children[verb]):
            return
        verb = wording.head[verb]
        yield verb


def _is_aimed_at(wording: Wording, verb: int) -> bool:
    """Whether an act is what somebody works for: "laboured for hours to free five", "tried to steal 12"."""
    purpose = any(wording.dep[i] == "aux" and wording.lemma[i] == "to" for i in wording.children[verb])
    above = wording.lemma[wording.head[verb]]
    return purpose and (wording.dep[verb] == "advcl" or above in _words("striving"))
