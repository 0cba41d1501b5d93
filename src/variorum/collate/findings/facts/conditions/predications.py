"""What sentences state of somebody or something, or deny: the act or the state, who acts, and whom it befalls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache, partial

import msgspec

from variorum.collate.compare.names import name_words
from variorum.collate.findings.facts.clauses import is_passive
from variorum.collate.findings.facts.conditions.claims import govern, is_refuted
from variorum.collate.findings.facts.conditions.moods import Mood, Way, helping_of, mood_of
from variorum.collate.findings.facts.conditions.noun_acts import NounAct, acts_by_noun
from variorum.collate.findings.facts.named import alike_name, is_person, name_at
from variorum.collate.findings.facts.persons.persons import Persons, persons_of
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_table, load_words

_words = partial(load_words, "en", "conditions", "words")
_COMPLEMENTS = ("acomp", "oprd", "attr")
_LINKING = frozenset({"be", "remain", "stay", "become"})
_RELATIVE = frozenset({"who", "that", "which"})
# What a pronoun stands for where nothing tells.
ANY = "*"


class Predication(msgspec.Struct, frozen=True, dict=True):
    """An act or a state that a sentence tells of somebody or something.

    `word` is the word that tells it, `name` its lemma (with a particle or a preposition: "step_down", "in_custody").
    `is_state` is true of what stands behind "is", `passive` where the subject is whom it befalls. `subject` and `thing`
    are the words of the subject and of the object or the agent, `thing` None where there is none. `noun` is the noun
    that tells the act where the verb says little ("made an offer"). How it is told and of whom is read when it is first
    asked: of most acts nobody asks.
    """

    wording: int
    word: int
    verb: int
    name: str
    is_state: bool
    passive: bool
    subject: int
    thing: int | None
    noun: int | None
    of: _Clauses

    @cached_property
    def agent(self) -> str:
        """Who acts or is so: empty where untold, `ANY` for whoever a pronoun stands for."""
        if self.noun is not None and self.passive:
            return ""
        return self._keys[1 if self.passive else 0]

    @cached_property
    def patient(self) -> str:
        """Whom the act befalls: empty where untold, `ANY` for whoever a pronoun stands for."""
        if self.noun is None:
            return self._keys[0 if self.passive else 1]
        befallen = self.subject if self.passive else self.thing
        return "" if befallen in (None, self.noun) else self.of.key_of(befallen)

    @cached_property
    def _keys(self) -> tuple[str, str]:
        """By what the subject and the thing are known."""
        subject, thing = self.of.key_of(self.subject), "" if self.thing is None else self.of.key_of(self.thing)
        if subject == thing and self.thing is not None and self.of.wording.lemma[self.thing] in _words("persons"):
            return subject, ANY  # "she accused him": not herself
        return subject, thing

    @cached_property
    def _mood(self) -> Mood:
        return mood_of(self.of.wording, self.verb, self.word)

    @property
    def way(self) -> Way:
        """How it is told: "soft" where it is no more than alleged, asked about, hoped for or the like."""
        return self._mood.way

    @property
    def claim(self) -> Way:
        """How it is told by whoever tells it, be it no more than claimed."""
        return self._mood.claim

    @property
    def said(self) -> bool:
        """Whether it is given as somebody's words."""
        return self._mood.said

    @cached_property
    def lasting(self) -> bool:
        """Whether it is told in a perfect tense, true up to now."""
        wording = self.of.wording
        return any(wording.dep[i] == "aux" and wording.lemma[i] == "have" for i in wording.children[self.verb])

    @cached_property
    def when(self) -> str:
        """The time of which it is told: "past", "now", "ahead", or "ever" for what neither was nor will be."""
        if self._mood.when:
            return self._mood.when
        wording, tag = self.of.wording, self.of.wording.tag
        words = [self.word, self.verb, *helping_of(wording, self.verb)]
        return "past" if self.lasting or any(tag[i] == "VBD" for i in words) else "now"


def find_predications(wordings: Sequence[Wording]) -> Sequence[Predication]:
    """Return what the sentences tell, in their order."""
    return _predications_of(tuple(wordings))


# Several kinds of facts ask for them of one story, one after another.
@lru_cache(maxsize=1)
def _predications_of(wordings: tuple[Wording, ...]) -> Sequence[Predication]:
    people = _People(wordings)
    found: list[Predication] = []
    for number, wording in enumerate(wordings):
        clauses = _Clauses(number, wording, people)
        for verb, (pos, dep) in enumerate(zip(wording.pos, wording.dep, strict=True)):
            if pos in ("VERB", "AUX") and dep not in ("aux", "auxpass"):
                found.extend(clauses.predicated(verb))
    return found


class _People(msgspec.Struct, frozen=True, dict=True):
    """Who and what sentences name, looked for when they are first asked for."""

    wordings: Sequence[Wording]

    @cached_property
    def persons(self) -> Persons:
        """The persons by name."""
        return persons_of(self.wordings)

    @cached_property
    def roles(self) -> Mapping[str, frozenset[str]]:
        """The names of whom or what each noun tells what it is, of people the last: "the doctor, Ida Holm"."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for wording in self.wordings:
            for value in wording.values:
                if value.mention is not None:
                    words = name_words(wording.words(value.first, value.end))
                    for role in wording.roles(value):
                        found[alike_name(role)].add(" ".join(words[-1:] if is_person(value) else words))
        return {role: frozenset(names) for role, names in found.items()}


class _Clauses(msgspec.Struct, frozen=True):
    """The clauses of one sentence, with the people that all sentences name."""

    number: int
    wording: Wording
    people: _People

    def predicated(self, verb: int) -> Iterator[Predication]:
        """Yield what a verb tells of its subject and object."""
        wording = self.wording
        subject = _subject_of(wording, verb)
        if subject is None and (plan := govern(wording, verb)) is not None and plan.when == "ahead":
            befallen = _object_of(wording, verb)  # "there are no plans to close the mill"
            if befallen is not None:
                yield self._told(verb, verb, befallen, None, passive=True)
        if subject is None:
            return
        if wording.lemma[verb] in _LINKING:
            yield from (
                self._told_by_noun(verb, act) for act in acts_by_noun(wording, verb, subject, None, passive=False)
            )
            yield from self._states(verb, subject)
            return
        thing = _object_of(wording, verb)
        passive = is_passive(wording, verb)
        by_noun = list(acts_by_noun(wording, verb, subject, thing, passive=passive))
        yield from (self._told_by_noun(verb, act) for act in by_noun)
        if passive:
            agents = [j for i in wording.children[verb] if wording.dep[i] == "agent" for j in wording.children[i]]
            yield self._told(verb, verb, subject, agents[0] if agents else None, passive=True)
        elif not by_noun:
            yield self._told(verb, verb, subject, thing)

    def _states(self, verb: int, subject: int) -> Iterator[Predication]:
        """What somebody or something is told to be."""
        wording = self.wording
        for word in _completed_by(wording, verb):
            if wording.dep[word] != "attr" or wording.pos[word] == "NOUN":
                yield self._told(word, verb, subject, None)

    def _told(self, word: int, verb: int, subject: int, thing: int | None, *, passive: bool = False) -> Predication:
        name = _name_of(self.wording, word, verb)
        return Predication(self.number, word, verb, name, word != verb, passive, subject, thing, None, self)

    def _told_by_noun(self, verb: int, act: NounAct) -> Predication:
        """The act that a noun tells; whoever acts is its subject, whatever the verb makes of it."""
        befallen = act.agent is None
        subject, thing = (act.patient, None) if befallen else (act.agent, act.patient)
        subject = act.noun if subject is None else subject
        name = act_name(act.name)
        return Predication(self.number, verb, verb, name, False, befallen, subject, thing, act.noun, self)

    def key_of(self, index: int) -> str:
        """Return by what somebody or something is known in every report: a last name, a name, a lemma."""
        wording = self.wording
        value = named_at(wording, index)
        if value is not None:
            words = name_words(wording.words(value.first, value.end))
            if words:
                name = self.people.persons.key_of(wording, value) if is_person(value) else " ".join(words)
                name = name or words[-1]
                # "The captain, Ida Holm" may be "the captain" of the other report, or "Holm".
                return name if value.first <= index < value.end else f"{wording.lemma[index]} {name}"
        lemma = wording.lemma[index]
        if lemma in _words("persons") | _words("things"):
            return self._speaking(index) or self._taken_up(index) or ANY
        if lemma in _words("light"):
            return ANY  # "said it was", "refused to have": what it is tells a clause below
        return alike_name(lemma)

    def _speaking(self, index: int) -> str:
        """Who says it of himself or itself: "Holm said he was", "the firm denied that it was"; empty for others."""
        wording = self.wording
        clause = wording.head[index]
        said = wording.head[clause]
        if wording.lemma[said] in _words("claims") and is_refuted(wording, said):
            clause, said = said, wording.verb_above(said)  # "Holm disputed rumours that she had left"
        elif wording.dep[clause] not in ("ccomp", "xcomp") or wording.lemma[said] not in _words("telling") | {"deny"}:
            return ""
        speaker = wording.subject_of(said)
        if speaker is None or speaker == index or wording.pos[speaker] == "PRON":
            return ""
        value = named_at(wording, speaker)
        fits = value is not None and is_person(value) == (wording.lemma[index] in _words("persons"))
        return self.key_of(speaker) if fits else ""

    def _taken_up(self, index: int) -> str | None:
        """The one person whom "he" or "she" can stand for; None of other words."""
        is_theirs = self.wording.word(index).casefold() in _words("persons")
        return self.people.persons.taken_up(self.number, index) if is_theirs else None


def named_at(wording: Wording, index: int) -> Value | None:
    """Return the name of what a word stands for, its own or that of a person beside it ("the mayor, Ida Holm")."""
    for word in (index, *(i for i in wording.children[index] if wording.dep[i] == "appos")):
        value = name_at(wording, word)
        if value is not None and (word == index or is_person(value)):
            return value
    return None


def _completed_by(wording: Wording, verb: int) -> Iterator[int]:
    for child in wording.children[verb]:
        bare = wording.lemma[child] in ("on", "off") and not wording.children[child]
        if wording.dep[child] in _COMPLEMENTS or (bare and child > verb):
            yield child
    yield from _behind_prepositions(wording, verb)


def _behind_prepositions(wording: Wording, verb: int) -> Iterator[int]:
    for child in wording.children[verb]:
        if wording.dep[child] == "prep" and child > verb:
            above = next((i for i in wording.children[child] if is_out_of(wording, i)), child)
            yield from (i for i in wording.children[above] if wording.dep[i] in ("pobj", "amod", "pcomp") and i > above)


def is_out_of(wording: Wording, preposition: int) -> bool:
    """Return whether a preposition is the second of "out of"."""
    return wording.lemma[preposition] == "of" and wording.lemma[wording.head[preposition]] == "out"


def _object_of(wording: Wording, verb: int) -> int | None:
    # "She may sing, he says: they won't sell it": what stands before the verb is beside it.
    found = None
    for child in wording.children[verb]:
        if (dep := wording.dep[child]) in ("dobj", "xcomp") or (dep == "ccomp" and child > verb):
            found = child
            break
    if found is not None and wording.lemma[found] in _RELATIVE and wording.dep[verb] == "relcl":
        return wording.head[verb]
    return found


def _name_of(wording: Wording, word: int, verb: int) -> str:
    lemma, head = wording.lemma[word], wording.head[word]
    if wording.pos[word] == "VERB":
        for child in wording.children[word]:
            if wording.dep[child] == "prt" or (wording.dep[child] in ("advmod", "prep") and child == word + 1):
                if (joined := f"{lemma}_{wording.lemma[child]}") in _acts():
                    return act_name(joined)
                if wording.dep[child] == "prt":
                    return joined
    if word != verb and wording.dep[head] == "prep" and wording.dep[word] in ("pobj", "amod", "pcomp"):
        return f"{'out_of' if is_out_of(wording, head) else wording.lemma[head]}_{lemma}"
    if wording.dep[word] == "attr":
        # "A suicide attack" is not any attack.
        narrowed = [wording.lemma[i] for i in wording.children[word] if wording.dep[i] in ("compound", "amod", "nmod")]
        return "_".join([*sorted(narrowed), lemma])
    return act_name(lemma)


def _subject_of(wording: Wording, verb: int) -> int | None:
    subject = wording.subject_of(verb)
    if subject is None:
        governed = govern(wording, verb)
        return None if governed is None else governed.subject
    if wording.lemma[subject] not in _RELATIVE:
        return subject
    relative = next((i for i in (verb, *wording.above(verb, 2)) if wording.dep[i] == "relcl"), None)
    return subject if relative is None else wording.head[relative]


def act_name(lemma: str) -> str:
    """Return the name of the act that a verb tells, one for all verbs that the news uses for it."""
    return _acts().get(lemma, lemma)


@cache
def _acts() -> Mapping[str, str]:
    return {word: row.split()[0] for row in load_table("en", "conditions")["acts"]["rows"] for word in row.split()}
