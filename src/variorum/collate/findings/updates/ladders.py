"""States that go on: missing and then found, arrested and then charged, in office and then out of it.

What a clause says of somebody or something is a step of a ladder (`lang/en/progress.toml`). Of whom it is said is told
by the entity, across reports, or by a noun with "the" or an owner. What may be, shall be or is denied is no step, but
for denials that are told as states themselves ("had not been charged").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import cache, cached_property, partial

import msgspec

from variorum.collate.findings.deciding.moments import last_day, moment_of
from variorum.collate.findings.deciding.steps import OFFICE, Step, of_stories, steps_told
from variorum.collate.findings.written.spots import Spot
from variorum.collate.storyline import Storyline
from variorum.lang.tables import load_table, load_words
from variorum.model.annotations import Time
from variorum.model.report import Report
from variorum.model.span import EntityId, Span
from variorum.text.tree import Tree

_SUBJECTS = ("nsubj", "nsubjpass")
_BESIDE = ("compound", "appos", "nmod", "amod")
# A place of more characters than this shows too much: the word that tells the state is shown alone.
_LONGEST = 120
# What is told of a time so long before its report is no news of its day.
_PAST = timedelta(days=10)
_words = partial(load_words, "en", "progress", "words")


class State(msgspec.Struct, frozen=True):
    """Somebody or something on a step of a ladder, as one report tells it at one place.

    `of` is an entity of the storyline or the lemma of a noun; `named` is true of an entity, `known` also of a noun that
    the report takes for known, `alone` of what stands for one. `sure` is false where it is no news by itself: a
    departure still to come, a "former" director.
    """

    ladder: str
    of: str
    rank: int
    spot: Spot
    sure: bool = True
    named: bool = False
    known: bool = True
    alone: bool = True


@cache
def _nouns(ladder: str) -> frozenset[str]:
    """The nouns of which alone the steps of a ladder are told; empty where they are told of anything."""
    return frozenset(load_table("en", "progress")["words"].get(ladder, "").split())


def find_states(storyline: Storyline, report: Report) -> list[State]:
    """Return the states that a report tells, in text order; none where it has no parse."""
    tree = storyline.trees[report.id]
    return [] if tree is None else sorted(_Reader(storyline, report, tree).states(), key=lambda each: each.spot)


class _Reader:
    """Reads the states of one report off its parse."""

    def __init__(self, storyline: Storyline, report: Report, tree: Tree) -> None:
        self.storyline, self.report, self.tree = storyline, report, tree
        self.lemma = [lemma.casefold() for lemma in tree.tokens.lemma]

    def states(self) -> Iterator[State]:
        """Yield the steps that words tell, then who is in office and who was."""
        for index in range(len(self.tree)):
            if self.tree.tokens.pos[index] in ("VERB", "ADJ", "ADP"):
                yield from self._told_by(index)
        yield from self._offices()

    @cached_property
    def _entity_at(self) -> Mapping[int, EntityId]:
        """The entity, across reports, of each word that heads a mention of one."""
        found: dict[int, EntityId] = {}
        for mention in self.report.layers.mentions or ():
            entity = self.storyline.entity_of(self.report.id, mention.entity)
            words = self.tree.words_in(Span(mention.start, mention.end))
            top = next((word for word in words if self.tree.tokens.head[word] not in words), None)
            if entity is not None and words:
                found.setdefault(top if top is not None else words[-1], entity)
        return found

    def _told_by(self, index: int) -> Iterator[State]:
        steps = self._steps_at(index)
        is_open = self._is_open(index)
        decided = is_open and self._is_decided(index) and Step(OFFICE, 1) in steps
        if not steps or (is_open and not decided) or self._is_past(index):
            return
        patient = self._patient(index)
        for step in steps:
            if step.ladder in of_stories():
                rank = 0 if self._is_of_nobody(index) else step.rank
                yield State(step.ladder, "", rank, self._spot(index if patient is None else patient, index))
        if patient is None:
            return
        bare = any(self.lemma[patient] in _nouns(step.ladder) and step.ladder in _words("undoing") for step in steps)
        entity = None if bare else self._entity_at.get(patient)
        of = entity or self._noun(patient)
        if of is None:
            return
        known = bare or entity is not None or self._is_known(patient)
        told = partial(State, of=of, named=entity is not None, known=known, alone=self._is_one(patient))
        below = [each for child in self.tree.children_by(index, "acomp", "oprd") for each in self.tree.children[child]]
        denied = any(self.tree.tokens.dep[child] == "neg" for child in (*self._helped(index), *below))
        for step in (each for each in steps if each.ladder not in of_stories()):
            if (nouns := _nouns(step.ladder)) and self.lemma[patient] not in nouns:
                continue
            if not denied:
                rank = max(step.rank, self._charged(step, index))
                yield told(ladder=step.ladder, rank=rank, spot=self._spot(patient, index), sure=not decided)
            elif (rank := load_table("en", "progress")["denials"].get(step.ladder)) is not None:
                yield told(ladder=step.ladder, rank=rank, spot=self._spot(patient, index))

    def _is_of_nobody(self, index: int) -> bool:
        """Whether a word is told of nobody and nothing: "no group", "nobody", "made no arrests"."""
        below = [i for i in self._helped(index) if self.tree.tokens.dep[i] in (*_SUBJECTS, "dobj")]
        narrowing = [self.lemma[i] for each in below for i in self.tree.children[each]]
        return "no" in narrowing or any(self.lemma[i] in _words("nobody") for i in below)

    def _steps_at(self, index: int) -> tuple[Step, ...]:
        """The steps that a word tells, with what hangs on it where that says more."""
        below = [*self.tree.children[index]]
        below += [
            each for child in below if self.tree.tokens.dep[child] == "prep" for each in self.tree.children[child]
        ]
        for word in below:
            found = steps_told().get(f"{self.lemma[index]} {self.lemma[word]}")
            if found is not None:
                return found
        if self.tree.tokens.pos[index] == "ADP" or self._is_taken_for(index):
            return ()
        return steps_told().get(self.lemma[index], ())

    def _is_taken_for(self, index: int) -> bool:
        """Whether a verb tells what somebody is held for, not put out of: "dismissed him as an actor"."""
        offices = _words("offices")
        taken = [i for i in self.tree.children[index] if self.lemma[i] == "as" and self.tree.tokens.dep[i] == "prep"]
        governed = {self.lemma[i] for each in taken for i in self.tree.children[each]}
        return self.lemma[index] in _words("judging") and bool(governed - offices)

    def _helped(self, index: int) -> list[int]:
        """What hangs on a word, and on the verb that links it ("was not missing")."""
        found = list(self.tree.children[index])
        if self.tree.tokens.dep[index] in ("acomp", "prep", "attr", "oprd"):
            found += self.tree.children[self.tree.tokens.head[index]]
        return found

    def _is_open(self, index: int) -> bool:
        """Whether a clause tells what may be, shall be, or is meant to be."""
        if any(self.lemma[child] in _words("open") for child in self._helped(index)):
            return True
        tag, dep = self.tree.tokens.tag[index], self.tree.tokens.dep[index]
        if dep == "ccomp" and self.lemma[self.tree.tokens.head[index]] in _words("asking"):
            return True
        return tag == "VB" or (tag == "VBG" and dep in ("pcomp", "amod", "csubj"))

    def _is_decided(self, index: int) -> bool:
        """Whether somebody will leave an office, or has decided to: no news when he has left it."""
        marks = {self.lemma[child] for child in self._helped(index)} & _words("open")
        above = self.lemma[self.tree.tokens.head[index]]
        return marks <= {"will", "shall", "'ll"} and above not in _words("asking")

    def _charged(self, step: Step, index: int) -> int:
        """The rank of being charged where somebody is arrested "on charges of fraud", else 0."""
        if Step("custody", step.rank) not in steps_told()["arrest"]:
            return 0
        sentence = self.tree.sentence_of(self.tree.tokens.start[index])
        words = self.tree.words_in(self.tree.sentences[sentence]) if sentence is not None else ()
        charge = next(each.rank for each in steps_told()["charge"] if each.ladder == "custody")
        return charge if step.ladder == "custody" and any(self.lemma[word] == "charge" for word in words) else 0

    def _is_past(self, index: int) -> bool:
        """Whether a sentence tells of a time long before its report ("was arrested in March last year")."""
        moment = moment_of(self.report)
        sentence = self.tree.sentence_of(self.tree.tokens.start[index])
        if moment is None or sentence is None:
            return False
        span = self.tree.sentences[sentence]
        first = bisect_left(self._times, span.start, key=lambda time: time.start)
        for time in self._times[first:]:
            if time.start >= span.end:
                break
            day = last_day(time.value)
            if day is not None and moment.start.date() - day > _PAST:
                return True
        return False

    @cached_property
    def _times(self) -> list[Time]:
        return sorted(self.report.layers.times or (), key=lambda time: time.start)

    def _patient(self, index: int) -> int | None:
        """Whom or what a word tells the state of."""
        dep, head = self.tree.tokens.dep[index], self.tree.tokens.head[index]
        if dep == "amod" and self.tree.tokens.pos[head] in ("NOUN", "PROPN"):
            return head
        if dep in ("acomp", "prep", "attr", "oprd") and self.tree.tokens.pos[head] in ("AUX", "VERB"):
            return self._antecedent(self._subject(head))
        if self.tree.tokens.pos[index] != "VERB":
            return None
        if dep == "acl" and self.tree.tokens.tag[index] == "VBN":
            return head
        passive = self.tree.children_by(index, "nsubjpass")
        objects = self.tree.children_by(index, "dobj")
        bare = self.tree.tokens.dep[index] == "conj" and self.tree.tokens.tag[index] == "VBN"
        if passive or (bare and not objects):
            return self._antecedent(self._subject(index))
        removed = load_table("en", "progress")["words"]["removed"].split("|")
        does = any(step.ladder in _words("doing") for step in self._steps_at(index))
        if (objects and not does) or self.lemma[index] in removed:
            return self._antecedent(objects[0]) if objects else None
        return self._antecedent(self._subject(index))

    def _subject(self, verb: int) -> int | None:
        """The subject of a verb; of two, as the parser reads "the driver, Ken Ota, is missing", the one with a name."""
        named = [i for i in self.tree.children_by(verb, *_SUBJECTS) if i in self._entity_at]
        return named[0] if named else self.tree.subject_of(verb)

    def _antecedent(self, index: int | None) -> int | None:
        """The noun that "who" stands for, and whom a body is of; the name behind a noun; any other word as it is."""
        if index is None:
            return None
        if self.lemma[index] in _words("remains"):
            owners = [i for each in self.tree.children_by(index, "prep") for i in self.tree.children_by(each, "pobj")]
            owners += self.tree.children_by(index, "poss")
            return self._antecedent(owners[0]) if owners else index
        beside = [i for i in self.tree.children_by(index, "appos") if i in self._entity_at]
        if beside and index not in self._entity_at:
            return beside[0]
        if self.tree.tokens.tag[index] not in ("WP", "WDT"):
            return index
        verb = self.tree.tokens.head[index]
        return self.tree.tokens.head[verb] if self.tree.tokens.dep[verb] == "relcl" else None

    def _noun(self, index: int) -> str | None:
        return self.lemma[index] if self.tree.tokens.pos[index] == "NOUN" else None

    def _is_known(self, index: int) -> bool:
        """Whether a report takes a noun for known: "the driver", "its owner"."""
        return any(
            self.lemma[i] in ("the", "this") or self.tree.tokens.dep[i] == "poss" for i in self.tree.children[index]
        )

    def _is_one(self, index: int) -> bool:
        """Whether a noun stands for one person or thing."""
        counted = any(self.tree.tokens.dep[i] in ("nummod", "prep") for i in self.tree.children[index])
        return self.tree.tokens.tag[index] not in ("NNS", "NNPS", "CD") and not counted

    def _offices(self) -> Iterator[State]:
        """Who is told with an office, and who with a former one."""
        for index, entity in self._entity_at.items():
            if self.tree.tokens.pos[index] != "PROPN":
                continue
            near = self.tree.children_by(index, *_BESIDE)
            if self.tree.tokens.dep[index] in _BESIDE:
                near.append(self.tree.tokens.head[index])
            for role in near:
                if self.lemma[role] in _words("offices"):
                    joined = [role, *self.tree.children_by(role, "conj"), self.tree.tokens.head[role]]
                    above = {
                        *(each for word in joined for each in self.tree.children[word]),
                        *self.tree.children[index],
                    }
                    former = any(self.lemma[each] in _words("former") for each in above)
                    yield State(OFFICE, entity, int(former), self._spot(role, index), sure=not former, named=True)

    def _spot(self, one: int, other: int) -> Spot:
        """The place from one word to another, or the second alone where that is long."""
        # "Stepped" and "pleaded" alone say nothing.
        completing = self.tree.children_by(other, "prt", "advmod", "acomp", "oprd")
        particles = [i for i in completing if other < i <= other + 2]
        # "Lying" is on its side, "taken" into custody.
        below = [i for each in (other, *self.tree.children_by(other, "prep")) for i in self.tree.children[each]]
        particles += [i for i in below if other < i and f"{self.lemma[other]} {self.lemma[i]}" in steps_told()]
        first, last = min(one, other), max(one, other, *particles)
        span = self.tree.span(first, last)
        if span.end - span.start > _LONGEST or self.tree.sentence_of(span.start) != self.tree.sentence_of(span.end - 1):
            span = self.tree.span(other, max(other, *particles) if particles else other)
        return Spot(self.report.id, span.start, span.end)
