"""Whose a fact is: the one person or thing that a word of a sentence stands for, by name where it has one."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from variorum.collate.findings.facts.clauses import is_passive
from variorum.collate.findings.facts.means.kinds_apart import Row, Word
from variorum.collate.findings.facts.named import alike_name, is_person, name_at, persons_in
from variorum.collate.findings.facts.persons.persons import Persons
from variorum.collate.points import Value, Wording
from variorum.lang.senses import is_kind_of
from variorum.lang.tables import load_words
from variorum.text.gazetteer import find_known

_words = partial(load_words, "en", "means", "words")
# A word that stands for whoever was told of before.
ANYBODY = ""
_NAMED = "="
# Pronouns that stand for one who was told of before, and for whoever speaks.
_OTHERS = dict.fromkeys(("he", "she", "him", "her", "his", "hers", "himself", "herself"), ANYBODY)
_FIRST = frozenset({"i", "me", "my", "mine", "myself"})
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_SUBJECTS = ("nsubj", "nsubjpass")
# Owners that need be no one person.
_OF_NO_PERSON = frozenset({"counted", "object_noun", "place"})


class Link(NamedTuple):
    """How a word stands to what governs it: by which preposition or as what, and the word that governs it."""

    name: str
    governor: int


def _bearer_at(persons: Persons, wording: Wording, index: int) -> str | None:
    """Who or what a word stands for: "=name", a lemma, ANYBODY for a pronoun; None for several."""
    if any(wording.dep[child] == "conj" for child in wording.children[index]) or wording.dep[index] == "conj":
        return None
    name = name_at(wording, index)
    if name is not None:
        return _named(persons, wording, name) if is_person(name) else None
    if wording.pos[index] == "PRON":
        return _speaker(persons, wording) if wording.lemma[index] in _FIRST else _OTHERS.get(wording.lemma[index])
    beside = (wording.value_at.get(child) for child in wording.children[index] if wording.dep[child] == "appos")
    for value in beside:
        if value is not None and is_person(value):
            return _named(persons, wording, value)
    if wording.tag[index] in ("NNS", "NNPS"):
        return None
    return wording.lemma[index]


def _named(persons: Persons, wording: Wording, name: Value) -> str | None:
    key = persons.key_of(wording, name)
    return f"{_NAMED}{key}" if key else None


def is_named(bearer: str) -> bool:
    """Return whether a bearer is told by name."""
    return bearer.startswith(_NAMED)


def bearers_in(persons: Persons, wording: Wording) -> set[str]:
    """Return the persons whom a sentence names, as bearers."""
    bearers = (_named(persons, wording, name) for name in persons_in(wording))
    return {bearer for bearer in bearers if bearer is not None}


def _speaker(persons: Persons, wording: Wording) -> str | None:
    """The one person whom a sentence with "I" in it names."""
    names = persons_in(wording)
    return _named(persons, wording, names[0]) if len(names) == 1 else None


def _object_of(wording: Wording, verb: int) -> int | None:
    """Who or what a deed is done to: the object, the subject of a passive, the noun that a participle is of."""
    for child in wording.children[verb]:
        if wording.dep[child] in ("dobj", "nsubjpass") and wording.lemma[child] not in _RELATIVES:
            return child
    above = wording.head[verb]
    if wording.dep[verb] in ("acl", "relcl") and _is_undergone(wording, verb):
        return above
    if wording.dep[verb] in ("conj", "xcomp", "pcomp") and _is_undergone(wording, verb):
        return wording.subject_of(_clause_of(wording, verb))
    return None


def _clause_of(wording: Wording, verb: int) -> int:
    """The verb whose subject is also that of a verb below it: "reported being stung"."""
    for above in wording.above(verb, 3):
        if any(wording.dep[child] in _SUBJECTS for child in wording.children[above]):
            return above
    return verb


def _is_undergone(wording: Wording, verb: int) -> bool:
    """Whether a verb is a passive or a participle of one."""
    return is_passive(wording, verb) or wording.tag[verb] == "VBN"


def _subject_of(wording: Wording, verb: int) -> int | None:
    """Who does a deed: the subject of the verb, or the noun that a clause or participle is of."""
    found = wording.subject_of(verb)
    if found is not None and wording.lemma[found] not in _RELATIVES:
        return found
    above = wording.head[verb]
    if wording.dep[verb] in ("relcl", "acl"):
        return above
    if wording.dep[verb] in ("pcomp", "advcl", "xcomp"):
        return wording.subject_of(_clause_of(wording, verb))
    return None


def _possessor_of(wording: Wording, index: int) -> int | None:
    """The word that tells whose a thing is: "his knee", "Malk's knee", "the knee of Malk"."""
    for child in wording.children[index]:
        if wording.dep[child] == "poss":
            return child
        if wording.dep[child] == "prep" and wording.lemma[child] == "of":
            return next((i for i in wording.children[child] if wording.dep[i] == "pobj"), None)
    return None


def bearer_of(persons: Persons, wording: Wording, word: Word, link: Link) -> str | None:
    """Return whose a fact is: ANYBODY where a sentence leaves that open, None where it is nobody's that is one."""
    row, deed = word.row, link.governor
    are_several = "NNS" in (wording.tag[word.end - 1], wording.tag[deed])
    if _is_part_of_thing(wording, word.end - 1) or (row.single and are_several):
        return None
    if row.owner == "story":
        return ANYBODY
    if row.owner == "role":
        return _role_bearer(persons, wording, deed)
    if row.owner == "possessor" and wording.dep[deed] in ("compound", "amod", "nmod"):
        # "His right-hand man".
        return None
    if link.name == "participle" and deed > 1 and wording.word(deed - 1) == "(":
        # "Malk (broken arm)".
        before = name_at(wording, deed - 2)
        return _named(persons, wording, before) if before is not None else None
    index = deed if row.owner == "place" else _owner_index(wording, word, link)
    if index is None:
        is_open = wording.pos[deed] == "NOUN" or row.owner == "possessor"
        return ANYBODY if is_open and row.owner not in _OF_NO_PERSON else None
    return _at(persons, wording, index, row)


def _at(persons: Persons, wording: Wording, index: int, row: Row) -> str | None:
    """For whom or what a word stands, as the owner of a row is read."""
    if row.owner == "counted":
        return _counted(wording, index)
    if row.owner == "place":
        return _place_of(wording, index, row)
    if row.owner == "object_noun":
        return _noun_of(persons, wording, index, row)
    return _person_at(persons, wording, index)


def _person_at(persons: Persons, wording: Wording, index: int) -> str | None:
    bearer = _bearer_at(persons, wording, index)
    if bearer is None or bearer == ANYBODY or is_named(bearer):
        return bearer
    return ANYBODY if is_kind_of(bearer, "person") or bearer in _words("together") else None


def _is_part_of_thing(wording: Wording, index: int) -> bool:
    """Whether a noun is said of a thing: "in the back of the van"."""
    if wording.pos[index] != "NOUN":
        return False
    preps = [i for i in wording.children[index] if wording.lemma[i] == "of"]
    below = [i for prep in preps for i in wording.children[prep] if wording.pos[i] == "NOUN"]
    return any(not is_kind_of(wording.lemma[i], "person") for i in below)


def _owner_index(wording: Wording, word: Word, link: Link) -> int | None:
    deed = link.governor
    if link.name == "participle":
        return _sufferer_of(wording, wording.head[deed])
    if word.row.owner == "possessor":
        return _possessor_of(wording, deed)
    if wording.pos[deed] == "NOUN":
        owner = _possessor_of(wording, deed)
        verb = wording.verb_above(deed)
        return owner if owner is not None or wording.pos[verb] != "VERB" else _subject_of(wording, verb)
    if word.row.owner == "subject":
        return _subject_of(wording, deed)
    if word.row.owner in ("patient", "counted"):
        suffered = _object_of(wording, deed)
        is_own = suffered is None or wording.lemma[suffered] in _words("oneself")
        return _subject_of(wording, deed) if is_own else suffered
    if link.name == "object":
        # Who "broke his leg" broke his own, and whoever "broke Malk's leg" did not break his own.
        owner = _possessor_of(wording, word.end - 1)
        return owner if owner is not None and wording.pos[owner] != "PRON" else _subject_of(wording, deed)
    owner = _object_of(wording, deed)
    if owner is not None and wording.lemma[owner] in _words("oneself"):
        return _subject_of(wording, deed)
    return owner


def _sufferer_of(wording: Wording, hurt: int) -> int | None:
    """Whose a hurt is: "Malk's broken arm", "Malk has a broken arm", "Malk is out with"."""
    owner = _possessor_of(wording, hurt)
    if owner is not None and wording.pos[owner] != "PRON":
        return owner
    return _subject_of(wording, wording.verb_above(hurt))


def _noun_of(persons: Persons, wording: Wording, index: int, row: Row) -> str | None:
    """The one noun or name that tells to whom or what something was done."""
    bearer = _bearer_at(persons, wording, index)
    if bearer is not None and is_named(bearer):
        return bearer
    lemma = wording.lemma[index]
    noun = alike_name(lemma)
    if wording.pos[index] != "NOUN" or noun in _words("vague"):
        return None
    return noun if lemma in row.objects or (not row.objects and is_kind_of(noun, "person")) else None


def _role_bearer(persons: Persons, wording: Wording, index: int) -> str | None:
    """Of whom a noun says what he is: its apposition or name, the subject of "be"; ANYBODY where left open."""
    if wording.pos[index] != "NOUN" or wording.tag[index] == "NNS":
        return None
    if wording.dep[index] in ("attr", "oprd"):
        subject = _subject_of(wording, wording.head[index])
        return _bearer_at(persons, wording, subject) if subject is not None else None
    around = [i for i in wording.children[index] if wording.dep[i] == "appos"]
    if wording.dep[index] in ("appos", "compound", "nmod"):
        around.append(wording.head[index])
    bearers = (_bearer_at(persons, wording, i) for i in around)
    return next((bearer for bearer in bearers if bearer is not None and is_named(bearer)), ANYBODY)


def _counted(wording: Wording, index: int) -> str | None:
    """So many of one people or sort: "26 Somali sailors", "26 hostages"."""
    beside = wording.children[index]
    numbers = [wording.key[i] for i in beside if wording.dep[i] == "nummod" and wording.key[i].startswith("#")]
    known = (find_known(wording.word(i)) for i in beside if wording.dep[i] in ("amod", "compound", "nmod"))
    peoples = [each.country for each in known if each is not None and each.kind == "people"]
    if not numbers or (not peoples and (numbers[0] == "#1" or not is_kind_of(wording.lemma[index], "person"))):
        return None
    return f"{numbers[0]} {peoples[0] if peoples else wording.lemma[index]}"


def _place_of(wording: Wording, verb: int, row: Row) -> str | None:
    """The place where a deed is done, with what says which it is: "hotel room" of "burst into his hotel room"."""
    preps = [i for i in wording.children[verb] if wording.dep[i] == "prep" and wording.lemma[i] in row.links]
    places = (i for prep in preps for i in wording.children[prep] if wording.dep[i] == "pobj")
    place = next((i for i in places if wording.pos[i] in ("NOUN", "PROPN")), None)
    if place is None:
        return None
    before = [i for i in wording.children[place] if wording.dep[i] == "compound" and i < place]
    return " ".join(wording.lemma[i] for i in (*before, place))
