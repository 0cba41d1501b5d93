"""Whose a measured value is: the person, firm or thing that the word it hangs on belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial

from variorum.collate.compare.names import name_words
from variorum.collate.findings.facts.named import is_person, last_word, name_at, persons_in
from variorum.collate.points import Value, Wording
from variorum.lang.senses import is_kind_of
from variorum.lang.tables import load_words
from variorum.model.span import ReportId
from variorum.text.gazetteer import find_known

_words = partial(load_words, "en", "measures", "words")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BELONGING = frozenset({"with", "for", "of", "to", "against"})
_PERSONAL = frozenset({"person", "owner", "bearer"})
_FIRMS = frozenset({"bought", "firm"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
# How many sentences before a pronoun its person may be named.
_BACK = 3
# Steps from a verb up to the one that has its subject: "died after slipping and falling".
_UP = 4
# Words between a thing and what tells its measure: "a wall of stone ten feet high".
_BESIDE = 5


class Owners:
    """Whose values are, in the sentences of a storyline; pronouns stand for the last subject that is a person."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self.wordings = wordings

    @cached_property
    def order(self) -> Mapping[ReportId, Sequence[int]]:
        """The numbers of each report's sentences in the order of its text."""
        placed: dict[ReportId, list[tuple[int, int]]] = defaultdict(list)
        for number, wording in enumerate(self.wordings):
            for home in wording.homes:
                placed[home.report].append((home.start, number))
        return {report: [number for _, number in sorted(found)] for report, found in placed.items()}

    @cached_property
    def last(self) -> frozenset[str]:
        """The last names of persons named in full: alone, one may be read as a firm's or a place's name."""
        named = (
            last_word(wording, name)
            for wording in self.wordings
            for name in persons_in(wording)
            if name.end - name.first > 1
        )
        return frozenset(filter(None, named))

    def of(self, number: int, governor: int, value: Value, whose: str) -> Iterator[str]:
        """Yield what the value is of, as all reports would tell it; nothing where that stays open."""
        wording = self.wordings[number]
        if whose == "story":
            yield ""
            return
        inside = range(value.first, value.end)
        if whose == "itself" and wording.pos[governor] in _NOMINAL:
            if wording.lemma[governor] not in _words("many"):
                yield f"noun {wording.lemma[governor]}"
            return
        if whose == "stake":
            yield from self._holding(number, governor)
            return
        for index in _belonging(wording, governor, whose):
            if index in inside:
                continue
            found = list(self._named(number, index, whose))
            if found:
                yield from found
                return

    def _named(self, number: int, index: int, whose: str) -> Iterator[str]:
        """The forms under which a word's bearer is known: a last name, an age, a name, a noun."""
        wording = self.wordings[number]
        name = name_at(wording, index)
        if name is not None:
            words = name_words(wording.words(name.first, name.end))
            of_person = is_person(name) or (len(words) == 1 and words[0] in self.last)
            if words and of_person and whose in _PERSONAL:
                yield f"person {words[-1]}"
            elif words and not of_person and whose not in ("person", "bearer"):
                yield f"name {' '.join(words)}"
                if len(words) > 1 and whose in _FIRMS and find_known(words[0]) is None:
                    yield f"name {words[0]}"
        elif not _words("pronouns").isdisjoint((wording.word(index).lower(), wording.lemma[index])):
            yield from self._stood_for(number, index, whose)
        elif whose in ("thing", "itself", "valued") and wording.pos[index] == "NOUN":
            if wording.lemma[index] in _words("many") or (whose == "itself" and is_somebody(wording, index)):
                return
            yield f"noun {wording.lemma[index]}"
        if whose in _PERSONAL:
            yield from (f"age {age:g}" for age in _ages(wording, index))

    def _stood_for(self, number: int, index: int, whose: str) -> Iterator[str]:
        """The person or, for "its", the firm that a pronoun stands for."""
        wording = self.wordings[number]
        if wording.word(index).lower() == "its":
            yield from _firm_meant(wording, index) if whose == "firm" else ()
        elif whose in _PERSONAL and (last := self._meant(number, index)):
            yield f"person {last}"

    def _holding(self, number: int, governor: int) -> Iterator[str]:
        """Of which firm a stake is, and whose: two firms may each have one."""
        wording = self.wordings[number]
        inside = [i for i in wording.children[governor] if wording.lemma[i] == "in"]
        firms = [i for each in inside for i in wording.children[each] if wording.dep[i] == "pobj"]
        subject = wording.subject_of(wording.verb_above(governor))
        if firms and subject is not None:
            holders = list(self._named(number, subject, "firm"))
            yield from (f"{firm} {each}" for firm in self._named(number, firms[0], "firm") for each in holders)

    def _meant(self, number: int, index: int) -> str | None:
        """The last name of the person that a pronoun stands for: the last one that is a subject before it."""
        wording = self.wordings[number]
        within = _subject_named(wording, index)
        if within is not None:
            return within
        order = self.order[wording.homes[0].report]
        at = order.index(number)
        for before in reversed(order[max(0, at - _BACK) : at]):
            named = _subject_named(self.wordings[before], len(self.wordings[before]))
            if named is not None:
                return named
        return None


def is_somebody(wording: Wording, index: int) -> bool:
    """Return whether a noun is for a person, or for what people are together."""
    return any(is_kind_of(wording.lemma[index], kind) for kind in ("person", "people", "organization"))


def _subject_named(wording: Wording, before: int) -> str | None:
    """The last name of the first person that is a subject before a word; None where there is none."""
    subjects = (name for name in persons_in(wording) if name.first < before and wording.dep[name.end - 1] in _SUBJECTS)
    return next((last for name in subjects if (last := last_word(wording, name))), None)


def _firm_meant(wording: Wording, before: int) -> Iterator[str]:
    """The name of the last subject before "its" that is no person's."""
    named = [each for each in wording.values if each.mention is not None and each.first < before]
    subjects = [each for each in named if not is_person(each) and wording.dep[each.end - 1] in _SUBJECTS]
    yield from (f"name {' '.join(name_words(wording.words(each.first, each.end)))}" for each in subjects[-1:])


def _ages(wording: Wording, index: int) -> Iterator[float]:
    named = wording.value_at.get(index)
    words = range(named.first, named.end) if named is not None else range(index, index + 1)
    near = [*words, *(below for word in words for below in wording.children[word])]
    near += [
        below for word in wording.children[index] for below in wording.children[word] if wording.pos[below] == "ADJ"
    ]
    for each in near:
        value = wording.value_at.get(each)
        if value is not None and value.quantity is not None and value.quantity.unit == "year" and value.quantity.value:
            yield value.quantity.value


def _belonging(wording: Wording, governor: int, whose: str) -> Iterator[int]:
    """The words for those to whom a governor belongs, the nearest in meaning first."""
    if whose == "bought" or (whose == "valued" and wording.pos[governor] == "VERB"):
        yield from _bought(wording, governor)
        return
    objects = whose in ("person", "owner")
    if wording.pos[governor] in ("VERB", "AUX"):
        yield from _undergoing(wording, governor, objects)
        return
    if whose == "bearer" or wording.pos[governor] not in _NOMINAL:
        yield from _carrying(wording, governor)
        return
    yield from (i for i in wording.children[governor] if wording.dep[i] == "poss")
    for child in wording.children[governor]:
        if wording.dep[child] == "prep" and wording.lemma[child] in _BELONGING:
            yield from (i for i in wording.children[child] if wording.dep[i] == "pobj")
    yield from (i for i in wording.children[governor] if wording.dep[i] in ("compound", "nmod", "appos"))
    if whose == "thing":
        yield from _carrying(wording, governor)
    verb = wording.verb_above(governor)
    if wording.pos[verb] in ("VERB", "AUX") and verb != governor:
        # "Bail was set at $5,000 for her."
        given = (i for i in wording.children[verb] if objects and wording.lemma[i] == "for")
        yield from (i for each in given for i in wording.children[each] if wording.dep[i] == "pobj")
        yield from _undergoing(wording, verb, objects, governor)


def _carrying(wording: Wording, governor: int) -> Iterator[int]:
    """What an adjective or a noun of measure hangs on: "a wall ten feet high", "a ship with a length of"."""
    above = wording.head[governor]
    if wording.dep[governor] in ("attr", "acomp"):
        subject = wording.subject_of(above)
        yield from () if subject is None else (subject,)
    elif wording.pos[above] in _NOMINAL and (wording.dep[governor] == "appos" or _is_beside(wording, governor)):
        yield above


def _is_beside(wording: Wording, governor: int) -> bool:
    return wording.pos[governor] not in _NOMINAL and 0 < governor - wording.head[governor] <= _BESIDE


def _undergoing(wording: Wording, verb: int, objects: bool, but: int = -1) -> Iterator[int]:
    """To whom a verb does something, else who does it, through participles and relative clauses."""
    if objects:
        yield from (i for i in wording.children[verb] if wording.dep[i] in ("dobj", "dative") and i != but)
    for _ in range(_UP):
        subjects = [i for i in wording.children[verb] if wording.dep[i] in _SUBJECTS]
        yield from (i for i in subjects if wording.lemma[i] not in ("who", "that", "which"))
        above = wording.head[verb]
        if wording.dep[verb] in ("acl", "relcl") and wording.pos[above] in _NOMINAL:
            yield above
            return
        if subjects or above == verb:
            return
        verb = above


def _bought(wording: Wording, governor: int) -> Iterator[int]:
    """What was bought or valued: the object of a verb, "of" and the modifiers of a noun."""
    if wording.pos[governor] == "VERB":
        found = [i for i in wording.children[governor] if wording.dep[i] in ("dobj", "nsubjpass")]
        yield from found
        relative = any(wording.lemma[i] in ("which", "that", "who") for i in found)
        if relative or (wording.dep[governor] == "acl" and wording.tag[governor] == "VBN"):
            yield wording.head[governor]
        return
    for child in wording.children[governor]:
        if wording.dep[child] == "prep" and wording.lemma[child] == "of":
            yield from (i for i in wording.children[child] if wording.dep[i] == "pobj")
    yield from (i for i in wording.children[governor] if wording.dep[i] in ("compound", "nmod"))
