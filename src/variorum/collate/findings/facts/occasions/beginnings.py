"""Acts that are dated as the beginning of something: "began modelling in 1950", "held since Monday", "open since 1987".

Words are in `lang/en/occasions.toml`.
"""

from __future__ import annotations

from functools import partial
from typing import Literal

import msgspec

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.named import is_person, name_at
from variorum.collate.findings.facts.occasions.act_kinds import kind_of
from variorum.collate.findings.facts.occasions.befallen import Theme, name_of, person_taken_up, read_befallen
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

Standing = Literal["done", "planned"]
_words = partial(load_words, "en", "occasions")


class DatedAct(msgspec.Struct, frozen=True):
    """An act that a dating belongs to.

    `kind` names the act, `at` is the word for it, `themes` are the forms of whom or what it befell. `sole` is true
    where a story can be of one happening of the kind, named or not.
    """

    kind: str
    at: int
    themes: frozenset[Theme]
    standing: Standing
    sole: bool


def read_begun(wording: Wording, at: int, meant: str | None) -> DatedAct | None:
    """Return the beginning of what somebody did as work or habit: "began modelling", "started her modelling career"."""
    verb = wording.head[at] if wording.dep[at] == "xcomp" and wording.tag[at] == "VBG" else at
    if (
        wording.pos[verb] != "VERB"
        or kind_of(wording, verb) != "start"
        or wording.tag[verb] not in ("VBD", "VBN", "VB")
    ):
        return None
    if wording.is_denied(verb) or any(
        wording.dep[i] == "aux" and wording.lemma[i] != "to" for i in wording.children[verb]
    ):
        return None
    # "Left her job to begin a career in modelling".
    subject = wording.subject_of(wording.head[verb] if wording.dep[verb] == "advcl" else verb)
    doing = wording.word(at).lower() if verb != at else _career_of(wording, verb)
    if subject is None or not doing:
        return None
    name = name_at(wording, subject)
    who = name_of(wording, name) if name is not None and is_person(name) else person_taken_up(wording, subject, meant)
    return DatedAct("start", verb, frozenset({Theme(who, doing)}), "done", sole=False) if who else None


def _career_of(wording: Wording, verb: int) -> str:
    """As what somebody began a career: "modelling" of "her modelling career" and of "a career in modelling"."""
    for career in wording.children[verb]:
        if wording.dep[career] == "dobj" and wording.lemma[career] == "career":
            below = [i for of in wording.children[career] if wording.lemma[of] == "in" for i in wording.children[of]]
            told = [i for i in (*wording.children[career], *below) if wording.dep[i] in ("compound", "amod", "pobj")]
            return " ".join(wording.word(i).lower() for i in told if wording.value_at.get(i) is None)
    return ""


def read_lasting(wording: Wording, unit: Unit, top: int, meant: str | None) -> DatedAct | None:
    """Return the act by which what lasts "since" a time began; None for other limits, and where none is known."""
    verb = wording.verb_above(top)
    has_lasted = any(wording.lemma[i] == "have" and wording.dep[i] == "aux" for i in wording.children[verb])
    if not unit.first or wording.lemma[unit.first - 1] != "since" or not has_lasted or wording.is_denied(verb):
        return None
    if wording.lemma[verb] in _words("held"):
        return DatedAct("arrest", verb, read_befallen(wording, verb, meant), "done", sole=False)
    subject = wording.subject_of(verb)
    name = name_at(wording, subject) if subject is not None and wording.dep[subject] == "nsubj" else None
    if wording.lemma[verb] not in _words("existing") or name is None or name.kind == "place" or is_person(name):
        return None
    what = name_of(wording, name)
    return DatedAct("found", verb, frozenset({Theme(what)}), "done", sole=False) if what else None
