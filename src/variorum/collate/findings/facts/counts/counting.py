"""What a count counts: the act, the class of those counted, and what narrows it."""

from __future__ import annotations

from functools import partial

import msgspec

from variorum.collate.differences import Unit, top_of
from variorum.collate.findings.facts.counts.counted_acts import (
    Verb,
    class_of,
    find_act,
    find_whole,
    is_fact,
    named_subject,
)
from variorum.collate.findings.facts.named import is_person, last_word, name_at
from variorum.collate.findings.tallies import PEOPLE, is_no_whole, noun_of
from variorum.collate.points import Wording
from variorum.lang.tables import load_words
from variorum.text.fold import fold

_NARROWING = ("amod", "compound", "nmod", "poss")
_words = partial(load_words, "en", "counts", "words")


class Count(msgspec.Struct, frozen=True):
    """What a count counts: an act (empty: those who stand in the story), a class of nouns, words that narrow it."""

    act: str
    counted: str
    narrowed: tuple[str, ...]

    @property
    def about(self) -> str:
        """The count's point, the same for every report."""
        return " ".join((self.act, self.counted, *self.narrowed))


def read_count(wording: Wording, unit: Unit) -> Count | None:
    """Return what a count counts; None where nothing tells it, or where it is no fact of the whole."""
    if not _words("nouns").isdisjoint(wording.lemma[unit.first : unit.end]):
        return None
    hub = noun_counted(wording, unit)
    body = _body_of(wording, unit, hub)
    if body is not None:
        return body
    included = find_whole(wording, unit, hub)
    added = _is_added(wording, unit)
    if is_no_count(wording, unit, hub) or (is_no_whole(wording, unit, hub) and not added and included is None):
        return None
    counted, narrowed = class_of(wording, hub), narrowed_by(wording, unit, hub)
    verb = included or find_act(wording, unit, hub)
    if verb is None or not is_fact(wording, verb.word, verb.name):
        return None
    # "All 11 passengers were hurt" tells how many there were.
    whole = unit.first > 0 and wording.lemma[unit.first - 1] == "all"
    if counted in _words("standing") and (whole or verb.name in ("deployed", "aboard")):
        verb = Verb("", verb.word)
    if verb.name == "shed" and counted == PEOPLE:
        counted = "worker"
    counted = PEOPLE if verb.name == "gathered" else counted
    narrowed += _narrowed_by_act(wording, unit, verb)
    return Count(verb.name, counted, (*narrowed, *(("further",) if added else ())))


def _narrowed_by_act(wording: Wording, unit: Unit, verb: Verb) -> tuple[str, ...]:
    """What makes those counted a part beside their act: how badly hurt, in which hospital, where, still, over days."""
    narrowed: tuple[str, ...] = ()
    if verb.name in ("injured", "hospitalized"):
        narrowed += _degree(wording, unit, verb.word)
    if verb.name == "hospitalized":
        narrowed += _hospitals(wording)
    if verb.name in _words("easing"):
        narrowed += _left(wording, unit, verb.word)
    if verb.name in _words("placed"):
        narrowed += _places(wording, verb.word)
    if verb.name in _words("growing") and any(value.kind == "duration" for value in wording.values):
        narrowed += ("over time",)
    if verb.name == "charged":
        narrowed += _defendant(wording, verb.word)
    # "Has already cut 500 jobs" is a part of what a plan tells.
    if verb.name in _words("planned") and "already" in (wording.lemma[i] for i in wording.children[verb.word]):
        narrowed += ("already",)
    return narrowed


def is_of_one_moment(wording: Wording, unit: Unit) -> bool:
    """Return whether a count is of what no later report gives higher: those aboard, attackers, storeys."""
    count = read_count(wording, unit)
    return count is not None and (count.act or count.counted) in _words("fixed")


def noun_counted(wording: Wording, unit: Unit) -> int | None:
    """Return the noun of a count; none that stands behind an "and": "a crew of 26 and 103 passengers"."""
    hub = noun_of(wording, unit)
    return hub if hub is None or not any(wording.dep[i] == "cc" for i in range(unit.end, hub)) else None


def _is_added(wording: Wording, unit: Unit) -> bool:
    return any(wording.lemma[i] in _words("added") for i in range(max(0, unit.first - 2), unit.first))


def _body_of(wording: Wording, unit: Unit, hub: int | None) -> Count | None:
    """What a bare number is of ("a crew of 26", "a mother of 13", "a crowd of 500"), or the size of a thing."""
    before = unit.first - 1
    crowd = _crowd_put_at(wording, unit, hub)
    if crowd is not None:
        return Count("gathered", PEOPLE, ())
    if before > 0 and wording.lemma[before] == "of" and wording.lemma[before - 1] in _words("bodies"):
        body = wording.lemma[before - 1]
        body = {"mum": "mother", "mom": "mother", "dad": "father"}.get(body, body)
        if body in ("mother", "father"):
            return Count("", body, ())
        if hub is not None and class_of(wording, hub) not in (PEOPLE, body):
            return None
        return Count("gathered", PEOPLE, ()) if body == "crowd" else Count("", body, ())
    if hub is None or wording.lemma[hub] not in _words("sizes") or wording.dep[hub] not in _NARROWING:
        return None
    whole = wording.head[hub]
    size = {"story": "storey", "floor": "storey"}.get(wording.lemma[hub], wording.lemma[hub])
    if whole < hub or wording.pos[whole] != "NOUN" or wording.is_denied(whole):
        return None
    return Count("size", size, (wording.lemma[whole], *narrowed_by(wording, Unit(unit.first, hub + 1, None), whole)))


def _crowd_put_at(wording: Wording, unit: Unit, hub: int | None) -> int | None:
    """The crowd or march that somebody puts at a number: "police put the march at 30,000 people"."""
    top = hub if hub is not None else top_of(wording, unit)
    if wording.dep[top] != "pobj" or wording.lemma[wording.head[top]] != "at":
        return None
    verb = wording.verb_above(top)
    # "Put the march, to mark a holiday, at 500": the parser hangs "at" on what stands between.
    verb = wording.head[verb] if wording.dep[verb] == "advcl" else verb
    if wording.lemma[verb] not in _words("putting") or (hub is not None and class_of(wording, hub) != PEOPLE):
        return None
    told = (i for i in wording.children[verb] if wording.dep[i] in ("dobj", "nsubjpass"))
    return next((i for i in told if wording.lemma[i] in _words("crowds")), None)


def _places(wording: Wording, word: int) -> tuple[str, ...]:
    """The places that a clause names."""
    top = wording.verb_above(word)
    named = (value for value in wording.values if value.kind == "place")
    return tuple(
        sorted(fold(wording.words(v.first, v.end)) for v in named if wording.verb_above(wording.head[v.first]) == top)
    )


def _defendant(wording: Wording, verb: int) -> tuple[str, ...]:
    """By what a defendant is known: a last name; nothing where a pronoun or a noun stands for it."""
    name = named_subject(wording, verb)
    return (last_word(wording, name),) if name is not None else ()


def is_no_count(wording: Wording, unit: Unit, hub: int | None) -> bool:
    """Return whether a number is of those beside somebody named, or an age."""
    return _is_with_a_name(wording, hub) or _is_age(wording, unit)


def _is_with_a_name(wording: Wording, hub: int | None) -> bool:
    """Whether a count tells of the rest: "Berg and three others"."""
    if hub is None or wording.dep[hub] not in ("conj", "appos"):
        return False
    first = wording.value_at.get(wording.head[hub])
    named = first is not None and first.mention is not None
    return named or (wording.lemma[hub] == "other" and first is None)


def _is_age(wording: Wording, unit: Unit) -> bool:
    """Whether a number behind a name is an age: "Karen Berg, 67, of Leeds"."""
    first = unit.first
    if first < 2 or wording.word(first - 1) != ",":
        return False
    return is_person(wording.value_at.get(first - 2))


def narrowed_by(wording: Wording, unit: Unit, hub: int | None) -> tuple[str, ...]:
    """Return the words that make those counted a part of their class: "British", "of the church"."""
    if hub is None:
        return ()
    found = set()
    unsaid = _words("plain") | _words("added") | _words("arms") | {class_of(wording, hub)}
    for child in wording.children[hub]:
        if child in unit.range or wording.lemma[child] in unsaid:
            continue
        # "The school's 400 pupils" are all of one school; "Berg's two children" are not.
        owned = wording.dep[child] == "poss" and child not in wording.value_at
        if wording.dep[child] in _NARROWING and wording.is_content[child] and not owned:
            found.add(wording.key[child])
        elif wording.dep[child] == "prep" and wording.lemma[child] in ("of", "from", "with", "under", "over"):
            found.update(wording.key[i] for i in wording.children[child] if wording.is_content[i])
    return tuple(sorted(found))


def _degree(wording: Wording, unit: Unit, verb: int) -> tuple[str, ...]:
    """How badly those counted are hurt, as far as the clause tells."""
    near = {wording.lemma[i] for i in range(max(0, unit.first - 2), unit.first)}
    commas = (i for i in range(unit.end, len(wording)) if wording.word(i) in (",", ";"))
    end = next(commas, len(wording))
    for child in (i for i in wording.children[verb] if i < end):
        near.add(wording.lemma[child])
        near.update(wording.lemma[j] for i in wording.children[child] for j in (i, *wording.children[i]))
    return tuple(name for name in ("badly", "lightly") if near & _words(name))


def _hospitals(wording: Wording) -> tuple[str, ...]:
    """The names of the hospitals that a sentence tells of; "one" where a hospital itself tells whom it treats."""
    found: set[str] = set()
    for index, lemma in enumerate(wording.lemma):
        if lemma not in _words("hospital") or wording.pos[index] not in ("NOUN", "PROPN"):
            continue
        name = wording.value_at.get(index)
        inside = range(name.first, name.end) if name is not None else wording.children[index]
        named = (i for i in inside if name_at(wording, i) is not None)
        found.update(wording.key[i] for i in named if i != index and wording.is_content[i])
        if wording.dep[index] == "nsubj" or "one" in (wording.lemma[i] for i in wording.children[index]):
            found.add("one")
    return tuple(sorted(found))


def _left(wording: Wording, unit: Unit, word: int) -> tuple[str, ...]:
    """Whether those counted are the ones who are left: "two people still trapped", "three remain missing"."""
    near = range(max(0, min(unit.first, word) - 2), min(len(wording), max(unit.end, word) + 2))
    return ("left",) if any(wording.lemma[i] in _words("remaining") for i in near) else ()
