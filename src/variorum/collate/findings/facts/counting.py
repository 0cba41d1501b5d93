"""What a count counts: the act, the class of those counted, what narrows it, and the day it is told to be of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import cache, partial

import msgspec

from variorum.collate.compare.names import name_words
from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.tallies import PEOPLE, act_of, is_no_whole, noun_of, tally_named
from variorum.collate.points import Wording
from variorum.lang.tables import load_table, load_words
from variorum.text.fold import fold

_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "attr", "oprd", "dative")
_NARROWING = ("amod", "compound", "nmod", "poss")
# Steps up to the act, and words on either side of a count that tell what it is.
_STEPS = 6
_NEAR = 4
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


class _Verb(msgspec.Struct, frozen=True):
    name: str
    word: int


def read_count(wording: Wording, unit: Unit) -> Count | None:
    """Return what a count counts; None where nothing tells it, or where it is no fact of the whole."""
    hub = noun_counted(wording, unit)
    body = _body_of(wording, unit, hub)
    if body is not None:
        return body
    included = _included(wording, unit, hub)
    added = _is_added(wording, unit)
    if (
        _is_with_a_name(wording, hub)
        or _is_age(wording, unit)
        or (is_no_whole(wording, unit, hub) and not added and included is None)
    ):
        return None
    counted, narrowed = _class_of(wording, hub), _narrowed(wording, unit, hub)
    verb = included or _act(wording, unit, hub, counted) or _standing(wording, unit, hub, counted)
    verb = verb or _had(wording, unit, hub)
    if verb is None or not _is_fact(wording, verb.word, verb.name):
        return None
    # "All 11 passengers were hurt" tells how many there were.
    whole = unit.first > 0 and wording.lemma[unit.first - 1] == "all"
    if counted in _words("standing") and (whole or verb.name in ("deployed", "aboard")):
        verb = _Verb("", verb.word)
    if verb.name in ("injured", "hospitalized"):
        narrowed += _degree(wording, unit, verb.word)
    if verb.name in _words("placed"):
        narrowed += _places(wording, verb.word)
    if verb.name == "charged":
        narrowed += _defendant(wording, verb.word)
    return Count(verb.name, counted, (*narrowed, *(("further",) if added else ())))


def noun_counted(wording: Wording, unit: Unit) -> int | None:
    """The noun of a count; none that stands behind an "and": "a crew of 26 and 103 passengers"."""
    hub = noun_of(wording, unit)
    return hub if hub is None or not any(wording.dep[i] == "cc" for i in range(unit.end, hub)) else None


def _is_added(wording: Wording, unit: Unit) -> bool:
    return any(wording.lemma[i] in _words("added") for i in range(max(0, unit.first - 2), unit.first))


def _standing(wording: Wording, unit: Unit, hub: int | None, counted: str) -> _Verb | None:
    """Those of whom a story has one number, whatever they do: firefighters, passengers, people on board."""
    if hub is None:
        return None
    after = hub + 1
    if after < len(wording) and wording.lemma[after] == "be":
        after += 1
    taken = wording.lemma[wording.verb_above(hub)] in _words("taking")
    if not taken and " ".join(wording.lemma[after : after + 2]).startswith(("aboard", "on board", "onboard")):
        return _Verb("aboard", hub)
    part = unit.end < len(wording) and wording.word(unit.end) == "of"
    return _Verb("", hub) if counted in _words("standing") and not part else None


def _had(wording: Wording, unit: Unit, hub: int | None) -> _Verb | None:
    """What somebody or some body named has so many of: honours won, offices, schools."""
    if hub is None:
        return None
    verb = wording.head[hub]
    if wording.dep[hub] != "dobj" or wording.pos[verb] != "VERB":
        return None
    subject = wording.subject_of(verb)
    if subject is not None and wording.dep[verb] == "relcl" and wording.pos[subject] == "PRON":
        subject = wording.head[verb]
    value = wording.value_at.get(subject) if subject is not None else None
    if value is None or value.mention is None:
        return None
    name = " ".join(name_words(wording.words(value.first, value.end))[-1:])
    if wording.lemma[hub] in _words("honours"):
        return _Verb(f"won:{name}", verb) if wording.lemma[verb] in _words("winning") else None
    verbs = _words("making") if value.mention.type == "PERSON" else _words("having") | _words("making")
    if wording.lemma[verb] not in verbs or wording.lemma[hub] in _words("loose"):
        return None
    return _Verb(f"has:{name}", verb)


def _body_of(wording: Wording, unit: Unit, hub: int | None) -> Count | None:
    """What a bare number is of ("a crew of 26", "a mother of 13", "a crowd of 500"), or the size of a thing."""
    before = unit.first - 1
    if before > 0 and wording.lemma[before] == "of" and wording.lemma[before - 1] in _words("bodies"):
        body = wording.lemma[before - 1]
        body = {"mum": "mother", "mom": "mother", "dad": "father"}.get(body, body)
        if body in ("mother", "father"):
            return Count("", body, ())
        if hub is not None and _class_of(wording, hub) not in (PEOPLE, body):
            return None
        return Count("gathered", PEOPLE, _places(wording, before - 1)) if body == "crowd" else Count("", body, ())
    if hub is None or wording.lemma[hub] not in _words("sizes") or wording.dep[hub] not in _NARROWING:
        return None
    whole = wording.head[hub]
    size = {"story": "storey", "floor": "storey"}.get(wording.lemma[hub], wording.lemma[hub])
    if whole < hub or wording.pos[whole] != "NOUN" or wording.is_denied(whole):
        return None
    return Count("size", size, (wording.lemma[whole], *_narrowed(wording, Unit(unit.first, hub + 1, None), whole)))


def _included(wording: Wording, unit: Unit, hub: int | None) -> _Verb | None:
    """The act of those among whom a count is: "killed 12 people, including two children"."""
    if hub is None or _class_of(wording, hub) not in _words("told_apart") or wording.dep[hub] not in ("pobj", "nsubj"):
        return None
    head = wording.head[hub]
    if wording.dep[hub] == "nsubj":
        among = [i for i in wording.children[head] if wording.lemma[i] == "among" and wording.lemma[head] == "be"]
        inner = [j for i in among for j in wording.children[i]]
        name = tally_named(wording, inner[0]) if inner else None
        return _Verb(name, head) if name is not None else None
    if wording.lemma[head] != "include" or wording.lemma[wording.head[head]] == "include":
        return None
    whole = wording.head[head]
    values = (wording.value_at.get(i) for i in wording.children[whole] if i not in unit.range)
    counts = [value for value in values if value is not None and value.quantity is not None]
    act = act_of(wording, unit_of(counts[0])) if counts else None
    return _Verb(act.name, act.word) if act is not None and act.known else None


def _places(wording: Wording, word: int) -> tuple[str, ...]:
    """The places that a clause names."""
    top = wording.verb_above(word)
    named = (value for value in wording.values if value.kind == "place")
    return tuple(
        sorted(fold(wording.words(v.first, v.end)) for v in named if wording.verb_above(wording.head[v.first]) == top)
    )


def _defendant(wording: Wording, verb: int) -> tuple[str, ...]:
    """By what a defendant is known: a last name; nothing where a pronoun or a noun stands for it."""
    subject = wording.subject_of(verb)
    value = wording.value_at.get(subject) if subject is not None else None
    if value is None or value.mention is None:
        return ()
    return name_words(wording.words(value.first, value.end))[-1:]


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
    value = wording.value_at.get(first - 2)
    return value is not None and value.mention is not None and value.mention.type == "PERSON"


def _class_of(wording: Wording, hub: int | None) -> str:
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


def _narrowed(wording: Wording, unit: Unit, hub: int | None) -> tuple[str, ...]:
    """The words that make those counted a part of their class: "British", "of the church"."""
    if hub is None:
        return ()
    found = set()
    unsaid = _words("plain") | _words("added") | _words("arms") | {_class_of(wording, hub)}
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


def _act(wording: Wording, unit: Unit, hub: int | None, counted: str) -> _Verb | None:
    """The act that a count is of: one that is told of its class, or a tally's."""
    above = list(_verbs_above(wording, hub if hub is not None else top_of(wording, unit)))
    if hub is not None and wording.lemma[hub] in _words("remains"):
        return None
    for verb in above:
        if counted == "count" and verb.name in _words("accusing"):
            return _Verb("charged", verb.word)
        for act, (classes, verbs) in _acts().items():
            if counted in classes and verb.name in verbs:
                return _Verb(act, verb.word)
    known = act_of(wording, unit)
    if known is None or not known.known:
        return next((_Verb(verb.name[1:], verb.word) for verb in above if verb.name.startswith("=")), None)
    if known.name == "counted" or counted == "count":
        return None
    around = {wording.lemma[i] for i in range(known.word, min(len(wording), known.word + _NEAR))}
    around |= {wording.lemma[i] for i in wording.children[known.word]}
    hospital = known.name == "injured" and around & _words("hospital")
    return _Verb("hospitalized" if hospital else known.name, known.word)


@cache
def _acts() -> Mapping[str, tuple[Set[str], Set[str]]]:
    table = load_table("en", "counts")["acts"]
    return {name: (frozenset(act["of"].split()), frozenset(act["by"].split())) for name, act in table.items()}


def _verbs_above(wording: Wording, index: int) -> Iterator[_Verb]:
    """The verb that governs a count, with its particle and without; a noun of an act ("the death of") is marked "="."""
    for _ in range(_STEPS):
        head, label = wording.head[index], wording.dep[index]
        if head == index:
            return
        if label in (*_SUBJECTS, *_OBJECTS, "npadvmod") and wording.pos[head] in ("VERB", "AUX"):
            yield from _named(wording, head, ())
            return
        if label == "pobj":
            above = wording.head[head]
            if wording.pos[above] in ("VERB", "AUX"):
                yield from _named(wording, above, (head,))
                return
            name = tally_named(wording, above) if wording.lemma[head] == "of" else None
            if name is not None:
                yield _Verb(f"={name}", above)
                return
            if wording.lemma[above] not in ("total", "number"):
                return
            head = above
        elif label not in ("conj", "appos"):
            return
        index = head


def _named(wording: Wording, verb: int, prepositions: tuple[int, ...]) -> Iterator[_Verb]:
    lemma = wording.lemma[verb]
    particles = [i for i in wording.children[verb] if wording.dep[i] in ("prt", "oprd", "acomp") or i == verb + 1]
    if any(wording.lemma[i] == "dead" for i in particles):
        yield _Verb("=dead", verb)
    for each in (*particles, *prepositions):
        yield _Verb(f"{lemma}_{wording.lemma[each]}", verb)
    if not prepositions or wording.lemma[prepositions[0]] == "with":
        yield _Verb(lemma, verb)


def _is_fact(wording: Wording, verb: int, act: str) -> bool:
    """Whether an act is told to have happened, in the story itself."""
    if not wording.has_verb or "?" in wording.text or wording.is_denied(verb):
        return False
    around = {wording.lemma[verb]}
    for index in (verb, *wording.above(verb, 2)):
        around.add(wording.lemma[index])
        around.update(wording.lemma[i] for i in wording.children[index] if wording.pos[i] != "NOUN")
    unsure = _words("supposed") | _words("elsewhere")
    unsure = unsure - _words("planning") if act in _words("planned") else unsure | _words("planning")
    return not around & unsure and not set(wording.lemma) & _words("elsewhere")
