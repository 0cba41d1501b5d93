"""Whom or what an act befell, in a form that is the same in every report: a name, or a noun and the names beside it.

Words are in `lang/en/occasions.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import partial

import msgspec

from variorum.collate.compare.names import name_words
from variorum.collate.findings.facts.named import is_person, persons_in
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words

# Steps below a word in which names are looked for.
_DEPTH = 3
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BEFALLEN = frozenset({"dobj", "nsubjpass"})
_CLAUSES = frozenset({"relcl", "acl"})
_NAMING = frozenset({"compound", "poss", "nmod", "appos", "amod"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_PERSONAL = frozenset({"he", "she", "him", "her"})
_HYPHENS = ("-", "‐", "‑")
_words = partial(load_words, "en", "occasions")


class Theme(msgspec.Struct, frozen=True):
    """What an act befell: a name as names are compared, or a noun with one of the names beside the act (or none).

    `modifiers` are the words that tell the thing from others of its kind: "second" of a goal.
    """

    name: str
    noun: str = ""
    modifiers: frozenset[str] = frozenset()

    def is_like(self, other: Theme) -> bool:
        """Return whether two themes can be of one thing: one of them may be told more closely."""
        return (self.name, self.noun) == (other.name, other.noun) and (
            self.modifiers <= other.modifiers or other.modifiers <= self.modifiers
        )


def read_befallen(wording: Wording, at: int, meant: str | None, used: Set[int] = frozenset()) -> frozenset[Theme]:
    """Return the forms of what an act befell; `meant` is the person whom "he" takes up from the sentences before.

    Words `used` to name the act itself are no part of what it befell: "fire" of "opened fire".
    """
    parts = [part for part in _parts_of(wording, at) if part not in used]
    taken_up = {part: name for part in parts if (name := person_taken_up(wording, part, meant)) is not None}
    names = {*taken_up.values(), *(name for part in parts for name in _names_below(wording, part))}
    if wording.pos[at] == "NOUN":
        return frozenset(map(Theme, names))
    if not parts:
        return frozenset()
    first = parts[0]
    return frozenset({Theme(taken_up[first])}) if first in taken_up else _theme_of(wording, first, names)


def _parts_of(wording: Wording, at: int) -> Iterator[int]:
    """The words for what takes part in an act, that which it befell first."""
    if wording.pos[at] not in ("VERB", "AUX"):
        yield from _parts_of_noun(wording, at)
        return
    objects, subjects = _objects_of(wording, at), [i for i in wording.children[at] if wording.dep[i] == "nsubj"]
    if not subjects and wording.dep[at] in ("conj", "xcomp", "advcl"):
        # "Signed in May, the player …": a participle without a subject takes that of its verb.
        above = wording.head[at] if wording.dep[at] == "advcl" else at
        subject = wording.subject_of(above) if wording.dep[at] != "advcl" or wording.tag[at] == "VBN" else None
        is_object = subject is not None and wording.tag[at] == "VBN" and not objects
        if is_object and (wording.dep[at] == "advcl" or wording.dep[subject or 0] == "nsubjpass"):
            objects.append(subject or 0)
        elif subject is not None:
            subjects.append(subject)
    if wording.lemma[at] in _words("going"):
        objects = [i for i in objects if wording.dep[i] == "nsubjpass"] if subjects else objects
    if wording.dep[at] == "relcl":
        objects, subjects = ([_meant_by(wording, i, at) for i in parts] for parts in (objects, subjects))
    yield from (*(objects or [i for i in wording.children[at] if wording.dep[i] == "attr"]), *subjects)
    for child in wording.children[at]:
        if wording.dep[child] in ("prep", "agent"):
            yield from (i for i in wording.children[child] if wording.dep[i] == "pobj" and not is_dating(wording, i))


def _objects_of(wording: Wording, verb: int) -> list[int]:
    below = [i for i in wording.children[verb] if wording.dep[i] in _BEFALLEN]
    objects = [i for i in below if not is_dating(wording, i) and not is_reflexive(wording, i)]
    if wording.dep[verb] == "acl" and wording.tag[verb] == "VBN":
        objects.append(wording.head[verb])
    return objects


def _meant_by(wording: Wording, index: int, clause: int) -> int:
    """The noun that "who" or "which" stands for."""
    return wording.head[clause] if wording.lemma[index] in _RELATIVES else index


def _parts_of_noun(wording: Wording, at: int) -> Iterator[int]:
    for child in wording.children[at]:
        if wording.dep[child] in _NAMING and not is_dating(wording, child):
            yield child
        elif wording.dep[child] == "prep":
            yield from (i for i in wording.children[child] if wording.dep[i] == "pobj" and not is_dating(wording, i))
    # "Was a winner and the first pick in 2002".
    said = next((i for i in (at, *wording.above(at, 2)) if wording.dep[i] != "conj"), at)
    verb = wording.head[said]
    if wording.dep[said] == "attr":
        yield from (i for i in wording.children[verb] if wording.dep[i] == "nsubj")
    if wording.pos[verb] in ("VERB", "AUX") and wording.dep[at] in _SUBJECTS:
        yield from (i for i in _parts_of(wording, verb) if i != at)


def is_reflexive(wording: Wording, index: int) -> bool:
    """Return whether a word is "himself" or the like."""
    return wording.pos[index] == "PRON" and wording.lemma[index].endswith(("self", "selves"))


def is_dating(wording: Wording, index: int) -> bool:
    """Return whether a word is part of a time."""
    value = wording.value_at.get(index)
    return value is not None and value.time is not None


def person_taken_up(wording: Wording, part: int, meant: str | None) -> str | None:
    """Return the person whom "he" or "him" stands for: the only one whom the sentence names before, else `meant`."""
    if wording.lemma[part] not in _PERSONAL or wording.pos[part] != "PRON":
        return None
    before = {name_of(wording, value) for value in persons_in(wording) if value.end <= part}
    if before:
        return before.pop() if len(before) == 1 else None
    return meant


def person_meant(wording: Wording) -> str | None:
    """Return the only person whom a sentence names, as names are compared; None where it names two."""
    found = {name_of(wording, value) for value in persons_in(wording)}
    return found.pop() if len(found) == 1 else None


def _theme_of(wording: Wording, part: int, names: Set[str]) -> frozenset[Theme]:
    """The forms of what an act befell: its name, else its noun with each name beside the act."""
    name = _name_at(wording, part)
    if name is not None:
        return frozenset({Theme(name)})
    if wording.pos[part] != "NOUN" or not wording.is_content[part]:
        return frozenset()
    modifiers = frozenset(_telling_modifiers(wording, part))
    return frozenset(Theme(each, wording.lemma[part], modifiers) for each in names or {""})


def _telling_modifiers(wording: Wording, noun: int) -> Iterator[str]:
    """What tells one thing from another of its kind: "head-coaching" of a career, "second" of a goal."""
    for child in wording.children[noun]:
        told = wording.dep[child] in ("amod", "compound", "nmod") and wording.is_content[child]
        if told and _name_at(wording, child) is None and not is_dating(wording, child):
            yield wording.lemma[child]


def _names_below(wording: Wording, index: int) -> Iterator[str]:
    """The names among a word and those that hang on it, as names are compared."""
    level = [index]
    for _ in range(_DEPTH):
        for each in level:
            name = _name_at(wording, each)
            if name is not None:
                yield name
        level = [child for each in level for child in wording.children[each] if wording.dep[child] not in _CLAUSES]


def _name_at(wording: Wording, index: int) -> str | None:
    value = wording.value_at.get(index)
    if value is None or wording.text[wording.end[value.end - 1] :][:1] in _HYPHENS:
        return None  # "the Berg-era rule" is not Berg's
    return name_of(wording, value)


def name_of(wording: Wording, value: Value) -> str | None:
    """Return a name as it is the same in every report: of a person the last word, of others all."""
    words = name_words(wording.words(value.first, value.end))
    if not words or value.mention is None:
        return None
    return words[-1] if is_person(value) else " ".join(words)
