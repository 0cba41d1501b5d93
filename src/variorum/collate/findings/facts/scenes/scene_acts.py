"""Acts that have one place, and whom or what they befall: "was arrested", "the ship sank", "the fire"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

from variorum.collate.compare.names import name_words
from variorum.collate.findings.facts.clauses import is_passive
from variorum.collate.findings.facts.named import is_person
from variorum.collate.findings.facts.persons.beside_names import PRONOUNS
from variorum.collate.findings.facts.persons.persons import Persons
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_keys, load_table, load_words

_words = partial(load_words, "en", "scenes", "words")
# Before somebody unnamed of whom was told before: "the driver".
THE = "the "
# Steps up from a verb to the one that has its subject.
_STEPS = 3
# Where a report has told its main happening, in letters from its beginning.
_LEAD = 400
_TABLES = ("befalling", "taking", "undergoing")


class Act(NamedTuple):
    """An act of a sentence: its name, whom it befalls (a noun), the words on which its places hang, what was struck."""

    name: str
    theme: int
    roots: tuple[int, ...]
    struck: tuple[int, ...] = ()


def acts_of(wording: Wording) -> Iterator[Act]:
    """Yield the acts that a sentence tells as having been, in the order of its words."""
    nominal = _verbs("nominal")
    told = _told()
    for index, lemma in enumerate(wording.lemma):
        if lemma in told and wording.pos[index] == "VERB" and not _is_open(wording, index):
            yield from _act_of_verb(wording, index, lemma)
        elif wording.pos[index] == "NOUN":
            if _happens(lemma) and _is_main(wording, index):
                yield Act("happen", index, (index,))
            if lemma in nominal:
                yield from (Act(nominal[lemma], theme, (index, theme)) for theme in _owners(wording, index))


def befallen(number: int, wording: Wording, act: Act, persons: Persons) -> str:
    """Return whom or what an act befalls, in a form that is the same in all reports; empty where that is not known."""
    value = wording.value_at.get(act.theme)
    if value is not None:
        return _named(wording, value, persons)
    if wording.pos[act.theme] == "PRON":
        person = persons.taken_up(number, act.theme) if wording.lemma[act.theme] in PRONOUNS else None
        return f"@{person}" if person else ""
    named = next(_told_as(wording, act.theme), None)
    if named is not None:
        return _named(wording, named, persons)
    return _unnamed(number, wording, act, persons) if wording.pos[act.theme] == "NOUN" else ""


def _unnamed(number: int, wording: Wording, act: Act, persons: Persons) -> str:
    """Whom or what a common noun tells, as `befallen` has it."""
    lemma, before = wording.lemma[act.theme], [i for i in wording.children[act.theme] if i < act.theme]
    owner = next(_owners(wording, act.theme), None) if _things().get(lemma) == "body" else None
    if owner is not None:
        return befallen(number, wording, act._replace(theme=owner), persons)  # "the body of Berg"
    counts = [at for i in before if (at := wording.value_at.get(i)) is not None and at.kind == "figure"]
    others = {wording.lemma[i] for i in before} - ({"other"} if counts else set())  # "seven other workers" are seven
    if _words("others") & others:
        return ""
    if counts:
        number_told = wording.key[counts[0].first].removeprefix("#")
        kind = "people" if lemma in _words("numbers") else lemma
        return f"{number_told} {kind}" if number_told.isdigit() else ""
    if wording.tag[act.theme] == "NN":
        known = any(wording.lemma[i] == "the" for i in before)
        of_person = f"{THE}{lemma}" if known else lemma
        owned = known or bool(act.struck) or any(wording.dep[i] == "poss" for i in before)
        return of_person if lemma in _words("people") else _things().get(lemma, lemma if owned else "")
    return ""


@cache
def _happens(noun: str) -> bool:
    """Whether a noun tells a happening."""
    return _things().get(noun, noun) in load_words("en", "scenes", "events", "words")


def _is_main(wording: Wording, event: int) -> bool:
    """Whether a happening may be the story's own: "the blast", "a blast shook"; "a blast" beside others in the lead."""
    is_known = any(wording.lemma[i] in ("the", "this", "that") for i in wording.children[event])
    is_subject = wording.dep[event] in ("nsubj", "nsubjpass")
    return is_known or is_subject or any(home.start < _LEAD for home in wording.homes)


def _told_as(wording: Wording, noun: int) -> Iterator[Value]:
    """The names of whom a noun tells: "another climber, Ida Berg"."""
    beside = (wording.value_at.get(i) for i in wording.children[noun] if wording.dep[i] == "appos")
    yield from (value for value in beside if value is not None and is_person(value))


_verbs = partial(load_keys, "en", "scenes")


@cache
def _told() -> frozenset[str]:
    phrases = set().union(*(_verbs(table) for table in _TABLES))
    return _words("hiding") | _words("striking") | {phrase.partition("_")[0] for phrase in phrases}


@cache
def _things() -> Mapping[str, str]:
    rows = (row.split() for row in load_table("en", "scenes")["things"]["rows"])
    return {word: row[0] for row in rows for word in row}


def _act_of_verb(wording: Wording, verb: int, lemma: str) -> Iterator[Act]:
    objects = [i for i in wording.children[verb] if wording.dep[i] == "dobj"]
    subject = _subject(wording, verb)
    undergoing = _act_in("undergoing", wording, verb)
    befalls = bool(objects) and lemma in _verbs("befalling")
    if undergoing and subject is not None and wording.dep[subject] in ("nsubj", "nsubjpass") and not befalls:
        # "Berg, at a news conference, said"; "died of heart disease in a motel".
        beside = [subject] if undergoing == "say" else [*_causes(wording, verb), *_beside(wording, verb)]
        yield Act(undergoing, _antecedent(wording, verb, subject), (verb, *beside))
        return
    if subject is not None and any(wording.lemma[i] in _words("themselves") for i in objects):
        if lemma in _words("hiding"):
            yield Act("hide", _antecedent(wording, verb, subject), (verb, *objects))
        return
    yield from _striking(wording, verb, subject, objects)
    befalling = _act_in("befalling", wording, verb) or _act_in("taking", wording, verb)
    if befalling is None:
        return
    hidden = [i for i in wording.children[verb] if wording.lemma[i] in _words("found")]
    befalling = "arrest" if befalling == "find" and hidden else befalling
    if befalling == "crash":  # "rammed a car packed with sand into a wall"
        hidden += [i for each in objects for i in wording.children[each] if wording.tag[i] == "VBN"]
    passive = _of_passive(wording, verb)
    passive = _of_clause(wording, verb) if passive is None else passive
    for theme in _befallen_together(wording, objects, passive):
        yield Act(befalling, theme, (verb, *objects, *hidden, *_beside(wording, verb)))


def _striking(wording: Wording, verb: int, subject: int | None, objects: Sequence[int]) -> Iterator[Act]:
    """What a thing or a happening struck: "the rocket hit the roof", "the blast tore through a hotel"."""
    if wording.lemma[verb] not in _words("striking") or subject is None:
        return
    agents = [i for i in wording.children[verb] if wording.dep[i] == "agent"]
    by = [i for agent in agents for i in wording.children[agent]]
    striking, struck = (by[0], (subject,)) if by else (_antecedent(wording, verb, subject), tuple(objects))
    happens = _happens(wording.lemma[striking])
    if happens or not is_passive(wording, verb) or by:
        through = [i for i in wording.children[verb] if wording.lemma[i] == "through"]
        struck += tuple(i for preposition in through for i in wording.children[preposition])
        yield Act("happen" if happens else "crash", striking, (verb,), struck)


def _act_in(table: str, wording: Wording, verb: int) -> str | None:
    """The act of a table that a verb tells, with what belongs to it ("took place", "last seen") or by itself."""
    listed, lemma = _verbs(table), wording.lemma[verb]
    phrases = (f"{lemma}_{wording.lemma[i]}" for i in wording.children[verb] if wording.pos[i] not in ("VERB", "PROPN"))
    return next((listed[phrase] for phrase in phrases if phrase in listed), listed.get(lemma))


def _causes(wording: Wording, verb: int) -> list[int]:
    """What somebody dies of or falls from: the parser takes the place behind it for its own."""
    prepositions = [i for i in wording.children[verb] if wording.lemma[i] in ("of", "from")]
    return [i for each in prepositions for i in wording.children[each] if wording.pos[i] == "NOUN"]


def _beside(wording: Wording, verb: int) -> list[int]:
    """How far, when and as whom: the parser takes the place behind it for its own ("on Monday in Voss")."""
    below = [i for i in wording.children[verb] if i > verb]
    below += [k for i in below if wording.dep[i] in ("prep", "agent") for k in wording.children[i]]
    values = ((i, wording.value_at.get(i)) for i in below)
    return [
        i
        for i, value in values
        if wording.dep[i] == "oprd"
        or wording.dep[wording.head[i]] == "agent"
        or (value is not None and (value.quantity is not None or value.time is not None))
    ]


def _of_clause(wording: Wording, verb: int) -> int | None:
    """What a clause without a pronoun tells of: "the gun he had hidden in the attic"."""
    head = wording.head[verb]
    has_own = any(
        wording.dep[i] in ("nsubj", "dobj") and wording.tag[i] in ("WP", "WDT") for i in wording.children[verb]
    )
    is_clause = wording.dep[verb] == "relcl" and wording.pos[head] == "NOUN" and wording.subject_of(verb) is not None
    return head if is_clause and not has_own else None


def _subject(wording: Wording, verb: int) -> int | None:
    """The subject of a verb, or of the one that it tells more of: "Berg died after falling from a ridge"."""
    subject = wording.subject_of(verb)
    for _ in range(_STEPS):
        if subject is not None or wording.dep[verb] not in ("pcomp", "conj", "advcl"):
            break
        verb = wording.verb_above(wording.head[verb])
        subject = wording.subject_of(verb)
    return subject


def _owners(wording: Wording, noun: int) -> Iterator[int]:
    """Whom a noun for an act is of: "the arrest of Berg", "Berg's arrest"."""
    for index in wording.children[noun]:
        if wording.dep[index] == "poss":
            yield index
        elif wording.lemma[index] == "of":
            yield from (below for below in wording.children[index] if wording.dep[below] == "pobj")


def _befallen_together(wording: Wording, objects: Sequence[int], passive: int | None) -> Iterator[int]:
    """The objects of a verb, or the subject of its passive, with what "and" joins to them."""
    theme = objects[0] if objects else passive
    while theme is not None:
        yield theme
        theme = next((i for i in wording.children[theme] if wording.dep[i] == "conj"), None)


def _of_passive(wording: Wording, verb: int) -> int | None:
    """What the passive of a verb befalls: its subject, or the noun that it stands behind ("the body found in …")."""
    if wording.tag[verb] != "VBN":
        return None
    if wording.dep[verb] == "acl":
        return wording.head[verb]
    for at in (verb, *wording.above(verb, 2)):
        passive = [i for i in wording.children[at] if wording.dep[i] == "nsubjpass"]
        if passive:
            return _antecedent(wording, at, passive[0])
        if wording.dep[at] not in ("conj", "oprd"):  # "was kept hidden"
            subject = wording.subject_of(wording.head[at]) if wording.dep[at] == "advcl" else None
            aids = any(wording.dep[i] in ("aux", "auxpass", "nsubj", "dobj") for i in wording.children[at])
            return subject if at == verb and not aids else None  # "Born in Voss, Berg worked"
    return None


def scene_of(wording: Wording, verb: int) -> int | None:
    """Return the noun of which a clause tells what happened there: "the bank where the shooting took place"."""
    top = verb
    for _ in range(_STEPS):
        if wording.dep[top] not in ("xcomp", "ccomp", "conj"):
            break
        top = wording.head[top]
    where = any(wording.lemma[i] == "where" for i in (*wording.children[verb], *wording.children[top]))
    return wording.head[top] if where and wording.dep[top] == "relcl" else None


def _antecedent(wording: Wording, verb: int, subject: int) -> int:
    """The noun that a relative pronoun stands for: "Berg, who died in …"."""
    is_relative = wording.tag[subject] in ("WP", "WDT") and wording.dep[verb] == "relcl"
    return wording.head[verb] if is_relative else subject


def _is_open(wording: Wording, verb: int) -> bool:
    """Whether what a verb tells is denied, or may not have been."""
    beside = (i for i in wording.children[verb] if wording.dep[i] in ("aux", "mark"))
    if any(wording.lemma[i] in _words("open") or wording.tag[i] == "TO" for i in beside):
        return True
    return "?" in wording.text[-2:] or wording.is_denied(verb)


def _named(wording: Wording, value: Value, persons: Persons) -> str:
    if value.mention is None:
        return ""
    if not is_person(value):
        return f"%{' '.join(name_words(wording.words(value.first, value.end)))}"
    person = persons.key_of(wording, value)
    return f"@{person}" if person else ""
