"""What a count counts: the act, the class of those counted, and what narrows it."""

from __future__ import annotations

from functools import partial

import msgspec

from variorum.collate.compare.names import name_words
from variorum.collate.differences import Unit, top_of
from variorum.collate.findings.counting.tallies import PEOPLE, is_no_whole
from variorum.collate.findings.counting.tally_acts import noun_of
from variorum.collate.findings.facts.clauses import subject_meant
from variorum.collate.findings.facts.counts.counted_acts import Verb, class_of, find_act, is_fact
from variorum.collate.findings.facts.named import is_person, last_word, name_at
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

_NARROWING = ("amod", "compound", "nmod", "poss")
# What some acts count, whatever they call it: those laid off are workers.
_COUNTED = {"gathered": PEOPLE, "shed": "worker"}
# Words before "town" or "home" among which the name of the place stands.
_NEAR = 4
_words = partial(load_words, "en", "counts", "words")


class Count(msgspec.Struct, frozen=True):
    """What a count counts: an act (empty: those who stand in the story), a class of nouns, words that narrow it."""

    act: str
    counted: str
    narrowed: tuple[str, ...] = ()

    @property
    def about(self) -> str:
        """The count's point, the same for every report."""
        return " ".join((self.act, self.counted, *self.narrowed))


def read_count(wording: Wording, unit: Unit) -> Count | None:
    """Return what a count counts; None where nothing tells it, or where it is no fact of the whole."""
    hub = noun_counted(wording, unit)
    body = _body_of(wording, unit, hub) or _population_of(wording, unit, hub)
    if body is not None:
        return body
    if is_no_count(wording, unit, hub) or is_no_whole(wording, unit, hub):
        return None
    verb = find_act(wording, unit, hub)
    if verb is None or not is_fact(wording, verb.word, verb.name):
        return None
    act, counted = verb.name, _COUNTED.get(verb.name, class_of(wording, hub))
    # "All 11 passengers were hurt" tells how many there were.
    whole = unit.first > 0 and wording.lemma[unit.first - 1] == "all"
    if counted in _words("standing") and (whole or act == "aboard"):
        act = ""
    return Count(act, counted, (*narrowed_by(wording, unit, hub), *_narrowed_by_act(wording, unit, verb)))


def is_of_one_moment(wording: Wording, unit: Unit) -> bool:
    """Return whether a count is of what no later report gives higher: those aboard, attackers."""
    count = read_count(wording, unit)
    return count is not None and (count.act or count.counted) in _words("fixed")


def noun_counted(wording: Wording, unit: Unit) -> int | None:
    """Return the noun of a count; none that stands behind an "and": "a crew of 26 and 103 passengers"."""
    hub = noun_of(wording, unit)
    return hub if hub is None or not any(wording.dep[i] == "cc" for i in range(unit.end, hub)) else None


def is_no_count(wording: Wording, unit: Unit, hub: int | None) -> bool:
    """Return whether a number is an age, of those beside others, or of a part of something.

    "Berg, 67, of Leeds", "Berg and three others", "a nine-engine rocket".
    """
    first = unit.first
    if first >= 2 and wording.word(first - 1) == "," and is_person(wording.value_at.get(first - 2)):
        return True
    if hub is not None and wording.dep[hub] in _NARROWING and wording.tag[hub] == "NN":
        return True
    if hub is None or wording.dep[hub] not in ("conj", "appos"):
        return False
    beside = wording.value_at.get(wording.head[hub])
    return beside.mention is not None if beside is not None else wording.lemma[hub] == "other"


def narrowed_by(wording: Wording, unit: Unit, hub: int | None) -> tuple[str, ...]:
    """Return the words that make those counted a part of their class: "British", "of the church"."""
    if hub is None:
        return ()
    found = set()
    unsaid = _words("plain") | _words("arms") | {class_of(wording, hub)}
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


def _body_of(wording: Wording, unit: Unit, hub: int | None) -> Count | None:
    """What a bare number is of: "a crew of 26", "a mother of 13", "a crowd of 500", "put the march at 30,000"."""
    if _is_put_at(wording, unit, hub):
        return Count("gathered", PEOPLE)
    before = unit.first - 1
    if before < 1 or wording.lemma[before] != "of" or wording.lemma[before - 1] not in _words("bodies"):
        return None
    body = class_of(wording, before - 1)
    if body in _words("parents"):
        return Count("", body)
    if hub is not None and class_of(wording, hub) not in (PEOPLE, body):
        return None
    return Count("gathered", PEOPLE) if body == "crowd" else Count("", body)


def _population_of(wording: Wording, unit: Unit, hub: int | None) -> Count | None:
    """Of which place a number tells how many live there: "Voss, home to 12,000 people", "the town of 12,000"."""
    top = hub if hub is not None else top_of(wording, unit)
    by, noun = wording.head[top], wording.head[wording.head[top]]
    if wording.dep[top] != "pobj" or (hub is not None and wording.lemma[hub] not in _words("dwellers")):
        return None
    if wording.lemma[noun] not in _words("dwelling") or (wording.lemma[by] == "to") != (wording.lemma[noun] == "home"):
        return None
    # The place named behind ("the town of Voss"), else the one named nearest before, else what it is said of.
    behind = [
        j for i in wording.children[noun] if wording.dep[i] in ("prep", "poss") for j in (i, *wording.children[i])
    ]
    subject = wording.subject_of(wording.verb_above(noun))
    for word in (*behind, *range(noun - 1, max(-1, noun - _NEAR), -1), *(() if subject is None else (subject,))):
        name = name_at(wording, word)
        words = name_words(wording.words(name.first, name.end)) if name is not None else ()
        if place := [each for each in words if each not in _words("dwelling")]:
            return Count("living", " ".join(place))
    return None


def _is_put_at(wording: Wording, unit: Unit, hub: int | None) -> bool:
    """Whether a number is what somebody puts a crowd or a march at: "police put the march at 30,000 people"."""
    top = hub if hub is not None else top_of(wording, unit)
    if wording.dep[top] != "pobj" or wording.lemma[wording.head[top]] != "at":
        return False
    verb = wording.verb_above(top)
    # "Put the march, to mark a holiday, at 500": the parser hangs "at" on what stands between.
    verb = wording.head[verb] if wording.dep[verb] == "advcl" else verb
    if wording.lemma[verb] not in _words("putting") or (hub is not None and class_of(wording, hub) != PEOPLE):
        return False
    told = (i for i in wording.children[verb] if wording.dep[i] in ("dobj", "nsubjpass"))
    return any(wording.lemma[i] in _words("crowds") for i in told)


def _narrowed_by_act(wording: Wording, unit: Unit, verb: Verb) -> tuple[str, ...]:
    """What makes those counted a part beside their act: how badly hurt, who is left, over days, by whom accused."""
    narrowed: tuple[str, ...] = ()
    if verb.name in ("injured", "hospitalized"):
        narrowed += _degree(wording, unit, verb.word)
    if verb.name in _words("easing"):
        near = range(max(0, min(unit.first, verb.word) - 2), min(len(wording), max(unit.end, verb.word) + 2))
        narrowed += ("left",) if any(wording.lemma[i] in _words("remaining") for i in near) else ()
    if verb.name in _words("growing") and any(value.kind == "duration" for value in wording.values):
        narrowed += ("over time",)
    if verb.name == "charged":
        name = name_at(wording, subject_meant(wording, verb.word))
        narrowed += (last_word(wording, name),) if name is not None else ()
    # "Has already cut 500 jobs" is a part of what a plan tells.
    if verb.name in _words("planned") and "already" in (wording.lemma[i] for i in wording.children[verb.word]):
        narrowed += ("already",)
    return narrowed


def _degree(wording: Wording, unit: Unit, verb: int) -> tuple[str, ...]:
    """How badly those counted are hurt, as far as the clause tells: "nine were hurt; four are in a serious state"."""
    near = {wording.lemma[i] for i in range(max(0, unit.first - 2), unit.first)}
    commas = (i for i in range(unit.end, len(wording)) if wording.word(i) in (",", ";"))
    end = next(commas, len(wording))
    for child in (i for each in {verb, wording.verb_above(unit.first)} for i in wording.children[each] if i < end):
        near.add(wording.lemma[child])
        near.update(wording.lemma[j] for i in wording.children[child] for j in (i, *wording.children[i]))
    return tuple(name for name in ("badly", "lightly") if near & _words(name))
