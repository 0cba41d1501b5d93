"""Which act or happening a dating belongs to, whom or what it befell, and whether it was done or is planned.

"Wynn was signed on Tuesday", "the signing of Wynn on Tuesday" and "New Orleans picked up Wynn on Tuesday" date one act
of one person. Words are in `lang/en/occasions.toml`.
"""

from __future__ import annotations

from functools import partial
from typing import Literal

import msgspec

from variorum.collate.differences import Unit, top_of
from variorum.collate.findings.facts.clauses import is_passive, subject_meant
from variorum.collate.findings.facts.named import is_person, name_at, persons_in
from variorum.collate.findings.facts.occasions.act_kinds import kind_of, kind_of_noun, phrase_at
from variorum.collate.findings.facts.occasions.befallen import Theme, name_of, read_befallen
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words

# Words above a dating among which its act stands.
_STEPS = 5
_BEFALLEN = frozenset({"dobj", "nsubjpass"})
_CLAUSES = frozenset({"relcl", "acl"})
_PAST = frozenset({"VBD", "VBN"})
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


def read_dated_act(wording: Wording, unit: Unit, meant: str | None = None) -> DatedAct | None:
    """Return the act that a dating belongs to; None where it limits another time, or tells when somebody spoke.

    `meant` is the person whom "he" or "she" takes up from the sentences before, None where that is not plain.
    """
    top = top_of(wording, unit)
    if _is_limit(wording, unit):
        return _read_lasting(wording, unit, top, meant)
    if _follows_saying(wording, unit):
        return None
    beside, places = _happening_beside(wording, unit)
    at = _act_above(wording, top) if beside is None else beside
    if at is None:
        return None
    standing, kind = _standing_of(wording, at), kind_of(wording, at)
    if standing is None or kind is None:
        return None
    themes = read_befallen(wording, at, meant, phrase_at(wording, at).used) | places
    if kind in _words("light"):
        # "Became coach" tells of an act by what stands behind it alone.
        themes = frozenset(theme for theme in themes if theme.noun and theme.name)
    if kind == "launch" and any(theme.name in _persons(wording, meant) for theme in themes if not theme.noun):
        kind = "free"  # who is released was held
    return DatedAct(kind, at, themes, standing, sole=kind in _words("sole"))


def _happening_beside(wording: Wording, unit: Unit) -> tuple[int | None, frozenset[Theme]]:
    """The happening that a phrase right before a dating names, and its place, whatever the parser hangs either on.

    "In retaliation for air strikes near Voss last week", "after the crash on Friday in Bergen".
    """
    before = _before_prepositions(wording, unit.first)
    places = [_place_in_phrase(wording, before), _place_in_phrase(wording, unit.end + 1)]
    if places[0] is not None:
        before = _before_prepositions(wording, places[0].first)
    if before < 0 or wording.dep[before] != "pobj" or not kind_of_noun(wording, before):
        return None, frozenset()
    calls = _words("alarms", "calls")
    if any(_says(wording, index) or wording.lemma[index] in calls for index in wording.above(before, 2)):
        return None, frozenset()  # "reports of the crash at noon" may be of noon themselves
    verb = wording.verb_above(before)
    if wording.lemma[wording.head[before]] in ("of", "to", "with") and kind_of(wording, verb) in _words("accusing"):
        return None, frozenset()  # "was charged with murder on Friday"
    names = {name_of(wording, place) for place in places if place is not None}
    return before, frozenset(Theme(name) for name in names if name)


def _before_prepositions(wording: Wording, first: int) -> int:
    before = first - 1
    while before >= 0 and wording.pos[before] == "ADP":
        before -= 1
    return before


def _place_in_phrase(wording: Wording, index: int) -> Value | None:
    """The place of which a word is one, where a preposition stands before it."""
    place = wording.value_at.get(index)
    if place is None or place.kind != "place" or not place.first or wording.pos[place.first - 1] != "ADP":
        return None
    return place


def _read_lasting(wording: Wording, unit: Unit, top: int, meant: str | None) -> DatedAct | None:
    """The act by which what lasts "since" a time began; None for other limits, and where none is known."""
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


def _persons(wording: Wording, meant: str | None) -> set[str | None]:
    return {meant, *(name_of(wording, value) for value in persons_in(wording))}


def _is_limit(wording: Wording, unit: Unit) -> bool:
    """Whether a dating is the limit of another time: "until Friday", "after 2012", but not "shortly after noon"."""
    before = unit.first - 1
    while before >= 0 and wording.lemma[before] in _words("beside"):
        before -= 1
    if before < 0 or wording.lemma[before] not in _words("limits"):
        return False
    return before == 0 or wording.lemma[before - 1] not in _words("closely")


def _follows_saying(wording: Wording, unit: Unit) -> bool:
    """Whether the word before a dating says something, whatever the parser hangs the dating on: "said Monday that"."""
    before = unit.first - 1
    while before >= 0 and (wording.pos[before] == "ADP" or not wording.word(before).isalnum()):
        before -= 1
    return before >= 0 and _says(wording, before)


def _says(wording: Wording, index: int) -> bool:
    """Whether a word tells that somebody speaks: a verb of saying, "a statement", "issued a statement"."""
    things = load_words("en", "tellings", "things")
    lemma = wording.lemma[index]
    if wording.pos[index] not in ("VERB", "AUX"):
        return lemma in things
    giving = lemma in load_words("en", "tellings", "giving")
    given = giving and any(wording.lemma[i] in things for i in wording.children[index] if wording.dep[i] in _BEFALLEN)
    if is_passive(wording, index) and any(wording.lemma[i] == "to" for i in wording.children[index]):
        return given  # "was admitted to hospital"
    return given or lemma in load_words("en", "relations", "saying") | load_words("en", "tellings", "verbs")


def _act_above(wording: Wording, top: int) -> int | None:
    """The nearest word above a dating that tells an act: a verb, or a noun for a happening."""
    for index in wording.above(top, _STEPS):
        pos = wording.pos[index]
        if wording.tag[index] == "VBG" and wording.dep[index] == "acl":
            continue  # "shot a man leaving the club on Friday" dates the shot
        if pos in ("VERB", "AUX"):
            return _of_befalling(wording, index, top)
        if _says(wording, index):
            return None
        if pos == "NOUN" and kind_of_noun(wording, index):
            return index
        if pos not in ("NOUN", "PROPN", "ADP", "ADV", "NUM"):
            return None
    return None


def _of_befalling(wording: Wording, verb: int, top: int) -> int | None:
    """A verb that dates itself, or the noun of its happening; None for a verb of saying."""
    if _says(wording, verb):
        return None
    verb = _sudden(wording, verb, top)
    if wording.lemma[verb] in _words("light") | _words("undergoing"):
        objects = [i for i in wording.children[verb] if wording.dep[i] in _BEFALLEN]
        objects += [wording.head[verb]] if wording.dep[verb] in _CLAUSES else []
        into = (i for i in wording.children[verb] if wording.lemma[i] in ("into", "to") and wording.dep[i] == "prep")
        objects += [i for each in into for i in wording.children[each] if wording.dep[i] == "pobj"]
        done = next((i for i in objects if wording.pos[i] == "NOUN" and kind_of_noun(wording, i)), None)
        if done is not None:
            return done  # "made the purchase in May", "led to cardiac arrest"
    subject = subject_meant(wording, verb)
    if subject is None:
        return verb
    if phrase_at(wording, verb).lemma in _words("befalling") or _only_dates(wording, verb):
        return subject if kind_of_noun(wording, subject) else None
    is_subject = wording.dep[subject] == "nsubj" and wording.head[subject] == verb
    if wording.pos[subject] != "NOUN" or not is_subject or not kind_of_noun(wording, subject):
        return verb
    # "The death of Malk on Friday shook the town"; what a blast does it does when it is: "the blast shook it at noon".
    is_its_own = subject < top < verb or wording.lemma[verb] in _words("striking")
    return subject if is_its_own else verb


def _sudden(wording: Wording, verb: int, top: int) -> int:
    """The verb of what befell whoever was doing something: "was driving home at 2 a.m. when he was stopped"."""
    below = [i for i in (*wording.children[verb], *wording.children[top]) if wording.dep[i] in ("advcl", "relcl")]
    past = [i for i in below if wording.tag[i] in _PAST and i > top and wording.tag[verb] == "VBG"]
    return next((i for i in past if any(wording.lemma[j] == "when" for j in wording.children[i])), verb)


def _only_dates(wording: Wording, verb: int) -> bool:
    """Whether "is" tells nothing but when something was: "the wedding was on Friday"."""
    told = any(wording.dep[child] in ("acomp", "attr", "advcl", "ccomp") for child in wording.children[verb])
    return wording.lemma[verb] == "be" and not told


def _standing_of(wording: Wording, at: int) -> Standing | None:
    """Whether an act was done or is planned; None where it is denied, left open, or asked for."""
    verb = wording.verb_above(at)
    chain = [verb, *wording.above(verb, 2)]
    for index in chain:
        if wording.is_denied(index):
            return None
        lemmas = {wording.lemma[child] for child in wording.children[index] if wording.dep[child] in ("aux", "mark")}
        if lemmas & _words("doubting"):
            return None
        if wording.dep[index] not in ("xcomp", "auxpass"):
            break
    helping = {wording.lemma[child] for child in wording.children[verb] if wording.dep[child] in ("aux", "auxpass")}
    if helping & {"will", "shall", "'ll"}:
        return "planned"
    above = wording.head[verb]
    if "have" in helping:
        return "done"
    if wording.tag[verb] == "VB" or "to" in helping:
        planned = wording.lemma[above] in _words("planning")
        return "planned" if planned else None
    if phrase_at(wording, verb).lemma in _words("planning") or (
        at != verb and wording.tag[verb] in ("VBZ", "VBP") and _only_dates(wording, verb)
    ):
        return "planned"  # "the funeral is on Friday"
    return "done" if wording.tag[verb] in _PAST or at != verb else None


def are_of_one_act(left: Wording, one: Unit, right: Wording, other: Unit) -> bool:
    """Return whether two datings belong to one kind of act that befell one and the same."""
    act, partner = read_dated_act(left, one), read_dated_act(right, other)
    if act is None or partner is None or act.kind != partner.kind or act.standing != partner.standing:
        return False
    return any(theme.is_like(other_theme) for theme in act.themes for other_theme in partner.themes)
