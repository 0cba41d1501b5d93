"""Acts that have one place, and whom or what they befall: "was arrested", "the ship sank", "the fire"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

from variorum.collate.compare.names import name_words
from variorum.collate.findings.facts.clauses import is_passive, subject_meant
from variorum.collate.findings.facts.named import is_person
from variorum.collate.findings.facts.persons.beside_names import PRONOUNS
from variorum.collate.findings.facts.persons.persons import Persons
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_keys, load_table, load_words

_words = partial(load_words, "en", "scenes", "words")
# Before somebody unnamed of whom was told before: "the driver".
THE = "the "
# Where a report has told its main happening, in letters from its beginning.
_LEAD = 400
_TABLES = ("befalling", "taking", "undergoing")


class Act(NamedTuple):
    """An act of a sentence: its name, whom it befalls (a noun), the words on which its places hang."""

    name: str
    theme: int
    roots: tuple[int, ...]


def acts_of(wording: Wording) -> Iterator[Act]:
    """Yield the acts that a sentence tells as having been, in the order of its words."""
    nominal = _verbs("nominal")
    told = _told()
    for index, lemma in enumerate(wording.lemma):
        if lemma in told and wording.pos[index] == "VERB" and not _is_open(wording, index):
            yield from _act_of_verb(wording, index, lemma)
        elif wording.pos[index] == "NOUN":
            if _happens(lemma) and is_main(wording, index):
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
        owned = known or any(wording.dep[i] == "poss" for i in before)
        return of_person if lemma in _words("people") else _things().get(lemma, lemma if owned else "")
    return ""


@cache
def _happens(noun: str) -> bool:
    """Whether a noun tells a happening."""
    return _things().get(noun, noun) in load_words("en", "scenes", "events", "words")


def is_main(wording: Wording, event: int) -> bool:
    """Return whether a happening may be the story's own: "the blast", "a blast shook"; "a blast" in the lead."""
    is_known = any(wording.lemma[i] in ("the", "this", "that") for i in wording.children[event])
    is_subject = wording.dep[event] in ("nsubj", "nsubjpass")
    leads = wording.dep[event] != "conj" and any(home.start < _LEAD for home in wording.homes)
    return is_known or is_subject or leads


def _told_as(wording: Wording, noun: int) -> Iterator[Value]:
    """The names of whom a noun tells: "another climber, Ida Berg"."""
    beside = (wording.value_at.get(i) for i in wording.children[noun] if wording.dep[i] == "appos")
    yield from (value for value in beside if value is not None and is_person(value))


_verbs = partial(load_keys, "en", "scenes")


@cache
def _told() -> frozenset[str]:
    phrases = set().union(*(_verbs(table) for table in _TABLES))
    return _words("hiding") | {phrase.partition("_")[0] for phrase in phrases}


@cache
def first_of_rows(table: str) -> Mapping[str, str]:
    """Return for each word of a table the first of its row, which stands for all."""
    rows = (row.split() for row in load_table("en", "scenes")[table]["rows"])
    return {word: row[0] for row in rows for word in row}


_things = partial(first_of_rows, "things")


def _act_of_verb(wording: Wording, verb: int, lemma: str) -> Iterator[Act]:
    objects = [i for i in wording.children[verb] if wording.dep[i] == "dobj"]
    subject = subject_meant(wording, verb)
    undergoing = _act_in("undergoing", wording, verb)
    befalls = bool(objects) and lemma in _verbs("befalling")
    if undergoing and subject is not None and not befalls:
        # "Berg, at a news conference, said"; "died of heart disease in a motel".
        beside = [subject] if undergoing == "say" else _causes(wording, verb)
        yield Act(undergoing, subject, (verb, *beside))
        return
    if subject is not None and any(wording.lemma[i] in _words("themselves") for i in objects):
        if lemma in _words("hiding"):
            yield Act("hide", subject, (verb, *objects))
        return
    befalling = _act_in("befalling", wording, verb) or _act_in("taking", wording, verb)
    if befalling is None:
        return
    hidden = [i for i in wording.children[verb] if wording.lemma[i] in _words("found")]
    befalling = "arrest" if befalling == "find" and hidden else befalling
    passive = _of_passive(wording, verb)
    passive = _of_clause(wording, verb) if passive is None else passive
    for theme in _befallen_together(wording, objects, passive):
        yield Act(befalling, theme, (verb, *objects, *hidden))


def _act_in(table: str, wording: Wording, verb: int) -> str | None:
    """The act of a table that a verb tells, with what belongs to it ("took place", "last seen") or by itself."""
    listed, lemma = _verbs(table), wording.lemma[verb]
    phrases = (f"{lemma}_{wording.lemma[i]}" for i in wording.children[verb] if wording.pos[i] not in ("VERB", "PROPN"))
    return next((listed[phrase] for phrase in phrases if phrase in listed), listed.get(lemma))


def _causes(wording: Wording, verb: int) -> list[int]:
    """What somebody dies of or falls from: the parser takes the place behind it for its own."""
    prepositions = [i for i in wording.children[verb] if wording.lemma[i] in ("of", "from")]
    return [i for each in prepositions for i in wording.children[each] if wording.pos[i] == "NOUN"]


def _of_clause(wording: Wording, verb: int) -> int | None:
    """What a clause without a pronoun tells of: "the gun he had hidden in the attic"."""
    head = wording.head[verb]
    has_own = any(
        wording.dep[i] in ("nsubj", "dobj") and wording.tag[i] in ("WP", "WDT") for i in wording.children[verb]
    )
    is_clause = wording.dep[verb] == "relcl" and wording.pos[head] == "NOUN" and wording.subject_of(verb) is not None
    return head if is_clause and not has_own else None


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
        if any(wording.dep[i] == "nsubjpass" for i in wording.children[at]):
            return subject_meant(wording, at)
        if at == verb and wording.dep[at] == "pcomp" and is_passive(wording, verb):
            return subject_meant(wording, wording.verb_above(wording.head[at]))  # "Berg died after being shot"
        if wording.dep[at] not in ("conj", "oprd"):  # "was kept hidden"
            subject = wording.subject_of(wording.head[at]) if wording.dep[at] == "advcl" else None
            aids = any(wording.dep[i] in ("aux", "auxpass", "nsubj", "dobj") for i in wording.children[at])
            return subject if at == verb and not aids else None  # "Born in Voss, Berg worked"
    return None


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
